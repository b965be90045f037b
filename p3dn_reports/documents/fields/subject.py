"""What a document can print of its own subject: a row, a verdict, a ranking, a recipient, an activity, a list item."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from p3dn_reports.documents.at import At
from p3dn_reports.documents.blanks import blank
from p3dn_reports.documents.fields import awards, columns, figures, rankings, row_figures, tables, unit
from p3dn_reports.documents.fields.breakdowns import Figured
from p3dn_reports.documents.fields.common import LISTED
from p3dn_reports.documents.fields.duties import DUTIES
from p3dn_reports.documents.fields.field import (
    BULAT,
    DAFTAR_TEKS,
    P3DN,
    RUPIAH,
    TANGGAL,
    Field,
    Group,
    Items,
    Node,
    Part,
    seen_from,
)
from p3dn_reports.documents.fields.nominees import Recipient, nominee
from p3dn_reports.documents.fields.row_figures import amount
from p3dn_reports.documents.fields.tables import names
from p3dn_reports.documents.law import places_in_words
from p3dn_reports.documents.related import Related, related
from p3dn_reports.documents.subjects import Winner
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.evaluation.objects.results import PutusanResult
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.rules import Hitungan, Kegiatan, ListItem, Rulebook
from p3dn_reports.tables import Column, TableSchema

T = TypeVar("T")
Schemas = Mapping[str, TableSchema]


def of(rulebook: Rulebook, schemas: Schemas, jenis: str, subjek: tuple[str, ...]) -> dict[str, Node[At]]:
    """The fields of the documents made for each of `subjek`."""
    rows = [rulebook.putusan[name].tabel for name in subjek] if jenis == "putusan" else subjek
    own = {"baris": _row(schemas, rows)} if jenis in ("tabel", "putusan") else {}
    if own:
        own |= {
            "hitungan": Part("Hitungan atas baris itu", Group(_figures(rulebook, schemas, rows)), _same),
            "putusan_baris": Part("Putusan-putusan atas baris itu", Group(_verdicts(rulebook, rows)), _same),
            "terkait": Part("Baris tabel lain yang terkait", Group(_related(rulebook, schemas, rows)), _same),
        }
    return {**own, **_OWN.get(jenis, {}), "unit": unit.UNIT_PART}


def _figures(rulebook: Rulebook, schemas: Schemas, tables: Sequence[str]) -> dict[str, Node[At]]:
    """Every figure of a row of these tables, or of what its columns lead to in another table."""
    columns_there = [{column.name for column in schemas[name].columns} for name in tables]

    def is_of(one: Hitungan) -> bool:
        if one.tabel in tables and not one.untuk_setiap:
            return True
        return bool(one.kunci_penanya) and any(names.issuperset(one.kunci_penanya) for names in columns_there)

    return row_figures.of((one for one in rulebook.hitungan.values() if is_of(one)), _asked)


def _asked(at: At, one: Hitungan) -> Langkah | None:
    """A figure of the document's own row, on the day of its verdict."""
    subject = at.planned.subject
    judged = subject.of.tanggal if isinstance(subject.of, PutusanResult) else None
    if subject.objek is None:
        return None
    return at.shared.around.figure(one, at.shared.own(subject.objek), judged or at.material.scope.data_per)


def _verdicts(rulebook: Rulebook, tables: Sequence[str]) -> dict[str, Node[At]]:
    return {name: _verdict(name, one.judul) for name, one in rulebook.putusan.items() if one.tabel in tables}


def _verdict(name: str, judul: str) -> Part[At, PutusanResult]:
    def get(at: At) -> PutusanResult | None:
        return at.shared.around.verdict(name, at.planned.subject.objek)

    return Part(judul, _VERDICT, get, f"rules.yaml, putusan {name}")


