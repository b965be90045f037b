"""Rows about one thing that say different things of it, such as two values of one contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from p3dn_reports.inputs.checks.hits import Context, at_rows, caption, hits_where, shown_value
from p3dn_reports.problems import Location, Problem
from p3dn_reports.tables import TableSchema


def one_value(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """Rows alike in all columns but the last, where that one differs from the first row filled; blanks say nothing."""
    *keys, name = columns
    alike = ", ".join(f'lower(trim(CAST("{key}" AS VARCHAR)))' for key in keys)
    filled = " AND ".join(f'"{column}" IS NOT NULL' for column in columns)
    over = f"OVER (PARTITION BY {alike} ORDER BY rowid)"
    first = f'first_value({{"nilai": "{name}", "berkas": _berkas, "lembar": _lembar, "baris": _baris}}) {over}'
    differs = f'{filled} QUALIFY "{name}" <> first_value("{name}") {over}'
    for hit in hits_where(context, schema, differs, [], f'"{name}", {first}'):
        other = cast("Mapping[str, object]", hit.lain)
        slots = {
            "kunci": caption(schema, keys),
            "kembaran": _place(context, schema, name, other),
            "diharapkan": shown_value(other["nilai"]),
        }
        yield from at_rows(context, schema, name, "nilai-berbeda-sekunci", [hit], blames=False, **slots)


def _place(context: Context, schema: TableSchema, name: str, other: Mapping[str, object]) -> Location:
    berkas, lembar, baris = str(other["berkas"]), cast("str | None", other["lembar"]), cast("int", other["baris"])
    return context.layouts[schema.name, berkas, lembar].location_of_rows(name, [baris])
