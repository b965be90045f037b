"""Breakdowns: sums of several columns, one line per item of a list or per value of a column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlglot import exp

from p3dn_reports.evaluation.assessment import Organisasi, RincianBaris
from p3dn_reports.evaluation.availability import Measure, why_not
from p3dn_reports.evaluation.compile import DIALECT, amount, column, condition, from_table, list_item
from p3dn_reports.evaluation.totals import exact_sum
from p3dn_reports.rules import ListItem, Rincian, Scope
from p3dn_reports.tables import Tables, TableSchema

TANPA_NILAI = "(kosong)"


@dataclass(frozen=True, slots=True)
class Piece:
    """What one query row gives: the reporting unit, the line it belongs to, its count and sums."""

    unit: str
    kode: str
    banyak: int
    jumlah: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A rincian taken for all units at once; `items` are None where the column's own values make the lines."""

    rincian: Rincian
    items: tuple[ListItem, ...] | None
    pieces: tuple[Piece, ...]

    def lines(self, units: Iterable[str]) -> tuple[RincianBaris, ...]:
        """The lines of these units together: the list's items in its order, all of them, or the values, sorted."""
        wanted = set(units)
        pieces: dict[str, list[Piece]] = {}
        for piece in self.pieces:
            if piece.unit in wanted:
                pieces.setdefault(piece.kode, []).append(piece)
        if self.items is None:
            return tuple(self._line(kode, kode or TANPA_NILAI, pieces[kode]) for kode in sorted(pieces))
        return tuple(self._line(item.kode, item.nama, pieces.get(item.kode, [])) for item in self.items)

    def _line(self, kode: str, nama: str, pieces: list[Piece]) -> RincianBaris:
        jumlah = {
            kolom: exact_sum(piece.jumlah[index] for piece in pieces) for index, kolom in enumerate(self.rincian.jumlah)
        }
        return RincianBaris(kode, nama, sum(piece.banyak for piece in pieces), jumlah)


def take_breakdowns(tables: Tables, scope: Scope, organisasi: Organisasi) -> Mapping[str, Breakdown | None]:
    """Every rincian of the rulebook; None where its table, a column or a list is wanting here."""
    return {
        rincian.id: _take(tables, scope, organisasi, rincian) if _available(tables, scope, rincian) else None
        for rincian in scope.rulebook.rincian.values()
    }


def _available(tables: Tables, scope: Scope, rincian: Rincian) -> bool:
    if rincian.daftar is not None and scope.daftar(rincian.daftar) is None:
        return False
    # A column no file holds sums to nothing in its own place; it does not take the other columns with it.
    return why_not(tables, scope, Measure(rincian.tabel, rincian.memenuhi, None)) is None


def _take(tables: Tables, scope: Scope, organisasi: Organisasi, rincian: Rincian) -> Breakdown:
    dated = scope.daftar(rincian.daftar) if rincian.daftar is not None else None
    items = dated.nilai if dated is not None else None
    schema = tables.schemas[rincian.tabel]
    if schema.unit_column is None:
        return Breakdown(rincian, items, ())
    sql = _query(scope, schema, rincian, items).sql(dialect=DIALECT)
    with tables.connection.cursor() as cursor:
        rows = cursor.execute(sql).fetchall()
    pieces = (_piece(organisasi, row) for row in rows)
    return Breakdown(rincian, items, tuple(piece for piece in pieces if piece is not None))


def _query(scope: Scope, schema: TableSchema, rincian: Rincian, items: tuple[ListItem, ...] | None) -> exp.Select:
    unit = column(schema, schema.unit_column or "")
    line = _line_of(scope, schema, rincian, items)
    inner = [unit.as_("unit"), line.as_("kode")]
    sums = []
    for index, kolom in enumerate(rincian.jumlah):
        inner.append(amount(kolom, scope, schema).as_(f"nilai{index}"))
        sums.append(exp.Sum(this=exp.column(f"nilai{index}")))
    rows = from_table(exp.select(*inner), schema).where(condition(rincian.memenuhi, scope, schema))
    grouped = exp.select("unit", "kode", exp.Count(this=exp.Star()), *sums).from_(rows.subquery("baris"))
    return grouped.where(exp.not_(exp.column("kode").is_(exp.null()))).group_by("unit", "kode")


def _line_of(scope: Scope, schema: TableSchema, rincian: Rincian, items: tuple[ListItem, ...] | None) -> exp.Expr:
    if items is None:
        text = exp.Trim(this=exp.cast(amount(rincian.menurut, scope, schema), "TEXT"))
        return exp.Coalesce(this=text, expressions=[exp.Literal.string("")])
    hierarki = scope.rulebook.daftar[rincian.daftar or ""].hierarki
    return list_item(rincian.menurut, [item.kode for item in items], hierarki, scope, schema)


def _piece(organisasi: Organisasi, row: tuple[Any, ...]) -> Piece | None:
    unit, kode, banyak, *jumlah = row
    pelapor = organisasi.pelapor_of.get(unit)
    return Piece(pelapor, kode, banyak, tuple(Decimal(one or 0) for one in jumlah)) if pelapor else None
