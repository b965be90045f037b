"""The rows of an input file around a cell: what a person sees there without opening the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from math import isfinite
from pathlib import Path

from p3dn_reports.formatting import angka, tanggal
from p3dn_reports.inputs.cells import Cell, ErrorCell, PercentCell, UncachedFormula, letters
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.files.reader import read_file
from p3dn_reports.inputs.workbook.errors_only import Excerpt, excerpt, header_row
from p3dn_reports.inputs.workbook.places import Place, places_of

_BEFORE = _AFTER = 1
_FIRST, _LONGEST = 3, 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A cell by its sheet (None: a text file) and address; `kolom` is the caption of its column."""

    lembar: str | None
    sel: str
    kolom: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the sheet by its number, with the texts of the columns shown."""

    nomor: int
    isi: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """The columns shown (None: some are left out there), the header row where it is known, the rows around the cell.

    The cell stands in row `baris` and at place `kolom` of `huruf`.
    """

    huruf: tuple[str | None, ...]
    judul: Line | None
    sekitar: tuple[Line, ...]
    baris: int
    kolom: int


def around(path: Path, asked: Iterable[Asked]) -> dict[Asked, Around]:
    """The rows around each cell of one file, which is read through once; without those that are not there."""
    by_sheet: dict[str | None, dict[Asked, Place]] = {}
    for one in asked:
        if places := places_of(one.sel):
            by_sheet.setdefault(one.lembar, {})[one] = places[0][0]
    found: dict[Asked, Around] = {}
    for item in read_file(path) if by_sheet else ():
        if isinstance(item, RawSheet) and (here := by_sheet.pop(item.lembar, None)):
            wanted = {row + step for row, _ in here.values() for step in range(-_BEFORE, _AFTER + 1)}
            sheet = excerpt(item, wanted)
            found |= {one: _around(sheet, one, *place) for one, place in here.items() if place[0] in sheet.rows}
    return found


def _around(sheet: Excerpt, one: Asked, row: int, column: int) -> Around:
    head = header_row(sheet, {one.kolom} if one.kolom else set())
    columns = _columns(sheet, row, column)
    rows = [number for number in range(row - _BEFORE, row + _AFTER + 1) if number in sheet.rows and number != head]
    return Around(
        tuple(None if place is None else letters(place) for place in columns),
        _line(sheet, head, columns) if head and head not in rows else None,
        tuple(_line(sheet, number, columns) for number in rows),
        row,
        columns.index(column),
    )


def _columns(sheet: Excerpt, row: int, column: int) -> list[int | None]:
    """The first columns and those beside the cell; None where some are left out between them."""
    last = sheet.first_column + max(len(sheet.rows[row]), 1) - 1
    first = range(sheet.first_column, sheet.first_column + _FIRST)
    shown: list[int | None] = []
    for place in sorted({*first, column - 1, column, column + 1} & {*range(max(last, column) + 1)}):
        if shown and shown[-1] is not None and place > shown[-1] + 1:
            shown.append(None)
        shown.append(place)
    return shown


def _line(sheet: Excerpt, number: int, columns: Sequence[int | None]) -> Line:
    cells = (None if place is None else sheet.cell(number, place) for place in columns)
    return Line(number, tuple(_text(cell) for cell in cells))  # type: ignore[arg-type]


def _text(cell: Cell) -> str:
    match cell:
        case None:
            text = ""
        case bool():
            text = "BENAR" if cell else "SALAH"
        case int() | float() if isfinite(cell):
            text = angka(Fraction(str(cell)))
        case PercentCell():
            text = f"{angka(Fraction(str(cell.value)) * 100)}%"
        case datetime() | date():
            text = tanggal(cell.date() if isinstance(cell, datetime) else cell)
        case ErrorCell() | UncachedFormula():
            text = cell.text
        case _:
            text = " ".join(str(cell).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
