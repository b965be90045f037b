"""What leaves the house: documents, readings and their approval, the regions' profiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from p3dn_reports.rules.forms import Bentuk
from p3dn_reports.rules.formulas import Kondisi
from p3dn_reports.rules.law import Citation, Dated, newest
from p3dn_reports.rules.marks import (
    KeDaerah,
    KeHitungan,
    KeIndikator,
    KeKegiatan,
    KePenghargaan,
    KePilihan,
    KePutusan,
    KeSubjek,
    KeSumber,
    KeTabel,
    KeTafsir,
    KolomApaPun,
    TeksBerisian,
)
from p3dn_reports.vocabulary import Periode


@dataclass(frozen=True, slots=True)
class DasarBila:
    """Clauses that a document rests on only where a unit has a status (indicator to bands)."""

    status: Mapping[KeIndikator, tuple[str, ...]]
    dasar: tuple[Citation, ...]


ROLES = (
    *(
        "kepala_unit",
        "kepala_biro_koordinator",
        "kepala_dinas_pembina",
        "ketua_tim",
        "ketua_harian",
        "asisten",
        "sekda",
    ),
    *("gubernur", "wakil_gubernur", "bupati", "wakil_bupati", "wali_kota", "wakil_wali_kota"),
)
"""The roles that the regulations name; sheet `pejabat` may hold others."""


@dataclass(frozen=True, slots=True)
class Pihak:
    """Whom a document names: by a role of `pejabat`, as the head of a unit, or by a column of what the document is of.

    `unit` is a code or a name. `peran_unit` is a role that every unit has its own of: `ppk` is `ppk_<kode_satker>`.
    What stands in the column is a role, a unit's code, or a title to print as it is. `putusan` is a verdict on the row
    that says who acts: its choice is the role, `pimpinan_perangkat_daerah` the head of the row's perangkat daerah.
    """

    peran: str = ""
    unit: str = ""
    kolom: str = ""
    peran_unit: str = ""
    putusan: KePutusan = ""

    def __str__(self) -> str:
        named = {"kepala unit": self.unit, "peran unit": self.peran_unit, "yang disebut putusan": self.putusan}
        words = next((f"{word} {name}" for word, name in named.items() if name), f"yang disebut kolom {self.kolom}")
        return self.peran or words


@dataclass(frozen=True, slots=True)
class Terkait:
    """A row of another table that a document prints: the one whose `kolom` holds what `menurut` comes to.

    `menurut` is a column of the document's own row, or a verdict on it, whose choice is meant.
    """

    tabel: KeTabel
    kolom: KolomApaPun
    menurut: str


@dataclass(frozen=True, slots=True)
class Bernomor:
    """The columns of the document's own row that hold its number and its date."""

    nomor: str
    tanggal: str


