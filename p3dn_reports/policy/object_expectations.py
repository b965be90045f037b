"""What a case expects of figures and verdicts of objects, held against what the rulebook makes of its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple, TypeVar

from p3dn_reports.evaluation.objects.assess import find
from p3dn_reports.evaluation.objects.calculator import Calculator
from p3dn_reports.evaluation.objects.results import PutusanResult
from p3dn_reports.evaluation.objects.sheets import Objek, Sheets
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.evaluation.objects.verdicts import Judge
from p3dn_reports.pipeline import Quarter
from p3dn_reports.policy.amounts import is_amount
from p3dn_reports.rules import Hitungan, Putusan

BELUM_DIPUTUS = "belum dapat diputus"
TIDAK_DIPUTUS = "tidak diputus"
TIDAK_ADA = "tidak ada"

Answer = TypeVar("Answer")
Rule = TypeVar("Rule", Hitungan, Putusan)


class Differs(NamedTuple):
    """An expectation that did not come true: the way to it below its section, and both sides."""

    letak: tuple[str, ...]
    diharapkan: str
    dihasilkan: str


@dataclass(frozen=True, slots=True)
class ObjectAnswers:
    """The figures and verdicts of one case's objects, worked out when asked for."""

    calculator: Calculator

    @classmethod
    def of(cls, quarter: Quarter) -> ObjectAnswers:
        """A calculator over the tables of the case."""
        return cls(Calculator(Sheets(quarter.tables), quarter.scope))

    def figures(self, wanted: Mapping[str, Mapping[str, str]]) -> Iterator[Differs]:
        """Figures: the value as printed or as a number, else words of the reason there is none."""
        rules = self.calculator.scope.rulebook.hitungan
        for name, sebutan, text in _asked(wanted, rules):
            step = self.one(rules[name], sebutan, self.figure)
            if isinstance(step, str):
                yield Differs((name, sebutan), text, step)
            elif not _is_step(step, text):
                yield Differs((name, sebutan), text, step.sebab or step.tampil)

    def verdicts(self, wanted: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Iterator[Differs]:
        """Verdicts: which choice, its amount, what is wanting, why it cannot be decided."""
        rules = self.calculator.scope.rulebook.putusan
        for name, sebutan, expected in _asked(wanted, rules):
            result = self.one(rules[name], sebutan, self.verdict)
            for part, text in expected.items():
                shown = result if isinstance(result, str) else _SHOWN[part](result)
                if isinstance(result, str) or not _HOLDS[part](result, text):
                    yield Differs((name, sebutan, part), text, shown)

    def figure(self, one: Hitungan, objek: Objek) -> Langkah:
        """The figure of an object as asked at the cut-off."""
        return self.calculator.figure(one, objek, self.calculator.scope.data_per)

    def verdict(self, one: Putusan, objek: Objek) -> PutusanResult | None:
        """The verdict on an object; None for one that is kept out."""
        return Judge(one, self.calculator).result(objek)

    def one(self, rule: Rule, sebutan: str, ask: Callable[[Rule, Objek], Answer]) -> Answer | str:
        """The answer for the one object so named, or why there is not just one."""
        found = find(self.calculator, rule, sebutan)
        if len(found) != 1:
            known = self.calculator.sheets.objects(rule.tabel, rule.untuk_setiap)
            names = "; ".join(objek.sebutan for objek in known) or "tidak ada objek"
            return f"{len(found)} objek bernama demikian ({names})"
        return ask(rule, found[0])


def _asked(
    wanted: Mapping[str, Mapping[str, Answer]], rules: Mapping[str, object]
) -> Iterable[tuple[str, str, Answer]]:
    """Rule, object, expectation; rules that are not there are told of elsewhere."""
    known = (name for name in wanted if name in rules)
    return ((name, sebutan, text) for name in known for sebutan, text in wanted[name].items())


def _is_step(step: Langkah, text: str) -> bool:
    if step.nilai is None:
        return text.casefold() in f"{step.tampil}: {step.sebab}".casefold()
    return text == step.tampil or (isinstance(step.nilai, Fraction) and is_amount(text, step.nilai))


def _choice(result: PutusanResult | None) -> str:
    return TIDAK_DIPUTUS if result is None else result.pilihan or BELUM_DIPUTUS


def _wanting(result: PutusanResult | None) -> str:
    return "; ".join(result.kurang) if result and result.kurang else TIDAK_ADA


def _reason(result: PutusanResult | None) -> str:
    return (result.sebab if result else None) or TIDAK_ADA


def _amount(result: PutusanResult | None) -> str:
    return result.nilai.tampil if result and result.nilai else TIDAK_ADA


def _is_that_amount(result: PutusanResult | None, text: str) -> bool:
    step = result.nilai if result else None
    return text == TIDAK_ADA if step is None else _is_step(step, text)


_SHOWN: Mapping[str, Callable[[PutusanResult | None], str]] = {
    "putusan": _choice,
    "nilai": _amount,
    "kurang": _wanting,
    "sebab": _reason,
}
_HOLDS: Mapping[str, Callable[[PutusanResult | None, str], bool]] = {
    "putusan": lambda result, text: text == _choice(result),
    "nilai": _is_that_amount,
    "kurang": lambda result, text: text.casefold() in _wanting(result).casefold(),
    "sebab": lambda result, text: text.casefold() in _reason(result).casefold(),
}
