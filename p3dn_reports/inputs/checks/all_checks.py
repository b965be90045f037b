"""What can only be said once all tables are loaded: references, keys, and what each schema asks for."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import Any

from p3dn_reports.inputs.checks.hits import Context, Hit, at_rows, caption, hits_where, suggestion
from p3dn_reports.inputs.checks.known import unknown_values
from p3dn_reports.inputs.checks.row_checks import CHECKS
from p3dn_reports.inputs.values.constraints import parts_of
from p3dn_reports.problems import Problem
from p3dn_reports.tables import Check, Column, TableSchema
from p3dn_reports.vocabulary import kode_perangkat_daerah

_MOST_KEYS = 20
_MOST_SUGGESTED = 200


def check_tables(context: Context) -> list[Problem]:
    """All problems between cells, table by table in the order of the schemas."""
    found: list[Problem] = []
    for schema in context.tables.schemas.values():
        if schema.name not in context.tables.present:
            continue
        found.extend(_references(context, schema))
        if schema.name != "meta" or _has_one_sheet(context, "meta"):
            found.extend(problem for key in schema.keys for problem in _duplicates(context, schema, key))
        found.extend(unknown_values(context, schema))
        found.extend(problem for check in schema.checks for problem in _run(context, schema, check))
    return found


def _run(context: Context, schema: TableSchema, check: Check) -> Iterator[Problem]:
    """A column that no file holds is blank in every row; where none of them is held, nothing can be said."""
    if not context.tables.columns_present.get(schema.name, frozenset()).isdisjoint(check.columns):
        yield from CHECKS[check.name](context, schema, check.columns)


def _has_one_sheet(context: Context, table: str) -> bool:
    """Several sheets of meta are one fault; that their keys repeat is its consequence."""
    return sum(name == table for name, _, _ in context.layouts) == 1


# References


def _references(context: Context, schema: TableSchema) -> Iterator[Problem]:
    for column in schema.columns:
        if column.reference and _can_refer(context, column):
            yield from _reference(context, schema, column, column.reference)


def _can_refer(context: Context, column: Column) -> bool:
    table, target = column.reference or ("", "")
    return target in context.tables.columns_present.get(table, frozenset())


def _reference(context: Context, schema: TableSchema, column: Column, reference: tuple[str, str]) -> Iterator[Problem]:
    known = _distinct(context, *reference)
    of_satker = reference == ("satker", "kode_satker")
    rolls_up = of_satker and column.name == schema.unit_column and schema.name != "satker"
    unknown = [
        value
        for value in _distinct(context, schema.name, column.name)
        if not all(_is_known(part, known, rolls_up) for part in parts_of(column, value))
    ]
    kode = "kode-satker-tidak-dikenal" if of_satker else "rujukan-baris-tidak-ada"
    for number, value in enumerate(unknown):
        near = _nearest(column, value, known) if number < _MOST_SUGGESTED else []
        slots: dict[str, Any] = {"usul": suggestion(near), "rujukan": reference[0]}
        if column.name == schema.unit_column:
            slots |= {"unit": near, "semua_unit": True, "lepas": True}
        hits = hits_where(context, schema, f'"{column.name}" = ?', [value], f'"{column.name}"')
        yield from at_rows(context, schema, column.name, kode, hits, **slots)


def _nearest(column: Column, value: str, known: Sequence[str]) -> list[str]:
    """The known values most like those of a cell that are not."""
    wrong = (part for part in parts_of(column, value) if part not in known)
    return [near for part in wrong for near in difflib.get_close_matches(part, known, 2, 0.9)]


def _is_known(value: str, known: Sequence[str], rolls_up: bool) -> bool:
    """Where rows roll up, a unit below a perangkat daerah counts as known where that one is."""
    return value in known or (rolls_up and kode_perangkat_daerah(value) in known)


def _distinct(context: Context, table: str, column: str) -> list[str]:
    sql = f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL GROUP BY ALL ORDER BY min(rowid)'
    return [str(value) for (value,) in context.tables.connection.execute(sql).fetchall()]


# Duplicates


def _duplicates(context: Context, schema: TableSchema, key: Sequence[str]) -> Iterator[Problem]:
    if not set(key) & context.tables.columns_present.get(schema.name, frozenset()):
        return
    groups = _duplicate_groups(context, schema, key)
    judul = caption(schema, key)
    if len(groups) > _MOST_KEYS:
        every = [hit for _, hits in groups for hit in hits]
        yield from at_rows(
            context, schema, key[-1], "baris-kembar-banyak", every, nilai=groups[0][0], kunci=judul, jumlah=len(groups)
        )
        return
    for nilai, hits in groups:
        yield from at_rows(context, schema, key[-1], "baris-kembar", hits, nilai=nilai, kunci=judul, jumlah=len(hits))


def _duplicate_groups(context: Context, schema: TableSchema, key: Sequence[str]) -> list[tuple[str, list[Hit]]]:
    """The values of a key that occur more than once, with all their rows. A blank in a required column is no value."""
    required = [column.name for column in schema.columns if column.required and column.name in key]
    filled = " AND ".join(f'"{name}" IS NOT NULL' for name in required) or "TRUE"
    names = ", ".join(f'"{name}"' for name in key)
    shown = f"concat_ws(' / ', {names})"
    where = f"{filled} QUALIFY count(*) OVER (PARTITION BY {names}) > 1"
    groups: dict[object, list[Hit]] = {}
    for hit in hits_where(context, schema, where, [], shown):
        groups.setdefault(hit.nilai, []).append(hit)
    return [(str(nilai), hits) for nilai, hits in groups.items() if not _are_parts(context, schema, key, hits)]


def _are_parts(context: Context, schema: TableSchema, key: Sequence[str], hits: Sequence[Hit]) -> bool:
    """Whether each row is of another sheet of one file, and the file's layout adds up rows of that key."""
    sheets = {(hit.berkas, hit.lembar) for hit in hits}
    parts = [context.layouts[schema.name, *sheet].parts for sheet in sheets]
    of_one_file = len({hit.berkas for hit in hits}) == 1
    return len(sheets) == len(hits) and of_one_file and all(set(found) == set(key) for found in parts)
