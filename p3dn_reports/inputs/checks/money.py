"""What money hangs on rows at fault, in words: how many rupiah, which figure they feed, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING

from p3dn_reports.formatting import rupiah
from p3dn_reports.tables import Column, TableSchema

if TYPE_CHECKING:
    import duckdb

_MOST_NAMES = 2

Amounts = Sequence[Decimal | None]
"""The amounts of a row or of several, in the order of `fed_by`; None where a cell is blank or at fault."""


def fed_by(schema: TableSchema) -> tuple[Column, ...]:
    """The columns of rupiah that a figure is added up from."""
    return tuple(column for column in schema.columns if column.feeds)


def amounts_sql(schema: TableSchema) -> str:
    """The SQL expression for a row's amounts."""
    parts = ", ".join(f'"{column.name}"' for column in fed_by(schema))
    return f"[{parts}]" if parts else "NULL"


def money(schema: TableSchema, rows: Iterable[Amounts | None]) -> str:
    """`Rp1.000,00 (realisasi PDN)`: the sums of the rows' amounts and the figures they feed, or nothing."""
    totals = [sum(filter(None, column), Decimal(0)) for column in zip_longest(*(row or () for row in rows))]
    told = [f"{rupiah(total)} ({column.feeds})" for column, total in zip(fed_by(schema), totals, strict=False) if total]
    return " dan ".join(told)


def worth(connection: duckdb.DuckDBPyConnection, schema: TableSchema, places: Sequence[int]) -> str:
    """`; nilai barisnya Rp1.000,00 (realisasi PDN)` of the rows at some places of a table (from 0), or nothing."""
    if not fed_by(schema):
        return ""
    numbered = f'SELECT {amounts_sql(schema)} AS uang FROM "{schema.name}" WHERE rowid IN (SELECT unnest(?))'
    told = money(schema, (row[0] for row in connection.execute(numbered, [list(places)]).fetchall()))
    return f"; nilai barisnya {told}" if told else ""


def whose(units: Iterable[str | None], names: Mapping[str, str]) -> str:
    """` milik Dinas Pendidikan`, or ` milik 17 satuan kerja`; nothing where no unit is known."""
    known = list(dict.fromkeys(names.get(unit, unit) for unit in units if unit))
    if len(known) > _MOST_NAMES:
        return f" milik {len(known)} satuan kerja"
    return f" milik {' dan '.join(known)}" if known else ""
