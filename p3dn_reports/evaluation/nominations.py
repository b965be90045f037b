"""Who is nominated for an award: as the Tim said, or where it said nothing, by the mapping of the first data.

Pasal 26 ayat (2) and Pasal 27 of Perbup 46/2023: nominees come out of penilaian awal, by a mapping of data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlglot import exp

from p3dn_reports.evaluation.assessment import CalonAwal
from p3dn_reports.evaluation.availability import Measure, why_not
from p3dn_reports.evaluation.compile import DIALECT, column, condition, from_table
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.rules import Penghargaan, Scope
from p3dn_reports.tables import PROVENANCE, Tables

PESERTA = "peserta_penghargaan"

Row = Mapping[str, Any]
Place = tuple[object, ...]


def nominations(
    tables: Tables, scope: Scope, award: Penghargaan, rows: Iterable[Row]
) -> tuple[tuple[CalonAwal, ...], tuple[Problem, ...]]:
    """Every participant with whether it is nominated; a nominee outside the mapping is a problem at its row.

    Where a table that the mapping needs was not handed in, nobody is mapped, a blank cell nominates nobody, and that
    is a problem too.
    """
    sebab = why_not(tables, scope, Measure(PESERTA, award.pemetaan, None)) if award.pemetaan else None
    mapped = _mapped(tables, scope, award) if award.pemetaan and sebab is None else None
    found = [(row, _candidate(row, mapped)) for row in rows]
    candidates = tuple(one for _, one in found)
    return candidates, (*_unmapped(award, sebab, candidates), *_outside(found))


def _unmapped(award: Penghargaan, sebab: str | None, candidates: Iterable[CalonAwal]) -> Iterator[Problem]:
    """Those left out only because the mapping cannot be judged, told once for the award."""
    left = sum(not one.diberikan for one in candidates)
    if sebab is not None and left:
        yield problem("pemetaan-tidak-dapat-dinilai", tabel=PESERTA, banyak=left, judul=award.judul, sebab=sebab)


def _mapped(tables: Tables, scope: Scope, award: Penghargaan) -> frozenset[Place]:
    """The places of the rows that meet the mapping."""
    schema = tables.schemas[PESERTA]
    query = from_table(exp.select(*(column(schema, name) for name in PROVENANCE)), schema)
    sql = query.where(condition(award.pemetaan, scope, tables.schemas, PESERTA)).sql(dialect=DIALECT)
    return frozenset(tables.ask(sql).rows)


def _candidate(row: Row, mapped: frozenset[Place] | None) -> CalonAwal:
    terpetakan = None if mapped is None else tuple(row[name] for name in PROVENANCE) in mapped
    given: bool | None = row["nominasi"]
    return CalonAwal(
        peserta=row["peserta"],
        nama=row["nama"] or None,
        kategori=row["kategori"] or None,
        sub_kategori=row["sub_kategori"] or None,
        terpetakan=terpetakan,
        nominasi=bool(terpetakan) if given is None else given,
        diberikan=given is not None,
    )


def _outside(found: Iterable[tuple[Row, CalonAwal]]) -> Iterator[Problem]:
    for row, one in found:
        if one.nominasi and one.terpetakan is False:
            berkas, lembar, baris = (row[name] for name in PROVENANCE)
            place = Location(berkas, lembar, baris=baris, kolom="nominasi")
            yield problem("calon-tidak-terpetakan", place, nilai=one.nama or one.peserta, tabel=PESERTA)
