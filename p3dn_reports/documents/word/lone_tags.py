"""Block tags that stand alone without a prefix: they are read as `{%p` or `{%tr`, as their drafter meant them.

docxtpl would leave an empty paragraph or row in their place. A block is changed only where all its tags stand alone in
paragraphs of one cell or body, or in rows of one table, so that no half of it is taken for something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from p3dn_reports.documents.word.places import Paragraph, W
from p3dn_reports.documents.word.tags import CLOSING, MIDDLE, OPENING, Tag, tags


@dataclass(frozen=True, slots=True)
class Lone:
    """A tag that fills its paragraph: the paragraph's number from 0, and the prefix it is read with."""

    at: int
    tag: Tag
    prefix: str

    @property
    def written(self) -> str:
        """The tag as it is read."""
        return f"{{%{self.prefix} {self.tag.inner} %}}"


@dataclass(slots=True)
class _Block:
    """The tags of one block, with the paragraph each stands in; None where one of them does not stand alone."""

    tags: list[tuple[int, Tag]] | None = field(default_factory=list)

    def add(self, at: int, tag: Tag, *, alone: bool) -> None:
        """Note one more tag of the block."""
        self.tags = [*self.tags, (at, tag)] if alone and self.tags is not None else None


_Numbered = list[tuple[int, Paragraph]]


@dataclass(frozen=True, slots=True)
class _Within:
    """The paragraphs of every row and every cell, each with its number, by the identity of row and cell."""

    rows: Mapping[int, _Numbered]
    cells: Mapping[int, _Numbered]

    @classmethod
    def of(cls, lines: Sequence[Paragraph]) -> _Within:
        rows, cells = defaultdict[int, _Numbered](list), defaultdict[int, _Numbered](list)
        for at, line in enumerate(lines):
            rows[id(line.row)].append((at, line))
            cells[id(line.cell)].append((at, line))
        return cls(rows, cells)


def lone_tags(lines: Sequence[Paragraph]) -> list[Lone]:
    """All tags of a part that stand alone without a prefix, and what they are read as."""
    within = _Within.of(lines)
    found = (lone for block in _blocks(lines) for lone in _read_as(block, lines, within))
    return sorted(found, key=lambda lone: lone.at)


def give_prefixes(root: etree._Element, lines: Sequence[Paragraph]) -> None:
    """Write the prefixes into a part of these paragraphs, in place."""
    nodes = list(root.iter(f"{W}p"))
    for lone in lone_tags(lines):
        texts = list(nodes[lone.at].iter(f"{W}t"))
        for text in texts:
            text.text = ""
        texts[0].text = lone.written


def _blocks(lines: Sequence[Paragraph]) -> Iterator[list[tuple[int, Tag]]]:
    """The blocks of which every tag fills its paragraph and has no prefix."""
    stack: list[_Block] = []
    for at, line in enumerate(lines):
        found = list(tags(line.text))
        for tag in found:
            alone = not tag.prefix and len(found) == 1 and line.is_plain and line.text.strip() == tag.written
            alone = alone and "-" not in _edges(tag)
            if tag.keyword in OPENING:
                stack.append(_Block())
            if stack and tag.keyword in {*OPENING, *MIDDLE, *CLOSING}:
                stack[-1].add(at, tag, alone=alone)
            if stack and tag.keyword in CLOSING:
                block = stack.pop()
                if block.tags:
                    yield block.tags


def _edges(tag: Tag) -> str:
    """The letters beside the percent signs: a minus there is the drafter's own word on blanks."""
    return tag.written[2:3] + tag.written[-3:-2]


def _read_as(block: list[tuple[int, Tag]], lines: Sequence[Paragraph], within: _Within) -> Iterator[Lone]:
    where = [lines[at] for at, _ in block]
    if len({at for at, _ in block}) != len(block):
        return
    rows = [line.row for line in where]
    table = where[0].table
    if table is not None and all(line.table is table for line in where) and len(set(map(id, rows))) == len(rows):
        if all(_fills_row(line, within) for line in where):
            yield from (Lone(at, tag, "tr") for at, tag in block)
    elif len({id(line.cell) for line in where}) == 1 and _is_needed(block, lines, within):
        yield from (Lone(at, tag, "p") for at, tag in block)


def _fills_row(line: Paragraph, within: _Within) -> bool:
    """Whether a row holds this paragraph's text and no other."""
    return not any(other.text.strip() for _, other in within.rows[id(line.row)] if other is not line)


def _is_needed(block: list[tuple[int, Tag]], lines: Sequence[Paragraph], within: _Within) -> bool:
    """A cell must keep a paragraph after its last table and at its end: one that could end up without is left alone."""
    cell = lines[block[0][0]].cell
    if cell is None:
        return True
    first, last = block[0][0], block[-1][0]
    outside = (line for at, line in within.cells[id(cell)] if not first <= at <= last)
    return any(line.text.strip() and not list(tags(line.text)) for line in outside)
