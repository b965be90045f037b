"""Rows of captions: one row, or two where a wide caption stands over narrow ones (`Nilai` over `Realisasi`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from p3dn_reports.inputs.cells import Cell, Row, squash

_CURRENCY = re.compile(r"\s*\(?\s*(?:dalam\s+)?(?:rp\.?|idr|rupiah)\s*\)?\s*$", re.IGNORECASE)
_SHORT = {"no": "nomor", "nmr": "nomor", "tgl": "tanggal", "kd": "kode", "nm": "nama", "rek": "rekening"}


@dataclass(frozen=True, slots=True)
class Heading:
    """Captions that may be a table's. `index` is the row under which the data begin (from 0).

    `texts` says what stands over each column, `keys` what it may be known by, squashed, the best first.
    """

    index: int
    texts: Sequence[str]
    keys: Sequence[tuple[str, ...]]


class Known(dict[str, str]):
    """The column each squashed caption names; `second` the required one it names where nothing else in a heading does.

    A sheet made before a table had the column `nama_pejabat` may call its `pejabat` so.
    """

    def __init__(self, names: Mapping[str, str] | None = None) -> None:
        super().__init__(names or {})
        self.second: dict[str, str] = {}

    def in_heading(self, heading: Heading) -> Mapping[str, str]:
        """The same, a caption of two columns settled by what else stands in the heading."""
        keys = {key for own in heading.keys for key in own}
        there = {self[key] for key in keys if key in self}
        return {**self, **{key: name for key, name in self.second.items() if key in keys and name not in there}}


def settled(heading: Heading, known: Mapping[str, str]) -> Mapping[str, str]:
    """What captions name in this heading."""
    return known.in_heading(heading) if isinstance(known, Known) and known.second else known


def best_key(keys: Sequence[str], known: Mapping[str, str]) -> tuple[int, str] | None:
    """The rank (from 0) of the first key that is known, and the column it names."""
    return next(((rank, known[key]) for rank, key in enumerate(keys) if key in known), None)


def matches(heading: Heading, known: Mapping[str, str]) -> set[str]:
    """The columns whose captions stand in the heading; `known` holds them by squashed caption."""
    names = settled(heading, known)
    return {found[1] for keys in heading.keys if (found := best_key(keys, names))}


def single_headings(rows: Sequence[Row]) -> list[Heading]:
    """Every row as a heading of its own."""
    texts = [[*map(_text, row)] for row in rows]
    return [Heading(index, found, [_keys(text) for text in found]) for index, found in enumerate(texts)]


def double_headings(rows: Sequence[Row]) -> list[Heading]:
    """Every two rows that follow each other as one heading; the upper caption reaches over blanks to its right."""
    texts = [[*map(_text, row)] for row in rows]
    return [_double(index, *pair) for index, pair in enumerate(pairwise(texts), start=1)]


def _double(index: int, upper: Sequence[str], lower: Sequence[str]) -> Heading:
    width = max(len(upper), len(lower))
    above, below = [*upper, *[""] * (width - len(upper))], [*lower, *[""] * (width - len(lower))]
    texts, keys, over = [], [], ""
    for own, text in zip(above, below, strict=True):
        over = own or over
        wide = over if text else own
        texts.append(f"{wide} {text}".strip())
        keys.append(_keys(f"{wide} {text}", f"{text} {wide}", text, own))
    return Heading(index, texts, keys)


def _keys(*texts: str) -> tuple[str, ...]:
    """What captions may be known by: as they are, then without `(Rp)` and with the usual short words spelled out."""
    options = (*texts, *map(_spelled_out, texts))
    return tuple(dict.fromkeys(filter(None, map(squash, options))))


def _spelled_out(text: str) -> str:
    bare = _CURRENCY.sub("", text)
    if len(bare.split()) < 2:  # a bare `No` counts the rows
        return bare
    return re.sub(r"\w+", lambda word: _SHORT.get(word[0].casefold(), word[0]), bare)


def _text(cell: Cell) -> str:
    return cell.strip() if isinstance(cell, str) else ""
