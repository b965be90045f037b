"""Rows of any table in any document: of its unit, of its row, else all; and how many of them hold each choice."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from p3dn_reports.documents.at import At
from p3dn_reports.documents.fields import columns, row_figures
from p3dn_reports.documents.fields.field import (
    BULAT,
    DAFTAR_TEKS,
    P3DN,
    Field,
    Group,
    Items,
    Node,
    Part,
    seen_from,
)
from p3dn_reports.documents.material import Row
from p3dn_reports.evaluation.assessment import UnitResult
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.rules import Hitungan, Rulebook
from p3dn_reports.tables import PROVENANCE, Column, TableSchema

T = TypeVar("T")
Schemas = Mapping[str, TableSchema]
_SATKER, _SEPARATORS = ("satker", "kode_satker"), re.compile("[;,]")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table in a document."""

    row: Row
    at: At


def of(rulebook: Rulebook, schemas: Schemas) -> dict[str, Node[At]]:
    """`tabel` holds the rows, `banyak` their number by table, column and choice.

    Of a table that refers to the document's own row, those of that row; of one of units, those of the document's unit.
    """
    figured: Group[UnitResult] = Group({name: _figure(rulebook, name) for name in rulebook.indikator})
    counted = {name: found for name, one in schemas.items() if (found := _counts(one)).of.fields}
    return {
        "tabel": Part(
            "Baris tabel masukan; milik baris pokok naskah, atau milik unitnya",
            Group({name: _table(rulebook, schema, figured) for name, schema in schemas.items()}),
            _same,
        ),
        "banyak": Part("Banyaknya baris itu menurut pilihan pada kolomnya", Group(counted), _same, P3DN),
    }


def names(schema: TableSchema, row: Callable[[T], Row], at: Callable[[T], At]) -> dict[str, Field[T]]:
    """The names of the units that the columns of a row give the code of: `nama_satker` beside `kode_satker`."""
    own = {column.name for column in schema.columns}
    coded = (column for column in schema.columns if column.reference == _SATKER)
    found = {f"nama_{column.name.removeprefix('kode_')}": _name(column, row, at) for column in coded}
    return {name: one for name, one in found.items() if name not in own}


def _name(column: Column, row: Callable[[T], Row], at: Callable[[T], At]) -> Field[T]:
    def every(one: T) -> list[str]:
        codes = (kode.strip() for kode in _SEPARATORS.split(str(row(one).get(column.name) or "")))
        return [str(at(one).material.satker(kode).get("nama_satker") or kode) for kode in codes if kode]

    title = f"Nama satuan kerja pada kolom {column.name}"
    if column.several:
        return Field(title, every, DAFTAR_TEKS, "tabel satker")
    return Field(title, lambda one: next(iter(every(one)), ""), source="tabel satker", example="Dinas Kesehatan")


def _table(rulebook: Rulebook, schema: TableSchema, figured: Group[UnitResult]) -> Items[At, TableRow]:
    own: dict[str, Node[TableRow]] = {
        **seen_from(lambda one: one.row, columns.of(schema).fields),
        **names(schema, lambda one: one.row, lambda one: one.at),
    }
    unit = schema.column(schema.unit_column or "")
    if unit is not None and unit.reference == _SATKER:
        own["angka"] = Part("Angka satuan kerja baris itu", figured, lambda one: _reporting(one, unit.name), P3DN)
    reckoned = [one for one in rulebook.hitungan.values() if one.tabel == schema.name and not one.untuk_setiap]
    if reckoned:
        figures: Group[TableRow] = Group(row_figures.of(reckoned, _reckoned))
        own["hitungan"] = Part("Hitungan atas baris itu", figures, lambda one: one, "rules.yaml, hitungan")
    return Items(schema.title, Group(own), lambda at: [TableRow(row, at) for row in _rows(at, schema)], _source(schema))


def _reckoned(one: TableRow, hitungan: Hitungan) -> Langkah | None:
    berkas, lembar, baris = (one.row[name] for name in PROVENANCE)
    around = one.at.shared.around
    objek = around.row(hitungan.tabel, (berkas, lembar, baris))  # type: ignore[arg-type]
    return around.figure(hitungan, objek, one.at.material.scope.data_per) if objek is not None else None


def _counts(schema: TableSchema) -> Part[At, At]:
    named = (column for column in schema.columns if any(map(str.isidentifier, column.choices)))
    chosen = {column.name: _choices(schema, column) for column in named}
    return Part(schema.title, Group(chosen), _same, _source(schema))


def _choices(schema: TableSchema, column: Column) -> Part[At, At]:
    """How many rows hold each choice that is a name, and in how many the column is `kosong`."""

    def count(wanted: str | None) -> Callable[[At], int]:
        return lambda at: sum(row.get(column.name) == wanted for row in _rows(at, schema))

    counted: dict[str, Node[At]] = {
        choice or "kosong": Field(f"Banyaknya {choice or 'yang kosong'}", count(choice), BULAT, example="3")
        for choice in (*filter(str.isidentifier, column.choices), None)
    }
    return Part(column.title, Group(counted), _same)


def _rows(at: At, schema: TableSchema) -> list[dict[str, object]]:
    """The rows that belong to the document, in their order; a row of no unit, where that may be, is everybody's."""
    where: dict[str, object] = {}
    unit = schema.column(schema.unit_column or "") if at.kode else None
    if unit is not None and unit.required:
        where[unit.name] = at.kode
    objek = at.planned.subject.objek
    if objek is not None and objek.schema.name != "satker":
        known = ((column.name, column.reference) for column in schema.columns if column.reference)
        where |= {name: objek.baris.get(kolom) for name, (tabel, kolom) in known if tabel == objek.schema.name}
    rows = at.material.tables.rows(schema.name, where or None)
    return list(rows) if unit is None or unit.required else [row for row in rows if row[unit.name] in (at.kode, None)]


def _figure(rulebook: Rulebook, name: str) -> Field[UnitResult]:
    """An indicator of a unit in one text: as it is printed, or why it cannot be computed."""

    def get(unit: UnitResult) -> str:
        found = unit.figures.indikator[name]
        return found.tampil if found.nilai is not None else f"{found.tampil} ({found.sebab})"

    return Field(rulebook.indikator[name].judul, get, source=f"rules.yaml, indikator {name}", example="97,70%")


def _reporting(one: TableRow, kolom: str) -> UnitResult | None:
    """The unit that reports for the row; None where no unit does."""
    assessment = one.at.material.assessment
    pelapor = assessment.organisasi.pelapor_of.get(str(one.row.get(kolom) or ""))
    return assessment.unit_result(pelapor) if pelapor else None


def _same(at: At) -> At:
    return at


def _source(schema: TableSchema) -> str:
    return f"tabel {schema.name}"
