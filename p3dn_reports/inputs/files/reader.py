"""From a file to raw sheets: rows of cells with the row numbers Excel shows. Every other module here sees no file."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeGuard

import python_calamine as calamine

from p3dn_reports.inputs.cells import Cell, Origin, PercentCell, Row, address
from p3dn_reports.inputs.files import jsonfile, oldworkbook, opendocument, paging, textfile
from p3dn_reports.inputs.files.disguise import disguised_text
from p3dn_reports.inputs.files.exported import read_exported
from p3dn_reports.inputs.files.kinds import EXPORTED, NOT_YET, TEXTS, WORKBOOKS
from p3dn_reports.inputs.files.preflight import Limits, Preflight, preflight
from p3dn_reports.inputs.files.readingcopy import copy_for
from p3dn_reports.inputs.files.rows import StreamedRows
from p3dn_reports.inputs.files.scan import Marks
from p3dn_reports.inputs.files.unpacking import RefusedError
from p3dn_reports.problems import Location, Problem, problem


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet of a file, or a whole text file (`lembar` None). Row i of `rows` is row i + 1 of the sheet.

    `first_column` (from 0) is the sheet's column of a row's first cell. Rows may be of unequal length. `rows` is a
    list, or `StreamedRows` for a long sheet: look at its head by index or slice, use it up once by `row_blocks`.
    `origin` is set once `arrange` has brought the cells into our columns. `from_1904`: the workbook counts its days
    from 1904. `marked_totals` are the rows (from 1) that the workbook itself calls rows of totals.
    """

    berkas: str
    lembar: str | None
    rows: Sequence[Row]
    first_column: int = 0
    hidden: bool = False
    origin: Origin | None = None
    from_1904: bool = False
    marked_totals: frozenset[int] = frozenset()


def read_file(path: Path) -> Iterator[RawSheet | Problem]:
    """The sheets of one file in their order, one at a time, and the problems met on the way."""
    suffix = path.suffix.casefold()
    if suffix in TEXTS:
        for item in _read_text(path):
            yield from _unmarked(item)
    elif suffix in EXPORTED and (found := read_exported(path)):
        if suffix in WORKBOOKS:
            yield problem("ekspor-terbaca", Location(berkas=path.name), nilai=found.isi, akhiran=suffix)
        for page in found.pages:
            sheet = RawSheet(path.name, page.lembar, page.rows, 0, page.hidden, from_1904=page.from_1904)
            for item in _of_text(sheet, page.quotes):
                yield from _unmarked(item)
    elif suffix in NOT_YET:
        yield problem("format-belum-dibaca", Location(berkas=path.name), akhiran=suffix)
    elif suffix == ".ods":
        yield from _read_opendocument(path)
    else:
        yield from _read_workbook(path)


def _read_text(path: Path) -> Iterator[RawSheet | Problem]:
    place = Location(berkas=path.name)
    is_json = path.suffix.casefold() == ".json"
    if refused := _refused_text(path, place):
        yield refused
        return
    text = textfile.decode(path.read_bytes())
    try:
        if text is None:
            raise ValueError
        found = [*(_records(path.name, text) if is_json else _separated(path.name, text))]
    except jsonfile.JsonShapeError:
        yield problem("json-bukan-daftar", place)
    except (csv.Error, ValueError):
        yield problem("json-rusak" if is_json else "teks-tidak-terbaca", place, semua_unit=True)
    else:
        yield from found


def _refused_text(path: Path, place: Location) -> Problem | None:
    size, limits = path.stat().st_size, Limits()
    if size == 0:
        return problem("berkas-kosong", place, semua_unit=True)
    if size > limits.file_size:
        isi: dict[str, Any] = {"ukuran": size >> 20, "batas": limits.file_size >> 20}
        return problem("berkas-terlalu-besar", place, semua_unit=True, **isi)
    if kind := disguised_text(path):
        return problem("akhiran-tidak-sesuai", place, semua_unit=True, akhiran=path.suffix, isi=kind)
    return None


def _records(berkas: str, text: str) -> Iterator[RawSheet | Problem]:
    table = jsonfile.read(text)
    if table.page:
        yield paging.told(table.page, berkas)
    if table.halves:
        number, name = table.halves[0]
        place = Location(berkas, sel=f"rekaman {number}", baris=number, kolom=name)
        yield problem("huruf-rusak", place, banyak=len(table.halves))
    yield RawSheet(berkas, None, table.rows)


def _separated(berkas: str, text: str) -> Iterator[RawSheet | Problem]:
    table = textfile.read(text)
    if textfile.BROKEN in text:
        yield problem("huruf-rusak", Location(berkas), banyak=text.count(textfile.BROKEN))
    yield from _of_text(RawSheet(berkas, None, table.rows), table.quotes)


