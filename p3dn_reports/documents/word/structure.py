"""Whether a produced .docx is whole: checks of its structure that opening it in a word processor does not make.

LibreOffice repairs nearly everything in silence, so a conversion proves nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from p3dn_reports.documents.word.grammar import W as _W
from p3dn_reports.documents.word.grammar import misplaced, wrong_values
from p3dn_reports.documents.word.package import Parts, parse_xml, read_package, rels_name, resolve_target
from p3dn_reports.documents.word.pairs import half_pairs, lost_notes
from p3dn_reports.documents.word.text_parts import text_parts
from p3dn_reports.problems import Location, Problem, problem

_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LEFTOVER = re.compile(r"{{|}}|{%|%}|{#|#}")
_NONE = re.compile(r"\b(?:None|Undefined|NaN)\b")


def check_document(content: bytes, berkas: str) -> list[Problem]:
    """All faults of structure in a .docx; `berkas` names it in the problems."""
    parts, problems = read_package(content, berkas)
    if problems:
        return problems
    found = [*_content_types(parts), *_relationships(parts), *_drawing_ids(parts)]
    for name in text_parts(parts):
        root = parse_xml(parts[name])
        found += [*_tables(root), *_nesting(root), *_grammar(root), *_texts(root)]
        found += [*half_pairs(name, root), *lost_notes(parts, name, root)]
    return [item.at(Location(berkas=berkas)) for item in found]


def _content_types(parts: Parts) -> Iterator[Problem]:
    if "[Content_Types].xml" not in parts:
        yield problem("naskah-jenis-isi-hilang", nilai="[Content_Types].xml")
        return
    root = parse_xml(parts["[Content_Types].xml"])
    extensions = {node.get("Extension", "").lower() for node in root if node.get("Extension")}
    overrides = [node.get("PartName", "").lstrip("/") for node in root if node.get("PartName")]
    for name in parts:
        known = name in overrides or name.rpartition(".")[2].lower() in extensions
        if not known and name != "[Content_Types].xml":
            yield problem("naskah-jenis-isi-hilang", nilai=name)
    for name, count in Counter(overrides).items():
        if name not in parts or count > 1:
            yield problem("naskah-jenis-isi-hilang", nilai=name)


def _relationships(parts: Parts) -> Iterator[Problem]:
    """Targets that are not there, ids used that are not defined, ids defined twice, a package without a document."""
    root = parse_xml(parts["_rels/.rels"]) if "_rels/.rels" in parts else None
    if root is None or not any(item.get("Type", "").endswith("/officeDocument") for item in root):
        yield problem("naskah-rujukan-putus", nilai="word/document.xml", bagian="paket")
    for name in [name for name in parts if name.endswith(".rels")]:
        folder, _, base = name.rpartition("_rels/")
        source = folder + base.removesuffix(".rels")
        items = list(parse_xml(parts[name]).iter(_RELATIONSHIP))
        for item in items:
            target = resolve_target(source, item.get("Target", ""))
            if item.get("TargetMode") != "External" and target not in parts:
                yield problem("naskah-rujukan-putus", nilai=target, bagian=source or "paket")
        for rel_id, count in Counter(item.get("Id", "") for item in items).items():
            if count > 1:
                yield problem("naskah-id-ganda", nilai=rel_id)
    for name in (name for name in parts if name.startswith("word/") and name.endswith(".xml")):
        rels = parts.get(rels_name(name))
        known = {item.get("Id") for item in parse_xml(rels).iter(_RELATIONSHIP)} if rels else set()
        for rel_id in sorted(_used_ids(parse_xml(parts[name])) - known):
            yield problem("naskah-rujukan-putus", nilai=rel_id, bagian=name)


def _used_ids(root: etree._Element) -> set[str]:
    return {str(text) for node in root.iter() for key, text in node.attrib.items() if str(key).startswith(_R) and text}


def _drawing_ids(parts: Parts) -> Iterator[Problem]:
    roots = [parse_xml(parts[name]) for name in text_parts(parts)]
    ids = Counter(node.get("id", "") for root in roots for node in root.iter(_DOC_PR))
    yield from (problem("naskah-id-ganda", nilai=number) for number, count in ids.items() if count > 1)


def _tables(root: etree._Element) -> Iterator[Problem]:
    for table in root.iter(f"{_W}tbl"):
        rows = list(_through(table, "tr"))
        if not rows or not all(next(_through(row, "tc"), None) is not None for row in rows):
            yield problem("naskah-tabel-kosong", nilai=_text(table)[:80])
        elif table.find(f"{_W}tblGrid") is None:
            yield problem("naskah-susunan-salah", nilai=_text(table)[:80], apa="tabel tanpa tblGrid")
    for cell in root.iter(f"{_W}tc"):
        children = [child for child in cell if child.tag not in (f"{_W}bookmarkStart", f"{_W}bookmarkEnd")]
        if not children or children[-1].tag != f"{_W}p":
            yield problem("naskah-sel-tanpa-paragraf", nilai=_text(cell)[:80])


def _through(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children of a tag, also those inside content controls."""
    for child in node:
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _through(child, tag)


_PARENTS = {
    f"{_W}tr": ("tbl", "sdtContent", "ins", "del", "customXml"),
    f"{_W}tc": ("tr", "sdtContent", "customXml"),
    f"{_W}r": (
        "p",
        "hyperlink",
        "ins",
        "del",
        "smartTag",
        "sdtContent",
        "fldSimple",
        "moveFrom",
        "moveTo",
        "customXml",
    ),
    f"{_W}t": ("r",),
}


def _nesting(root: etree._Element) -> Iterator[Problem]:
    """Rows outside tables, runs inside runs, and text that stands bare between the tags."""
    for node in root.iter(*_PARENTS, f"{_W}p"):
        parent = node.getparent()
        name = etree.QName(parent).localname if parent is not None else ""
        wrong = name not in _PARENTS[node.tag] if node.tag in _PARENTS else name in ("p", "r", "tbl", "tr")
        if wrong and parent is not None and parent.tag.startswith(_W):
            yield problem(
                "naskah-susunan-salah", nilai=_text(node)[:80], apa=f"{etree.QName(node).localname} di {name}"
            )
    for node in root.iter(*(f"{_W}{tag}" for tag in ("body", "p", "r", "tbl", "tr", "tc", "hdr", "ftr"))):
        loose = "".join([node.text or "", *(child.tail or "" for child in node)]).strip()
        if loose:
            yield problem("naskah-susunan-salah", nilai=loose[:80], apa="teks di luar run")


def _grammar(root: etree._Element) -> Iterator[Problem]:
    """Properties out of their order, and values the standard does not know."""
    for node, apa in [*misplaced(root), *wrong_values(root)]:
        yield problem("naskah-susunan-salah", nilai=_text(node)[:80], apa=apa)


def _texts(root: etree._Element) -> Iterator[Problem]:
    for paragraph in root.iter(f"{_W}p"):
        text = _text(paragraph)
        if _LEFTOVER.search(text):
            yield problem("naskah-sisa-tag", nilai=text[:120])
        if _NONE.search(text):
            yield problem("naskah-isian-kosong", nilai=text[:120])


def _text(node: etree._Element) -> str:
    return "".join(item.text or "" for item in node.iter(f"{_W}t"))
