"""Puts a recognised sheet's rows into its table: block by block, column by column, each distinct value read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress, zip_longest

from p3dn_reports.inputs.cells import Cell, Row
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.files.rows import row_blocks
from p3dn_reports.inputs.sheets.arrow import Block, packed
from p3dn_reports.inputs.sheets.dateorder import DateOrder
from p3dn_reports.inputs.sheets.findings import SheetFindings
from p3dn_reports.inputs.sheets.footers import Footers, Total
from p3dn_reports.inputs.sheets.sheet_layout import Layout
from p3dn_reports.inputs.sheets.unlabelled import Unlabelled
from p3dn_reports.inputs.sheets.unread import UnreadColumns
from p3dn_reports.inputs.values.amounts import writes_decimal_point
from p3dn_reports.inputs.values.columns import ColumnReader
from p3dn_reports.inputs.values.faults import Fault
from p3dn_reports.inputs.values.writing import Writing
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import Column, Kind

_BLOCK = 16_384
_NUMBERS = frozenset({Kind.RUPIAH, Kind.PERSEN, Kind.ANGKA, Kind.BULAT})

Sink = Callable[[Block], None]
Columns = dict[str, Sequence[Cell]]
Texts = dict[str, list[str | None]]
Writings = Mapping[str, Writing]


@dataclass(slots=True)
class Loaded:
    """What loading one sheet yields beside the rows in the table."""

    rows: int
    remarks: list[Problem]
    findings: SheetFindings
    totals: tuple[Total, ...]


def load_sheet(sheet: RawSheet, layout: Layout, sink: Sink) -> Loaded:
    """Hand the sheet's rows on to `sink` in blocks, using the sheet up.

    A faulty cell is NULL in the table and its row stays. Blank rows and rows of totals are left out, the latter said.
    """
    writings = _writings(sheet, layout)
    captions = sheet.rows[layout.header : layout.header + 1]
    width = max(_filled_width(captions), 1 + max(layout.positions.values(), default=0))
    footers = Footers(layout, captions[0], writings)
    unlabelled = Unlabelled(layout, sheet.marked_totals, footers.totals)
    width_or_none = width if sheet.lembar is None else None
    loader = _Loader(layout, sink, writings, footers, unlabelled, width=width_or_none)
    first = layout.header + 1
    if _is_numbering(sheet.rows[first : first + 1]):
        first += 1
    unread = UnreadColumns(layout)
    for block in row_blocks(sheet.rows, first, _BLOCK):
        unread.look(block, first + 1)
        loader.load(block, first + 1)
        first += len(block)
    loader.finish()
    remarks = [*_point_remarks(layout, writings), *loader.date_remarks(), *_remarks(layout, loader.loaded, footers)]
    remarks += unread.remarks()
    return Loaded(loader.loaded, remarks, loader.findings, tuple(sorted(footers.totals, key=lambda total: total.baris)))


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
    """Takes a sheet's blocks one after another, and holds them while the order of its dates is open."""

    def __init__(
        self,
        layout: Layout,
        sink: Sink,
        writings: Writings,
        footers: Footers,
        unlabelled: Unlabelled,
        *,
        width: int | None,
    ) -> None:
        """`width` is that of the captions of a text file; a sheet's cells have addresses and shift nowhere."""
        self._layout, self._sink, self._width = layout, sink, width
        self._footers, self._unlabelled = footers, unlabelled
        self._unsaid = frozenset(() if width is None else {"jumlah-sebagai-teks"})
        self._pair = [name for name in layout.positions if name in layout.schema.unit_pair]
        self._writings = dict(writings)
        self._readers = {name: self._reader(name) for name in layout.positions}
        dated = (name for name in layout.positions if _column(layout, name).kind is Kind.TANGGAL)
        self._orders = {name: DateOrder() for name in dated}
        self._held: list[tuple[Sequence[Row], int]] = []
        self.findings = SheetFindings()
        self.loaded = 0

    def _reader(self, name: str) -> ColumnReader:
        column = _column(self._layout, name)
        column = replace(column, required=len(self._pair) == 1) if name in self._pair else column
        return ColumnReader(column, self._writings[name], unsaid=self._unsaid)

    def load(self, block: Sequence[Row], first: int) -> None:
        """Append a block's rows; `first` is the number of its first row."""
        self._held.append((block, first))
        for name, order in self._orders.items():
            at = self._layout.positions[name]
            order.see([row[at] if at < len(row) else None for row in block], first)
        if not any(order.is_open for order in self._orders.values()):
            self._load_held()

    def finish(self) -> None:
        """Append what was held back."""
        self._load_held()
        for row, number in self._unlabelled.settled():
            self._load([row], [number], frozenset(), is_settled=True)

    def date_remarks(self) -> Iterator[Problem]:
        """How the columns of dates were read, where that was in question."""
        for name, order in self._orders.items():
            yield from order.remarks(self._layout, name)

    def _load_held(self) -> None:
        for name, order in self._orders.items():
            if order.reads_month_first and not self._writings[name].month_first:
                self._writings[name] = self._writings[name]._replace(month_first=True)
                self._readers[name] = self._reader(name)
        held, self._held = self._held, []
        for block, first in held:
            self._load_block(block, first)

    def _load_block(self, block: Sequence[Row], first: int) -> None:
        numbers: Sequence[int] = range(first, first + len(block))
        if not all(map(any, block)):
            numbers = [*compress(numbers, map(any, block))]
            block = [row for row in block if any(row)]
        if asides := self._footers.find(block, numbers):
            numbers = [number for place, number in enumerate(numbers) if place not in asides]
            block = [row for place, row in enumerate(block) if place not in asides]
        if block:
            for row, number in self._unlabelled.overtaken():
                self._load([row], [number], frozenset(), is_settled=True)
            self._load(block, numbers, self._too_long(block, numbers))

    def _too_long(self, block: Sequence[Row], numbers: Sequence[int]) -> frozenset[int]:
        """Rows of a text file with something beyond the last caption: a separator inside a value has shifted them."""
        width = self._width
        if width is None:
            return frozenset()
        return frozenset(n for n, row in zip(numbers, block, strict=True) if len(row) > width and any(row[width:]))

    def _load(
        self, rows: Sequence[Row], numbers: Sequence[int], too_long: frozenset[int], *, is_settled: bool = False
    ) -> None:
        cells = _columns(rows, self._layout)
        texts = {name: self._readers[name].read(column) for name, column in cells.items()}
        kept = self._footers.without_closing(self._kept(texts, cells, len(numbers)), texts, rows, numbers)
        kept = kept if is_settled else self._unlabelled.sift(texts, kept, rows, numbers)
        if len(kept) < len(numbers):
            numbers = [numbers[place] for place in kept]
            cells = {name: [column[place] for place in kept] for name, column in cells.items()}
            texts = {name: [column[place] for place in kept] for name, column in texts.items()}
        for name, column in cells.items():
            for place, fault in self._readers[name].at_fault(column):
                self.findings.add(name, fault, numbers[place], self.loaded + place)
        for place in _of_no_unit(self._pair, cells):
            self.findings.add(*_unit_wanted(self._layout, self._pair), numbers[place], self.loaded + place)
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


