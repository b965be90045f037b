"""Puts a recognised sheet's rows into its table: block by block, column by column, each distinct value read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, zip_longest

from p3dn_reports.inputs.amounts import writes_decimal_point
from p3dn_reports.inputs.arrow import Block, packed
from p3dn_reports.inputs.cells import Cell, Row
from p3dn_reports.inputs.coerce import Fault
from p3dn_reports.inputs.columns import ColumnReader
from p3dn_reports.inputs.findings import SheetFindings
from p3dn_reports.inputs.reader import RawSheet
from p3dn_reports.inputs.recognise import Layout, squash
from p3dn_reports.inputs.rows import row_blocks
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import Column, Kind

_BLOCK = 16_384
_TOTALS = frozenset({"jumlah", "total", "grandtotal", "jumlahtotal", "jumlahkeseluruhan", "totalkeseluruhan"})
_NUMBERS = frozenset({Kind.RUPIAH, Kind.PERSEN, Kind.ANGKA, Kind.BULAT})

Sink = Callable[[Block], None]
Columns = dict[str, Sequence[Cell]]
Texts = dict[str, list[str | None]]


@dataclass(slots=True)
class Loaded:
    """What loading one sheet yields beside the rows in the table."""

    rows: int
    remarks: list[Problem]
    findings: SheetFindings


def load_sheet(sheet: RawSheet, layout: Layout, sink: Sink) -> Loaded:
    """Hand the sheet's rows on to `sink` in blocks, using the sheet up.

    A faulty cell is NULL in the table and its row stays. Blank rows and rows of totals are left out, the latter said.
    """
    points = _point_columns(sheet, layout)
    captions = sheet.rows[layout.header : layout.header + 1]
    loader = _Loader(layout, sink, points, only_text=sheet.lembar is None, width=_filled_width(captions))
    first = layout.header + 1
    if _is_numbering(sheet.rows[first : first + 1]):
        first += 1
    for block in row_blocks(sheet.rows, first, _BLOCK):
        loader.load(block, first + 1)
        first += len(block)
    remarks = [*_point_remarks(layout, points), *_remarks(layout, loader.loaded, loader.totals)]
    return Loaded(loader.loaded, remarks, loader.findings)


def _column(layout: Layout, name: str) -> Column:
    column = layout.schema.column(name)
    if column is None:
        raise KeyError(name)
    return column


def _is_numbering(rows: Sequence[Row]) -> bool:
    """Whether the row under the captions only counts the columns, 1 2 3 and on, as official forms do."""
    filled = [str(cell).removesuffix(".0").strip("() ") for row in rows for cell in row if cell not in {None, ""}]
    return len(filled) >= 3 and filled == [str(number) for number in range(1, len(filled) + 1)]


class _Loader:
    """Takes a sheet's blocks one after another."""

    def __init__(self, layout: Layout, sink: Sink, points: frozenset[str], *, only_text: bool, width: int) -> None:
        self._layout, self._sink = layout, sink
        self._width = width if only_text else None
        unsaid = frozenset({"jumlah-sebagai-teks"} if only_text else ())
        self._readers = {
            name: ColumnReader(_column(layout, name), decimal_point=name in points, unsaid=unsaid)
            for name in layout.positions
        }
        self.findings = SheetFindings()
        self.loaded = self.totals = 0

    def load(self, block: Sequence[Row], first: int) -> None:
        """Append a block's rows; `first` is the number of its first row."""
        numbers: Sequence[int] = range(first, first + len(block))
        if not all(map(any, block)):
            numbers = [*compress(numbers, map(any, block))]
            block = [row for row in block if any(row)]
        if totals := _totals(block):
            self.totals += len(totals)
            numbers = [number for place, number in enumerate(numbers) if place not in totals]
            block = [row for place, row in enumerate(block) if place not in totals]
        if block:
            self._load(_columns(block, self._layout), numbers, self._too_long(block, numbers))

    def _too_long(self, block: Sequence[Row], numbers: Sequence[int]) -> frozenset[int]:
        """Rows of a text file with something beyond the last caption: a separator inside a value has shifted them."""
        width = self._width
        if width is None:
            return frozenset()
        return frozenset(n for n, row in zip(numbers, block, strict=True) if len(row) > width and any(row[width:]))

    def _load(self, cells: Columns, numbers: Sequence[int], too_long: frozenset[int]) -> None:
        texts = {name: self._readers[name].read(column) for name, column in cells.items()}
        kept = self._kept(texts, cells, len(numbers))
        if len(kept) < len(numbers):
            numbers = [numbers[place] for place in kept]
            cells = {name: [column[place] for place in kept] for name, column in cells.items()}
            texts = {name: [column[place] for place in kept] for name, column in texts.items()}
        for name, column in cells.items():
            for place, fault in self._readers[name].at_fault(column):
                self.findings.add(name, fault, numbers[place], self.loaded + place)
        for place, number in enumerate(numbers) if too_long else ():
            if number in too_long:
                self.findings.add(next(iter(cells)), Fault("baris-lebih-panjang"), number, self.loaded + place)
        if numbers:
            layout = self._layout
            self._sink(packed(layout.schema.name, (layout.berkas, layout.lembar), texts, numbers))
        self.loaded += len(numbers)

    def _kept(self, texts: Texts, cells: Columns, count: int) -> Sequence[int]:
        """The rows that say something in a column we know; one with only zeros there is a formula run too far."""
        if any(_NOTHING.isdisjoint(column) for column in texts.values()):
            return range(count)
        said = {place for column in texts.values() for place, text in enumerate(column) if text not in _NOTHING}
        for name, column in cells.items() if len(said) < count else ():
            said.update(p for p, fault in self._readers[name].at_fault(column) if fault.kode != "wajib-diisi")
        return sorted(said)


