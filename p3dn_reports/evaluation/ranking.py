"""The largest rows of every unit: one query for all of them, ties at the last place listed, beside their watching."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlglot import exp

from p3dn_reports.evaluation.assessment import Organisasi, PeringkatBaris, PeringkatResult
from p3dn_reports.evaluation.availability import Measure, why_not
from p3dn_reports.evaluation.compile import DIALECT, Schemas, amount, column, condition, from_table
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import Pemantauan, Peringkat, Scope
from p3dn_reports.tables import PROVENANCE, Tables

_RANK, _OF_UNIT, _AMOUNT, _UNIT, _PLACE = "_urutan", "_banyak", "_nilai", "_pelapor", "_letak"


def rankings(
    tables: Tables, scope: Scope, organisasi: Organisasi, cacat: Mapping[str, frozenset[str]]
) -> Mapping[str, Mapping[str, PeringkatResult]]:
    """Every ranking of the rulebook by reporting unit, then by id; one that cannot be had says why.

    `cacat`: by table, the units whose rows in it cannot be trusted; their watching is not shown.
    """
    lists = [
        _ranking(tables, scope, organisasi, one, cacat.get(one.pemantauan.tabel, frozenset()) if one.pemantauan else ())
        for one in scope.rulebook.peringkat.values()
    ]
    units = [unit.kode_satker for unit in organisasi.pelapor]
    return {unit: {name: of_units[unit] for name, of_units in lists} for unit in units}


def _ranking(
    tables: Tables, scope: Scope, organisasi: Organisasi, peringkat: Peringkat, ragu: Iterable[str]
) -> tuple[str, dict[str, PeringkatResult]]:
    sebab = _why_not(tables, scope, peringkat)
    banyak = scope.parameter(peringkat.banyak)
    found = _Rows(tables, peringkat, {}, {})
    if sebab is None and banyak is not None and banyak.nilai >= 1 and organisasi.pelapor_of:
        found = _taken(tables, scope, organisasi, peringkat, int(banyak.nilai))
    units = (unit.kode_satker for unit in organisasi.pelapor)
    asked = int(banyak.nilai) if banyak is not None else None
    return peringkat.id, {
        unit: PeringkatResult(
            peringkat=peringkat.id,
            judul=peringkat.judul,
            kolom=_captions(tables, peringkat),
            diminta=asked,
            jumlah_baris=found.count(unit),
            baris=found.lines(unit, watched=unit not in ragu),
            catatan=_note(found, unit, asked, ragu=unit in ragu) if sebab is None and asked is not None else None,
            sebab=sebab,
            dasar=scope.citations(peringkat.dasar),
        )
        for unit in units
    }


def _why_not(tables: Tables, scope: Scope, peringkat: Peringkat) -> str | None:
    sebab = why_not(tables, scope, Measure(peringkat.tabel, peringkat.memenuhi, peringkat.menurut))
    if sebab is None and scope.parameter(peringkat.banyak) is None:
        judul = scope.rulebook.parameter[peringkat.banyak].judul
        return f"parameter {judul} tidak berlaku pada {tanggal(scope.data_per)}"
    return sebab


@dataclass(frozen=True, slots=True)
class _Rows:
    """The ranked rows of every unit, as the database gave them, and the rows of the watching by unit and key."""

    tables: Tables
    peringkat: Peringkat
    ranked: Mapping[str, list[dict[str, Any]]]
    watching: Mapping[tuple[str, str], dict[str, Any]]

    def count(self, unit: str) -> int:
        """How many rows of the unit could be ranked."""
        return next((row[_OF_UNIT] for row in self.ranked.get(unit, ())), 0)

    def lines(self, unit: str, *, watched: bool) -> tuple[PeringkatBaris, ...]:
        """The unit's list, from the largest."""
        return tuple(self._line(unit, row, watched=watched) for row in self.ranked.get(unit, ()))

    def _line(self, unit: str, row: dict[str, Any], *, watched: bool) -> PeringkatBaris:
        berkas, lembar, baris = (row[place] for place in PROVENANCE)
        pemantauan = self.peringkat.pemantauan
        state = self.watching.get((unit, _folded(row[pemantauan.kunci])), {}) if pemantauan and watched else {}
        return PeringkatBaris(
            urutan=row[_RANK],
            nilai=row[_AMOUNT],
            isi={kolom: _text(row[kolom]) for kolom in self.peringkat.tampilkan},
            pemantauan={kolom: _text(state.get(kolom)) for kolom in pemantauan.kolom} if pemantauan else {},
            berkas=berkas,
            lembar=lembar,
            baris=baris,
            sel=self.tables.cell(self.peringkat.tabel, berkas, lembar, baris, self.peringkat.menurut),
            keterangan=_text(state.get(pemantauan.keterangan)) if pemantauan and pemantauan.keterangan else None,
        )


def _taken(tables: Tables, scope: Scope, organisasi: Organisasi, peringkat: Peringkat, banyak: int) -> _Rows:
    query = ranking_query(scope, tables.schemas, peringkat, organisasi.pelapor_of, banyak)
    answer = tables.ask(query.sql(dialect=DIALECT, copy=False))
    rows = [dict(zip(answer.names, values, strict=True)) for values in answer.rows]
    ranked: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        ranked.setdefault(row[_UNIT], []).append(row)
    watching = _watching(tables, peringkat.pemantauan, organisasi) if peringkat.pemantauan else {}
    return _Rows(tables, peringkat, ranked, watching)


