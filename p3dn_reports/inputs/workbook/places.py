"""Where the findings of one file stand: the cells to colour, the cells to comment, what has no cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from p3dn_reports.inputs.cells import column_index
from p3dn_reports.problems import Location, Problem, Severity

MOST_PAINTED = 50_000
MOST_COMMENTS = 500
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_LEFT_OUT = re.compile(r" dan (\d+) sel lain$")
_WEIGHT = {tingkat: weight for weight, tingkat in enumerate(Severity)}
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384

Place = tuple[int, int]
"""A cell by row (from 1) and column (from 0)."""


@dataclass(slots=True)
class SheetMarks:
    """What is to be marked on one sheet."""

    painted: dict[Place, Severity] = field(default_factory=dict)
    comments: dict[Place, list[Problem]] = field(default_factory=dict)
    unmarked: int = 0

    def rows(self) -> dict[int, dict[int, Severity]]:
        """The painted cells by row and column, in order."""
        found: dict[int, dict[int, Severity]] = {}
        for (row, column), tingkat in sorted(self.painted.items()):
            found.setdefault(row, {})[column] = tingkat
        return found


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """The findings by sheet as they came, and within a sheet the heaviest first."""
    found = list(problems)
    sheets = {sheet: number for number, sheet in enumerate(dict.fromkeys(one.lokasi.lembar for one in found))}
    return sorted(found, key=lambda one: (sheets[one.lokasi.lembar], _WEIGHT[one.tingkat]))


def marks_by_sheet(problems: Iterable[Problem]) -> dict[str | None, SheetMarks]:
    """The marks of every sheet with a finding at a cell. The heaviest finding of a cell gives it its colour."""
    sheets: dict[str | None, SheetMarks] = {}
    for found in ordered(problems):
        if cells_told(found.lokasi):
            _mark(sheets.setdefault(found.lokasi.lembar, SheetMarks()), found)
    return sheets


def _mark(marks: SheetMarks, found: Problem) -> None:
    for start, end in cells_told(found.lokasi):
        if start in marks.comments or len(marks.comments) < MOST_COMMENTS:
            marks.comments.setdefault(start, []).append(found)
        room = MOST_PAINTED - len(marks.painted)
        for place in islice(_cells(start, end), room):
            marks.painted.setdefault(place, found.tingkat)
        marks.unmarked += max(0, (end[0] - start[0] + 1) * (end[1] - start[1] + 1) - room)


def _cells(start: Place, end: Place) -> Iterator[Place]:
    return ((row, column) for row in range(start[0], end[0] + 1) for column in range(start[1], end[1] + 1))


def cells_told(place: Location) -> list[tuple[Place, Place]]:
    """The cells of a finding, all of them where they are kept beside the words."""
    return places_of(place.semua_sel or place.sel)


def places_of(sel: str | None) -> list[tuple[Place, Place]]:
    """`D14:D20, D31` as pairs of first and last cell; what is no address is passed over."""
    found = []
    for text in _LEFT_OUT.sub("", sel or "").split(","):
        if (match := _RANGE.fullmatch(text.strip())) and (pair := _pair(*match.groups())):
            found.append(pair)
    return found


def _pair(column: str, row: str, last_column: str | None, last_row: str | None) -> tuple[Place, Place] | None:
    start = int(row), column_index(column)
    end = int(last_row or row), column_index(last_column or column)
    inside = 1 <= start[0] <= end[0] <= _LAST_ROW and start[1] <= end[1] < _LAST_COLUMN
    return (start, end) if inside else None


def left_out(place: Location) -> int:
    """How many cells a finding counts without naming them."""
    match = None if place.semua_sel else _LEFT_OUT.search(place.sel or "")
    return int(match[1]) if match else 0


def told(problems: Iterable[Problem]) -> str:
    """The findings of one cell as the text of its comment."""
    return "\n\n".join(f"{str(one.tingkat).upper()}: {one.pesan}\n{one.saran}" for one in problems)
