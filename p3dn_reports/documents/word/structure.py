"""Whether a produced .docx is whole: checks of its structure that opening it in a word processor does not make.

LibreOffice repairs nearly everything in silence, so a conversion proves nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from lxml import etree

from p3dn_reports.documents.word.grammar import DOC_PR, RANGE_MARKS, misplaced, wrong_values
from p3dn_reports.documents.word.grammar import W as _W
from p3dn_reports.documents.word.package import Parts, parse_xml, read_package, rels_name, resolve_target
from p3dn_reports.documents.word.pairs import half_pairs, lost_notes
from p3dn_reports.documents.word.text_parts import text_parts
from p3dn_reports.problems import Location, Problem, problem

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LEFTOVER = re.compile(r"{{|}}|{%|%}|{#|#}")
_NO_PARTS: Mapping[str, bytes] = {}
_NONE = re.compile(r"\b(?:None|Undefined|NaN)\b")


def check_document(content: bytes, berkas: str) -> list[Problem]:
    """All faults of structure in a .docx; `berkas` names it in the problems."""
    parts, problems = read_package(content, berkas)
    if problems:
        return problems
    found = check_parts(parts)
    for name in text_parts(parts):
        found += _texts(parse_xml(parts[name]))
    return [item.at(Location(berkas=berkas)) for item in found]


def check_parts(parts: Parts, like: Mapping[str, bytes] = _NO_PARTS) -> list[Problem]:
    """The faults of structure in a package, not of what its texts say; parts that are those of `like` are passed over.

    Texts hold data of others: braces or the word None are no fault there.
    """
    names = [name for name in parts if parts[name] is not like.get(name)]
    roots = {name: parse_xml(parts[name]) for name in names if name.startswith("word/") and name.endswith(".xml")}
    found = [*_content_types(parts), *_relationships(parts, roots), *_drawing_ids(roots.values())]
    for name in text_parts(parts):
        if name in roots:
            found += check_part(name, roots[name], parts)
    return found


def check_part(name: str, root: etree._Element, parts: Mapping[str, bytes]) -> list[Problem]:
    """The faults of one part with text; `parts` are those it stands among."""
    found = [*_tables(root), *_holders(root), *_nesting(root), *_grammar(root)]
    return [*found, *half_pairs(name, root), *lost_notes(parts, name, root)]


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


def _relationships(parts: Parts, roots: Mapping[str, etree._Element]) -> Iterator[Problem]:
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
    for name, part in roots.items():
        rels = parts.get(rels_name(name))
        known = {item.get("Id") for item in parse_xml(rels).iter(_RELATIONSHIP)} if rels else set()
        for rel_id in sorted(_used_ids(part) - known):
            yield problem("naskah-rujukan-putus", nilai=rel_id, bagian=name)


def _used_ids(root: etree._Element) -> set[str]:
    return {str(text) for text in _IDS(root) if text}


def _drawing_ids(roots: Iterable[etree._Element]) -> Iterator[Problem]:
    ids = Counter(node.get("id", "") for root in roots for node in root.iter(DOC_PR))
    yield from (problem("naskah-id-ganda", nilai=number) for number, count in ids.items() if count > 1)


def _tables(root: etree._Element) -> Iterator[Problem]:
    for table in root.iter(f"{_W}tbl"):
        rows = list(_through(table, "tr"))
        if not rows or not all(next(_through(row, "tc"), None) is not None for row in rows):
            yield problem("naskah-tabel-kosong", nilai=_text(table)[:80])
        elif table.find(f"{_W}tblGrid") is None:
            yield problem("naskah-susunan-salah", nilai=_text(table)[:80], apa="tabel tanpa tblGrid")
    for cell in root.iter(f"{_W}tc"):
        children = [child for child in cell if child.tag not in RANGE_MARKS]
        if not children or children[-1].tag not in (f"{_W}p", f"{_W}sdt"):
            yield problem("naskah-sel-tanpa-paragraf", nilai=_text(cell)[:80])


def _holders(root: etree._Element) -> Iterator[Problem]:
    """Headers, footers, notes and text boxes without a paragraph."""
    for holder in root.iter(*(f"{_W}{name}" for name in _HOLDERS)):
        if next(holder.iter(f"{_W}p"), None) is None:
            yield problem("naskah-susunan-salah", nilai="", apa=f"{etree.QName(holder).localname} tanpa paragraf")


def _through(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children of a tag, also those inside content controls."""
    for child in node:
        if child.tag == f"{_W}{tag}":
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _through(child, tag)


_HOLDERS = ("hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")
_PARENTS = {
    "tr": ("tbl", "sdtContent", "ins", "del", "customXml"),
    "tc": ("tr", "sdtContent", "customXml"),
    "r": ("p", "hyperlink", "ins", "del", "smartTag", "sdtContent", "fldSimple", "moveFrom", "moveTo", "customXml"),
    "t": ("r",),
}
"""Where each may stand, among Word's own elements."""


def _asked(path: str) -> Callable[[etree._Element], Sequence[Any]]:
    """An XPath over Word's elements: it goes through a part many times faster than we could."""
    return cast(
        "Callable[[etree._Element], Sequence[Any]]", etree.XPath(path, namespaces={"w": _W[1:-1], "r": _R[1:-1]})
    )


def _parent_is(names: Iterable[str]) -> str:
    return " or ".join(f"parent::w:{name}" for name in names)


_MISPLACED = _asked(
    " | ".join(
        [
            *(f"//w:{name}[parent::w:* and not({_parent_is(parents)})]" for name, parents in _PARENTS.items()),
            f"//w:p[{_parent_is(('p', 'r', 'tbl', 'tr'))}]",
        ]
    )
)
_LOOSE = _asked(
    " | ".join(f"//w:{name}/text()[normalize-space()]" for name in ("body", "p", "r", "tbl", "tr", "tc", "hdr", "ftr"))
)
_IDS = _asked("//@r:*")


def _nesting(root: etree._Element) -> Iterator[Problem]:
    """Rows outside tables, runs inside runs, and text that stands bare between the tags."""
    for node in _MISPLACED(root):
        name = etree.QName(node.getparent()).localname
        yield problem("naskah-susunan-salah", nilai=_text(node)[:80], apa=f"{etree.QName(node).localname} di {name}")
    for loose in _LOOSE(root):
        yield problem("naskah-susunan-salah", nilai=str(loose).strip()[:80], apa="teks di luar run")


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
