"""What a condition or loop does to pages and lists: section breaks that come and go, numbers that run on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from p3dn_reports.documents.word.places import Paragraph
from p3dn_reports.documents.word.tags import CLOSING, MIDDLE, OPENING, Tag, tags

Layout = tuple[int, str]
"""A paragraph, counted from 0, and the code of what is to be said of it."""


@dataclass(slots=True)
class _Reading:
    """Where reading has come to: the blocks open around it, each with its keyword, and where the section began."""

    lines: Sequence[Paragraph]
    blocks: list[tuple[int, str]] = field(default_factory=list)
    section: int = 0

    def follow(self, found: Sequence[Tag], at: int) -> None:
        """Take note of the blocks a paragraph opens and closes."""
        for tag in found:
            if tag.keyword in OPENING:
                self.blocks.append((at, tag.keyword))
            elif tag.keyword in CLOSING and self.blocks:
                self.blocks.pop()

    def is_at_risk(self) -> bool:
        """Whether the section ending here has text before the block it ends in: pages that would lose their layout."""
        begun = next((at for at, _ in self.blocks if at >= self.section), None)
        return begun is not None and any(_prints(line) for line in self.lines[self.section : begun])


def layout(lines: Sequence[Paragraph]) -> Iterator[Layout]:
    """Section breaks a template may lose, and the first paragraph of every list that runs on through an outer loop."""
    reading, lists = _Reading(lines), set[str]()
    for at, line in enumerate(lines):
        found = [tag for tag in tags(line.text) if tag.keyword] if "{" in line.text else []
        kinds = {tag.keyword for tag in found if tag.prefix == "p"}
        closes = kinds <= set(CLOSING)
        if closes:
            reading.follow(found, at)
        if line.ends_section:
            if kinds & MIDDLE:
                yield at, "templat-pemisah-di-else"
            elif reading.is_at_risk():
                yield at, "templat-pemisah-bersyarat"
            reading.section = at + 1
        if not closes:
            reading.follow(found, at)
        if line.list_id and line.list_id not in lists and sum(kind == "for" for _, kind in reading.blocks) > 1:
            lists.add(line.list_id)
            yield at, "templat-nomor-berlanjut"


def _prints(line: Paragraph) -> bool:
    return bool(line.text.strip()) and not any(tag.prefix == "p" for tag in tags(line.text))
