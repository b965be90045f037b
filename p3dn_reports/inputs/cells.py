"""Cells as the readers hand them on, and cell addresses as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the cells of a rearranged sheet come from: its table and the index of its header row.

    `columns` and `captions` say for each column, in the order of the cells, where it stands in the file (from 0) and
    under which caption; a column made up stands nowhere. Rows that agree in `parts` are parts of one, here and in the
    other sheets of the file.
    """

    tabel: str
    header: int
    columns: Mapping[str, int | None]
    captions: Mapping[str, str]
    parts: Sequence[str] = ()


Cell = str | int | float | bool | date | datetime | time | timedelta | ErrorCell | UncachedFormula | PercentCell | None
Row = Sequence[Cell]

_MOST_RANGES = 10


RECORDS = (".json", ".parquet")
"""Endings of files that hold records, which have a number and no address."""


def place_in(berkas: str, sel: str | None) -> str | None:
    """A cell as a person finds it in the file: records are counted, the first one stands under the names."""
    if sel is None or not berkas.casefold().endswith(RECORDS):
        return sel
    return "rekaman " + re.sub(r"\b[A-Z]{1,3}(\d+)", lambda found: str(int(found[1]) - 1), sel)


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
    found = runs(sorted(set(rows)))
    told = _in_words(found[:_MOST_RANGES], column)
    left = sum(b - a + 1 for a, b in found[_MOST_RANGES:])
    return f"{told} dan {left} sel lain" if left else told


def all_ranges(rows: Iterable[int], column: int) -> str:
    """Like `ranges`, with none left out."""
    return _in_words(runs(sorted(set(rows))), column)


def _in_words(found: Iterable[tuple[int, int]], column: int) -> str:
    return ", ".join(address(a, column) if a == b else f"{address(a, column)}:{address(b, column)}" for a, b in found)


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers in their order as runs of consecutive ones, each by its first and last."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


@lru_cache(maxsize=8192)
def squash(text: str) -> str:
    """A caption or name without case, spaces and punctuation: `Total Nilai (Rp)` is `totalnilairp`. A % is a word.

    Remembered, since every sheet is held against the captions of every layout.
    """
    return re.sub(r"[\W_]+", "", text.casefold().replace("%", "persen"))
