"""What a case expects, held against what the rulebook made of it: each expectation is the name of a fact and a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.lines import RincianBaris
from p3dn_reports.evaluation.result import Path, fact
from p3dn_reports.formatting import angka, rupiah
from p3dn_reports.pipeline import Assessed, Quarter
from p3dn_reports.policy.answers import TIDAK_ADA, TIDAK_LENGKAP, Absent, Answer, Codes, Listed, Said, in_order
from p3dn_reports.policy.object_answers import ObjectAnswers
from p3dn_reports.rulebook.cases import Kasus
from p3dn_reports.rulebook.source import suggestion
from p3dn_reports.rules import Rulebook

TIDAK_DINILAI = "tidak dinilai"
DAERAH = "daerah"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One expectation that did not come true: its line, what it is about, both sides."""

    baris: int
    hal: str
    diharapkan: str
    dihasilkan: str


class Expected(NamedTuple):
    """One expectation: the way to it in the case, what is wanted there, and what was found."""

    way: Path
    wanted: Any
    found: Answer


@dataclass(frozen=True, slots=True)
class Comparison:
    """One case beside its assessment."""

    case: Kasus
    assessed: Assessed
    rules: Rulebook
    quarter: Quarter

    def mismatches(self) -> Iterator[Mismatch]:
        """Every expectation that did not come true."""
        for one in self.expected():
            if not one.found.holds(one.wanted):
                line, shown = self.case.baris(*one.way), one.found.shown(one.wanted)
                yield Mismatch(line, " › ".join(one.way), in_order(one.wanted), shown)

    def expected(self) -> Iterator[Expected]:
        """Every expectation of the case with what was found; a rule that is not there is told of too."""
        for section, wanted in self.case.harapan.items():
            known = getattr(self.rules, section) if section in _OF_RULES else wanted
            there = {name: wanted[name] for name in wanted if name in known} if section in _OF_RULES else wanted
            for way, text, found in _SECTIONS[section](self, there):
                yield Expected((section, *way), text, found)
            for name in (name for name in wanted if name not in known):
                unknown = Absent(f"tidak ada aturan itu. {suggestion(name, known)}")
                yield Expected((section, name), name, unknown)

    @property
    def assessment(self) -> Assessment:
        """What was found."""
        return self.assessed.assessment


Found = Iterator[tuple[Path, Any, Answer]]


def _units(on: Comparison, wanted: Mapping[str, Any]) -> Found:
    for kode, indicators in wanted.items():
        if on.assessment.unit_result(kode) is None:
            yield (kode,), kode, Absent("bukan unit pelapor di sini")
            continue
        for way, text, found in _indicators(on, ("unit", kode), indicators):
            yield (kode, *way), text, found


def _region(on: Comparison, wanted: Mapping[str, Any]) -> Found:
    return _indicators(on, ("seluruh",), wanted)


def _indicators(on: Comparison, whose: Path, wanted: Mapping[str, Any]) -> Found:
    for name, expected in wanted.items():
        read = _found(on.assessment, (*whose, "indikator", name))
        if read is None:
            yield (name,), name, Absent("tidak ada indikator itu")
            continue
        for part, text in expected.items():
            yield (name, part), text, _INDICATOR[part](on, partial(_part, read))


def _part(of: object, name: str) -> Any:
    return fact(of, (name,))


Read = Callable[[str], Any]
_INDICATOR: Mapping[str, Callable[[Comparison, Read], Said]] = {
    "nilai": lambda on, read: Said(read("tampil"), read("nilai_pasti")),
    "status": lambda on, read: Said(read("pita") or TIDAK_DINILAI),
    "sebab": lambda on, read: Said(read("sebab") or "-", partly=True),
    "pembilang": lambda on, read: _amount(on, read("pembilang"), read("ukuran_pembilang")),
    "penyebut": lambda on, read: _amount(on, read("penyebut"), read("ukuran_penyebut")),
}


def _sums(on: Comparison, wanted: Mapping[str, Any]) -> Found:
    for kode, sums in wanted.items():
        there = _found(on.assessment, ("unit", kode, "ukuran")) or {}
        for name, text in sums.items():
            found = _amount(on, there[name], name) if name in there else Absent("tidak ada unit atau ukuran itu")
            yield (kode, name), text, found


def _amount(on: Comparison, value: Any, ukuran: str) -> Said:
    """A sum as a case may write it, in rupiah too; what is counted has no rupiah."""
    if value is None:
        return Said(TIDAK_ADA)
    told = angka(value) if on.rules.ukuran[ukuran].jumlah is None else f"{angka(value)} ({rupiah(value)})"
    return Said(told, Fraction(value))


def _checks(on: Comparison, wanted: Mapping[str, Any]) -> Found:
    """Whom a check remarks upon; one about no unit is about the whole region."""
    for name, codes in wanted.items():
        told = (one for one in on.assessed.problems if one.kode == name.replace("_", "-"))
        yield (name,), codes, Codes(frozenset(unit for one in told for unit in one.unit or (DAERAH,)))


