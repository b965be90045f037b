"""Where a paragraph of a template stands, as a person finds it: `isi, paragraf 3`, `isi, tabel 1 baris 2 kolom 3`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from p3dn_reports.documents.word.grammar import DOC_PR
from p3dn_reports.documents.word.package import CORE, DOCUMENT, parse_xml, relationships
from p3dn_reports.documents.word.tags import without_blanks
from p3dn_reports.documents.word.text_parts import TITLES, text_parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PAGES = {"first": " pertama", "even": " genap"}
_MORE = [f"{W}{name}" for name in ("drawing", "pict", "object", "br", "sectPr", "fldChar", "footnoteReference", "sdt")]
_PICTURES = [f"{W}{name}" for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference")]
_LEFTOVERS = {
    ("ins", "del", "moveFrom", "moveTo"): "perubahan terlacak (Track Changes)",
    ("commentReference",): "komentar",
}
_ALT_TEXT = re.compile(r"\s*gambar\s*:\s*([\w.]+|[^{}]+\.(?:png|jpe?g))\s*", re.IGNORECASE)
_IMAGE_FILE = re.compile(r".+\.(?:png|jpe?g)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its text, its place in words, and the cell, row and table it lies in (None outside a table).

    `is_plain`: it holds nothing but text, no picture, break or end of a section; `has_picture`: one or a reference to a
    note; `ends_section`: a section ends with it; `list_id`: the numbered list it is of. `is_copy`: a text box stands
    twice, and this is the copy for old readers. `pictures`: the fields its placeholder pictures ask for. `leftovers`:
    what editing has left in it, in words.
    """

    text: str
    place: str
    cell: etree._Element | None
    row: etree._Element | None
    table: etree._Element | None
    is_plain: bool = True
    has_picture: bool = False
    ends_section: bool = False
    list_id: str = ""
    is_copy: bool = False
    pictures: tuple[str, ...] = ()
    leftovers: tuple[str, ...] = ()


def part_titles(parts: Mapping[str, bytes]) -> dict[str, str]:
    """How a person calls each part with text; headers and footers by their page (`kepala halaman pertama`), section."""
    kinds = text_parts(parts)
    titles = {name: TITLES[kind] for name, kind in kinds.items()}
    related = relationships(parts, DOCUMENT)
    sections = parse_xml(parts[DOCUMENT]).iter(f"{W}sectPr") if related else ()
    for number, section in enumerate(sections, start=1):
        later = f" bagian {number}" if number > 1 else ""
        for node in section.iter(f"{W}headerReference", f"{W}footerReference"):
            part = related.get(node.get(_R_ID, ""), ("", ""))[1]
            if part in titles:
                titles[part] = TITLES[kinds[part]] + _PAGES.get(node.get(f"{W}type", ""), "") + later
    return titles | {CORE: "properti berkas"} if CORE in parts else titles


def paragraphs(root: etree._Element, title: str = "") -> list[Paragraph]:
    """Every paragraph of a part in its order; outside tables they are counted from 1, inside by table, row and cell."""
    numbers, found = _Numbers.count(root, title), []
    for node in root.iter(f"{W}p"):
        cell, row, table, copy = _around(node)
        is_plain, pictures = next(node.iter(*_MORE), None) is None, tuple(_pictures(node))
        text, place, leftovers = paragraph_text(node), numbers.place(node), tuple(_leftovers(node))
        has_picture = not is_plain and next(node.iter(*_PICTURES), None) is not None
        ends_section = not is_plain and node.find(f"{W}pPr/{W}sectPr") is not None
        list_id = "".join(number.get(f"{W}val", "") for number in node.iterfind(f"{W}pPr/{W}numPr/{W}numId"))
        flags = (is_plain, has_picture, ends_section, list_id, copy is not None)
        found.append(Paragraph(text, place, cell, row, table, *flags, pictures, leftovers))
    return found