def _related(rulebook: Rulebook, schemas: Schemas, tables: Sequence[str]) -> dict[str, Node[At]]:
    """The rows of other tables that some document of a row of these tables prints, by the name it calls them."""
    found: dict[str, Node[At]] = {}
    for dokumen in rulebook.dokumen.values():
        names = [rulebook.putusan[name].tabel for name in dokumen.subjek] if dokumen.untuk_setiap == "putusan" else ()
        if set(tables) & {*names, *(dokumen.subjek if dokumen.untuk_setiap == "tabel" else ())}:
            found |= {name: _related_row(schemas[one.tabel], name) for name, one in dokumen.terkait.items()}
    return found


def _related_row(schema: TableSchema, name: str) -> Part[At, Related]:
    fields: dict[str, Node[Related]] = {one.name: _related_cell(schema, one) for one in schema.columns}
    return Part(f"Baris tabel {schema.name} yang terkait", Group(fields), lambda at: related(at, name))


def _related_cell(schema: TableSchema, column: Column) -> Field[Related]:
    declared = columns.field(schema, column)

    def get(at: Related) -> object:
        value = at.row.get(column.name)
        if value is None and not any(at.kunci.values()):
            return Wanting(column.name)  # which row it would be is not known yet
        return blank(column.name, schema.name, column.name, **at.kunci) if value is None else value

    return Field(declared.title, get, declared.jenis, declared.source, declared.example, wanting=True)


def every(rulebook: Rulebook, schemas: Schemas) -> dict[str, Node[At]]:
    """What any document can print: rows of every table, of its unit where it is of one; rankings of its unit."""
    region: Group[At] = Group(seen_from(_whole, figures.of(rulebook)))
    return {
        "kunci": Field("Pengenal pokok naskah: kode unit, baris, atau penerimanya", _key),
        "kode_satker": Field("Kode satuan kerja naskah ini", lambda at: at.kode or "", source="tabel satker"),
        "seluruh": Part("Angka seluruh daerah", region, lambda at: at, P3DN),
        "peringkat": Part(
            "Baris-baris terbesar unit naskah ini",
            rankings.of(rulebook, schemas),
            lambda at: at.planned.unit,
            "rules.yaml, peringkat",
        ),
        **tables.of(rulebook, schemas),
        **DUTIES,
    }


def _whole(at: At) -> Figured:
    return Figured(at.material.assessment.seluruh, at.material.scope)


def _same(at: At) -> At:
    return at


def _key(at: At) -> str:
    return at.planned.subject.kunci


def _row(schemas: Schemas, subjek: Sequence[str]) -> Part[At, At]:
    fields: dict[str, Node[At]] = {}
    for schema in map(schemas.__getitem__, subjek):
        fields |= {one.name: _cell(schema, one) for one in schema.columns}
        fields |= names(schema, lambda at: at.row, lambda at: at)
    return Part(
        "Baris yang menjadi pokok naskah; isinya kolom tabel itu", Group(fields), lambda at: at if at.row else None
    )


def _cell(schema: TableSchema, column: Column) -> Field[At]:
    """A column of the row that the document is of: a blank is a place that somebody must still fill in."""
    declared = columns.field(schema, column)

    def get(at: At) -> object:
        value = at.row.get(column.name)
        return blank(column.name, schema.name, column.name, pengenal=_key(at)) if value is None else value

    is_open = not column.required
    return Field(declared.title, get, declared.jenis, declared.source, declared.example, wanting=is_open)


def _subject(kind: type[T]) -> Callable[[At], T | None]:
    """What the document is of, where that is of this kind."""

    def found(at: At) -> T | None:
        of = at.planned.subject.of
        return of if isinstance(of, kind) else None

    return found


