"""What is said of a template as a whole, once all of its parts have been read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from p3dn_reports.documents.word.anchor import ANCHOR, misplaced_anchors
from p3dn_reports.documents.word.dialect import PartSource
from p3dn_reports.documents.word.habits import foreign_tags
from p3dn_reports.documents.word.package import Parts, parse_xml
from p3dn_reports.documents.word.shapes import Known
from p3dn_reports.documents.word.unfilled import unfilled_tags
from p3dn_reports.problems import Location, Problem, problem

_MOST_NAMED = 8


def remarks(
    parts: Parts, titles: Mapping[str, str], sources: Sequence[PartSource], *, known: Known | None, is_filled: bool
) -> Iterator[Problem]:
    """What is seen of a template as a whole: its place for the signature, others' tags, no field at all.

    `is_filled`: it has a tag or a placeholder picture, or what was meant for one.
    """
    if sources and ANCHOR in (known or ()):
        yield from misplaced_anchors(sources)
    foreign = dict.fromkeys(tag for name in titles for tag in foreign_tags(parse_xml(parts[name]), known))
    if foreign:
        yield problem("templat-tag-asing", banyak=len(foreign), tag=", ".join(list(foreign)[:_MOST_NAMED]))
    if known is not None and not is_filled:
        yield problem("templat-tanpa-field")


def unfilled(parts: Parts, filled: Collection[str]) -> Iterator[Problem]:
    """The tags that stand where nothing is filled in."""
    for tag, where in unfilled_tags(parts, filled):
        yield problem("templat-tag-tidak-diisi", Location(sel=where), tag=tag, tempat=where)
