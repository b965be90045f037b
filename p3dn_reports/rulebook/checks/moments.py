"""The days and periods on which anything can change, region by region.

Values, laws and bindings to a period change only on a few dates. Looking at the rulebook through `Scope`, as the
assessment does, on each of those days and for each period that some law is bound to, sees every state there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from p3dn_reports.rules import Daerah, Dated, Rulebook, Scope
from p3dn_reports.vocabulary import Periode

Moment = Scope

# A period that no instrument is bound to: what holds in it rests on law without such a bond.
_FREE = Periode(1)


def breakpoints(rulebook: Rulebook, values: Iterable[Dated[Any]]) -> tuple[date, ...]:
    """The days from which on one of `values`, or a law it rests on, holds or holds no more, in order."""
    days: set[date | None] = set()
    for dated in values:
        sources = [rulebook.sumber_hukum[item.sumber] for item in dated.dasar if item.sumber in rulebook.sumber_hukum]
        days |= {dated.berlaku_sejak, day_after(dated.berlaku_sampai)}
        days |= {day for one in sources for day in (one.berlaku_sejak, day_after(one.berlaku_sampai))}
    return tuple(sorted(day for day in days if day is not None))


def day_after(last: date | None) -> date | None:
    """The first day on which what ends with `last` holds no more; None for what does not end in this calendar."""
    return None if last is None or last == date.max else last + timedelta(days=1)


def moments(rulebook: Rulebook, days: Sequence[date]) -> Iterator[list[Moment]]:
    """For each region and period, the rulebook as it stands on each of `days`, in order."""
    for daerah in rulebook.daerah.values():
        for periode in _periods(rulebook, daerah):
            yield [rulebook.scope(daerah, periode, day) for day in days]


def applicable(moment: Moment, values: Sequence[Dated[Any]]) -> list[int]:
    """Which of `values` hold there and then, by index, the newest first. Unknown law counts for nothing."""
    known = moment.rulebook.sumber_hukum
    holding = [
        index
        for index, dated in enumerate(values)
        if dated.in_force(moment.data_per)
        and any(moment.applies(citation) for citation in dated.dasar if citation.sumber in known)
    ]
    return sorted(holding, key=lambda index: values[index].berlaku_sejak, reverse=True)


def _periods(rulebook: Rulebook, daerah: Daerah) -> tuple[Periode, ...]:
    sources = [rulebook.sumber_hukum[name] for name in rulebook.diterapkan(daerah) if name in rulebook.sumber_hukum]
    bound = {source.untuk for source in sources if source.untuk is not None}
    return (_FREE, *sorted(bound, key=lambda periode: (periode.tahun, periode.triwulan or 0)))
