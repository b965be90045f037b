"""Draw the pictures of docs/panduan-perancang.md from the real templates: `python tools/gambar_panduan.py`.

Needs LibreOffice (soffice) and poppler (pdftoppm). Each picture is a piece of the first page as it is printed.
"""

from __future__ import annotations

import io
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document
from docx.shared import Cm, Mm

from p3dn_reports import drafter
from p3dn_reports.documents.catalogue import known_fields
from p3dn_reports.documents.word.comments import with_comments
from p3dn_reports.documents.word.template import Template, find_mistakes
from p3dn_reports.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "gambar"
LETTER = ROOT / "templates" / "docx" / "surat-penjelasan.docx"
INPUTS = ROOT / "inputs" / "contoh-dki-2024-tw4"
DPI = 75
MISTAKES = (
    "Yth. {{ unit.nmaa }}",
    "{%p if capaian_perkin.dapat_dihitung %}",
    "Capaian {{ capaian_perkin.tampil }} dari {{ capaian_perkin.penyebut|rupaih }}",
    "{% endif %}",
)


class Picture(NamedTuple):
    """A picture of the guide: its name, the document it shows, and the piece of the page in millimetres."""

    name: str
    content: bytes
    left: int
    top: int
    width: int
    height: int


def main() -> None:
    """Write every picture."""
    place = Workspace.at(ROOT)
    preview = drafter.preview(place, LETTER, INPUTS).content
    fields = known_fields(drafter.fields_under(place))["naskah_unit"]
    wrong = _document(*MISTAKES)
    commented = with_comments(wrong, find_mistakes(wrong, "surat.docx", fields))
    framed, filled = _with_placeholder()
    pictures = (
        Picture("templat", LETTER.read_bytes(), 22, 0, 178, 130),
        Picture("pratinjau", preview, 22, 0, 178, 130),
        Picture("komentar", commented, 15, 15, 150, 45),
        Picture("bingkai", framed, 15, 20, 90, 45),
        Picture("gambar", filled, 15, 20, 90, 45),
    )
    for picture in pictures:
        _draw(picture)


def _document(*lines: str) -> bytes:
    document: Any = Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Cm(21), Cm(29.7), Cm(2)
    for line in lines:
        document.add_paragraph(line)
    return _saved(document)


def _with_placeholder() -> tuple[bytes, bytes]:
    """A template with a placeholder picture, and what is printed of it."""
    document: Any = Document(io.BytesIO(_document("{{ nama }}")))
    shape = (
        document.add_paragraph().add_run().add_picture(io.BytesIO(_image(240, 240, b"\xc8\xc8\xc8")), Mm(60), Mm(30))
    )
    shape._inline.docPr.set("descr", "gambar:lambang")
    framed = _saved(document)
    context = {"nama": "PEMERINTAH KABUPATEN CONTOH", "lambang": _image(160, 200, b"\x1f\x6f\xb5")}
    return framed, Template.compile(framed).render(context)


def _image(width: int, height: int, colour: bytes) -> bytes:
    """A PNG of one colour with a white cross, so that it is seen whether it is stretched."""
    white = b"\xff\xff\xff"
    bar = b"\0" + white * width
    half = colour * (width // 2 - 8)
    line = b"\0" + half + white * (width - 2 * (width // 2 - 8)) + half
    rows = b"".join(bar if abs(at - height // 2) < 8 else line for at in range(height))
    parts = (
        (b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _draw(picture: Picture) -> None:
    with tempfile.TemporaryDirectory(prefix="p3dn-") as folder:
        source = Path(folder) / f"{picture.name}.docx"
        source.write_bytes(picture.content)
        profile = f"-env:UserInstallation={Path(folder, 'profil').as_uri()}"
        _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source))
        piece = [f"-{axis}" for axis in "xyWH"]
        places = [str(round(size / 25.4 * DPI)) for size in picture[2:]]
        cut = [word for pair in zip(piece, places, strict=True) for word in pair]
        target = PICTURES / f"perancang-{picture.name}"
        _run("pdftoppm", "-png", "-singlefile", "-r", str(DPI), *cut, str(source.with_suffix(".pdf")), str(target))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 - our own arguments


def _saved(document: Any) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


if __name__ == "__main__":
    main()
