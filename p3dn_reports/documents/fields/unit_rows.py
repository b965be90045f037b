"""The row that each unit of a list has in a table with one row a unit, and how many units' rows hold each choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.fields import columns
from p3dn_reports.documents.fields.field import BULAT, P3DN, YA_TIDAK, Field, Group, Node, Part
from p3dn_reports.documents.material import Row
from p3dn_reports.documents.units import Line, Units
from p3dn_reports.tables import Column, TableSchema

Schemas = Mapping[str, TableSchema]
EVERY_UNIT = "setiap satuan kerja"


@dataclass(frozen=True, slots=True)
class _Own:
    """A unit's row of a table, empty where it has none; `kode` stands for every unit where the table has no rows."""

    kode: str
    row: Row


def of_each(schemas: Schemas) -> Part[Line, Line]:
    """`baris_unit`: the unit's row by table. A column that must be filled in and is not is a wanting place."""
    tables = {schema.name: _row(schema) for schema in _one_each(schemas)}
    return Part("Baris unit itu pada tabel yang berisi satu baris setiap unit", Group(tables), lambda at: at)


def counted_rows(schemas: Schemas) -> Part[Units, Units]:
    """`banyak_unit`: by table, column and choice; `kosong` where a unit has no row, or none of the choices."""
    tables = {schema.name: found for schema in _one_each(schemas) if (found := _counts(schema)).of.fields}
    return Part("Banyaknya unit menurut pilihan pada barisnya", Group(tables), lambda at: at, P3DN)


def _one_each(schemas: Schemas) -> list[TableSchema]:
    return [
        one for one in schemas.values() if one.unit_column and (one.unit_column,) in one.keys and not one.unit_prefix
    ]


def _row(schema: TableSchema) -> Part[Line, _Own]:
    cells: dict[str, Node[_Own]] = {"ada": Field("Apakah unit mempunyai barisnya", lambda at: bool(at.row), YA_TIDAK)}
    cells |= {one.name: _cell(schema, one) for one in schema.columns}
    return Part(schema.title, Group(cells), lambda at: _own(schema, at), f"tabel {schema.name}")


def _own(schema: TableSchema, at: Line) -> _Own:
    rows = at.units.rows_by(schema.name, schema.unit_column or "")
    return _Own(at.kode if rows else EVERY_UNIT, rows.get(at.kode, {}))


def _cell(schema: TableSchema, column: Column) -> Field[_Own]:
    declared = columns.field(schema, column)

    def get(at: _Own) -> object:
        if column.required and at.row.get(column.name) is None:
            return blank(column.name, schema.name, column.name, kode_satker=at.kode)
        return declared.get(at.row)

    return Field(
        declared.title, get, declared.jenis, declared.source, declared.example, declared.optional, column.required
    )


def _counts(schema: TableSchema) -> Part[Units, Units]:
    chosen: dict[str, Node[Units]] = {}
    for column in schema.columns:
        names = [choice for choice in column.choices if choice.isidentifier()]
        if names:
            chosen[column.name] = Part(
                column.title, Group({name or "kosong": _count(schema, column, name) for name in (*names, None)}), _same
            )
    return Part(schema.title, Group(chosen), _same, f"tabel {schema.name}")


def _count(schema: TableSchema, column: Column, choice: str | None) -> Field[Units]:
    def get(at: Units) -> int:
        return sum(_own(schema, line).row.get(column.name) == choice for line in at.daftar)

    return Field(f"Banyaknya unit dengan {choice or 'baris yang kosong'}", get, BULAT, example="3")


def _same(at: Units) -> Units:
    return at
