"""Make inputs/contoh-sanksi: sanctions on officials and producers in Kabupaten Pandeglang, every case of them invented.

python tools/contoh_sanksi.py [OUTPUT_FOLDER]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from berkas_contoh import Cell, Row, Sheet, write_workbook

DEFAULT_TARGET = Path(__file__).resolve().parent.parent / "inputs" / "contoh-sanksi"

BACA_DAHULU = (
    "CONTOH - BACA DAHULU",
    "Berkas-berkas dalam map ini adalah CONTOH untuk mencoba mesin laporan P3DN, bukan data resmi.",
    "Setiap pelanggaran, kontrak, nilai, nomor surat, dan tanggalnya DIKARANG.",
    "Nama pejabat, NIP, produsen, alamat, dan rekening DIKARANG; tidak menunjuk kepada siapa pun.",
)
PEMBINA = "Dinas Koperasi, Usaha Mikro Kecil dan Menengah, Perindustrian dan Perdagangan"
PEMBIAYA = "Badan Pengelola Keuangan Daerah"
KESEHATAN, PENDIDIKAN, PEKERJAAN_UMUM = "1.02.0.00.0.00.04.0000", "1.01.2.19.0.00.03.0000", "1.03.0.00.0.00.05.0000"
INSPEKTORAT, BADAN_USAHA = "6.01.0.00.0.00.02.0000", "perumda-contoh"

# Code | name | title of the head | kind
_SATKER = f"""
4.01.0.00.0.00.01.0000 | Sekretariat Daerah | Sekretaris Daerah | perangkat_daerah
{INSPEKTORAT} | Inspektorat Daerah | Inspektur Daerah | perangkat_daerah
{PENDIDIKAN} | Dinas Pendidikan, Pemuda dan Olahraga | Kepala Dinas Pendidikan, Pemuda dan Olahraga | perangkat_daerah
{KESEHATAN} | Dinas Kesehatan | Kepala Dinas Kesehatan | perangkat_daerah
{PEKERJAAN_UMUM} | Dinas Pekerjaan Umum | Kepala Dinas Pekerjaan Umum | perangkat_daerah
2.17.3.30.3.31.11.0000 | {PEMBINA} | Kepala {PEMBINA} | perangkat_daerah
5.02.0.00.0.00.13.0000 | {PEMBIAYA} | Kepala {PEMBIAYA} | perangkat_daerah
{BADAN_USAHA} | Perusahaan Umum Daerah Contoh | Direktur Utama Perusahaan Umum Daerah Contoh | bukan_pemda
"""

# Official: unit | post in procurement | rank. Their names are `Nama Pelanggar A` and so on.
_PEJABAT = {
    "PPK-A": (KESEHATAN, "Pejabat Pembuat Komitmen", "Penata Tingkat I"),
    "PPK-B": (PEKERJAAN_UMUM, "Pejabat Pembuat Komitmen", "Penata"),
    "PPK-C": (PENDIDIKAN, "Pejabat Pembuat Komitmen", "Pembina"),
    "PPK-D": (KESEHATAN, "Pejabat Pengadaan", "Penata Muda Tingkat I"),
    "PPK-E": (PENDIDIKAN, "Pejabat Pengadaan", "Penata"),
    "PPK-F": (BADAN_USAHA, "Manajer Pengadaan", None),
    "PPK-G": (BADAN_USAHA, "Staf Pengadaan", None),
    "PPK-H": (PEKERJAAN_UMUM, "Pengguna Anggaran", "Pembina Utama Muda"),
}

# Code | official | date | clause | package | contract in rupiah | what lacks (A: APIP or the internal overseer, T: Tim)
_PELANGGARAN = """
PL-2024-001 | PPK-A | 05-02-2024 | 9(1) | Pengadaan Tempat Tidur Pasien | 450000000 |
PL-2024-002 | PPK-A | 06-05-2024 | 9(1) | Pengadaan Alat Kesehatan Puskesmas | 1250000000 |
PL-2024-003 | PPK-A | 12-08-2024 | 9(2) | Pengadaan Sarung Tangan Medis | 300000000 |
PL-2024-004 | PPK-A | 04-11-2024 | 9(1) | Pembangunan Gedung Rawat Inap | 12345678900 |
PL-2024-005 | PPK-B | 15-01-2024 | 9(1) | Pengadaan Pipa Beton | 800000000 |
PL-2024-006 | PPK-B | 18-03-2024 | 9(1) | Pengadaan Lampu Penerangan Jalan | 650000000 |
PL-2024-007 | PPK-B | 20-05-2024 | 9(2) | Pengadaan Cat Marka Jalan | 275000000 |
PL-2024-008 | PPK-B | 16-09-2024 | 9(1) | Peningkatan Jalan Contoh I | 10000000000 |
PL-2024-009 | PPK-C | 22-01-2024 | 9(1) | Pengadaan Meja dan Kursi Sekolah | 700000000 |
PL-2024-010 | PPK-C | 25-03-2024 | 9(1) | Pengadaan Alat Peraga | 520000000 |
PL-2024-011 | PPK-C | 27-05-2024 | 9(1) | Pengadaan Seragam | 310000000 |
PL-2025-001 | PPK-C | 03-02-2025 | 9(1) | Pembangunan Gedung Sekolah Terpadu | 65000000000 |
PL-2024-012 | PPK-D | 12-02-2024 | 9(1) | Pengadaan Alat Tulis | 45000000 |
PL-2024-013 | PPK-D | 15-04-2024 | 9(1) | Pengadaan Sabun Cair | 38000000 |
PL-2024-014 | PPK-D | 17-06-2024 | 9(2) | Pengadaan Map | 27000000 |
PL-2024-015 | PPK-D | 19-08-2024 | 9(1) | Pengadaan Makanan Tambahan | 150000000 |
PL-2025-002 | PPK-D | 20-01-2025 | 9(1) | Pengadaan Masker | 95000000 |
PL-2025-003 | PPK-E | 10-02-2025 | 9(1) | Pengadaan Tas Sekolah | 180000000 | AT
PL-2025-004 | PPK-F | 17-02-2025 | 9(1) | Pengadaan Meter Air | 900000000 |
PL-2025-005 | PPK-G | 24-02-2025 | 9(1) | Pengadaan Pipa PVC | 420000000 | A
PL-2025-006 | PPK-H | 25-02-2025 | 9(1) | Pengadaan Alat Berat | 3500000000 |
"""
_SURAT_DENDA = {
    "PL-2024-004": ("900/Denda-Contoh-04/2025", date(2025, 3, 3)),
    "PL-2024-008": ("900/Denda-Contoh-08/2024", date(2024, 12, 24)),
    "PL-2024-015": ("900/Denda-Contoh-15/2024", date(2024, 9, 23)),
}
_KOSONG: tuple[Cell, Cell] = (None, None)
KOLOM_PELANGGARAN = (
    "kode_pelanggaran", "pejabat", "nama_pejabat", "nip", "pangkat", "jabatan_pengadaan", "nomor_pengangkatan",
    "tanggal_pengangkatan", "kode_satker", "tanggal", "ketentuan", "nama_paket", "uraian", "bukti", "nomor_kontrak",
    "nilai_kontrak", "sumber_dana", "rekomendasi_apip", "tanggal_rekomendasi_apip", "rekomendasi_pengawas",
    "tanggal_rekomendasi_pengawas", "rekomendasi_tim", "tanggal_rekomendasi_tim", "nomor_surat", "tanggal_surat",
)  # fmt: skip
KOLOM_PRODUSEN = (
    "kode_pelanggaran", "produsen", "alamat", "pimpinan", "kode_satker", "tanggal", "ketentuan", "nama_paket", "produk",
    "nomor_tanda_sah", "penanda_tangan_sertifikat", "uraian", "bukti", "jenis_ketidakbenaran", "tanggal_klarifikasi",
    "nomor_kontrak", "nilai_kontrak", "nilai_pembayaran", "sudah_dibayar", "tkdn_tawar", "tkdn_realisasi", "bmp_daftar",
    "bmp_realisasi", "nilai_impor", "sumber_dana", "nomor_surat", "tanggal_surat",
)  # fmt: skip
PENANDA_TANGAN_SERTIFIKAT = "Kepala Pusat Peningkatan Penggunaan Produk Dalam Negeri"


def build(target: Path) -> None:
    """Write the files of the folder."""
    _master(target / "00-master-sanksi.xlsx")
    sheets = (
        Sheet("pelanggaran", KOLOM_PELANGGARAN, list(_pelanggaran())),
        Sheet("pelanggaran_produsen", KOLOM_PRODUSEN, list(_produsen())),
        Sheet("pembayaran_denda", ("nomor_surat", "tanggal", "nilai", "nomor_bukti"), _pembayaran()),
        Sheet("rekening_kas", ("kas", "bank", "nomor_rekening", "atas_nama", "cara_setor"), _rekening()),
        Sheet("klarifikasi_tkdn", *_klarifikasi()),
    )
    write_workbook(target / "pelanggaran-dan-klarifikasi.xlsx", sheets)


def _master(path: Path) -> None:
    kolom = ("kode_satker", "nama_satker", "jabatan_pimpinan", "jenis", "alamat", "telepon", "laman", "pos_el")
    pejabat = ("jabatan", "sebutan_jabatan", "nama", "gelar_belakang", "pangkat", "nip", "berlaku_sejak", "sapaan")
    naskah = ("dokumen", "kunci", "nomor", "tanggal")
    sheets = (
        Sheet("Baca dahulu", (), (), above=BACA_DAHULU),
        Sheet("meta", ("kunci", "nilai"), _meta()),
        Sheet("sumber_data", ("berkas", "sumber", "pemilik", "data_per"), _sumber_data()),
        Sheet("naskah", naskah, _naskah()),
        Sheet("satker", kolom, list(_satker())),
        Sheet("pejabat", pejabat, list(_para_pejabat())),
    )
    write_workbook(path, sheets)


def _meta() -> list[Row]:
    return [
        ("pemda", "Kabupaten Pandeglang"),
        ("kd_klpd", "D51"),
        ("tahun_anggaran", "2025"),
        ("tanggal_cutoff", date(2025, 4, 17)),
    ]


def _sumber_data() -> list[Row]:
    per = date(2025, 4, 17)
    return [
        ("00-master-sanksi.xlsx", "Tim P3DN", PEMBINA, per),
        ("pelanggaran-dan-klarifikasi.xlsx", "Tim P3DN", PEMBINA, per),
    ]


def _naskah() -> list[Row]:
    return [
        ("surat_peringatan", "PL-2024-001", "900/SP-Contoh-01/2024", date(2024, 3, 4)),
        ("surat_peringatan", "PL-2024-002", "900/SP-Contoh-02/2024", date(2024, 6, 3)),
        ("surat_peringatan", "PL-2024-003", "900/SP-Contoh-03/2024", date(2024, 9, 9)),
        ("keputusan_pemberhentian", "PL-2024-008", "800/Kep-Contoh-01/2025", date(2025, 4, 14)),
    ]


def _satker() -> Iterator[Row]:
    for nomor, (kode, nama, pimpinan, jenis) in enumerate(_lines(_SATKER), start=1):
        alamat = f"Jalan Contoh Nomor {nomor}, Pandeglang"
        yield kode, nama, pimpinan, jenis, alamat, "(0253) 000000", "contoh.example.go.id", f"c{nomor}@example.go.id"


def _para_pejabat() -> Iterator[Row]:
    yield "bupati", "Bupati Pandeglang", "Nama Bupati", None, None, None, date(2024, 1, 1), "Ibu"
    yield _pejabat_row("ketua_tim", "Sekretaris Daerah Kabupaten Pandeglang", 1, "Bapak")
    for nomor, (kode, _, pimpinan, jenis) in enumerate(_lines(_SATKER), start=1):
        if jenis == "perangkat_daerah":
            yield _pejabat_row(f"kepala_{kode}", pimpinan, nomor, "Bapak" if nomor % 2 else "Ibu")
    for nomor, kode in enumerate((KESEHATAN, PEKERJAAN_UMUM, PENDIDIKAN), start=21):
        yield _pejabat_row(f"ppk_{kode}", "Pejabat Pembuat Komitmen", nomor, None)
    pengawas = "Kepala Satuan Pengawasan Intern Perusahaan Umum Daerah Contoh"
    yield _pejabat_row(f"pengawas_internal_{BADAN_USAHA}", pengawas, 31, None)
    yield _pejabat_row("pimpinan_instansi_pembiaya", f"Kepala {PEMBIAYA}", 7, None)


def _pejabat_row(jabatan: str, sebutan: str, nomor: int, sapaan: str | None) -> Row:
    nama = f"Nama Pejabat {nomor:02d}"
    return jabatan, sebutan, nama, "M.Si.", "Pembina Utama Muda", _nip(nomor), date(2024, 1, 1), sapaan


def _nip(nomor: int) -> str:
    return f"00000000 000000 0 {nomor:03d}"


def _pelanggaran() -> Iterator[Row]:
    for urutan, (kode, ppk, hari, ketentuan, paket, kontrak, kurang) in enumerate(_lines(_PELANGGARAN, 7), start=1):
        satker, jabatan, pangkat = _PEJABAT[ppk]
        badan_usaha = satker == BADAN_USAHA
        apip = _rekomendasi("700/REK-Contoh", urutan, hari) if "A" not in kurang else _KOSONG
        tim = _rekomendasi("530/REK-Tim-Contoh", urutan, hari) if "T" not in kurang else _KOSONG
        uraian = f"Memilih produk impor pada paket {paket}, sedangkan produk dalam negeri dengan TKDN 25% tersedia"
        yield (
            *(kode, ppk, *_identitas(ppk), pangkat, jabatan, f"800/Kep-Contoh-{ppk[-1]}/2024", date(2024, 1, 2)),
            *(satker, _day(hari), ketentuan, paket, uraian, f"Laporan Hasil Pengawasan 700/LHP-Contoh-{urutan:02d}"),
            *(f"027/Kontrak-Contoh-{urutan:02d}", Decimal(kontrak), "APBN" if ppk == "PPK-D" else "APBD"),
            *((*_KOSONG, *apip) if badan_usaha else (*apip, *_KOSONG)),
            *(*tim, *_SURAT_DENDA.get(kode, _KOSONG)),
        )


def _identitas(ppk: str) -> tuple[Cell, Cell]:
    """Name and NIP. PPK-H is the head of the office himself; a business body's people have no NIP."""
    if ppk == "PPK-H":
        return "Nama Pejabat 05", _nip(5)
    nip = None if _PEJABAT[ppk][0] == BADAN_USAHA else _nip(100 + ord(ppk[-1]) - ord("A"))
    return f"Nama Pelanggar {ppk[-1]}", nip


