"""Where a paragraph of a template stands, as a person finds it: `isi, paragraf 3`, `isi, tabel 1 baris 2 kolom 3`."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART_NAMES = (
    ("word/document", "isi"),
    ("word/header", "kepala halaman"),
    ("word/footer", "kaki halaman"),
    ("word/footnotes", "catatan kaki"),
    ("word/endnotes", "catatan akhir"),
    ("word/comments", "komentar"),
    ("docProps/core", "properti berkas"),
)
_MORE = [f"{W}{name}" for name in ("drawing", "pict", "object", "br", "sectPr", "fldChar", "footnoteReference", "sdt")]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text, its place in words, and the cell, row and table it lies in (None outside a table).

    `is_plain`: it holds nothing but text, no picture, break or end of a section.
    """

    text: str
    place: str
    cell: etree._Element | None
    row: etree._Element | None
    table: etree._Element | None
    is_plain: bool = True


def part_title(part: str) -> str:
    """How a person calls a part: `isi`, `kepala halaman`."""
    return next((title for start, title in _PART_NAMES if part.startswith(start)), part)


def paragraphs(part: str, root: etree._Element) -> list[Paragraph]:
    """Every paragraph of a part in its order; outside tables they are counted from 1, inside by table, row and cell."""
    tables = {table: number for number, table in enumerate(root.iter(f"{W}tbl"), 1)}
    title, outside, found = part_title(part), 0, []
    for node in root.iter(f"{W}p"):
        cell, row, table = (next(node.iterancestors(f"{W}{name}"), None) for name in ("tc", "tr", "tbl"))
        if cell is None or row is None or table is None:
            outside += next(node.iterancestors(f"{W}p"), None) is None
            place = f"{title}, paragraf {outside}"
        else:
            place = f"{title}, tabel {tables[table]} baris {_number(row, table)} kolom {_number(cell, row)}"
        found.append(Paragraph(paragraph_text(node), place, cell, row, table, next(node.iter(*_MORE), None) is None))
    return found


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of a paragraph, breaks and tabs as blanks, without that of a text box in it."""
    own = (node for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br") if _owner(node) is paragraph)
    return "".join((node.text or "") if node.tag == f"{W}t" else " " for node in own)


def _owner(node: etree._Element) -> etree._Element | None:
    return next(node.iterancestors(f"{W}p"), None)


def _number(node: etree._Element, parent: etree._Element) -> int:
    """The number of a row in its table, or of a cell in its row."""
    name = etree.QName(parent).localname
    kin = (other for other in parent.iter(node.tag) if next(other.iterancestors(f"{W}{name}"), None) is parent)
    return next(number for number, other in enumerate(kin, 1) if other is node)
