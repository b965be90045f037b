"""Which table is this sheet, and which column is which? By the sheet's name, else by its captions."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from p3dn_reports.inputs.cells import Origin, Row, letters, squash
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.files.reader import read_file
from p3dn_reports.inputs.sheets.headings import (
    Heading,
    Known,
    best_key,
    double_headings,
    matches,
    settled,
    single_headings,
)
from p3dn_reports.inputs.sheets.scale import scale_told
from p3dn_reports.inputs.sheets.sheet_layout import Layout
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import TableSchema

_HEADER_WITHIN = 30
_COUNTER = re.compile(r"[ _-]*\(?\d{1,3}\)?$")

Captions = Mapping[str, Mapping[str, str]]
"""Per table: the squashed caption, name or alias of a column -> the column's name."""


def captions_of(schemas: Mapping[str, TableSchema]) -> dict[str, Known]:
    """Every caption a column may bear, per table; a column's own name and header win over another's alias."""
    found: dict[str, Known] = {}
    for schema in schemas.values():
        known = Known()
        for column in schema.columns:
            known.update({squash(column.name): column.name, squash(column.header): column.name})
        for column in schema.columns:
            for alias in column.aliases:
                if known.setdefault(squash(alias), column.name) != column.name and column.required:
                    known.second[squash(alias)] = column.name
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
    single = single_headings(sheet.rows[:_HEADER_WITHIN])
    if named := _named(sheet, schemas):
        heading = _best_for(schemas[named], single, sheet, captions[named])
        if heading is None:
            return None, [_no_header(sheet, schemas[named])]
        return _layout(sheet, schemas[named], _deepened(heading, sheet, captions[named]), captions[named])
    found = _by_captions(sheet, single, schemas, captions)
    if found is None:
        return None, [_unknown(sheet, single, schemas, captions)]
    table, heading = found
    return _layout(sheet, schemas[table], _deepened(heading, sheet, captions[table]), captions[table])


def _deepened(heading: Heading, sheet: RawSheet, known: Mapping[str, str]) -> Heading:
    """The heading with the row below it, where that holds more of our captions under a wide one (`Nilai`)."""
    rows = sheet.rows[heading.index : heading.index + 2]
    if len(rows) < 2 or any(cell not in {None, ""} and not isinstance(cell, str) for cell in rows[1]):
        return heading
    (double,) = double_headings(rows)
    if matches(double, known) > matches(heading, known):
        return replace(double, index=heading.index + 1)
    return heading


def _arranged(sheet: RawSheet, schema: TableSchema, origin: Origin) -> tuple[Layout, list[Problem]]:
    """The layout of a sheet already in our columns; what it lacks is told by our captions."""
    positions = {name: position for position, name in enumerate(origin.columns)}
    layout = Layout(
        schema,
        sheet.berkas,
        sheet.lembar,
        origin.header,
        0,
        positions,
        origin.captions,
        columns=origin.columns,
        parts=origin.parts,
    )
    return layout, [_missing(layout, name, {}) for name in _missing_names(schema, positions)]


def _filled(row: Row) -> bool:
    return any(cell not in {None, ""} for cell in row)


def _named(sheet: RawSheet, schemas: Mapping[str, TableSchema]) -> str | None:
    name = sheet.lembar if sheet.lembar is not None else PurePath(sheet.berkas).stem
    by_squashed = {squash(table): table for table in schemas}
    return by_squashed.get(squash(name)) or by_squashed.get(squash(_COUNTER.sub("", name)))


def _best(headings: Sequence[Heading], known: Mapping[str, str]) -> Heading | None:
    """The heading that bears most captions of the table, the first of equals; at least two of them."""
    scores = [len(matches(heading, known)) for heading in headings]
    best = max(scores, default=0)
    return headings[scores.index(best)] if best >= 2 else None


def _best_for(
    schema: TableSchema, single: Sequence[Heading], sheet: RawSheet, known: Mapping[str, str]
) -> Heading | None:
    """The heading of a sheet whose table is known: two rows of captions where one row lacks what the table requires."""
    found = _best(single, known)
    there = matches(found, known) if found else set()
    if not schema.lacking(there):
        return found
    double = _best(double_headings(sheet.rows[:_HEADER_WITHIN]), known)
    return double if double and len(matches(double, known)) > len(there) else found


def _by_captions(
    sheet: RawSheet, single: Sequence[Heading], schemas: Mapping[str, TableSchema], captions: Captions
) -> tuple[str, Heading] | None:
    """The one table whose required captions all stand in one row, or in two; else nearly all of them, without rival."""
    if fit := _candidates(single, schemas, captions, share=1.0, fewest=2):
        return _only_best(fit)
    double = double_headings(sheet.rows[:_HEADER_WITHIN])
    tries = ((double, 1.0, 2), (single, 0.6, 5), (double, 0.6, 5))
    found = (_candidates(way, schemas, captions, share=share, fewest=fewest) for way, share, fewest in tries)
    return next((_only_best(fit) for fit in found if fit), None)


def _only_best(found: Sequence[tuple[int, str, Heading]]) -> tuple[str, Heading] | None:
    most = max(count for count, _, _ in found)
    best = [(table, heading) for count, table, heading in found if count == most]
    return best[0] if len(best) == 1 else None