def _around(node: etree._Element) -> list[etree._Element | None]:
    """The innermost cell, row, table and copy for old readers that a paragraph lies in."""
    found: dict[str, etree._Element] = {}
    for above in node.iterancestors():
        found.setdefault(str(above.tag), above)
    return [found.get(name) for name in (f"{W}tc", f"{W}tr", f"{W}tbl", _FALLBACK)]


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of a paragraph, breaks and tabs as blanks, without that of a text box and what no one sees in tags."""
    own = (node for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br") if owner(node) is paragraph)
    return without_blanks("".join((node.text or "") if node.tag == f"{W}t" else " " for node in own))


def own_text(paragraph: etree._Element) -> str:
    """The letters of a paragraph as they stand, without those of a text box."""
    return "".join(node.text or "" for node in paragraph.iter(f"{W}t") if owner(node) is paragraph)


def owner(node: etree._Element) -> etree._Element | None:
    """The paragraph a piece of text belongs to."""
    return next(node.iterancestors(f"{W}p"), None)


def picture_name(properties: etree._Element) -> str | None:
    """The field or file that a `wp:docPr` asks for by the alt text or title `gambar:lambang`; None for any other."""
    texts = (properties.get(key, "") for key in ("descr", "title"))
    return next((found[1] for text in texts if (found := _ALT_TEXT.fullmatch(text))), None)


def is_file(name: str) -> bool:
    """Whether what a picture asks for is a file's name, `denah.png`, and no field."""
    return _IMAGE_FILE.fullmatch(name) is not None


def _pictures(paragraph: etree._Element) -> Iterator[str]:
    for properties in paragraph.iter(DOC_PR):
        name = picture_name(properties)
        if name and owner(properties) is paragraph:
            yield name


def _leftovers(paragraph: etree._Element) -> Iterator[str]:
    for names, what in _LEFTOVERS.items():
        if next(paragraph.iter(*(f"{W}{name}" for name in names)), None) is not None:
            yield what


@dataclass(slots=True)
class _Numbers:
    """The number of every table, row, cell, note and free paragraph among its kin."""

    title: str
    of: dict[etree._Element, int] = field(default_factory=dict)

    @classmethod
    def count(cls, root: etree._Element, title: str) -> _Numbers:
        numbers, kin = cls(title), Counter[tuple[str, etree._Element | None]]()
        for node in root.iter(*(f"{W}{name}" for name in ("tbl", "tr", "tc", "p", "footnote", "endnote"))):
            if node.get(f"{W}type") is not None or (node.tag == f"{W}p" and owner(node) is not None):
                continue  # the line above the notes; a paragraph of a text box
            around = numbers.around(node)
            kin[node.tag, around] += node.tag != f"{W}p" or around is None or around.tag != f"{W}tc"
            numbers.of[node] = kin[node.tag, around]
        return numbers

    def around(self, node: etree._Element) -> etree._Element | None:
        """What a number counts within: a row within its table, a cell within its row, all else within cell or box."""
        inside = {f"{W}tr": "tbl", f"{W}tc": "tr"}.get(node.tag)
        names = (inside,) if inside else ("tc", "txbxContent", "footnote", "endnote")
        return next(node.iterancestors(*(f"{W}{name}" for name in names)), None)

    def place(self, node: etree._Element) -> str:
        """The place of a paragraph or table, or of what lies around it, in words."""
        around = self.around(node)
        if around is None:
            return f"{self.title}, paragraf {self.of[node]}" if node.tag == f"{W}p" else self.title
        if around.tag == f"{W}txbxContent":
            outer = owner(around)
            return f"{self.place(outer) if outer is not None else self.title}, kotak teks"
        if around.tag != f"{W}tc":
            within = f", paragraf {self.of[node]}" if self.of.get(node, 1) > 1 else ""
            return f"{self.title} {self.of.get(around, '')}".rstrip() + within
        return self._cell(around)

    def _cell(self, cell: etree._Element) -> str:
        row, table = (next(cell.iterancestors(f"{W}{name}")) for name in ("tr", "tbl"))
        at, outer = f"baris {self.of[row]} kolom {self.of[cell]}", self.around(table)
        if outer is not None and outer.tag == f"{W}tc":
            return f"{self._cell(outer)}, tabel {self.of[table]} di dalamnya {at}"
        return f"{self.place(table)}, tabel {self.of[table]} {at}"
