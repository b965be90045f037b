"""The rows behind one sum of one unit: which counted, which did not, and which term refused them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlglot import exp

from p3dn_reports.evaluation.availability import Measure
from p3dn_reports.evaluation.compile import DIALECT, amount, column, compile_term, from_table, terms_of
from p3dn_reports.evaluation.totals import Total
from p3dn_reports.rules import Scope
from p3dn_reports.tables import PROVENANCE, Tables


@dataclass(frozen=True, slots=True)
class Row:
    """One input row: where it stands, its amount, and the index of the first term that refused it (None: counted)."""

    berkas: str | None
    lembar: str | None
    baris: int | None
    nilai: Decimal | None
    penolak: int | None


@dataclass(frozen=True, slots=True)
class Trace:
    """`ditolak` is by the index of the first refusing term, `memenuhi` per term how many rows meet it."""

    dihitung: Total
    ditolak: tuple[Total, ...]
    memenuhi: tuple[int, ...]
    terbesar: tuple[Row, ...]
    ditolak_terbesar: tuple[Row, ...]

    @property
    def baris(self) -> int:
        """All rows of the unit in the table."""
        return self.dihitung.banyak + sum(one.banyak for one in self.ditolak)


def trace(tables: Tables, scope: Scope, measure: Measure, units: Iterable[str], batas: int) -> Trace:
    """Follow `measure` (which must be available) through the rows of these unit codes; at most `batas` rows a kind.

    Largest amounts first, by size whatever the sign; equal ones in file order.
    """
    judged = _judged(tables, scope, measure, list(units))
    terms = len(terms_of(measure.memenuhi, scope))
    groups = _run(tables, _groups(judged, terms))
    totals = {penolak: Total(banyak, Decimal(jumlah or 0)) for penolak, banyak, jumlah, *_ in groups}
    return Trace(
        dihitung=totals.get(None, Total()),
        ditolak=tuple(totals.get(index, Total()) for index in range(terms)),
        memenuhi=tuple(sum(row[3 + index] for row in groups) for index in range(terms)),
        terbesar=_largest(tables, judged, batas, counted=True),
        ditolak_terbesar=_largest(tables, judged, batas, counted=False),
    )


def _judged(tables: Tables, scope: Scope, measure: Measure, units: list[str]) -> exp.Subquery:
    """The unit's rows with the verdict of every term (t0, t1, ...) and the first that refuses."""
    schema, asked = tables.schemas[measure.tabel], terms_of(measure.memenuhi, scope)
    value = amount(measure.jumlah, scope, schema) if measure.jumlah else exp.null()
    terms = [compile_term(term, scope, tables.schemas, measure.tabel) for term in asked]
    columns = [column(schema, name).as_(name.strip("_")) for name in PROVENANCE]
    verdicts = [exp.Coalesce(this=term, expressions=[exp.false()]).as_(f"t{index}") for index, term in enumerate(terms)]
    refused = exp.Case()
    for index in range(len(terms)):
        refused = refused.when(exp.not_(exp.column(f"t{index}")), exp.Literal.number(index))
    codes = (exp.Literal.string(unit) for unit in units)
    own = column(schema, schema.unit_column).isin(*codes) if schema.unit_column else exp.true()
    rows = from_table(exp.select(*columns, value.as_("nilai"), *verdicts, exp.column("rowid").as_("urut")), schema)
    first = refused if terms else exp.null()
    own_rows = rows.where(own, copy=False).subquery("baris_unit", copy=False)
    return exp.select("*", first.as_("penolak")).from_(own_rows, copy=False).subquery("dinilai", copy=False)


def _groups(judged: exp.Subquery, terms: int) -> exp.Select:
    met = [exp.Count(this=exp.Case().when(exp.column(f"t{n}"), exp.Literal.number(1))) for n in range(terms)]
    totals = exp.select("penolak", exp.Count(this=exp.Star()), exp.Sum(this=exp.column("nilai")), *met)
    return totals.from_(judged.copy(), copy=False).group_by("penolak", copy=False)


def _largest(tables: Tables, judged: exp.Subquery, batas: int, *, counted: bool) -> tuple[Row, ...]:
    if not batas:
        return ()
    wanted = exp.column("penolak").is_(exp.null())
    size = exp.Ordered(this=exp.Abs(this=exp.column("nilai")), desc=True, nulls_first=False)
    rows = exp.select("berkas", "lembar", "baris", "nilai", "penolak").from_(judged.copy(), copy=False)
    rows = rows.where(wanted if counted else exp.not_(wanted), copy=False)
    chosen = rows.order_by(size, "urut", copy=False).limit(batas, copy=False)
    return tuple(Row(*row) for row in _run(tables, chosen))


def _run(tables: Tables, query: exp.Select) -> Sequence[tuple[Any, ...]]:
    return tables.ask(query.sql(dialect=DIALECT, copy=False)).rows
