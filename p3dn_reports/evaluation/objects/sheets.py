"""The rows of the input tables as objects: each row one, or the rows that agree in some columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from p3dn_reports.evaluation.availability import columns_held
from p3dn_reports.evaluation.objects.steps import Langkah, Sel
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules.words import SATUAN, Isi
from p3dn_reports.tables import PROVENANCE, Kind, Tables, TableSchema

Row = Mapping[str, Any]
Place = tuple[str | None, str | None, int | None]
"""File, sheet and row."""


@dataclass(frozen=True, slots=True, eq=False)
class Objek:
    """One object: a row, or (`kelompok` not empty) the rows that are equal in these columns, as objects in `anggota`.

    `baris` is the row, or the first of the group.
    """

    schema: TableSchema
    baris: Row
    kelompok: tuple[str, ...] = ()
    anggota: tuple[Objek, ...] = ()

    @property
    def kunci(self) -> tuple[tuple[str, str], ...]:
        """What names the object: the columns it is grouped by, the table's first key, else its texts that must stand.

        Blanks are left out.
        """
        names = self.kelompok or next(iter(self.schema.keys), ()) or _telling(self.schema)
        return tuple((name, as_text(self.baris[name])) for name in names if plain(self.baris[name]) is not None)

    @property
    def sebutan(self) -> str:
        """Its name for people: its code, else its key, `PPK-017 / 1 Maret 2024`; of a row without either, the row."""
        code = self.schema.name_column if not self.kelompok else None
        if code and plain(self.baris.get(code)) is not None:
            return as_text(self.baris[code])
        return " / ".join(text for _, text in self.kunci) or f"baris {self.baris['_baris']}"

    @property
    def tempat(self) -> Place:
        """The file, sheet and row it was read from."""
        berkas, lembar, baris = (self.baris[name] for name in PROVENANCE)
        return berkas, lembar, baris

    @property
    def unit(self) -> str | None:
        """The unit it belongs to, where all its rows name the same."""
        column = self.schema.unit_column
        owners = {one.baris[column] for one in self.anggota or (self,)} if column else set()
        return owners.pop() if len(owners) == 1 else None


@dataclass(slots=True)
class Sheets:
    """The objects of the tables, each made once."""

    tables: Tables
    _rows: dict[tuple[str, str | None], tuple[Objek, ...]] = field(default_factory=dict)
    _groups: dict[tuple[str, tuple[str, ...], str | None], dict[tuple[str, ...], Objek]] = field(default_factory=dict)
    _values: dict[tuple[Objek, str], Langkah] = field(default_factory=dict)
    _places: dict[str, dict[Place, Objek]] = field(default_factory=dict)

    def rows(self, tabel: str, kept: str | None = None) -> tuple[Objek, ...]:
        """The rows of a table, in file order; `kept` is a compiled condition they must meet."""
        if (tabel, kept) not in self._rows:
            schema = self.tables.schemas[tabel]
            self._rows[tabel, kept] = tuple(Objek(schema, row) for row in self.tables.iter_rows(tabel, kept=kept))
        return self._rows[tabel, kept]

    def row(self, tabel: str, tempat: Place) -> Objek | None:
        """The row of a table that stands at a place."""
        if tabel not in self._places:
            self._places[tabel] = {one.tempat: one for one in self.rows(tabel)}
        return self._places[tabel].get(tempat)

    def groups(self, tabel: str, kelompok: tuple[str, ...], kept: str | None = None) -> Mapping[tuple[str, ...], Objek]:
        """The groups of a table by their folded keys, in file order; rows with a blank key belong to none."""
        if (tabel, kelompok, kept) not in self._groups:
            found: dict[tuple[str, ...], list[Objek]] = {}
            for one in self.rows(tabel, kept):
                if all(plain(one.baris[name]) is not None for name in kelompok):
                    found.setdefault(key_of(one.baris[name] for name in kelompok), []).append(one)
            self._groups[tabel, kelompok, kept] = {
                key: Objek(rows[0].schema, rows[0].baris, kelompok, tuple(rows)) for key, rows in found.items()
            }
        return self._groups[tabel, kelompok, kept]

    def objects(self, tabel: str, kelompok: tuple[str, ...], kept: str | None = None) -> Sequence[Objek]:
        """All objects of one kind."""
        return tuple(self.groups(tabel, kelompok, kept).values()) if kelompok else self.rows(tabel, kept)

    def value(self, objek: Objek, kolom: str) -> Langkah:
        """What stands in a column of a row, or in a column that a group is made by."""
        if (objek, kolom) not in self._values:
            self._values[objek, kolom] = self._value(objek, kolom)
        return self._values[objek, kolom]

    def _value(self, objek: Objek, kolom: str) -> Langkah:
        column = objek.schema.column(kolom)
        judul, satuan = (column.title, SATUAN.get(column.kind, "teks")) if column else (kolom, "teks")
        held = columns_held(self.tables, objek.schema.name)
        if held is not None and kolom not in held:
            return Langkah(judul, satuan, sebab=f"kolom {judul} tidak ada")
        sel, nilai = self.cell(objek.baris, objek.schema, kolom), plain(objek.baris[kolom])
        if nilai is None:
            return Langkah(judul, satuan, sebab=f"kolom {judul} kosong ({sel})", kosong=True, sel=sel)
        return Langkah(judul, satuan, nilai, sel=sel)

    def cell(self, row: Row, schema: TableSchema, kolom: str) -> Sel:
        """Where a value was read from."""
        berkas, lembar, baris = (row[name] for name in PROVENANCE)
        return Sel(berkas, lembar, baris, self.tables.cell(schema.name, berkas, lembar, baris, kolom))


def _telling(schema: TableSchema) -> tuple[str, ...]:
    texts = (Kind.TEKS, Kind.KODE)
    return tuple(column.name for column in schema.columns if column.required and column.kind in texts)


def plain(value: Any) -> Isi:
    """A cell's value as formulas know it: exact numbers, dates, texts without outer blanks; blank is None."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | Decimal):
        return Fraction(value)
    if isinstance(value, str):
        return value.strip() or None
    return value if isinstance(value, date) else None


def as_text(value: Any) -> str:
    """A key's value for people."""
    return tanggal(value) if isinstance(value, date) else str(value).strip()


def key_of(values: Iterable[Any]) -> tuple[str, ...]:
    """Key values folded, as texts are compared everywhere."""
    return tuple(str(value).strip().lower() for value in values)
