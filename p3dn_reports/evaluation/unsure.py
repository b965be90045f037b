"""Rows with a word that no list knows in a column that decides: whether they count is open, and so may be a status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sqlglot import exp

from p3dn_reports.evaluation.assessment import Organisasi, UnitPelapor, UnitResult
from p3dn_reports.evaluation.availability import Measure, measure_of
from p3dn_reports.evaluation.compile import DIALECT, amount, column, compile_term, from_table, terms_of
from p3dn_reports.evaluation.loose import Loose, Reach, Reaches, measures_here
from p3dn_reports.evaluation.withholding import divided_ukuran
from p3dn_reports.formatting import rupiah
from p3dn_reports.problems import Problem, problem
from p3dn_reports.rules import Scope, Term
from p3dn_reports.tables import Tables, TableSchema

Unknown = Mapping[str, Sequence[str]]
"""By column, the words in it that its list does not know."""


def unsure_rows(tables: Tables, scope: Scope, organisasi: Organisasi) -> dict[str, Reaches]:
    """By reporting unit, what the rows whose words nobody knows could add to its sums or take from them."""
    found: dict[str, Reaches] = {}
    for tabel, asked in measures_here(tables, scope).items():
        unknown = dict(_unknown_words(tables, tables.schemas[tabel]))
        touched = [one for one in asked if any(term.kolom in unknown for term in terms_of(one.memenuhi, scope))]
        if not touched:
            continue
        for unit, *values in tables.ask(_query(tables, scope, tabel, touched, unknown)).rows:
            if pelapor := organisasi.pelapor_of.get(unit):
                found[pelapor] = _added(found.get(pelapor, {}), touched, values)
    return found


def with_unsure(loose: Loose, unsure: Mapping[str, Reaches]) -> Loose:
    """The rows of nobody, and beside them those that are a unit's and may count or not."""
    return replace(loose, milik=(*loose.milik, *((frozenset({unit}), reaches) for unit, reaches in unsure.items())))


def unsure_statuses(scope: Scope, unsure: Mapping[str, Reaches], units: Iterable[UnitResult]) -> Iterator[Problem]:
    """A fault for each unit and indicator whose status hangs on such rows."""
    for one in units:
        reaches = unsure.get(one.unit.kode_satker, {})
        for name in sorted(one.indikator_ditahan) if reaches else ():
            indikator = scope.rulebook.indikator[name]
            measures = map(measure_of, divided_ukuran(scope, name) if indikator.pita else ())
            touched = [measure for measure in measures if reaches.get(measure, Reach()).banyak]
            if touched:
                yield _unsure(touched[0].tabel, reaches[touched[0]], indikator.judul, one.unit)


def _unsure(tabel: str, reach: Reach, judul: str, unit: UnitPelapor) -> Problem:
    banyak, jumlah = reach.banyak, rupiah(reach.paling_banyak - reach.paling_sedikit)
    return problem(
        "status-belum-pasti",
        tabel=tabel,
        unit=(unit.kode_satker,),
        judul=judul,
        nama=unit.nama,
        banyak=banyak,
        jumlah=jumlah,
    )


def _unknown_words(tables: Tables, schema: TableSchema) -> Iterator[tuple[str, list[str]]]:
    for one in schema.columns:
        if one.if_unknown and one.known_values and not one.several and schema.name in tables.present:
            unknown = set(tables.distinct(schema.name, one.name)) - set(one.known_values)
            if unknown:
                yield one.name, sorted(unknown)


def _query(tables: Tables, scope: Scope, tabel: str, asked: Sequence[Measure], unknown: Unknown) -> str:
    """Per unit and measure: how many rows are unsure, what those counted now hold, what the others would."""
    schema = tables.schemas[tabel]
    found: list[exp.Expr] = []
    for measure in asked:
        terms = terms_of(measure.memenuhi, scope)
        open_ones = [term for term in terms if term.kolom in unknown]
        sure = _met(tables, scope, tabel, [term for term in terms if term.kolom not in unknown])
        unsure = exp.and_(exp.or_(*(_among(schema, term.kolom, unknown) for term in open_ones)), *sure)
        counted = exp.and_(unsure, *_met(tables, scope, tabel, open_ones))
        value = amount(measure.jumlah, scope, schema) if measure.jumlah else exp.Literal.number(1)
        for met in (unsure, counted):
            found.append(exp.Sum(this=exp.Case().when(met.copy(), exp.Literal.number(1))))
            found.append(exp.Sum(this=exp.Case().when(met.copy(), value.copy())))
    unit = column(schema, schema.unit_column or "")
    query = from_table(exp.select(unit, *found, copy=False), schema)
    query.set("group", exp.Group(all=True))
    return query.sql(dialect=DIALECT, copy=False)


def _met(tables: Tables, scope: Scope, tabel: str, terms: Iterable[Term]) -> list[exp.Expr]:
    return [compile_term(term, scope, tables.schemas, tabel) for term in terms]


def _among(schema: TableSchema, kolom: str, unknown: Unknown) -> exp.Expr:
    return column(schema, kolom).isin(*(exp.Literal.string(word) for word in unknown[kolom]))


def _added(before: Reaches, asked: Sequence[Measure], values: Sequence[Any]) -> Reaches:
    after = dict(before)
    for at, measure in enumerate(asked):
        rows, total, _, counted = (Decimal(value or 0) for value in values[4 * at : 4 * at + 4])
        old = after.get(measure, Reach())
        after[measure] = Reach(
            old.banyak + int(rows), old.paling_sedikit - counted, old.paling_banyak + total - counted
        )
    return after
