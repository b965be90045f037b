"""The typeface of a document's text: wherever the template's own is named, the office's stands instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from p3dn_reports.documents.word.package import DOCUMENT, Parts, parse_xml, relationships, serialize
from p3dn_reports.documents.word.places import W
from p3dn_reports.documents.word.text_parts import text_parts

_STYLES = "word/styles.xml"
_SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font's name and the size of text in half points."""

    name: str = ""
    size: int | None = None


def set_typeface(parts: Parts, typeface: Typeface) -> Parts:
    """The parts with the typeface in place of the template's own; other fonts in it, of signs for instance, stay."""
    if typeface == Typeface() or _STYLES not in parts:
        return parts
    styles = parse_xml(parts[_STYLES])
    theme = next((name for kind, name in relationships(parts, DOCUMENT).values() if kind == "theme"), "")
    own = _own(styles) or _of_theme(parts.get(theme))
    changed = Parts()
    if typeface.name and own != typeface.name:
        _set_default(styles, typeface.name)
        for name in (*text_parts(parts), "word/numbering.xml"):
            if own and f'"{own}"'.encode() in parts.get(name, b""):
                changed[name] = _renamed(parse_xml(parts[name]), own, typeface.name)
        if theme in parts:
            changed[theme] = _theme(parse_xml(parts[theme]), typeface.name)
        _rename(styles, own, typeface.name)
    if typeface.size:
        _set_size(styles, typeface.size)
    return {**parts, **changed, _STYLES: serialize(styles)}


def _defaults(styles: etree._Element) -> Iterator[etree._Element]:
    """The properties of text where no style says more: the document's, and those of its usual paragraph."""
    yield from styles.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    for style in styles.iterfind(f"{W}style[@{W}default='1'][@{W}type='paragraph']"):
        yield from style.iterfind(f"{W}rPr")


def _own(styles: etree._Element) -> str:
    """The template's typeface, where it is named."""
    named = [node.get(f"{W}ascii", "") for one in _defaults(styles) for node in one.iterfind(f"{W}rFonts")]
    return next((name for name in reversed(named) if name), "")


def _of_theme(theme: bytes | None) -> str:
    """The font of text in a theme; that of headings stands there too."""
    minor = parse_xml(theme).iterfind(f".//{_DRAWING}minorFont/{_DRAWING}latin") if theme else ()
    return next((node.get("typeface", "") for node in minor), "")


def _set_default(styles: etree._Element, font: str) -> None:
    for properties in _defaults(styles):
        fonts = properties.find(f"{W}rFonts")
        if fonts is None:
            fonts = etree.Element(f"{W}rFonts")
            properties.insert(0, fonts)
        for script in _SCRIPTS:
            fonts.attrib.pop(f"{W}{script}Theme", "")
            fonts.set(f"{W}{script}", font)


def _rename(root: etree._Element, own: str, font: str) -> None:
    for node in root.iter(f"{W}rFonts"):
        for script in _SCRIPTS:
            if own and node.get(f"{W}{script}") == own:
                node.set(f"{W}{script}", font)


def _renamed(root: etree._Element, own: str, font: str) -> bytes:
    _rename(root, own, font)
    return serialize(root)


def _theme(root: etree._Element, font: str) -> bytes:
    for kind in ("majorFont", "minorFont"):
        for node in root.iterfind(f".//{_DRAWING}{kind}/{_DRAWING}latin"):
            node.set("typeface", font)
    return serialize(root)


def _set_size(styles: etree._Element, size: int) -> None:
    for properties in _defaults(styles):
        for name in ("sz", "szCs"):
            if (node := properties.find(f"{W}{name}")) is not None:
                node.set(f"{W}val", str(size))
