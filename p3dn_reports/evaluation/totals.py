"""Sums and counts per reporting unit: exact, rolled up without rounding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal, localcontext
from typing import NamedTuple

from p3dn_reports.evaluation.availability import Measure
from p3dn_reports.evaluation.groups import Group

_EXACT = Context(prec=100)


class Total(NamedTuple):
    """How many rows, and the sum of their amounts (rupiah; 0 where only counted)."""

    banyak: int = 0
    jumlah: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals by measure and reporting unit, and how many rows of each table are the unit's at all."""

    nilai: Mapping[tuple[Measure, str], Total] = field(default_factory=dict)
    baris: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def of(self, measure: Measure, unit: str) -> Total:
        """The unit's total; of a unit without rows, zero."""
        return self.nilai.get((measure, unit), Total())


def exact_sum(values: Iterable[Decimal]) -> Decimal:
    """The sum without rounding, whatever the precision set for the thread."""
    with localcontext(_EXACT):
        return sum(values, Decimal(0))


def add(totals: Iterable[Total]) -> Total:
    """Several totals as one."""
    listed = list(totals)
    return Total(sum(one.banyak for one in listed), exact_sum(one.jumlah for one in listed))


def totals(groups: Mapping[str, Iterable[Group]], measures: Iterable[Measure]) -> Totals:
    """The measures per reporting unit, from the groups of their tables."""
    nilai: dict[tuple[Measure, str], list[Total]] = {}
    baris: dict[tuple[str, str], int] = {}
    chosen = list(dict.fromkeys(measures))
    for tabel, listed in groups.items():
        asked = [measure for measure in chosen if measure.tabel == tabel]
        for group in listed:
            baris[tabel, group.unit] = baris.get((tabel, group.unit), 0) + group.banyak
            for measure in asked:
                if measure.memenuhi in group.memenuhi:
                    jumlah = group.jumlah[measure.jumlah] if measure.jumlah else Decimal(0)
                    nilai.setdefault((measure, group.unit), []).append(Total(group.banyak, jumlah))
    return Totals({key: add(parts) for key, parts in nilai.items()}, baris)
