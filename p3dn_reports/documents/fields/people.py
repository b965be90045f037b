"""Who signs, under which kop, to whom, with copies to whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from p3dn_reports.documents.at import At
from p3dn_reports.documents.fields.field import YA_TIDAK, Field, Group, Items, Node, Part
from p3dn_reports.documents.offices import Addressee, addressee, letterhead, signer, signers
from p3dn_reports.documents.officials import Official


def _pejabat(title: str, get: Callable[[Official], object], kolom: str, example: str) -> Field[Official]:
    return Field(title, get, source=f"tabel pejabat, kolom {kolom}", example=example, wanting=True)


OFFICIAL: Group[Official] = Group(
    {
        "jabatan": _pejabat(
            "Jabatan, dengan Plt. atau Plh. di depannya", lambda at: at.jabatan, "sebutan_jabatan", "Plt. Kepala Dinas"
        ),
        "jabatan_pokok": _pejabat("Jabatannya saja", lambda at: at.jabatan_pokok, "sebutan_jabatan", "Kepala Dinas"),
        "nama": _pejabat("Nama tanpa gelar", lambda at: at.nama, "nama", "Nama Pejabat"),
        "nama_lengkap": _pejabat("Nama dengan gelarnya", lambda at: at.nama_lengkap, "nama", "Dr. Nama Pejabat, S.H."),
        "pangkat": _pejabat("Pangkat", lambda at: at.pangkat, "pangkat", "Pembina Utama Muda (IV/c)"),
        "nip": _pejabat("NIP", lambda at: at.nip, "nip", "00000000 000000 0 018"),
        "tampil_nip": Field(
            "Apakah pangkat dan NIP dicetak; tidak bagi kepala daerah, wakilnya, dan Sekda",
            lambda at: at.tampil_nip,
            YA_TIDAK,
            example="ya",
        ),
        "selaku": Field(
            "Kedudukan yang disebut di samping jabatannya",
            lambda at: at.selaku,
            example="Ketua Harian Tim Peningkatan Penggunaan Produk Dalam Negeri",
        ),
    }
)


def _kop(key: str, title: str, example: str) -> Field[Mapping[str, object]]:
    return Field(title, lambda kop: kop[key], example=example)


_KOP: Group[Mapping[str, object]] = Group(
    {
        "baris_atas": _kop("baris_atas", "Baris atas kepala surat", "Pemerintah Kabupaten Pandeglang"),
        "baris_bawah": _kop("baris_bawah", "Nama kantor pada kepala surat", "Dinas Kesehatan"),
        "alamat": _kop("alamat", "Alamat kantor", "Jalan Contoh Nomor 18"),
        "telepon": _kop("telepon", "Telepon kantor", "(021) 000000"),
        "laman": _kop("laman", "Laman kantor", "contoh.example.go.id"),
        "pos_el": _kop("pos_el", "Pos-el kantor", "contoh@example.go.id"),
    }
)
_TUJUAN: Group[Addressee] = Group(
    {
        "jabatan": Field(
            "Jabatan penerima naskah", lambda at: at.jabatan, example="Asisten Pemerintahan", wanting=True
        ),
        "sebutan": Field("Bagaimana teks menyapanya", lambda at: at.sebutan, example="Ibu", wanting=True),
    }
)

PEOPLE: Mapping[str, Node[At]] = {
    "penanda_tangan": Part("Yang menandatangani naskah", OFFICIAL, signer, "tabel pejabat"),
    "para_penanda_tangan": Items("Semua yang menandatangani naskah", OFFICIAL, signers, "tabel pejabat"),
    "kop": Part("Kepala surat", _KOP, letterhead, "tabel satker"),
    "tujuan": Part("Penerima naskah", _TUJUAN, addressee, "tabel pejabat"),
}
