"""Whole columns of cells to canonical text: each distinct value is read once, columns of one kind in one go.

What it yields is what `coerce` yields cell by cell; only the common cases take a shorter way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import cast

from p3dn_reports.inputs.cells import Cell
from p3dn_reports.inputs.values.coerce import coerce
from p3dn_reports.inputs.values.faults import Fault
from p3dn_reports.inputs.values.writing import PLAIN, Writing
from p3dn_reports.tables import Column, Kind

_MOST_REMEMBERED = 50_000
_FLOAT_EXACT = 10.0**13
_PLAIN_KINDS = frozenset({Kind.TEKS, Kind.KODE})
_SHORT = 7
"""A text longer than this is neither a sign for "nothing" nor an error of the spreadsheet."""

_two_decimals = "%.2f".__mod__

Texts = list[str | None]


class ColumnReader:
    """Reads one column of a sheet, block by block, and remembers which values are at fault."""

    def __init__(self, column: Column, writing: Writing = PLAIN, *, unsaid: frozenset[str] = frozenset()) -> None:
        self._column, self._writing, self._unsaid = column, writing, unsaid
        self._seen: defaultdict[type, _Seen] = defaultdict(lambda: _Seen(self))
        self._texts: dict[Cell, str | None] = {}
        self._bounds = _float_bounds(column)
        self._plain = column.kind in _PLAIN_KINDS and not (column.pattern or column.choices or column.known_values)
        self.faults: dict[tuple[type, Cell], Fault] = {}

    def read(self, cells: Sequence[Cell]) -> Texts:
        """The canonical text of each cell, None where it is blank or at fault."""
        if (same := self._constant(cells)) is not None:
            return same
        self._forget()
        with suppress(KeyError):  # a text equals nothing but a text: where all are known, no type need be asked for
            return list(map(self._texts.__getitem__, cells))
        kinds = set(map(type, cells))
        if len(kinds) == 1:
            return self._of_one_type(kinds.pop(), cells)
        parts = {kind: iter(self._of_one_type(kind, [cell for cell in cells if type(cell) is kind])) for kind in kinds}
        return [next(parts[type(cell)]) for cell in cells]

    def _constant(self, cells: Sequence[Cell]) -> Texts | None:
        """A column that says one thing throughout, as many do; as a number it may not be mixed with TRUE and FALSE."""
        first = cells[0] if cells else None
        if not isinstance(first, str | float) or first != cells[-1] or cells.count(first) != len(cells):
            return None
        kind = type(first)
        return [self._seen[kind][first]] * len(cells) if kind is str or {*map(type, cells)} == {kind} else None

    def at_fault(self, cells: Sequence[Cell]) -> Iterator[tuple[int, Fault]]:
        """The places of the cells at fault, with what is wrong. TRUE and 1.0 are equal to Python and not the same."""
        bad = {cell for _, cell in self.faults}
        if bad and not bad.isdisjoint(cells):
            for index, cell in [(index, cell) for index, cell in enumerate(cells) if cell in bad]:
                if fault := self.faults.get((type(cell), cell)):
                    yield index, fault

    def read_one(self, cell: Cell) -> str | None:
        """The canonical text of one cell; its fault is remembered."""
        text, fault = coerce(self._column, cell, self._writing)
        if text is None and fault is None and self._column.required:
            fault = Fault("wajib-diisi", diharapkan=f"misalnya {self._column.example}")
        if fault and fault.kode not in self._unsaid:
            self.faults[type(cell), cell] = fault
        return text

    def _forget(self) -> None:
        """Columns without repetition would otherwise fill the memory."""
        for memory in (self._texts, *self._seen.values()):
            if len(memory) > _MOST_REMEMBERED:
                memory.clear()

    def _of_one_type(self, kind: type, cells: Sequence[Cell]) -> Texts:
        if kind is str:
            return self._all_texts(cast("Sequence[str]", cells))
        if kind is float and self._bounds:
            return self._amounts(cast("Sequence[float]", cells))
        return [*map(self._seen[kind].__getitem__, cells)]

    def _all_texts(self, cells: Sequence[str]) -> Texts:
        new = set(cells) - self._texts.keys()
        if self._plain and len(new) > len(cells) // 4 and (texts := self._plain_column(cells)):
            return texts
        self._texts.update((cell, self._seen[str][cell]) for cell in new)
        return list(map(self._texts.__getitem__, cells))

    def _plain_column(self, cells: Sequence[str]) -> Texts | None:
        """Texts that `coerce` would only strip, or are short; None where there may be others among them."""
        joined = "".join(cells)
        odd = self._column.kind is Kind.KODE and (".0" in joined or "E+" in joined or " | " in joined)
        if odd or not (joined.isascii() and joined.isprintable()) or "_x" in joined.casefold():
            return None
        texts = [*map(str.strip, cells)]
        if min(map(len, texts)) > _SHORT:
            return [*texts]
        seen = self._seen[str]
        return [text if len(text) > _SHORT else seen[cell] for text, cell in zip(texts, cells, strict=True)]

    def _amounts(self, floats: Sequence[float]) -> Texts:
        """Amounts that plainly have at most two decimals are written out; whatever else is looked at one by one."""
        if len(distinct := set(floats)) < len(floats) // 4:
            known = dict(zip(distinct, self._amounts([*distinct]), strict=True))
            return [*map(known.__getitem__, floats)]
        low, high = self._bounds or (0.0, 0.0)
        texts: Texts = [*map(_two_decimals, floats)]
        back = (*map(float, cast("list[str]", texts)),)
        if back != tuple(floats) or not (low <= min(floats) and max(floats) <= high):
            seen = self._seen[float]
            texts = [
                text if exact == cell and low <= cell <= high else seen[cell]
                for text, exact, cell in zip(texts, back, floats, strict=True)
            ]
        return [text if cell else "0" for text, cell in zip(texts, floats, strict=True)] if 0.0 in floats else texts


class _Seen(dict[Cell, str | None]):
    """Text by value, for values of one type, read when first asked for."""

    def __init__(self, reader: ColumnReader) -> None:
        super().__init__()
        self._reader = reader

    def __missing__(self, cell: Cell) -> str | None:
        text = self[cell] = self._reader.read_one(cell)
        return text


def _float_bounds(column: Column) -> tuple[float, float] | None:
    """Between which amounts a float of a rupiah column is certain; None for other columns."""
    if column.kind is not Kind.RUPIAH or column.choices or column.pattern or column.known_values:
        return None
    low = -_FLOAT_EXACT if column.minimum is None else max(-_FLOAT_EXACT, float(column.minimum))
    high = _FLOAT_EXACT if column.maximum is None else min(_FLOAT_EXACT, float(column.maximum))
    return low, high
