"""The whole rulebook, and how it stands for one region, period and cut-off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from p3dn_reports.rules.figures import Indikator, Pilihan, Pita, Rujukan, Target
from p3dn_reports.rules.law import Citation, Daftar, Dated, Kegiatan, ListItem, Parameter, SumberHukum, TakTerkodekan
from p3dn_reports.rules.papers import Daerah, Dokumen, Penghargaan, Tafsir
from p3dn_reports.rules.rows import DerivedColumn, Pemeriksaan, Rincian, Syarat, Ukuran
from p3dn_reports.vocabulary import Periode

Isi = TypeVar("Isi")


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
