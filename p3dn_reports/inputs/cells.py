"""Cells as the readers hand them on, and cell addresses as a person reads them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell that shows an error of the spreadsheet, such as `#REF!`."""

    text: str


@dataclass(frozen=True, slots=True)
class UncachedFormula:
    """A formula without a stored result: some program wrote it and no spreadsheet has calculated it since."""

    text: str


@dataclass(frozen=True, slots=True)
class PercentCell:
    """A number under a percent format: 0.8 is shown, and meant, as 80%."""

    value: float


Cell = str | int | float | bool | date | datetime | time | timedelta | ErrorCell | UncachedFormula | PercentCell | None
Row = Sequence[Cell]

_MOST_RANGES = 10


@lru_cache(maxsize=1024)
def letters(index: int) -> str:
    """The letters of a column counted from 0: 0 is A, 26 is AA."""
    text = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def column_index(text: str) -> int:
    """The inverse of `letters`, for A to Z in upper case."""
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - 64
    return number - 1


def address(row: int, column: int) -> str:
    """`D14` for row 14 (from 1) and column 3 (from 0)."""
    return f"{letters(column)}{row}"


def ranges(rows: Iterable[int], column: int) -> str:
    """Cells of one column as ranges, `D14:D20, D31`; after ten ranges the number of cells left out is said."""
    runs = _runs(sorted(set(rows)))
    texts = [address(a, column) if a == b else f"{address(a, column)}:{address(b, column)}" for a, b in runs]
    if len(texts) <= _MOST_RANGES:
        return ", ".join(texts)
    left = sum(b - a + 1 for a, b in runs[_MOST_RANGES:])
    return f"{', '.join(texts[:_MOST_RANGES])} dan {left} sel lain"


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
