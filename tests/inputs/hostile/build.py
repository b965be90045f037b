"""Builds a folder of files that break readers: each with the codes that must be found in it.

python -m tests.inputs.hostile.build FOLDER
"""

from __future__ import annotations

import io
import re
import struct
import sys
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.inputs.workbooks import MAIN, PARTS, worksheet

Content = Callable[[], bytes]

HEADER = ("kode_satker", "kode_rekening", "nilai_realisasi", "tanggal_sp2d")
GOOD = ("1.01.0.00.0.00.01.0000", "5.1.02", "5", "2024-01-02")


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def header(captions: tuple[str, ...] = HEADER) -> str:
    return row(1, *(text_cell(f"{letter}1", text) for letter, text in zip("ABCDEFGH", captions, strict=False)))


def good(number: int, amount: str = "", day: str = "") -> str:
    """A row of payments without a fault, but for the cells given."""
    cells = (
        text_cell(f"A{number}", GOOD[0]),
        text_cell(f"B{number}", GOOD[1]),
        amount or f'<c r="C{number}"><v>5</v></c>',
        day or text_cell(f"D{number}", GOOD[3]),
    )
    return row(number, *cells)


SHEET = worksheet(header() + good(2))
NAMED = PARTS["xl/workbook.xml"].replace("Lembar1", "realisasi_bayar")
WHOLE: Mapping[str, str | bytes] = {**PARTS, "xl/workbook.xml": NAMED, "xl/worksheets/sheet1.xml": SHEET}


def package(parts: Mapping[str, str | bytes] | None = None, without: str = "", **more: str | bytes) -> bytes:
    """A workbook; `more` replaces the parts sheet, workbook, rels, root and types."""
    names = {
        "sheet": "xl/worksheets/sheet1.xml",
        "workbook": "xl/workbook.xml",
        "rels": "xl/_rels/workbook.xml.rels",
        "root": "_rels/.rels",
        "types": "[Content_Types].xml",
    }
    found = {**WHOLE, **(parts or {}), **{names[key]: text for key, text in more.items()}}
    found.pop(without, None)
    return zipped(found.items())


def zipped(parts: object, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as target:
        warnings.simplefilter("ignore")  # names that occur twice
        for name, text in parts:  # type: ignore[attr-defined]
            target.writestr(name, text)
    return out.getvalue()


def cut(share: float) -> bytes:
    whole = package()
    return whole[: int(len(whole) * share)]


def flipped(part: str) -> bytes:
    """A workbook with a byte of one part's packed content changed."""
    data = bytearray(package())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as found:
        info = found.getinfo(part)
    data[info.header_offset + 30 + len(part) + info.compress_size // 2] ^= 0xFF
    return bytes(data)


def compound(*names: str) -> bytes:
    """The beginnings of an OLE2 file with streams of these names."""
    directory = b"".join(f"{name}\0".encode("utf-16-le").ljust(128, b"\0") for name in names)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + directory + b"\0" * 512


def with_cells(*rows: str) -> Content:
    return lambda: package(sheet=worksheet("".join(rows)))


def part(name: str, content: str | bytes) -> Content:
    return lambda: package({name: content})


def lied_about_size() -> bytes:
    """A worksheet that declares fewer bytes than it unpacks to, in the table of contents."""
    data = package(sheet=worksheet(header() + good(2) + " " * 100_000))
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        size = found.getinfo("xl/worksheets/sheet1.xml").file_size
    return data.replace(struct.pack("<L", size), struct.pack("<L", 200))


def encrypted() -> bytes:
    """A zip whose parts bear the mark of a password."""
    data = bytearray(package())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + offset] |= 1
            start += 4
    return bytes(data)


def entity_bomb(levels: int = 10) -> str:
    entities = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, levels))
    return (
        f'<?xml version="1.0"?><!DOCTYPE worksheet [{entities}]>'
        + worksheet(row(1, text_cell("A1", f"&a{levels - 1};"))).partition("?>")[2]
    )


def rels(*targets: tuple[str, str, str]) -> str:
    """Relationships of a workbook: id, kind, target."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    items = "".join(f'<Relationship Id="{i}" Type="{kinds}/{kind}" Target="{target}"/>' for i, kind, target in targets)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    )


def sheets(*named: tuple[str, str]) -> str:
    items = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="{i}"/>' for n, (name, i) in enumerate(named, 1))
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f'<workbook xmlns="{MAIN}" xmlns:r="{relation}"><sheets>{items}</sheets></workbook>'


def prefixed(sheet: str) -> str:
    """A worksheet whose elements all bear a prefix."""
    found = re.sub(r"<(/?)(?=[a-z])", r"<\1x:", sheet)
    return found.replace("xmlns=", "xmlns:x=")


def csv(*lines: str, encoding: str = "utf-8") -> Content:
    return lambda: "\n".join((",".join(HEADER), *lines, "")).encode(encoding)


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
DOCX = {
    "[Content_Types].xml": PARTS["[Content_Types].xml"],
    "_rels/.rels": PARTS["_rels/.rels"].replace("xl/workbook.xml", "word/document.xml"),
    "word/document.xml": "<w:document xmlns:w='w'/>",
}
PPTX = {**{name: text for name, text in DOCX.items() if "word" not in name}, "ppt/presentation.xml": "<p/>"}
ODS = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<office/>"}
HTML = "<html><body><table><tr><td>kode</td></tr></table></body></html>"
XML_SHEET = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row>'
    + "".join(f'<Cell><Data ss:Type="String">{caption}</Data></Cell>' for caption in HEADER)
    + "</Row></Table></Worksheet></Workbook>"
).encode()
SHARED = {
    "xl/_rels/workbook.xml.rels": rels(
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml")
    )
}
TWO = {
    "xl/_rels/workbook.xml.rels": rels(
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml")
    ),
    "xl/worksheets/sheet2.xml": SHEET,
}


def build(folder: Path) -> None:
    """Write all hostile files into a folder."""
    from tests.inputs.hostile.files import FILES

    folder.mkdir(parents=True, exist_ok=True)
    for name, (content, _) in FILES.items():
        (folder / name).write_bytes(content())


if __name__ == "__main__":
    build(Path(sys.argv[1]))
