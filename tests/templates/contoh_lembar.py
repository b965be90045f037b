"""Sample contexts of the internal note of readings."""

from __future__ import annotations

from datetime import date

from tests.templates.contoh_umum import Konteks

_BELUM: Konteks = {"ada": False, "oleh": "", "tanggal": "", "dasar": ""}


def catatan() -> Konteks:
    """One reading that decides, approved; one that changes nothing, not yet."""
    return {**catatan_kosong(), "penafsiran_menentukan": [_bacaan(1, sah=True)], "penafsiran_lain": [_bacaan(1)]}


def catatan_kosong() -> Konteks:
    """No reading at all."""
    return {
        "daerah": {"nama": "Provinsi Contoh"},
        "triwulan": 4,
        "tahun_anggaran": 2024,
        "tanggal_cutoff": date(2024, 12, 30),
        "status_data": "sementara",
        "jejak": {"digest": "0123456789ab", "masukan": "123456789abc", "aturan": "23456789abcd"},
        "penafsiran_menentukan": [],
        "penafsiran_lain": [],
    }


def _bacaan(nomor: int, *, sah: bool = False) -> Konteks:
    pengesahan = {"ada": True, "oleh": "Ketua Tim Contoh", "tanggal": "16 Desember 2024", "dasar": "ND 1/CONTOH"}
    return {
        "nomor": nomor,
        "pertanyaan": "Apa yang dimaksud dengan capaian?",
        "ketentuan": "Instruksi Contoh, diktum KESATU huruf a",
        "dipakai": "Porsi itu sendiri.",
        "alasan": "Bunyinya demikian.",
        "pilihan_lain": "Porsi dibagi target.",
        "akibat": "Bila dibaca terhadap_target: satu satuan kerja berubah status (Dinas Contoh).",
        "sah": pengesahan if sah else _BELUM,
    }
