"""Rows of nobody, with which nothing is wrong but that no one knows whose they are: what they could add to sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sqlglot import exp

from p3dn_reports.evaluation.assessment import Organisasi
from p3dn_reports.evaluation.availability import Measure, measure_of, why_not
from p3dn_reports.evaluation.compile import DIALECT, Schemas, amount, column, condition, from_table
from p3dn_reports.evaluation.totals import exact_sum
from p3dn_reports.evaluation.withholding import Withholding
from p3dn_reports.problems import Problem
from p3dn_reports.rules import Scope
from p3dn_reports.tables import Tables


@dataclass(frozen=True, slots=True)
class Reach:
    """What rows could add to a sum: at the least (not above 0), at the most (not below 0), and how many they are."""

    banyak: int = 0
    paling_sedikit: Decimal = Decimal(0)
    paling_banyak: Decimal = Decimal(0)

    @property
    def jumlah(self) -> Decimal:
        """All of them together."""
        return exact_sum((self.paling_sedikit, self.paling_banyak))


Reaches = Mapping[Measure, Reach]


@dataclass(frozen=True, slots=True)
class Loose:
    """All rows of nobody of one folder, as far as a fault is about them.

    `menurut_temuan` has what the rows of each fault reach, `milik_siapa_pun` that of those which could be any unit's,
    `milik` that of those which are one of some units', by these.
    """

    menurut_temuan: Mapping[Problem, Reaches] = field(default_factory=dict)
    milik_siapa_pun: Reaches = field(default_factory=dict)
    milik: Sequence[tuple[frozenset[str], Reaches]] = ()

    def __bool__(self) -> bool:
        return bool(self.milik_siapa_pun or self.milik)

    def reach(self, measure: Measure, unit: str) -> Reach:
        """What the rows that may be the unit's could add to a sum of its."""
        named = (reaches for units, reaches in self.milik if unit in units)
        return together(one.get(measure, Reach()) for one in (self.milik_siapa_pun, *named))


NONE = Loose()


def together(found: Iterable[Reach]) -> Reach:
    """Several reaches as one."""
    listed = list(found)
    return Reach(
        sum(one.banyak for one in listed),
        exact_sum(one.paling_sedikit for one in listed),
        exact_sum(one.paling_banyak for one in listed),
    )


def loose_rows(tables: Tables, scope: Scope, organisasi: Organisasi, withheld: Withholding) -> Loose:
    """The rows of nobody in the tables that loose faults are about; those no fault names could be any unit's.

    Asks the database only where there is such a fault: hardly ever.
    """
    if not withheld.loose:
        return NONE
    named = {key: fault for fault in withheld.loose for key in _keys(fault)}
    of_units = any(fault.tabel == "satker" for fault in withheld.loose)
    found: dict[Problem | None, list[Reaches]] = {}
    for tabel, asked in measures_here(tables, scope).items():
        if of_units or any(fault.tabel == tabel for fault in withheld.loose):
            for place, reaches in _rows(tables, _query(scope, organisasi, tables.schemas, tabel, asked), asked):
                fault = next((named[key] for key in _row_keys(tabel, *place) if key in named), None)
                found.setdefault(fault, []).append(reaches)
    return _sorted_out({fault: _joined(listed) for fault, listed in found.items()}, withheld)


def _sorted_out(found: Mapping[Problem | None, Reaches], withheld: Withholding) -> Loose:
    owners = {fault: withheld.owners(fault) if fault else None for fault in found}
    anyones = _joined([reaches for fault, reaches in found.items() if owners[fault] is None])
    some = [(units, found[fault]) for fault, units in owners.items() if units is not None]
    return Loose({fault: reaches for fault, reaches in found.items() if fault}, anyones, some)


def _joined(listed: Sequence[Reaches]) -> Reaches:
    measures = dict.fromkeys(measure for reaches in listed for measure in reaches)
    return {measure: together(one.get(measure, Reach()) for one in listed) for measure in measures}


Key = tuple[str | None, ...]


def _keys(fault: Problem) -> Iterator[Key]:
    """What tells the rows of a fault: the unit it names, or its sheet and the code or name it quotes."""
    if fault.tabel == "satker":
        yield from ((kode,) for kode in fault.unit)
    else:
        yield (fault.tabel, fault.lokasi.berkas, fault.lokasi.lembar, fault.nilai)


def _row_keys(tabel: str, berkas: str, lembar: str | None, kode: str | None, nama: str | None) -> Iterator[Key]:
    """The keys of the faults that these rows may be told by."""
    yield (kode,)
    yield from ((tabel, berkas, lembar, said) for said in ([kode] if kode else [nama, None]))


def measures_here(tables: Tables, scope: Scope) -> dict[str, list[Measure]]:
    """By table that has units, what is added up from it here."""
    found: dict[str, list[Measure]] = {}
    for measure in dict.fromkeys(measure_of(one) for one in scope.rulebook.ukuran.values()):
        if tables.schemas[measure.tabel].unit_column and why_not(tables, scope, measure) is None:
            found.setdefault(measure.tabel, []).append(measure)
    return found


def _query(scope: Scope, organisasi: Organisasi, schemas: Schemas, tabel: str, asked: Sequence[Measure]) -> str:
    """Per sheet, unit code and unit name: how many rows meet each measure, their amounts below 0 and those above."""
    schema = schemas[tabel]
    zero = exp.Literal.number(0)
    unit = column(schema, schema.unit_column or "")
    name = column(schema, schema.unit_name_column) if schema.unit_name_column else exp.null()
    found: list[exp.Expr] = []
    for measure in asked:
        met = condition(measure.memenuhi, scope, schemas, tabel)
        found.append(exp.Sum(this=exp.Case().when(met, exp.Literal.number(1))))
        for pick in ("least", "greatest"):
            value = amount(measure.jumlah, scope, schema) if measure.jumlah else exp.Literal.number(0)
            found.append(exp.Sum(this=exp.Case().when(met.copy(), exp.func(pick, value, zero.copy()))))
    known = [exp.Literal.string(kode) for kode in sorted(_known(organisasi))]
    of_nobody = exp.or_(unit.copy().is_(exp.null()), exp.not_(unit.copy().isin(*known)))
    place = (column(schema, "_berkas"), column(schema, "_lembar"))
    query = from_table(exp.select(*place, unit, name, *found, copy=False), schema).where(of_nobody)
    query.set("group", exp.Group(all=True))
    return query.sql(dialect=DIALECT, copy=False)


def _known(organisasi: Organisasi) -> frozenset[str]:
    """The codes whose rows have their place: with a reporting unit, or out."""
    return frozenset(organisasi.pelapor_of) | {unit.kode_satker for unit in organisasi.dikeluarkan}


def _rows(tables: Tables, sql: str, asked: Sequence[Measure]) -> Iterator[tuple[tuple[Any, ...], Reaches]]:
    for *place, values in ((*row[:4], row[4:]) for row in tables.ask(sql).rows):
        yield tuple(place), {measure: _reach(measure, *values[3 * at : 3 * at + 3]) for at, measure in enumerate(asked)}


def _reach(measure: Measure, banyak: Any, least: Any, most: Any) -> Reach:
    """Counted rows add 1 each."""
    rows = int(banyak or 0)
    return Reach(rows, Decimal(least or 0), Decimal(most or 0) if measure.jumlah else Decimal(rows))
