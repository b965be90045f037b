"""The smallest image files there are, and a paragraph that holds one as Word writes it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

from docx.shared import Mm


def png(width: int, height: int) -> bytes:
    """A red PNG of this size in pixels."""
    rows = (b"\0" + b"\xff\0\0" * width) * height
    size = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", size) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    """The segments of a JPEG up to its size, with what may stand before: a comment and a fill byte."""
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"abcd"
    return b"\xff\xd8" + comment + b"\xff\xff\xc2" + struct.pack(">HB2HB", 11, 8, height, width, 3) + b"\0" * 8


def placeholder(alt: str, width: int = 40, height: int = 20, where: str = "body") -> Callable[[Any], None]:
    """Add a picture of this alt text and size in millimetres to a python-docx document, in the body or the header."""

    def add(document: Any) -> None:
        place = document if where == "body" else document.sections[0].header
        run = place.add_paragraph("gambar ").add_run()
        shape = run.add_picture(io.BytesIO(png(2, 2)), width=Mm(width), height=Mm(height))
        shape._inline.docPr.set("descr", alt)

    return add


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
