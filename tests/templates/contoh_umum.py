"""What all samples share: region, law, signer, indicators, details. All amounts, names and events are invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from p3dn_reports.formatting import persen

Konteks = dict[str, Any]

LAMBANG = (Path(__file__).parents[2] / "templates/gambar/lambang-dki-jakarta.png").read_bytes()
DKI = "Provinsi Daerah Khusus Ibukota Jakarta"
PPKUKM = "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah"
TIM = "Tim Peningkatan Penggunaan Produk Dalam Negeri"
_BAYAR = "Realisasi pembayaran belanja pengadaan"
PDN = "Realisasi belanja produk dalam negeri"
TAMPIL_PITA = {
    "di_bawah": "di bawah 80%",
    "dalam_batas": "80% sampai dengan 100%",
    "melebihi": "lebih dari 100%",
    "tidak_dapat_dihitung": "tidak dapat dihitung",
}

_REKENING = (
    ("5.1.02", "Belanja Barang dan Jasa"),
    ("5.1.05.01.02.0001", "Belanja Hibah Barang kepada Pemerintah Pusat"),
    ("5.1.06.03.02.0001", "Belanja Bantuan Sosial Barang yang Direncanakan kepada Kelompok Masyarakat"),
    ("5.2.02", "Belanja Modal Peralatan dan Mesin"),
    ("5.2.03", "Belanja Modal Gedung dan Bangunan"),
    ("5.2.04", "Belanja Modal Jalan, Jaringan, dan Irigasi"),
    ("5.2.05", "Belanja Modal Aset Tetap Lainnya"),
    ("5.2.06", "Belanja Modal Aset Lainnya"),
)
_KANAL = (
    *("Tender", "Non-Tender", "E-Katalog Versi 5.0", "E-Katalog Versi 6.0", "Toko Daring"),
    *("Pencatatan Non-Tender", "Pencatatan Swakelola"),
)


def indikator(
    pembilang: str | None,
    penyebut: str | None,
    pita: str,
    *,
    target: str | None = "80",
    judul: tuple[str, str] = (PDN, _BAYAR),
    tampil_pita: str = "",
) -> Konteks:
    """One indicator from its two sums in rupiah; None where there is no data."""
    atas, bawah = (None if text is None else Decimal(text) for text in (pembilang, penyebut))
    dihitung = atas is not None and bool(bawah)
    nilai = atas / bawah * 100 if atas is not None and bawah else Decimal(0)
    return {
        "tampil": persen(nilai, (80, 100)) if dihitung else "tidak dapat dihitung",
        "dapat_dihitung": dihitung,
        "pita": pita,
        "tampil_pita": tampil_pita or TAMPIL_PITA.get(pita, ""),
        "pembilang": atas,
        "penyebut": bawah,
        "judul_pembilang": judul[0],
        "judul_penyebut": judul[1],
        "sebab": "" if dihitung else "penyebutnya nol",
        "dibaca": "porsi_perkin",
        "diminta": True,
        "kelebihan": max(atas - bawah, Decimal(0)) if atas is not None and bawah is not None else Decimal(0),
        "kekurangan": max((bawah or Decimal(0)) - (atas or Decimal(0)), Decimal(0)),
        "target": _target(target, nilai, atas, bawah),
    }


def _target(target: str | None, nilai: Decimal, atas: Decimal | None, bawah: Decimal | None) -> Konteks:
    if target is None:
        return {"ada": False, "tampil": "", "tercapai": False, "selisih": "", "kekurangan": Decimal(0)}
    batas = Decimal(target)
    kurang = batas / 100 * (bawah or Decimal(0)) - (atas or Decimal(0))
    return {
        "ada": True,
        "tampil": persen(batas),
        "tercapai": bool(bawah) and nilai >= batas,
        "selisih": persen(abs(nilai - batas)).removesuffix("%") if bawah else "",
        "kekurangan": max(kurang, Decimal(0)),
    }


def umum(*, simulasi: bool = False) -> Konteks:
    """The fields every document shares."""
    return {
        "daerah": {
            "nama": DKI,
            "nama_pemda": f"Pemerintah {DKI}",
            "ibu_kota": "Jakarta",
            "kepala_daerah": "Gubernur Daerah Khusus Ibukota Jakarta",
            "frasa_rahmat_keputusan": False,
        },
        "kop": {
            "baris_atas": f"Pemerintah {DKI}",
            "baris_bawah": "Dinas Sumber Daya Air",
            "alamat": "Jalan Contoh Raya Nomor 1, Jakarta Pusat 10110",
            "telepon": "(021) 0000000",
            "laman": "contoh.jakarta.go.id",
            "pos_el": "contoh@jakarta.go.id",
        },
        "lambang": LAMBANG,
        "pakai_biro": True,
        "tahun_anggaran": 2024,
        "triwulan": 4,
        "tanggal_cutoff": date(2024, 12, 30),
        "status_data": "sementara",
        "revisi": "",
        "naskah": {
            "nomor": "${nomor_naskah}",
            "tanggal": "${tanggal_naskah}",
            "hari": "Selasa, tanggal tiga puluh satu, bulan Desember, tahun dua ribu dua puluh empat",
            "sifat": "Segera",
            "judul": "Laporan",
        },
        "konsep": False,
        "dasar_utama": _simulasi()
        if simulasi
        else _instruksi("diktum KESATU huruf a angka 5 dan diktum KESATU huruf a angka 6"),
        "dasar": [_simulasi()] if simulasi else [_instruksi("diktum KESATU huruf a angka 5"), _instruksi_gubernur()],
        "dasar_hukum": _berhuruf([_simulasi()] if simulasi else [_instruksi_gubernur(), _instruksi("")]),
        "penanda_tangan": pejabat("Kepala Dinas Sumber Daya Air"),
        "tembusan": [
            f"Sekretaris Daerah {DKI} selaku Ketua {TIM}",
            f"Kepala {PPKUKM} {DKI}",
            f"Inspektur {DKI}",
            "Kepala Biro Pembangunan dan Lingkungan Hidup",
        ],
        "jangkar": "#",
        "tujuan": {"jabatan": "Asisten Pembangunan dan Lingkungan Hidup", "sebutan": "Bapak"},
        "tenggat": {"batas_waktu_data": date(2024, 12, 30), "batas_input": date(2025, 1, 3)},
        "parameter": {"ambang_bawah_perkin": "80%", "ambang_atas_perkin": "100%", "batas_impor": "5%"},
        "parameter_kata": {"batas_impor": "5% (lima persen)", "nominasi_minimum": "3 (tiga)"},
        "daftar": {"kode_rekening_p3dn": [{"kode": kode, "nama": nama} for kode, nama in _REKENING]},
        "dinas_pembina": {"nama": PPKUKM, "jabatan_pimpinan": f"Kepala {PPKUKM}"},
        "jejak": {
            "digest": "a1b2c3d4e5f6",
            "masukan": "0f1e2d3c4b5a",
            "aturan": "9a8b7c6d5e4f",
            "templat": "112233445566",
            "versi": "0.1.0",
        },
    }


def _berhuruf(items: list[Konteks]) -> list[Konteks]:
    marks = ["; dan", "."][-len(items) :]
    return [{**one, "huruf": "ab"[at], "tanda_akhir": marks[at]} for at, one in enumerate(items)]


def pejabat(jabatan: str, selaku: str = "") -> Konteks:
    """A signer who is no head of region."""
    return {
        "jabatan": jabatan,
        "jabatan_pokok": jabatan.removeprefix("Plt. "),
        "selaku": selaku,
        "nama": "Contoh Pejabat Penanda Tangan",
        "nama_lengkap": "Ir. Contoh Pejabat Penanda Tangan, M.T.",
        "pangkat": "Pembina Utama Muda (IV/c)",
        "nip": "19700101 199503 1 001",
        "tampil_nip": True,
    }


def _instruksi(tempat: str) -> Konteks:
    sebutan = f"Instruksi Sekretaris Daerah {DKI} Nomor e-0048 Tahun 2024"
    judul = f"Percepatan Capaian Peningkatan Penggunaan Produk Dalam Negeri {DKI} Tahun Anggaran 2024"
    return {"sebutan": sebutan, "sebutan_lengkap": f"{sebutan} tentang {judul}", "tempat": tempat, "simulasi": False}


def _instruksi_gubernur() -> Konteks:
    judul = (
        "Peningkatan Penggunaan Produk Dalam Negeri dan Produk Usaha Mikro, Usaha Kecil, dan Koperasi pada Pelaksanaan "
        f"Pengadaan Barang/Jasa di Lingkungan Pemerintah {DKI}"
    )
    sebutan = "Instruksi Gubernur Nomor 6 Tahun 2023"
    return {"sebutan": sebutan, "sebutan_lengkap": f"{sebutan} tentang {judul}", "tempat": "", "simulasi": False}


def _simulasi() -> Konteks:
    sebutan = "Simulasi Kabupaten Bandung Tahun 2025"
    judul = "penerapan ambang 80% dan 100% atas data pengadaan yang tercatat"
    return {"sebutan": sebutan, "sebutan_lengkap": f"{sebutan} tentang {judul}", "tempat": "", "simulasi": True}


def rincian() -> Konteks:
    """Payments per account and PDN per channel, with amounts as wide as a province's."""
    satuan = Decimal("4642954125000.25")
    rekening = [
        {
            "nomor": nomor,
            "kode": kode,
            "nama": nama,
            "nama_dalam_dokumen": "Belanja Modal Lainnya" if kode == "5.2.06" else "",
            "banyak": nomor * 1234,
            "nilai_realisasi": satuan * nomor,
            "nilai_setoran": Decimal(nomor * 1_000_000),
            "nilai_bersih": satuan * nomor - nomor * 1_000_000,
        }
        for nomor, (kode, nama) in enumerate(_REKENING, 1)
    ]
    kanal = [
        {
            "nomor": nomor,
            "kode": nama,
            "nama": nama,
            "banyak": nomor * 345,
            "total_nilai": satuan * nomor,
            "nilai_pdn": satuan * nomor - 1_000_000,
        }
        for nomor, nama in enumerate(_KANAL, 1)
    ]
    selesai = {"ada": True, "banyak": "310", "sisanya": "35", "tampil": "89,86%"}
    kosong = {"ada": False, **dict.fromkeys(("banyak", "sisanya", "tampil"), "tidak ada data")}
    penyelesaian = [
        {"nomor": 1, "kode": "Tender", "nama": "Tender", "banyak": 345, "selesai": selesai},
        {"nomor": 2, "kode": "e-Order", "nama": "e-Order", "banyak": 12, "selesai": kosong},
    ]
    jumlah = {
        "penyelesaian_per_kanal": {"banyak": 357, "selesai": {**selesai, "tanpa_data": ["e-Order"]}},
        "pembayaran_per_rekening": _jumlah(rekening, "nilai_realisasi", "nilai_setoran", "nilai_bersih"),
        "pdn_per_kanal": _jumlah(kanal, "total_nilai", "nilai_pdn"),
    }
    return {
        "rincian": {
            "pembayaran_per_rekening": rekening,
            "pdn_per_kanal": kanal,
            "penyelesaian_per_kanal": penyelesaian,
        },
        "rincian_kosong": {"pembayaran_per_rekening": 0, "pdn_per_kanal": 2, "penyelesaian_per_kanal": 0},
        "rincian_jumlah": jumlah,
    }


def _jumlah(rows: list[Konteks], *columns: str) -> Konteks:
    return {
        "banyak": sum(row["banyak"] for row in rows),
        **{key: sum((row[key] for row in rows), Decimal(0)) for key in columns},
    }


def kabupaten_bandung() -> Konteks:
    return {
        "daerah": {
            "nama": "Kabupaten Bandung",
            "nama_pemda": "Pemerintah Kabupaten Bandung",
            "ibu_kota": "Soreang",
            "kepala_daerah": "Bupati Bandung",
            "frasa_rahmat_keputusan": False,
        },
        "kop": {
            "baris_atas": "Pemerintah Kabupaten Bandung",
            "baris_bawah": "",
            "alamat": "",
            "telepon": "",
            "laman": "bandungkab.go.id",
            "pos_el": "",
        },
        "lambang": LAMBANG,
        "pakai_biro": False,
        "penanda_tangan": pejabat("Kepala Badan Contoh Kabupaten Bandung"),
        "tembusan": ["Inspektur Kabupaten Bandung"],
        "dinas_pembina": {"nama": "", "jabatan_pimpinan": ""},
        "parameter": {"ambang_bawah_perkin": "80%", "ambang_atas_perkin": "100%"},
    }
