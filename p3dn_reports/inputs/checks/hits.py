"""Rows that a check finds by SQL, told at their cells: where they stand, whose they are, what money hangs on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from p3dn_reports.inputs.checks.money import Amounts, amounts_sql, money, whose
from p3dn_reports.inputs.sheets.findings import how_many, touched, unit_sql
from p3dn_reports.inputs.sheets.sheet_layout import Layout
from p3dn_reports.inputs.values.amounts import written
from p3dn_reports.problems import Problem, problem
from p3dn_reports.tables import Meta, TableSchema
from p3dn_reports.tables.duck import DuckTables

Layouts = Mapping[tuple[str, str, str | None], Layout]
"""The layout of every sheet read, by table, file and sheet."""

RowPlace = tuple[str, str | None, int]
"""A row by its file, its sheet and its number."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the checks need beside a table: where its sheets stand, what `meta` says, which files there are.

    `names` are the units' names by their codes; `faulty` gives the rows whose cell in a column of a table could not be
    read, `told` those whose cell an earlier check has doubted: a second doubt of one cell would be the same cause.
    """

    tables: DuckTables
    layouts: Layouts
    meta: Meta | None
    files: frozenset[str]
    names: Mapping[str, str] = field(default_factory=dict)
    faulty: Callable[[str, str], Set[RowPlace]] = lambda _table, _column: frozenset()
    told: dict[tuple[str, str], set[RowPlace]] = field(default_factory=dict)

    def untold(self, table: str, column: str, hits: Iterable[Hit]) -> list[Hit]:
        """Those of the hits whose cell in `column` no check has doubted yet; now one has."""
        told = self.told.setdefault((table, column), set())
        fresh = [hit for hit in hits if hit.place not in told]
        told.update(hit.place for hit in fresh)
        return fresh


class Hit(NamedTuple):
    """One row found by a check: where it stands, its unit, its amounts (rupiah), and two values worth naming."""

    berkas: str
    lembar: str | None
    baris: int
    unit: str | None
    uang: Amounts
    nilai: object = None
    lain: object = None

    @property
    def place(self) -> RowPlace:
        """Where the row stands."""
        return self.berkas, self.lembar, self.baris


def hits_where(
    context: Context, schema: TableSchema, where: str, values: Sequence[object], show: str = "NULL"
) -> list[Hit]:
    """The rows of a table for which the SQL condition holds, in file order; `show` gives two expressions to name."""
    told = f"_berkas, _lembar, _baris, {unit_sql(schema)}, {amounts_sql(schema)}, {show}"
    sql = f'SELECT {told} FROM "{schema.name}" WHERE {where} ORDER BY rowid'
    return [Hit(*row) for row in context.tables.connection.execute(sql, list(values)).fetchall()]


def by_sheet(hits: Iterable[Hit]) -> Iterator[tuple[tuple[str, str | None], list[Hit]]]:
    """The hits of each sheet, in the order met."""
    sheets: dict[tuple[str, str | None], list[Hit]] = {}
    for hit in hits:
        sheets.setdefault((hit.berkas, hit.lembar), []).append(hit)
    yield from sheets.items()


def at_rows(
    context: Context,
    schema: TableSchema,
    column: str,
    kode: str,
    hits: Sequence[Hit],
    *,
    blames: bool = True,
    **isi: object,
) -> Iterator[Problem]:
    """One problem per sheet for the rows found, at the cells of `column`. `blames`: it withholds the rows' units."""
    known = schema.column(column)
    for (berkas, lembar), group in by_sheet(hits):
        layout = context.layouts[schema.name, berkas, lembar]
        units, unknown = touched(hit.unit for hit in group)
        rows, uang = [hit.baris for hit in group], money(schema, (hit.uang for hit in group))
        slots: dict[str, Any] = {"unit": units, "semua_unit": blames and unknown, "nilai": shown_value(group[0].nilai)}
        slots |= {
            "judul": layout.captions.get(column, known.header if known else column),
            "banyak": how_many(len(rows)),
            "uang": f" senilai {uang}" if uang else "",
            "nilainya": f"; nilai barisnya {uang}" if uang else "",
            "milik": whose((hit.unit for hit in group), context.names),
        }
        slots |= isi
        yield problem(kode, layout.location_of_rows(column, rows), tabel=schema.name, **slots)


def shown_value(value: object) -> str | None:
    """A value of the database as a person writes it."""
    if isinstance(value, Decimal):
        return written(Decimal(f"{value.normalize():f}"))
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return None if value is None else str(value)


def caption(schema: TableSchema, names: Iterable[str]) -> str:
    """The titles of columns in words: `Kode paket + Sumber transaksi`."""
    return " + ".join(column.title for name in names if (column := schema.column(name)))


def suggestion(names: Sequence[str]) -> str:
    """` Mungkin maksud Anda A atau B.`, or nothing."""
    return f" Mungkin maksud Anda {' atau '.join(names)}." if names else ""