def _rekomendasi(awal: str, urutan: int, hari: str) -> tuple[Cell, Cell]:
    when = _day(hari)
    return f"{awal}-{urutan:02d}/{when.year}", when.replace(day=28)


def _produsen() -> Iterator[Row]:
    yield _kasus(
        "PP-2025-001", "A", KESEHATAN, "9(5)", "Pengadaan Tempat Tidur Pasien", "Tempat tidur pasien",
        "menyerahkan tempat tidur pasien dengan TKDN di bawah penawaran",
        nilai_pembayaran=Decimal(2_000_000_000), sudah_dibayar="ya", tkdn_tawar=45, tkdn_realisasi=20,
        tanggal_klarifikasi=date(2025, 2, 17), nomor_surat="900/Denda-Contoh-P1/2025", tanggal_surat=date(2025, 3, 3),
    )  # fmt: skip
    yield _kasus(
        "PP-2024-002", "B", PEKERJAAN_UMUM, "9(6)", "Pengadaan Pompa Air", "Pompa air",
        "menyerahkan pompa air yang tidak diproduksi di dalam negeri", tanggal=date(2024, 11, 11),
        nilai_impor=Decimal(200_000_000), sumber_dana="APBN", tanggal_klarifikasi=date(2024, 11, 25),
        nomor_surat="900/Denda-Contoh-P2/2024", tanggal_surat=date(2024, 12, 24),
    )  # fmt: skip
    yield _kasus(
        "PP-2025-003", "C", PENDIDIKAN, "19(3)", "Pengadaan Alat Peraga", "Alat peraga pendidikan",
        "menyampaikan sertifikat TKDN yang bukan untuk produk itu",
        jenis_ketidakbenaran="dokumen", tanggal_klarifikasi=date(2025, 2, 24),
    )  # fmt: skip
    yield _kasus(
        "PP-2025-004", "D", KESEHATAN, "9(5)", "Pengadaan Pakaian Dinas", "Pakaian dinas",
        "menyerahkan pakaian dinas dengan TKDN di bawah penawaran", nilai_pembayaran=Decimal(400_000_000),
        sudah_dibayar="tidak", tkdn_tawar=Decimal("38.5"), tkdn_realisasi=Decimal("31.25"),
    )  # fmt: skip