@dataclass(frozen=True, slots=True)
class Dokumen:
    """What is produced, for whom, when, from which template.

    `untuk_setiap`: `daerah`, `unit_pelapor`, `biro_koordinator` (one for each Biro, about the units it coordinates), or
    each of what `subjek` names: rows of a `tabel`, verdicts of a `putusan`, units with a `peringkat`, each `penerima`
    of an award, activities of the `jadwal`, items of a `daftar`.
    `periode`: `triwulan`, `tahun` or `semua`. `bila_jenis`, `bila_status` (indicator to bands), `bila_putusan` (verdict
    to its choices), `bila_tabel` and `bila_naskah` (rows, and numbers of other papers: `ada`, `kosong`) and
    `bila_kondisi` (on the row) choose among them;
    `indikator` names those a regional document rests on. `lengkap_bila` names tables of which the unit must have a row.
    `mengingat` and `memperhatikan` are sources cited, filtered by date; `mengingat_biaya` only where it costs
    something. `tembusan` lines may hold {fields}; a line whose field is wanting is left out.

    `dasar_bila` are further clauses, cited only where one of the document's units has such a status.
    `naskah_lain` are papers that it names by number and date (sheet `naskah`); it is a draft until they have both.
    `naskah_bila_ada` are those that it names only where they have.
    `penghargaan` are the awards it tells of; `nominasi` those of which it tells the nominees alone, before any score.
    `tahap` are activities of the schedule for which the document is made too: the first that does not end before the
    cut-off takes the place of `jatuh_tempo`, and its clauses come first.

    Of a row: `terkait` are rows of other tables that it prints, by the name it calls them; `bernomor` the columns with
    its number and date, where the row itself holds them; `perlu` figures without which it is withheld; `kolom_lengkap`
    columns without which it is a draft; `bukan_penanda_tangan` columns of `pejabat` with those of the row that name
    somebody who may not sign it himself.

    `tafsir` are the readings of the document itself (its form, whom it goes to); those of its figures follow from the
    figures. `internal`: a worksheet, which nobody signs and which is never a draft. `jangkar`: it has a place for one
    electronic signature; `tempat_tanda_tangan`: what stands there, where it is not what the region has.
    `angka_utama` are the indicators that the front sheet of hasil.xlsx shows of the region, the most important first.
    `mencetak` are the clauses whose carrying out its annexes show, beside those that ask for it.
    `golongan_naskah` is the kind that its form goes by, `bentuk` what of its form is its own.
    """

    id: str
    judul: str
    untuk_setiap: str
    periode: str
    templat: str
    berkas: str
    dasar: tuple[Citation, ...]
    bila_jenis: tuple[str, ...] = ()
    bila_status: Mapping[KeIndikator, tuple[str, ...]] = field(default_factory=dict)
    indikator: tuple[KeIndikator, ...] = ()
    penghargaan: tuple[KePenghargaan, ...] = ()
    nominasi: tuple[KePenghargaan, ...] = ()
    subjek: tuple[KeSubjek, ...] = ()
    bila_putusan: Mapping[KePutusan, tuple[str, ...]] = field(default_factory=dict)
    bila_tabel: Mapping[KeTabel, str] = field(default_factory=dict)
    bila_kondisi: tuple[Kondisi, ...] = ()
    bila_naskah: Mapping[str, str] = field(default_factory=dict)
    penanda_tangan: Pihak = Pihak()
    penanda_tangan_lain: tuple[Pihak, ...] = ()
    tujuan: Pihak = Pihak()
    kop: Pihak = Pihak()
    jangkar: bool = True
    tempat_tanda_tangan: str = ""
    sifat: str = ""
    jatuh_tempo: KeKegiatan | None = None
    dasar_bila: tuple[DasarBila, ...] = ()
    tahap: tuple[KeKegiatan, ...] = ()
    naskah_lain: tuple[str, ...] = ()
    naskah_bila_ada: tuple[str, ...] = ()
    lengkap_bila: tuple[KeTabel, ...] = ()
    sumber_wajib: tuple[str, ...] = ()
    mengingat: tuple[KeSumber, ...] = ()
    mengingat_biaya: tuple[str, ...] = ()
    memperhatikan: tuple[KeSumber, ...] = ()
    tembusan: tuple[str, ...] = ()
    terkait: Mapping[str, Terkait] = field(default_factory=dict)
    bernomor: Bernomor | None = None
    perlu: tuple[KeHitungan, ...] = ()
    kolom_lengkap: tuple[str, ...] = ()
    bukan_penanda_tangan: Mapping[str, str] = field(default_factory=dict)
    tafsir: tuple[KeTafsir, ...] = ()
    golongan_naskah: str = ""
    bentuk: Bentuk = field(default_factory=Bentuk)
    internal: bool = False
    angka_utama: tuple[KeIndikator, ...] = ()
    mencetak: tuple[Citation, ...] = ()

    @property
    def capaian(self) -> str | None:
        """The indicator it is about: the first it rests on, else the first that asks for it; None where none does."""
        return next(iter((*self.indikator, *self.bila_status)), None)

    @property
    def semua_penghargaan(self) -> tuple[str, ...]:
        """The awards it tells of, scored or not."""
        return (*self.penghargaan, *self.nominasi)

    @property
    def menjelaskan(self) -> tuple[str, ...]:
        """The indicators whose status a unit's head explains by it: that status asks for it, and he signs it."""
        own = self.untuk_setiap == "unit_pelapor" and self.penanda_tangan.peran == "kepala_unit"
        return tuple(self.bila_status) if own else ()

    @property
    def pihak(self) -> tuple[Pihak, ...]:
        """Whom it names: who signs, whom it goes to, whose kop it bears."""
        return (self.penanda_tangan, *self.penanda_tangan_lain, self.tujuan, self.kop)

    def due_in(self, periode: Periode) -> bool:
        """Whether it is made for such a period at all."""
        return self.periode in ("semua", "triwulan" if periode.triwulan else "tahun")


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """Who approved a reading, when (None: the paper named in `dasar` says), on what basis.

    `sidik` is the digest of the text that was approved; None: whatever it says.
    """

    oleh: str
    tanggal: date | None
    dasar: str
    sidik: str | None = None


