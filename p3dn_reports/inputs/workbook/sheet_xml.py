"""Gives cells of a worksheet's XML another style while it streams by; nothing else of it changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import IO

from p3dn_reports.inputs.cells import column_index, letters
from p3dn_reports.inputs.workbook.container import UnpatchableError
from p3dn_reports.problems import Severity

_CHUNK = 1 << 22
_LONGEST = 1 << 26
_HEAD = 1 << 16
"""What stands above the rows lies within it."""
_ROW = re.compile(rb"<row ([^>]*)>")
_NUMBER = re.compile(rb'(?:^|\s)r="(\d{1,7})"')
_CELL = re.compile(rb"<c\b([^>]*)>")
_ADDRESS = re.compile(rb'\sr="([A-Z]{1,3})(\d{1,7})"')
_STYLE = re.compile(rb'(?<=\s)s="(\d+)"')
_SPANS = re.compile(rb'\sspans="[^"]*"')
_COLUMN = re.compile(rb"<col\b([^>]*)>")
_CHOSEN = re.compile(rb"""\stabSelected=["'](?:1|true)["']""")
_TAG = re.compile(rb"""<(/?)([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(/?)>""")
_AFTER_COMMENTS = frozenset(
    (b"legacyDrawingHF", b"drawingHF", b"picture", b"oleObjects", b"controls", b"webPublishItems", b"tableParts",
     b"extLst", b"mc:AlternateContent")
)  # fmt: skip

Painted = Callable[[int, Severity], int]
"""The number of the style that is `style` with the colour of a severity."""


def is_chosen(stream: IO[bytes]) -> bool:
    """Whether a worksheet part says that its sheet is chosen as the workbook opens."""
    return _CHOSEN.search(stream.read(_HEAD)) is not None


class Unchosen:
    """The pieces of a worksheet part that is no longer chosen, and otherwise as it was."""

    def pieces(self, stream: IO[bytes]) -> Iterator[bytes]:
        """The part."""
        yield _CHOSEN.sub(b"", stream.read(_HEAD))
        while more := stream.read(_CHUNK):
            yield more


class SheetPatch:
    """The pieces of one worksheet part with `rows` painted and, where asked for, a reference to its comments.

    It is no longer among the sheets chosen as the workbook opens.
    """

    def __init__(self, rows: Mapping[int, Mapping[int, Severity]], painted: Painted, legacy: str | None) -> None:
        self._rows = sorted(rows.items())
        self._painted = painted
        self._legacy = legacy
        self._columns: list[tuple[int, int, int]] = []

    def pieces(self, stream: IO[bytes]) -> Iterator[bytes]:
        """The patched part. Raises UnpatchableError for XML of a shape that is not known."""
        head, rest = _head(stream)
        self._columns = list(_column_styles(head))
        yield _CHOSEN.sub(b"", head)
        while b"</sheetData>" not in rest:
            cut = rest.rfind(b"<row ")
            if cut > 0:
                yield self._block(rest[:cut])
                rest = rest[cut:]
            more = stream.read(_CHUNK)
            if not more or len(rest) > _LONGEST:
                raise UnpatchableError("sheetData")
            rest += more
        end = rest.rindex(b"</sheetData>")
        yield self._block(rest[:end])
        yield from self._missing(None)
        tail = rest[end:] + _all(stream)
        yield _with_legacy(tail, self._legacy) if self._legacy else tail

    def _block(self, block: bytes) -> bytes:
        """Whole rows, those of them repainted that are wanted."""
        last = block.rfind(b"<row ")
        if not self._rows or (last >= 0 and self._rows[0][0] > _row_number(block[last : last + 4096])):
            return block
        if b"<![CDATA[" in block or b"<!--" in block:
            raise UnpatchableError("CDATA")
        found = list(_ROW.finditer(block))
        numbers = [_row_number(match[0]) for match in found]
        if b"<row>" in block or any(after <= number for number, after in pairwise(numbers)):
            raise UnpatchableError("row")
        starts = [match.start() for match in found] + [len(block)]
        done = [block[: starts[0]]]
        for match, number, end in zip(found, numbers, starts[1:], strict=True):
            done.extend(self._missing(number))
            row = block[match.start() : end]
            if self._rows and self._rows[0][0] == number:
                row = self._row(match, row, *self._rows.pop(0))
            done.append(row)
        return b"".join(done)

    def _missing(self, before: int | None) -> Iterator[bytes]:
        """The rows wanted that the sheet does not hold, up to the one it does."""
        while self._rows and (before is None or self._rows[0][0] < before):
            number, cells = self._rows.pop(0)
            text = b"".join(self._new(number, column, tingkat, b"") for column, tingkat in sorted(cells.items()))
            yield b'<row r="%d">%s</row>' % (number, text)

    def _row(self, start: re.Match[bytes], row: bytes, number: int, cells: Mapping[int, Severity]) -> bytes:
        attributes, body = start[1], row[len(start[0]) :]
        if attributes.endswith(b"/"):
            attributes, body = attributes[:-1].rstrip(), b"</row>" + body
        wanted = dict(sorted(cells.items()))
        done, at, inserted = [], 0, False
        for match in _CELL.finditer(body):
            column = _column(match[1], number)
            for early in [place for place in wanted if place < column]:
                done += [body[at : match.start()], self._new(number, early, wanted.pop(early), attributes)]
                at, inserted = match.start(), True
            if column in wanted:
                done += [body[at : match.start()], self._repainted(match, wanted.pop(column))]
                at = match.end()
        end = body.rindex(b"</row>")
        done += [body[at:end], *(self._new(number, column, weight, attributes) for column, weight in wanted.items())]
        attributes = _SPANS.sub(b"", b" " + attributes) if inserted or wanted else b" " + attributes
        return b"<row" + attributes + b">" + b"".join(done) + body[end:]

    def _repainted(self, match: re.Match[bytes], tingkat: Severity) -> bytes:
        style = _STYLE.search(match[1])
        new = b's="%d"' % self._painted(int(style[1]) if style else 0, tingkat)
        if style:
            return b"<c" + match[1][: style.start()] + new + match[1][style.end() :] + b">"
        closed = match[1].endswith(b"/")
        return b"<c" + match[1].removesuffix(b"/").rstrip() + b" " + new + (b"/>" if closed else b">")

    def _new(self, number: int, column: int, tingkat: Severity, row: bytes) -> bytes:
        own = _STYLE.search(b" " + row)
        style = int(own[1]) if own and b"customFormat=" in row else self._column_style(column)
        return b'<c r="%s%d" s="%d"/>' % (letters(column).encode(), number, self._painted(style, tingkat))

    def _column_style(self, column: int) -> int:
        return next((style for first, last, style in self._columns if first <= column <= last), 0)


def _head(stream: IO[bytes]) -> tuple[bytes, bytes]:
    """What stands up to the first row, and what was read beyond."""
    data = stream.read(_CHUNK)
    match = re.search(rb"<sheetData\s*(/?)>", data)
    if match is None or re.search(rb"<worksheet[\s>]", data[: match.start()]) is None or _foreign(data[:256]):
        raise UnpatchableError("worksheet")
    if match[1]:
        return data[: match.start()] + b"<sheetData>", b"</sheetData>" + data[match.end() :]
    return data[: match.end()], data[match.end() :]


def _foreign(start: bytes) -> bool:
    declared = re.search(rb"""encoding=["']([^"']+)""", start)
    return declared is not None and declared[1].upper() not in {b"UTF-8", b"US-ASCII"}


def _all(stream: IO[bytes]) -> bytes:
    rest = stream.read(_LONGEST)
    if len(rest) == _LONGEST:
        raise UnpatchableError("worksheet")
    return rest


def _column_styles(head: bytes) -> Iterator[tuple[int, int, int]]:
    for match in _COLUMN.finditer(head):
        found = {name: re.search(rb'\s%s="(\d+)"' % name, match[1]) for name in (b"min", b"max", b"style")}
        first, last, style = found[b"min"], found[b"max"], found[b"style"]
        if first and last and style:
            yield int(first[1]) - 1, int(last[1]) - 1, int(style[1])


def _row_number(row: bytes) -> int:
    match = _ROW.match(row)
    number = _NUMBER.search(match[1]) if match else None
    if number is None:
        raise UnpatchableError("row")
    return int(number[1])


def _column(attributes: bytes, row: int) -> int:
    address = _ADDRESS.search(attributes)
    if address is None or int(address[2]) != row:
        raise UnpatchableError("c")
    return column_index(address[1].decode())


def _with_legacy(tail: bytes, identifier: str) -> bytes:
    """`tail`, from </sheetData> on, with the reference to the comments' drawing at its place."""
    if b"<![CDATA[" in tail or b"<!--" in tail:
        raise UnpatchableError("CDATA")
    depth = 1
    for match in _TAG.finditer(tail, len(b"</sheetData>")):
        if depth == 1 and (match[1] or match[2] in _AFTER_COMMENTS):
            space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            element = f'<legacyDrawing xmlns:r="{space}" r:id="{identifier}"/>'.encode()
            return tail[: match.start()] + element + tail[match.start() :]
        if depth == 1 and match[2] == b"legacyDrawing":
            raise UnpatchableError("legacyDrawing")
        depth += -1 if match[1] else 0 if match[4] else 1
    raise UnpatchableError("worksheet")
