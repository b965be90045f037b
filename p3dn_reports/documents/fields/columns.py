"""The columns of a table as fields, derived from its schema."""

from __future__ import annotations

from p3dn_reports.documents.fields.field import BANYAK, BULAT, RUPIAH, TANGGAL, TEKS, YA_TIDAK, Field, Group
from p3dn_reports.documents.material import Row
from p3dn_reports.tables import Column, Kind, TableSchema

_JENIS = {
    Kind.RUPIAH: RUPIAH,
    Kind.PERSEN: BANYAK,
    Kind.ANGKA: BANYAK,
    Kind.BULAT: BULAT,
    Kind.TANGGAL: TANGGAL,
    Kind.YA_TIDAK: YA_TIDAK,
}


def of(schema: TableSchema) -> Group[Row]:
    """Every column under its own name."""
    return Group({column.name: field(schema, column) for column in schema.columns})


def field(schema: TableSchema, column: Column) -> Field[Row]:
    """One column. A text left blank is empty; a number or day is None, and so wants an `if`."""
    jenis = _JENIS.get(column.kind, TEKS)
    blank = "" if jenis == TEKS else False if jenis == YA_TIDAK else None
    source = f"tabel {schema.name}, kolom {column.name}"

    def get(row: Row) -> object:
        value = row.get(column.name)
        return blank if value is None else value

    return Field(column.title, get, jenis, source, column.example, optional=blank is None and not column.required)
