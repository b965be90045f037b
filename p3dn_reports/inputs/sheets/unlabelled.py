"""Rows of totals that bear no label: rows that say nothing but amounts, and those are the sums of the rows around."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from p3dn_reports.inputs.cells import Row
from p3dn_reports.inputs.sheets.footers import Total
from p3dn_reports.inputs.sheets.sheet_layout import Layout
from p3dn_reports.tables import Kind

_NUMBERS = frozenset({Kind.RUPIAH, Kind.ANGKA, Kind.PERSEN})
_SEN = 0.005
_NOISE = 1e-11
"""Sums are weighed as floats here; whether a total is right to the sen is asked by `sums`."""
_FEWEST = 2

Texts = Mapping[str, Sequence[str | None]]


class _Open(NamedTuple):
    """A row that may be a total, as only the rows below it tell."""

    row: Row
    number: int
    amounts: Mapping[str, str]


class Unlabelled:
    """Follows the amounts of a sheet, block by block, and puts the totals found to `totals`.

    `marked` are rows the workbook itself calls rows of totals. Else a row of amounts alone is a total where it holds
    the sums of the rows above. At the top of a sheet it may hold those of the rows below, and at its end it is one that
    has lost rows where it is as large as a total would be: both are decided last.
    """

    def __init__(self, layout: Layout, marked: frozenset[int], totals: list[Total]) -> None:
        columns = [column for name in layout.positions if (column := layout.schema.column(name))]
        self._amounts = [column.name for column in columns if column.kind is Kind.RUPIAH]
        self._words = [column.name for column in columns if column.kind not in _NUMBERS]
        self._wanted = [column.name for column in columns if column.required and column.name in self._words]
        self._marked, self._totals = marked, totals
        self._whole, self._part = dict.fromkeys(self._amounts, 0.0), dict.fromkeys(self._amounts, 0.0)
        self._above = 0
        self._top: _Open | None = None
        self._last: _Open | None = None

    def sift(self, texts: Texts, kept: Sequence[int], rows: Sequence[Row], numbers: Sequence[int]) -> Sequence[int]:
        """The places in `kept` without those of totals, and without those that are decided last."""
        found = {place: self._stated(texts, place) for place in self._candidates(texts, kept)}
        rest: list[int] = []
        start = 0
        for at, place in enumerate(kept) if found else ():
            if not (amounts := found.get(place)):
                continue
            self._add(texts, kept[start:at])
            rest.extend(kept[start:at])
            start = at + 1
            if not self._takes(_Open(rows[place], numbers[place], amounts), is_last=start == len(kept)):
                self._add(texts, [place])
                rest.append(place)
        self._add(texts, kept[start:])
        return [*rest, *kept[start:]] if found else kept

    def overtaken(self) -> Iterator[tuple[Row, int]]:
        """A row that was the last one so far, and is not: one of data."""
        if self._last:
            yield self._last.row, self._last.number
        self._last = None

    def settled(self) -> Iterator[tuple[Row, int]]:
        """At the end: the rows left open that are data after all; the others are totals."""
        top, last = self._top, self._last
        if top and self._equals(top.amounts, self._whole):
            self._totals.append(Total(top.number, top.amounts))
        elif top:
            yield top.row, top.number
        if last and self._is_large(last.amounts):
            self._totals.append(Total(last.number, last.amounts))
        elif last:
            yield last.row, last.number

    def _candidates(self, texts: Texts, kept: Sequence[int]) -> list[int]:
        if not self._wanted or not self._amounts or any(None not in texts[name] for name in self._wanted):
            return []
        return [place for place in kept if all(texts[name][place] is None for name in self._words)]

    def _stated(self, texts: Texts, place: int) -> dict[str, str]:
        return {name: text for name in self._amounts if (text := texts[name][place]) is not None}

    def _add(self, texts: Texts, places: Sequence[int]) -> None:
        self._above += len(places)
        for name in self._amounts if places else ():
            more = sum(map(float, filter(None, map(texts[name].__getitem__, places))))
            self._whole[name] += more
            self._part[name] += more

    def _takes(self, row: _Open, *, is_last: bool) -> bool:
        """Whether the row is a total, or is decided later."""
        if row.number in self._marked or (self._above >= _FEWEST and self._is_sum(row.amounts)):
            self._totals.append(Total(row.number, row.amounts))
            self._part = dict.fromkeys(self._amounts, 0.0)
        elif not self._above and self._top is None:
            self._top = row
        elif is_last:
            self._last = row
        else:
            return False
        return True

    def _is_sum(self, amounts: Mapping[str, str]) -> bool:
        return self._equals(amounts, self._part) or self._equals(amounts, self._whole)

    def _is_large(self, amounts: Mapping[str, str]) -> bool:
        """Whether the row says nothing that is wanted, and more than half of all rows above together."""
        larger = (float(text) * 2 > self._whole[name] > 0 for name, text in amounts.items())
        return len(self._wanted) >= _FEWEST and any(larger)

    def _equals(self, amounts: Mapping[str, str], sums: Mapping[str, float]) -> bool:
        stated = {name: float(text) for name, text in amounts.items()}
        near = (abs(value - sums[name]) <= max(_SEN, _NOISE * abs(value)) for name, value in stated.items())
        return any(stated.values()) and all(near)
