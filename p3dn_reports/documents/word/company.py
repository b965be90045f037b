"""What stands beside a tag that takes its whole paragraph, row or cell away with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from p3dn_reports.documents.word.places import Paragraph
from p3dn_reports.documents.word.tags import Tag, tags

_LEVELS = {"p": "paragraf", "tr": "baris tabel", "tc": "sel"}
_KINDS = (("p", ""), ("tr", "row"), ("tc", "cell"))
_PICTURE = "gambar, pemisah, atau rujukan"


def company(lines: Sequence[Paragraph], at: int, here: Sequence[Tag]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What is wrong beside the prefixed tags `here` of one paragraph: the problem's code and what it tells."""
    for prefix, kind in _KINDS:
        if not any(tag.prefix == prefix for tag in here):
            continue
        whole = _of(lines, at, kind)
        mates = [tag for other in whole for tag in tags(other.text) if tag.prefix == prefix]
        rest = "".join(other.text for other in whole)
        for tag in mates:
            rest = rest.replace(tag.written, "", 1)
        lost = " ".join(rest.split())[:60] or (_PICTURE if kind and any(other.has_picture for other in whole) else "")
        if len(mates) > 1:
            yield "templat-tag-berdempetan", {"awalan": prefix, "tingkat_tag": _LEVELS[prefix]}
        elif lost:
            yield "templat-teks-hilang", {"tag": mates[0].written, "teks": lost}


def _of(lines: Sequence[Paragraph], at: int, kind: str) -> Sequence[Paragraph]:
    """The paragraphs of the same row or cell, which follow each other; the paragraph alone without one."""
    node = getattr(lines[at], kind) if kind else None
    if node is None:
        return [lines[at]]
    first = last = at
    while first > 0 and getattr(lines[first - 1], kind) is node:
        first -= 1
    while last + 1 < len(lines) and getattr(lines[last + 1], kind) is node:
        last += 1
    return lines[first : last + 1]
