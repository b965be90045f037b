"""What a unit's own document can print: the unit, its figures, its reasons and chronology, the state of its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from p3dn_reports.documents.at import At
from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.fields import columns, figures
from p3dn_reports.documents.fields.breakdowns import Figured
from p3dn_reports.documents.fields.field import DAFTAR_TEKS, P3DN, YA_TIDAK, Field, Group, Items, Node, Part, seen_from
from p3dn_reports.documents.material import Row
from p3dn_reports.evaluation.withholding import required_tables
from p3dn_reports.problems import Severity
from p3dn_reports.rules import Rulebook
from p3dn_reports.tables import TableSchema

Schemas = Mapping[str, TableSchema]


def of(rulebook: Rulebook, schemas: Schemas, *, judged: bool = True) -> dict[str, Node[At]]:
    """The fields of a document of one unit; `judged`: a status of the unit asks for it."""
    return {
        **unit_fields(rulebook, _always_judged(rulebook) if judged else frozenset()),
        "alasan": Items("Alasan unit", _filled(schemas["alasan"]), _reasons, "tabel alasan", lettered=True),
        "alasan_tunggal": Field("Apakah alasannya hanya satu", lambda at: len(list(_reasons(at))) == 1, YA_TIDAK, P3DN),
        "kronologi": Items("Kronologi unit", _filled(schemas["kronologi"]), _chronology, "tabel kronologi"),
        "peringatan_data": Field(
            "Peringatan atas data unit yang harus disebut dalam suratnya", data_warnings, DAFTAR_TEKS, P3DN
        ),
        "keadaan_data": Items("Peringatan itu sebagai butir-butir", _WARNING, data_warnings, P3DN, lettered=True),
    }


def unit_fields(rulebook: Rulebook, known: frozenset[str] = frozenset()) -> dict[str, Node[At]]:
    """The unit and its figures; those `known` can always be computed."""
    return {**seen_from(_figured, figures.of(rulebook, known)), "unit": UNIT_PART}


def _always_judged(rulebook: Rulebook) -> frozenset[str]:
    """The indicators by whose status the unit of every document that asks for one is chosen."""
    units = (one for one in rulebook.dokumen.values() if one.untuk_setiap == "unit_pelapor")
    chosen = [frozenset(one.bila_status) for one in units if one.bila_status]
    return frozenset.intersection(*chosen) if chosen else frozenset()


def _figured(at: At) -> Figured:
    assert at.planned.unit is not None  # noqa: S101 - only documents of a unit have these fields
    return Figured(at.planned.unit.figures, at.material.scope)


def _satker(at: At) -> Row:
    return at.material.satker(at.kode)


def _column(kolom: str, title: str, example: str, *, wanting: bool = False) -> Field[At]:
    def get(at: At) -> object:
        return _satker(at).get(kolom) or (blank(kolom, "satker", kolom, kode_satker=at.kode) if wanting else "")

    return Field(title, get, source=f"tabel satker, kolom {kolom}", example=example, wanting=wanting)


_BIRO: Group[Row] = Group(
    {
        "nama": Field("Nama Biro koordinator", lambda row: row.get("nama_satker", ""), example="Biro Hukum"),
        "jabatan_pimpinan": Field(
            "Jabatan pimpinannya", lambda row: row.get("jabatan_pimpinan") or "", example="Kepala Biro Hukum"
        ),
    }
)
_UNIT: Group[At] = Group(
    {
        "kode_satker": Field(
            "Kode satuan kerja",
            lambda at: at.kode,
            source="tabel satker, kolom kode_satker",
            example="1.02.0.00.0.00.01.0000",
        ),
        "nama": Field(
            "Nama satuan kerja",
            lambda at: _satker(at).get("nama_satker", at.kode),
            source="tabel satker, kolom nama_satker",
            example="Dinas Kesehatan",
        ),
        "jenis": _column("jenis", "Jenis satuan kerja", "perangkat_daerah"),
        "jabatan_pimpinan": _column("jabatan_pimpinan", "Jabatan pimpinan", "Kepala Dinas Kesehatan", wanting=True),
        "asisten": _column("asisten", "Asisten yang membawahi", "Kesejahteraan Rakyat", wanting=True),
        "biro_koordinator": Part(
            "Biro koordinator", _BIRO, lambda at: at.material.satker(_satker(at).get("biro_koordinator"))
        ),
        "ditahan": Field(
            "Apakah angka unit ditahan karena datanya",
            lambda at: bool(at.planned.unit and at.planned.unit.ditahan),
            YA_TIDAK,
            P3DN,
        ),
    }
)


UNIT_PART: Part[At, At] = Part("Satuan kerja", _UNIT, lambda at: at, "tabel satker")


class _Cells(NamedTuple):
    """A row of the unit; None where it has handed in none."""

    row: Row | None
    kode: str | None


def _filled(schema: TableSchema) -> Group[_Cells]:
    """The columns of a table that people fill in for the unit: a blank is a place that they still must."""

    def one(kolom: str) -> Field[_Cells]:
        column = schema.column(kolom)
        assert column is not None  # noqa: S101 - from the schema itself
        declared = columns.field(schema, column)

        def get(at: _Cells) -> object:
            value = at.row[kolom] if at.row is not None else None
            return value or blank(kolom, schema.name, kolom, kode_satker=at.kode)

        return Field(column.title, get, declared.jenis, declared.source, column.example, wanting=True)

    kept = (column.name for column in schema.columns if column.name not in (schema.unit_column, "kategori"))
    return Group({name: one(name) for name in kept})


def _reasons(at: At) -> Iterator[_Cells]:
    """The unit's rows of `alasan`, but for those about a band it does not lie in, or one row of wanting places."""
    assert at.planned.unit is not None  # noqa: S101
    bands = {result.pita for result in at.planned.unit.figures.indikator.values()}
    others = {band.id for pita in at.material.scope.rulebook.pita.values() for band in pita.batas} - bands
    rows = at.material.tables.iter_rows("alasan", {"kode_satker": at.kode})
    found = [{**row, "alasan": str(row["alasan"]).rstrip(".;")} for row in rows if row["kategori"] not in others]
    return (_Cells(row, at.kode) for row in found or (None,))


def _chronology(at: At) -> Iterator[_Cells]:
    rows = at.material.tables.iter_rows("kronologi", {"kode_satker": at.kode})
    found = sorted(rows, key=lambda row: str(row["tanggal"]))
    return (_Cells(row, at.kode) for row in found or (None,))


_WARNING: Group[str] = Group(
    {"pesan": Field("Peringatan dalam satu kalimat", lambda text: text.rstrip("."), example="24 paket tanpa Nilai PDN")}
)


def data_warnings(at: At) -> list[str]:
    """The remarks on the unit's own rows that an open reading turns into its figure: the letter must name them."""
    scope, indikator = at.material.scope, at.planned.dokumen.capaian
    tables = required_tables(scope, indikator) if indikator else frozenset()
    moving = {
        check.id.replace("_", "-")
        for check in scope.rulebook.pemeriksaan.values()
        if check.tafsir and check.tabel in tables
    }
    return [
        found.pesan
        for found in at.material.assessment.problems
        if found.kode in moving and found.tingkat is Severity.PERINGATAN and at.kode in found.unit
    ]
