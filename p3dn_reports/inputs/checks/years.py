"""Rows that hold for some years only, such as units that were closed or founded: those of other years are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from p3dn_reports.inputs.checks.hits import Context, at_rows, hits_where
from p3dn_reports.problems import Problem
from p3dn_reports.tables import TableSchema

_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")
_MOST_NAMED = 3


def leave_out_other_years(context: Context) -> Iterator[Problem]:
    """Delete the rows whose years are others than that of `meta`, and say which."""
    for schema in context.tables.schemas.values():
        there = context.tables.columns_present.get(schema.name, frozenset())
        if context.meta and schema.years_column in there:
            yield from _leave_out(context, schema, schema.years_column, context.meta.periode.tahun)


def _leave_out(context: Context, schema: TableSchema, column: str, tahun: int) -> Iterator[Problem]:
    texts = [text for text in context.tables.distinct(schema.name, column) if not _holds(text, tahun)]
    if not texts:
        return
    where = f'list_contains(?, "{column}")'
    hits = hits_where(context, schema, where, [texts], f'"{schema.columns[1].name}"')
    named = ", ".join(f"{hit.nilai}" for hit in hits[:_MOST_NAMED])
    contoh = named if len(hits) <= _MOST_NAMED else f"{named}, dan {len(hits) - _MOST_NAMED} lagi"
    slots = {"unit": (), "jumlah": len(hits), "contoh": contoh, "nilai": str(texts[0]), "diharapkan": str(tahun)}
    yield from at_rows(context, schema, column, "baris-tahun-lain", hits, blames=False, **slots)
    context.tables.connection.execute(f'DELETE FROM "{schema.name}" WHERE {where}', [texts])
    _count_again(context, schema.name)


def _count_again(context: Context, table: str) -> None:
    sql = f'SELECT _berkas, _lembar, count(*) FROM "{table}" GROUP BY ALL'
    left = {(berkas, lembar): count for berkas, lembar, count in context.tables.connection.execute(sql).fetchall()}
    context.tables.sources = tuple(
        replace(source, jumlah_baris=left.get((source.berkas, source.lembar), 0)) if source.tabel == table else source
        for source in context.tables.sources
    )


def _holds(text: str, tahun: int) -> bool:
    """Whether a list of years, with spans such as 2020-2025 in it, has the year; one without any year says nothing."""
    spans = [(int(first), int(last or first)) for first, last in _YEARS.findall(str(text))]
    return not spans or any(first <= tahun <= last for first, last in spans)
