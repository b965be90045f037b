"""The largest rows of a unit as fields: each with its watching, and how many have reached each state of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.fields.field import BULAT, P3DN, RUPIAH, Field, Group, Items, Node, Part
from p3dn_reports.documents.fields.watching import states
from p3dn_reports.evaluation.assessment import PeringkatBaris, PeringkatResult, UnitResult
from p3dn_reports.rules import Pemantauan, Peringkat, Rulebook
from p3dn_reports.tables import TableSchema

Schemas = Mapping[str, TableSchema]


def of(rulebook: Rulebook, schemas: Schemas) -> Group[UnitResult]:
    """Every ranking of a unit by its id."""
    return Group({name: _ranking(one, schemas) for name, one in rulebook.peringkat.items()})


def _ranking(one: Peringkat, schemas: Schemas) -> Part[UnitResult, PeringkatResult]:
    shown: dict[str, Node[PeringkatBaris]] = {kolom: _shown(schemas[one.tabel], kolom) for kolom in one.tampilkan}
    counted: dict[str, Node[PeringkatResult]] = {}
    if (watched := one.pemantauan) is not None:
        schema = schemas[watched.tabel]
        shown |= {kolom: _watched(schema, watched.kunci, kolom) for kolom in watched.kolom}
        shown |= _remark(schema, watched)
        counted = {
            "banyak": Part("Banyaknya baris menurut keadaannya", states(schema, watched), lambda at: at.baris, P3DN)
        }
    rows: Group[PeringkatBaris] = Group({**_PLACE, **shown})
    listed: Items[PeringkatResult, PeringkatBaris] = Items("Baris-barisnya", rows, lambda at: at.baris)
    group: Group[PeringkatResult] = Group({**_RANKING, **counted, "baris": listed})
    return Part(one.judul, group, lambda at: at.peringkat.get(one.id), f"rules.yaml, peringkat {one.id}")


def _title(schema: TableSchema, kolom: str) -> str:
    return next((column.title for column in schema.columns if column.name == kolom), kolom)


def _source(schema: TableSchema, kolom: str) -> str:
    return f"tabel {schema.name}, kolom {kolom}"


def _shown(schema: TableSchema, kolom: str) -> Field[PeringkatBaris]:
    return Field(_title(schema, kolom), lambda at: at.isi.get(kolom) or "", source=_source(schema, kolom))


def _watched(schema: TableSchema, kunci: str, kolom: str) -> Field[PeringkatBaris]:
    """A column in which the watching of a row is written down; a blank one has not been filled in yet."""

    def get(at: PeringkatBaris) -> object:
        return at.pemantauan.get(kolom) or blank(kolom, schema.name, kolom, **{kunci: at.isi.get(kunci)})

    return Field(_title(schema, kolom), get, source=_source(schema, kolom), wanting=True)


def _remark(schema: TableSchema, watched: Pemantauan) -> dict[str, Field[PeringkatBaris]]:
    """The remark beside it: a blank one is wanting only where a state must be explained."""
    kolom, kunci = watched.keterangan, watched.kunci
    if kolom is None:
        return {}

    def get(at: PeringkatBaris) -> object:
        is_owed = any(state in watched.dijelaskan for state in at.pemantauan.values())
        wanting = blank(kolom, schema.name, kolom, **{kunci: at.isi.get(kunci)}) if is_owed else ""
        return at.keterangan or wanting

    return {kolom: Field(_title(schema, kolom), get, source=_source(schema, kolom), wanting=True)}


_PLACE: dict[str, Node[PeringkatBaris]] = {
    "urutan": Field("Urutannya; nilai sama berurutan sama", lambda at: at.urutan, BULAT, example="1"),
    "nilai": Field("Nilai yang diurutkan", lambda at: at.nilai, RUPIAH, example="95000000000.00"),
}
_RANKING: dict[str, Node[PeringkatResult]] = {
    "judul": Field("Sebutan peringkat", lambda at: at.judul, example="Paket terbesar"),
    "diminta": Field("Berapa yang diminta peraturan", lambda at: at.diminta, BULAT, example="20", optional=True),
    "jumlah_baris": Field("Banyaknya baris yang ada", lambda at: at.jumlah_baris, BULAT, example="35"),
    "jumlah_nilai": Field(
        "Jumlah nilai baris yang didaftar", lambda at: sum((row.nilai for row in at.baris), Decimal(0)), RUPIAH,
        example="95000000000.00",
    ),
    "catatan": Field("Yang perlu diketahui pembaca", lambda at: at.catatan or ""),
    "sebab": Field("Sebab tidak ada daftarnya", lambda at: at.sebab or ""),
}  # fmt: skip