def _documents(on: Comparison, wanted: Mapping[str, Any]) -> Found:
    """What documents are made of: units by their codes, rows by what they are called, the region."""
    for name, keys in wanted.items():
        due = (one for one in on.assessed.planned if one.dokumen.id == name and not one.ditahan)
        yield (name,), keys, Codes(frozenset(one.subject.kunci or DAERAH for one in due))


def _problems(on: Comparison, wanted: Iterable[str]) -> Found:
    found = {problem.kode for problem in on.assessed.problems}
    for kode in wanted:
        yield (), kode, Said(kode) if kode in found else Absent(", ".join(sorted(found)) or "tidak ada temuan")


def _rankings(on: Comparison, wanted: Mapping[str, Any]) -> Found:
    for name, units in wanted.items():
        for kode, expected in units.items():
            there = _found(on.assessment, ("unit", kode, "peringkat", name))
            if there is None:
                yield (name, kode), kode, Absent("tidak ada unit pelapor atau peringkat itu")
                continue
            for part, text in expected.items():
                yield (name, kode, part), text, _ranking(fact(there, (part,)))


def _ranking(part: Any) -> Answer:
    """A list's rows, or what is said of it."""
    if not isinstance(part, tuple):
        return Said(part or TIDAK_ADA, partly=True)
    cells = ({"urutan": str(row.urutan), **row.isi, **row.pemantauan} for row in part)
    return Listed(tuple({name: Said(text or "") for name, text in row.items()} for row in cells))


def _breakdowns(on: Comparison, wanted: Mapping[str, Any]) -> Found:
    for name, units in wanted.items():
        for kode, text in units.items():
            whose = ("seluruh",) if kode == DAERAH else ("unit", kode)
            lines = _found(on.assessment, (*whose, "rincian", name))
            found = Absent("bukan unit pelapor di sini") if lines is None else Listed(tuple(map(_line, lines)))
            yield (name, kode), text, found


def _line(line: RincianBaris) -> dict[str, Said]:
    numbers = {"banyak": line.banyak, **line.jumlah, **line.bagian}
    known = {name: _number(value) for name, value in numbers.items()}
    return {"kode": Said(line.kode), "nama": Said(line.nama), **known}


def _number(value: Decimal | int | None) -> Said:
    return Said("tidak ada data") if value is None else Said(angka(value), Fraction(value))


def _awards(on: Comparison, wanted: Mapping[str, Any]) -> Found:
    for group, parts in wanted.items():
        there = _found(on.assessment, ("penghargaan", group)) or {"penilaian_awal": (), "kategori": ()}
        kategori = fact(there, ("kategori",))
        if "nominasi" in parts:
            nominated = (one.peserta for one in fact(there, ("penilaian_awal",)) if one.nominasi)
            yield (group, "nominasi"), parts["nominasi"], Codes(frozenset(nominated))
        nominees = {one.peserta: one for part in kategori for one in part.peserta}
        for name, expected in parts.get("peserta", {}).items():
            for part, text in expected.items():
                found = _nominee(nominees[name], part) if name in nominees else Absent("tidak ada calon itu")
                yield (group, "peserta", name, part), text, found
        outcomes = {one.kategori or group: one.sebab or "diikutkan" for one in kategori}
        for name, text in parts.get("kategori", {}).items():
            said = Said(outcomes[name], partly=True) if name in outcomes else Absent("tidak ada kategori itu")
            yield (group, "kategori", name), text, said


def _nominee(one: Any, part: str) -> Said:
    value = getattr(one, part)
    if part == "nilai_akhir":
        return Said(TIDAK_LENGKAP) if value is None else Said(angka(value), value)
    if isinstance(value, bool):
        return Said("ya" if value else "tidak")
    return Said(str(value or "-"), partly=part == "sebab")


def _figures_of_objects(on: Comparison, wanted: Mapping[str, Any]) -> Found:
    answers = ObjectAnswers.of(on.quarter)
    for name, objects in wanted.items():
        for sebutan, text in objects.items():
            yield (name, sebutan), text, answers.said_of_figure(on.rules.hitungan[name], sebutan)


def _verdicts(on: Comparison, wanted: Mapping[str, Any]) -> Found:
    answers = ObjectAnswers.of(on.quarter)
    for name, objects in wanted.items():
        for sebutan, expected in objects.items():
            said = answers.said_of_verdict(on.rules.putusan[name], sebutan)
            yield from (((name, sebutan, part), text, said(part)) for part, text in expected.items())


def _found(assessment: Assessment, path: Path) -> Any:
    try:
        return fact(assessment, path)
    except KeyError:
        return None


_OF_RULES = frozenset({"pemeriksaan", "dokumen", "penghargaan", "peringkat", "rincian", "hitungan", "putusan"})
"""The sections whose keys are rules: an expectation of a rule that is not there would else always come true."""

_SECTIONS: Mapping[str, Callable[[Comparison, Any], Found]] = {
    "unit": _units,
    "seluruh": _region,
    "ukuran": _sums,
    "pemeriksaan": _checks,
    "dokumen": _documents,
    "penghargaan": _awards,
    "masalah": _problems,
    "peringkat": _rankings,
    "rincian": _breakdowns,
    "hitungan": _figures_of_objects,
    "putusan": _verdicts,
}