def _kasus(
    kode: str, huruf: str, satker: str, ketentuan: str, paket: str, produk: str, uraian: str, **isi: Cell
) -> Row:
    nomor = kode[-1]
    row: dict[str, Cell] = {
        "kode_pelanggaran": kode,
        "produsen": f"Produsen Contoh {huruf}",
        "alamat": f"Jalan Contoh Industri Nomor {nomor}, Pandeglang",
        "pimpinan": f"Nama Pimpinan {huruf}",
        "kode_satker": satker,
        "tanggal": date(2025, 2, 10),
        "ketentuan": ketentuan,
        "nama_paket": paket,
        "produk": produk,
        "nomor_tanda_sah": f"000{nomor}/SJ-IND.8/TKDN/0/0000",
        "penanda_tangan_sertifikat": PENANDA_TANGAN_SERTIFIKAT,
        "uraian": uraian,
        "bukti": f"Berita Acara Pemeriksaan Nomor 027/BAP-Contoh-{nomor}",
        "nomor_kontrak": f"027/Kontrak-Contoh-P{nomor}",
        "nilai_kontrak": Decimal(2_500_000_000),
        "sumber_dana": "APBD",
        "bmp_daftar": 8 if ketentuan == "9(5)" else None,
        "bmp_realisasi": 8 if ketentuan == "9(5)" else None,
    }
    return [{**row, **isi}.get(kolom) for kolom in KOLOM_PRODUSEN]


