"""Sample contexts of the Keputusan on teams: of the region with and without costs, and of one perangkat daerah."""

from __future__ import annotations

from tests.templates.contoh_keputusan import keputusan
from tests.templates.contoh_umum import Konteks

TIM = "Pembentukan Tim Peningkatan Penggunaan Produk Dalam Negeri Kabupaten Pandeglang"
_LAMA = {"ada": True, "nomor": "500/Kep.1-Huk/2023", "tanggal": "20 November 2023", "judul": TIM}
_TIDAK_ADA = {"ada": False, "nomor": "", "tanggal": "", "judul": ""}
_SUSUNAN = (
    ("Ketua", "", "Sekretaris Daerah Kabupaten Pandeglang"),
    ("Koordinator", "Sub Tim Monitoring dan Evaluasi", "Kepala Badan Perencanaan Pembangunan Daerah"),
    ("Anggota", "", "Inspektur Kabupaten Pandeglang"),
)


def keputusan_tim(*, biaya: bool = True, lama: bool = True) -> Konteks:
    """The Bupati forms the team; with costs, and in place of an older decree."""
    konteks = keputusan()
    susunan = [
        {"kode": str(nomor), "kedudukan": kedudukan, "kelompok": kelompok, "nama": nama}
        for nomor, (kedudukan, kelompok, nama) in enumerate(_SUSUNAN, 1)
    ]
    items = konteks["memperhatikan"]
    return {
        **konteks,
        "konsep": lama,
        "ada_biaya": biaya,
        "memperhatikan": [*items, {"nomor": 2, "bunyi": "Surat Edaran Contoh"}] if biaya else items,
        "naskah_lain": {**konteks["naskah_lain"], "keputusan_tim_lama": _LAMA if lama else _TIDAK_ADA},
        "daftar": {"tim_p3dn": susunan},
    }


def keputusan_tim_koordinasi(*, jabatan_saja: bool = False) -> Konteks:
    """A head forms the team of his perangkat daerah; of persons, or (`jabatan_saja`) of offices."""
    konteks = keputusan()
    perbup = konteks["mengingat"][-1:] if jabatan_saja else konteks["mengingat"][-2:]
    row = {"tim": "koordinasi", "kode_satker": "1.02.0.00.0.00.04.0000"}
    anggota = [
        {**row, "kedudukan": kedudukan, "jabatan": jabatan, "nama": nama, "nip": nip}
        for kedudukan, jabatan, nama, nip in (
            ("Ketua", "Sekretaris Dinas Kesehatan", "Contoh Anggota Satu", "19700101 199503 1 001"),
            ("Anggota", "Pejabat Pengadaan", "Contoh Anggota Dua", ""),
        )
    ]
    anggota.append({**anggota[-1], "kode_satker": "", "nama": "Contoh Tanpa Satuan Kerja"})  # stands in no decree
    tanpa_nama = [{**one, "nama": "", "nip": ""} for one in anggota]
    return {
        **konteks,
        "mengingat": perbup,
        "unit": {"nama": "Dinas Kesehatan", "jabatan_pimpinan": "Kepala Dinas Kesehatan"},
        "penanda_tangan": {**konteks["penanda_tangan"], "jabatan": "Plt. Kepala Dinas Kesehatan"},
        "tabel": {"tim": tanpa_nama if jabatan_saja else anggota},
    }
