"""The order in which WordprocessingML wants an element's children, and the few values it knows (ISO/IEC 29500-1, 17).

Word refuses or repairs a document that breaks it; LibreOffice takes it as it is. Only what a template can break is
here: the properties that stand first, the section that stands last, and the properties whose order is fixed.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
"""The properties of a drawing: its id, name and alt text."""

# Names in their order, `*` is everything not named; `a|b` are two spellings of one place.
_ORDER = {
    "body": "* sectPr",
    "p": "pPr *",
    "r": "rPr *",
    "tbl": "tblPr tblGrid *",
    "tr": "tblPrEx trPr *",
    "tc": "tcPr *",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
        " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
        " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
        " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left bottom right between bar",
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd"
        " tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "tblBorders": "top left|start bottom right|end insideH insideV",
    "tblCellMar": "top left|start bottom right|end",
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers"
        " cellIns|cellDel|cellMerge tcPrChange"
    ),
    "tcBorders": "top left|start bottom right|end insideH insideV tl2br tr2bl",
    "tcMar": "top left|start bottom right|end",
    "sectPr": (
        "headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType"
        " cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
}
_REPEATED = {f"{W}headerReference", f"{W}footerReference"}
_PLACES = {
    f"{W}{parent}": {
        "*" if name == "*" else f"{W}{name}": place
        for place, names in enumerate(order.split())
        for name in names.split("|")
    }
    for parent, order in _ORDER.items()
}
_RANGES = (
    *("bookmark", "commentRange", "perm", "moveFromRange", "moveToRange"),
    *("customXmlInsRange", "customXmlDelRange"),
)
RANGE_MARKS = frozenset(f"{W}{name}{end}" for name in _RANGES for end in ("Start", "End"))
"""Marks of ranges may stand anywhere between the others."""

_VALUES = {
    (f"{W}jc", "val"): "start center end both distribute left right mediumKashida numTab highKashida lowKashida"
    " thaiDistribute",
    (f"{W}br", "type"): "page column textWrapping",
    (f"{W}vAlign", "val"): "top center both bottom",
    (f"{W}vMerge", "val"): "continue restart",
    (f"{W}tblLayout", "type"): "fixed autofit",
    (f"{W}fldChar", "fldCharType"): "begin separate end",
    (f"{W}headerReference", "type"): "even default first",
    (f"{W}footerReference", "type"): "even default first",
}
_NUMBERS = ((f"{W}gridSpan", "val"), (f"{W}gridCol", "w"), (f"{W}ilvl", "val"), (f"{W}numId", "val"))


def misplaced(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Every element that stands where the standard does not want it, with what is wrong in a few words."""
    sound = set[tuple[object, ...]]()
    for parent in root.iter(*_PLACES):
        family = (parent.tag, *[child.tag for child in parent])
        if family in sound:
            continue
        wrong = list(_misplaced(parent))
        yield from wrong
        sound |= {family} if not wrong else set()


def _misplaced(parent: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    places = _PLACES[parent.tag]
    before, seen = 0, set[str]()
    for child in filter(_of_word, parent):
        place = places.get(child.tag, places.get("*"))
        if place is None or place < before or child.tag in seen:
            yield child, f"letak {_name(child)} di {_name(parent)}"
        else:
            before = place
        if child.tag in places and child.tag not in _REPEATED:
            seen.add(child.tag)


def wrong_values(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Every element whose attribute has a value the standard does not know, with the attribute and the value."""
    for (tag, attribute), words in _VALUES.items():
        for node in root.iter(tag):
            value = node.get(f"{W}{attribute}")
            if value is not None and value not in words.split():
                yield node, f"{_name(node)} {attribute}={value}"
    for tag, attribute in _NUMBERS:
        for node in root.iter(tag):
            value = node.get(f"{W}{attribute}") or ""
            if not value.isascii() or not value.isdecimal():
                yield node, f"{_name(node)} {attribute}={value}"


def _of_word(node: etree._Element) -> bool:
    return isinstance(node.tag, str) and node.tag.startswith(W) and node.tag not in RANGE_MARKS


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname
