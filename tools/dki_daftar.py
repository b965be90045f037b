"""What the DKI example's rows are drawn from: channels, kinds of work, accounts, chosen import shares."""

from __future__ import annotations

from decimal import Decimal

DIBATALKAN = ("PAKET DIBATALKAN", "CANCELLED")
SWAKELOLA = "Pencatatan Swakelola"

# Channel: share of the packages, status of a live one, status of a dead one, methods, prefix of the code
KANAL: dict[str, tuple[float, tuple[str, ...], str, tuple[str, ...], str]] = {
    "E-Katalog Versi 6.0": (0.30, ("COMPLETED", "ON PROCESS", "PAYMENT OUTSIDE SYSTEM"), "CANCELLED",
                            ("E-Purchasing",), "01JC"),
    "E-Katalog Versi 5.0": (0.18, ("PAKET SELESAI", "PAKET SEDANG BERJALAN"), "PAKET DIBATALKAN",
                            ("E-Purchasing",), "EP-01"),
    "Non Tender": (0.20, ("SELESAI",), "PAKET DIBATALKAN", ("Pengadaan Langsung", "Penunjukan Langsung"), "10"),
    "Tender": (0.08, ("SELESAI",), "PAKET DIBATALKAN", ("Tender", "Seleksi", "Tender Cepat"), "20"),
    "Toko Daring": (0.06, ("SELESAI",), "PAKET DIBATALKAN", ("E-Purchasing",), "45"),
    "Pencatatan Non Tender": (0.10, ("PAKET SELESAI", "PAKET SEDANG BERJALAN"), "PAKET DIBATALKAN",
                              ("Pengadaan Langsung", "Dikecualikan"), "30"),
    SWAKELOLA: (0.08, ("PAKET SELESAI", "PAKET SEDANG BERJALAN"), "PAKET DIBATALKAN", ("Swakelola",), "40"),
}  # fmt: skip

PEKERJAAN = {
    "Barang": ("Alat Tulis Kantor", "Komputer dan Perangkat Jaringan", "Pakaian Dinas Lapangan", "Bahan Kebersihan",
               "Perabot Kantor", "Suku Cadang Kendaraan", "Bahan Cetak"),
    "Pekerjaan Konstruksi": ("Rehabilitasi Gedung Pelayanan", "Pemeliharaan Saluran", "Perbaikan Jalan Lingkungan",
                             "Pembangunan Ruang Pertemuan"),
    "Jasa Konsultansi": ("Perencanaan Teknis", "Pengawasan Pekerjaan", "Kajian Kebutuhan Layanan"),
    "Jasa Lainnya": ("Jasa Kebersihan Gedung", "Jasa Pengamanan", "Sewa Kendaraan Operasional",
                     "Penyelenggaraan Bimbingan Teknis", "Jasa Katering Rapat"),
}  # fmt: skip

# Accounts on the list of KESATU huruf e angka 2 that every unit pays from, with their share
UMUM = {
    "5.1.02.01.01.0024": ("Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor", 0.12),
    "5.1.02.01.01.0026": ("Belanja Alat/Bahan untuk Kegiatan Kantor-Bahan Cetak", 0.08),
    "5.1.02.01.01.0052": ("Belanja Makanan dan Minuman Rapat", 0.12),
    "5.1.02.02.01.0026": ("Belanja Jasa Tenaga Administrasi", 0.20),
    "5.1.02.02.04.0036": ("Belanja Sewa Kendaraan Bermotor Penumpang", 0.10),
    "5.1.02.03.02.0035": ("Belanja Pemeliharaan Alat Angkutan Darat Bermotor", 0.12),
    "5.1.02.04.01.0001": ("Belanja Perjalanan Dinas Biasa", 0.06),
    "5.2.02.05.01.0005": ("Belanja Modal Alat Kantor Lainnya", 0.10),
    "5.2.02.10.01.0002": ("Belanja Modal Personal Computer", 0.10),
}
# The same, for single units: account, name, units that pay from it
KHUSUS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("5.1.05.01.02.0001", "Belanja Hibah Barang kepada Pemerintah Pusat",
     ("Badan Kesatuan Bangsa dan Politik", "Satuan Polisi Pamong Praja")),
    ("5.1.06.03.02.0001", "Belanja Bantuan Sosial Barang yang Direncanakan kepada Kelompok Masyarakat",
     ("Dinas Sosial",)),
    ("5.2.03.01.01.0001", "Belanja Modal Bangunan Gedung Kantor",
     ("Dinas Cipta Karya, Tata Ruang dan Pertanahan", "Dinas Pendidikan", "Dinas Kesehatan",
      "Dinas Perumahan Rakyat dan Kawasan Permukiman")),
    ("5.2.04.01.01.0002", "Belanja Modal Jalan Provinsi", ("Dinas Bina Marga",)),
    ("5.2.04.02.01.0001", "Belanja Modal Bangunan Air", ("Dinas Sumber Daya Air",)),
    ("5.2.05.01.01.0001", "Belanja Modal Buku Umum", ("Dinas Perpustakaan dan Kearsipan", "Dinas Pendidikan")),
    ("5.2.06.01.01.0005", "Belanja Modal Aset Tidak Berwujud-Software",
     ("Dinas Komunikasi, Informatika dan Statistik", "Badan Pendapatan Daerah")),
    ("5.1.02.99.99.9999", "Belanja Barang dan Jasa BLUD", ("Dinas Kesehatan",)),
)  # fmt: skip
# Off the list: payments on these never count
DI_LUAR = {
    "5.1.01.01.01.0001": "Belanja Gaji Pokok PNS",
    "5.1.05.05.01.0001": "Belanja Hibah Barang kepada Badan dan Lembaga",
    "5.1.06.01.02.0001": "Belanja Bantuan Sosial Barang yang Direncanakan kepada Individu",
    "5.2.01.01.01.0001": "Belanja Modal Tanah untuk Bangunan Gedung",
}

# Percent of the RUP that is not domestic, where it is chosen; drawn between 0 and 4 elsewhere
PORSI_IMPOR = {
    "Dinas Bina Marga": Decimal("5"),
    "Dinas Kesehatan": Decimal("7.2"),
    "Dinas Komunikasi, Informatika dan Statistik": Decimal("6.31"),
    "Inspektorat": Decimal("0"),
    "Biro Hukum": Decimal("0"),
    "Badan Pembinaan Badan Usaha Milik Daerah": Decimal("0"),
}
# Units some of whose packages carry a value but no PDN value
PDN_KOSONG = ("Dinas Lingkungan Hidup", "Badan Kepegawaian Daerah")
# The unit whose packages are split down to the sen
BERSEN = "Dinas Pertamanan dan Hutan Kota"
