"""Finds in a worksheet's XML what the workbook reader does not tell: error cells, formulas without a result, percents.

The reader shows the first two as blanks, and a blank amount is money lost. The usual shape of the XML is scanned with
byte patterns (a 118 MB sheet in well under a second); any other shape goes through expat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol
from xml.parsers import expat

from p3dn_reports.inputs.cells import Cell, ErrorCell, UncachedFormula, column_index

_CHUNK = 1 << 17
"""Small enough to stay near the processor while one pattern after another is looked for."""
_LONGEST_CELL = 1 << 22
_ERROR = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: [^>]*)? t="e"[^>]*>\s*(?:<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*)?<v>([^<]*)'
)
_FORMULA = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"([^>]*)>\s*<f\b(?:[^>]*/>|[^>]*>([^<]*)</f>)\s*+(?!<v(?: [^>]*)?>\s*[^<\s]|<is)'
)
_MANY = 1000
_ANY_ERROR = re.compile(rb' t="e"')
_ANY_FORMULA = re.compile(rb"<f[ >/\s]")
_ODD = re.compile(rb'<c(?:[>/]|\s(?!r="[A-Z]))')
_BEYOND_Z = re.compile(rb'<c(?! r="[A-Z]\d{1,6}")')
_BEYOND_AZ = re.compile(rb'<c(?! r="A?[A-Z]\d{1,6}")')
_MAIN_PREFIXED = re.compile(rb'xmlns:[\w.-]+="http://(?:schemas\.openxmlformats|purl\.oclc)\.org/[^"]*/main"')
ODD_DIMENSION = re.compile(rb"(<dimension\b[^>]*?\bref=[\"'])(?![A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?[\"'])[^\"'>]*")
_PLACE = re.compile(rb'<c r="[A-Z]+(\d+)')
_LETTERS = re.compile(rb'<c r="([A-Z]+)')

_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))

Percent = frozenset[str]


class Readable(Protocol):
    """What the scans ask of a stream."""

    def read(self, size: int = ..., /) -> bytes:
        """The next bytes, at most `size`."""


@dataclass(slots=True)
class Marks:
    """What the scan found in one worksheet: cells to be read differently, by row (from 1) and column (from 0).

    `percent` holds the places of cells under a percent format. `last_row` and `columns` bound the used area. `totals`
    are the rows that belong to a table as its row of totals. A dimension that names no cells stops the reader.
    """

    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    percent: dict[int, set[int]] = field(default_factory=dict)
    last_row: int = 0
    columns: int = 0
    totals: set[int] = field(default_factory=set)
    has_odd_dimension: bool = False

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Note what stands at a cell."""
        self.cells.setdefault(row, {})[column] = cell


class UnusualShapeError(Exception):
    """The bytes are not shaped as the fast patterns expect."""


def scan_fast(stream: Readable, percent_styles: Percent) -> Marks:
    """Scan a worksheet part with byte patterns. Raises UnusualShapeError where only `scan_slow` can be trusted."""
    marks = Marks()
    percent = _percent_patterns(percent_styles)
    for number, block in enumerate(_blocks(stream)):
        if number == 0 and (b"<worksheet" not in block[:4096] or _MAIN_PREFIXED.search(block)):
            raise UnusualShapeError
        if number == 0:
            marks.has_odd_dimension = ODD_DIMENSION.search(block) is not None
        if b"'" in block and b" t='" in block:
            raise UnusualShapeError
        _measure(block, marks)
        _scan_block(block, marks, percent)
    return marks


def _measure(block: bytes, marks: Marks) -> None:
    """Bound the used area: exactly where it is wide or long. Raises UnusualShapeError for a cell without an address."""
    columns = 26 if marks.columns <= 26 and not _BEYOND_Z.search(block) else 52
    if columns == 26 or not _BEYOND_AZ.search(block):
        last = _PLACE.match(block, max(0, block.rfind(b"<c ")))
        rows = [last[1]] if last else []
    else:
        if _ODD.search(block):
            raise UnusualShapeError
        columns = max(map(_column, set(_LETTERS.findall(block))), default=-1) + 1
        rows = _PLACE.findall(block)
    marks.last_row = max(marks.last_row, max(map(int, rows), default=0))
    marks.columns = max(marks.columns, columns)


def _scan_block(block: bytes, marks: Marks, percent: tuple[re.Pattern[bytes], re.Pattern[bytes]] | None) -> None:
    if b' t="e"' in block:
        for found in _cells(block, _ANY_ERROR, _ERROR):
            marks.put(int(found[2]), _column(found[1]), ErrorCell(_text(found[3])))
    if b"f" in block and _ANY_FORMULA.search(block):
        for found in _cells(block, _ANY_FORMULA, _FORMULA):
            if b' t="str"' not in found[3] and b' t="e"' not in found[3]:
                marks.put(int(found[2]), _column(found[1]), UncachedFormula("=" + _text(found[4] or b"")))
    if percent:
        for found in _cells(block, *percent):
            marks.percent.setdefault(int(found[2]), set()).add(_column(found[1]))


def _cells(block: bytes, mark: re.Pattern[bytes], cell: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
    """The cells of one kind. Where they are few, only the cells around the mark are looked at."""
    places = [found.start() for found in mark.finditer(block)]
    if len(places) > _MANY:
        yield from cell.finditer(block)
        return
    for place in places:
        if found := cell.match(block, max(0, block.rfind(b'<c r="', 0, place))):
            yield found


def _blocks(stream: Readable) -> Iterator[bytes]:
    """The stream in large pieces, cut so that no cell is split. Raises UnusualShapeError for a cell without an end."""
    rest = b""
    while data := stream.read(_CHUNK):
        block = rest + data
        cut = block.rfind(b"<c ")
        if cut < 0:  # no cell at all, but one may just begin
            cut = len(block) - next((size for size in (2, 1) if block.endswith(b"<c"[:size])), 0)
        elif len(block) - cut > _LONGEST_CELL:
            raise UnusualShapeError
        if cut:
            yield block[:cut]
        rest = block[cut:]
    if rest:
        yield rest


def _percent_patterns(styles: Percent) -> tuple[re.Pattern[bytes], re.Pattern[bytes]] | None:
    """What marks a cell under a percent format, and the whole cell."""
    if not styles:
        return None
    mark = rb' s="(?:' + "|".join(sorted(styles)).encode() + rb')"'
    return re.compile(mark), re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"(?: [^>]*?)?' + mark + rb"[^>]*>")


def _column(letters: bytes) -> int:
    return column_index(letters.decode())


def _text(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    for written, meant in _ENTITIES:
        text = text.replace(written, meant)
    return text


def scan_slow(stream: Readable, percent_styles: Percent) -> Marks:
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

    def run(self, stream: Readable) -> Marks:
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
