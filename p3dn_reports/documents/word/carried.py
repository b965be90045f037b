"""What the paragraph, row, cell or run of a prefixed tag carries beside its text, kept when docxtpl takes it away.

A section break, a bookmark, a floating picture, a field or a footnote goes before the block it opens and behind the one
it closes: outside, so that it is there whatever the condition. A page break stays on its side of the tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from p3dn_reports.documents.word.grammar import RANGE_MARKS, W
from p3dn_reports.documents.word.places import own_text, owner

KEPT = "kept"
"""The name a carrying paragraph has until docxtpl has passed: it is none of the template's own and has no place."""

_TAG = re.compile(r"{[{%#]-?(p|tr|tc)\s+(\w*).*?[}%#]}", re.DOTALL)
_RUN_TAG = re.compile(r"{%-?r\s")
_CLOSING = {"endif", "endfor"}
_LEVELS = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc"}
_BREAK = f"{W}br"
_CARRIED = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
    *(f"{W}{name}" for name in ("drawing", "pict", "object", "footnoteReference", "endnoteReference")),
    *(f"{W}{name}" for name in ("fldChar", "instrText", "ptab")),
)
_COMMENTS = {f"{W}commentRangeStart", f"{W}commentRangeEnd"}
_LEFT_OUT = ("sectPr", "numPr", "pageBreakBefore", "framePr")


def keep_carried(root: etree._Element) -> None:
    """Move what prefixed tags would take away out of their way, in place."""
    for run in list(root.iter(f"{W}r")):
        _keep_of_run(run)
    for paragraph in list(root.iter(f"{W}p")):
        tag = _TAG.search(own_text(paragraph))
        if tag is None:
            continue
        level = _level(paragraph, tag[1])
        if level is None:
            continue
        behind = tag[2] in _CLOSING
        if tag[1] == "p":
            _keep_of_paragraph(paragraph, tag, behind=behind)
        _move(_marks(level, paragraph), level, behind=behind)


def names_kept(source: str) -> str:
    """The source with carrying paragraphs called by their right name."""
    return source.replace(f"<w:{KEPT}>", "<w:p>").replace(f"</w:{KEPT}>", "</w:p>")


def _level(paragraph: etree._Element, prefix: str) -> etree._Element | None:
    return paragraph if prefix == "p" else next(paragraph.iterancestors(_LEVELS[prefix]), None)


def _keep_of_paragraph(paragraph: etree._Element, tag: re.Match[str], *, behind: bool) -> None:
    first = _first_text(paragraph, tag)
    before, after, outside = list[etree._Element](), list[etree._Element](), list[etree._Element]()
    side, depth = before, 0
    for run in _own(paragraph, (f"{W}r",)):
        for child in list(run):
            side = after if child is first else side
            depth += _opened(child)
            if child.tag == _BREAK and child.get(f"{W}type") in ("page", "column"):
                side.append(_run_of(run, [child]))
            elif _is_carried(child, within_field=depth > 0):
                outside.append(_run_of(run, [child]))
    properties = paragraph.find(f"{W}pPr")
    if properties is not None and properties.find(f"{W}pageBreakBefore") is not None:
        before.insert(0, _page_break())
    section = properties.find(f"{W}sectPr") if properties is not None else None
    _put(paragraph, [*before, *([] if behind else outside)], None if behind else section, behind=False)
    _put(paragraph, [*(outside if behind else []), *after], section if behind else None, behind=True)


def _marks(level: etree._Element, paragraph: etree._Element) -> list[etree._Element]:
    """The marks of ranges that would vanish; those of a comment go where it goes."""
    marks = _own(paragraph, RANGE_MARKS) if level is paragraph else list(level.iter(*RANGE_MARKS))
    commented = next(level.iter(f"{W}commentReference"), None) is not None
    return [node for node in marks if not commented or node.tag not in _COMMENTS]


def _put(
    paragraph: etree._Element, runs: list[etree._Element], section: etree._Element | None, *, behind: bool
) -> None:
    """Set a carrying paragraph beside that of the tag."""
    if not runs and section is None:
        return
    kept = etree.Element(f"{W}{KEPT}")
    properties = deepcopy(paragraph.find(f"{W}pPr"))
    if properties is None:
        properties = etree.Element(f"{W}pPr")
    for name in _LEFT_OUT:
        for node in properties.findall(f"{W}{name}"):
            properties.remove(node)
    if section is not None:
        change = properties.find(f"{W}pPrChange")
        properties.insert(len(properties) - (change is not None), section)
    kept.extend([*([properties] if len(properties) else []), *runs])
    _move([kept], paragraph, behind=behind)


def _first_text(paragraph: etree._Element, tag: re.Match[str]) -> etree._Element:
    """The text in which the tag begins."""
    at = 0
    for node in _own(paragraph, (f"{W}t",)):
        at += len(node.text or "")
        if at > tag.start():
            return node
    raise AssertionError(tag[0])


def _opened(child: etree._Element) -> int:
    """1 for the beginning of a field, -1 for its end."""
    return {"begin": 1, "end": -1}.get(child.get(f"{W}fldCharType", ""), 0)


def _is_carried(child: etree._Element, *, within_field: bool) -> bool:
    in_field = within_field and child.tag == f"{W}t" and "{" not in (child.text or "")
    return in_field or child.tag in _CARRIED


def _run_of(run: etree._Element, children: list[etree._Element]) -> etree._Element:
    """These children of a run, taken out of it into one of their own."""
    own = etree.Element(f"{W}r")
    properties = run.find(f"{W}rPr")
    own.extend([*([deepcopy(properties)] if properties is not None else []), *children])
    return own


def _page_break() -> etree._Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, _BREAK, {f"{W}type": "page"})
    return run


def _keep_of_run(run: etree._Element) -> None:
    """Breaks, pictures and references in the very run of a `{%r`: in a run before or behind it."""
    texts = [node for node in run.iterfind(f"{W}t") if "{" in (node.text or "")]
    if not texts or not _RUN_TAG.search("".join(node.text or "" for node in texts)):
        return
    at = list(run).index(texts[0])
    sides = ((list(run)[:at], False), (list(run)[at:], True))
    for children, behind in sides:
        if carried := [child for child in children if child.tag in (_BREAK, f"{W}tab", *_CARRIED)]:
            _move([_run_of(run, carried)], run, behind=behind)


def _move(nodes: Iterable[etree._Element], level: etree._Element, *, behind: bool) -> None:
    """Set nodes before or behind another in their order."""
    at = level
    for node in list(nodes):
        if behind:
            at.addnext(node)
            at = node
        else:
            level.addprevious(node)


def _own(paragraph: etree._Element, kinds: Iterable[str]) -> list[etree._Element]:
    return [node for node in paragraph.iter(*kinds) if owner(node) is paragraph]
