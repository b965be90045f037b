"""What a cell of hasil.xlsx may hold, and how a column reads it from a record of hasil.json."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

Record = Mapping[str, Any]

_EXCEL_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Number:
    """A number for a cell: its exact text as in hasil.json, and how many decimals it shows."""

    text: str
    places: int = 2

    @property
    def exact(self) -> Fraction:
        """The number itself."""
        return Fraction(self.text)

    @property
    def lossy(self) -> bool:
        """Whether Excel's fifteen digits cannot hold it."""
        if "/" in self.text:
            return True
        return len(Decimal(self.text).normalize().as_tuple().digits) > _EXCEL_DIGITS


Cell = str | int | bool | date | Number | None
Columns = tuple[tuple[str, int, Callable[[Record], Cell]], ...]
"""Caption, width and reader of each column."""


def number(text: str | None, places: int = 2) -> Number | None:
    """A number for a cell; blank where there is none."""
    return None if text is None else Number(text, places)


def gap(text: str | None) -> Number | None:
    """An amount up to a threshold, or beyond one; blank where there is none, or nothing lacks."""
    return None if text == "0" else number(text)


def joined(texts: Iterable[str]) -> str | None:
    """The texts in one cell."""
    return "; ".join(texts) or None


def as_date(text: str | None) -> date | None:
    """A date for a cell."""
    return date.fromisoformat(text) if text else None


def exact_note(pembilang: Number | None, penyebut: Number | None) -> str | None:
    """The two figures of a share where Excel would round them, in full."""
    named = (("pembilang", pembilang), ("penyebut", penyebut))
    return "; ".join(f"{name} {one.text}" for name, one in named if one and one.lossy) or None


def places_of(tampil: str) -> int:
    """As many decimals as the printed value has, so that Excel never shows it across a threshold."""
    return len(tampil.rstrip("%").partition(",")[2])
