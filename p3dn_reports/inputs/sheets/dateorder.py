"""Whether a column writes the day or the month first: `2/3/2024` alone does not say it, `1/15/2024` beside it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from p3dn_reports.inputs.cells import Cell, address
from p3dn_reports.inputs.sheets.sheet_layout import Layout
from p3dn_reports.inputs.values.dates import first_number, read_date, spelled
from p3dn_reports.problems import Problem, problem

_MOST_MONTHS = 12
_ENOUGH = 3
"""So many dates of one kind, and none of the other, are no chance."""

Example = tuple[str, int]
"""A text and the number of its row."""


@dataclass(slots=True)
class DateOrder:
    """What the cells of one column seen so far prove."""

    day_first: Example | None = None
    month_first: Example | None = None
    unsure: Counter[str] = field(default_factory=Counter)
    late_texts: int = 0
    early_cells: int = 0
    has_late_cell: bool = False

    @property
    def is_open(self) -> bool:
        """Whether there are dates that can be read in two ways, and nothing yet that says which."""
        return bool(self.unsure) and not (self.day_first or self.month_first)

    @property
    def reads_month_first(self) -> bool:
        """Whether the column is to be read with the month first; a date that proves it and stands alone is a slip."""
        return bool(self.unsure) and self.month_first is not None and self.day_first is None

    def see(self, cells: Sequence[Cell], first: int) -> None:
        """Take in more cells of the column, the first of them in row `first`."""
        if not self.has_late_cell:
            days = [cell.day for cell in cells if isinstance(cell, date)]
            self.has_late_cell = any(day > _MOST_MONTHS for day in days)
            self.early_cells += len(days)
        texts = dict.fromkeys(cell for cell in cells if type(cell) is str)
        pairs = {text: pair for text in texts if text[:1] <= "9" and (pair := first_number(text.strip()))}
        for text, pair in pairs.items():
            self._weigh(text, pair, cells, first)

    def _weigh(self, text: str, pair: tuple[int, int], cells: Sequence[Cell], first: int) -> None:
        left, right = pair
        if max(pair) <= _MOST_MONTHS:
            if left != right:
                self.unsure[text] += cells.count(text)
        elif right <= _MOST_MONTHS:
            self.day_first = self.day_first or (text.strip(), first + cells.index(text))
            self.late_texts += 1
        elif left <= _MOST_MONTHS:
            self.month_first = self.month_first or (text.strip(), first + cells.index(text))

    def remarks(self, layout: Layout, name: str) -> Iterator[Problem]:
        """What is to be said of the column once all its cells are seen."""
        if self.month_first and self.day_first and self.unsure:
            yield self._told("urutan-tanggal-berbeda", self.month_first, layout, name,
                             nilai=self.day_first[0], lain=self.month_first[0])  # fmt: skip
        elif self.month_first and self.unsure:
            usul = read_date(self._example, month_first=True).value
            yield self._told("bulan-di-depan", self.month_first, layout, name, nilai=self.month_first[0],
                             banyak=self.unsure.total(), usul=spelled(usul) if usul else "")  # fmt: skip
        elif self.day_first and self._is_half_changed:
            yield self._told("tanggal-diubah-excel", self.day_first, layout, name, nilai=self.day_first[0],
                             banyak=self.early_cells)  # fmt: skip

    @property
    def _example(self) -> str:
        return min(self.unsure, default="").strip()

    @property
    def _is_half_changed(self) -> bool:
        """A spreadsheet that expects the month first turns what it can into dates, day and month exchanged."""
        few = min(self.late_texts, self.early_cells)
        return few >= _ENOUGH and not (self.unsure or self.month_first or self.has_late_cell)

    def _told(self, kode: str, example: Example, layout: Layout, name: str, **isi: object) -> Problem:
        place = layout.location(name, address(example[1], layout.column_of(name)), example[1])
        slots = {"judul": layout.captions.get(name, name), "contoh": self._example, **isi}
        is_error = kode != "bulan-di-depan"
        return problem(kode, place, tabel=layout.schema.name, semua_unit=is_error, **slots)  # type: ignore[arg-type]
