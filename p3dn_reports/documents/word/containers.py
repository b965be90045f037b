"""What must not be left empty when tags take away all it held: cells, headers, notes, rows, tables.

Before rendering `guard` puts a mark at the end of everything that could end without a paragraph; after it `mend` turns
the mark into an empty paragraph where one is wanting, and takes out rows without cells and tables without rows. Two
tables that a vanished paragraph kept apart are kept apart. Word opens no file that breaks these rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from p3dn_reports.documents.word.grammar import RANGE_MARKS, W
from p3dn_reports.documents.word.places import own_text

GUARD = "\x0e"
"""The mark in the compiled source; no value can hold it (`values.printable` takes it out)."""

_HOLDERS = tuple(
    f"{W}{name}" for name in ("body", "tc", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent", "sdtContent")
)
_PARAGRAPHS, _TABLE, _ROW, _CELL = {f"{W}p", f"{W}kept"}, f"{W}tbl", f"{W}tr", f"{W}tc"
_WITHOUT_TEXT = (f"{W}numPr", f"{W}sectPr", f"{W}pageBreakBefore")
"""What the properties of an empty paragraph leave out: it would print a number, end a section, begin a page."""

_VANISHING = {prefix: re.compile(rf"{{[{{%#]-?{prefix}\s") for prefix in ("p", "tr", "tc")}
_BLOCK = re.compile(r"{%-?(?:p|tr|tc)\s+(if|for|endif|endfor)\b")
_IN_SOURCE = re.compile("\ue00e(\\w*)\ue00e")
_NAMESPACE = re.compile(r' xmlns:\w+="[^"]*"')

_RANGES = r"(?:<w:(?:bookmark|commentRange|perm|moveFromRange|moveToRange)(?:Start|End)\b[^>]*/>)*"
_PROPERTIES = r"(?:<w:{0}(?: [^>]*)?/>|<w:{0}(?: [^>]*)?>(?:(?!</w:{0}>).)*</w:{0}>)?"
_EMPTY_ROW = re.compile(
    rf"<w:tr(?: [^>]*)?>{_PROPERTIES.format('tblPrEx')}{_PROPERTIES.format('trPr')}({_RANGES})</w:tr>", re.DOTALL
)
_EMPTY_TABLE = re.compile(
    rf"<w:tbl(?: [^>]*)?>{_PROPERTIES.format('tblPr')}{_PROPERTIES.format('tblGrid')}({_RANGES})</w:tbl>", re.DOTALL
)
_EMPTY_CONTROL = re.compile(
    r"<w:sdt>(?:(?!<w:sdt>|<w:sdtContent\b).)*<w:sdtContent(?:/>|></w:sdtContent>)</w:sdt>", re.DOTALL
)
_ENDS_IN_PARAGRAPH = re.compile(rf"(?:</w:p>|<w:p(?: [^>]*)?/>){_RANGES}\Z")
_GUARD = re.compile(f"{GUARD}(\\w*){GUARD}")
_END = "\x0f"
_ROW_OR_TABLE = re.compile("(?=</w:t(?:r|bl)>)")
_TOUCHING = re.compile(f"</w:tbl>({_RANGES})(?=<w:tbl>)")
_LONGEST_TAIL = 600
_BODY = "isi"
"""The mark of the body: that may end in a table, and only wants not to be empty."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """What rendering a part may leave empty.

    `paragraphs`: the empty paragraph to put back, by the number in its mark. `tables`: rows or tables may be left
    empty, or tables may touch.
    """

    paragraphs: tuple[str, ...] = ()
    tables: bool = False

    def __bool__(self) -> bool:
        return bool(self.paragraphs) or self.tables


def guard(root: etree._Element) -> Guarded:
    """Mark, in place, all that could be left without a paragraph, and tell whether tables could be left empty."""
    paragraphs: list[str] = []
    for holder in root.iter(*_HOLDERS):
        last = _to_guard(holder)
        if last is not None:
            number = _BODY if holder.tag == f"{W}body" else str(len(paragraphs))
            last.tail = f"\ue00e{number}\ue00e{last.tail or ''}"
            paragraphs.append(_empty_like(holder))
    tables = any(map(_may_go, root.iter(_TABLE))) or any(map(_may_be_hollow, root.iter(f"{W}sdtContent")))
    for table in root.iter(_TABLE) if tables else ():
        if _tag(_beside(table, preceding=False)) == _TABLE:  # the drafter's own two tables that are one
            table.tail = f"\ue00e\ue00e{table.tail or ''}"
    return Guarded(tuple(paragraphs), tables)


def mark_ends(markup: str) -> str:
    """A stretch of the compiled source with a mark before the end of each row and table."""
    return _ROW_OR_TABLE.sub(_END, markup)


def restore_guards(source: str) -> str:
    """The marks of `guard` as they stand in the compiled source."""
    return _IN_SOURCE.sub(rf"{GUARD}\1{GUARD}", source)


def mend(xml: str, guarded: Guarded) -> str:
    """The rendered part, or a piece of it that begins behind a paragraph, with nothing left empty."""
    if guarded.tables:
        xml = _with_whole_tables(xml)
    return _GUARD.sub(lambda mark: _wanted(mark, guarded.paragraphs), xml) if GUARD in xml else xml


def _with_whole_tables(xml: str) -> str:
    """No row without cells, no table without rows, no two tables in one; looked for at the marked ends alone."""
    pieces = xml.split(_END)
    if any(map(_is_hollow, pieces, pieces[1:])):
        xml = _EMPTY_CONTROL.sub("", _EMPTY_ROW.sub(r"\1", _EMPTY_CONTROL.sub("", "".join(pieces))))
        return _kept_apart(_EMPTY_TABLE.sub(r"\1", xml))
    return "".join(_kept_apart(piece) if piece.startswith("</w:tbl>") else piece for piece in pieces)


def _is_hollow(before: str, end: str) -> bool:
    """Whether a table ends without a row before its end, or a row without a cell."""
    return not before.endswith("</w:tr>" if end.startswith("</w:tbl>") else "</w:tc>")


def _kept_apart(xml: str) -> str:
    return _TOUCHING.sub(r"</w:tbl>\1<w:p/>", xml)


def _wanted(mark: re.Match[str], paragraphs: tuple[str, ...]) -> str:
    """The empty paragraph a mark stands for, where what lies before it does not end in one."""
    before = mark.string[max(0, mark.start() - _LONGEST_TAIL) : mark.start()]
    if mark[1] == _BODY:
        return "<w:p></w:p>" if before.endswith("<w:body>") else ""
    is_whole = not mark[1] or not before or _ENDS_IN_PARAGRAPH.search(before)
    return "" if is_whole else paragraphs[int(mark[1])]


def _to_guard(holder: etree._Element) -> etree._Element | None:
    """The last child of what could end without a paragraph; None where it cannot, or holds no paragraphs at all."""
    blocks = [child for child in holder if child.tag not in RANGE_MARKS and child.tag != f"{W}sectPr"]
    if not blocks or blocks[-1].tag in (f"{W}r", _ROW, _CELL, f"{W}tcPr"):
        return None
    last = blocks[-1]
    if last.tag in _PARAGRAPHS and not _vanishes(last):
        return None
    if last.tag == f"{W}sdt":
        return None
    end = holder[-1] if holder[-1].tag != f"{W}sectPr" else holder[-1].getprevious()
    return end if holder.tag != f"{W}sdtContent" or last.tag in {*_PARAGRAPHS, _TABLE} else None


def _empty_like(holder: etree._Element) -> str:
    """An empty paragraph with the properties of the holder's last one."""
    own = holder.findall(f"{W}p")
    properties = own[-1].find(f"{W}pPr") if own else None
    if properties is None:
        return "<w:p></w:p>"
    properties = deepcopy(properties)
    for name in _WITHOUT_TEXT:
        for node in properties.findall(name):
            properties.remove(node)
    properties.tail = None
    return f"<w:p>{_NAMESPACE.sub('', etree.tostring(properties, encoding='unicode'))}</w:p>"


