"""Sheets left over from another year: their rows are taken out, and that is all there is to say about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Any, NamedTuple

from p3dn_reports.inputs.checks.hits import Context, at_rows, hits_where
from p3dn_reports.problems import Problem
from p3dn_reports.tables import Column, TableSchema

_NEARLY_ALL = 0.9

Place = tuple[str, str, str | None]
"""A table, and a sheet that feeds it by its file and name."""


class Leftover(NamedTuple):
    """A sheet nearly all rows of which are of one other year, while the table has rows of this year elsewhere."""

    schema: TableSchema
    column: Column
    berkas: str
    lembar: str | None
    tahun: int

    @property
    def place(self) -> Place:
        """The sheet and its table."""
        return self.schema.name, self.berkas, self.lembar

    @property
    def where(self) -> str:
        """The SQL condition for its rows of the other year; three values to bind."""
        return f"{year_sql(self.column)} = ? AND _berkas = ? AND _lembar IS NOT DISTINCT FROM ?"

    @property
    def values(self) -> list[object]:
        """What `where` binds."""
        return [self.tahun, self.berkas, self.lembar]


def year_sql(column: Column) -> str:
    """The SQL expression for the year a row is of."""
    return f'year("{column.name}")' if column.kind.sql == "DATE" else f'"{column.name}"'


def leftover_sheets(context: Context) -> list[Leftover]:
    """Those of all tables whose rows name their year; none where the year of `meta` is not known."""
    if context.meta is None:
        return []
    tahun = context.meta.periode.tahun
    return [found for schema in context.tables.schemas.values() for found in _of_table(context, schema, tahun)]


def _of_table(context: Context, schema: TableSchema, tahun: int) -> Iterator[Leftover]:
    held = context.tables.columns_present.get(schema.name, frozenset())
    named = (name for check in schema.checks if check.name == "tahun_anggaran" for name in check.columns)
    for column in (schema.column(name) for name in named if name in held):
        if column is None:
            continue
        year = year_sql(column)
        sql = f'SELECT _berkas, _lembar, {year}, count(*) FROM "{schema.name}" WHERE {year} IS NOT NULL GROUP BY ALL'
        counts: dict[tuple[str, str | None], dict[int, int]] = {}
        for berkas, lembar, found, count in context.tables.connection.execute(sql).fetchall():
            counts.setdefault((berkas, lembar), {})[found] = count
        other = {place: _most(years) for place, years in counts.items() if _is_other(years, tahun)}
        if len(other) < len(counts):
            yield from (Leftover(schema, column, *place, most) for place, most in other.items())


def _most(counts: dict[int, int]) -> int:
    return max(counts, key=counts.__getitem__)


def _is_other(counts: dict[int, int], tahun: int) -> bool:
    most = _most(counts)
    return most != tahun and counts[most] >= _NEARLY_ALL * sum(counts.values())


def told(context: Context, sheets: Iterable[Leftover]) -> Iterator[Problem]:
    """One problem for each sheet, with what its rows amount to."""
    for sheet in sheets:
        hits = hits_where(context, sheet.schema, sheet.where, sheet.values)
        slots: dict[str, Any] = {"nilai": str(sheet.tahun), "jumlah": len(hits)}
        slots["diharapkan"] = str(context.meta.periode.tahun) if context.meta else None
        yield from at_rows(context, sheet.schema, sheet.column.name, "lembar-tahun-lain", hits, blames=False, **slots)


def take_out(context: Context, sheets: Iterable[Leftover]) -> None:
    """Take the rows of the other year out of their tables."""
    for sheet in sheets:
        context.tables.connection.execute(f'DELETE FROM "{sheet.schema.name}" WHERE {sheet.where}', sheet.values)


def is_on(found: Problem, places: Set[Place]) -> bool:
    """Whether a problem is about one of the sheets."""
    return (found.tabel or "", found.lokasi.berkas or "", found.lokasi.lembar) in places
