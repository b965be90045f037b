"""Which table is this sheet, and which column is which? By the sheet's name, else by its captions."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from p3dn_reports.inputs.cells import Origin, Row, all_ranges, letters, place_in, ranges
from p3dn_reports.inputs.reader import RawSheet
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import TableSchema

_HEADER_WITHIN = 30
_COUNTER = re.compile(r"[ _-]*\(?\d{1,3}\)?$")

Captions = Mapping[str, Mapping[str, str]]
"""Per table: the squashed caption, name or alias of a column -> the column's name."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet was read: its table, the index of its header row, each column's position and caption in the file.

    Where the sheet was rearranged, `columns` holds each column's place in the file, None for one made up.
    """

    schema: TableSchema
    berkas: str
    lembar: str | None
    header: int
    first_column: int
    positions: Mapping[str, int]
    captions: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, int | None] = field(default_factory=dict)

    def column_of(self, name: str) -> int:
        """The sheet's column (from 0) of a column we know; the first one for a column that is not there."""
        if self.columns:
            return self.columns.get(name) or 0
        return self.first_column + self.positions.get(name, 0)

    def has_letter(self, name: str) -> bool:
        """Whether the column's cells have an address: not in JSON, nor where another system's layout makes them up."""
        made_up = bool(self.columns) and self.columns.get(name) is None
        return not made_up and not self.berkas.casefold().endswith(".json")

    def location(self, name: str, sel: str | None = None, baris: int | None = None) -> Location:
        """A place in the column `name` of this sheet."""
        return Location(self.berkas, self.lembar, place_in(self.berkas, sel), baris, self.captions.get(name, name))

    def location_of_rows(self, name: str, rows: Iterable[int]) -> Location:
        """The cells of the column `name` in `rows` (as Excel counts): told in few words, and kept whole."""
        found, column = sorted(set(rows)), self.column_of(name)
        place, every = self.location(name, ranges(found, column), found[0]), all_ranges(found, column)
        return place if place.sel == every else replace(place, semua_sel=every)


def squash(text: str) -> str:
    """A caption or name without case, spaces and punctuation: `Total Nilai (Rp)` is `totalnilairp`."""
    return re.sub(r"[\W_]+", "", text.casefold())


def captions_of(schemas: Mapping[str, TableSchema]) -> dict[str, dict[str, str]]:
    """Every caption a column may bear, per table; a column's own name and header win over another's alias."""
    found: dict[str, dict[str, str]] = {}
    for schema in schemas.values():
        known: dict[str, str] = {}
        for column in schema.columns:
            known.update({squash(column.name): column.name, squash(column.header): column.name})
        for column in schema.columns:
            for alias in column.aliases:
                known.setdefault(squash(alias), column.name)
        found[schema.name] = known
    return found


def recognise(
    sheet: RawSheet, schemas: Mapping[str, TableSchema], captions: Captions
) -> tuple[Layout | None, list[Problem]]:
    """The layout of a sheet that is one of our tables, with what is wrong in its header row; else None and why not."""
    if sheet.origin:
        return _arranged(sheet, schemas[sheet.origin.tabel], sheet.origin)
    if not any(map(_filled, sheet.rows)):
        return None, []
    named = _named(sheet, schemas)
    table, header = (named, _best_header(sheet, captions[named])) if named else _by_captions(sheet, schemas, captions)
    if table is None:
        return None, [_unknown(sheet, schemas, captions)]
    if header is None:
        return None, [_no_header(sheet, schemas[table])]
    return _layout(sheet, schemas[table], header, captions[table])


def _arranged(sheet: RawSheet, schema: TableSchema, origin: Origin) -> tuple[Layout, list[Problem]]:
    """The layout of a sheet already in our columns; what it lacks is told by our captions."""
    positions = {name: position for position, name in enumerate(origin.columns)}
    layout = Layout(
        schema, sheet.berkas, sheet.lembar, origin.header, 0, positions, origin.captions, columns=origin.columns
    )
    return layout, [_missing(layout, name, {}) for name in _missing_names(schema, positions)]


def _filled(row: Row) -> bool:
    return any(cell not in {None, ""} for cell in row)


def _named(sheet: RawSheet, schemas: Mapping[str, TableSchema]) -> str | None:
    name = sheet.lembar if sheet.lembar is not None else PurePath(sheet.berkas).stem
    by_squashed = {squash(table): table for table in schemas}
    return by_squashed.get(squash(name)) or by_squashed.get(squash(_COUNTER.sub("", name)))


def _matches(row: Row, known: Mapping[str, str]) -> set[str]:
    return {known[key] for cell in row if isinstance(cell, str) and (key := squash(cell)) in known}


def _best_header(sheet: RawSheet, known: Mapping[str, str]) -> int | None:
    """The row that bears most captions of the table, the first of equals; at least two of them."""
    scores = [len(_matches(row, known)) for row in sheet.rows[:_HEADER_WITHIN]]
    best = max(scores, default=0)
    return scores.index(best) if best >= 2 else None


def _by_captions(
    sheet: RawSheet, schemas: Mapping[str, TableSchema], captions: Captions
) -> tuple[str | None, int | None]:
    """The one table whose required captions all stand in one row; or nearly all of them, where no other comes close."""
    full = _candidates(sheet, schemas, captions, share=1.0, fewest=2)
    near = full or _candidates(sheet, schemas, captions, share=0.6, fewest=5)
    most = max((count for count, _, _ in near), default=0)
    best = [(table, header) for count, table, header in near if count == most]
    return best[0] if len(best) == 1 else (None, None)


