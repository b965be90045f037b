"""A document as readable text, and the digests of its parts: what snapshots and diffs compare, never the zip."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from p3dn_reports.documents.word.grammar import DOC_PR
from p3dn_reports.documents.word.package import parse_xml, read_package
from p3dn_reports.documents.word.text_parts import text_parts
from p3dn_reports.errors import ProblemsError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OTHERS = {"header": "kepala", "footer": "kaki", "footnotes": "catatan kaki"}


def outline(content: bytes) -> str:
    """The text of a .docx: `[Style] paragraph`, tables as `| a | b |`, then headers, footers and footnotes.

    A highlighted run stands between « and », a page break is `[halaman baru]`, a drawing `[gambar: name]`. Raises
    ProblemsError for a file that is no .docx.
    """
    parts, problems = read_package(content, "naskah")
    if problems:
        raise ProblemsError(problems)
    lines = list(_blocks(next(parse_xml(parts["word/document.xml"]).iter(f"{_W}body"))))
    kinds = text_parts(parts)
    for kind, title in _OTHERS.items():
        for name in sorted(name for name in kinds if kinds[name] == kind):
            inner = [line for line in _blocks(parse_xml(parts[name])) if line]
            lines += ["", f"== {title}: {name.removeprefix('word/')}", *inner] if inner else []
    return "\n".join(lines).strip() + "\n"


def part_digests(content: bytes) -> dict[str, str]:
    """SHA-256 of every part before deflating, by part name: the same on every zlib."""
    parts, problems = read_package(content, "naskah")
    if problems:
        raise ProblemsError(problems)
    return {name: hashlib.sha256(part).hexdigest() for name, part in parts.items()}


def _blocks(parent: etree._Element) -> Iterator[str]:
    for node in parent:
        if node.tag == f"{_W}p":
            yield _paragraph(node)
        elif node.tag == f"{_W}tbl":
            yield from (_row(row) for row in node.iter(f"{_W}tr") if _owner(row) is node)
        elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}footnote"):
            yield from _blocks(node)


def _owner(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors(f"{_W}tbl"), None)


def _row(row: etree._Element) -> str:
    cells = [
        " / ".join(line for line in _blocks(cell) if line) for cell in row.iter(f"{_W}tc") if _cell_row(cell) is row
    ]
    return f"| {' | '.join(cells)} |"


def _cell_row(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors(f"{_W}tr"), None)


def _paragraph(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    text = "".join(_run(run) for run in paragraph.iter(f"{_W}r"))
    mark = f"[{name}] " if name and name != "Normal" else ""
    return f"{mark}{'- ' if numbered else ''}{text}".rstrip() if text else ""


def _run(run: etree._Element) -> str:
    text = "".join(_piece(node) for node in run.iter())
    return f"«{text}»" if text and run.find(f"{_W}rPr/{_W}highlight") is not None else text


def _piece(node: etree._Element) -> str:
    if node.tag == f"{_W}t":
        return node.text or ""
    if node.tag == f"{_W}br":
        return "[halaman baru]" if node.get(f"{_W}type") == "page" else " ⏎ "
    if node.tag == f"{_W}noBreakHyphen":
        return "-"
    if node.tag == f"{_W}tab" and node.getparent() is not None:
        return "\t"
    if node.tag == f"{_W}instrText":
        return f"{{{(node.text or '').strip()}}}"
    return f"[gambar: {node.get('title') or node.get('name')}]" if node.tag == DOC_PR else ""
