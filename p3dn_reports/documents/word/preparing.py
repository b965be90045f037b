"""A part before and after docxtpl's `patch_xml`: what it would stumble over, and what it leaves out of order.

Before, on the tree: blanks that cannot be seen leave the tags, percent signs and braces within a tag are hidden, tags
in deleted text are forgotten, a control with a tag is freed from bound data, and a cell that a tag colours or widens
gets properties to write into. After, on the text: what was hidden comes back, and the properties of such a cell stand
in the order of the standard (ISO/IEC 29500-1, 17.4.69), which docxtpl does not keep.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable
from itertools import accumulate

from lxml import etree

from p3dn_reports.documents.word.grammar import RANGE_MARKS
from p3dn_reports.documents.word.places import W, owner
from p3dn_reports.documents.word.tags import UNSEEN

_TAG = re.compile(r"{{.*?}}|{%.*?%}")
_INNER = str.maketrans({"%": "\ue006", "{": "\ue007", "}": "\ue008"})
_HIDDEN = str.maketrans({"\ue006": "%", "\ue007": "{", "\ue008": "}"})
_NEEDS_PROPERTIES = re.compile(r"{%\s*(?:cellbg|colspan|vm|hm)\b")
_JINJA = r"{{.*?}}|{%.*?%}"
_PROPERTIES = re.compile(rf"(<w:tcPr(?: [^>]*)?>)((?:(?!</w:tcPr>).)*?(?:{_JINJA}).*?)(?=</w:tcPr>)")
_ELEMENT = re.compile(rf"<w:(\w+)\b(?:{_JINJA}|[^>{{])*?(?:/>|>.*?</w:\1>)")
_ORDER = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection"),
    *("tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel", "cellMerge", "tcPrChange"),
)

_WITHOUT_TAG = re.compile(
    r"<w:p(?: [^>{]*)?>(?:(?!</?w:p[ >])[^{}])*</w:p>|<w:(pPr|rPr|sectPr|tblPr|tblGrid|trPr)\b[^>{]*>[^{}]*?</w:\1>"
    r"|<w:tcW\b[^>{]*/>|<w:drawing>[^{}]*?</w:drawing>"
)
_MARK = re.compile("<\x10(\\d+)>")


def prepare(root: etree._Element) -> None:
    """Make a part fit for `patch_xml`, in place; what is printed does not change."""
    _forget_last_place(root)
    for node in root.iter(f"{W}delText"):
        if "{" in (node.text or "") or "}" in (node.text or ""):
            node.text = ""
    for paragraph in root.iter(f"{W}p"):
        _clean_tags([node for node in paragraph.iter(f"{W}t") if owner(node) is paragraph])
    for cell in root.iter(f"{W}tc"):
        if _NEEDS_PROPERTIES.search("".join(node.text or "" for node in cell.iter(f"{W}t"))):
            _give_properties(cell)
    for control in root.iter(f"{W}sdt"):
        _unbind(control)


def restore(patched: str) -> str:
    """The patched source with what `prepare` hid, and cell properties in order."""
    return _PROPERTIES.sub(lambda found: found[1] + _ordered(found[2]), patched.translate(_HIDDEN))


def patched(raw: str, patch: Callable[[str], str]) -> str:
    """What `patch_xml` makes of a part; what holds no tag stands behind a short mark meanwhile, for it reads slowly."""
    if "{%-" in raw or "-%}" in raw:
        return patch(raw)  # a minus reaches over the paragraphs beside
    kept: list[str] = []

    def hide(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"<\x10{len(kept) - 1}>"

    return _MARK.sub(lambda mark: kept[int(mark[1])], patch(_WITHOUT_TAG.sub(hide, raw)))


def _forget_last_place(root: etree._Element) -> None:
    """Take out `_GoBack`, where Word last wrote: of no use in a letter, and doubled where it lies in a loop."""
    starts = [node for node in root.iter(f"{W}bookmarkStart") if node.get(f"{W}name") == "_GoBack"]
    numbers = {node.get(f"{W}id") for node in starts}
    ends = [node for node in root.iter(f"{W}bookmarkEnd") if node.get(f"{W}id") in numbers]
    for node in [*starts, *ends]:
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)


def _clean_tags(texts: list[etree._Element]) -> None:
    """Letter for letter, for a tag may be split over any number of runs."""
    letters = list("".join(node.text or "" for node in texts))
    for tag in _TAG.finditer("".join(letters)):
        inner = slice(tag.start() + 2, tag.end() - 2)
        letters[inner] = [letter.translate(UNSEEN).translate(_INNER) for letter in letters[inner]]
        _gather(texts, letters, tag)
    at = 0
    for node in texts:
        length = len(node.text or "")
        node.text, at = "".join(letters[at : at + length]), at + length


def _gather(texts: list[etree._Element], letters: list[str], tag: re.Match[str]) -> None:
    """Bring a tag that begins and ends in different links, revisions or controls together where it begins.

    docxtpl takes away all that lies between: half of a link would stay. Marks of ranges there move out of its way.
    """
    ends = list(accumulate(len(node.text or "") for node in texts))
    first, last = bisect(ends, tag.start()), bisect(ends, tag.end() - 1)
    runs = [run for node in texts[first : last + 1] if (run := node.getparent()) is not None]
    for mark in _marks_between(runs):
        runs[0].addprevious(mark)
    if runs[0].getparent() is not runs[-1].getparent():
        whole = "".join(letters[tag.start() : tag.end()])
        letters[tag.start() : tag.end()] = [whole, *[""] * (tag.end() - tag.start() - 1)]


def _marks_between(runs: list[etree._Element]) -> list[etree._Element]:
    """The marks among the siblings from the first run to the last."""
    found: list[etree._Element] = []
    for node in runs[0].itersiblings() if len(runs) > 1 else ():
        if node is runs[-1]:
            return found
        found += [node] if node.tag in RANGE_MARKS else []
    return []


def _unbind(control: etree._Element) -> None:
    """Free a control that holds a tag from the data it is bound to: Word would show those and not what is filled in."""
    properties = control.find(f"{W}sdtPr")
    if properties is not None and _TAG.search("".join(node.text or "" for node in control.iter(f"{W}t"))):
        for node in properties.findall("{*}dataBinding") + properties.findall(f"{W}showingPlcHdr"):
            properties.remove(node)


def _give_properties(cell: etree._Element) -> None:
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        cell.insert(0, properties)
    if len(properties) == 0:
        properties.text = ""  # keeps its end tag when written


def _ordered(properties: str) -> str:
    found = list(_ELEMENT.finditer(properties))
    known = all(element[1] in _ORDER for element in found)
    if not known or "".join(element[0] for element in found) != properties:
        return properties
    return "".join(element[0] for element in sorted(found, key=lambda element: _ORDER.index(element[1])))
