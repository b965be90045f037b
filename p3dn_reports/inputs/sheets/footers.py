"""Rows between the data that are none: totals, captions repeated on every printed page, the signature below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple, Self

from p3dn_reports.inputs.cells import Cell, Row, squash
from p3dn_reports.inputs.sheets.sheet_layout import Layout
from p3dn_reports.inputs.values.coerce import coerce
from p3dn_reports.inputs.values.writing import Writing
from p3dn_reports.tables import Column, Kind

_BEGINNINGS = frozenset("jJtTsSgG")
_TOTAL = re.compile(r"(?:(?:sub|grand)[\s-]*)?(?:jumlah|total)\b", re.IGNORECASE)
_STRICT = frozenset({Kind.ANGKA, Kind.PERSEN, Kind.BULAT, Kind.TANGGAL, Kind.KODE_REKENING})
_ENOUGH = 2
_MOST_CLOSING = 20
_MOST_SIGNATURES = 2
_ALONE = frozenset(
    {"jumlah", "total", "grandtotal", "subtotal", "jumlahtotal", "jumlahkeseluruhan", "totalkeseluruhan"}
)


class Total(NamedTuple):
    """A row of totals: where it stands, and the canonical text of each amount it states, by column."""

    baris: int
    jumlah: Mapping[str, str]

    def as_json(self) -> list[object]:
        """A form for files."""
        return [self.baris, dict(self.jumlah)]

    @classmethod
    def from_json(cls, found: Sequence[Any]) -> Self:
        """What `as_json` wrote."""
        return cls(*found)


class Footers:
    """Finds such rows block by block.

    `totals` are those met so far, `repeated` the numbers of rows of captions, `closing` those of the rows under the
    data, each with its first text.
    """

    def __init__(self, layout: Layout, captions: Row, writings: Mapping[str, Writing]) -> None:
        self._layout, self._writings = layout, writings
        self._captions = _squashed(captions, layout)
        self._first = _first_text(captions)
        self._words = [at for name, at in layout.positions.items() if _is_word(layout.schema.column(name))]
        self._proofs = _proofs(layout)
        self._end: int | None = None
        self._first_row = self._last = layout.header + 1
        self.totals: list[Total] = []
        self.repeated: list[int] = []
        self.closing: list[tuple[int, str]] = []

    def find(self, rows: Sequence[Row], numbers: Sequence[int]) -> frozenset[int]:
        """The places of such rows among `rows`, whose numbers are `numbers`."""
        self._look_for_gap(numbers)
        firsts = [row[0] or _first_filled(row) for row in rows]
        names = {cell for cell in set(firsts) if isinstance(cell, str) and self._may_begin(cell)}
        found = [place for place, cell in enumerate(firsts) if cell in names] if names else []
        return frozenset(place for place in found if self._is_aside(rows[place], firsts[place], numbers[place]))

    def without_closing(
        self,
        kept: Sequence[int],
        texts: Mapping[str, Sequence[str | None]],
        rows: Sequence[Row],
        numbers: Sequence[int],
    ) -> Sequence[int]:
        """The places in `kept` without those of a signature or a note below: no amount, date or account there.

        Only below a row of totals or a blank row, only a few, and none of more than two cells, as two signatures side
        by side have: else such a row is one of data, at fault, or of another table.
        """
        found = [place for place in self._closing(kept, texts, numbers) if _filled(rows[place]) <= _MOST_SIGNATURES]
        found = found[: _MOST_CLOSING - len(self.closing)]
        self.closing.extend((numbers[place], str(_first_filled(rows[place]))) for place in found)
        return [place for place in kept if place not in found] if found else kept

    def _closing(
        self, kept: Sequence[int], texts: Mapping[str, Sequence[str | None]], numbers: Sequence[int]
    ) -> list[int]:
        if len(self._proofs) < _ENOUGH or any(None not in texts[name] for name in self._proofs):
            return []
        end = self._end if not self.totals else min(self.totals[0].baris, self._end or self.totals[0].baris)
        return [
            place
            for place in (kept if end else ())
            if numbers[place] > (end or 0) and all(texts[name][place] is None for name in self._proofs)
        ]

    def _look_for_gap(self, numbers: Sequence[int]) -> None:
        """The first blank row within or under the data."""
        if self._end is None and numbers and numbers[-1] - self._last != len(numbers):
            before = [self._last, *numbers]
            self._end = next((a + 1 for a, b in pairwise(before) if b != a + 1 and a != self._first_row), None)
        self._last = numbers[-1] if numbers else self._last

    def _may_begin(self, text: str) -> bool:
        bare = text.lstrip()
        if bare[:1] not in _BEGINNINGS:
            return text == self._first
        return text == self._first or _TOTAL.match(bare) is not None or squash(bare) in _ALONE

    def _is_aside(self, row: Row, first: Cell, number: int) -> bool:
        if self._captions and _squashed(row, self._layout) == self._captions:
            self.repeated.append(number)
            return True
        if not isinstance(first, str) or not (squash(first) in _ALONE or self._says_nothing_else(row, first)):
            return False
        self.totals.append(Total(number, dict(self._amounts(row))))
        return True

    def _says_nothing_else(self, row: Row, first: str) -> bool:
        """A package may be called Total Station; a row of totals fills no other code, date or name that is required."""
        return _TOTAL.match(first.lstrip()) is not None and all(
            at >= len(row) or row[at] in {None, "", first} for at in self._words
        )

    def _amounts(self, row: Row) -> Iterator[tuple[str, str]]:
        for name, at in self._layout.positions.items():
            column = self._layout.schema.column(name)
            if column and column.kind is Kind.RUPIAH and at < len(row):
                text, _ = coerce(column, row[at], self._writings[name])
                if text is not None:
                    yield name, text


def _proofs(layout: Layout) -> list[str]:
    """The columns that prove a row of data: a date only where little else does, for a signature bears one too."""
    proofs = [name for name in layout.positions if _is_proof(layout.schema.column(name))]
    columns = {name: layout.schema.column(name) for name in proofs}
    undated = [name for name, column in columns.items() if column and column.kind is not Kind.TANGGAL]
    return undated if len(undated) >= _ENOUGH else proofs


def _is_word(column: Column | None) -> bool:
    return column is not None and column.required and column.kind not in {Kind.RUPIAH, Kind.ANGKA, Kind.PERSEN}


def _is_proof(column: Column | None) -> bool:
    """Whether a value that can be read in the column shows that the row is one of data."""
    if column is None:
        return False
    return column.kind is Kind.RUPIAH or (column.required and (column.kind in _STRICT or bool(column.choices)))


def _filled(row: Row) -> int:
    return sum(cell not in {None, ""} for cell in row)


def _first_filled(row: Row) -> Cell:
    return next((cell for cell in row if cell not in {None, ""}), None)


def _first_text(row: Row) -> str | None:
    first = _first_filled(row)
    return first if isinstance(first, str) else None


def _squashed(row: Row, layout: Layout) -> list[str]:
    """What a row says in our columns, as captions are compared."""
    texts = (row[at] if at < len(row) else None for at in layout.positions.values())
    return [squash(text) if isinstance(text, str) else "" for text in texts]
