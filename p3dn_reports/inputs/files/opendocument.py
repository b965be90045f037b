"""Reads OpenDocument spreadsheets (.ods): one pass over content.xml that keeps what a cell says beside its number.

A workbook reader shows error cells and formulas without a result as blanks, and percentages and yes/no as bare numbers.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from p3dn_reports.inputs.cells import Cell, ErrorCell, PercentCell, Row, UncachedFormula
from p3dn_reports.inputs.files.parts import with_slashes
from p3dn_reports.inputs.files.preflight import Limits, check_parts, check_size
from p3dn_reports.inputs.files.unpacking import RefusedError, Watched

_CHUNK = 1 << 20
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
_CALC_TYPE = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 value-type"
_SHEET = (_OFFICE + "spreadsheet", _TABLE + "table")
_CELLS = frozenset({_TABLE + "table-cell", _TABLE + "covered-table-cell"})
_ASIDE = frozenset({_OFFICE + "annotation", _TABLE + "shapes", _TABLE + "table"})
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0 "
_ERROR = re.compile(r"#[A-Z/0!?]+|Err:\d+")


class Stream(Protocol):
    """Bytes, read piece by piece."""

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes more."""


class TooLargeError(Exception):
    """A sheet spreads over more cells than any real one; carries its name."""


@dataclass(slots=True)
class OdsSheet:
    """A sheet's name, whether it is hidden, and its rows from the first on, without blanks at their ends.

    `from_1904`: the file counts its days from 1904.
    """

    name: str
    hidden: bool = False
    from_1904: bool = False
    rows: list[Row] = field(default_factory=list)
    columns: int = 0
    blank_rows: int = 0

    def add(self, row: list[Cell], times: int, limit: int) -> None:
        """Append a row as often as it is repeated; blank rows only once something follows them."""
        while row and row[-1] is None:
            row.pop()
        if not row:
            self.blank_rows += times
            return
        self.columns = max(self.columns, len(row))
        if (len(self.rows) + self.blank_rows + times) * self.columns > limit:
            raise TooLargeError(self.name)
        self.rows.extend([] for _ in range(self.blank_rows))
        self.rows.extend([row] * times)
        self.blank_rows = 0


def read_sheets(stream: Stream, limit: int) -> list[OdsSheet]:
    """All sheets of a content.xml. Raises ExpatError for broken XML, TooLargeError beyond `limit` cells a sheet."""
    reading = _Reading(limit)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.characters
    parser.buffer_text = True
    while data := stream.read(_CHUNK):
        parser.Parse(data, False)
    parser.Parse(b"", True)
    return reading.sheets


def read(path: Path, limits: Limits) -> list[OdsSheet]:
    """The sheets of the .ods at `path`. Raises RefusedError, whatever the file holds, where it cannot be read."""
    try:
        check_size(path, limits)
        with with_slashes(zipfile.ZipFile(path)) as package:
            check_parts(package, limits, "content.xml")
            _check_manifest(package)
            with package.open("content.xml") as stream:
                return read_sheets(Watched(stream, package.getinfo("content.xml").file_size), limits.cells)
    except TooLargeError as error:
        raise RefusedError("sel-terlalu-jauh", lembar=str(error)) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, expat.ExpatError, LookupError, ValueError,
            NotImplementedError, RuntimeError) as error:  # fmt: skip
        raise RefusedError("berkas-rusak") from error


def _check_manifest(package: zipfile.ZipFile) -> None:
    """Refuse what is locked with a password, and a document that is no spreadsheet."""
    kind = package.read("mimetype").strip() if "mimetype" in package.namelist() else b""
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise RefusedError("berkas-bersandi")
    if kind and not kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise RefusedError("bukan-buku-kerja")


