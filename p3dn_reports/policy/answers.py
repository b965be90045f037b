"""What came out, in the forms in which a case can expect it: a text or amount, a table of them, a set of codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, Protocol

TIDAK_ADA = "tidak ada"
TIDAK_LENGKAP = "tidak lengkap"


class Answer(Protocol):
    """One fact as found."""

    def holds(self, wanted: Any) -> bool:
        """Whether it is as expected."""

    def shown(self, wanted: Any) -> str:
        """It, as a case would write it where it expects `wanted`."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text, with the exact number behind it, if any. `partly`: words of it suffice."""

    text: str
    exact: Fraction | None = None
    partly: bool = False

    def holds(self, wanted: str) -> bool:
        """Whether it is that text, or that number however written."""
        if self.partly:
            return wanted.casefold() in self.text.casefold()
        return wanted == self.text or _is_amount(wanted, self.exact)

    def shown(self, _: str) -> str:
        """The text."""
        return self.text


@dataclass(frozen=True, slots=True)
class Absent:
    """That there is no such thing, which no expectation can be true of; `text` says why."""

    text: str

    def holds(self, _: object) -> bool:
        """Never."""
        return False

    def shown(self, _: object) -> str:
        """Why."""
        return self.text


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows, each its cells by column."""

    rows: tuple[Mapping[str, Said], ...]

    def holds(self, wanted: str) -> bool:
        """Whether the rows are those written, in the columns that were written; a column unknown here is blank."""
        (head, *lines), found = _cells(wanted), self._in(_cells(wanted)[0])
        if len(lines) != len(found) or any(len(line) != len(head) for line in lines):
            return False
        pairs = (pair for line, row in zip(lines, found, strict=True) for pair in zip(line, row, strict=True))
        return all(cell.holds(text) for text, cell in pairs)

    def shown(self, wanted: str) -> str:
        """The rows in the columns that were written."""
        head = _cells(wanted)[0]
        lines = [head, *([cell.text for cell in row] for row in self._in(head))]
        return " / ".join(" | ".join(line) for line in lines)

    def _in(self, head: Iterable[str]) -> list[list[Said]]:
        return [[row.get(name, Said("")) for name in head] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Codes:
    """A set of codes: those and no others."""

    found: frozenset[str]

    def holds(self, wanted: Iterable[str]) -> bool:
        """Whether they are the same, in whatever order."""
        return self.found == set(wanted)

    def shown(self, _: object) -> str:
        """The codes."""
        return in_order(self.found)


def in_order(wanted: Any) -> str:
    """An expectation on one line."""
    if isinstance(wanted, str):
        return " / ".join(wanted.splitlines())
    return ", ".join(sorted(wanted)) or "tidak satu pun"


def _is_amount(text: str, value: Fraction | None) -> bool:
    """Whether an amount written the Indonesian way (`Rp1.000,50`, `79,995%`) is exactly `value`."""
    bare = text.removeprefix("Rp").removesuffix("%").strip().replace(".", "").replace(",", ".")
    try:
        return value is not None and Fraction(Decimal(bare)) == value
    except (InvalidOperation, ValueError, OverflowError):
        return False


def _cells(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines()]
