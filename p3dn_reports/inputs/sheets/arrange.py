"""Brings a sheet in another system's layout into the columns of our table; every cell keeps its place in the file.

What each layout means is data (`layouts.py`). Amounts are only touched where rows are added up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from p3dn_reports.inputs.cells import Cell, Origin, Row, place_in, ranges, squash
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.sheets.repeats import Repeats, first_of_each
from p3dn_reports.inputs.values.faults import shown
from p3dn_reports.inputs.values.mak import read_mak
from p3dn_reports.inputs.values.totals import add_up
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import Kind, SourceLayout, TableSchema

_HEADER_WITHIN = 30
_YEAR_OR_UNIT = re.compile(r"\(\s*rp\.?\s*\)|\b(?:ta\b|tahun(?:\s+anggaran)?\b)?\s*20\d\d\b", re.IGNORECASE)

Change = Callable[[Cell], Cell]


def arrange(sheet: RawSheet, schemas: Mapping[str, TableSchema]) -> tuple[RawSheet | None, list[Problem]]:
    """The sheet in our columns where its layout is a known one, else as it is; None where it is to be left out.

    The remarks say which layout was seen, and what was left out, added up or refused.
    """
    known = _known(sheet, schemas)
    if known is None:
        return sheet, []
    layout, header = known
    place = Location(sheet.berkas, sheet.lembar)
    if layout.ignored is not None:
        saran = f"Mintalah {layout.wanted}" if layout.wanted else "Tidak perlu tindakan"
        return None, [problem("tata-letak-diabaikan", place, judul=layout.title, alasan=layout.ignored, saran=saran)]
    found = _Arranging(sheet, layout, schemas[layout.table], header)
    return found.arranged(), [
        problem("tata-letak-dikenali", place, judul=layout.title, tabel=layout.table),
        *found.remarks(),
    ]


def _known(sheet: RawSheet, schemas: Mapping[str, TableSchema]) -> tuple[SourceLayout, int] | None:
    """The layout all of whose marks stand in one row, the one with most marks, and the index of that row.

    The captions of some layouts stand in several rows, one under the other.
    """
    layouts = [layout for schema in schemas.values() for layout in schema.layouts]
    rows = [
        {key for cell in row if isinstance(cell, str) for key in _keys(cell)} for row in sheet.rows[:_HEADER_WITHIN]
    ]
    for index in range(len(rows)):
        seen = [layout for layout in layouts if _bears(rows[index : index + layout.caption_rows], layout)]
        if seen:
            return max(seen, key=lambda layout: len(layout.marks)), index
    return None


def _keys(text: str) -> tuple[str, str]:
    """A caption, and what is left of it without its year and `(Rp)`: `Anggaran 2024 (Rp)` is known by `Anggaran`."""
    return squash(text), squash(_YEAR_OR_UNIT.sub("", text))


def _bears(captions: Sequence[set[str]], layout: SourceLayout) -> bool:
    """Whether all marks stand in these rows, each in one of its ways, and the first of them in the first row."""
    wanted = [set(map(squash, mark.split("|"))) for mark in layout.marks]
    there = set().union(*captions)
    if not there.isdisjoint(map(squash, layout.without)):
        return False
    return not wanted[0].isdisjoint(captions[0]) and not any(map(there.isdisjoint, wanted))


@dataclass(slots=True)
class _Arranging:
    """One sheet on its way into our columns."""

    sheet: RawSheet
    layout: SourceLayout
    schema: TableSchema
    header: int
    places: Mapping[str, int] = field(init=False)
    sources: Mapping[str, Sequence[int]] = field(init=False)
    dropped: dict[str, list[int]] = field(default_factory=dict)
    refused: dict[str, dict[int, str]] = field(default_factory=dict)
    merged: tuple[int, int] = (0, 0)
    repeats: Repeats = field(default_factory=Repeats)

    def __post_init__(self) -> None:
        self.places = _places(self.sheet.rows[self.header])
        self.sources = _sources(self.layout, self.schema, self.places)

    def arranged(self) -> RawSheet:
        """The sheet with our columns, its rows where they were; those left out are blank."""
        rows: list[Row] = [[] for _ in range(self.header)]
        rows.append([*self.sources])
        rows.extend(self._rows())
        if self.layout.sums:
            rows, self.merged = add_up(rows, self.header, self.layout, self.schema, [*self.sources])
        if self.layout.once_by:
            rows, self.repeats = first_of_each(rows, self.header, self.layout.once_by, [*self.sources])
        first, header = self.sheet.first_column, self.sheet.rows[self.header]
        places = {name: self._main(among) for name, among in self.sources.items()}
        columns = {name: None if at is None else first + at for name, at in places.items()}
        captions = {name: name if at is None else str(header[at]).strip() for name, at in places.items()}
        origin = Origin(self.layout.table, self.header, columns, captions, self.layout.sum_by)
        return replace(self.sheet, rows=rows, first_column=0, origin=origin)

    def _rows(self) -> Iterator[Row]:
        changes = {name: self._change(name) for name in self.sources}
        for number, row in enumerate(self.sheet.rows[self.header + 1 :], start=self.header + 2):
            if not any(cell not in {None, ""} for cell in row) or self._is_dropped(row, number):
                yield []
            else:
                yield [self._cell(name, among, row, changes[name], number) for name, among in self.sources.items()]

    def _main(self, among: Sequence[int]) -> int | None:
        """The field that a column's cells are told by: the first one that is filled anywhere."""
        data = self.sheet.rows[self.header + 1 :] if len(among) > 1 else ()
        filled = (at for at in among if any(at < len(row) and _word(row[at]) for row in data))
        return next(filled, among[0] if among else None)

    def _cell(self, name: str, among: Sequence[int], row: Row, change: Change | None, number: int) -> Cell:
        for override in self.layout.overrides:
            if override.column == name and all(self._holds(row, *item) for item in override.when.items()):
                return override.value
        if not among:
            return self.layout.constants[name]
        cells = (row[at] for at in among if at < len(row))
        cell = next((cell for cell in cells if len(among) == 1 or _word(cell)), None)
        if name in self.layout.mak and isinstance(cell, str):
            return self._accounts(name, cell, number)
        return change(cell) if change else cell

    def _change(self, name: str) -> Change | None:
        layout = self.layout
        if words := layout.words.get(name):
            folded = {key.casefold(): value for key, value in words.items()}
            return lambda cell: folded.get(_word(cell), cell)
        if patterns := layout.patterns.get(name):
            return lambda cell: _matched(cell, patterns)
        if separators := layout.lists.get(name):
            return lambda cell: _listed(cell, separators)
        return None

    def _accounts(self, name: str, cell: str, number: int) -> Cell:
        reading = read_mak(cell)
        if reading.wrong:
            self.refused.setdefault(name, {})[number] = reading.wrong[0]
        return ";".join(reading.codes) or None

    def _is_dropped(self, row: Row, number: int) -> bool:
        for caption, words in self.layout.keep.items():
            if squash(caption) in self.places and not self._holds(row, caption, words):
                self.dropped.setdefault(caption, []).append(number)
                return True
        return False

    def _holds(self, row: Row, caption: str, words: Sequence[str]) -> bool:
        at = self.places.get(squash(caption))
        if at is None:
            return False
        return _word(row[at] if at < len(row) else None) in {word.casefold() for word in words}

    def remarks(self) -> Iterator[Problem]:
        """What was left out, added up or refused, at its cells."""
        for caption, rows in self.dropped.items():
            words = " atau ".join(filter(None, self.layout.keep[caption]))
            yield problem("baris-tidak-dipakai", self._at(caption, rows), tabel=self.schema.name,
                          banyak=len(rows), diharapkan=words)  # fmt: skip
        for name, parts in self.refused.items():
            yield problem("mak-salah", self._at(self.layout.columns[name], [*parts]), tabel=self.schema.name,
                          nilai=next(iter(parts.values()))[:60], banyak=len(parts))  # fmt: skip
        if self.merged[0] > self.merged[1]:
            judul = " + ".join(column.title for column in self.schema.columns if column.name in self.layout.sum_by)
            place = Location(self.sheet.berkas, self.sheet.lembar)
            yield problem("baris-dijumlahkan", place, tabel=self.schema.name, banyak=self.merged[0],
                          hasil=self.merged[1], judul=judul)  # fmt: skip

        yield from self._repeated()

    def _repeated(self) -> Iterator[Problem]:
        """Rows that repeat a package: how many, and where they say something else, which of the two is used."""
        place = Location(self.sheet.berkas, self.sheet.lembar)
        names = self.layout.once_by
        judul = " + ".join(column.title for column in self.schema.columns if column.name in names)
        if self.repeats.rows:
            yield problem("baris-disatukan", place, tabel=self.schema.name, banyak=self.repeats.rows, judul=judul)
        for name, (number, used, other, count) in self.repeats.differing.items():
            column = self.schema.column(name)
            is_amount = column is not None and column.kind is Kind.RUPIAH
            yield problem("isi-berulang-berbeda" if is_amount else "isi-berulang-lain", self._at_column(name, number),
                          tabel=self.schema.name, nilai=shown(used), lain=shown(other), judul=judul,
                          banyak=count)  # fmt: skip

    def _at_column(self, name: str, number: int) -> Location:
        return self._at([*self.layout.columns[name]], [number])

    def _at(self, captions: str | Sequence[str], rows: list[int]) -> Location:
        names = [captions] if isinstance(captions, str) else captions
        at = next(self.places[squash(name)] for name in names if squash(name) in self.places)
        caption = str(self.sheet.rows[self.header][at]).strip()
        sel = place_in(self.sheet.berkas, ranges(rows, self.sheet.first_column + at))
        return Location(self.sheet.berkas, self.sheet.lembar, sel, min(rows), caption)


