"""Which figures and verdicts of objects a case exercised, and from which side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from p3dn_reports.pipeline import Quarter
from p3dn_reports.policy.answers import Absent
from p3dn_reports.policy.object_answers import ObjectAnswers
from p3dn_reports.rulebook.cases import Kasus
from p3dn_reports.rules import PADA_KELOMPOK, Banding, Kata, Operasi, Putusan, Rumus, Tetapan


class Tried(NamedTuple):
    """One expectation: whether the figure could be had or the verdict be given, and which choice it was."""

    bagian: str
    id: str
    benar: bool
    pilihan: str | None = None


def tried(case: Kasus, quarter: Quarter) -> Iterator[Tried]:
    """Every figure and verdict that the case expects something of."""
    answers, rules = ObjectAnswers.of(quarter), quarter.scope.rulebook
    for name, objects in case.harapan.get("hitungan", {}).items():
        for sebutan in objects if name in rules.hitungan else ():
            step = answers.one(rules.hitungan[name], sebutan, answers.figure)
            if not isinstance(step, Absent):
                yield Tried("hitungan", name, step.nilai is not None)
    for name, objects in case.harapan.get("putusan", {}).items():
        for sebutan in objects if name in rules.putusan else ():
            result = answers.one(rules.putusan[name], sebutan, answers.verdict)
            if not isinstance(result, Absent):
                chosen = result.pilihan if result else None
                yield Tried("putusan", name, chosen is not None, chosen)


def always_there(rumus: Rumus) -> bool:
    """Whether a formula has a value whatever the tables hold: a number written in it, or rows that are filled."""
    if isinstance(rumus, Tetapan):
        return True
    if not (isinstance(rumus, Operasi) and rumus.kata in PADA_KELOMPOK):
        return False
    filled = [one.nilai for one in rumus.bila if one.banding is Banding.TERISI and one.ya]
    sure = all(one.banding is Banding.TERISI for one in rumus.bila) and all(part in filled for part in rumus.isi)
    return sure and rumus.kata in (Kata.TOTAL, Kata.BANYAK_BARIS)


def choices_of(putusan: Putusan) -> list[str]:
    """Every choice of a verdict, whatever its version, each once."""
    return list(dict.fromkeys(row.id for versi in putusan.versi for row in versi.nilai))
