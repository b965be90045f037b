"""Paper and margins of every section, with the tables that go over its whole width. Measures are twentieths of a point.

A section that lies stays so. Where the room between the margins changes, the columns of its tables change with it, and
a picture in the text that would reach beyond gets smaller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from p3dn_reports.documents.word.package import DOCUMENT, Parts, parse_xml, relationships, serialize
from p3dn_reports.documents.word.places import W

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHAPE = "{http://schemas.openxmlformats.org/drawingml/2006/main}ext"
_EMU = 635
"""English Metric Units in a twentieth of a point."""
_ROUNDED = 3
_BEFORE_SIZE = {f"{W}{name}" for name in ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")}
_USUAL = {"top": 1440, "right": 1440, "bottom": 1440, "left": 1440, "header": 708, "footer": 708, "gutter": 0}
_WIDE = (f"{W}gridCol", f"{W}tblW", f"{W}tcW")

Margins = tuple[tuple[str, int], ...]
"""By side: `top`, `bottom`, `left`, `right`."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Width and height of the upright paper, margins of pages that stand and of those that lie."""

    paper: tuple[int, int] | None = None
    margins: Margins = ()
    lying: Margins = ()


def set_pages(root: etree._Element, parts: Parts, pages: Pages) -> Parts:
    """Give every section of a document its pages, in place; the header and footer parts whose tables follow."""
    if pages == Pages():
        return {}
    related, resized = relationships(parts, DOCUMENT), Parts()
    for section, content in _sections(root):
        before, after = _room(section), _set(section, pages)
        if before <= 0 or abs(after - before) <= _ROUNDED:
            continue
        for node in content:
            _resize(node, before, after)
        for name in _heads(section, related):
            if name not in resized:
                head = parse_xml(parts[name])
                _resize(head, before, after)
                resized[name] = serialize(head)
    return resized


def _sections(root: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """Every section's properties with what stands in it."""
    content: list[etree._Element] = []
    for node in root.iterfind(f"{W}body/*"):
        content.append(node)
        for section in (node,) if node.tag == f"{W}sectPr" else node.iterfind(f"{W}pPr/{W}sectPr"):
            yield section, content
            content = []


def _heads(section: etree._Element, related: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """The parts of its headers and footers."""
    for node in section:
        if node.tag in (f"{W}headerReference", f"{W}footerReference") and node.get(_R_ID, "") in related:
            yield related[node.get(_R_ID, "")][1]


def _set(section: etree._Element, pages: Pages) -> int:
    """Size and margins of one section; gives the room between its margins."""
    size = _part(section, "pgSz", {"w": 12240, "h": 15840})
    is_lying = _twips(size, "w") > _twips(size, "h")
    if pages.paper is not None:
        across, down = reversed(pages.paper) if is_lying else pages.paper
        _put(size, (("w", across), ("h", down)))
    _put(_part(section, "pgMar", _USUAL), pages.lying if is_lying else pages.margins)
    return _room(section)


def _room(section: etree._Element) -> int:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    width = 12240 if size is None else _twips(size, "w")
    sides = ("left", "right", "gutter")
    return width - sum(_USUAL[side] if margins is None else _twips(margins, side) for side in sides)


def _part(section: etree._Element, name: str, usual: Mapping[str, int]) -> etree._Element:
    """A part of the section's properties, made in its place where there is none."""
    found = section.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}", {f"{W}{key}": str(value) for key, value in usual.items()})
        after = _BEFORE_SIZE | {f"{W}pgSz"}
        section.insert(sum(node.tag in after for node in section), found)
    return found


def _put(node: etree._Element, wanted: Iterable[tuple[str, int]]) -> None:
    """Set measures; one that is as wanted but for rounding stays as the drafter has it."""
    for name, value in wanted:
        if abs(_twips(node, name) - value) > 1:
            node.set(f"{W}{name}", str(value))


def _twips(node: etree._Element, name: str) -> int:
    written = node.get(f"{W}{name}", "0")
    return int(written) if written.lstrip("-").isdigit() else 0


def _resize(content: etree._Element, before: int, after: int) -> None:
    """Columns in proportion to the room; pictures no wider than it."""
    for node in content.iter(*_WIDE):
        if node.get(f"{W}type", "dxa") == "dxa" and (width := _twips(node, "w")):
            node.set(f"{W}w", str((2 * width * after + before) // (2 * before)))
    for drawing in content.iter(f"{_DRAWN}inline"):
        sizes = list(drawing.iter(f"{_DRAWN}extent", _SHAPE))
        width = max((int(node.get("cx", 0)) for node in sizes), default=0)
        for node in sizes if width > after * _EMU else ():
            for side in ("cx", "cy"):
                node.set(side, str(int(node.get(side, 0)) * after * _EMU // width))
