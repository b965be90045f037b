"""Amounts that no total contradicts and that cannot well be right, held against what else the folder knows of them.

A stray factor of a thousand, three zeros or a lost decimal comma, is a few digits in a cell and the whole of a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from p3dn_reports.formatting import rupiah
from p3dn_reports.inputs.checks.hits import Context, at_rows, hits_where
from p3dn_reports.inputs.sheets.findings import unit_sql
from p3dn_reports.problems import Problem
from p3dn_reports.tables import TableSchema

_FEW = 5
"""Of so many rows of a unit one can be told to stand apart."""
_OVER_NEXT, _OVER_MEDIAN = 10, 100
"""How many times the next largest and the median an amount must be: in real records it is at most 7 and 67 times."""
_OVER_PLANNED = 100
"""How many times its announced ceiling a contract must be: real ones go up to 10, by an amended package."""


def apart_from_others(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """The largest amount of a unit, where it is far above all its others."""
    (name,) = columns
    unit = unit_sql(schema)
    sql = f"""SELECT {unit} AS unit, max("{name}", 2) AS most, median("{name}") AS usual FROM "{schema.name}"
              WHERE "{name}" > 0 AND {unit} IS NOT NULL GROUP BY unit
              HAVING count(*) >= {_FEW} AND most[1] >= {_OVER_NEXT} * most[2] AND most[1] >= {_OVER_MEDIAN} * usual"""
    for kode, (most, following), _ in context.tables.connection.execute(sql).fetchall():
        hits = hits_where(context, schema, f'{unit} = ? AND "{name}" = ?', [kode, most], f'"{name}"')
        hits = context.untold(schema.name, name, hits)
        next_one, times = rupiah(following), int(most / following)
        yield from at_rows(
            context, schema, name, "jumlah-menyimpang", hits, blames=False, diharapkan=next_one, kali=times
        )


def within_budget(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """No payment alone is above the whole budget of its unit's account, where `anggaran` says that."""
    name, account = columns
    budget = f"""(SELECT max(anggaran.anggaran_perubahan) FROM anggaran WHERE anggaran.kode_satker = {_own_unit(schema)}
                 AND starts_with(concat("{schema.name}"."{account}", '.'), concat(anggaran.kode_rekening, '.')))"""
    if "anggaran" in context.tables.present:
        yield from _above(context, schema, name, f'"{name}" > {budget}', budget, "anggaran rekeningnya")


def within_plan(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """No contract is a hundred times the ceiling of its package in the RUP, and ten times what its unit's are."""
    name, package = columns
    ceiling = f'(SELECT max(rup.total_nilai) FROM rup WHERE rup.kode_rup = "{schema.name}"."{package}")'
    usual = f'(SELECT median(q."{name}") FROM "{schema.name}" q WHERE q."{schema.unit_column}" = {_own_unit(schema)})'
    where = f'"{name}" > {_OVER_PLANNED} * {ceiling} AND "{name}" > {_OVER_NEXT} * {usual}'
    if "rup" in context.tables.present:
        yield from _above(context, schema, name, where, ceiling, "pagu paketnya pada RUP")


def _own_unit(schema: TableSchema) -> str:
    """The unit of a row as a query within the query must name it."""
    return f'"{schema.name}"."{schema.unit_column}"'


def _above(context: Context, schema: TableSchema, name: str, where: str, limit: str, words: str) -> Iterator[Problem]:
    hits = hits_where(context, schema, where, [], f'"{name}", {limit}')
    for hit in context.untold(schema.name, name, hits):
        planned = rupiah(hit.lain) if isinstance(hit.lain, Decimal) else ""
        yield from at_rows(
            context, schema, name, "jumlah-melebihi-rencana", [hit], blames=False, batas=words, diharapkan=planned
        )