def ranking_query(
    scope: Scope, schemas: Schemas, peringkat: Peringkat, pelapor_of: Mapping[str, str], banyak: int
) -> exp.Select:
    """The listed rows of all units by rank, with the number of rows each unit could have ranked.

    What is smaller than a unit's last amount is left out before anything is put in order, and the columns that tell a
    row are looked up for the listed rows alone: sorting and carrying all is dear.
    """
    schema, pemantauan = schemas[peringkat.tabel], peringkat.pemantauan
    shown = dict.fromkeys([*peringkat.tampilkan, *([pemantauan.kunci] if pemantauan else []), *PROVENANCE])
    value, unit, place = (exp.column(name, quoted=True) for name in (_AMOUNT, _UNIT, _PLACE))
    largest = exp.Anonymous(this="MAX", expressions=[value.copy(), exp.Literal.number(banyak)])
    last = exp.Anonymous(this="LIST_MIN", expressions=[largest])
    limits = exp.select(unit.copy(), last.as_("_batas"), exp.Count(this=exp.Star()).as_(_OF_UNIT, quoted=True))
    listed = exp.select(exp.Star(), _rank().as_(_RANK, quoted=True)).from_("memenuhi")
    listed = listed.join(limits.from_("memenuhi").group_by(unit.copy()).subquery("batas"), using=_UNIT)
    listed = listed.where(exp.GTE(this=value.copy(), expression=exp.column("_batas")))
    numbers = (exp.column(name, quoted=True) for name in (_UNIT, _RANK, _OF_UNIT, _AMOUNT))
    told = from_table(exp.select(*(column(schema, name) for name in shown), *numbers), schema)
    rank = exp.column(_RANK, quoted=True)
    return (
        told.join(listed.subquery("terdaftar"), on=exp.EQ(this=exp.column("rowid"), expression=place))
        .order_by(unit, rank, place.copy())
        .with_("memenuhi", as_=_rows_that_count(scope, schemas, peringkat, pelapor_of), materialized=True)
    )


def _rows_that_count(scope: Scope, schemas: Schemas, peringkat: Peringkat, pelapor_of: Mapping[str, str]) -> exp.Select:
    """Amount, reporting unit and place of the rows that meet the conditions; rows of unknown units are out."""
    schema = schemas[peringkat.tabel]
    value = amount(peringkat.menurut, scope, schema)
    met = exp.and_(
        condition(peringkat.memenuhi, scope, schemas, peringkat.tabel),
        exp.not_(value.copy().is_(exp.null())),
        copy=False,
    )
    pairs = [exp.Tuple(expressions=[exp.Literal.string(one) for one in pair]) for pair in pelapor_of.items()]
    names = exp.TableAlias(this="pelapor", columns=[exp.to_identifier("_kode"), exp.to_identifier(_UNIT, quoted=True)])
    own = exp.EQ(this=column(schema, schema.unit_column or ""), expression=exp.column("_kode"))
    rows = exp.select(value.as_(_AMOUNT, quoted=True), exp.column(_UNIT, quoted=True), exp.column("rowid").as_(_PLACE))
    return from_table(rows, schema).join(exp.Values(expressions=pairs, alias=names), on=own).where(met)


def _rank() -> exp.Expr:
    by_size = exp.Ordered(this=exp.column(_AMOUNT, quoted=True), desc=True, nulls_first=False)
    order = exp.Order(expressions=[by_size])
    return exp.Window(this=exp.Anonymous(this="RANK"), partition_by=[exp.column(_UNIT, quoted=True)], order=order)


def _watching(tables: Tables, pemantauan: Pemantauan, organisasi: Organisasi) -> dict[tuple[str, str], dict[str, Any]]:
    """The rows of the watching by reporting unit and key; of rows that agree in both, the first."""
    schema = tables.schemas[pemantauan.tabel]
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in tables.iter_rows(pemantauan.tabel):
        unit = organisasi.pelapor_of.get(row[schema.unit_column or ""])
        key = _folded(row[pemantauan.kunci])
        if unit is not None and key:
            found.setdefault((unit, key), row)
    return found


def _note(found: _Rows, unit: str, banyak: int, *, ragu: bool) -> str | None:
    """What a reader of the list must know: fewer rows than asked, more because of ties, watching not trusted."""
    count, listed = found.count(unit), len(found.ranked.get(unit, ()))
    notes = []
    if count < banyak:
        notes.append(f"hanya ada {count}, semuanya didaftar" if count else "tidak ada satu pun")
    if listed > banyak:
        notes.append(f"{listed} didaftar, karena ada yang sama nilainya dengan urutan ke-{banyak}")
    if ragu:
        notes.append("data pemantauannya belum dapat dipercaya")
    return "; ".join(notes) or None


def _captions(tables: Tables, peringkat: Peringkat) -> dict[str, str]:
    """The titles of all columns a line shows."""
    pemantauan = peringkat.pemantauan
    pairs = [(peringkat.tabel, name) for name in (*peringkat.tampilkan, peringkat.menurut)]
    pairs += [(pemantauan.tabel, name) for name in pemantauan.kolom] if pemantauan else []
    schemas = tables.schemas
    found = {name: schemas[tabel].column(name) for tabel, name in pairs if tabel in schemas}
    return {name: one.title if one else name for name, one in found.items()}


def _folded(value: Any) -> str:
    return str(value or "").strip(" ").lower()


def _text(value: Any) -> str | None:
    """A cell as text; None for a blank."""
    if isinstance(value, date):
        return value.isoformat()
    text = format(value, "f") if isinstance(value, Decimal) else str(value) if value is not None else ""
    return text.strip() or None
