"""What is still open in one document, row by row: who fills each, what is typed in already, what a form lays in.

A row that a sender's file holds is filled in that file; every other is one of isian-meja-kerja.xlsx.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from p3dn_reports.desk.filling import Change, Isian, TypedRow, Value
from p3dn_reports.desk.places import ISIAN
from p3dn_reports.formatting import tanggal
from p3dn_reports.tables import Column, Kind, TableSchema
from p3dn_reports.web.shelf import Record
from p3dn_reports.web.typed import day

KeyOf = tuple[str, tuple[tuple[str, str], ...]]
"""A row as a document asks for it: its table, and columns with what they hold."""

Told = Sequence[tuple[str, int]]
"""Rows of the inputs: their file, and the row in it."""

_BLANK = re.compile(r"\s")

SLOTS = 3
"""Rows that a form offers where one unit may have several."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a row on the form: under which name it is sent, and what it holds."""

    nama: str
    kolom: Column
    nilai: str

    @property
    def panjang(self) -> bool:
        """Whether it is text of any length."""
        return self.kolom.kind is Kind.TEKS and not self.pilihan

    @property
    def contoh(self) -> str:
        """An example as people write it; none where one chooses."""
        example = "" if self.pilihan else self.kolom.example
        dated = self.kolom.kind is Kind.TANGGAL and example
        return tanggal(date.fromisoformat(example)) if dated else example

    @property
    def pilihan(self) -> tuple[str, ...]:
        """The words that may be chosen; none where anything may be typed."""
        return ("ya", "tidak") if self.kolom.kind is Kind.YA_TIDAK else self.kolom.choices


@dataclass(frozen=True, slots=True)
class OpenRow:
    """Columns of one row that nobody has filled in. `tertulis` are the rows of senders' files it stands in already.

    `isian` are the rows of the form; none where the row is filled in a sender's file, or cannot be told from others.
    """

    judul: str
    sebutan: str
    kolom: tuple[Column, ...]
    tertulis: Told
    isian: tuple[tuple[Field, ...], ...]


def key_of(asked: Record, schemas: Mapping[str, TableSchema]) -> KeyOf:
    """The row that an entry of `kosong` asks for."""
    return asked["tabel"], tuple(_key(asked, schemas[asked["tabel"]]).items())


def open_rows(
    wanted: Sequence[Record],
    schemas: Mapping[str, TableSchema],
    there: Mapping[KeyOf, Told],
    isian: Isian,
    typed: Mapping[str, str],
) -> list[OpenRow]:
    """The rows of a document's `kosong`; `there` says where they stand, `typed` what a form that was refused held."""
    return [_open_row(one, schemas[one["tabel"]], there.get(key_of(one, schemas), ()), isian, typed) for one in wanted]


def changes(
    wanted: Sequence[Record], schemas: Mapping[str, TableSchema], isian: Isian, form: Mapping[str, str]
) -> list[Change]:
    """What a form lays into the workbook. Raises UsageError for what is no date."""
    return [change for one in wanted for change in _changes(one, schemas[one["tabel"]], isian, form)]


def _open_row(asked: Record, schema: TableSchema, there: Told, isian: Isian, typed: Mapping[str, str]) -> OpenRow:
    columns = _columns(asked, schema)
    elsewhere = [] if _apart(asked, schema) else [one for one in there if one[0] != ISIAN]
    own = _typed_rows(asked, schema, isian)
    slots = range(SLOTS if _several(asked, schema) else 1) if _key(asked, schema) and not elsewhere else ()
    rows = tuple(
        tuple(_field(_name(asked, slot, one), one, own[slot] if slot < len(own) else None, typed) for one in columns)
        for slot in slots
    )
    wanting = tuple(one for one in columns if one.name in asked["kolom"])
    return OpenRow(schema.title, _words(asked, schema), wanting, elsewhere, rows)


def _field(name: str, column: Column, row: TypedRow | None, typed: Mapping[str, str]) -> Field:
    value = row.nilai.get(column.name) if row else None
    shown = tanggal(value) if isinstance(value, date) else str(value or "")
    return Field(name, column, typed.get(name, shown))


def _changes(asked: Record, schema: TableSchema, isian: Isian, form: Mapping[str, str]) -> Iterator[Change]:
    columns = _columns(asked, schema)
    own = _typed_rows(asked, schema, isian)
    for slot in range(SLOTS if _several(asked, schema) else 1):
        given = {one.name: _value(one, form.get(_name(asked, slot, one), "").strip()) for one in columns}
        row = own[slot] if slot < len(own) else None
        if any(value is not None for value in given.values()) or row:
            yield Change(schema.name, {**_key(asked, schema), **given}, row.baris if row else None)


def _typed_rows(asked: Record, schema: TableSchema, isian: Isian) -> list[TypedRow]:
    """The rows of the workbook that the document asks for."""
    wanted = _key(asked, schema).items()
    return [one for one in isian.rows(schema) if all(str(one.nilai.get(name)) == value for name, value in wanted)]


def _key(asked: Record, schema: TableSchema) -> dict[str, str]:
    """What tells the row by columns of its table; empty where nothing does."""
    return {name: value for name, value in asked["kunci"].items() if schema.column(name)}


def _apart(asked: Record, schema: TableSchema) -> bool:
    """Whether it is another row than those that agree in these columns: one for another time."""
    return len(_key(asked, schema)) < len(asked["kunci"])


def _several(asked: Record, schema: TableSchema) -> bool:
    """Whether a unit may have several such rows: nothing in the table tells them apart."""
    return not schema.keys and schema.unit_column in asked["kunci"]


def _columns(asked: Record, schema: TableSchema) -> tuple[Column, ...]:
    """Those that are open, and those without which the row is none."""
    given = {*asked["kunci"], *schema.unit_pair}
    keys = schema.keys[0] if schema.keys and _apart(asked, schema) else ()
    needed = [one.name for one in schema.columns if (one.required or one.name in keys) and one.name not in given]
    return tuple(one for name in dict.fromkeys((*asked["kolom"], *needed)) if (one := schema.column(name)))


def _value(column: Column, text: str) -> Value:
    """What a cell is given; None empties it. Raises UsageError for what is no day."""
    if not text:
        return None
    if column.kind is not Kind.TANGGAL:
        return text
    return day(text, column.title)


def _words(asked: Record, schema: TableSchema) -> str:
    """What tells the row, with the titles of its columns: `Kode satuan kerja 1.01...`."""
    told = ((schema.column(name), name, value) for name, value in asked["kunci"].items())
    return ", ".join(f"{column.title if column else name} {value}" for column, name, value in told)


def _name(asked: Record, slot: int, column: Column) -> str:
    """What the field is sent as: by its row, so that it means the same whatever else is open by then."""
    row = "-".join([asked["tabel"], *asked["kunci"].values()])
    return _BLANK.sub("_", f"isi-{row}-{slot}-{column.name}")
