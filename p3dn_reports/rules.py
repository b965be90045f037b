"""The frozen rulebook: what rules.yaml says, typed. No YAML, no files, no clock.

A rule is chosen for a region and a date: `Rulebook.in_force` keeps the dated values whose citations rest on law that
the region applies and that is in force then. Every node carries its `dasar`, so that every number can name its clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from p3dn_reports.vocabulary import Periode

Isi = TypeVar("Isi")


class TanggalAcuan(StrEnum):
    """Which date chooses among dated values."""

    DATA_PER = "data_per"
    TANGGAL_DOKUMEN = "tanggal_dokumen"


@dataclass(frozen=True, slots=True)
class Citation:
    """`insekda-48-2024/KESATU.a.6`: a source of the law register and the place in it ("" for the whole)."""

    sumber: str
    tempat: str = ""

    def __str__(self) -> str:
        return f"{self.sumber}/{self.tempat}" if self.tempat else self.sumber

    @property
    def segmen(self) -> tuple[str, ...]:
        """The place segment by segment in words: `("Pasal 22", "ayat (3)", "huruf a")`; empty for the whole."""
        if not self.tempat:
            return ()
        first, *rest = self.tempat.split(".")
        diktum = first.isalpha()
        words = [f"diktum {first}" if diktum else f"Pasal {first}"]
        words += [_segment_in_words(segment, ayat=not diktum and index == 0) for index, segment in enumerate(rest)]
        return tuple(words)

    @property
    def tempat_terbaca(self) -> str:
        """The place in words: `diktum KESATU huruf a angka 6`, `Pasal 22 ayat (3) huruf a`; "" for the whole."""
        return " ".join(self.segmen)


def _segment_in_words(segment: str, *, ayat: bool) -> str:
    if segment.startswith("baris-"):
        return f"jadwal baris ke-{segment.removeprefix('baris-')}"
    if segment.isdigit():
        return f"ayat ({segment})" if ayat else f"angka {segment}"
    return f"huruf {segment}"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """From `sejak` on, the law is cited with this phrase ("sebagaimana telah diubah dengan ...")."""

    sejak: date
    frasa: str


@dataclass(frozen=True, slots=True)
class SumberHukum:
    """One entry of the law register. In force from `berlaku_sejak` until the day before `berlaku_sampai`.

    `untuk` binds an instrument to one year or quarter (Instruksi e-0048/2024: Triwulan IV 2024). `jenis` "simulasi" is
    no law: what rests on it is marked SIMULASI.
    """

    id: str
    jenis: str
    nomor: str
    tahun: int
    judul: str
    berlaku_sejak: date
    berlaku_sampai: date | None = None
    dicabut_oleh: str | None = None
    untuk: Periode | None = None
    tingkat: int = 99
    sebutan_khusus: str | None = None
    lembaran: str | None = None
    perubahan: tuple[Perubahan, ...] = ()
    catatan: str | None = None

    @property
    def simulasi(self) -> bool:
        """Whether this is an assumption for a trial and no law."""
        return self.jenis == "simulasi"

    @property
    def sebutan(self) -> str:
        """The short name: `Peraturan Pemerintah Nomor 29 Tahun 2018`."""
        return self.sebutan_khusus or f"{self.jenis} Nomor {self.nomor} Tahun {self.tahun}"

    @property
    def sebutan_lengkap(self) -> str:
        """The short name with the title: `... tentang Pemberdayaan Industri`."""
        return f"{self.sebutan} tentang {self.judul}"

    def bunyi(self, tanggal: date) -> str:
        """How the law is cited under Mengingat on `tanggal`: title, gazette, last amendment; without the final mark."""
        frasa = [change.frasa for change in self.perubahan if change.sejak <= tanggal]
        parts = [self.sebutan_lengkap, f"({self.lembaran})" if self.lembaran else "", frasa[-1] if frasa else ""]
        return " ".join(part for part in parts if part)

    def in_force(self, tanggal: date) -> bool:
        """Whether the source is in force on `tanggal`."""
        return self.berlaku_sejak <= tanggal and (self.berlaku_sampai is None or tanggal < self.berlaku_sampai)

    def covers(self, periode: Periode) -> bool:
        """Whether the source speaks of `periode`; an instrument not bound to one speaks of all."""
        if self.untuk is None:
            return True
        return self.untuk.tahun == periode.tahun and self.untuk.triwulan in (None, periode.triwulan)


@dataclass(frozen=True, slots=True)
class Dated(Generic[Isi]):
    """A value in force from `berlaku_sejak` until the day before `berlaku_sampai`, with the clauses it rests on."""

    berlaku_sejak: date
    nilai: Isi
    dasar: tuple[Citation, ...]
    berlaku_sampai: date | None = None
    dicatat: date | None = None

    def in_force(self, tanggal: date) -> bool:
        """Whether the value itself is dated to hold on `tanggal`."""
        return self.berlaku_sejak <= tanggal and (self.berlaku_sampai is None or tanggal < self.berlaku_sampai)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of the law: `satuan` is persen (0-100), rupiah or jumlah."""

    id: str
    judul: str
    satuan: str
    tanggal_acuan: TanggalAcuan
    nilai: tuple[Dated[Decimal], ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One word of a list: its code or text, its name today, and the name the regulation prints where it differs."""

    kode: str
    nama: str
    nama_dalam_dokumen: str | None = None


@dataclass(frozen=True, slots=True)
class Daftar:
    """A dated closed list: account codes, channels, dead statuses. `hierarki`: an item includes all codes below it."""

    id: str
    judul: str
    tanggal_acuan: TanggalAcuan
    nilai: tuple[Dated[tuple[ListItem, ...]], ...]
    hierarki: bool = False


@dataclass(frozen=True, slots=True)
class DerivedColumn:
    """`kolom` = the first of `kurangi` less the others, where a blank of the others counts as nothing (rupiah)."""

    tabel: str
    kolom: str
    kurangi: tuple[str, ...]
    judul: str
    dasar: tuple[Citation, ...] = ()


class Op(StrEnum):
    """The comparisons a term may make. Text is compared without regard to capitals and outer blanks."""

    TURUNAN_DARI = "turunan_dari"
    SALAH_SATU = "salah_satu"
    BUKAN = "bukan"
    TERISI = "terisi"
    PALING_LAMBAT = "paling_lambat"
    PALING_AWAL = "paling_awal"
    SETELAH = "setelah"
    SEBELUM = "sebelum"


@dataclass(frozen=True, slots=True)
class Term:
    """One condition on one column of a row.

    `daftar` names a list (TURUNAN_DARI, SALAH_SATU, BUKAN) or `isi` holds the words; `tanggal` is a date's name
    (`data_per`, `awal_tahun`); `ya` is the wish of TERISI. A blank column meets BUKAN and TERISI: tidak, nothing else.
    """

    kolom: str
    op: Op
    daftar: str | None = None
    isi: tuple[str, ...] = ()
    tanggal: str | None = None
    ya: bool = True


@dataclass(frozen=True, slots=True)
class Syarat:
    """A named condition on the rows of a table: all terms must hold."""

    id: str
    judul: str
    tabel: str
    semua: tuple[Term, ...]
    dasar: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Ukuran:
    """A sum (`jumlah`: a rupiah column) or a count (`jumlah` None) of the rows that meet all `memenuhi`, per unit."""

    id: str
    judul: str
    tabel: str
    jumlah: str | None
    memenuhi: tuple[str, ...]
    dasar: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Pilihan:
    """An open reading: `opsi` maps each way to read to a ukuran or indikator; `dipakai` is the default way."""

    id: str
    tafsir: str
    dipakai: str
    opsi: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Target:
    """What a unit promised: a column of a table and the column that says persen or rupiah.

    `lazim` names the parameter with the usual target; a unit's other target is worth a remark, and judges nothing.
    """

    id: str
    judul: str
    tabel: str
    kolom_nilai: str
    kolom_satuan: str
    dasar: tuple[Citation, ...] = ()
    lazim: str | None = None


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Names a ukuran or indikator directly (`langsung`) or through a pilihan."""

    langsung: str | None = None
    pilihan: str | None = None


@dataclass(frozen=True, slots=True)
class Indikator:
    """An exact ratio in percent, or (`menurut`) another indicator chosen by a reading, judged by `pita`.

    `dibagi_target` divides the ratio by the unit's own target. `target` is printed beside it and compared.
    """

    id: str
    judul: str
    pembilang: Rujukan | None
    penyebut: Rujukan | None
    menurut: Rujukan | None = None
    dibagi_target: str | None = None
    target: str | None = None
    pita: str | None = None
    dasar: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """One band: below `kurang_dari`, or up to and including `paling_banyak` (parameters); the last has neither.

    `tampil` is the words for it; `{parameter}` in them becomes the parameter's value.
    """

    id: str
    tampil: str
    kurang_dari: str | None = None
    paling_banyak: str | None = None


@dataclass(frozen=True, slots=True)
class Pita:
    """Bands from low to high, without gap or overlap."""

    id: str
    judul: str
    batas: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Rincian:
    """Sums of several columns of the rows that meet `memenuhi`, one line per value of `menurut`.

    With `daftar` the lines are the list's items, in its order, all of them; else the column's own values, sorted.
    """

    id: str
    judul: str
    tabel: str
    memenuhi: tuple[str, ...]
    menurut: str
    daftar: str | None
    jumlah: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """A remark per unit on rows that meet `memenuhi`: how many, and the sum of `jumlah` (rupiah) if given.

    `pesan` and `saran` may use {banyak}, {jumlah} and {nama_satker}.
    """

    id: str
    tabel: str
    memenuhi: tuple[str, ...]
    jumlah: str | None
    tingkat: str
    pesan: str
    saran: str
    tafsir: str | None = None


@dataclass(frozen=True, slots=True)
class Kegiatan:
    """One dated activity of the schedule; `waktu` as the instrument prints it."""

    id: str
    waktu: str
    mulai: date
    selesai: date
    aktivitas: str
    pelaksana: str
    dasar: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Aspek:
    """One aspect of an award: its weight (a parameter, percent) and its sub-criteria (id to title)."""

    id: str
    judul: str
    bobot: str
    sub_kriteria: Mapping[str, str]
    dasar: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Penghargaan:
    """One award group: its aspects, its categories (id to title; empty: one category), nominations and recipients."""

    id: str
    judul: str
    tabel_nilai: str
    tahap: str
    kategori: Mapping[str, str]
    nominasi_paling_sedikit: str
    jumlah_penerima: str
    aspek: tuple[Aspek, ...]
    dasar: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Dokumen:
    """What is produced, for whom, when, from which template.

    `untuk_setiap`: `daerah` or `unit_pelapor`. `periode`: `triwulan` or `tahun`. `bila_jenis` and `bila_status`
    (indicator to bands) choose the units; `indikator` names those a regional document rests on. `lengkap_bila` names
    tables of which the unit must have a row. `mengingat`
    and `memperhatikan` are sources cited, filtered by date. `tembusan` lines may hold {fields}; a line whose field is
    wanting is left out.
    """

    id: str
    judul: str
    untuk_setiap: str
    periode: str
    templat: str
    berkas: str
    dasar: tuple[Citation, ...]
    bila_jenis: tuple[str, ...] = ()
    bila_status: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    indikator: tuple[str, ...] = ()
    penghargaan: tuple[str, ...] = ()
    penanda_tangan: str = ""
    tujuan: str = ""
    sifat: str = ""
    jatuh_tempo: str | None = None
    lengkap_bila: tuple[str, ...] = ()
    sumber_wajib: tuple[str, ...] = ()
    mengingat: tuple[str, ...] = ()
    memperhatikan: tuple[str, ...] = ()
    tembusan: tuple[str, ...] = ()
    tafsir: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """Who approved a reading, when, on what basis."""

    oleh: str
    tanggal: date
    dasar: str


@dataclass(frozen=True, slots=True)
class Tafsir:
    """An open reading: the question, the reading used and why, the others, and whether somebody approved it."""

    id: str
    pertanyaan: str
    dipakai: str
    alasan: str
    pilihan_lain: tuple[str, ...] = ()
    dasar: tuple[Citation, ...] = ()
    wajib_disahkan: bool = False
    pengesahan: Pengesahan | None = None


@dataclass(frozen=True, slots=True)
class Daerah:
    """A region's profile: which law it applies, its names over time, its letterhead, its choices among readings."""

    id: str
    kd_klpd: str
    menerapkan: tuple[str, ...]
    nama: tuple[Dated[str], ...]
    nama_pemda: str
    ibu_kota: str
    kepala_daerah: str
    pakai_biro: bool = False
    dinas_pembina: str | None = None
    pilihan: Mapping[str, str] = field(default_factory=dict)
    kop: Mapping[str, str] = field(default_factory=dict)
    frasa_rahmat_keputusan: bool = False

    def nama_pada(self, tanggal: date) -> str:
        """The region's name on `tanggal`. Raises LookupError where none is dated so."""
        for dated in self.nama:
            if dated.in_force(tanggal):
                return dated.nilai
        raise LookupError(f"{self.id}: tidak ada nama yang berlaku pada {tanggal.isoformat()}")


@dataclass(frozen=True, slots=True)
class TakTerkodekan:
    """A clause that is on record but not computed, with the reason."""

    id: str
    dasar: Citation
    alasan: str


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The whole of rules.yaml. `sha256` is the digest of the file's bytes."""

    versi_skema: str
    sha256: str
    sumber_hukum: Mapping[str, SumberHukum]
    daerah: Mapping[str, Daerah]
    parameter: Mapping[str, Parameter]
    daftar: Mapping[str, Daftar]
    kolom_turunan: Mapping[tuple[str, str], DerivedColumn]
    syarat: Mapping[str, Syarat]
    ukuran: Mapping[str, Ukuran]
    pilihan: Mapping[str, Pilihan]
    target: Mapping[str, Target]
    indikator: Mapping[str, Indikator]
    pita: Mapping[str, Pita]
    rincian: Mapping[str, Rincian]
    pemeriksaan: Mapping[str, Pemeriksaan]
    jadwal: Mapping[str, Kegiatan]
    penghargaan: Mapping[str, Penghargaan]
    dokumen: Mapping[str, Dokumen]
    tafsir: Mapping[str, Tafsir]
    tak_terkodekan: Mapping[str, TakTerkodekan]

    def daerah_of(self, kd_klpd: str) -> Daerah | None:
        """The profile chosen by `meta.kd_klpd`, or None."""
        return next((daerah for daerah in self.daerah.values() if daerah.kd_klpd == kd_klpd), None)

    def scope(self, daerah: Daerah, periode: Periode, data_per: date) -> Scope:
        """The rulebook as it stands for one region, period and cut-off."""
        return Scope(rulebook=self, daerah=daerah, periode=periode, data_per=data_per)


@dataclass(frozen=True, slots=True)
class Scope:
    """The rulebook seen from one region, period and cut-off (`data_per`): which values and clauses hold there."""

    rulebook: Rulebook
    daerah: Daerah
    periode: Periode
    data_per: date

    def applies(self, citation: Citation, tanggal: date | None = None) -> bool:
        """Whether the cited source is one the region applies, in force on `tanggal` (default the cut-off) for it."""
        if citation.sumber not in self.daerah.menerapkan:
            return False
        source = self.rulebook.sumber_hukum[citation.sumber]
        return source.in_force(tanggal or self.data_per) and source.covers(self.periode)

    def citations(self, dasar: Iterable[Citation], tanggal: date | None = None) -> tuple[Citation, ...]:
        """Those of `dasar` that apply here."""
        return tuple(citation for citation in dasar if self.applies(citation, tanggal))

    def parameter(self, parameter_id: str, tanggal: date | None = None) -> Dated[Decimal] | None:
        """The parameter's value here, or None where no law in force gives one. `tanggal`: the document's date."""
        return self._choose(self.rulebook.parameter[parameter_id].nilai, tanggal)

    def daftar(self, daftar_id: str, tanggal: date | None = None) -> Dated[tuple[ListItem, ...]] | None:
        """The list's content here, or None."""
        return self._choose(self.rulebook.daftar[daftar_id].nilai, tanggal)

    def day(self, nama: str) -> date:
        """The day a term calls `data_per` or `awal_tahun`; raises KeyError for any other word.

        Payments of a budget year end with it, whatever the cut-off.
        """
        last = min(self.data_per, date(self.periode.tahun, 12, 31))
        return {"data_per": last, "awal_tahun": self.periode.awal}[nama]

    def pilihan(self, pilihan_id: str) -> str:
        """The way read here: the region's own choice, else the default."""
        return self.daerah.pilihan.get(pilihan_id, self.rulebook.pilihan[pilihan_id].dipakai)

    def resolve(self, rujukan: Rujukan) -> str:
        """The ukuran or indikator a reference names here."""
        if rujukan.langsung is not None:
            return rujukan.langsung
        assert rujukan.pilihan is not None  # noqa: S101 - the loader holds every reference to one of the two
        return self.rulebook.pilihan[rujukan.pilihan].opsi[self.pilihan(rujukan.pilihan)]

    def _choose(self, values: Iterable[Dated[Isi]], tanggal: date | None) -> Dated[Isi] | None:
        on = tanggal or self.data_per
        for dated in values:
            if dated.in_force(on) and self.citations(dated.dasar, on):
                return dated
        return None

    @property
    def simulasi(self) -> bool:
        """Whether anything judged here rests on an assumption instead of law."""
        return any(self.rulebook.sumber_hukum[sumber].simulasi for sumber in self.daerah.menerapkan)