def _of_no_unit(pair: Sequence[str], cells: Columns) -> Iterator[int]:
    """The rows that say neither the code nor the name of their unit, where the sheet has columns for both."""
    if len(pair) == 2 and all(not _BLANKS.isdisjoint(cells[name]) for name in pair):
        both = zip(cells[pair[0]], cells[pair[1]], strict=True)
        yield from (place for place, said in enumerate(both) if _BLANKS.issuperset(said))


def _unit_wanted(layout: Layout, pair: Sequence[str]) -> tuple[str, Fault]:
    name = next((name for name in pair if _column(layout, name).required), pair[0])
    return name, Fault("wajib-diisi", diharapkan=f"misalnya {_column(layout, name).example}")


_BLANKS = frozenset({None, "", "null", "-"})
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


def _writings(sheet: RawSheet, layout: Layout) -> dict[str, Writing]:
    points = _point_columns(sheet, layout)
    return {name: Writing(name in points, from_1904=sheet.from_1904) for name in layout.positions}


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


def _point_remarks(layout: Layout, writings: Writings) -> Iterator[Problem]:
    for name in layout.positions:
        if writings[name].decimal_point:
            place, judul = layout.location(name), layout.captions[name]
            yield problem("kolom-bertitik-desimal", place, judul=judul, tabel=layout.schema.name)


def _remarks(layout: Layout, loaded: int, footers: Footers) -> Iterator[Problem]:
    place = Location(layout.berkas, layout.lembar)
    for kode, count in (("baris-jumlah-dilewati", len(footers.totals)), ("judul-berulang", len(footers.repeated))):
        if count:
            yield problem(kode, place, banyak=count, tabel=layout.schema.name)
    if found := footers.closing:
        first, text = found[0]
        place = replace(place, baris=first)
        yield problem("baris-penutup", place, nilai=text[:80], banyak=len(found), tabel=layout.schema.name)
    if not loaded:
        yield problem("tabel-tanpa-baris", place, tabel=layout.schema.name)
