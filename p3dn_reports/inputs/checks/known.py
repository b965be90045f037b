"""Values outside a column's known list: told once for each value, with its rows, its rupiah and what it does."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.inputs.checks.hits import Context, at_rows, hits_where
from p3dn_reports.inputs.values.constraints import parts_of
from p3dn_reports.problems import Problem
from p3dn_reports.tables import Column, TableSchema

_MOST_VALUES = 20


def unknown_values(context: Context, schema: TableSchema) -> Iterator[Problem]:
    """Values that no list of the schema knows. They stay as they are, and withhold nothing by themselves."""
    for column in schema.columns:
        if column.known_values and column.name in context.tables.columns_present[schema.name]:
            yield from _in_column(context, schema, column)


def _in_column(context: Context, schema: TableSchema, column: Column) -> Iterator[Problem]:
    known = set(column.known_values)
    values = context.tables.distinct(schema.name, column.name)
    unknown = [value for value in values if not known.issuperset(parts_of(column, value))]
    groups = [[value] for value in unknown] if len(unknown) <= _MOST_VALUES else [unknown]
    kode = "nilai-belum-dikenal" if column.if_unknown else "nilai-lain"
    for group in groups:
        hits = hits_where(context, schema, f'"{column.name}" IN (SELECT unnest(?))', [group], f'"{column.name}"')
        nilai = "”, “".join(group[:_MOST_VALUES])
        slots: dict[str, object] = {"nilai": nilai, "diharapkan": ", ".join(column.known_values)}
        yield from at_rows(context, schema, column.name, kode, hits, blames=False, akibat=column.if_unknown, **slots)
