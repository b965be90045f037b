"""Finds in a worksheet's XML what the workbook reader does not tell: error cells, formulas without a result, percents.

The reader shows the first two as blanks, and a blank amount is money lost. The usual shape of the XML is scanned with
byte patterns (a 118 MB sheet in well under a second); any other shape goes through expat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat
from xml.sax.saxutils import unescape

from p3dn_reports.inputs.cells import Cell, ErrorCell, UncachedFormula, column_index

_CHUNK = 1 << 22
_ERROR = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: [^>]*)? t="e"[^>]*>\s*(?:<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*)?<v>([^<]*)'
)
_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"([^>]*)>\s*<f\b(?:[^>]*/>|[^>]*>([^<]*)</f>)\s*+(?!<v(?: [^>]*)?>\s*[^<\s]|<is)'
)
_ROW = re.compile(rb'<row\b[^>]*? r="(\d{1,10})"')
_LETTERS = re.compile(rb'<c r="([A-Z]+)')
_BEYOND_AZ = re.compile(rb'<c r="(?:[A-Z]{3}|[B-Z][A-Z])\d')
_BEYOND_Z = re.compile(rb'<c r="[A-Z]{2}')

Percent = frozenset[str]


@dataclass(slots=True)
class Marks:
    """What the scan found in one worksheet: cells to be read differently, by row (from 1) and column (from 0).

    `percent` holds the places of cells under a percent format. `last_row` and `columns` bound the used area.
    """

    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    percent: dict[int, set[int]] = field(default_factory=dict)
    last_row: int = 0
    columns: int = 0

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Note what stands at a cell."""
        self.cells.setdefault(row, {})[column] = cell


class UnusualShapeError(Exception):
    """The bytes are not shaped as the fast patterns expect."""


def scan_fast(stream: IO[bytes], percent_styles: Percent) -> Marks:
    """Scan a worksheet part with byte patterns. Raises UnusualShapeError where only `scan_slow` can be trusted."""
    marks = Marks()
    percent = _percent_pattern(percent_styles)
    for number, block in enumerate(_blocks(stream)):
        if number == 0 and b"<worksheet" not in block[:4096]:
            raise UnusualShapeError
        if block.count(b"<c ") + block.count(b"<c>") != block.count(b'<c r="') or b":c r=" in block or b" t='" in block:
            raise UnusualShapeError
        _scan_block(block, marks, percent)
    return marks


def _scan_block(block: bytes, marks: Marks, percent: re.Pattern[bytes] | None) -> None:
    marks.last_row = max(marks.last_row, max(map(int, _ROW.findall(block)), default=0))
    marks.columns = max(marks.columns, _columns(block))
    if b' t="e"' in block:
        for found in _ERROR.finditer(block):
            marks.put(int(found[2]), _column(found[1]), ErrorCell(_text(found[3])))
    if b"<f" in block:
        for found in _FORMULA.finditer(block):
            if b' t="str"' not in found[3] and b' t="e"' not in found[3]:
                marks.put(int(found[2]), _column(found[1]), UncachedFormula("=" + _text(found[4] or b"")))
    if percent:
        for found in percent.finditer(block):
            marks.percent.setdefault(int(found[2]), set()).add(_column(found[1]))


def _blocks(stream: IO[bytes]) -> Iterator[bytes]:
    """The stream in large pieces, cut so that no cell is split."""
    rest = b""
    while data := stream.read(_CHUNK):
        block = rest + data
        cut = block.rfind(b"<c ")
        cut = cut if cut > 0 else len(block)
        yield block[:cut]
        rest = block[cut:]
    if rest:
        yield rest


def _columns(block: bytes) -> int:
    """An upper bound of the columns used: exact only where there are more than 52."""
    if not _BEYOND_Z.search(block):
        return 26
    if not _BEYOND_AZ.search(block):
        return 52
    return 1 + max(_column(letters) for letters in set(_LETTERS.findall(block)))


def _percent_pattern(styles: Percent) -> re.Pattern[bytes] | None:
    if not styles:
        return None
    either = "|".join(sorted(styles)).encode()
    return re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: [^>]*?)? s="(?:' + either + rb')"[^>]*>')


def _column(letters: bytes) -> int:
    return column_index(letters.decode())


def _text(data: bytes) -> str:
    return unescape(data.decode("utf-8", "replace"), {"&quot;": '"', "&apos;": "'"})


def scan_slow(stream: IO[bytes], percent_styles: Percent) -> Marks:
    """Scan a worksheet part of any shape: prefixes, other encodings, cells without an address.

    Raises expat.ExpatError for XML that is not well formed.
    """
    return _Scanner(percent_styles).run(stream)


class _Scanner:
    """Follows a worksheet's cells through expat's events."""

    def __init__(self, percent_styles: Percent) -> None:
        self._styles = percent_styles
        self._marks = Marks()
        self._row = self._column = 0
        self._attributes: dict[str, str] = {}
        self._formula: str | None = None
        self._value = ""
        self._inside = ""

    def run(self, stream: IO[bytes]) -> Marks:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.ParseFile(stream)
        return self._marks

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = -1
            self._marks.last_row = max(self._marks.last_row, self._row)
        elif local == "c":
            self._begin_cell(attributes)
        elif local in {"f", "v", "is"}:
            self._inside = local
            self._formula = self._formula or "" if local == "f" else self._formula

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        place = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", attributes.get("r", ""))
        self._column = column_index(place[1]) if place else self._column + 1
        self._row = int(place[2]) if place else self._row
        self._marks.last_row = max(self._marks.last_row, self._row)
        self._marks.columns = max(self._marks.columns, self._column + 1)
        self._attributes, self._formula, self._value = attributes, None, ""

    def _characters(self, text: str) -> None:
        if self._inside == "f":
            self._formula = (self._formula or "") + text
        elif self._inside:
            self._value += text

    def _end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if local in {"f", "v", "is"}:
            self._inside = ""
        elif local == "c":
            self._end_cell()

    def _end_cell(self) -> None:
        kind = self._attributes.get("t")
        if kind == "e":
            self._marks.put(self._row, self._column, ErrorCell(self._value))
        elif self._formula is not None and not self._value.strip() and kind != "str":
            self._marks.put(self._row, self._column, UncachedFormula("=" + self._formula))
        if self._attributes.get("s") in self._styles:
            self._marks.percent.setdefault(self._row, set()).add(self._column)


def percent_styles(number_formats: dict[int, str], cell_formats: Iterable[int]) -> Percent:
    """Numbers of the cell styles (`s`) that show a percentage: formats 9 and 10, or a format code with a bare %."""
    return frozenset(
        str(number)
        for number, format_id in enumerate(cell_formats)
        if format_id in {9, 10} or "%" in re.sub(r'"[^"]*"|\\.', "", number_formats.get(format_id, ""))
    )
