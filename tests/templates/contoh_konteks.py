"""Sample contexts for the templates: plain data as the engine gives it. All amounts, names and events are invented."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tests.templates.contoh_berita_acara import asistensi, tafsiran, verifikasi
from tests.templates.contoh_biro import (
    menjelang_batas,
    pemantauan,
    seluruhnya_dalam_batas,
    tanpa_di_bawah,
    tentang_diri_sendiri,
)
from tests.templates.contoh_instruksi import (
    laporan_evaluasi_apip,
    laporan_kepatuhan_apip,
    laporan_pelaksanaan,
    laporan_reviu_apip,
    laporan_tindak_lanjut_apip,
    matriks_paket_terbesar,
    nota_laporan_pelaksanaan,
    permintaan_laporan,
    ringkasan,
)
from tests.templates.contoh_keputusan import (
    keputusan,
    keputusan_dengan_kategori_dikeluarkan,
    keputusan_satu_kelompok,
    piagam,
)
from tests.templates.contoh_laporan import laporan_dki, laporan_tanpa_biro
from tests.templates.contoh_lembar import catatan, catatan_kosong
from tests.templates.contoh_penghargaan import penilaian_akhir, penilaian_awal, tanpa_anggota
from tests.templates.contoh_sanksi import (
    badan_usaha_dikenai,
    klarifikasi,
    klarifikasi_tanpa_batas,
    pejabat_dikenai,
    produsen_dikenai,
    rekomendasi_badan_usaha,
    rekomendasi_tim,
)
from tests.templates.contoh_tim import keputusan_tim, keputusan_tim_koordinasi
from tests.templates.contoh_umum import Konteks, indikator
from tests.templates.contoh_unit import nota_biro, surat_di_bawah, surat_melebihi, surat_simulasi, surat_tanpa_isian

__all__ = [
    "LEMBAR",
    "NASKAH",
    "TANPA_JANGKAR",
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
    "verifikasi",
]

NASKAH: dict[str, dict[str, Callable[[], Konteks]]] = {
    "surat-penjelasan.docx": {
        "di_bawah": surat_di_bawah,
        "melebihi": surat_melebihi,
        "tanpa_isian": surat_tanpa_isian,
        "simulasi": surat_simulasi,
    },
    "berita-acara-verifikasi.docx": {
        "sesuai": partial(verifikasi, "sesuai"),
        "sebagian": partial(verifikasi, "sesuai", "disesuaikan", "belum_sesuai"),
        "tanpa_bigbox": partial(verifikasi, "sesuai", "disesuaikan", bigbox=None),
    },
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
    "piagam.docx": {
        "pengguna": piagam,
        "pertama_dari_tiga": partial(piagam, urutan=1, sub="Pangan olahan"),
        "produsen_kedua": partial(piagam, "PT Contoh Karya", "produsen kategori industri kecil", urutan=2),
    },
    "keputusan-tim.docx": {
        "berbiaya": keputusan_tim,
        "pertama": partial(keputusan_tim, biaya=False, lama=False),
    },
    "keputusan-tim-koordinasi.docx": {
        "bernama": keputusan_tim_koordinasi,
        "jabatan": partial(keputusan_tim_koordinasi, jabatan_saja=True),
    },
    "berita-acara-asistensi.docx": {
        "tiga_hasil": partial(asistensi, "sesuai", "diubah", "ditunda"),
        "sesuai": partial(asistensi, "sesuai", "sesuai"),
    },
    "berita-acara-penilaian-awal.docx": {
        "tiga": partial(penilaian_awal, 5, 3, 4),
        "satu": partial(penilaian_awal, 5, keluar=(2, 0), sub_kategori=("Pangan olahan",)),
        "dua": partial(penilaian_awal, 5, 3, keluar=(2,)),
        "tanpa_anggota": lambda: tanpa_anggota(penilaian_awal(5, 3, 4)),
    },
    "berita-acara-penilaian-akhir.docx": {
        "tiga": partial(penilaian_akhir, 1, 1, 1, lapangan=2),
        "satu": partial(penilaian_akhir, 3, seri=2, keluar=(2,)),
        "belum": lambda: tanpa_anggota(penilaian_akhir(belum=True, cara=2)),
    },
    "berita-acara-tafsiran.docx": {"hadir": tafsiran, "tanpa_anggota": partial(tafsiran, hadir=False)},
    "surat-rekomendasi.docx": {"tim": rekomendasi_tim, "badan_usaha": rekomendasi_badan_usaha},
    "surat-peringatan.docx": {
        "pertama": partial(pejabat_dikenai, "peringatan_pertama"),
        "ketiga": partial(pejabat_dikenai, "peringatan_ketiga"),
        "badan_usaha": badan_usaha_dikenai,
    },
    "surat-denda.docx": {
        "daerah": partial(pejabat_dikenai, "denda"),
        "negara": partial(pejabat_dikenai, "denda", "kas_negara"),
    },
    "pengingat-denda.docx": {"sebagian": partial(pejabat_dikenai, "denda")},
    "keputusan-pemberhentian.docx": {
        "kelima": partial(pejabat_dikenai, "pemberhentian"),
        "tidak_dibayar": badan_usaha_dikenai,
    },
    "denda-produsen.docx": {
        "selisih": partial(produsen_dikenai, "selisih_tkdn"),
        "dipotong": partial(produsen_dikenai, "selisih_tkdn", sudah_dibayar=False),
        "impor": partial(produsen_dikenai, "barang_impor", "kas_negara"),
    },
    "pengingat-denda-produsen.docx": {
        "selisih": partial(produsen_dikenai, "selisih_tkdn"),
        "impor": partial(produsen_dikenai, "barang_impor"),
    },
    "usulan-pencabutan-sertifikat.docx": {
        "selisih": partial(produsen_dikenai, "selisih_tkdn"),
        "dokumen": partial(produsen_dikenai, "dokumen_atau_pemeriksaan"),
    },
    "usulan-daftar-hitam.docx": {"impor": partial(produsen_dikenai, "barang_impor")},
    "permintaan-laporan.docx": {"di_bawah": permintaan_laporan},
    "nota-permintaan-laporan.docx": {"di_bawah": permintaan_laporan},
    "matriks-paket-terbesar.docx": {"dinas": matriks_paket_terbesar},
    "laporan-reviu-apip.docx": {"dua_temuan": laporan_reviu_apip},
    "laporan-kepatuhan-apip.docx": {"dua_unit": laporan_kepatuhan_apip},
    "laporan-tindak-lanjut-apip.docx": {"sebagian": laporan_tindak_lanjut_apip},
    "laporan-evaluasi-apip.docx": {"dua_laporan": laporan_evaluasi_apip},
    "laporan-pelaksanaan.docx": {"dinas": laporan_pelaksanaan},
    "nota-laporan-pelaksanaan.docx": {"biro": nota_laporan_pelaksanaan},
    "klarifikasi-tkdn.docx": {"batas": klarifikasi, "tanpa_batas": klarifikasi_tanpa_batas},
}
"""Every template with the samples it must be able to print."""

TANPA_JANGKAR = frozenset(name for name in NASKAH if name.startswith("berita-acara-"))
"""Those signed by several in a table."""

LEMBAR: dict[str, dict[str, Callable[[], Konteks]]] = {
    "catatan-penafsiran.docx": {"berisi": catatan, "kosong": catatan_kosong},
    "ringkasan.docx": {"dki": ringkasan},
}
"""Internal sheets with their samples: no letterhead, no number, no signature."""
