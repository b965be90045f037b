"""The fields a drafter may write, as a page shows them: those with the words asked for, else the first level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from p3dn_reports.documents.catalogue import Entry
from p3dn_reports.documents.field_list import shown

MOST = 80
"""Fields on one page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The fields of a page, and how many more there are."""

    field: Sequence[Entry]
    lagi: int


def chosen(entries: Sequence[Entry], words: str, inside: str) -> Shown:
    """Those with all the words in name, remark or origin; without words those directly in `inside`, all where empty."""
    wanted = words.casefold().split()
    if wanted:
        found = [one for one in entries if _has(one, wanted)]
    else:
        start = f"{inside}." if inside else ""
        found = [one for one in shown(entries) if one.nama.startswith(start) and "." not in one.nama[len(start) :]]
    return Shown(found[:MOST], max(0, len(found) - MOST))


def _has(one: Entry, wanted: Sequence[str]) -> bool:
    text = f"{one.nama} {one.keterangan} {one.sumber} {one.jenis}".casefold()
    return all(word in text for word in wanted)
