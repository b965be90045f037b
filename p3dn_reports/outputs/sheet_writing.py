"""How a sheet of hasil.xlsx is written: its cells by what they hold, rows as high as their text, pages of A4.

Texts can never become formulas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from p3dn_reports.formatting import printable
from p3dn_reports.outputs.cells import Cell, Number

_LONGEST_TEXT = 32_767
_LONGEST_NAME = 31
_LINE, _HIGHEST_ROW = 15, 405
"""Points."""
_A4 = 9
_MARGINS = {"left": 0.5, "right": 0.5, "top": 0.6, "bottom": 0.7}
"""Inches, as Excel has them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list with its captions: the first `kept` columns stay in sight, the first `printed` (0: all) go on paper."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Sequence[Sequence[Cell]]
    kept: int = 0
    printed: int = 0


def one_sheet(name: str, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[Cell]]) -> bytes:
    """A workbook of one list: captions with their widths, and the rows below them; the same bytes each time."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": midnight("2000-01-01")})
        write_sheet(book.add_worksheet(name[:_LONGEST_NAME]), Sheet(name, tuple(columns), rows), Styles(book))
    return stream.getvalue()


class Styles:
    """The cell formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._numbers: dict[int, Any] = {}
        self.header = book.add_format({"bold": True, "bg_color": "#D9E2F3", "border": 1, "text_wrap": True})
        self.text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.title = book.add_format({"bold": True, "font_size": 16, "text_wrap": True, "valign": "vcenter"})
        self.section = book.add_format({"bold": True, "font_size": 12, "bottom": 1, "valign": "bottom"})
        self.link = book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top"})
        self.date = book.add_format({"num_format": "dd-mm-yyyy", "valign": "top", "align": "left"})

    def number(self, places: int) -> Any:
        """Thousands divided, `places` decimals; Excel prints the dots and commas of the reader's own country."""
        if places not in self._numbers:
            form = "#,##0" + ("." + "0" * places if places else "")
            self._numbers[places] = self._book.add_format({"num_format": form, "valign": "top"})
        return self._numbers[places]


def write_sheet(worksheet: Any, sheet: Sheet, styles: Styles) -> None:
    """Write a list: captions above, kept in sight and repeated on every page, which is A4 across."""
    for column, (title, width) in enumerate(sheet.columns):
        worksheet.set_column(column, column, width)
        worksheet.write_string(0, column, title, styles.header)
    widths = [width for _, width in sheet.columns]
    fit_height(worksheet, 0, [title for title, _ in sheet.columns], widths)
    for line, row in enumerate(sheet.rows, start=1):
        fit_height(worksheet, line, row, widths)
        for column, cell in enumerate(row):
            write_cell(worksheet, line, column, cell, styles)
    worksheet.freeze_panes(1, sheet.kept)
    worksheet.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    worksheet.repeat_rows(0)
    if sheet.printed:
        worksheet.print_area(0, 0, max(len(sheet.rows), 1), sheet.printed - 1)
    worksheet.set_landscape()
    on_a4(worksheet, sheet.name)


def on_a4(worksheet: Any, name: str) -> None:
    """Pages of A4, as wide as one, named and numbered at the foot."""
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(**_MARGINS)
    worksheet.set_footer(f"&L{name}&RHalaman &P dari &N")


def fit_height(worksheet: Any, line: int, row: Sequence[Cell], widths: Sequence[int], least: int = 0) -> None:
    """A row as high as its longest text, wrapped, asks for; few programs work that out by themselves.

    `least` is the height in points of one that is higher than others.
    """
    texts = ((cell, width) for cell, width in zip(row, widths, strict=True) if isinstance(cell, str))
    lines = max(
        (sum(-(-len(part) // (width - 1)) or 1 for part in text.split("\n")) for text, width in texts), default=1
    )
    if lines > 1 or least:
        worksheet.set_row(line, min(max(_LINE * lines, least), _HIGHEST_ROW))


def write_cell(worksheet: Any, line: int, column: int, cell: Cell, styles: Styles) -> None:
    """Write what a cell holds: a number as a number, a day as a day, all else as text."""
    match cell:
        case None:
            return
        case bool():
            worksheet.write_string(line, column, "ya" if cell else "tidak", styles.text)
        case int():
            worksheet.write_number(line, column, cell, styles.number(0))
        case Number():
            worksheet.write_number(line, column, float(cell.exact), styles.number(cell.places))
        case date():
            worksheet.write_datetime(line, column, midnight(cell.isoformat()), styles.date)
        case _:
            worksheet.write_string(line, column, printable(cell[:_LONGEST_TEXT]), styles.text)


def midnight(text: str) -> datetime:
    """A day as Excel has it."""
    return datetime.fromisoformat(text)