class _Reading:
    """What the parser has met so far."""

    def __init__(self, limit: int) -> None:
        self.sheets: list[OdsSheet] = []
        self._limit = limit
        self._path: list[str] = []
        self._hidden: set[str] = set()
        self._style = ""
        self._from_1904 = False
        self._sheet: OdsSheet | None = None
        self._row: list[Cell] = []
        self._pending = 0
        self._repeat = 1
        self._cell: dict[str, str] | None = None
        self._text: list[str] = []
        self._shown = False
        self._aside = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if self._aside or (self._sheet and (name in _ASIDE or name.startswith(_DRAW))):
            self._aside += 1
        elif (parent, name) == _SHEET:
            sheet = attributes.get(_TABLE + "name", "")
            self._sheet = OdsSheet(sheet, attributes.get(_TABLE + "style-name") in self._hidden, self._from_1904)
        elif self._sheet is None:
            self._see_style(name, attributes)
        elif name == _TABLE + "table-row":
            self._row, self._pending = [], 0
            self._repeat = _times(attributes.get(_TABLE + "number-rows-repeated"))
        elif name in _CELLS:
            self._cell, self._text, self._shown = attributes, [], False
        elif self._cell is not None:
            self._see_text(name, attributes)

    def end(self, name: str) -> None:
        """An element closes."""
        self._path.pop()
        if self._aside:
            self._aside -= 1
        elif self._sheet is None:
            return
        elif name in _CELLS and self._cell is not None:
            self._end_cell(_value(self._cell, "".join(self._text), shown=self._shown), self._cell)
        elif name == _TABLE + "table-row":
            self._sheet.add(self._row, self._repeat, self._limit)
        elif name == _TABLE + "table":
            self.sheets.append(self._sheet)
            self._sheet = None

    def characters(self, text: str) -> None:
        """Text, which counts within a paragraph of a cell."""
        if self._cell is not None and not self._aside:
            self._text.append(text)

    def _see_style(self, name: str, attributes: dict[str, str]) -> None:
        if name == _STYLE + "style":
            self._style = attributes.get(_STYLE + "name", "")
        elif name == _TABLE + "null-date":
            self._from_1904 = attributes.get(_TABLE + "date-value", "").startswith("1904")
        elif name == _STYLE + "table-properties" and attributes.get(_TABLE + "display") == "false":
            self._hidden.add(self._style)

    def _see_text(self, name: str, attributes: dict[str, str]) -> None:
        self._shown = self._shown or name == _TEXT + "p"
        if name == _TEXT + "s":
            self._text.append(" " * min(_times(attributes.get(_TEXT + "c")), 1000))
        elif name in {_TEXT + "line-break", _TEXT + "tab"} or (name == _TEXT + "p" and self._text):
            self._text.append("\n" if not name.endswith("tab") else "\t")

    def _end_cell(self, cell: Cell, attributes: dict[str, str]) -> None:
        times = _times(attributes.get(_TABLE + "number-columns-repeated"))
        self._cell = None
        if cell is None:
            self._pending += times
            return
        if len(self._row) + self._pending + times > self._limit // 100:
            raise TooLargeError(self._sheet.name if self._sheet else "")
        self._row.extend([None] * self._pending + [cell] * times)
        self._pending = 0


def _times(text: str | None) -> int:
    return max(1, int(text)) if text and text.isascii() and text.isdigit() and len(text) < 10 else 1


def _value(attributes: dict[str, str], text: str, *, shown: bool) -> Cell:
    """The cell. A formula that was calculated has a value or, where its result is empty, at least a paragraph."""
    kind = attributes.get(_OFFICE + "value-type")
    formula = attributes.get(_TABLE + "formula")
    if attributes.get(_CALC_TYPE) == "error" or (formula and _ERROR.fullmatch(text)):
        return ErrorCell(text or "#N/A")
    if kind is None:
        return UncachedFormula(formula) if formula and not shown else text or None
    read = _KINDS.get(kind)
    return read(attributes) if read else attributes.get(_OFFICE + "string-value", text) or None


def _float(attributes: dict[str, str]) -> Cell:
    return float(attributes[_OFFICE + "value"])


def _percent(attributes: dict[str, str]) -> Cell:
    return PercentCell(float(attributes[_OFFICE + "value"]))


def _date(attributes: dict[str, str]) -> Cell:
    text = attributes[_OFFICE + "date-value"]
    try:
        return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return text


def _boolean(attributes: dict[str, str]) -> Cell:
    return attributes[_OFFICE + "boolean-value"] == "true"


def _time(attributes: dict[str, str]) -> Cell:
    return attributes[_OFFICE + "time-value"]


_KINDS: dict[str, Callable[[dict[str, str]], Cell]] = {
    "float": _float, "currency": _float, "percentage": _percent, "date": _date, "boolean": _boolean, "time": _time,
}  # fmt: skip
