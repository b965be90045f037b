"""The watching of the largest rows as fields: what the rows of all rankings that one table watches have come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from p3dn_reports.documents.fields.field import BULAT, P3DN, YA_TIDAK, Field, Group, Items, Node, Part
from p3dn_reports.documents.units import Units
from p3dn_reports.evaluation.assessment import PeringkatBaris, PeringkatResult, UnitResult
from p3dn_reports.rules import Pemantauan, Peringkat, Rulebook
from p3dn_reports.tables import TableSchema

Schemas = Mapping[str, TableSchema]
Rows = Sequence[PeringkatBaris]
Some = Sequence[UnitResult]
_JENIS = ("perangkat_daerah", "biro")
"""The kinds of unit that report."""


def states(schema: TableSchema, watched: Pemantauan) -> Group[Rows]:
    """By column and state the number of rows; `kosong` are those that nobody has filled in."""

    def count(kolom: str, state: str | None) -> Callable[[Rows], int]:
        return lambda rows: sum(row.pemantauan.get(kolom) == state for row in rows)

    def by_state(kolom: str) -> Part[Rows, Rows]:
        column = schema.column(kolom)
        known: list[str | None] = [*(column.choices if column else ()), None]
        fields: dict[str, Node[Rows]] = {
            state or "kosong": Field(
                f"Banyaknya {state or 'yang belum diisi'}", count(kolom, state), BULAT, example="3"
            )
            for state in known
        }
        return Part(column.title if column else kolom, Group(fields), lambda rows: rows)

    return Group({kolom: by_state(kolom) for kolom in watched.kolom})


@dataclass(frozen=True, slots=True)
class _Watched:
    """The watched rows of some units, unit by unit, and the lists they stand in."""

    rule: Pemantauan
    by_unit: tuple[tuple[UnitResult, Rows], ...]
    lists: tuple[PeringkatResult, ...]

    @property
    def rows(self) -> list[PeringkatBaris]:
        """All of them."""
        return [row for _, rows in self.by_unit for row in rows]

    @property
    def silent(self) -> list[tuple[str, Rows]]:
        """The units that have rows of which nobody has filled in any, by name."""
        return [(one.unit.nama, rows) for one, rows in self.by_unit if rows and not any(map(_begun, rows))]

    @property
    def lacking(self) -> int:
        """How many rows hold a state that must be explained: a paper that is not there."""
        return sum(map(self._lacks, self.rows))

    @property
    def unfilled(self) -> int:
        """How many other rows nobody has filled in whole, of the units that have filled in some."""
        return len(self.rows) - self.filled - sum(len(rows) for _, rows in self.silent)

    @property
    def filled(self) -> int:
        """How many rows tell whether all is there: filled in whole, or something is lacking."""
        return sum(None not in row.pemantauan.values() or self._lacks(row) for row in self.rows)

    def _lacks(self, row: PeringkatBaris) -> bool:
        return any(state in self.rule.dijelaskan for state in row.pemantauan.values())


def _begun(row: PeringkatBaris) -> bool:
    return any(state is not None for state in row.pemantauan.values())


def of_units(rulebook: Rulebook, schemas: Schemas) -> Group[Some]:
    """By watching table, the rows of some units that it watches, whichever ranking they stand in."""
    watched = {one.pemantauan.tabel: one.pemantauan for one in rulebook.peringkat.values() if one.pemantauan}
    return Group({name: _table(rulebook, schemas[name], rule) for name, rule in watched.items()})


def by_kind(rulebook: Rulebook, schemas: Schemas) -> Group[Units]:
    """The same for all units of a kind whose figures can be trusted."""
    group = of_units(rulebook, schemas)

    def of_kind(jenis: str) -> Part[Units, Some]:
        def units(at: Units) -> Some:
            return [one.result for one in at.tepercaya if one.result.unit.jenis == jenis]

        return Part(f"Satuan kerja berjenis {jenis.replace('_', ' ')}", group, units)

    return Group({jenis: of_kind(jenis) for jenis in _JENIS})


def _table(rulebook: Rulebook, schema: TableSchema, rule: Pemantauan) -> Part[Some, _Watched]:
    lists = [one for one in rulebook.peringkat.values() if one.pemantauan and one.pemantauan.tabel == schema.name]

    def watched(units: Some) -> _Watched:
        found = [[unit.peringkat[one.id] for one in lists if one.id in unit.peringkat] for unit in units]
        rows = [[row for one in of_unit for row in one.baris] for of_unit in found]
        return _Watched(rule, tuple(zip(units, rows, strict=True)), tuple(chain.from_iterable(found)))

    counted: Part[_Watched, Rows] = Part(
        "Banyaknya baris menurut keadaannya", states(schema, rule), lambda at: at.rows, P3DN
    )
    listed: Part[_Watched, _Watched] = Part(
        "Banyaknya baris setiap daftar", Group({one.id: _length(one) for one in lists}), lambda at: at, P3DN
    )
    own = Group({**_FIELDS, "banyak": counted, "peringkat": listed})
    return Part(schema.title, own, watched, f"tabel {schema.name}")


def _length(one: Peringkat) -> Field[_Watched]:
    def get(at: _Watched) -> int:
        return sum(len(found.baris) for found in at.lists if found.peringkat == one.id)

    return Field(one.judul, get, BULAT, example="20")


_SILENT: Group[tuple[str, Rows]] = Group(
    {"nama": Field("Nama satuan kerja", lambda at: at[0], example="Dinas Kesehatan")}
)
_FIELDS: dict[str, Node[_Watched]] = {
    "jumlah_baris": Field("Banyaknya baris yang dipantau", lambda at: len(at.rows), BULAT, example="35"),
    "terisi": Field("Banyaknya baris yang sudah diisi", lambda at: at.filled, BULAT, example="33"),
    "belum_lengkap": Field("Banyaknya baris yang ada kekurangannya", lambda at: at.lacking, BULAT, example="5"),
    "belum_diisi": Field(
        "Banyaknya baris yang belum diisi, di luar unit yang belum menyampaikan",
        lambda at: at.unfilled,
        BULAT,
        example="2",
    ),
    "disampaikan": Field("Apakah pemantauannya sudah disampaikan", lambda at: not at.silent, YA_TIDAK, example="ya"),
    "belum_disampaikan": Items("Unit yang belum menyampaikan pemantauannya", _SILENT, lambda at: at.silent),
    "diminta": Field(
        "Apakah peraturan di daerah ini memintanya",
        lambda at: any(one.dasar for one in at.lists),
        YA_TIDAK,
        example="ya",
    ),
    "sebab": Field(
        "Sebab tidak ada barisnya",
        lambda at: next((one.sebab for one in at.lists if one.sebab), ""),
        example="tabel Rencana Umum Pengadaan tidak ada",
    ),
}
