"""Workbooks: .xlsx, .xlsm, and the sheets of .xls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeGuard

import python_calamine as calamine

from p3dn_reports.inputs.cells import Cell, PercentCell, Row
from p3dn_reports.inputs.files.preflight import Preflight, preflight
from p3dn_reports.inputs.files.raw import RawSheet, Read
from p3dn_reports.inputs.files.readingcopy import copy_for
from p3dn_reports.inputs.files.rows import StreamedRows
from p3dn_reports.inputs.files.scan import Marks
from p3dn_reports.problems import Location, problem


def read(path: Path) -> Read:
    """Its sheets, but those whose name begins with `_`."""
    with copy_for(path) as copy:
        looked = preflight(path, copy=copy)
        if not looked.needs_copy:
            yield from read_sheets(copy.path if copy and looked.copied else path, looked, path.name)
            return
    with copy_for(path, always=True) as copy:
        looked = preflight(path, copy=copy)
        yield from read_sheets(copy.path if copy and looked.copied else path, looked, path.name)


def read_sheets(path: Path, looked: Preflight, berkas: str) -> Read:
    """The sheets of a workbook that was looked over, called `berkas`; `path` is itself or a copy for the reader."""
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
