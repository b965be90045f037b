"""Sample contexts of sanctions and of a request about TKDN. All amounts, names and events are invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.templates.contoh_umum import Konteks, pejabat, umum

_DINAS = "Dinas Contoh"
_PERBUP = "Peraturan Bupati Contoh Nomor 1 Tahun 2023"
_PARAMETER = {
    "tarif_denda_pejabat": "1% (satu persen)",
    "denda_pejabat_tertinggi": "Rp500.000.000,00 (lima ratus juta rupiah)",
    "tenggat_denda_pejabat": "30 (tiga puluh)",
    "tenggat_denda_produsen": "30 (tiga puluh)",
    "pengurangan_tkdn_tertinggi": "15% (lima belas persen)",
    "pengali_denda_impor": "3 (tiga)",
}
_HITUNGAN = {
    "pelanggaran_ke": Decimal(4),
    "nilai_kontrak_dasar_denda": Decimal(65_000_000_000),
    "denda_pejabat_tanpa_batas": Decimal(650_000_000),
    "denda_pejabat": Decimal(500_000_000),
    "denda_dibayar": Decimal(100_000_000),
    "denda_pejabat_terutang": Decimal(400_000_000),
    "jatuh_tempo_denda_pejabat": date(2025, 4, 24),
    "selisih_tkdn": Decimal(25),
    "nilai_dasar_pengurangan": Decimal(2_000_000_000),
    "dasar_nilai_pembayaran": Decimal(2_000_000_000),
    "denda_selisih_tkdn": Decimal(300_000_000),
    "denda_selisih_terutang": Decimal(200_000_000),
    "denda_impor": Decimal(600_000_000),
    "denda_impor_terutang": Decimal(500_000_000),
    "jatuh_tempo_denda_produsen": date(2025, 4, 24),
    "selisih_klarifikasi": Decimal("5.35"),
}
_PEJABAT = {
    "nama_pejabat": "Nama Pelanggar",
    "nip": "00000000 000000 0 001",
    "pangkat": "Penata",
    "jabatan_pengadaan": "Pejabat Pembuat Komitmen",
    "nomor_pengangkatan": "800/Kep-Contoh/2024",
    "tanggal_pengangkatan": date(2024, 1, 2),
    "tanggal": date(2024, 11, 4),
    "ketentuan": "9(1)",
    "nama_paket": "Pembangunan Gedung Contoh",
    "uraian": "Memilih produk impor",
    "bukti": "Laporan Hasil Pengawasan Nomor 700/LHP-Contoh",
    "nomor_kontrak": "027/Kontrak-Contoh",
    "nilai_kontrak": Decimal(65_000_000_000),
    "sumber_dana": "APBD",
    "rekomendasi_apip": "700/REK-Contoh",
    "tanggal_rekomendasi_apip": date(2024, 11, 28),
    "rekomendasi_pengawas": "",
    "tanggal_rekomendasi_pengawas": date(2024, 11, 28),
    "rekomendasi_tim": "530/REK-Tim-Contoh",
    "tanggal_rekomendasi_tim": date(2024, 11, 28),
    "nomor_surat": "900/Denda-Contoh",
    "tanggal_surat": date(2025, 3, 3),
}
_PRODUSEN = {
    "produsen": "Produsen Contoh A & B",
    "alamat": "Jalan Contoh Industri Nomor 1",
    "pimpinan": "Nama Pimpinan",
    "ketentuan": "9(5)",
    "nama_paket": "Pengadaan Contoh",
    "produk": "Tempat tidur pasien",
    "nomor_tanda_sah": "0001/TKDN-Contoh",
    "penanda_tangan_sertifikat": "Kepala Pusat Contoh",
    "uraian": "Menyerahkan barang dengan TKDN di bawah penawaran",
    "bukti": "Berita Acara Pemeriksaan Nomor 027/BAP-Contoh",
    "jenis_ketidakbenaran": "dokumen",
    "tanggal_klarifikasi": date(2025, 2, 17),
    "nomor_kontrak": "027/Kontrak-Contoh-P",
    "sudah_dibayar": True,
    "tkdn_tawar": Decimal(45),
    "tkdn_realisasi": Decimal(20),
    "nilai_impor": Decimal(200_000_000),
    "sumber_dana": "APBD",
    "nomor_surat": "900/Denda-Contoh-P",
    "tanggal_surat": date(2025, 3, 3),
}
_KLARIFIKASI = {
    **dict.fromkeys(("nama_paket", "produsen", "produk", "nomor_tanda_sah", "hal"), "Alat kesehatan contoh"),
    "tkdn_daftar": Decimal("42.15"),
    "tkdn_dokumen": Decimal("47.5"),
    "batas": date(2025, 5, 15),
}
_REKENING = {
    "bank": "Bank Contoh",
    "nomor_rekening": "000-000",
    "atas_nama": "RKUD Contoh",
    "cara_setor": "kode billing contoh",
}


def rekomendasi_tim() -> Konteks:
    """The Tim recommends a fine, before the Inspektur has."""
    konteks = _naskah({**_PEJABAT, "rekomendasi_apip": "", "rekomendasi_tim": ""}, "denda")
    penanda = {**pejabat("Sekretaris Daerah"), "selaku": "Ketua Tim Contoh"}
    return {**konteks, "penanda_tangan": penanda}


def rekomendasi_badan_usaha() -> Konteks:
    """The overseer of a business body recommends a first warning."""
    return {**_naskah({**_PEJABAT, "rekomendasi_tim": ""}, "peringatan_pertama"), "unit": _badan_usaha()}


def pejabat_dikenai(putusan: str, kas: str = "kas_daerah") -> Konteks:
    """A document that imposes a sanction on an official."""
    return _naskah(_PEJABAT, putusan, kas)


def badan_usaha_dikenai() -> Konteks:
    """One on an official of a business body, where the fine was never paid."""
    row = {**_PEJABAT, "rekomendasi_pengawas": "700/REK-Pengawas-Contoh"}
    return {**_naskah(row, "pemberhentian_denda_tidak_dibayar"), "unit": _badan_usaha()}


def produsen_dikenai(putusan: str, kas: str = "kas_daerah", *, sudah_dibayar: bool = True) -> Konteks:
    """A document about a producer."""
    return _naskah({**_PRODUSEN, "sudah_dibayar": sudah_dibayar}, putusan, kas)


def klarifikasi() -> Konteks:
    """A request about the TKDN of a product."""
    return _naskah(_KLARIFIKASI, "")


def klarifikasi_tanpa_batas() -> Konteks:
    """One that names no day for the answer."""
    return _naskah({**_KLARIFIKASI, "batas": None}, "")


def _badan_usaha() -> Konteks:
    return {"nama": "Badan Usaha Contoh", "jenis": "bukan_pemda"}


def _naskah(baris: Konteks, putusan: str, kas: str = "kas_daerah") -> Konteks:
    verdict = {"id": putusan, "tampil": "Denda administratif"}
    return {
        **umum(),
        "dasar_utama": {"sebutan": _PERBUP, "sebutan_lengkap": f"{_PERBUP} tentang Contoh", "tempat": ""},
        "unit": {"nama": _DINAS, "jenis": "perangkat_daerah"},
        "penanda_tangan": pejabat(f"Kepala {_DINAS}"),
        "tujuan": {"jabatan": f"Kepala {_DINAS}", "sebutan": "Ibu"},
        "baris": baris,
        "putusan": verdict,
        "putusan_baris": {
            "sanksi_pejabat": verdict,
            "penyetoran_denda_pejabat": {"id": kas},
            "penyetoran_denda_produsen": {"id": kas},
        },
        "hitungan": {name: {"nilai": nilai} for name, nilai in _HITUNGAN.items()},
        "terkait": {"kas": _REKENING},
        "parameter": {"denda_pejabat_tertinggi": "Rp500.000.000,00"},
        "parameter_kata": _PARAMETER,
        "mengingat": [{"nomor": nomor, "bunyi": f"Peraturan Contoh Nomor {nomor}"} for nomor in (1, 2)],
    }
