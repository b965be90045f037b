"""What two texts of a document say differently, sentence by sentence, for a person who looks at both side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

Piece = tuple[str, bool]
"""Words, and whether the other side has others in their place."""

_MARKS = re.compile(r"\[\w+\] |[«»]")
_END = re.compile(r"(?<=[.;:?]) +(?=[A-Z0-9(“])")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence on both sides, or a row of a table (`baris_tabel`); without pieces where one side has none."""

    sebelum: tuple[Piece, ...]
    sesudah: tuple[Piece, ...]
    baris_tabel: bool = False


def pairs(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """The sentences that differ between the lines of two outlines, in their order."""
    old, new = list(_sentences(before)), list(_sentences(after))
    found = (pair for one in _changes(old, new) for pair in zip_longest(old[one[0]], new[one[1]], fillvalue=""))
    return [_pair(*both) for both in found]


def _sentences(lines: Sequence[str]) -> Iterator[str]:
    """Each line without the marks of styles; a paragraph sentence by sentence, a row of a table whole."""
    for line in lines:
        text = _MARKS.sub("", line).replace("\t", " ").strip()
        yield from [text] if text.startswith("|") else filter(None, _END.split(text))


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[slice, slice]]:
    for kind, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield slice(places[0], places[1]), slice(places[2], places[3])


def _pair(before: str, after: str) -> Pair:
    in_table = (before or after).startswith("|")
    old, new = (_words(one.strip("| ")) for one in (before, after))
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for side, words in ((left, old[a:b]), (right, new[c:d])):
            if words:
                side.append(("".join(words), kind != "equal"))
    return Pair(tuple(left), tuple(right), in_table)


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|[^\s]+", text)