def _places(header: Row) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, cell in enumerate(header):
        if isinstance(cell, str) and cell.strip():
            places.setdefault(squash(cell), at)
    return places


def _sources(layout: SourceLayout, schema: TableSchema, places: Mapping[str, int]) -> dict[str, Sequence[int]]:
    """Where each of our columns may stand in the file, nowhere for one that is the same for every row."""
    found: dict[str, Sequence[int]] = {}
    for column in schema.columns:
        fields = dict.fromkeys(map(squash, layout.columns.get(column.name, ())))
        among = [places[name] for name in fields if name in places]
        if among or column.name in layout.constants:
            found[column.name] = among
    return found


def _word(cell: Cell) -> str:
    """A cell as the mapping's words are written: `true`, `1`, a text without its spaces; a blank is the empty word."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return f"{cell:g}"
    text = "" if cell is None else str(cell).strip().casefold()
    return "" if text == "null" else text


def _matched(cell: Cell, patterns: Sequence[tuple[str, str]]) -> Cell:
    """The value of the first pattern found in the cell."""
    return next((value for pattern, value in patterns if re.search(pattern, str(cell or ""))), cell)


def _listed(cell: Cell, separators: str) -> Cell:
    """Several values in one cell, once each, with `;` between."""
    if not isinstance(cell, str):
        return cell
    parts = (part.strip() for part in re.split(f"[{re.escape(separators)}]", cell))
    return ";".join(dict.fromkeys(filter(None, parts)))
