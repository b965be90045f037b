"""Rows of another system that say one thing again, such as one row for every contract of a package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from p3dn_reports.inputs.cells import Cell, Row


@dataclass(slots=True)
class Repeats:
    """How many rows were left out; by column the first difference met: its row, the value used, the other, how many."""

    rows: int = 0
    differing: dict[str, tuple[int, Cell, Cell, int]] = field(default_factory=dict)

    def note(self, name: str, number: int, used: Cell, other: Cell) -> None:
        """Note that a row left out says something else."""
        first = self.differing.get(name, (number, used, other, 0))
        self.differing[name] = (*first[:3], first[3] + 1)


def first_of_each(
    rows: Sequence[Row], header: int, keys: Sequence[str], names: Sequence[str]
) -> tuple[list[Row], Repeats]:
    """The rows, blank where one above has the same key; a row without its key stays."""
    places = [names.index(name) for name in keys]
    found: list[Row] = [*rows[: header + 1]]
    first: dict[tuple[Cell, ...], Row] = {}
    repeats = Repeats()
    for number, row in enumerate(rows[header + 1 :], start=header + 2):
        key = tuple(row[at] for at in places) if row else ()
        kept = row if not row or None in key or "" in key else first.setdefault(key, row)
        found.append(row if kept is row else [])
        if kept is row:
            continue
        repeats.rows += 1
        for name, used, other in zip_longest(names, kept, row):
            if used != other:
                repeats.note(name, number, used, other)
    return found, repeats
