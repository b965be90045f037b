"""Tags broken over two paragraphs, read whole and reported once; comments over several, which docxtpl leaves out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from p3dn_reports.documents.word.places import Paragraph

_BEGUN = re.compile(r"(?:{{|{%)(?:(?!}}|%}).)*$")
_COMMENT = re.compile(r"{#(?:(?!#}).)*$")
_ENDED = re.compile(r"(?:(?!{{|{%).)*?(?:}}|%})")


def whole_texts(lines: Sequence[Paragraph]) -> tuple[list[str], dict[int, int]]:
    """The text of every paragraph with broken tags put together in the first of their two; which goes on in which."""
    texts = [line.text for line in lines]
    _leave_out_comments(texts)
    spread = {}
    for at in range(len(texts)):
        later = range(at + 1, len(texts)) if _BEGUN.search(texts[at]) else range(0)
        after = next((place for place in later if texts[place].strip()), None)
        if after is not None and (ended := _ENDED.match(texts[after])):
            texts[at], texts[after] = f"{texts[at]} {ended[0]}", texts[after][ended.end() :]
            spread[at] = after
    return texts, spread


def _leave_out_comments(texts: list[str]) -> None:
    """Empty what lies in a comment that ends in a later paragraph than it begins, in place."""
    ends = [at for at, text in enumerate(texts) if "#}" in text]
    for at in range(len(texts) if ends else 0):
        begun = _COMMENT.search(texts[at])
        following = bisect_right(ends, at) if begun else len(ends)
        if begun and following < len(ends):
            end = ends[following]
            texts[at] = texts[at][: begun.start()]
            texts[at + 1 : end] = [""] * (end - at - 1)
            texts[end] = texts[end].partition("#}")[2]
            if "#}" not in texts[end]:
                del ends[following]
