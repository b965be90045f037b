"""What the generators of example inputs share: writing workbooks and CSV files byte for byte the same on every run."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import xlsxwriter

Cell = str | int | Decimal | date | None
Row = Sequence[Cell]

CREATED = datetime(2025, 1, 2)  # noqa: DTZ001 (a workbook's creation date carries no zone)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: lines of text on top, then a header row (may be empty) and its rows."""

    name: str
    header: Sequence[str]
    rows: Sequence[Row]
    above: Sequence[str] = ()


def write_workbook(path: Path, sheets: Iterable[Sheet]) -> None:
    """Write `sheets` to an .xlsx file; text stays text, amounts are numbers, dates are real Excel dates."""
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"author": "p3dn-reports", "created": CREATED})
    formats = {
        "judul": book.add_format({"bold": True, "font_size": 12}),
        "kepala": book.add_format({"bold": True, "bg_color": "#DDE6F0", "bottom": 1}),
        "teks": book.add_format({"num_format": "@"}),
        "bulat": book.add_format({"num_format": "0"}),
        "nilai": book.add_format({"num_format": "#,##0.00"}),
        "tanggal": book.add_format({"num_format": "dd-mm-yyyy"}),
    }
    for sheet in sheets:
        _write_sheet(book.add_worksheet(sheet.name), sheet, formats)
    book.close()


def write_csv(path: Path, header: Sequence[str], rows: Iterable[Row], delimiter: str = ",") -> None:
    """Write a UTF-8 CSV file: dates as YYYY-MM-DD, numbers with a decimal point and no grouping, nothing as empty."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(header)
        writer.writerows(["" if cell is None else str(cell) for cell in row] for row in rows)


def _write_sheet(target: xlsxwriter.worksheet.Worksheet, sheet: Sheet, formats: dict[str, object]) -> None:
    for number, text in enumerate(sheet.above):
        target.write_string(number, 0, text, formats["judul"] if number == 0 else None)
    top = len(sheet.above)
    for column, caption in enumerate(sheet.header):
        target.set_column(column, column, min(44, max(14, len(caption) + 3)))
        target.write_string(top, column, caption, formats["kepala"])
    for number, row in enumerate(sheet.rows, start=top + 1):
        for column, cell in enumerate(row):
            _write_cell(target, number, column, cell, formats)
    if sheet.header:
        target.freeze_panes(top + 1, 0)
    else:
        target.set_column(0, 0, 110)


def _write_cell(
    target: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell, formats: dict[str, object]
) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        target.write_string(row, column, cell, formats["teks"])
    elif isinstance(cell, date):
        target.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), formats["tanggal"])  # noqa: DTZ001
    else:
        target.write_number(row, column, cell, formats["nilai" if isinstance(cell, Decimal) else "bulat"])