def _may_go(table: etree._Element) -> bool:
    """Whether all rows of a table or all cells of a row may vanish, or a paragraph that keeps it from another table."""
    rows = list(_constant(list(_inner(table, _ROW)), "tr"))
    hollow = (row for row in rows if next(_constant(list(_inner(row, _CELL)), "tc"), None) is None)
    beside = (_beside(table, preceding=preceding) for preceding in (False, True))
    return not rows or next(hollow, None) is not None or any(map(_vanishes, beside))


def _constant(nodes: list[etree._Element], prefix: str) -> Iterator[etree._Element]:
    """Those of some rows or cells that lie in no block of that prefix and hold none of its tags."""
    depth = 0
    for node in nodes:
        text = "".join(part.text or "" for part in node.iter(f"{W}t"))
        if not _VANISHING[prefix].search(text):
            yield from [node] if depth == 0 else []
            continue
        for block in _BLOCK.finditer(text):
            depth += 1 if block[1] in ("if", "for") else -1


def _may_be_hollow(content: etree._Element) -> bool:
    """Whether a control around rows or cells may lose all of them."""
    around = ((content.findall(tag), prefix) for tag, prefix in ((_ROW, "tr"), (_CELL, "tc")))
    return any(nodes and next(_constant(nodes, prefix), None) is None for nodes, prefix in around)


def _vanishes(node: etree._Element | None) -> bool:
    return node is not None and node.tag == f"{W}p" and _VANISHING["p"].search(own_text(node)) is not None


def _beside(node: etree._Element, *, preceding: bool) -> etree._Element | None:
    return next((other for other in node.itersiblings(preceding=preceding) if other.tag not in RANGE_MARKS), None)


def _tag(node: etree._Element | None) -> str | None:
    return None if node is None else node.tag


def _inner(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children of a tag, also those inside content controls."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _inner(child, tag)
