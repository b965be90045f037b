"""The places of rows among each other by date; rows of one act on one day share a place, or are counted inside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import groupby

from p3dn_reports.evaluation.objects.aggregates import SHOWN
from p3dn_reports.evaluation.objects.conditions import Vonis
from p3dn_reports.evaluation.objects.sheets import Objek
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.rules import Urutan

IN_ORDER = "urutan menurut tanggal"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row with its day, what tells its act apart (None: every row is one), and the condition it does not meet."""

    objek: Objek
    hari: Langkah
    perbuatan: Langkah | None = None
    di_luar: Vonis | None = None

    @property
    def sebab(self) -> str | None:
        """Why its place, and with it every other, cannot be told: whether it counts is not known, or has no date."""
        if self.di_luar is None:
            return self.hari.sebab
        return self.di_luar.sebab

    @property
    def day(self) -> date:
        """The day of a row that has one."""
        assert isinstance(self.hari.nilai, date)  # noqa: S101 - the rulebook's checks hold the column to dates
        return self.hari.nilai

    def act(self, number: int) -> tuple[object, ...]:
        """What is equal for rows of one act; a row that does not say its act is one of its own (`number`)."""
        if self.perbuatan is None or self.perbuatan.nilai is None:
            return (self.day, None, number)
        return (self.day, str(self.perbuatan.nilai).strip().lower())


def places(one: Urutan, rows: Sequence[Entry]) -> Mapping[Objek, Langkah]:
    """The place of every row, or why it cannot be told: a row without a date could stand anywhere."""
    wanting = next((row.sebab for row in rows if row.sebab), None)
    if wanting is not None:
        return {row.objek: Langkah(IN_ORDER, "jumlah", sebab=wanting) for row in rows}
    in_order = sorted((row for row in rows if row.di_luar is None), key=lambda row: row.day)
    found = {row.objek: _left_out(row.di_luar) for row in rows if row.di_luar is not None}
    for _, alike in groupby(in_order, key=lambda row: row.day.year if one.mulai_lagi else 0):
        found |= _counted(one, list(alike))
    return found


def _left_out(unmet: Vonis) -> Langkah:
    return Langkah(IN_ORDER, "jumlah", sebab=f"tidak ikut dihitung, karena tidak memenuhi: {unmet.kalimat}")


def _counted(one: Urutan, rows: list[Entry]) -> dict[Objek, Langkah]:
    numbers = list(_numbers(one, rows))
    listed = tuple(replace(row.hari, uraian=f"ke-{n}") for row, n in zip(rows[:SHOWN], numbers, strict=False))
    open_from = _open_from(rows)
    found: dict[Objek, Langkah] = {}
    for row, number in zip(rows, numbers, strict=True):
        doubt = open_from.get(row.day) if one.di_dalam else _since(open_from, row.day)
        known = Langkah(IN_ORDER, "jumlah", Fraction(number), bagian=listed)
        found[row.objek] = Langkah(IN_ORDER, "jumlah", sebab=doubt) if doubt else known
    return found


def _numbers(one: Urutan, rows: Iterable[Entry]) -> Iterator[int]:
    acts: dict[tuple[object, ...], list[int]] = {}
    for at, row in enumerate(rows):
        act = acts.setdefault(row.act(at), [len(acts) + 1, 0])
        act[1] += 1
        yield act[1] if one.di_dalam else act[0]


def _open_from(rows: Iterable[Entry]) -> dict[date, str]:
    """The days, in order, on which a row among several does not say its act, and why."""
    found: dict[date, str] = {}
    for day, shared in groupby(rows, key=lambda row: row.day):
        several = list(shared)
        silent = [row.perbuatan for row in several if row.perbuatan is not None and row.perbuatan.nilai is None]
        if len(several) > 1 and silent:
            found[day] = silent[0].sebab or ""
    return found


def _since(open_from: Mapping[date, str], day: date) -> str | None:
    """Why a place cannot be told from the first such day on."""
    return next((why for first, why in open_from.items() if first <= day), None)