def _candidates(
    headings: Sequence[Heading], schemas: Mapping[str, TableSchema], captions: Captions, *, share: float, fewest: int
) -> list[tuple[int, str, Heading]]:
    found = []
    for name, schema in schemas.items():
        heading = _best(headings, captions[name])
        if heading is None:
            continue
        there = matches(heading, captions[name])
        required = _required(schema)
        if len(there) >= fewest and len(schema.lacking(there)) <= (1 - share) * len(required):
            if len(required) <= 2 and len(there) < _half_of_captions(heading, schema):
                continue
            found.append((len(there), name, heading))
    return found


def _half_of_captions(heading: Heading, schema: TableSchema) -> int:
    """Two captions that fit do not make a wide sheet ours."""
    ignored = set(map(squash, schema.ignore_headers))
    return sum(bool(key := squash(text)) and key not in ignored for text in heading.texts) // 2


def _required(schema: TableSchema) -> set[str]:
    return {column.name for column in schema.columns if column.required}


def _unknown(
    sheet: RawSheet, headings: Sequence[Heading], schemas: Mapping[str, TableSchema], captions: Captions
) -> Problem:
    place = Location(sheet.berkas, sheet.lembar)
    full = _candidates(headings, schemas, captions, share=1.0, fewest=2)
    if len(full) > 1:
        most = max(count for count, _, _ in full)
        pilihan = ", ".join(name for count, name, _ in full if count == most)
        return problem("lembar-cocok-beberapa-tabel", place, pilihan=pilihan)
    near = max(_candidates(headings, schemas, captions, share=0.5, fewest=2), default=None, key=lambda one: one[:2])
    if near is None:
        return problem("lembar-tidak-dikenal", place)
    missing = schemas[near[1]].lacking(matches(near[2], captions[near[1]]))
    return problem("lembar-mirip-tabel", place, tabel=near[1], kurang=_headers(schemas[near[1]], missing))


def nearest(path: Path, schemas: Mapping[str, TableSchema]) -> tuple[Sequence[str], str | None, Sequence[str]]:
    """Of a file that is no table of ours: the captions that could be read, the table nearest to them, what it lacks.

    The table is None where not one required caption is there.
    """
    sheets = [item for item in read_file(path) if isinstance(item, RawSheet)]
    headings = [heading for sheet in sheets for heading in single_headings(sheet.rows[:_HEADER_WITHIN])]
    if not headings:
        return (), None, ()
    captions = captions_of(schemas)
    ranked = ((len(matches(one, captions[name])), name, one) for one in headings for name in schemas)
    count, name, heading = max(ranked, key=lambda one: one[:2])
    if count == 0:
        heading = max(headings, key=lambda one: sum(map(bool, one.texts)))
    texts = [text for text in heading.texts if text]
    if count == 0:
        return texts, None, ()
    schema = schemas[name]
    lacking = schema.lacking(matches(heading, captions[name]))
    return texts, schema.title, [column.header for column in schema.columns if column.name in lacking]


def _headers(schema: TableSchema, names: set[str]) -> str:
    return ", ".join(column.header for column in schema.columns if column.name in names)


def _no_header(sheet: RawSheet, schema: TableSchema) -> Problem:
    expected = _headers(schema, _required(schema))
    place = Location(sheet.berkas, sheet.lembar)
    return problem("baris-judul-tidak-ditemukan", place, tabel=schema.name, diharapkan=expected, semua_unit=True)


def _layout(
    sheet: RawSheet, schema: TableSchema, heading: Heading, known: Mapping[str, str]
) -> tuple[Layout, list[Problem]]:
    places = _places(heading, known)
    ignored = set(map(squash, schema.ignore_headers))
    taken = {position for found in places.values() for position in found}
    unread = {
        position: text
        for position, text in enumerate(heading.texts)
        if position not in taken and squash(text) not in ignored
    }
    positions = {name: found[0] for name, found in places.items() if len(found) == 1}
    captions = {name: heading.texts[found[0]] for name, found in places.items()}
    layout = Layout(
        schema,
        sheet.berkas,
        sheet.lembar,
        heading.index,
        sheet.first_column,
        positions,
        captions,
        unread=[*unread.items()],
    )
    named = {position: text for position, text in unread.items() if squash(text)}
    twice = [_twice(layout, name, found) for name, found in places.items() if len(found) > 1]
    missing = [_missing(layout, name, named) for name in _missing_names(schema, places)]
    scaled = scale_told(sheet.rows[: heading.index + 1], layout)
    return layout, [*twice, *missing, *scaled]


def _places(heading: Heading, known: Mapping[str, str]) -> dict[str, list[int]]:
    """Where each column stands; several places only where they are known by captions equally good."""
    ranked: dict[str, list[tuple[int, int]]] = {}
    names = settled(heading, known)
    for position, keys in enumerate(heading.keys):
        if found := best_key(keys, names):
            ranked.setdefault(found[1], []).append((found[0], position))
    return {name: [at for rank, at in found if rank == min(found)[0]] for name, found in ranked.items()}


def _missing_names(schema: TableSchema, places: Mapping[str, object]) -> list[str]:
    lacking = schema.lacking(places)
    return [column.name for column in schema.columns if column.name in lacking]


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
