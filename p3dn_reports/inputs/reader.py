"""From a file to raw sheets: rows of cells with the row numbers Excel shows. Every other module here sees no file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import python_calamine as calamine

from p3dn_reports.inputs import textfile
from p3dn_reports.inputs.cells import PercentCell, Row
from p3dn_reports.inputs.preflight import Limits, preflight
from p3dn_reports.inputs.scan import Marks
from p3dn_reports.problems import Location, Problem, problem

WORKBOOKS = frozenset({".xlsx", ".xlsm"})
TEXTS = frozenset({".csv", ".tsv"})
NOT_YET = frozenset({".xls", ".xlsb", ".ods", ".json", ".parquet"})


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet of a file, or a whole text file (`lembar` None). Row i of `rows` is row i + 1 of the sheet.

    `first_column` (from 0) is the sheet's column of a row's first cell. Rows may be of unequal length.
    """

    berkas: str
    lembar: str | None
    rows: list[Row]
    first_column: int = 0
    hidden: bool = False


def is_input(path: Path) -> bool:
    """Whether the file is one this room looks at; hidden files and the lock files of Office are not."""
    known = WORKBOOKS | TEXTS | NOT_YET
    return path.is_file() and not path.name.startswith((".", "~$")) and path.suffix.casefold() in known


def read_file(path: Path) -> Iterator[RawSheet | Problem]:
    """The sheets of one file in their order, one at a time, and the problems met on the way."""
    suffix = path.suffix.casefold()
    if suffix in NOT_YET:
        yield problem("format-belum-dibaca", Location(berkas=path.name), akhiran=suffix)
    elif suffix in TEXTS:
        yield _read_text(path)
    else:
        yield from _read_workbook(path)


def _read_text(path: Path) -> RawSheet | Problem:
    place = Location(berkas=path.name)
    size, limits = path.stat().st_size, Limits()
    if size == 0:
        return problem("berkas-kosong", place, semua_unit=True)
    if size > limits.file_size:
        isi: dict[str, Any] = {"ukuran": size >> 20, "batas": limits.file_size >> 20}
        return problem("berkas-terlalu-besar", place, semua_unit=True, **isi)
    text = textfile.decode(path.read_bytes())
    try:
        rows: list[Row] = [*textfile.parse(text)] if text is not None else []
    except csv.Error:
        text = None
    return problem("teks-tidak-terbaca", place, semua_unit=True) if text is None else RawSheet(path.name, None, rows)


def _read_workbook(path: Path) -> Iterator[RawSheet | Problem]:
    looked = preflight(path)
    yield from looked.problems
    if not looked.readable:
        return
    try:
        yield from _sheets(path, dict(looked.sheets))
    except BaseException as error:  # a panic of the reader's native code is no Exception
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        yield problem("berkas-rusak", Location(berkas=path.name), semua_unit=True)


def _sheets(path: Path, marks: dict[str, Marks]) -> Iterator[RawSheet]:
    with calamine.load_workbook(str(path)) as book:
        for meta in book.sheets_metadata:
            if meta.typ != calamine.SheetTypeEnum.WorkSheet or meta.name.startswith("_"):
                continue
            sheet = book.get_sheet_by_name(meta.name)
            hidden = meta.visible != calamine.SheetVisibleEnum.Visible
            yield _raw_sheet(path.name, sheet, marks.get(meta.name, Marks()), hidden)


def _raw_sheet(berkas: str, sheet: calamine.CalamineSheet, marks: Marks, hidden: bool) -> RawSheet:
    # An empty sheet has no start, and iterating over it may panic. Empty columns on the left are dropped, rows not.
    rows: list[Row] = [*sheet.iter_rows()] if sheet.start else []
    first = sheet.start[1] if sheet.start else 0
    if marks.cells:
        first = min(first, *(column for row in marks.cells.values() for column in row))
        rows = _shifted(rows, (sheet.start[1] if sheet.start else first) - first)
    _put_marks(rows, marks, first)
    return RawSheet(berkas, sheet.name, rows, first, hidden)


def _shifted(rows: list[Row], by: int) -> list[Row]:
    return [["", *([""] * (by - 1)), *row] for row in rows] if by > 0 else rows


def _put_marks(rows: list[Row], marks: Marks, first: int) -> None:
    """Put error cells, formulas without a result and percentages where the reader shows a blank or a bare number."""
    rows.extend([] for _ in range(max(marks.cells, default=0) - len(rows)))
    for number, cells in marks.cells.items():
        row = [*rows[number - 1]]
        row.extend("" for _ in range(max(cells) - first + 1 - len(row)))
        for column, cell in cells.items():
            row[column - first] = cell
        rows[number - 1] = row
    for number, columns in marks.percent.items():
        if number <= len(rows):
            rows[number - 1] = _percents(rows[number - 1], {column - first for column in columns})


def _percents(row: Row, places: set[int]) -> Row:
    return [
        PercentCell(cell) if index in places and isinstance(cell, float) else cell for index, cell in enumerate(row)
    ]