def _of_text(sheet: RawSheet, quotes: Sequence[textfile.Quote] = ()) -> Iterator[RawSheet | Problem]:
    """The sheet, after what its text says of itself: quotation marks gone wrong, and that it is a page of several."""
    for quote in quotes:
        place = Location(sheet.berkas, None, address(quote.row + 1, quote.column), quote.row + 1)
        kode = "kutip-tidak-ditutup" if quote.is_open else "kutip-menelan-baris"
        nilai = " ".join(quote.text.split())[:80]
        yield problem(kode, place, semua_unit=True, nilai=nilai, baris=quote.row + 1, banyak=quote.rows)
    page, rows = paging.page_in_words(sheet.rows)
    if page:
        yield paging.told(page, sheet.berkas)
    yield replace(sheet, rows=rows)


def _unmarked(item: RawSheet | Problem) -> Iterator[RawSheet | Problem]:
    """A text's cells without the marks by which a program keeps a spreadsheet from reading codes as numbers."""
    if isinstance(item, RawSheet):
        rows, marked = textfile.without_marks(item.rows)
        item = replace(item, rows=rows)
        if marked:
            place = Location(berkas=item.berkas)
            yield problem("penanda-teks-dilepas", place, banyak=len(marked), nilai=marked[0][:60])
    yield item


def _read_opendocument(path: Path) -> Iterator[RawSheet | Problem]:
    place = Location(berkas=path.name)
    try:
        sheets = opendocument.read(path, Limits())
    except RefusedError as refused:
        yield problem(refused.kode, place, semua_unit=True, **refused.isi)
        return
    for sheet in sheets:
        if not sheet.name.startswith("_"):
            yield RawSheet(path.name, sheet.name, sheet.rows, 0, sheet.hidden, from_1904=sheet.from_1904)


def _read_workbook(path: Path) -> Iterator[RawSheet | Problem]:
    if path.suffix.casefold() == ".xls":
        yield from _read_sheets(path, oldworkbook.preflight(path), path.name)
        return
    with copy_for(path) as copy:
        looked = preflight(path, copy=copy)
        if not looked.needs_copy:
            yield from _read_sheets(copy.path if copy and looked.copied else path, looked, path.name)
            return
    with copy_for(path, always=True) as copy:
        looked = preflight(path, copy=copy)
        yield from _read_sheets(copy.path if copy and looked.copied else path, looked, path.name)


def _read_sheets(path: Path, looked: Preflight, berkas: str) -> Iterator[RawSheet | Problem]:
    yield from looked.problems
    if not looked.readable:
        return
    try:
        yield from _sheets(path, berkas, looked)
    except BaseException as error:  # a panic of the reader's native code is no Exception
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        yield problem("berkas-rusak", Location(berkas=berkas), semua_unit=True)


def _sheets(path: Path, berkas: str, looked: Preflight) -> Iterator[RawSheet]:
    with calamine.load_workbook(str(path)) as book:
        for meta in book.sheets_metadata:
            if meta.typ != calamine.SheetTypeEnum.WorkSheet or meta.name.startswith("_"):
                continue
            hidden = meta.visible != calamine.SheetVisibleEnum.Visible
            found = looked.sheets.get(meta.name, Marks())
            # No name is bound to the sheet: its cells are let go as soon as its rows are read.
            sheet = _raw_sheet(berkas, book.get_sheet_by_name(meta.name), found, hidden=hidden)
            yield replace(sheet, from_1904=looked.from_1904, marked_totals=frozenset(found.totals))


def _raw_sheet(berkas: str, sheet: calamine.CalamineSheet, marks: Marks, *, hidden: bool) -> RawSheet:
    # An empty sheet has no start, and iterating over it may panic. Empty columns on the left are dropped, rows not.
    first = start = sheet.start[1] if sheet.start else None
    if marks.cells:
        left = min(column for row in marks.cells.values() for column in row)
        first = left if first is None else min(first, left)
    if first is None:
        return RawSheet(berkas, sheet.name, [], 0, hidden)
    rows: Iterator[Row] = sheet.iter_rows() if sheet.start else iter(())
    if start is not None and start > first:
        rows = _shifted(rows, start - first)
    if marks.cells or marks.percent:
        rows = _marked(rows, marks, first)
    return RawSheet(berkas, sheet.name, StreamedRows(rows), first, hidden)


def _shifted(rows: Iterator[Row], by: int) -> Iterator[Row]:
    return ([*([""] * by), *row] for row in rows)


def _marked(rows: Iterator[Row], marks: Marks, first: int) -> Iterator[Row]:
    """Put error cells, formulas without a result and percentages where the reader shows a blank or a bare number."""
    last, touched = 0, marks.cells.keys() | marks.percent.keys()
    for last, row in enumerate(rows, start=1):
        yield _marked_row(row, last, marks, first) if last in touched else row
    for number in range(last + 1, max(marks.cells, default=0) + 1):
        yield _marked_row([], number, marks, first)


def _is_number(cell: Cell) -> TypeGuard[float]:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _marked_row(row: Row, number: int, marks: Marks, first: int) -> Row:
    if cells := marks.cells.get(number):
        row = [*row, *([""] * (max(cells) - first + 1 - len(row)))]
        for column, cell in cells.items():
            row[column - first] = cell
    if columns := marks.percent.get(number):
        return [
            PercentCell(float(cell)) if _is_number(cell) and index + first in columns else cell
            for index, cell in enumerate(row)
        ]
    return row
