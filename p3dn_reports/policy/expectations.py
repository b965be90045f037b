"""What a case expects, held against what the rulebook made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from p3dn_reports.evaluation.assessment import Figures, IndikatorResult, KategoriPenghargaan, NilaiPeserta
from p3dn_reports.formatting import angka, rupiah
from p3dn_reports.pipeline import Assessed, Quarter
from p3dn_reports.policy.amounts import is_amount
from p3dn_reports.policy.breakdown_expectations import differences as breakdown_differences
from p3dn_reports.policy.object_expectations import Differs, ObjectAnswers
from p3dn_reports.policy.ranking_expectations import differences as ranking_differences
from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.cases import Kasus
from p3dn_reports.rulebook.source import suggestion
from p3dn_reports.rules import Rulebook

TIDAK_DINILAI = "tidak dinilai"
TIDAK_LENGKAP = "tidak lengkap"
DAERAH = "daerah"

Way = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One expectation that did not come true: its line, what it is about, both sides."""

    baris: int
    hal: str
    diharapkan: str
    dihasilkan: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One case beside its assessment."""

    case: Kasus
    assessed: Assessed
    rules: Rulebook
    quarter: Quarter

    def mismatches(self) -> Iterator[Mismatch]:
        """Every expectation that did not come true."""
        for section, wanted in self.case.harapan.items():
            yield from _SECTIONS[section](self, (section,), wanted)

    def units(self, way: Way, wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        """Indicators of units."""
        for kode, indicators in wanted.items():
            found = self.assessed.assessment.unit_result(kode)
            if found is None:
                yield self._differs((*way, kode), kode, "bukan unit pelapor di sini")
            else:
                yield from self._figures((*way, kode), found.figures, indicators)

    def region(self, way: Way, wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        """Indicators of the region."""
        yield from self._figures(way, self.assessed.assessment.seluruh, wanted)

    def sums(self, way: Way, wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        """Sums of units."""
        for kode, sums in wanted.items():
            found = self.assessed.assessment.unit_result(kode)
            for name, text in sums.items():
                here = (*way, kode, name)
                if found is None or name not in found.figures.ukuran:
                    yield self._differs(here, text, "tidak ada unit atau ukuran itu")
                    continue
                value = found.figures.ukuran[name]
                if not is_amount(text, None if value is None else Fraction(value)):
                    yield self._differs(here, text, self._amount(value, name))

    def checks(self, way: Way, wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        """Which units a check remarks upon."""
        for name, codes in wanted.items():
            kode = name.replace("_", "-")
            units = {unit for found in self.assessed.problems if found.kode == kode for unit in _units(found)}
            yield from self._codes((*way, name), codes, units)
        yield from self._unknown(way, wanted, self.rules.pemeriksaan)

    def documents(self, way: Way, wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        """Which units get a document."""
        for name, codes in wanted.items():
            due = {
                item.unit.unit.kode_satker if item.unit else DAERAH
                for item in self.assessed.planned
                if item.dokumen.id == name and not item.ditahan
            }
            yield from self._codes((*way, name), codes, due)
        yield from self._unknown(way, wanted, self.rules.dokumen)

    def awards(self, way: Way, wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        """Nominees and categories."""
        for group, parts in wanted.items():
            kategori = [
                one
                for award in self.assessed.assessment.penghargaan
                if award.penghargaan == group
                for one in award.kategori
            ]
            yield from self._nominated((*way, group, "nominasi"), group, parts)
            yield from self._nominees((*way, group, "peserta"), kategori, parts.get("peserta", {}))
            yield from self._categories((*way, group, "kategori"), group, kategori, parts.get("kategori", {}))
        yield from self._unknown(way, wanted, self.rules.penghargaan)

    def rankings(self, way: Way, wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        """The largest rows of units."""
        known = {name: units for name, units in wanted.items() if name in self.rules.peringkat}
        yield from self._of_objects(way, ranking_differences(self.assessed.assessment, known))
        yield from self._unknown(way, wanted, self.rules.peringkat)

    def breakdowns(self, way: Way, wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        """The lines of breakdowns."""
        known = {name: units for name, units in wanted.items() if name in self.rules.rincian}
        yield from self._of_objects(way, breakdown_differences(self.assessed.assessment, known, DAERAH))
        yield from self._unknown(way, wanted, self.rules.rincian)

    def object_figures(self, way: Way, wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        """Figures of objects."""
        yield from self._of_objects(way, ObjectAnswers.of(self.quarter).figures(wanted))
        yield from self._unknown(way, wanted, self.rules.hitungan)

    def verdicts(self, way: Way, wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        """Verdicts on objects."""
        yield from self._of_objects(way, ObjectAnswers.of(self.quarter).verdicts(wanted))
        yield from self._unknown(way, wanted, self.rules.putusan)

    def _of_objects(self, way: Way, found: Iterable[Differs]) -> Iterator[Mismatch]:
        return (self._differs((*way, *one.letak), one.diharapkan, one.dihasilkan) for one in found)

    def problems(self, way: Way, wanted: list[str]) -> Iterator[Mismatch]:
        """Codes that must be among the problems."""
        found = {problem.kode for problem in self.assessed.problems}
        for kode in wanted:
            if kode not in found:
                yield self._differs(way, kode, ", ".join(sorted(found)) or "tidak ada temuan")

    def _figures(self, way: Way, figures: Figures, wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        for name, expected in wanted.items():
            result = figures.indikator.get(name)
            if result is None:
                yield self._differs((*way, name), name, "tidak ada indikator itu")
                continue
            for field, text in expected.items():
                if not _INDICATOR[field](result, text):
                    yield self._differs((*way, name, field), text, self._indicator_shown(result, field))

    def _indicator_shown(self, result: IndikatorResult, field: str) -> str:
        match field:
            case "nilai":
                return result.tampil
            case "status":
                return result.pita or TIDAK_DINILAI
            case "sebab":
                return result.sebab or "-"
        divided = result.ukuran_pembilang if field == "pembilang" else result.ukuran_penyebut
        return self._amount(getattr(result, field), divided)

    def _amount(self, value: Fraction | Decimal | None, ukuran: str) -> str:
        """A sum as a case may write it, in rupiah too; what is counted has no rupiah."""
        if value is None:
            return "tidak ada"
        return angka(value) if self.rules.ukuran[ukuran].jumlah is None else f"{angka(value)} ({rupiah(value)})"

    def _unknown(self, way: Way, wanted: Iterable[str], known: Iterable[str]) -> Iterator[Mismatch]:
        """Rules that are not there: an expectation of nothing would else always come true."""
        names = list(known)
        for name in wanted:
            if name not in names:
                yield self._differs((*way, name), name, f"tidak ada aturan itu. {suggestion(name, names)}")

    def _codes(self, way: Way, wanted: list[str], found: set[str]) -> Iterator[Mismatch]:
        if set(wanted) != found:
            yield self._differs(way, _listed(wanted), _listed(found))

    def _nominated(self, way: Way, group: str, parts: Mapping[str, Any]) -> Iterator[Mismatch]:
        if "nominasi" in parts:
            results = [award for award in self.assessed.assessment.penghargaan if award.penghargaan == group]
            found = {one.peserta for award in results for one in award.penilaian_awal if one.nominasi}
            yield from self._codes(way, parts["nominasi"], found)

    def _nominees(self, way: Way, kategori: list[KategoriPenghargaan], wanted: Mapping[str, Any]) -> Iterator[Mismatch]:
        found = {one.peserta: one for group in kategori for one in group.peserta}
        for name, expected in wanted.items():
            for field, text in expected.items():
                shown = _nominee_shown(found[name], field) if name in found else "tidak ada calon itu"
                if name not in found or not _nominee_is(found[name], field, text, shown):
                    yield self._differs((*way, name, field), text, shown)

    def _categories(
        self, way: Way, group: str, kategori: list[KategoriPenghargaan], wanted: Mapping[str, Any]
    ) -> Iterator[Mismatch]:
        found = {one.kategori or group: one.sebab or "diikutkan" for one in kategori}
        for name, text in wanted.items():
            shown = found.get(name, "tidak ada kategori itu")
            if text.casefold() not in shown.casefold():
                yield self._differs((*way, name), text, shown)

    def _differs(self, way: Way, wanted: str, found: str) -> Mismatch:
        return Mismatch(self.case.baris(*way), " › ".join(way), wanted, found)


_SECTIONS: Mapping[str, Callable[[Comparison, Way, Any], Iterator[Mismatch]]] = {
    "unit": Comparison.units,
    "seluruh": Comparison.region,
    "ukuran": Comparison.sums,
    "pemeriksaan": Comparison.checks,
    "dokumen": Comparison.documents,
    "penghargaan": Comparison.awards,
    "masalah": Comparison.problems,
    "peringkat": Comparison.rankings,
    "rincian": Comparison.breakdowns,
    "hitungan": Comparison.object_figures,
    "putusan": Comparison.verdicts,
}

_INDICATOR: Mapping[str, Callable[[IndikatorResult, str], bool]] = {
    "nilai": lambda result, text: text == result.tampil or is_amount(text, result.nilai),
    "pembilang": lambda result, text: is_amount(text, result.pembilang),
    "penyebut": lambda result, text: is_amount(text, result.penyebut),
    "status": lambda result, text: text == (result.pita or TIDAK_DINILAI),
    "sebab": lambda result, text: text.casefold() in (result.sebab or "").casefold(),
}


def _units(found: Problem) -> tuple[str, ...]:
    """Whom a remark is about; one about no unit is about the whole region."""
    return tuple(found.unit) or (DAERAH,)


def _nominee_shown(one: NilaiPeserta, field: str) -> str:
    if field == "nilai_akhir":
        return TIDAK_LENGKAP if one.nilai_akhir is None else angka(one.nilai_akhir)
    if field == "penerima":
        return "ya" if one.penerima else "tidak"
    return str(getattr(one, field) or "-")


def _nominee_is(one: NilaiPeserta, field: str, text: str, shown: str) -> bool:
    if field == "sebab":
        return text.casefold() in shown.casefold()
    return text == shown or (field == "nilai_akhir" and is_amount(text, one.nilai_akhir))


def _listed(codes: list[str] | set[str]) -> str:
    return ", ".join(sorted(codes)) or "tidak satu pun"
