"""Sums and counts per reporting unit: one query per table, exact DECIMAL, rolled up without rounding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal, localcontext
from itertools import groupby
from typing import Any, NamedTuple

from sqlglot import exp

from p3dn_reports.evaluation.assessment import Organisasi
from p3dn_reports.evaluation.availability import Measure
from p3dn_reports.evaluation.compile import DIALECT, amount, column, condition, from_table
from p3dn_reports.rules import Scope
from p3dn_reports.tables import Tables, TableSchema

_EXACT = Context(prec=100)


class Total(NamedTuple):
    """How many rows, and the sum of their amounts (rupiah; 0 where only counted)."""

    banyak: int = 0
    jumlah: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals by measure and reporting unit, and how many rows of each table are the unit's at all."""

    nilai: Mapping[tuple[Measure, str], Total] = field(default_factory=dict)
    baris: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def of(self, measure: Measure, unit: str) -> Total:
        """The unit's total; of a unit without rows, zero."""
        return self.nilai.get((measure, unit), Total())


def exact_sum(values: Iterable[Decimal]) -> Decimal:
    """The sum without rounding, whatever the precision set for the thread."""
    with localcontext(_EXACT):
        return sum(values, Decimal(0))


def add(totals: Iterable[Total]) -> Total:
    """Several totals as one."""
    listed = list(totals)
    return Total(sum(one.banyak for one in listed), exact_sum(one.jumlah for one in listed))


def take_totals(tables: Tables, scope: Scope, organisasi: Organisasi, measures: Iterable[Measure]) -> Totals:
    """Take the measures, all of which must be available, per reporting unit. Rows of unknown units count nowhere."""
    nilai: dict[tuple[Measure, str], list[Total]] = {}
    baris: dict[tuple[str, str], int] = {}
    ordered = sorted(dict.fromkeys(measures), key=lambda measure: measure.tabel)
    for tabel, grouped in groupby(ordered, key=lambda measure: measure.tabel):
        chosen = list(grouped)
        for unit, rows, totals in _query(tables, scope, tables.schemas[tabel], chosen):
            pelapor = organisasi.pelapor_of.get(unit)
            if pelapor is None:
                continue
            baris[tabel, pelapor] = baris.get((tabel, pelapor), 0) + rows
            for measure, total in zip(chosen, totals, strict=True):
                nilai.setdefault((measure, pelapor), []).append(total)
    return Totals({key: add(parts) for key, parts in nilai.items()}, baris)


def totals_query(scope: Scope, schema: TableSchema, measures: Iterable[Measure]) -> exp.Select:
    """One scan of the table: per unit code the number of rows, then count and sum of every measure."""
    unit = column(schema, schema.unit_column or "")
    query = from_table(exp.select(unit, exp.Count(this=exp.Star())), schema).group_by(unit.copy())
    for measure in measures:
        met = condition(measure.memenuhi, scope, schema)
        query = query.select(exp.Count(this=exp.Case().when(met, exp.Literal.number(1))), copy=False)
        summed = amount(measure.jumlah, scope, schema) if measure.jumlah else exp.null()
        query = query.select(exp.Sum(this=exp.Case().when(met.copy(), summed)), copy=False)
    return query


def _query(
    tables: Tables, scope: Scope, schema: TableSchema, measures: list[Measure]
) -> list[tuple[str, int, list[Total]]]:
    if schema.unit_column is None:
        return []
    with tables.connection.cursor() as cursor:
        rows = cursor.execute(totals_query(scope, schema, measures).sql(dialect=DIALECT)).fetchall()
    return [(unit, count, _pairs(rest)) for unit, count, *rest in rows]


def _pairs(values: list[Any]) -> list[Total]:
    pairs = zip(values[::2], values[1::2], strict=True)
    return [Total(count, Decimal(total or 0)) for count, total in pairs]
