"""The whole rulebook, and how it stands for one region, period and cut-off."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from p3dn_reports.rules.awards import Penghargaan
from p3dn_reports.rules.clauses import Ketentuan, Kewajiban, TakTerkodekan
from p3dn_reports.rules.continuing import in_quarter, in_words_of, left_out
from p3dn_reports.rules.days_off import HariLibur
from p3dn_reports.rules.figures import Band, Indikator, Pilihan, Pita, Rujukan, Target
from p3dn_reports.rules.forms import SEMUA, Bentuk, BentukNaskah, in_force, merged
from p3dn_reports.rules.law import (
    TEMPAT_BELUM_DICOCOKKAN,
    Citation,
    Daftar,
    Dated,
    Kegiatan,
    ListItem,
    Parameter,
    SumberHukum,
    newest,
)
from p3dn_reports.rules.objects import Hitungan, PilihanPutusan, Putusan
from p3dn_reports.rules.papers import Daerah, Dokumen, Tafsir
from p3dn_reports.rules.rankings import Peringkat
from p3dn_reports.rules.rows import DerivedColumn, Pemeriksaan, Rincian, Syarat, Ukuran
from p3dn_reports.vocabulary import Periode

Isi = TypeVar("Isi")
_FEW = 10


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The whole of rules.yaml and what it includes. `sha256` is the digest of the files' bytes.

    `penerus` are the instruments that continue each source, directly or through others.
    """

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
    peringkat: Mapping[str, Peringkat] = field(default_factory=dict)
    kewajiban: Mapping[str, Kewajiban] = field(default_factory=dict)
    ketentuan: Mapping[str, Ketentuan] = field(default_factory=dict)
    hari_libur: Mapping[str, HariLibur] = field(default_factory=dict)
    hitungan: Mapping[str, Hitungan] = field(default_factory=dict)
    putusan: Mapping[str, Putusan] = field(default_factory=dict)
    bentuk: Mapping[str, BentukNaskah] = field(default_factory=dict)
    penerus: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def naskah(self) -> tuple[str, ...]:
        """Every paper that can have a number: the documents, and the others that they name."""
        named = (name for one in self.dokumen.values() for name in (*one.naskah_lain, *one.naskah_bila_ada))
        return tuple(dict.fromkeys([*self.dokumen, *named]))

    def diterapkan(self, daerah: Daerah) -> tuple[str, ...]:
        """The sources a region applies: those its profile names, and every instrument that continues one of them."""
        if not self.penerus:
            return daerah.menerapkan
        later = (one for sumber in daerah.menerapkan for one in self.penerus.get(sumber, ()))
        return tuple(dict.fromkeys([*daerah.menerapkan, *later]))

    def daerah_of(self, kd_klpd: str) -> Daerah | None:
        """The profile chosen by `meta.kd_klpd`, or None."""
        return next((daerah for daerah in self.daerah.values() if daerah.kd_klpd == kd_klpd), None)

    @property
    def daerah_dikenal(self) -> str:
        """`D69 (dki-jakarta), D51 (kabupaten-pandeglang)`: the regions there are, as many as a sentence can hold."""
        told = [f"{one.kd_klpd} ({one.id})" for one in self.daerah.values()]
        return ", ".join([*told[:_FEW], *([f"dan {len(told) - _FEW} lagi"] if len(told) > _FEW else [])])

    def place_in_words(self, citation: Citation) -> str:
        """The cited place, `Pasal 22 ayat (3)`; with a remark where no place of its source is on record to compare."""
        listed = self.sumber_hukum.get(citation.sumber)
        clauses = (one.dasar[0].sumber == citation.sumber for one in self.ketentuan.values())
        if not citation.tempat or (listed is not None and listed.tempat) or any(clauses):
            return citation.tempat_terbaca
        return f"{citation.tempat_terbaca} ({TEMPAT_BELUM_DICOCOKKAN})"

    def bands_of(self, pita_id: str) -> tuple[Band, ...]:
        """The bands a figure under this pita can end in: its own, then those of the indicators that settle one."""
        own = self.pita[pita_id].batas
        settling = [self.indikator.get(band.ditegaskan_oleh or "") for band in own]
        found = [self.pita.get(one.pita or "") for one in settling if one is not None]
        settled = [band for one in found if one is not None for band in one.batas]
        return tuple({band.id: band for band in (*settled, *own)}.values())

    def ways(self, rujukan: Rujukan | None) -> tuple[str, ...]:
        """Every ukuran or indikator that a reference may lead to, whatever is chosen."""
        if rujukan is None:
            return ()
        if rujukan.langsung is not None:
            return (rujukan.langsung,)
        pilihan = self.pilihan.get(rujukan.pilihan or "")
        return tuple(pilihan.opsi.values()) if pilihan else ()

    def choices_of(self, names: Container[str]) -> frozenset[str]:
        """The open readings that choose among these names."""
        return frozenset(key for key, one in self.pilihan.items() if any(way in names for way in one.opsi.values()))

    def conditions(self, memenuhi: Iterable[str]) -> tuple[str, ...]:
        """The conditions that the names may stand for, whatever is chosen."""
        return tuple(way for name in memenuhi for way in (self.ways(Rujukan(pilihan=name)) or (name,)))

    @property
    def penegas(self) -> frozenset[str]:
        """The indicators that settle a band of another one."""
        bands = (band for pita in self.pita.values() for band in pita.batas)
        return frozenset(band.ditegaskan_oleh for band in bands if band.ditegaskan_oleh is not None)

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
        """Whether the region applies the cited source, or one that continues it, in force on `tanggal` (cut-off)."""
        return self.through(citation, tanggal) is not None

    def through(self, citation: Citation, tanggal: date | None = None) -> SumberHukum | None:
        """The instrument by which a citation holds here: its own source, else one that continues that; or None."""
        register, applied = self.rulebook.sumber_hukum, self.rulebook.diterapkan(self.daerah)
        if citation.sumber in applied and self._speaks(register[citation.sumber], tanggal):
            return register[citation.sumber]
        later = (name for name in self.rulebook.penerus.get(citation.sumber, ()) if name in applied)
        speaking = (name for name in later if self._speaks(register[name], tanggal))
        return next((register[name] for name in speaking if not left_out(register, name, citation)), None)

    def _speaks(self, source: SumberHukum, tanggal: date | None) -> bool:
        return source.in_force(tanggal or self.data_per) and source.covers(self.periode)

    def cited(self, citation: Citation) -> SumberHukum:
        """The cited source as a document names it: what another instrument carries on is named with that one."""
        source, through = self.rulebook.sumber_hukum[citation.sumber], self.through(citation)
        if through is None or through.id == source.id:
            return source
        return replace(source, sebutan_khusus=f"{source.sebutan} yang dilanjutkan dengan {through.sebutan}")

    @property
    def jadwal(self) -> Mapping[str, Kegiatan]:
        """The schedule's activities as they fall in this quarter; those no instrument here asks for as written."""
        return {name: self._here(one) for name, one in self.rulebook.jadwal.items()}

    @property
    def kewajiban(self) -> tuple[Kewajiban, ...]:
        """The duties asked for here, those carried on in the words of this quarter."""
        return tuple(self._duty_here(one) for one in self.rulebook.kewajiban.values() if self.citations(one.dasar))

    @property
    def dokumen(self) -> tuple[Dokumen, ...]:
        """The documents that a law in force asks for in this period."""
        papers = (one for one in self.rulebook.dokumen.values() if one.due_in(self.periode))
        return tuple(one for one in papers if self.citations(one.dasar))

    def _duty_here(self, one: Kewajiban) -> Kewajiban:
        cited = self.citations(one.dasar)[0]
        source, through = self.rulebook.sumber_hukum[cited.sumber], self.through(cited)
        if through is None or source.untuk is None or through.untuk is None:
            return one
        return replace(one, judul=in_words_of(one.judul, source.untuk, through.untuk))

    def _here(self, kegiatan: Kegiatan) -> Kegiatan:
        cited = kegiatan.dasar[0]
        source, through = self.rulebook.sumber_hukum[cited.sumber], self.through(cited)
        if through is None or through.id == source.id or source.untuk is None or through.untuk is None:
            return kegiatan
        moved, own = in_quarter(kegiatan, source.untuk, through.untuk), through.jadwal.get(kegiatan.id)
        return replace(moved, **{key: value for key, value in asdict(own).items() if value}) if own else moved

    @property
    def belum_ditetapkan(self) -> tuple[SumberHukum, ...]:
        """The instruments that speak here and have no number or day yet."""
        known = (self.rulebook.sumber_hukum[name] for name in self.rulebook.diterapkan(self.daerah))
        return tuple(one for one in known if one.belum_ditetapkan and self._speaks(one, None))

    def citations(self, dasar: Iterable[Citation], tanggal: date | None = None) -> tuple[Citation, ...]:
        """Those of `dasar` that apply here."""
        return tuple(citation for citation in dasar if self.applies(citation, tanggal))

    def parameter(self, parameter_id: str, tanggal: date | None = None) -> Dated[Decimal] | None:
        """The parameter's value here, or None where no law in force gives one. `tanggal`: the document's date."""
        return self._choose(self.rulebook.parameter[parameter_id].nilai, tanggal)

    def daftar(self, daftar_id: str, tanggal: date | None = None) -> Dated[tuple[ListItem, ...]] | None:
        """The list's content here, or None.

        In a quarter that no instrument speaks of, the content nearest before it, so that figures can be had; nothing
        judges them.
        """
        values = self.rulebook.daftar[daftar_id].nilai
        return self._choose(values, tanggal) or (self._nearest(values) if self.tanpa_instrumen else None)

    def versi(self, putusan_id: str, tanggal: date) -> Dated[tuple[PilihanPutusan, ...]] | None:
        """The rows of a verdict in force on an object's date, or None."""
        return self._choose(self.rulebook.putusan[putusan_id].versi, tanggal)

    def day(self, nama: str) -> date:
        """The day a term calls `data_per` or `awal_tahun`; raises KeyError for any other word.

        Payments of a budget year end with it, whatever the cut-off.
        """
        last = min(self.data_per, date(self.periode.tahun, 12, 31))
        return {"data_per": last, "awal_tahun": self.periode.awal}[nama]

    def bentuk(self, dokumen: Dokumen, tanggal: date) -> Bentuk:
        """The form of a document on its date.

        What is said for all regions, then what the region says, each for all documents before its kind, then its own.
        """
        kinds = (SEMUA, dokumen.golongan_naskah)
        general = [one.nilai for name in kinds if (one := self.rulebook.bentuk.get(name))]
        own = [self.daerah.bentuk.get(name, ()) for name in kinds]
        return merged([*(in_force(values, tanggal) for values in (*general, *own)), dokumen.bentuk])

    def pilihan(self, pilihan_id: str) -> str:
        """The way read here: the region's own choice, else the default."""
        return self.daerah.pilihan.get(pilihan_id, self.rulebook.pilihan[pilihan_id].dipakai)

    def syarat(self, nama: str) -> Syarat:
        """The condition of that name, or the one that the open reading of that name chooses here."""
        pilihan = self.rulebook.pilihan.get(nama)
        return self.rulebook.syarat[pilihan.opsi[self.pilihan(nama)] if pilihan is not None else nama]

    def resolve(self, rujukan: Rujukan) -> str:
        """The ukuran or indikator a reference names here."""
        if rujukan.langsung is not None:
            return rujukan.langsung
        assert rujukan.pilihan is not None  # noqa: S101 - the loader holds every reference to one of the two
        return self.rulebook.pilihan[rujukan.pilihan].opsi[self.pilihan(rujukan.pilihan)]

    def _choose(self, values: Iterable[Dated[Isi]], tanggal: date | None) -> Dated[Isi] | None:
        on = tanggal or self.data_per
        return newest(dated for dated in values if dated.in_force(on) and self.citations(dated.dasar, on))

    def _nearest(self, values: Iterable[Dated[Isi]]) -> Dated[Isi] | None:
        """Of the values that the region's instruments for other quarters give: the last by now, else the first."""
        bound = {source.id for source in self.instrumen}
        known = [dated for dated in values if not bound.isdisjoint(cited.sumber for cited in dated.dasar)]
        begun = newest(dated for dated in known if dated.berlaku_sejak <= self.data_per)
        return begun or min(known, key=lambda dated: dated.berlaku_sejak, default=None)

    @property
    def instrumen(self) -> tuple[SumberHukum, ...]:
        """The region's instruments that speak of one year or quarter alone; those of others for one without any law."""
        register, own = self.rulebook.sumber_hukum, self.rulebook.diterapkan(self.daerah)
        names = own or [key for key, one in register.items() if not one.simulasi]
        return tuple(register[key] for key in names if register[key].untuk)

    @property
    def tanpa_instrumen(self) -> bool:
        """Whether the region works by no law, or by such instruments, none of which speaks of this period."""
        own = bool(self.rulebook.diterapkan(self.daerah))
        return bool(self.instrumen) and not (own and any(source.covers(self.periode) for source in self.instrumen))

    @property
    def simulasi(self) -> bool:
        """Whether anything judged here rests on an assumption instead of law."""
        return any(self.rulebook.sumber_hukum[sumber].simulasi for sumber in self.rulebook.diterapkan(self.daerah))
