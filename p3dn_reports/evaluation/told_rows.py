"""Rows that reading has told of at the very cell a check of the rulebook looks at: told once, they are left out here.

A cell that could not be read holds nothing and is no blank; a day of another year is told with its cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from sqlglot import exp

from p3dn_reports.evaluation.assessment import Organisasi
from p3dn_reports.evaluation.availability import Measure, blanks_sought, days_sought
from p3dn_reports.evaluation.compile import DIALECT, amount, column, condition, from_table
from p3dn_reports.evaluation.totals import Total, add
from p3dn_reports.rules import Scope
from p3dn_reports.tables import PROVENANCE, TOLD, Tables


def told_already(
    tables: Tables, scope: Scope, organisasi: Organisasi, checks: Mapping[str, Measure]
) -> Mapping[tuple[str, str], Total]:
    """By check and reporting unit: the rows it finds by a blank or a day that is told already. Hardly ever any."""
    told = set(tables.ask(f'SELECT DISTINCT tabel, kolom FROM "{TOLD}"').rows)
    found: dict[tuple[str, str], list[Total]] = {}
    for name, measure in checks.items() if told else ():
        looked_at = (*blanks_sought(scope, measure), *days_sought(scope, measure))
        sought = [kolom for kolom in looked_at if (measure.tabel, kolom) in told]
        for unit, banyak, jumlah in tables.ask(_query(tables, scope, measure, sought)).rows if sought else ():
            if pelapor := organisasi.pelapor_of.get(unit):
                found.setdefault((name, pelapor), []).append(Total(banyak, Decimal(jumlah or 0)))
    return {key: add(parts) for key, parts in found.items()}


def less(total: Total, part: Total) -> Total:
    """What is left of a total without a part of it."""
    return Total(total.banyak - part.banyak, total.jumlah - part.jumlah)


def _query(tables: Tables, scope: Scope, measure: Measure, sought: Sequence[str]) -> str:
    schema = tables.schemas[measure.tabel]
    summed = exp.Sum(this=amount(measure.jumlah, scope, schema)) if measure.jumlah else exp.Literal.number(0)
    chosen = exp.select(column(schema, schema.unit_column or ""), exp.Count(this=exp.Star()), summed, copy=False)
    met = condition(measure.memenuhi, scope, tables.schemas, measure.tabel)
    query = from_table(chosen, schema).where(met, exp.Exists(this=_cells_of(measure.tabel, sought)))
    query.set("group", exp.Group(all=True))
    return query.sql(dialect=DIALECT, copy=False)


def _cells_of(tabel: str, sought: Sequence[str]) -> exp.Select:
    """The cells told of in the columns sought of the row looked at."""
    cells = exp.select("1").from_(exp.to_identifier(TOLD, quoted=True))
    return cells.where(_named("tabel", [tabel]), _named("kolom", sought), *_same_row(tabel))


def _named(name: str, words: Sequence[str]) -> exp.Expr:
    return exp.column(name, table=TOLD).isin(*map(exp.Literal.string, words))


def _same_row(tabel: str) -> Iterator[exp.Expr]:
    for name in PROVENANCE:
        own, other = (exp.column(name, table=one, quoted=True) for one in (tabel, TOLD))
        yield exp.NullSafeEQ(this=own, expression=other)