_NOTHING = frozenset({None, "0"})


def _filled_width(rows: Sequence[Row]) -> int:
    """How many columns the row of captions has, blank ones at its end left out."""
    return max((at for row in rows for at, cell in enumerate(row, 1) if cell not in {None, ""}), default=0)


def _columns(block: Sequence[Row], layout: Layout) -> Columns:
    """The block's cells by column; rows may be of unequal length."""
    even = len(block[0]) == min(map(len, block)) == max(map(len, block))
    columns = [*(zip(*block, strict=False) if even else zip_longest(*block))]
    blank: Sequence[Cell] = [None] * len(block)
    return {name: columns[at] if at < len(columns) else blank for name, at in layout.positions.items()}


def _totals(rows: Sequence[Row]) -> frozenset[int]:
    """The places of rows of totals."""
    firsts = [row[0] or _first_filled(row) for row in rows]
    names = {cell for cell in set(firsts) if isinstance(cell, str) and _is_total(cell)}
    return frozenset(place for place, cell in enumerate(firsts) if cell in names) if names else frozenset()


def _first_filled(row: Row) -> Cell:
    return next((cell for cell in row if cell not in {None, ""}), None)


def _is_total(text: str) -> bool:
    return len(text) < 30 and "l" in text.casefold() and squash(text) in _TOTALS


def _point_columns(sheet: RawSheet, layout: Layout) -> frozenset[str]:
    """Columns of numbers that a machine wrote with decimal points; only in text files, a workbook has number cells."""
    if sheet.lembar is not None:
        return frozenset()
    rows = sheet.rows[layout.header + 1 :]
    return frozenset(
        name
        for name, position in layout.positions.items()
        if _column(layout, name).kind in _NUMBERS
        and writes_decimal_point([str(row[position]).strip() for row in rows if position < len(row)])
    )


def _point_remarks(layout: Layout, points: frozenset[str]) -> Iterator[Problem]:
    for name in layout.positions:
        if name in points:
            place, judul = layout.location(name), layout.captions[name]
            yield problem("kolom-bertitik-desimal", place, judul=judul, tabel=layout.schema.name)


def _remarks(layout: Layout, loaded: int, totals: int) -> Iterator[Problem]:
    place = Location(layout.berkas, layout.lembar)
    if totals:
        yield problem("baris-jumlah-dilewati", place, banyak=totals, tabel=layout.schema.name)
    if not loaded:
        yield problem("tabel-tanpa-baris", place, tabel=layout.schema.name)
