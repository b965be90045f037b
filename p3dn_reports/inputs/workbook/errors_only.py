"""The faulty rows alone in a new workbook, for files that cannot be marked themselves: CSV, .ods, unusual workbooks."""

from __future__ import annotations

import math
import re
from collections.abc import Container, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, BinaryIO

import xlsxwriter

from p3dn_reports.formatting import printable
from p3dn_reports.inputs.cells import ErrorCell, PercentCell, Row, UncachedFormula, letters
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.files.rows import row_blocks
from p3dn_reports.inputs.sheets.own_sheets import FINDINGS
from p3dn_reports.inputs.workbook.findings_sheet import HEADER, MOST_ROWS, WIDTHS, cells_of, height_of, intro
from p3dn_reports.inputs.workbook.places import Place, SheetMarks, cells_told, marks_by_sheet, ordered, told
from p3dn_reports.inputs.workbook.styles_xml import COLOURS
from p3dn_reports.problems import Problem, Severity

_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed date: the same findings give the same bytes
_HEADER_WITHIN = 30
_LONGEST = 32_000
_LINK_COLUMN = 3
_DATES = {datetime: "dd-mm-yyyy hh:mm", date: "dd-mm-yyyy", time: "hh:mm:ss"}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The rows of a sheet that are shown, by number (from 1), and those at its top, where the captions stand.

    The first cell of a row stands in column `first_column` (from 0).
    """

    lembar: str | None
    first_column: int
    rows: Mapping[int, Row]
    head: Sequence[Row]

    def cell(self, number: int, column: int) -> object:
        """What stands at a cell; None for a blank."""
        row = self.rows[number] if number in self.rows else self.head[number - 1] if number <= len(self.head) else ()
        place = column - self.first_column
        return row[place] if 0 <= place < len(row) else None


def excerpt(sheet: RawSheet, wanted: Container[int]) -> Excerpt:
    """The rows `wanted` of a sheet; it is read through once and not kept."""
    head = [*sheet.rows[:_HEADER_WITHIN]]
    blocks = row_blocks(sheet.rows, 0, 2048)
    numbered = enumerate((row for block in blocks for row in block), start=1)
    rows = {number: row for number, row in numbered if number in wanted}
    return Excerpt(sheet.lembar, sheet.first_column, rows, head)


def errors_only(
    target: BinaryIO, berkas: str, problems: Sequence[Problem], sheets: Iterable[Excerpt], lines: Sequence[str] = ()
) -> None:
    """Write the workbook of the faulty rows of `sheets` and the list of all findings, below the `lines`."""
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": f"{FINDINGS} {berkas}", "created": _EPOCH})
        _Book(book, problems).write(berkas, sheets, lines)


class _Book:
    """The workbook on its way."""

    def __init__(self, book: Any, problems: Sequence[Problem]) -> None:
        self._book = book
        self._problems = ordered(problems)
        self._formats: dict[tuple[Severity | None, str], Any] = {}
        self._links: dict[tuple[str | None, Place], str] = {}
        self._names: set[str] = {FINDINGS.casefold()}
        self._header = book.add_format({"bold": True, "bg_color": "#DDEBF7", "text_wrap": True, "valign": "top"})

    def write(self, berkas: str, sheets: Iterable[Excerpt], lines: Sequence[str]) -> None:
        """Write the list first, though it is made last: it links to the rows."""
        findings = self._book.add_worksheet(FINDINGS)
        marks = marks_by_sheet(self._problems)
        for sheet in sheets:
            if sheet.lembar in marks:
                self._write_rows(sheet, marks[sheet.lembar])
        self._write_findings(findings, berkas, lines)

    def _write_rows(self, sheet: Excerpt, marks: SheetMarks) -> None:
        worksheet = self._book.add_worksheet(self._name(sheet.lembar))
        faults = (one.lokasi for one in self._problems if one.lokasi.lembar == sheet.lembar)
        header = header_row(sheet, {place.kolom for place in faults if place.kolom})
        width = sheet.first_column + max(map(len, sheet.head), default=1)
        worksheet.write_string(0, 0, "Baris", self._header)
        for column in range(width):
            caption = sheet.cell(header, column) if header else letters(column)
            worksheet.write_string(0, column + 1, _text(caption), self._header)
        for line, (number, cells) in enumerate(list(marks.rows().items())[:MOST_ROWS], start=1):
            worksheet.write_number(line, 0, number)
            for column in range(max(width, max(cells) + 1)):
                self._write_cell(worksheet, line, column + 1, sheet.cell(number, column), cells.get(column))
                self._links[sheet.lembar, (number, column)] = f"'{worksheet.name}'!{letters(column + 1)}{line + 1}"
                if found := marks.comments.get((number, column)):
                    worksheet.write_comment(line, column + 1, printable(told(found)), {"x_scale": 2.5, "y_scale": 1.5})
        worksheet.set_column(0, 0, 8)
        worksheet.set_column(1, max(width, 1), 20)
        worksheet.freeze_panes(1, 1)

    def _name(self, lembar: str | None) -> str:
        plain = re.sub(r"[\[\]:*?/\\]", " ", printable(lembar or "Data")).strip("' ") or "Data"
        names = (plain[:31], *(f"{plain[:26]} ({number})" for number in range(2, 1000)))
        name = next(name for name in names if name.casefold() not in self._names)
        self._names.add(name.casefold())
        return name

    def _format(self, tingkat: Severity | None, numbers: str) -> Any:
        if (tingkat, numbers) not in self._formats:
            look = {"num_format": numbers, "valign": "top"}
            if tingkat:
                look["bg_color"] = f"#{COLOURS[tingkat]}"
            self._formats[tingkat, numbers] = self._book.add_format(look)
        return self._formats[tingkat, numbers]

    def _write_cell(self, worksheet: Any, row: int, column: int, cell: object, tingkat: Severity | None) -> None:
        match cell:
            case None | "":
                worksheet.write_blank(row, column, None, self._format(tingkat, "General"))
            case bool():
                worksheet.write_boolean(row, column, cell, self._format(tingkat, "General"))
            case int() | float() if math.isfinite(cell):
                worksheet.write_number(row, column, cell, self._format(tingkat, "General"))
            case PercentCell():
                worksheet.write_number(row, column, cell.value, self._format(tingkat, "0.00%"))
            case datetime() | date() | time():
                worksheet.write_datetime(row, column, cell, self._format(tingkat, _DATES[type(cell)]))
            case _:
                worksheet.write_string(row, column, _text(cell), self._format(tingkat, "@"))

    def _write_findings(self, worksheet: Any, berkas: str, lines: Sequence[str]) -> None:
        title = self._book.add_format({"bold": True, "font_size": 14})
        text = self._book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        link = self._book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top", "text_wrap": True})
        above = intro(berkas, self._problems, 0, lines)
        for line, words in enumerate(above):
            worksheet.write_string(line, 0, printable(words), title if line == 0 else None)
        worksheet.write_row(len(above), 0, HEADER, self._header)
        for number, found in enumerate(self._problems[:MOST_ROWS], start=1):
            row, texts = len(above) + number, cells_of(number, found)
            worksheet.set_row(row, height_of(texts))
            for column, words in enumerate(texts):
                kind = self._format(found.tingkat, "@") if column == 1 else text
                worksheet.write_string(row, column, _text(words), kind)
            if target := self._link(found):
                worksheet.write_url(row, _LINK_COLUMN, f"internal:{target}", link, _text(found.lokasi.sel))
        _lay_out(worksheet, len(above), len(self._problems[:MOST_ROWS]))

    def _link(self, found: Problem) -> str | None:
        places = cells_told(found.lokasi)
        return self._links.get((found.lokasi.lembar, places[0][0])) if places else None


def _lay_out(worksheet: Any, header: int, rows: int) -> None:
    for column, width in enumerate(WIDTHS):
        worksheet.set_column(column, column, width)
    worksheet.freeze_panes(header + 1, 0)
    worksheet.autofilter(header, 0, header + max(rows, 1), len(HEADER) - 1)
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(header)
    worksheet.hide_gridlines(2)
    worksheet.set_tab_color("#C00000")


def header_row(sheet: Excerpt, captions: Set[str]) -> int | None:
    """The row (from 1) that holds most of the captions."""
    scores = [len({str(cell).strip() for cell in row} & captions) for row in sheet.head]
    best = max(scores, default=0)
    return scores.index(best) + 1 if best else None


def _text(cell: object) -> str:
    shown = cell.text if isinstance(cell, ErrorCell | UncachedFormula) else "" if cell is None else str(cell)
    return printable(shown)[:_LONGEST]