def _candidates(
    sheet: RawSheet, schemas: Mapping[str, TableSchema], captions: Captions, *, share: float, fewest: int
) -> list[tuple[int, str, int]]:
    found = []
    for name, schema in schemas.items():
        header = _best_header(sheet, captions[name])
        if header is None:
            continue
        there = _matches(sheet.rows[header], captions[name])
        required = _required(schema)
        if len(there) >= fewest and len(required & there) >= share * len(required):
            if len(required) <= 2 and len(there) < _half_of_captions(sheet.rows[header], schema):
                continue
            found.append((len(there), name, header))
    return found


def _half_of_captions(row: Row, schema: TableSchema) -> int:
    """Two captions that fit do not make a wide sheet ours."""
    ignored = set(map(squash, schema.ignore_headers))
    return sum(isinstance(cell, str) and bool(squash(cell)) and squash(cell) not in ignored for cell in row) // 2


def _required(schema: TableSchema) -> set[str]:
    return {column.name for column in schema.columns if column.required}


def _unknown(sheet: RawSheet, schemas: Mapping[str, TableSchema], captions: Captions) -> Problem:
    place = Location(sheet.berkas, sheet.lembar)
    full = _candidates(sheet, schemas, captions, share=1.0, fewest=2)
    if len(full) > 1:
        most = max(count for count, _, _ in full)
        pilihan = ", ".join(name for count, name, _ in full if count == most)
        return problem("lembar-cocok-beberapa-tabel", place, pilihan=pilihan)
    near = max(_candidates(sheet, schemas, captions, share=0.5, fewest=2), default=None)
    if near is None:
        return problem("lembar-tidak-dikenal", place)
    missing = _required(schemas[near[1]]) - _matches(sheet.rows[near[2]], captions[near[1]])
    return problem("lembar-mirip-tabel", place, tabel=near[1], kurang=_headers(schemas[near[1]], missing))


def _headers(schema: TableSchema, names: set[str]) -> str:
    return ", ".join(column.header for column in schema.columns if column.name in names)


def _no_header(sheet: RawSheet, schema: TableSchema) -> Problem:
    expected = _headers(schema, _required(schema))
    place = Location(sheet.berkas, sheet.lembar)
    return problem("baris-judul-tidak-ditemukan", place, tabel=schema.name, diharapkan=expected, semua_unit=True)


def _layout(
    sheet: RawSheet, schema: TableSchema, header: int, known: Mapping[str, str]
) -> tuple[Layout, list[Problem]]:
    places: dict[str, list[int]] = {}
    unknown: dict[int, str] = {}
    ignored = set(map(squash, schema.ignore_headers))
    for position, cell in enumerate(sheet.rows[header]):
        caption = cell.strip() if isinstance(cell, str) else ""
        if name := known.get(squash(caption)):
            places.setdefault(name, []).append(position)
        elif squash(caption) and squash(caption) not in ignored:
            unknown[position] = caption
    positions = {name: found[0] for name, found in places.items() if len(found) == 1}
    captions = {name: str(sheet.rows[header][found[0]]).strip() for name, found in places.items()}
    layout = Layout(schema, sheet.berkas, sheet.lembar, header, sheet.first_column, positions, captions)
    twice = [_twice(layout, name, found) for name, found in places.items() if len(found) > 1]
    missing = [_missing(layout, name, unknown) for name in _missing_names(schema, places)]
    return layout, [*twice, *missing, *_unknown_columns(layout, unknown)]


def _missing_names(schema: TableSchema, places: Mapping[str, object]) -> list[str]:
    return [column.name for column in schema.columns if column.required and column.name not in places]


def _twice(layout: Layout, name: str, found: list[int]) -> Problem:
    cells = ", ".join(f"{letters(layout.first_column + position)}{layout.header + 1}" for position in found)
    place = layout.location(name, cells, layout.header + 1)
    judul = layout.captions[name]
    return problem("judul-kembar", place, nilai=judul, judul=judul, tabel=layout.schema.name, semua_unit=True)


def _missing(layout: Layout, name: str, unknown: Mapping[int, str]) -> Problem:
    column = layout.schema.column(name)
    header = column.header if column else name
    near = difflib.get_close_matches(squash(header), [squash(text) for text in unknown.values()], 1, 0.75)
    like = next((place for place, text in unknown.items() if near and squash(text) == near[0]), None)
    usul = (
        ""
        if like is None
        else (
            f", atau perbaiki judul “{unknown[like]}” pada sel {letters(layout.first_column + like)}{layout.header + 1}"
        )
    )
    place = Location(layout.berkas, layout.lembar, baris=layout.header + 1, kolom=header)
    return problem(
        "kolom-wajib-tidak-ada",
        place,
        diharapkan=header,
        judul=header,
        usul=usul,
        tabel=layout.schema.name,
        semua_unit=True,
    )


def _unknown_columns(layout: Layout, unknown: Mapping[int, str]) -> list[Problem]:
    if not unknown:
        return []
    names = list(unknown.values())
    text = ", ".join(names[:8]) + (f", dan {len(names) - 8} kolom lain" if len(names) > 8 else "")
    place = Location(layout.berkas, layout.lembar, baris=layout.header + 1)
    return [problem("kolom-tidak-dikenal", place, nilai=text, tabel=layout.schema.name)]