_FIGURE: Group[tuple[str, Langkah]] = Group(
    {
        "id": Field("Pengenal hitungan", lambda at: at[0], example="tenggat_denda"),
        "nilai": Field("Nilainya", lambda at: amount(at[1]), RUPIAH, optional=True),
        "tampil": Field("Nilainya, siap cetak", lambda at: at[1].tampil, example="24 April 2025"),
    }
)
_VERDICT: Group[PutusanResult] = Group(
    {
        "id": Field("Pengenal pilihan yang berlaku", lambda at: at.pilihan or "", example="denda"),
        "judul": Field("Sebutan putusan", lambda at: at.putusan.judul, example="Sanksi atas pejabat"),
        "tampil": Field("Bunyi putusan", lambda at: at.tampil or "", example="denda administratif"),
        "tanggal": Field("Tanggal kejadiannya", lambda at: at.tanggal, TANGGAL, example="2024-05-06", optional=True),
        "tindakan": Field("Tindakan yang mengikuti", lambda at: list(at.tindakan), DAFTAR_TEKS),
        "nilai": Field("Jumlah yang menyertainya", lambda at: amount(at.nilai), RUPIAH, example="1", optional=True),
        "nilai_tampil": Field("Jumlah itu, siap cetak", lambda at: at.nilai.tampil if at.nilai else ""),
        "disertai": Items("Hitungan lain di sampingnya", _FIGURE, lambda at: at.disertai),
        "rujukan": Field(
            "Ketentuan yang dipakai",
            lambda at: places_in_words([one.tempat for one in at.dasar if one.tempat]),
            example="Pasal 30 ayat (4)",
        ),
        "kurang": Field("Yang belum ada sebelum dapat dijatuhkan", lambda at: list(at.kurang), DAFTAR_TEKS),
        "sebutan": Field("Yang diputus", lambda at: at.objek.sebutan, example="PL-2024-001"),
    }
)
_WINNER: dict[str, Node[At]] = {
    "penerima": Part(
        "Penerima penghargaan",
        nominee({}),
        lambda at: (
            Recipient(at.planned.subject.of.peserta, at.planned.subject.of.kategori)
            if isinstance(at.planned.subject.of, Winner)
            else None
        ),
        "tabel peserta_penghargaan",
    ),
    "kategori": Part(
        "Kategori penghargaannya",
        Group[Winner](
            {
                "judul": Field("Judul kategori", lambda at: awards.title(at.kategori), example="Industri Kecil"),
                "sebutan": Field("Sebutan kategori", lambda at: at.kategori.sebutan, example="produsen"),
                "penghargaan": Field("Pengenal penghargaannya", lambda at: at.penghargaan, example="pengguna"),
                "sub_kategori": Field(
                    "Sub kategorinya; kosong bila tidak ada",
                    lambda at: at.kategori.sub_kategori or "",
                    example="Pangan olahan",
                ),
                "banyak_penerima": Field(
                    "Banyaknya penerima di dalam kategori", lambda at: len(at.kategori.penerima), BULAT, example="1"
                ),
            }
        ),
        _subject(Winner),
        "rules.yaml, penghargaan",
    ),
}
_ACTIVITY: Group[Kegiatan] = Group(
    {
        "id": Field("Pengenal kegiatan", lambda at: at.id, example="verifikasi"),
        "waktu": Field("Waktu menurut peraturan", lambda at: at.waktu, example="30 Desember 2024"),
        "mulai": Field("Hari pertama", lambda at: at.mulai, TANGGAL, example="2024-12-30"),
        "selesai": Field("Hari terakhir", lambda at: at.selesai, TANGGAL, example="2024-12-31"),
        "aktivitas": Field("Kegiatannya, seperti tertulis", lambda at: at.aktivitas, example="Verifikasi dan validasi"),
        "pelaksana": Field("Pelaksananya, seperti tertulis", lambda at: at.pelaksana, example="Dinas Perindustrian"),
    }
)
_OWN: Mapping[str, dict[str, Node[At]]] = {
    "putusan": {"putusan": Part("Putusan atas baris itu", _VERDICT, _subject(PutusanResult), "rules.yaml, putusan")},
    "penerima": _WINNER,
    "jadwal": {"kegiatan": Part("Kegiatan pada jadwal", _ACTIVITY, _subject(Kegiatan), "rules.yaml, jadwal")},
    "daftar": {"butir": Part("Butir daftar", LISTED, _subject(ListItem), "rules.yaml, daftar")},
}
