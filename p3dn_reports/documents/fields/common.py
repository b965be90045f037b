"""What every document can print: region, period, law, its number and date, parameters and lists in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from p3dn_reports.documents.at import At
from p3dn_reports.documents.fields.field import (
    ABSENT,
    BULAT,
    GAMBAR,
    P3DN,
    TANGGAL,
    YA_TIDAK,
    Field,
    Group,
    Items,
    Node,
    Part,
)
from p3dn_reports.documents.fields.naskah import NASKAH
from p3dn_reports.documents.law import Law, applied_law, cited_law, considered, law_in_force, main_law
from p3dn_reports.documents.material import Row
from p3dn_reports.documents.offices import emblem
from p3dn_reports.documents.word.marks import Framed
from p3dn_reports.formatting import nilai_bersatuan, terbilang
from p3dn_reports.rules import Daerah, Kegiatan, ListItem, Parameter, Rulebook, Scope

JANGKAR = "#"
"""The signature anchor: one character that the e-office looks up on the page; it stands exactly once."""
BINGKAI = Framed("[tempat tanda tangan elektronik]")
"""What stands there instead where a person sets the signature by hand; never in a draft."""


def place_to_sign(at: At) -> str:
    """What stands where the signature comes, as the document or else the region has it."""
    chosen = at.planned.dokumen.tempat_tanda_tangan or at.material.scope.daerah.tempat_tanda_tangan
    return BINGKAI if chosen == "bingkai" else JANGKAR


def of(rulebook: Rulebook) -> dict[str, Node[At]]:
    """The fields that all documents share."""
    numbers, lists = rulebook.parameter.items(), rulebook.daftar.items()
    return {
        **_FIXED,
        "parameter": _rules("Bilangan peraturan yang berlaku", {name: number(one) for name, one in numbers}),
        "parameter_kata": _rules(
            "Bilangan peraturan yang berlaku beserta kata-katanya",
            {name: number(one, spelled=True) for name, one in numbers},
        ),
        "daftar": _rules("Daftar yang berlaku", {name: _list(name, one.judul) for name, one in lists}),
        "tenggat": _rules(
            "Hari terakhir setiap kegiatan pada jadwal", {name: _due(one) for name, one in rulebook.jadwal.items()}
        ),
    }


def _rules(title: str, fields: dict[str, Node[Scope]]) -> Part[At, Scope]:
    return Part(title, Group(fields), lambda at: at.material.scope, "rules.yaml")


_SPELLED = {"persen": " persen", "jumlah": "", "rupiah": " rupiah"}
"""What follows the words of a number, by unit."""


def number(one: Parameter, *, spelled: bool = False) -> Field[Scope]:
    """A number of the law in force here with its unit; `spelled` out beside."""

    def written(nilai: Decimal) -> str:
        text = nilai_bersatuan(nilai, one.satuan)
        is_spelled = spelled and one.satuan in _SPELLED
        return f"{text} ({terbilang(nilai.normalize())}{_SPELLED[one.satuan]})" if is_spelled else text

    def get(scope: Scope) -> object:
        dated = scope.parameter(one.id)
        return written(dated.nilai) if dated is not None else ABSENT

    return Field(one.judul, get, source=f"rules.yaml, parameter {one.id}", example=written(one.nilai[-1].nilai))


def _list(name: str, judul: str) -> Items[Scope, ListItem]:
    def rows(scope: Scope) -> tuple[ListItem, ...] | None:
        dated = scope.daftar(name)
        return dated.nilai if dated is not None else None

    return Items(judul, LISTED, rows, f"rules.yaml, daftar {name}", numbered=False)


LISTED: Group[ListItem] = Group(
    {
        "kode": Field("Kode atau kata butirnya", lambda one: one.kode, example="5.2.06"),
        "nama": Field("Nama butirnya", lambda one: one.nama, example="Belanja Modal Aset Lainnya"),
        "nama_dalam_dokumen": Field(
            "Namanya menurut peraturan", lambda one: one.nama_dalam_dokumen or one.nama, example="Belanja Modal Lainnya"
        ),
        "kedudukan": Field("Kedudukan yang diisinya", lambda one: one.kedudukan, example="Anggota"),
        "kelompok": Field(
            "Judul kelompok yang dimulai dengannya", lambda one: one.kelompok, example="Sub Tim Monitoring dan Evaluasi"
        ),
    }
)


def _due(one: Kegiatan) -> Field[Scope]:
    def get(scope: Scope) -> date | None:
        return scope.jadwal[one.id].selesai if scope.citations(one.dasar) else None

    return Field(one.aktivitas, get, TANGGAL, f"rules.yaml, jadwal {one.id}", one.selesai.isoformat(), optional=True)


def _digest(name: str) -> Callable[[At], object]:
    return lambda at: at.material.jejak.get(name, "")


_DAERAH: Group[At] = Group(
    {
        "id": Field("Pengenal daerah", lambda at: _daerah(at).id, example="dki-jakarta"),
        "nama": Field(
            "Nama daerah pada tanggal naskah",
            lambda at: _daerah(at).nama_pada(at.planned.tanggal),
            example="Provinsi Daerah Khusus Ibukota Jakarta",
        ),
        "nama_pemda": Field(
            "Nama pemerintah daerah",
            lambda at: _daerah(at).nama_pemda,
            example="Pemerintah Provinsi Daerah Khusus Ibukota Jakarta",
        ),
        "ibu_kota": Field("Tempat naskah ditetapkan", lambda at: _daerah(at).ibu_kota, example="Jakarta"),
        "kepala_daerah": Field(
            "Sebutan kepala daerah", lambda at: _daerah(at).kepala_daerah, example="Bupati Pandeglang"
        ),
        "frasa_rahmat_keputusan": Field(
            "Apakah keputusan memakai frasa Dengan rahmat Tuhan",
            lambda at: _daerah(at).frasa_rahmat_keputusan,
            YA_TIDAK,
        ),
    }
)


def _daerah(at: At) -> Daerah:
    return at.material.scope.daerah


_SUMBER: dict[str, Node[Law]] = {
    "sebutan": Field(
        "Sebutan peraturan", lambda law: law.sumber.sebutan, example="Instruksi Gubernur Nomor 6 Tahun 2023"
    ),
    "sebutan_lengkap": Field(
        "Sebutan peraturan beserta tentangnya",
        lambda law: law.sumber.sebutan_lengkap,
        example="Instruksi Gubernur Nomor 6 Tahun 2023 tentang Peningkatan Penggunaan Produk Dalam Negeri",
    ),
    "simulasi": Field("Apakah itu simulasi, bukan peraturan", lambda law: law.sumber.simulasi, YA_TIDAK),
}
_LAW: Group[Law] = Group(
    {
        **_SUMBER,
        "tempat": Field(
            "Tempat yang dirujuk", lambda law: law.tempat, example="diktum KESATU huruf a angka 5 dan angka 6"
        ),
    }
)
_JEJAK = {
    "digest": "Sidik seluruh bahan naskah",
    "versi": "Versi p3dn",
    "masukan": "Sidik masukan",
    "aturan": "Sidik buku aturan",
    "templat": "Sidik templat",
}

_CITED: Group[object] = Group(
    {"bunyi": Field("Peraturan, seperti disebut pada tanggal naskah", lambda at: at, example="Undang-Undang Nomor 23")}
)

_FIXED: dict[str, Node[At]] = {
    "mengingat": Items(
        "Peraturan pada Mengingat, menurut tingkat dan tanggalnya",
        _CITED,
        lambda at: considered(at.material, at.planned),
        "rules.yaml, dokumen",
    ),
    "memperhatikan": Items(
        "Naskah pada Memperhatikan",
        _CITED,
        lambda at: law_in_force(at.material.scope, at.planned.dokumen.memperhatikan, at.planned.tanggal),
        "rules.yaml, dokumen",
    ),
    "daerah": Part("Daerah", _DAERAH, lambda at: at, "rules.yaml, daerah"),
    "lambang": Field(
        "Lambang pada kop naskah ini; gambar pengganti di Word berteks alternatif gambar:lambang",
        emblem,
        GAMBAR,
        "rules.yaml, daerah",
        "lambang-dki-jakarta.png",
        optional=True,
    ),
    "pakai_biro": Field(
        "Apakah Biro melapor sendiri", lambda at: _daerah(at).pakai_biro, YA_TIDAK, "rules.yaml, daerah", "ya"
    ),
    "tahun_anggaran": Field("Tahun anggaran", lambda at: at.material.meta.periode.tahun, BULAT, "tabel meta", "2024"),
    "triwulan": Field(
        "Triwulan; 0 untuk naskah setahun", lambda at: at.material.meta.periode.triwulan or 0, BULAT, "tabel meta", "4"
    ),
    "tanggal_cutoff": Field(
        "Batas waktu data", lambda at: at.material.meta.tanggal_cutoff, TANGGAL, "tabel meta", "2024-12-30"
    ),
    "revisi": Field("Perbaikan data yang keberapa", lambda at: at.material.meta.revisi or "", source="tabel meta"),
    "status_data": Field(
        "Keadaan data: sementara, atau perbaikan keberapa",
        lambda at: at.material.meta.keadaan,
        source="tabel meta",
        example="sementara",
    ),
    "naskah": Part("Nomor, tanggal, dan sebutan naskah ini", NASKAH, lambda at: at, "tabel naskah"),
    "konsep": Field("Apakah naskah masih konsep", lambda at: bool(at.planned.konsep), YA_TIDAK, P3DN),
    "dasar_utama": Part(
        "Peraturan pertama yang menjadi dasar naskah, dengan semua tempatnya",
        _LAW,
        lambda at: main_law(at.material.scope, at.planned.dasar),
        "rules.yaml, dokumen",
    ),
    "dasar": Items(
        "Setiap tempat yang menjadi dasar naskah",
        _LAW,
        lambda at: cited_law(at.material.scope, at.planned.dasar),
        "rules.yaml, dokumen",
        numbered=False,
    ),
    "dasar_hukum": Items(
        "Peraturan yang diterapkan daerah, menurut tingkatannya",
        Group(_SUMBER),
        lambda at: applied_law(at.material.scope),
        "rules.yaml, sumber_hukum",
        lettered=True,
    ),
    "dinas_pembina": Part(
        "Dinas yang membina P3DN di daerah",
        Group[Row](
            {
                "nama": Field("Nama dinas", lambda row: row.get("nama_satker", ""), example="Dinas Perindustrian"),
                "jabatan_pimpinan": Field(
                    "Jabatan pimpinannya",
                    lambda row: row.get("jabatan_pimpinan") or "",
                    example="Kepala Dinas Perindustrian",
                ),
            }
        ),
        lambda at: at.material.dinas_pembina,
        "tabel satker",
    ),
    "jejak": Part(
        "Sidik bahan naskah",
        Group[At]({name: Field(title, _digest(name), example="9ed50dd82423") for name, title in _JEJAK.items()}),
        lambda at: at,
        P3DN,
    ),
}
