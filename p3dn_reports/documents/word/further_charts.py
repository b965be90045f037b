"""A chart that does not fit on a page goes on in further ones: parts made after the first one's, a drawing for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from p3dn_reports.documents.word.package import Parts, add_content_type, add_relationship

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_ID = re.compile(r'(<wp:docPr\b[^>]*?\bid=")(\d+)')
_PARAGRAPH, _RUN = re.compile(r"<w:p[ >]"), re.compile(r"<w:r[ >]")
_FORM = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)


class Place(NamedTuple):
    """Where a chart stands: the part of its document, its relationship there, its own part."""

    document: str
    rel_id: str
    part: str


def further(parts: Parts, first: Place) -> Place:
    """One more chart like the first, with a workbook of its own that is still to be written."""
    number = next(number for number in count(1) if chart_part(number) not in parts)
    made = Place(first.document, f"rIdGrafik{number}", chart_part(number))
    parts[made.part] = parts[first.part]
    join(parts, made, number)
    return made


def chart_part(number: int) -> str:
    """The name of a chart's part."""
    return f"word/charts/chart{number}.xml"


def join(parts: Parts, place: Place, number: int) -> None:
    """Make a new chart known to its document, and its workbook known to it."""
    add_relationship(parts, place.document, place.rel_id, f"{OFFICE}/chart", place.part.removeprefix("word/"))
    add_relationship(parts, place.part, "rId1", f"{OFFICE}/package", f"../embeddings/grafik{number}.xlsx")
    add_content_type(parts, place.part, CHART_TYPE)


def going_on(text: str, span: tuple[int, int], drawn: Sequence[str], places: Sequence[Place]) -> str:
    """The document's text with the drawing at `span` drawn anew, and a paragraph behind its own for each further place.

    Of the first one's paragraph these have the form and the run, which may declare what the drawing's names mean.
    """
    start, end = span
    opening, run = (_last(tag, text, start) for tag in (_PARAGRAPH, _RUN))
    run_end, closing = (text.index(tag, end) + len(tag) for tag in ("</w:r>", "</w:p>"))
    form = _FORM.match(text, text.index(">", opening) + 1)
    others = "".join(
        f"<w:p>{form[0] if form else ''}{text[run:start]}{_of(one, places[0], place, number)}{text[end:run_end]}</w:p>"
        for number, (one, place) in enumerate(zip(drawn[1:], places[1:], strict=True), next_id(text))
    )
    return f"{text[:start]}{drawn[0]}{text[end:closing]}{others}{text[closing:]}"


def next_id(text: str) -> int:
    """An id that no drawing of a document has, nor any after it."""
    return 1 + max((int(found[2]) for found in _ID.finditer(text)), default=900)


def _last(tag: re.Pattern[str], text: str, end: int) -> int:
    """Where the last of a tag begins before `end`; a paragraph before a drawing is not far."""
    return max(found.start() for found in tag.finditer(text, 0, end))


def _of(drawing: str, first: Place, place: Place, number: int) -> str:
    return _ID.sub(rf"\g<1>{number}", drawing, count=1).replace(f'r:id="{first.rel_id}"', f'r:id="{place.rel_id}"')
