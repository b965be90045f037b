"""Tags where nothing is filled in, in a chart's title, SmartArt, a link's address: they would be printed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from p3dn_reports.documents.word.package import parse_xml

_TAG = re.compile(
    r"{{-?\s*(?:(?:p|tr|tc|r)\s+)?[A-Za-z_][\w.\[\]]*\s*(?:\|[^{}]*)?}}"
    r"|{%-?\s*(?:(?:p|tr|tc|r)\s+)?(?:if|elif|else|endif|for|endfor|set)\b[^{}]*%}"
)
_WHERE = (
    ("word/charts/", "tulisan grafik"),
    ("word/diagrams/", "SmartArt"),
    ("customXml/", "data XML kustom"),
    ("docProps/", "properti berkas"),
    ("word/numbering", "bentuk penomoran"),
)
_NEVER_PRINTED = ("word/glossary/", "word/embeddings/")
_OUTLINE = "TitlesOfParts"
"""Word's own list of headings in docProps/app.xml, which it writes anew."""


def unfilled_tags(parts: Mapping[str, bytes], filled: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every tag outside the parts that are filled, each once: the tag and what it stands in, in words."""
    for name, content in parts.items():
        if name in filled or name.startswith(_NEVER_PRINTED) or not name.endswith((".xml", ".rels", ".vml")):
            continue
        if b"{" not in content and b"%7b" not in content.lower():
            continue
        root = parse_xml(content)
        texts = _addresses(root) if name.endswith(".rels") else _texts(root)
        where = "alamat tautan" if name.endswith(".rels") else _where(name)
        yield from dict.fromkeys((found[0], where) for text in texts for found in _TAG.finditer(text))


def _addresses(root: etree._Element) -> Iterator[str]:
    return (unquote(node.get("Target", "")) for node in root.iter("{*}Relationship"))


def _texts(root: etree._Element) -> Iterator[str]:
    """The texts of a part: those of a paragraph in one piece, for a tag may be split over runs; and all attributes."""
    for node in root.iter(etree.Element):
        if etree.QName(node).localname == "p":
            yield "".join(str(text) for text in node.itertext())
        elif not _within(node, ("p", _OUTLINE)):
            yield node.text or ""
        yield from map(str, node.attrib.values())


def _within(node: etree._Element, names: Collection[str]) -> bool:
    return any(etree.QName(above).localname in names for above in node.iterancestors())


def _where(name: str) -> str:
    return next((where for start, where in _WHERE if name.startswith(start)), f"bagian {name}")
