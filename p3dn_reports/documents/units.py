"""The units a document lists: who stands in which band, who is held, whose letter of explanation has come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from p3dn_reports.documents.material import Material, Row
from p3dn_reports.documents.papers import letters_received
from p3dn_reports.documents.plan import Status
from p3dn_reports.evaluation.assessment import TIDAK_DAPAT_DIHITUNG, IndikatorResult, UnitResult
from p3dn_reports.evaluation.bands import Judgement, judgement
from p3dn_reports.evaluation.withholding import figure_tables, withholding
from p3dn_reports.formatting import kecil_awal, nilai_bersatuan, round_half_up

TANPA_ANGKA = "tidak_dapat_dihitung"
"""The band of the units where an indicator has no figure."""


@dataclass(frozen=True, slots=True)
class Line:
    """One unit on a list: its number there, and its number in its band."""

    units: Units
    result: UnitResult
    nomor: int
    nomor_kelompok: int

    @property
    def kode(self) -> str:
        """The unit's code."""
        return self.result.unit.kode_satker

    @property
    def row(self) -> Row:
        """The unit's master row."""
        return self.units.material.satker(self.kode)

    @property
    def capaian(self) -> IndikatorResult | None:
        """The unit's figure of what the document is about."""
        return self.result.figures.indikator.get(self.units.indikator or "")


@dataclass(frozen=True)
class Units:
    """Some units by the bands of `indikator`, what their document is about (None: nothing has bands there).

    `surat` says how the letters of the same build that explain it came out, by unit. `rapat`: the units of a band are
    numbered anew, and those that are held stand apart from all lists.
    """

    material: Material
    indikator: str | None
    semua: tuple[UnitResult, ...]
    surat: Mapping[str, Status]
    rapat: bool = False
    _rows: dict[tuple[str, str], Mapping[str, Row]] = field(default_factory=dict, compare=False)

    def rows_by(self, tabel: str, kolom: str) -> Mapping[str, Row]:
        """The rows of a table by what stands in `kolom`, the first of each."""
        if (tabel, kolom) not in self._rows:
            self._rows[tabel, kolom] = {str(row[kolom]): row for row in reversed(self.material.tables.rows(tabel))}
        return self._rows[tabel, kolom]

    @cached_property
    def daftar(self) -> tuple[Line, ...]:
        """The units listed, in their order."""
        listed = [one for one in self.semua if not (self.rapat and one.holds(self.indikator))]
        return tuple(Line(self, one, number, number) for number, one in enumerate(listed, 1))

    @cached_property
    def ditahan(self) -> tuple[UnitResult, ...]:
        """Those whose figure cannot be trusted."""
        return tuple(one for one in self.semua if one.holds(self.indikator))

    @cached_property
    def tepercaya(self) -> tuple[Line, ...]:
        """Those whose figure can."""
        return tuple(one for one in self.daftar if not one.result.holds(self.indikator))

    def kelompok(self, indikator: str | None) -> dict[str, tuple[Line, ...]]:
        """The trusted units by the band of an indicator, in the order of the bands; last those without a figure."""
        bands = dict.fromkeys(band_names(self.material, indikator), ())
        found: dict[str, list[Line]] = {band: [] for band in bands}
        for line in self.daftar if indikator else ():
            result = line.result.figures.indikator[indikator or ""]
            band = result.pita if result.nilai is not None else TANPA_ANGKA
            if not line.result.holds(indikator) and band in found:
                found[band].append(line)
        return {band: tuple(self._numbered(lines)) for band, lines in found.items()}

    def _numbered(self, lines: Sequence[Line]) -> Iterator[Line]:
        for number, line in enumerate(lines, 1):
            yield Line(self, line.result, number if self.rapat else line.nomor, number)

    @cached_property
    def menurut_pita(self) -> dict[str, tuple[Line, ...]]:
        """The units by the band of what the document is about."""
        return self.kelompok(self.indikator)

    @cached_property
    def diterima(self) -> Mapping[str, str]:
        """The letters of explanation that have gone out, in words, by unit."""
        return letters_received(self.material, self.indikator)

    @cached_property
    def alasan(self) -> Mapping[str, str]:
        """The reasons of each unit in one line."""
        reasons: dict[str, list[str]] = {}
        for row in self.material.tables.iter_rows("alasan"):
            reasons.setdefault(str(row["kode_satker"]), []).append(str(row["alasan"]).rstrip(".;"))
        return {kode: "; ".join(texts) for kode, texts in reasons.items()}

    @cached_property
    def sebab_ditahan(self) -> tuple[tuple[str, str], ...]:
        """The held units by name, each with why."""
        faults = withholding(self.material.problems, self.material.assessment.organisasi)
        tables = figure_tables(self.material.scope)
        loose = faults.loose_reasons(tables)
        reasons = ((one, faults.unit_reasons(one.unit.kode_satker, tables) or loose) for one in self.ditahan)
        return tuple((one.unit.nama, "; ".join(sebab)) for one, sebab in reasons)

    @property
    def tanpa_angka(self) -> Iterator[tuple[str, str]]:
        """The units without a figure by name, each with why."""
        for line in self.menurut_pita[TANPA_ANGKA]:
            yield line.result.unit.nama, self._why_without(line.capaian) if line.capaian else ""

    def _why_without(self, capaian: IndikatorResult) -> str:
        """Why there is no figure, and what of the unit the region's figure is therefore without."""
        if not capaian.pembilang:
            return capaian.sebab or ""
        judul = kecil_awal(self.material.scope.rulebook.ukuran[capaian.ukuran_pembilang].judul)
        left = f"{judul} {nilai_bersatuan(capaian.pembilang, capaian.satuan)}"
        return f"{capaian.sebab}; {left} tidak ikut dalam capaian daerah"

    @cached_property
    def penilaian(self) -> Judgement | None:
        """The bands in force for what the document is about."""
        pita = self.material.scope.rulebook.indikator[self.indikator].pita if self.indikator else None
        return judgement(self.material.scope, pita) if pita else None

    def sebutan_pita(self, band: str) -> str:
        """A band in words."""
        bands = self.penilaian.pita.batas if self.penilaian else ()
        words = {one.id: self.penilaian.tampil(one) for one in bands if self.penilaian}
        return {**words, TANPA_ANGKA: TIDAK_DAPAT_DIHITUNG}.get(band, band)

    @property
    def wajib(self) -> frozenset[str]:
        """The units that owe a letter. A withheld one is not yet owed: whether the unit must write is not known."""
        return frozenset(kode for kode, status in self.surat.items() if status is not Status.DITAHAN)


