"""Figures and verdicts of the objects that a case names, worked out when asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from p3dn_reports.evaluation.objects.assess import find
from p3dn_reports.evaluation.objects.calculator import Calculator
from p3dn_reports.evaluation.objects.results import PutusanResult
from p3dn_reports.evaluation.objects.sheets import Objek, Sheets
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.evaluation.objects.verdicts import Judge
from p3dn_reports.pipeline import Quarter
from p3dn_reports.policy.answers import TIDAK_ADA, Absent, Answer, Said
from p3dn_reports.rules import Hitungan, Putusan

BELUM_DIPUTUS = "belum dapat diputus"
TIDAK_DIPUTUS = "tidak diputus"

Found = TypeVar("Found")
Rule = TypeVar("Rule", Hitungan, Putusan)


@dataclass(frozen=True, slots=True)
class ObjectAnswers:
    """The figures and verdicts of one case's objects."""

    calculator: Calculator

    @classmethod
    def of(cls, quarter: Quarter) -> ObjectAnswers:
        """A calculator over the tables of the case."""
        return cls(Calculator(Sheets(quarter.tables), quarter.scope))

    def figure(self, one: Hitungan, objek: Objek) -> Langkah:
        """The figure of an object as asked at the cut-off."""
        return self.calculator.figure(one, objek, self.calculator.scope.data_per)

    def verdict(self, one: Putusan, objek: Objek) -> PutusanResult | None:
        """The verdict on an object; None for one that is kept out."""
        return Judge(one, self.calculator).result(objek)

    def one(self, rule: Rule, sebutan: str, ask: Callable[[Rule, Objek], Found]) -> Found | Absent:
        """The answer for the one object so named, or why there is not just one."""
        found = find(self.calculator, rule, sebutan)
        if len(found) == 1:
            return ask(rule, found[0])
        known = self.calculator.sheets.objects(rule.tabel, rule.untuk_setiap)
        names = "; ".join(objek.sebutan for objek in known) or "tidak ada objek"
        return Absent(f"{len(found)} objek bernama demikian ({names})")

    def said_of_figure(self, rule: Hitungan, sebutan: str) -> Answer:
        """The value as printed or as a number, else why there is none."""
        step = self.one(rule, sebutan, self.figure)
        return step if isinstance(step, Absent) else _said(step)

    def said_of_verdict(self, rule: Putusan, sebutan: str) -> Callable[[str], Answer]:
        """By part: which choice, its amount, what is wanting, why it cannot be decided."""
        result = self.one(rule, sebutan, self.verdict)
        return lambda part: result if isinstance(result, Absent) else _PARTS[part](result)


def _said(step: Langkah) -> Said:
    if step.nilai is None:
        return Said(f"{step.tampil}: {step.sebab}", partly=True)
    return Said(step.tampil, step.nilai if isinstance(step.nilai, Fraction) else None)


_PARTS: Mapping[str, Callable[[PutusanResult | None], Answer]] = {
    "putusan": lambda result: Said(TIDAK_DIPUTUS if result is None else result.pilihan or BELUM_DIPUTUS),
    "nilai": lambda result: _said(result.nilai) if result and result.nilai else Said(TIDAK_ADA),
    "kurang": lambda result: Said("; ".join(result.kurang if result else ()) or TIDAK_ADA, partly=True),
    "sebab": lambda result: Said((result.sebab if result else None) or TIDAK_ADA, partly=True),
}
