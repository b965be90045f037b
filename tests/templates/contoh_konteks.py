"""Sample contexts for the templates: plain data as the engine gives it. All amounts, names and events are invented."""

from __future__ import annotations

from collections.abc import Callable

from tests.templates.contoh_biro import (
    menjelang_batas,
    pemantauan,
    seluruhnya_dalam_batas,
    tanpa_di_bawah,
    tentang_diri_sendiri,
)
from tests.templates.contoh_keputusan import (
    keputusan,
    keputusan_dengan_kategori_dikeluarkan,
    keputusan_satu_kelompok,
)
from tests.templates.contoh_laporan import laporan_dki, laporan_tanpa_biro
from tests.templates.contoh_lembar import catatan, catatan_kosong
from tests.templates.contoh_umum import Konteks, indikator
from tests.templates.contoh_unit import nota_biro, surat_di_bawah, surat_melebihi, surat_simulasi, surat_tanpa_isian

__all__ = [
    "LEMBAR",
    "NASKAH",
    "Konteks",
    "indikator",
    "keputusan",
    "keputusan_dengan_kategori_dikeluarkan",
    "keputusan_satu_kelompok",
    "laporan_dki",
    "laporan_tanpa_biro",
    "menjelang_batas",
    "nota_biro",
    "pemantauan",
    "seluruhnya_dalam_batas",
    "surat_di_bawah",
    "surat_melebihi",
    "surat_simulasi",
    "surat_tanpa_isian",
    "tanpa_di_bawah",
    "tentang_diri_sendiri",
]

NASKAH: dict[str, dict[str, Callable[[], Konteks]]] = {
    "surat-penjelasan.docx": {
        "di_bawah": surat_di_bawah,
        "melebihi": surat_melebihi,
        "tanpa_isian": surat_tanpa_isian,
        "simulasi": surat_simulasi,
    },
    "berita-acara-verifikasi.docx": {"dki": laporan_dki, "tanpa_biro": laporan_tanpa_biro},
    "nota-biro.docx": {
        "lengkap": pemantauan,
        "tanpa_di_bawah": tanpa_di_bawah,
        "menjelang_batas": menjelang_batas,
        "dalam_batas": seluruhnya_dalam_batas,
        "sendiri": tentang_diri_sendiri,
    },
    "nota-penjelasan.docx": {"biro": nota_biro, "tanpa_isian": surat_tanpa_isian},
    "nota-pengantar-laporan.docx": {"dki": laporan_dki, "tanpa_biro": laporan_tanpa_biro},
    "laporan-capaian.docx": {"dki": laporan_dki, "tanpa_biro": laporan_tanpa_biro},
    "keputusan-penghargaan.docx": {
        "dua": keputusan,
        "satu": keputusan_satu_kelompok,
        "dikeluarkan": keputusan_dengan_kategori_dikeluarkan,
    },
}
"""Every template with the samples it must be able to print."""

LEMBAR: dict[str, dict[str, Callable[[], Konteks]]] = {
    "catatan-penafsiran.docx": {"berisi": catatan, "kosong": catatan_kosong},
}
"""Internal sheets with their samples: no letterhead, no number, no signature."""
