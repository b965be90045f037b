"""What holds in a region from which day to which, gaps included: what the rulebook chooses on each day of change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from p3dn_reports.rules import Daerah, Dated, Rulebook, Scope, SumberHukum
from p3dn_reports.vocabulary import Periode

Isi = TypeVar("Isi")
Asked = Callable[[Scope], Isi | None]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span(Generic[Isi]):
    """`isi` holds from `sejak` to `sampai`, both days included; None: nothing holds; without `sampai`: open."""

    sejak: date
    sampai: date | None
    isi: Isi | None


@dataclass(frozen=True, slots=True)
class Days:
    """The days on which anything may change in a region."""

    rulebook: Rulebook
    daerah: Daerah
    hari: tuple[date, ...]

    def spans(self, asked: Asked[Isi]) -> tuple[Span[Isi], ...]:
        """What is asked of the rulebook over time, from the first day that it has an answer; equal answers are one."""
        found: list[Span[Isi]] = []
        for day in self.hari:
            isi = asked(self.on(day))
            if found and found[-1].isi == isi:
                continue
            if found:
                found[-1] = Span(found[-1].sejak, day - _DAY, found[-1].isi)
            if found or isi is not None:
                found.append(Span(day, None, isi))
        return tuple(found)

    def on(self, day: date) -> Scope:
        """The rulebook as it stands there with that day as cut-off, in the quarter of that day."""
        return self.rulebook.scope(self.daerah, Periode.quarter_of(day), day)


def days_of(rulebook: Rulebook, daerah: Daerah) -> Days:
    """The days of change of a region: of its law, of what its law is bound to, and of every dated value."""
    found = {day for name in rulebook.diterapkan(daerah) for day in _of_source(rulebook.sumber_hukum[name])}
    found.update(day for one in rulebook.parameter.values() for day in _of_values(one.nilai))
    found.update(day for one in rulebook.daftar.values() for day in _of_values(one.nilai))
    found.update(day for one in rulebook.putusan.values() for day in _of_values(one.versi))
    return Days(rulebook, daerah, tuple(sorted(found)))


def _of_source(source: SumberHukum) -> Iterator[date]:
    yield source.berlaku_sejak
    if source.berlaku_sampai is not None:
        yield source.berlaku_sampai + _DAY
    if source.untuk is not None:
        yield source.untuk.mulai
        yield source.untuk.akhir + _DAY


def _of_values(values: Iterable[Dated[Isi]]) -> Iterator[date]:
    for dated in values:
        yield dated.berlaku_sejak
        if dated.berlaku_sampai is not None and dated.berlaku_sampai < date.max:
            yield dated.berlaku_sampai + _DAY
