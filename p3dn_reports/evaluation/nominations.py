"""Who is nominated for an award: as the Tim said, or where it said nothing, by the mapping of the first data.

Pasal 26 ayat (2) and Pasal 27 of Perbup 46/2023: nominees come out of penilaian awal, by a mapping of data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlglot import exp

from p3dn_reports.evaluation.assessment import Organisasi
from p3dn_reports.evaluation.availability import Measure, why_not
from p3dn_reports.evaluation.awarded import CalonAwal
from p3dn_reports.evaluation.compile import DIALECT, column, condition, folded, from_table
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.rules import Penghargaan, Scope
from p3dn_reports.tables import PROVENANCE, Tables

PESERTA = "peserta_penghargaan"

Row = Mapping[str, Any]
Place = tuple[object, ...]


def nominations(
    tables: Tables, scope: Scope, award: Penghargaan, rows: Iterable[Row], organisasi: Organisasi
) -> tuple[tuple[CalonAwal, ...], tuple[Problem, ...]]:
    """Every participant with whether it is nominated; a nominee outside the mapping is a problem at its row.

    A perangkat daerah is mapped by the rows of the units below it too.

    Where a table that the mapping needs was not handed in, nobody is mapped, a blank cell nominates nobody, and that
    is a problem too.
    """
    sebab = why_not(tables, scope, Measure(PESERTA, award.pemetaan, None)) if award.pemetaan else None
    mapped = _mapped(tables, scope, award, organisasi) if award.pemetaan and sebab is None else None
    found = [(row, _candidate(row, mapped)) for row in rows]
    candidates = tuple(one for _, one in found)
    return candidates, (*_unmapped(award, sebab, candidates), *_outside(found))


def _unmapped(award: Penghargaan, sebab: str | None, candidates: Iterable[CalonAwal]) -> Iterator[Problem]:
    """Those left out only because the mapping cannot be judged, told once for the award."""
    left = sum(not one.diberikan for one in candidates)
    if sebab is not None and left:
        yield problem("pemetaan-tidak-dapat-dinilai", tabel=PESERTA, banyak=left, judul=award.judul, sebab=sebab)


def _mapped(tables: Tables, scope: Scope, award: Penghargaan, organisasi: Organisasi) -> frozenset[Place]:
    """The places of the rows that meet the mapping, by their own code or by that of a unit below it."""
    schema = tables.schemas[PESERTA]
    query = from_table(exp.select(*(column(schema, name) for name in PROVENANCE)), schema)
    asked = condition(award.pemetaan, scope, tables.schemas, PESERTA)
    queries = [query.where(asked)]
    below = [(pelapor, kode) for kode, pelapor in organisasi.pelapor_of.items() if kode != pelapor]
    if below and schema.unit_column is not None:
        queries.append(_by_those_below(query, asked, schema.unit_column, below))
    return frozenset(row for one in queries for row in tables.ask(one.sql(dialect=DIALECT, copy=False)).rows)


def _by_those_below(query: exp.Select, asked: exp.Expr, kolom: str, below: Iterable[tuple[str, str]]) -> exp.Select:
    """The query with the code of every unit below a row's own in the place of that one."""
    units = exp.values(list(below), alias="bawahan", columns=["pelapor", "kode"])
    own = exp.column(kolom, quoted=True)

    def instead(node: exp.Expr) -> exp.Expr:
        return exp.column("kode", table="bawahan") if node == own else node

    same = exp.EQ(this=folded(own.copy()), expression=folded(exp.column("pelapor", table="bawahan")))
    return query.join(units, on=same).where(asked.transform(instead))


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
        alamat=row["alamat"] or None,
        produk=row["produk"] or None,
        data_pemetaan=row["data_pemetaan"] or None,
    )


def _outside(found: Iterable[tuple[Row, CalonAwal]]) -> Iterator[Problem]:
    for row, one in found:
        if one.nominasi and one.terpetakan is False:
            berkas, lembar, baris = (row[name] for name in PROVENANCE)
            place = Location(berkas, lembar, baris=baris, kolom="nominasi")
            yield problem("calon-tidak-terpetakan", place, nilai=one.nama or one.peserta, tabel=PESERTA)