def band_names(material: Material, indikator: str | None) -> tuple[str, ...]:
    """The bands of an indicator in their order, last that of the units without a figure."""
    rulebook = material.scope.rulebook
    pita = rulebook.indikator[indikator].pita if indikator else None
    return (*(band.id for band in (rulebook.bands_of(pita) if pita else ())), TANPA_ANGKA)


def to_lowest_bound(line: Line) -> Decimal:
    """Rupiah still wanting to the lowest threshold of what the document is about, to the sen; 0 where it is reached."""
    lacking = line.capaian.kekurangan_ambang if line.capaian is not None else None
    return to_decimal(lacking or Fraction(0))


def amount(line: Line, divided: Fraction | None, ukuran: str) -> Decimal | None:
    """What was divided, in rupiah; where nothing was, the sum itself."""
    return to_decimal(divided) if divided is not None else line.result.figures.ukuran.get(ukuran)


def to_decimal(value: Fraction) -> Decimal:
    """The value rounded half up to two decimals."""
    cents = round_half_up(value, 2) * 100
    return Decimal(cents.numerator).scaleb(-2)


def counted(lines: Sequence[Line]) -> tuple[int, int, int]:
    """How many perangkat daerah, how many Biro, how many in all."""
    biro = sum(line.result.unit.jenis == "biro" for line in lines)
    return len(lines) - biro, biro, len(lines)


def other_reading(units: Units) -> Iterator[tuple[str, Mapping[str, IndikatorResult], IndikatorResult, str]]:
    """The units whose band would differ under another way to read what the document is about.

    Of each its name, its figures read every way, the one used, and the other band in words.
    """
    judged, others = units.penilaian, ways_of(units)
    for result in units.material.assessment.unit if judged and units.indikator else ():
        used = result.figures.indikator[units.indikator or ""]
        read = {name: result.figures.indikator[name] for name in others}
        for name, other in read.items():
            band = judged.band(other.nilai) if judged and other.nilai is not None and name != used.dibaca else None
            if judged and band and used.pita and band.id != used.pita:
                yield result.unit.nama, read, used, judged.tampil(band)


def ways_of(units: Units) -> list[str]:
    """The indicators that what the document is about may be read as, in the rulebook's order."""
    rulebook = units.material.scope.rulebook
    menurut = rulebook.indikator[units.indikator].menurut if units.indikator else None
    return list(rulebook.ways(menurut)) if menurut is not None and menurut.pilihan is not None else []