def _pembayaran() -> list[Row]:
    return [
        ("900/Denda-Contoh-04/2025", date(2025, 4, 8), Decimal(23_456_789), "STS-Contoh-01"),
        ("900/Denda-Contoh-15/2024", date(2024, 10, 7), Decimal(1_500_000), "STS-Contoh-02"),
        ("900/Denda-Contoh-P2/2024", date(2025, 1, 20), Decimal(200_000_000), "NTPN-Contoh-01"),
    ]


def _rekening() -> list[Row]:
    billing = "sistem penerimaan negara secara elektronik dengan kode billing 000000000000000"
    return [
        ("kas_daerah", "Bank Contoh", "000-000-000", "RKUD Kabupaten Pandeglang", None),
        ("kas_negara", None, None, None, billing),
    ]


def _klarifikasi() -> tuple[tuple[str, ...], list[Row]]:
    kolom = (
        "kode", "kode_satker", "nama_paket", "produsen", "produk", "nomor_tanda_sah", "tkdn_daftar", "tkdn_dokumen",
        "hal", "batas", "pemohon",
    )  # fmt: skip
    tanda_sah = ("0009/SJ-IND.8/TKDN/0/0000", Decimal("42.15"), Decimal("47.5"))
    hal = "Nilai TKDN pada dokumen penawaran berbeda dari nilai pada daftar inventarisasi"
    asked: Row = ("Produsen Contoh A", "Tempat tidur pasien", *tanda_sah, hal, date(2025, 5, 15), f"ppk_{KESEHATAN}")
    blank: Row = ("Produsen Contoh E", "Alat peraga", None, 30, None, None, None, None)
    return kolom, [
        ("KL-01", KESEHATAN, "Alat kesehatan", *asked),
        ("KL-02", PENDIDIKAN, "Alat peraga", *blank),
    ]


def _day(text: str) -> date:
    hari, bulan, tahun = map(int, text.split("-"))
    return date(tahun, bulan, hari)


def _lines(table: str, width: int = 0) -> list[list[str]]:
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [row + [""] * (width - len(row)) for row in rows]


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_TARGET)
