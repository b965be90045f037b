"""The words of the law at a place: its own and those of the clauses below it, as printed, in the register's order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from p3dn_reports.rules import Citation, Ketentuan, Rulebook

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A citation with its place in words and the clauses that stand there; none of a whole source."""

    rujukan: Citation
    tempat: str
    ketentuan: tuple[Ketentuan, ...]

    @property
    def baris(self) -> tuple[str, ...]:
        """The words line by line as printed, each word wrongly scanned or printed with the one that is read."""
        return tuple(line for clause in self.ketentuan for line in printed(clause))

    def as_json(self) -> dict[str, object]:
        """Plain data: `bunyi` is the place in words, `teks` the words at it."""
        return {"rujukan": str(self.rujukan), "bunyi": self.tempat, "teks": list(self.baris)}


def printed(clause: Ketentuan) -> tuple[str, ...]:
    """The words of one clause line by line: `1. reuiu [dibaca: reviu]/audit oleh APIP/SPI ...`."""
    read = {one.tercetak: one.dibaca for one in clause.koreksi}
    text = clause.teks or ""
    if read:
        text = re.sub("|".join(map(re.escape, read)), lambda word: f"{word[0]} [dibaca: {read[word[0]]}]", text)
    return tuple(text.split("\n")) if text else ()


def by_place(items: Iterable[tuple[Item, Citation]]) -> Mapping[Citation, list[Item]]:
    """Under every place, what cites it or a place below it."""
    found: dict[Citation, list[Item]] = defaultdict(list)
    for item, cited in items:
        for tempat in cited.lineage:
            found[Citation(cited.sumber, tempat)].append(item)
    return dict(found)


def words_of_law(rulebook: Rulebook) -> Mapping[Citation, list[Ketentuan]]:
    """Under every place, the clauses with words that stand at it or below it."""
    return by_place((one, place) for one in rulebook.ketentuan.values() if one.teks for place in one.dasar)
