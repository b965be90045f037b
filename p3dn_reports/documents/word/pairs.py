"""What comes in pairs in a document: bookmarks and fields open and close, notes and comments have their text.

A loop or a condition round one half of a pair breaks it; Word then reports unreadable content or drops the field.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from jinja2 import nodes
from lxml import etree

from p3dn_reports.documents.word.grammar import DOC_PR, W
from p3dn_reports.documents.word.package import DOCUMENT, parse_xml
from p3dn_reports.documents.word.walking import every
from p3dn_reports.problems import Problem, problem

_BOOKMARK = re.compile(r'<w:bookmark(Start|End)\b[^>]*?\bw:id="([^"]*)"[^>]*?/>')
_DRAWING, _MARKED = "<wp:docPr", "<w:bookmark"
_FIRST = 1001
"""The first id that docxtpl gives, too."""
_MOST_DRAWINGS = 1_000_000
"""What one part is taken to hold at most: the ids of the next begin beyond."""
_ITS_ID = re.compile(r'\A(\s[^>]*?\bid=")\d+')
_NOTES = (("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml"), ("comment", "word/comments.xml"))


def half_pairs(name: str, root: etree._Element) -> Iterator[Problem]:
    """Bookmarks and fields of one part that are opened and not closed, closed and not opened, or opened twice."""
    yield from _bookmarks(name, root)
    kinds = [node.get(f"{W}fldCharType") for node in root.iter(f"{W}fldChar")]
    depth = 0
    for kind in kinds:
        depth += {"begin": 1, "end": -1}.get(str(kind), 0)
        if depth < 0:
            break
    if depth:
        yield problem("naskah-rujukan-putus", nilai="awal atau akhir field", bagian=name)


def _bookmarks(name: str, root: etree._Element) -> Iterator[Problem]:
    started = Counter(node.get(f"{W}id", "") for node in root.iter(f"{W}bookmarkStart"))
    ended = Counter(node.get(f"{W}id", "") for node in root.iter(f"{W}bookmarkEnd"))
    names = Counter(node.get(f"{W}name", "") for node in root.iter(f"{W}bookmarkStart"))
    for text, count in [*started.items(), *names.items()]:
        if count > 1:
            yield problem("naskah-id-ganda", nilai=text)
    for text in sorted(set(started) ^ set(ended)):
        yield problem("naskah-rujukan-putus", nilai=f"bookmark {text}", bagian=name)


def lost_notes(parts: Mapping[str, bytes], name: str, root: etree._Element) -> Iterator[Problem]:
    """References to footnotes, endnotes and comments whose text is not in the package."""
    for kind, target in _NOTES:
        wanted = {node.get(f"{W}id", "") for node in root.iter(f"{W}{kind}Reference")}
        if not wanted:
            continue
        notes = parse_xml(parts[target]).iter(f"{W}{kind}") if target in parts else ()
        for number in sorted(wanted - {node.get(f"{W}id", "") for node in notes}):
            yield problem("naskah-rujukan-putus", nilai=f"{kind} {number}", bagian=name)


def first_drawing(parts: Iterable[str], part: str) -> int:
    """The id of the first drawing of one of the parts."""
    return _FIRST + _MOST_DRAWINGS * (0 if part == DOCUMENT else 1 + list(parts).index(part))


def number_drawings(root: etree._Element, first: int) -> None:
    """Give every drawing of a part an id of its own, from `first` on, in place."""
    for number, properties in enumerate(root.iter(DOC_PR), first):
        properties.set("id", str(number))


def is_multiplied(tree: nodes.Template) -> bool:
    """Whether a document may hold a drawing or a bookmark of the template twice, or half of a bookmark."""
    return any(_holds(loop, _DRAWING, _MARKED) for loop in every(tree, nodes.For)) or any(
        _holds(choice, _MARKED) for choice in every(tree, nodes.If)
    )


def _holds(block: nodes.Node, *marks: str) -> bool:
    return any(mark in data.data for data in every(block, nodes.TemplateData) for mark in marks)


def tell_apart(xml: str, first: int = _FIRST) -> str:
    """What a loop repeats: every drawing with an id of its own, from `first` on; each bookmark once."""
    before, *drawings = first_bookmarks(xml).split(_DRAWING)
    told = (_ITS_ID.sub(rf"\g<1>{number}", one, count=1) for number, one in enumerate(drawings, first))
    return _DRAWING.join([before, *told])


def first_bookmarks(xml: str) -> str:
    """The part with each bookmark once, at its first place, and whole: a loop repeats it, a condition takes a half.

    One without its end ends where it begins; an end without a beginning goes.
    """
    if _MARKED not in xml:
        return xml
    marks = [(found[1], found[2]) for found in _BOOKMARK.finditer(xml)]
    starts = {number: at for at, (kind, number) in reversed(list(enumerate(marks))) if kind == "Start"}
    ends = {
        number: at
        for at, (kind, number) in reversed(list(enumerate(marks)))
        if kind == "End" and _after(at, number, starts)
    }
    numbers = iter(range(len(marks)))

    def first(found: re.Match[str]) -> str:
        at, number = next(numbers), found[2]
        if at not in (starts.get(number), ends.get(number)):
            return ""
        return found[0] if number in ends else f'{found[0]}<w:bookmarkEnd w:id="{number}"/>'

    return _BOOKMARK.sub(first, xml)


def _after(at: int, number: str, starts: Mapping[str, int]) -> bool:
    return at > starts.get(number, at)
