"""Tables whose columns a loop has multiplied or a condition left out: grid and cells as wide as the table was.

LibreOffice reads the grid (`w:tblGrid`), Word the widths of the cells (`w:tcW`). docxtpl repairs the grid alone, and
six cells of a third each run off the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from docxtpl import DocxTemplate
from lxml import etree

from p3dn_reports.documents.word.places import W

_DOCXTPL = DocxTemplate("")  # only its pure function on text is used


def fix_columns(xml: str) -> str:
    """The part with every table's grid as docxtpl repairs it, and cells that do not fit it as wide as their columns."""
    root = _DOCXTPL.fix_tables(xml.encode("utf-8"))
    for table in root.iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        for row in _rows(table):
            _fit(row, grid)
    return str(etree.tostring(root, encoding="unicode"))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    return (row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl"), None) is table)


def _fit(row: etree._Element, grid: list[int]) -> None:
    """Set the widths of a row that is wider or narrower than its grid; widths in percent or left to Word stay."""
    cells = [(cell.find(f"{W}tcPr/{W}tcW"), _span(cell)) for cell in row.iterfind(f"{W}tc")]
    widths = [(width, span) for width, span in cells if width is not None and width.get(f"{W}type") == "dxa"]
    told = sum(int(width.get(f"{W}w", "0")) for width, _ in widths)
    if len(widths) < len(cells) or sum(span for _, span in cells) != len(grid) or abs(told - sum(grid)) <= len(grid):
        return
    at = 0
    for width, span in widths:
        width.set(f"{W}w", str(sum(grid[at : at + span])))
        at += span


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return int(span.get(f"{W}val", "1")) if span is not None else 1
