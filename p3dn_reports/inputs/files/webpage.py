"""Rows of a web page's tables, as a spreadsheet would lay them out: web systems export such pages as `.xls`."""

from __future__ import annotations

import email
import email.policy
import re
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser

from p3dn_reports.inputs.cells import Cell, Row
from p3dn_reports.inputs.values.dates import read_date
from p3dn_reports.inputs.values.totals import cell_of

_MOST_CELLS = 8_000_000
_MOST_COLUMNS = 16_384
_MOST_SPAN = 1000
_UNSEEN = frozenset({"script", "style", "head", "title", "template"})
_BREAKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "hr", "center"})
_AMOUNT = re.compile(r"\(?-?(?:Rp\.?)?\s*\d[\d.,]*\)?", re.IGNORECASE)


def parse(text: str) -> list[Row]:
    """The rows of all tables in their order, text between them as rows of one cell. Raises ValueError for too many.

    Cells are text as shown, unless the page says the number behind it. A merged cell fills its first place alone.
    """
    page = _Page()
    page.feed(text)
    page.close()
    page.end()
    return page.rows


def unpacked(data: bytes) -> str:
    """The pages within a web archive (MHTML), one after another."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    pages = (part.get_content() for part in message.walk() if part.get_content_type() == "text/html")
    return "\n".join(page for page in pages if isinstance(page, str))


class _Page(HTMLParser):
    """What was met so far. Tables within tables are laid out one after another."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self._row: list[Cell] | None = None
        self._blocked: dict[int, int] = {}  # columns that a cell above reaches into: for how many rows more
        self._attributes: dict[str, str] | None = None
        self._text: list[str] = []
        self._unseen = self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self.end()
            self._blocked = {}
        elif tag == "tr":
            self.end()
            self._row = []
        elif tag in {"td", "th"}:
            self._end_cell()
            self._row = [] if self._row is None else self._row
            self._attributes = {name: value or "" for name, value in attrs}
        elif tag == "br" or (tag in _BREAKS and self._attributes is not None):
            self._text.append("\n")
        elif tag in _BREAKS:
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag in {"tr", "table"}:
            self._end_row()
        elif tag in _BREAKS and self._attributes is None:
            self._end_line()

    def handle_data(self, data: str) -> None:
        """Text."""
        if not self._unseen:
            self._text.append(re.sub(r"\s+", " ", data))

    def end(self) -> None:
        """Whatever is open ends here."""
        self._end_row()
        self._end_line()

    def _end_line(self) -> None:
        """Text outside of tables becomes a row."""
        if self._attributes is None and self._row is None and (text := self._taken()):
            self.rows.append([text])

    def _taken(self) -> str:
        text = re.sub(r" *\n *", "\n", "".join(self._text)).strip()
        self._text = []
        return text

    def _end_cell(self) -> None:
        if self._attributes is None or self._row is None:
            self._text = self._text if self._row is None else []
            return
        wide, deep = _span(self._attributes, "colspan"), _span(self._attributes, "rowspan")
        self._pass_blocked()
        at, text = len(self._row), self._taken()
        self._count(wide)
        self._row.extend([_value(text, self._attributes), *[None] * (wide - 1)])
        self._blocked.update(dict.fromkeys(range(at, at + wide), deep))
        self._attributes = None

    def _pass_blocked(self) -> None:
        while self._row is not None and self._blocked.get(len(self._row), 0) > 0:
            self._count(1)
            self._row.append(None)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > _MOST_CELLS or (self._row is not None and len(self._row) + cells > _MOST_COLUMNS):
            raise ValueError("terlalu banyak sel")

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            self._count(1)
            self.rows.append(self._row)
            self._blocked = {at: deep - 1 for at, deep in self._blocked.items() if deep > 1}
        self._row = None


def _span(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "").strip()
    return min(_MOST_SPAN, max(1, int(text))) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _value(text: str, attributes: dict[str, str]) -> Cell:
    """The exact number where Excel (`x:num`) or LibreOffice (`sdval`) wrote it beside an amount; else the text."""
    number = attributes.get("x:num") or attributes.get("sdval")
    if not number or not _AMOUNT.fullmatch(text) or read_date(text).value:
        return text or None
    try:
        exact = Decimal(number)
    except InvalidOperation:
        return text
    return cell_of(exact) if exact.is_finite() and abs(exact.adjusted()) < 30 else text
