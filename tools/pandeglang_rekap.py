"""The PDN recap of the Pandeglang example and its certificates: invented packages, providers and numbers.

The mapping of nominees (Pasal 27 ayat (2) Perbup 46/2023) follows from them: a user by a package of goods with PDN, a
producer by a certificate in force at the cut-off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from berkas_contoh import Row, Sheet

# Unit | channel | method | kind | package | total | PDN, both in millions of rupiah
_PAKET = """
Dinas Kesehatan | E-Katalog Versi 6.0 | E-Purchasing | Barang | Makanan tambahan balita | 400 | 380
Dinas Kesehatan | Tender | Tender | Pekerjaan Konstruksi | Rehabilitasi puskesmas | 1600 | 1420
Dinas Pendidikan, Pemuda dan Olahraga | E-Katalog Versi 6.0 | E-Purchasing | Barang | Meja dan kursi sekolah | 900 | 855
Dinas Pendidikan, Pemuda dan Olahraga | Toko Daring | E-Purchasing | Barang | Alat peraga pendidikan | 100 | 95
Dinas Pekerjaan Umum dan Penataan Ruang | Non Tender | Pengadaan Langsung | Barang | Pipa beton pracetak | 500 | 450
Dinas Pertanian dan Ketahanan Pangan | Non Tender | Pengadaan Langsung | Barang | Bibit dan alat tanam | 300 | 240
Dinas Perhubungan | E-Katalog Versi 6.0 | E-Purchasing | Barang | Lampu penerangan jalan | 250 | 200
Dinas Sosial | Non Tender | Pengadaan Langsung | Barang | Perlengkapan evakuasi impor | 150 | 0
Sekretariat Daerah | Non Tender | Pengadaan Langsung | Jasa Lainnya | Jasa kebersihan kantor | 200 | 190
"""
KOLOM_PAKET = (
    "No.", "Nama Instansi", "Nama Satuan Kerja", "Kode Paket", "Kode RUP", "Tahun Anggaran", "Sumber Transaksi",
    "Sumber Dana", "Nama Penyedia", "Nama PPK", "Metode Pengadaan", "Jenis Pengadaan", "Nama Paket", "Status Paket",
    "Tahapan Pengadaan", "Total Nilai (Rp)", "Nilai PDN (Rp)", "Nilai UMK (Rp)",
)  # fmt: skip
KOLOM_RUP = (
    "Nama Instansi", "Nama Satuan Kerja", "Tahun Anggaran", "Cara Pengadaan", "Metode Pengadaan", "Jenis Pengadaan",
    "Nama Paket", "Kode RUP", "Sumber Dana", "Produk Dalam Negeri", "Total Nilai (Rp)", "Tanggal Pengumuman",
)  # fmt: skip
_TIDAK_DIBELI = (
    ("Dinas Kesehatan", "E-Purchasing", "Barang", "Pakaian kerja", 120),
    ("Dinas Kesehatan", "Pengadaan Langsung", "Barang", "Tempat tidur pasien", 180),
)
# Producer's letter | product | TKDN | BMP | issued | years; that of H ended in March 2024
_SERTIFIKAT = """
A | Meja dan kursi sekolah | 47.5 | 8 | 2023-05-02 | 3
B | Pipa beton pracetak | 62 | 10 | 2022-08-15 | 3
C | Lampu penerangan jalan | 41.25 | 6 | 2023-02-20 | 3
D | Pakaian dinas | 55 | 7.5 | 2024-01-10 | 3
E | Alat peraga pendidikan | 44 | 5 | 2023-09-04 | 3
F | Makanan tambahan balita | 70.5 | 9 | 2022-11-28 | 3
G | Kerajinan anyaman | 88 | 4 | 2024-03-18 | 3
H | Cat marka jalan | 35 | 3 | 2021-03-01 | 3
"""
KOLOM_SERTIFIKAT = (
    "nomor_tanda_sah", "produsen", "alamat", "jenis_produk", "nilai_tkdn", "nilai_bmp", "tanggal_terbit",
    "masa_berlaku_tahun",
)  # fmt: skip
_JUTA = 1_000_000


def rup() -> Sheet:
    """The announced plan: every recorded package a little above its contract, and two that were not bought."""
    return Sheet("rup", KOLOM_RUP, list(_rencana()))


def _rencana() -> Iterator[Row]:
    planned = [(nama, metode, jenis, paket, int(total)) for nama, _, metode, jenis, paket, total, _ in _lines(_PAKET)]
    for nomor, (nama, metode, jenis, paket, total) in enumerate((*planned, *_TIDAK_DIBELI), start=1):
        kode, pagu = str(50_000_000 + nomor), Decimal(total * _JUTA) * Decimal("1.05")
        yield (
            *("Kab. Pandeglang", nama, "2024", "Penyedia", metode, jenis, f"{paket} (contoh)", kode, "APBD", "PDN"),
            *(pagu, date(2024, 1, 29)),
        )


def pemetaan(nama: str) -> str:
    """What the mapping of the first data says of an office: its packages of goods with PDN."""
    barang = [int(pdn) for unit, _, _, jenis, _, _, pdn in _lines(_PAKET) if unit == nama and jenis == "Barang"]
    if not any(barang):
        return "Rekapitulasi barang tanpa nilai PDN" if barang else "Tidak ada rekapitulasi pengadaan barang"
    return f"Rekapitulasi barang: {len(barang)} paket, nilai PDN Rp{sum(barang)} juta"


def pemetaan_produsen(huruf: str) -> str:
    """What it says of a producer: its certificate."""
    found = next((line for line in _lines(_SERTIFIKAT) if line[0] == huruf), None)
    if found is None:
        return "Tidak mempunyai sertifikat TKDN"
    _, _, tkdn, bmp, terbit, tahun = found
    return f"Sertifikat TKDN {_angka(tkdn)}%, BMP {_angka(bmp)}%, terbit {terbit[:4]}, berlaku {tahun} tahun"


def _angka(text: str) -> str:
    return text.replace(".", ",")


def realisasi() -> Sheet:
    """LKPP's realisation export as it comes."""
    return Sheet("realisasi_inaproc", KOLOM_PAKET, list(_paket()))


def _paket() -> Iterator[Row]:
    for nomor, (nama, kanal, metode, jenis, paket, total, pdn) in enumerate(_lines(_PAKET), start=1):
        amounts = (int(total) * _JUTA, int(pdn) * _JUTA)
        yield (
            *(str(nomor), "Kab. Pandeglang", nama, f"CONTOH-{nomor:03d}", str(50_000_000 + nomor), "2024", kanal),
            *("APBD", f"Penyedia Contoh {nomor}", None, metode, jenis, f"{paket} (contoh)", "SELESAI", None),
            *map(Decimal, amounts),
            None,
        )


def sertifikat(alamat: Mapping[str, str]) -> Sheet:
    """The certificates of the producers; `alamat` by letter."""
    rows: list[Row] = []
    for nomor, (huruf, produk, tkdn, bmp, terbit, tahun) in enumerate(_lines(_SERTIFIKAT), start=1):
        tanda = f"000{nomor}/CONTOH/TKDN/{date.fromisoformat(terbit).year}"
        amounts = (Decimal(tkdn), Decimal(bmp), date.fromisoformat(terbit), int(tahun))
        rows.append((tanda, f"Produsen Contoh {huruf}", alamat[huruf], produk, *amounts))
    return Sheet("sertifikat_tkdn", KOLOM_SERTIFIKAT, rows)


def _lines(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]
