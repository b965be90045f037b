"""A Word file as pictures of its pages: by LibreOffice to PDF, by PDFium to PNG."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from p3dn_reports import pdf
from p3dn_reports.errors import ProblemsError

MOST_PAGES = 12
"""Of a longer document the first ones are drawn; the rest is read in Word."""
SCALE = 1.5
"""Pixels of a picture for each point of the page."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its picture as PNG, and the size of that in pixels."""

    png: bytes
    lebar: int
    tinggi: int


@dataclass(frozen=True, slots=True)
class Pages:
    """The first pages of a document, and how many it has."""

    halaman: tuple[Page, ...]
    banyak: int


def pages_of(content: bytes, name: str, most: int) -> Pages | None:
    """The first `most` pages of a Word file; None without LibreOffice. Raises ProblemsError where that fails."""
    program = pdf.find_program()
    if program is None:
        return None
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        made = next(pdf.convert(program, [path]))
    if made.content is None:
        raise ProblemsError([made.problem] if made.problem else [])
    return drawn(made.content, most)


def drawn(content: bytes, most: int) -> Pages:
    """The first `most` pages of a PDF."""
    import pypdfium2  # noqa: PLC0415 - where pages are drawn, and nowhere else

    document = pypdfium2.PdfDocument(content)
    try:
        return Pages(tuple(islice(_drawn(document), most)), len(document))
    finally:
        document.close()


def _drawn(document: object) -> Iterator[Page]:
    for page in document:  # type: ignore[attr-defined]
        bitmap = page.render(scale=SCALE, rev_byteorder=True)
        size = bitmap.width, bitmap.height
        rows = bytes(bitmap.buffer)
        kept = [rows[start : start + size[0] * bitmap.n_channels] for start in _starts(bitmap.stride, size[1])]
        yield Page(_png(kept, *size, bitmap.n_channels), *size)


def _starts(stride: int, height: int) -> range:
    return range(0, stride * height, stride)


def _png(rows: list[bytes], width: int, height: int, channels: int) -> bytes:
    """The rows of RGB or RGBA pixels as a PNG file (ISO/IEC 15948)."""
    colour = {1: 0, 3: 2, 4: 6}[channels]
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