@dataclass(frozen=True, slots=True)
class CaraPenilaian:
    """A reading as the Tim decides it in a column of table `cara_penilaian`: the way computed with, all by id."""

    dipakai: str
    opsi: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tafsir:
    """An open reading: the question, the reading used and why, the others, and who approved it.

    `pengesahan` holds in every region, `pengesahan_daerah` in the one it is of. `cara_penilaian` are the columns of
    that table in which the Tim decides it. `wajib_disahkan`: where the other ways cannot be computed, what rests on the
    reading is a draft until it is approved.
    """

    id: str
    pertanyaan: TeksBerisian
    dipakai: TeksBerisian
    alasan: TeksBerisian
    pilihan_lain: tuple[TeksBerisian, ...] = ()
    dasar: tuple[Citation, ...] = ()
    wajib_disahkan: bool = False
    pengesahan: Pengesahan | None = None
    pengesahan_daerah: Mapping[KeDaerah, Pengesahan] = field(default_factory=dict)
    cara_penilaian: Mapping[str, CaraPenilaian] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Daerah:
    """A region's profile: which law it applies, its names over time, its letterhead, its choices among readings.

    Of one that applies no law (`menerapkan` empty) figures are computed and nothing is judged.
    `tafsir` are the readings that the profile itself rests on, `lambang` the files of its emblem over time,
    `lambang_jabatan` those of the emblem on the letterhead of the head of the region; `bentuk` is what of the form of
    documents is the region's own, by kind of document (`semua`: of all).
    """

    id: str
    kd_klpd: str
    menerapkan: tuple[KeSumber, ...]
    nama: tuple[Dated[str], ...]
    nama_pemda: str
    ibu_kota: str
    kepala_daerah: str
    jenis: str | None = None
    pakai_biro: bool = False
    dinas_pembina: str | None = None
    pilihan: Mapping[KePilihan, str] = field(default_factory=dict)
    kop: Mapping[str, str] = field(default_factory=dict)
    frasa_rahmat_keputusan: bool = False
    tafsir: tuple[KeTafsir, ...] = ()
    lambang: tuple[Dated[str], ...] = ()
    lambang_jabatan: tuple[Dated[str], ...] = ()
    bentuk: Mapping[str, tuple[Dated[Bentuk], ...]] = field(default_factory=dict)
    tempat_tanda_tangan: str = "jangkar"

    def nama_pada(self, tanggal: date) -> str:
        """The region's name on `tanggal`. Raises LookupError where none is dated so."""
        dated = newest(dated for dated in self.nama if dated.in_force(tanggal))
        if dated is None:
            raise LookupError(f"{self.id}: tidak ada nama yang berlaku pada {tanggal.isoformat()}")
        return dated.nilai

    def lambang_pada(self, tanggal: date, *, jabatan: bool = False) -> str | None:
        """The file of the region's emblem on `tanggal`, or of its head's own; None where the profile names none."""
        files = (self.lambang_jabatan if jabatan else ()) or self.lambang
        dated = newest(dated for dated in files if dated.in_force(tanggal))
        return dated.nilai if dated is not None else None
