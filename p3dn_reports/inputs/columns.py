"""Whole columns of cells to canonical text: each distinct value is read once, columns of one kind in one go.

What it yields is what `coerce` yields cell by cell; only the common cases take a shorter way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import cast

from p3dn_reports.inputs.cells import Cell
from p3dn_reports.inputs.coerce import Fault, coerce
from p3dn_reports.tables import Column, Kind

_MOST_REMEMBERED = 50_000
_FLOAT_EXACT = 10.0**13
_PLAIN_KINDS = frozenset({Kind.TEKS, Kind.KODE})
_SHORT = 7
"""A text longer than this is neither a sign for "nothing" nor an error of the spreadsheet."""

_two_decimals = "%.2f".__mod__

Key = tuple[type, Cell]


class ColumnReader:
    """Reads one column of a sheet, block by block, and remembers which values are at fault."""

    def __init__(self, column: Column, *, decimal_point: bool = False, unsaid: frozenset[str] = frozenset()) -> None:
        self._column, self._decimal_point, self._unsaid = column, decimal_point, unsaid
        self._seen = _Seen(self)
        self._texts: dict[Cell, str | None] = {}
        self._bounds = _float_bounds(column)
        self._plain = column.kind in _PLAIN_KINDS and not (column.pattern or column.choices or column.known_values)
        self.faults: dict[Key, Fault] = {}

    def read(self, cells: Sequence[Cell]) -> list[str | None]:
        """The canonical text of each cell, None where it is blank or at fault."""
        if (same := self._constant(cells)) is not None:
            return same
        self._forget()
        with suppress(KeyError):  # a text equals nothing but a text: where all are known, no type need be asked for
            return list(map(self._texts.__getitem__, cells))
        kinds = set(map(type, cells))
        if kinds == {str}:
            return self._all_texts(cells)
        return self._mixed(cells, kinds)

    def _constant(self, cells: Sequence[Cell]) -> list[str | None] | None:
        """A column that says one text throughout, as many do."""
        first = cells[0] if cells else None
        if not isinstance(first, str) or first != cells[-1] or cells.count(first) != len(cells):
            return None
        return [self._seen[str, first]] * len(cells)

    def at_fault(self, cells: Sequence[Cell]) -> Iterator[tuple[int, Fault]]:
        """The places of the cells at fault, with what is wrong. TRUE and 1.0 are equal to Python and not the same."""
        bad = {cell for _, cell in self.faults}
        if bad and not bad.isdisjoint(cells):
            for index, cell in [(index, cell) for index, cell in enumerate(cells) if cell in bad]:
                if fault := self.faults.get((type(cell), cell)):
                    yield index, fault

    def read_one(self, cell: Cell) -> str | None:
        """The canonical text of one cell; its fault is remembered."""
        text, fault = coerce(self._column, cell, decimal_point=self._decimal_point)
        if text is None and fault is None and self._column.required:
            fault = Fault("wajib-diisi", diharapkan=f"misalnya {self._column.example}")
        if fault and fault.kode not in self._unsaid:
            self.faults[type(cell), cell] = fault
        return text

    def _forget(self) -> None:
        """Columns without repetition would otherwise fill the memory."""
        for memory in (self._seen, self._texts):
            if len(memory) > _MOST_REMEMBERED:
                memory.clear()

    def _all_texts(self, cells: Sequence[Cell]) -> list[str | None]:
        new = set(cells) - self._texts.keys()
        if self._plain and len(new) > len(cells) // 4 and (stripped := _plain_column(cast("Sequence[str]", cells))):
            return stripped
        plain = _plain_texts(new) if self._plain else {}
        self._texts.update(plain)
        for cell in new - plain.keys() if len(plain) < len(new) else ():
            self._texts[cell] = self.read_one(cell)
        return list(map(self._texts.__getitem__, cells))

    def _mixed(self, cells: Sequence[Cell], kinds: set[type]) -> list[str | None]:
        """Texts and amounts are read together, whatever stands between them one by one."""
        texts: dict[type, Iterator[str | None]] = {}
        if str in kinds:
            texts[str] = iter(self._all_texts([cell for cell in cells if type(cell) is str]))
        if self._bounds and float in kinds:
            texts[float] = iter(self._amounts([cell for cell in cells if type(cell) is float]))
        return [
            next(texts[kind]) if kind in texts else self._seen[kind, cell]
            for kind, cell in zip(map(type, cells), cells, strict=True)
        ]

    def _amounts(self, floats: list[float]) -> list[str | None]:
        """Amounts that plainly have at most two decimals are written out; whatever else is looked at one by one."""
        if len(distinct := set(floats)) < len(floats) // 4:
            known = dict(zip(distinct, self._amounts([*distinct]), strict=True))
            return [*map(known.__getitem__, floats)]
        low, high = self._bounds or (0.0, 0.0)
        texts: list[str | None] = [*map(_two_decimals, floats)]
        back = [*map(float, texts)]  # type: ignore[arg-type]
        if back != floats or not (low <= min(floats) and max(floats) <= high):
            texts = [
                text if exact == cell and low <= cell <= high else self._seen[float, cell]
                for text, exact, cell in zip(texts, back, floats, strict=True)
            ]
        return [text if cell else "0" for text, cell in zip(texts, floats, strict=True)] if 0.0 in floats else texts


class _Seen(dict[Key, str | None]):
    """Text by type and value, read when first asked for."""

    def __init__(self, reader: ColumnReader) -> None:
        super().__init__()
        self._reader = reader

    def __missing__(self, key: Key) -> str | None:
        text = self[key] = self._reader.read_one(key[1])
        return text


def _float_bounds(column: Column) -> tuple[float, float] | None:
    """Between which amounts a float of a rupiah column is certain; None for other columns."""
    if column.kind is not Kind.RUPIAH or column.choices or column.pattern or column.known_values:
        return None
    low = -_FLOAT_EXACT if column.minimum is None else max(-_FLOAT_EXACT, float(column.minimum))
    high = _FLOAT_EXACT if column.maximum is None else min(_FLOAT_EXACT, float(column.maximum))
    return low, high


def _plain_texts(texts: Iterable[Cell]) -> dict[Cell, str]:
    """Those of many texts of a plain kind that `coerce` would only strip, with the result."""
    return {
        text: body
        for text in texts
        if isinstance(text, str)
        and text.isascii()
        and "\0" not in text
        and len(body := text.strip()) > _SHORT
        and not body.endswith(".0")
    }


def _plain_column(texts: Sequence[str]) -> list[str | None] | None:
    """A whole column of plain texts as `_plain_texts` would read it; None where any of them is not plain."""
    joined, stripped = "".join(texts), [*map(str.strip, texts)]
    plain = joined.isascii() and "\0" not in joined and ".0" not in joined and min(map(len, stripped)) > _SHORT
    return [*stripped] if plain else None
