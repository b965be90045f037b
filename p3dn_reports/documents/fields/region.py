"""What a document of the whole region can print: totals, every unit, schedule, sources, readings, findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from p3dn_reports.documents.at import At
from p3dn_reports.documents.fields import figures, watching
from p3dn_reports.documents.fields.field import BULAT, DAFTAR_TEKS, P3DN, Field, Group, Items, Node, Part, seen_from
from p3dn_reports.documents.fields.left_out import LEFT_OUT
from p3dn_reports.documents.fields.lines import REASON, banded, by_indicator, in_bands, line
from p3dn_reports.documents.fields.readings import READINGS
from p3dn_reports.documents.fields.unit_rows import counted_rows, of_each
from p3dn_reports.documents.plan import Status
from p3dn_reports.documents.schedule import Activity, activities, ahead
from p3dn_reports.documents.sources import FileRead, files_read
from p3dn_reports.documents.units import Line, Units, counted, other_reading, ways_of
from p3dn_reports.evaluation.assessment import Dikeluarkan
from p3dn_reports.problems import Problem, Severity
from p3dn_reports.rules import Rulebook
from p3dn_reports.tables import TableSchema

Schemas = Mapping[str, TableSchema]
CARA_PEMBAYARAN = "cara"
"""The column of payments that says which way they went."""


def of(rulebook: Rulebook, schemas: Schemas) -> dict[str, Node[At]]:
    """The fields of a document of the region."""
    own = figures.of(rulebook)
    watched = watching.of_units(rulebook, schemas)
    of_line: Part[Line, watching.Some] = Part(
        "Pemantauan baris-baris terbesar unit", watched, lambda at: (at.result,), P3DN
    )
    lines = line(own, {"pemantauan": of_line, "baris_unit": of_each(schemas)})
    units: dict[str, Node[Units]] = {
        "daftar_unit": Items("Setiap unit yang melapor", lines, lambda at: at.daftar, "tabel satker"),
        "menurut_pita": Part("Unit menurut kelompok capaiannya", banded(rulebook, lines), lambda at: at, P3DN),
        "kelompok": Part("Unit menurut kelompok setiap indikator", by_indicator(rulebook, lines), lambda at: at, P3DN),
        "pemantauan": Part(
            "Pemantauan baris terbesar menurut jenis satuan kerja",
            watching.by_kind(rulebook, schemas),
            lambda at: at,
            P3DN,
        ),
        "jumlah": Part("Banyaknya", Group({**_COUNTS, **in_bands(rulebook)}), lambda at: at, P3DN),
        "banyak_unit": counted_rows(schemas),
        **_OF_UNITS,
    }
    return {**_FIELDS, **READINGS, **seen_from(lambda at: at.region, units)}


class _Kinds(NamedTuple):
    """A line of the summary: units by their kind."""

    pita: str
    tampil: str
    banyak: tuple[int, int, int]


_KINDS: dict[str, Node[_Kinds]] = {
    "perangkat_daerah": Field("Banyaknya perangkat daerah", lambda at: at.banyak[0], BULAT, example="41"),
    "biro": Field("Banyaknya Biro", lambda at: at.banyak[1], BULAT, example="10"),
    "jumlah": Field("Banyaknya semua", lambda at: at.banyak[2], BULAT, example="51"),
}
_BAND: dict[str, Node[_Kinds]] = {
    "pita": Field("Pengenal kelompok", lambda at: at.pita, example="di_bawah"),
    "tampil": Field("Kelompok itu dengan kata-kata", lambda at: at.tampil, example="di bawah 80%"),
}


def _summary(at: Units) -> Iterator[_Kinds]:
    return (_Kinds(band, at.sebutan_pita(band), counted(lines)) for band, lines in at.menurut_pita.items())


def _not_validated(at: Units) -> Iterator[tuple[str, str]]:
    """The units whose achievement cannot be confirmed, each with its reason."""
    yield from ((nama, sebab.rstrip(".")) for nama, sebab in at.sebab_ditahan)
    yield from ((nama, f"tidak dapat dihitung ({sebab})") for nama, sebab in at.tanpa_angka)


class _Other(NamedTuple):
    nama: str
    porsi: str
    terhadap_target: str
    dipakai: str
    lain: str


def _other_reading(at: Units) -> Iterator[_Other]:
    ways = ways_of(at)
    for nama, read, used, other in other_reading(at):
        yield _Other(nama, read[ways[0]].tampil, read[ways[-1]].tampil, used.tampil_pita or "", other)


_OTHER: Group[_Other] = Group(
    {
        "nama": Field("Nama satuan kerja", lambda at: at.nama, example="Dinas Pendidikan"),
        "porsi": Field("Capaian menurut bacaan pertama", lambda at: at.porsi, example="86,75%"),
        "terhadap_target": Field("Capaian menurut bacaan terakhir", lambda at: at.terhadap_target, example="108,44%"),
        "status_dipakai": Field("Kelompok menurut bacaan yang dipakai", lambda at: at.dipakai, example="di bawah 80%"),
        "status_lain": Field("Kelompok menurut bacaan yang lain", lambda at: at.lain, example="lebih dari 100%"),
    }
)
_OUT: Group[Dikeluarkan] = Group(
    {
        "kode_satker": Field("Kode satuan kerja", lambda at: at.kode_satker, example="4.01.0.00.0.00.01.0000"),
        "nama": Field("Nama satuan kerja", lambda at: at.nama, example="Sekretariat Daerah"),
        "sebab": Field("Sebab tidak dinilai", lambda at: at.sebab, example="dilaporkan oleh Biro-bironya"),
    }
)
_OF_UNITS: dict[str, Node[Units]] = {
    "ringkasan_status": Items(
        "Banyaknya unit menurut kelompok dan jenisnya", Group({**_BAND, **_KINDS}), _summary, P3DN, numbered=False
    ),
    "ringkasan_jumlah": Part(
        "Jumlah ringkasan itu", Group(_KINDS), lambda at: _Kinds("", "", counted(at.tepercaya)), P3DN
    ),
    "unit_ditahan": Items("Unit yang angkanya ditahan", REASON, lambda at: at.sebab_ditahan, P3DN),
    "belum_divalidasi": Items("Unit yang capaiannya belum divalidasi", REASON, _not_validated, P3DN, lettered=True),
    "unit_dikeluarkan": Items(
        "Unit yang tidak melapor sendiri", _OUT, lambda at: at.material.assessment.organisasi.dikeluarkan, P3DN
    ),
    "tidak_ikut": LEFT_OUT,
    "beda_basis": Items("Unit yang berpindah kelompok menurut bacaan lain", _OTHER, _other_reading, P3DN),
}


def _owed(at: Units) -> int:
    return len(at.surat) - _standing(Status.DITAHAN)(at)


def _standing(status: Status) -> Callable[[Units], int]:
    return lambda at: list(at.surat.values()).count(status)


def _received(at: Units) -> int:
    return sum(bool(at.diterima.get(line.kode)) for line in at.daftar if line.kode in at.wajib)


def _found(*levels: Severity) -> Callable[[Units], int]:
    return lambda at: sum(found.tingkat in levels for found in at.material.problems)


def _count(title: str, get: Callable[[Units], int]) -> Field[Units]:
    return Field(title, get, BULAT, example="3")


_COUNTS: dict[str, Node[Units]] = {
    "unit": _count("Banyaknya unit", lambda at: len(at.daftar)),
    "perangkat_daerah": _count("Banyaknya perangkat daerah", lambda at: counted(at.daftar)[0]),
    "biro": _count("Banyaknya Biro", lambda at: counted(at.daftar)[1]),
    "penjelasan_wajib": _count("Banyaknya surat penjelasan yang wajib dibuat", _owed),
    "penjelasan_ditahan": _count("Banyaknya surat penjelasan yang ditahan", _standing(Status.DITAHAN)),
    "penjelasan_lengkap": _count("Banyaknya surat penjelasan yang lengkap", _standing(Status.LENGKAP)),
    "penjelasan_belum": _count(
        "Banyaknya surat penjelasan yang belum lengkap", lambda at: _owed(at) - _standing(Status.LENGKAP)(at)
    ),
    "penjelasan_diterima": _count("Banyaknya surat penjelasan wajib yang diterima", _received),
    "penjelasan_belum_diterima": _count(
        "Banyaknya surat penjelasan wajib yang belum diterima", lambda at: len(at.wajib) - _received(at)
    ),
    "galat": _count("Banyaknya temuan yang harus diperbaiki", _found(Severity.GALAT)),
    "peringatan": _count("Banyaknya temuan yang perlu diperiksa", _found(Severity.PERINGATAN)),
    "temuan": _count("Banyaknya temuan data", _found(Severity.GALAT, Severity.PERINGATAN)),
    "unit_ditahan": _count("Banyaknya unit yang ditahan", lambda at: len(at.ditahan)),
    "beda_basis": _count(
        "Banyaknya unit yang berpindah kelompok menurut bacaan lain", lambda at: len(list(other_reading(at)))
    ),
}


def _ways_of_payment(at: At) -> list[str]:
    """`penyedia`, `swakelola`: the ways that counted payments name; empty where no payment names one."""
    lines = at.material.assessment.seluruh.rincian
    rules = at.material.scope.rulebook.rincian
    by_way = (name for name, one in rules.items() if one.menurut == CARA_PEMBAYARAN)
    return [row.kode for name in by_way for row in lines.get(name, ()) if row.kode]


class _Finding(NamedTuple):
    found: Problem
    at: At


def _findings(at: At) -> Iterator[_Finding]:
    """Faults and warnings; notes stand in masalah.json alone."""
    return (_Finding(one, at) for one in at.material.problems if one.tingkat is not Severity.CATATAN)


def _place(at: _Finding) -> str:
    """The cell; else the table by its title, as the person who fills it knows it."""
    schema = at.at.material.tables.schemas.get(at.found.tabel or "")
    return str(at.found.lokasi) or (schema.title if schema else at.found.tabel or "-")


def _level(at: _Finding) -> str:
    return "harus diperbaiki" if at.found.tingkat is Severity.GALAT else "perlu diperiksa"


_FINDING: Group[_Finding] = Group(
    {
        "tingkat": Field("Harus diperbaiki, atau perlu diperiksa", _level, example="perlu diperiksa"),
        "tempat": Field("Sel atau tabelnya", _place, example="Target Perjanjian Kinerja"),
        "nilai": Field("Nilai yang ditemukan", lambda at: at.found.nilai or "-", example="-"),
        "pesan": Field("Apa yang ditemukan", lambda at: at.found.pesan, example="Target unit tidak ada."),
        "saran": Field("Apa yang perlu dilakukan", lambda at: at.found.saran, example="Tambahkan baris unit itu."),
    }
)
_ACTIVITY: Group[Activity] = Group(
    {
        "waktu": Field("Waktu menurut peraturan", lambda at: at.waktu, example="30 Desember 2024"),
        "aktivitas": Field("Kegiatannya", lambda at: at.aktivitas, example="Batas waktu (cut off) capaian"),
        "pelaksana": Field("Pelaksananya", lambda at: at.pelaksana, example="Biro Koordinator"),
        "keterangan": Field(
            "Sudah sejauh mana", lambda at: at.keterangan, example="dilaksanakan tanggal 30 Desember 2024"
        ),
    }
)
_FILE: Group[FileRead] = Group(
    {
        "sumber": Field("Sumber data", lambda at: at.sumber, source="tabel sumber_data, kolom sumber", example="BPKD"),
        "pemilik": Field(
            "Pemilik data",
            lambda at: at.pemilik,
            source="tabel sumber_data, kolom pemilik",
            example="Badan Pengelolaan Keuangan Daerah",
        ),
        "berkas": Field("Nama berkas", lambda at: at.berkas, example="pembayaran.xlsx"),
        "data_per": Field(
            "Tanggal data",
            lambda at: at.data_per,
            source="tabel sumber_data, kolom data_per",
            example="30 Desember 2024",
        ),
        "jumlah_baris": Field("Banyaknya baris yang dibaca", lambda at: at.jumlah_baris, BULAT, example="755"),
        "sha256": Field("Sidik berkas, dua belas angka pertama", lambda at: at.sha256, example="9ed50dd82423"),
    }
)
_FIELDS: dict[str, Node[At]] = {
    "cara_pembayaran": Field("Cara pembayaran yang disebut data", _ways_of_payment, DAFTAR_TEKS, P3DN, "penyedia"),
    "jadwal": Items("Kegiatan pada jadwal", _ACTIVITY, activities, "rules.yaml, jadwal"),
    "jadwal_berikutnya": Items("Kegiatan yang belum lewat pada tanggal data", _ACTIVITY, ahead, "rules.yaml, jadwal"),
    "sumber_data": Items("Berkas yang dibaca", _FILE, lambda at: files_read(at.material), "tabel sumber_data"),
    "temuan": Items("Temuan data", _FINDING, _findings, P3DN),
}
