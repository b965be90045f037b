"""The workbook of what was typed in: rows read from it and laid into it, whatever else a person has done to it.

openpyxl keeps the formats, widths, comments and choices a person gave; only the cells that change are touched. What
begins like a formula is written as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from p3dn_reports.inputs.cells import letters, squash
from p3dn_reports.tables import Column, Kind, TableSchema

_SEARCHED, _LONGEST = 20, 32_000
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@")
_FORMATS = {Kind.TANGGAL: "dd-mm-yyyy", Kind.RUPIAH: "#,##0.00", Kind.PERSEN: "0.00"}

Value = str | date | Decimal | int | bool | None
"""What a cell is given; None empties it."""


@dataclass(frozen=True, slots=True)
class Change:
    """Values for one row of a table: row `baris` of its sheet as Excel counts it, or a new row where that is None."""

    tabel: str
    nilai: Mapping[str, Value]
    baris: int | None = None


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row that stands there: its number in the sheet, its values by column, the cells they stand in."""

    baris: int
    nilai: Mapping[str, Any]
    sel: Mapping[str, str] = field(default_factory=dict)


def read_typed(content: bytes, schema: TableSchema) -> list[TypedRow]:
    """The rows of a table that hold anything, as they stand. Raises ValueError where the file is no workbook."""
    book = _opened(content)
    sheet = _sheet(book, schema)
    if sheet is None:
        return []
    head, places = _heading(sheet, schema)
    rows = (TypedRow(row, _values(sheet, row, places), _cells(row, places)) for row in range(head + 1, _end(sheet) + 1))
    return [one for one in rows if any(value is not None for value in one.nilai.values())]


def with_changes(
    content: bytes | None, changes: Sequence[Change], schemas: Mapping[str, TableSchema], oleh: str
) -> bytes:
    """The workbook with the rows laid into it; a new one where `content` is None.

    Raises KeyError for an unknown table or column, ValueError for a file that is no workbook, a row that is no row of
    data, and a text too long for a cell.
    """
    book = _opened(content) if content is not None else _empty()
    for change in changes:
        _lay(book, schemas[change.tabel], change)
    book.properties.lastModifiedBy = oleh
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def last_hand(content: bytes) -> str | None:
    """Who saved the workbook last, by its own word."""
    try:
        return _opened(content).properties.lastModifiedBy or None
    except ValueError:
        return None


def _opened(content: bytes) -> Workbook:
    try:
        return load_workbook(BytesIO(content))
    except Exception as error:  # openpyxl raises whatever a broken part makes it stumble over
        raise ValueError("not a workbook") from error


def _empty() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def _sheet(book: Workbook, schema: TableSchema) -> Worksheet | None:
    return next((one for one in book.worksheets if one.title.strip().casefold() == schema.name), None)


def _new_sheet(book: Workbook, schema: TableSchema) -> Worksheet:
    sheet: Worksheet = book.create_sheet(schema.name)
    for place, column in enumerate(schema.columns, start=1):
        _head(sheet, 1, place, column)
    sheet.freeze_panes = "A2"
    return sheet


def _head(sheet: Worksheet, row: int, place: int, column: Column) -> None:
    cell = sheet.cell(row, place, column.header)
    cell.font, cell.fill = Font(bold=True), PatternFill("solid", start_color="DDEBF7")
    sheet.column_dimensions[letters(place - 1)].width = min(max(len(column.header) + 4, 14), 44)


def _heading(sheet: Worksheet, schema: TableSchema) -> tuple[int, dict[str, int]]:
    """The row of captions and the place of each column; the row that knows most of them."""
    known = {squash(name): one.name for one in schema.columns for name in (one.header, one.name, *one.aliases)}
    best: tuple[int, dict[str, int]] = (1, {})
    for row in range(1, min(_end(sheet), _SEARCHED) + 1):
        places: dict[str, int] = {}
        for place in range(1, sheet.max_column + 1):
            if name := known.get(squash(str(sheet.cell(row, place).value or ""))):
                places.setdefault(name, place)
        best = (row, places) if len(places) > len(best[1]) else best
    return best


def _lay(book: Workbook, schema: TableSchema, change: Change) -> None:
    sheet = _sheet(book, schema) or _new_sheet(book, schema)
    head, places = _heading(sheet, schema)
    for name in change.nilai:
        if name not in places:
            column = _column(schema, name)
            places[name] = sheet.max_column + 1
            _head(sheet, head, places[name], column)
    row = change.baris if change.baris is not None else _first_free(sheet, head, places)
    if row <= head:
        raise ValueError(f"row {row} is no row of data")
    for name, value in change.nilai.items():
        _put(sheet.cell(row, places[name]), value, _column(schema, name).kind)


def _column(schema: TableSchema, name: str) -> Column:
    column = schema.column(name)
    if column is None:
        raise KeyError(name)
    return column


def _first_free(sheet: Worksheet, head: int, places: Mapping[str, int]) -> int:
    """The row after the last that holds anything: a gap somebody left stays."""
    filled = [row for row in range(head + 1, _end(sheet) + 1) if any(_values(sheet, row, places).values())]
    return max(filled, default=head) + 1


def _put(cell: Cell | MergedCell, value: Value, kind: Kind) -> None:
    if isinstance(cell, MergedCell):
        raise ValueError(f"{cell.coordinate} is part of a merged cell")
    if isinstance(value, str):
        _put_text(cell, value)
        return
    cell.value = "ya" if value is True else "tidak" if value is False else value
    if value is not None and cell.number_format in {"General", "@"}:
        cell.number_format = _FORMATS.get(kind, "General")


def _put_text(cell: Cell, text: str) -> None:
    clean = _UNWRITABLE.sub("", text)
    if len(clean) > _LONGEST:
        raise ValueError(f"{len(clean)} characters")
    cell.value = clean or None
    if clean:
        cell.data_type, cell.number_format = "s", "@"
        cell.quotePrefix = clean.startswith(_FORMULA)


def _values(sheet: Worksheet, row: int, places: Mapping[str, int]) -> dict[str, Any]:
    return {name: sheet.cell(row, place).value for name, place in places.items()}


def _cells(row: int, places: Mapping[str, int]) -> dict[str, str]:
    return {name: f"{letters(place - 1)}{row}" for name, place in places.items()}


def _end(sheet: Worksheet) -> int:
    return sheet.max_row or 1
