"""How a template is laid out beyond what its drafter drew: the office's paper and typeface, and what stays together."""

from __future__ import annotations

from dataclasses import dataclass, field

from p3dn_reports.documents.word.keeping import keep_together
from p3dn_reports.documents.word.package import DOCUMENT, Parts, parse_xml, serialize
from p3dn_reports.documents.word.pages import Pages, set_pages
from p3dn_reports.documents.word.typeface import Typeface, set_typeface


@dataclass(frozen=True, slots=True)
class Form:
    """What the office says of a document's looks; where it says nothing the template's own stands."""

    pages: Pages = field(default_factory=Pages)
    typeface: Typeface = field(default_factory=Typeface)


def laid_out(parts: Parts, form: Form) -> Parts:
    """The parts of a template in that form; its paragraphs stay in their places."""
    parts = set_typeface(parts, form.typeface)
    root = parse_xml(parts[DOCUMENT])
    resized = set_pages(root, parts, form.pages)
    keep_together(root)
    return {**parts, **resized, DOCUMENT: serialize(root)}
