"""The rows behind one sum of one unit: which counted, which did not, and which term refused them.

The sum itself is the assessment's. That the rows add up to another is a bug of ours, and raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlglot import exp

from p3dn_reports.evaluation.availability import Measure, measure_of
from p3dn_reports.evaluation.compile import DIALECT, amount, column, compile_term, from_table, terms_of
from p3dn_reports.evaluation.objects.steps import Baris, Bukti, Sel, VonisSyarat
from p3dn_reports.evaluation.totals import Total
from p3dn_reports.evaluation.wording import term_in_words
from p3dn_reports.rules import Scope, Ukuran
from p3dn_reports.tables import PROVENANCE, Tables, TableSchema


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


def evidence(
    tables: Tables, scope: Scope, ukuran: Ukuran, units: Iterable[str], batas: int, nilai: Decimal | None
) -> Bukti:
    """The rows behind a ukuran of these unit codes, whose table must be there; at most `batas` rows a kind.

    Raises ArithmeticError where they do not add up to `nilai`, the sum as it was assessed.
    """
    schema, traced = tables.schemas[ukuran.tabel], trace(tables, scope, measure_of(ukuran), units, batas)
    added = Decimal(traced.dihitung.banyak) if ukuran.jumlah is None else traced.dihitung.jumlah
    if added != nilai:
        raise ArithmeticError(f"rows of {ukuran.id} add up to {added}, assessed were {nilai}")
    kolom = header(scope, schema, ukuran.jumlah) if ukuran.jumlah else None
    syarat = tuple(_verdicts(tables, scope, ukuran, traced))

    def told(rows: Iterable[Row]) -> tuple[Baris, ...]:
        return tuple(_origin(tables, scope, ukuran, row, kolom or "", syarat) for row in rows)

    return Bukti(
        ukuran=ukuran.id,
        tabel=ukuran.tabel,
        judul_tabel=schema.title,
        kolom=kolom,
        baris_unit=traced.baris,
        baris_dihitung=traced.dihitung.banyak,
        syarat=syarat,
        terbesar=told(traced.terbesar),
        ditolak_terbesar=told(traced.ditolak_terbesar),
    )


def header(scope: Scope, schema: TableSchema, kolom: str) -> str:
    """What a column is headed by; of a derived one, what is subtracted from what."""
    derived = scope.rulebook.kolom_turunan.get((schema.name, kolom))
    if derived is not None:
        return " - ".join(header(scope, schema, name) for name in derived.kurangi)
    found = schema.column(kolom)
    return found.header if found else kolom


def _verdicts(tables: Tables, scope: Scope, ukuran: Ukuran, traced: Trace) -> Iterator[VonisSyarat]:
    for index, term in enumerate(terms_of(ukuran.memenuhi, scope)):
        met, refused = traced.memenuhi[index], traced.ditolak[index]
        words = term_in_words(term, scope, tables.schemas, ukuran.tabel)
        yield VonisSyarat(words, met, traced.baris - met, refused.banyak, refused.jumlah)


def _origin(
    tables: Tables, scope: Scope, ukuran: Ukuran, row: Row, kolom: str, syarat: tuple[VonisSyarat, ...]
) -> Baris:
    derived = scope.rulebook.kolom_turunan.get((ukuran.tabel, ukuran.jumlah or ""))
    summed = derived.kurangi[0] if derived is not None else ukuran.jumlah or ""
    sel = tables.cell(ukuran.tabel, row.berkas, row.lembar, row.baris, summed)
    penolak = syarat[row.penolak].kalimat if row.penolak is not None else None
    return Baris(Sel(row.berkas, row.lembar, row.baris, sel), kolom, row.nilai, penolak)


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
