"""The units of the DKI example: real names of perangkat daerah and Biro; codes, coordination and amounts invented."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

PEMERINTAHAN = "Pemerintahan"
EKONOMI = "Perekonomian dan Keuangan"
PEMBANGUNAN = "Pembangunan dan Lingkungan Hidup"
KESRA = "Kesejahteraan Rakyat"

KODE_SETDA = "4.01.0.00.0.00.01.0000"

# Biro of the Sekretariat Daerah: name | Asisten | payments in Rp million | capaian in percent (- = no payments at all)
_BIRO = f"""
Pendidikan dan Mental Spiritual | {KESRA} | 21000 | 88.4
Kesejahteraan Sosial | {KESRA} | 14000 | 91.75
Kerja Sama Daerah | {PEMERINTAHAN} | 9000 | 86.2
Organisasi dan Reformasi Birokrasi | {PEMERINTAHAN} | 12000 | 94.1
Perekonomian dan Keuangan | {EKONOMI} | 18000 | 89.95
Pembangunan dan Lingkungan Hidup | {PEMBANGUNAN} | 16000 | 83.6
Umum dan Administrasi Sekretariat Daerah | {PEMERINTAHAN} | 310000 | 74.8
Hukum | {PEMERINTAHAN} | 8000 | 101.8
Pemerintahan | {PEMERINTAHAN} | 15000 | 92.3
Kepala Daerah | {PEMERINTAHAN} | 0 | -
"""

# Name | first seven groups of the code | number of the coordinating Biro | payments in Rp million | capaian in percent
_PERANGKAT_DAERAH = """
Sekretariat Dewan Perwakilan Rakyat Daerah | 4.02.0.00.0.00.02 | 9 | 310000 | 90.15
Inspektorat | 6.01.0.00.0.00.03 | 4 | 52000 | 95.6
Dinas Pendidikan | 1.01.0.00.0.00.01 | 1 | 5200000 | 86.75
Dinas Kesehatan | 1.02.0.00.0.00.02 | 2 | 4300000 | 84.1
Dinas Bina Marga | 1.03.0.00.0.00.03 | 6 | 1850000 | 93.4
Dinas Sumber Daya Air | 1.03.0.00.0.00.04 | 6 | 3100000 | 71.25
Dinas Cipta Karya, Tata Ruang dan Pertanahan | 1.03.2.10.0.00.05 | 6 | 690000 | 88.85
Dinas Perumahan Rakyat dan Kawasan Permukiman | 1.04.0.00.0.00.06 | 6 | 880000 | 92.05
Satuan Polisi Pamong Praja | 1.05.0.00.0.00.07 | 9 | 240000 | 100.0001
Dinas Penanggulangan Kebakaran dan Penyelamatan | 1.05.0.00.0.00.08 | 9 | 330000 | 82.7
Dinas Sosial | 1.06.0.00.0.00.09 | 2 | 520000 | 96.3
Dinas Tenaga Kerja, Transmigrasi dan Energi | 2.07.3.32.3.31.10 | 5 | 210000 | 87.9
Dinas Pemberdayaan, Perlindungan Anak dan Pengendalian Penduduk | 2.08.2.14.0.00.11 | 2 | 265000 | 91.2
Dinas Ketahanan Pangan, Kelautan dan Pertanian | 2.09.3.25.3.27.12 | 5 | 540000 | 97.45
Dinas Lingkungan Hidup | 2.11.0.00.0.00.13 | 6 | 1900000 | 85.35
Dinas Kependudukan dan Pencatatan Sipil | 2.12.0.00.0.00.14 | 9 | 88000 | 93.8
Dinas Perhubungan | 2.15.0.00.0.00.15 | 6 | 3600000 | 80
Dinas Komunikasi, Informatika dan Statistik | 2.16.2.20.2.21.16 | 9 | 410000 | 104.2
Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu | 2.18.0.00.0.00.17 | 5 | 180000 | 89.3
Dinas Pemuda dan Olahraga | 2.19.0.00.0.00.18 | 1 | 470000 | 83.15
Dinas Kebudayaan | 2.22.0.00.0.00.19 | 1 | 205000 | 55.1
Dinas Perpustakaan dan Kearsipan | 2.23.2.24.0.00.20 | 1 | 115000 | 96.9
Dinas Pariwisata dan Ekonomi Kreatif | 3.26.0.00.0.00.21 | 5 | 225000 | 68.4
Dinas Pertamanan dan Hutan Kota | 2.11.0.00.0.00.22 | 6 | 760000 | 79.995
Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah | 3.31.3.30.2.17.23 | 5 | 170000 | 91.6
Badan Perencanaan Pembangunan Daerah | 5.01.0.00.0.00.24 | 6 | 64000 | 94.75
Badan Pengelolaan Keuangan Daerah | 5.02.0.00.0.00.25 | 5 | 98000 | 88.2
Badan Pendapatan Daerah | 5.02.0.00.0.00.26 | 5 | 300000 | 100
Badan Pengelolaan Aset Daerah | 5.02.0.00.0.00.27 | 5 | 140000 | 90.55
Badan Pembinaan Badan Usaha Milik Daerah | 5.02.0.00.0.00.28 | 5 | 11000 | 92.6
Badan Pelayanan Pengadaan Barang/Jasa | 4.01.0.00.0.00.29 | 6 | 19000 | 97.8
Badan Pengembangan Sumber Daya Manusia | 5.04.0.00.0.00.30 | 4 | 47000 | 86.9
Badan Kepegawaian Daerah | 5.03.0.00.0.00.31 | 4 | 39000 | 76.3
Badan Penanggulangan Bencana Daerah | 1.05.0.00.0.00.32 | 9 | 33000 | 90.4
Badan Kesatuan Bangsa dan Politik | 8.01.0.00.0.00.33 | 9 | 29000 | 87.25
Kota Administrasi Jakarta Pusat | 7.01.0.00.0.00.34 | 9 | 250000 | 93.1
Kota Administrasi Jakarta Utara | 7.01.0.00.0.00.35 | 9 | 270000 | 85.9
Kota Administrasi Jakarta Barat | 7.01.0.00.0.00.36 | 9 | 330000 | 88.65
Kota Administrasi Jakarta Selatan | 7.01.0.00.0.00.37 | 9 | 360000 | 94.4
Kota Administrasi Jakarta Timur | 7.01.0.00.0.00.38 | 9 | 390000 | 82.95
Kabupaten Administrasi Kepulauan Seribu | 7.01.0.00.0.00.39 | 9 | 78000 | 103.5
"""

# Units below a perangkat daerah: name | name of the perangkat daerah | last group of the code
_UNIT = """
Suku Dinas Pendidikan Wilayah I Kota Administrasi Jakarta Pusat | Dinas Pendidikan | 0001
Suku Dinas Pendidikan Wilayah II Kota Administrasi Jakarta Timur | Dinas Pendidikan | 0002
Suku Dinas Kesehatan Kota Administrasi Jakarta Barat | Dinas Kesehatan | 0001
Rumah Sakit Umum Daerah Contoh | Dinas Kesehatan | 0002
Suku Dinas Bina Marga Kota Administrasi Jakarta Selatan | Dinas Bina Marga | 0001
Suku Dinas Sumber Daya Air Kota Administrasi Jakarta Utara | Dinas Sumber Daya Air | 0001
Suku Dinas Lingkungan Hidup Kota Administrasi Jakarta Timur | Dinas Lingkungan Hidup | 0001
Unit Pengelola Contoh Angkutan Jalan | Dinas Perhubungan | 0001
Pusat Contoh Promosi Usaha Kecil | Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah | 0001
"""

ALIAS = {
    "Sekretariat Dewan Perwakilan Rakyat Daerah": "Sekretariat DPRD; Setwan",
    "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah": "Dinas PPKUKM",
    "Dinas Perumahan Rakyat dan Kawasan Permukiman": "DPRKP",
    "Satuan Polisi Pamong Praja": "Satpol PP",
    "Badan Pengelolaan Keuangan Daerah": "BPKD",
    "Badan Pelayanan Pengadaan Barang/Jasa": "BPPBJ",
    "Rumah Sakit Umum Daerah Contoh": "RSUD Contoh",
}

_PIMPINAN = {
    "Sekretariat Daerah": "Sekretaris Daerah",
    "Sekretariat Dewan Perwakilan Rakyat Daerah": "Sekretaris Dewan Perwakilan Rakyat Daerah",
    "Inspektorat": "Inspektur",
    "Badan Penanggulangan Bencana Daerah": "Kepala Pelaksana Badan Penanggulangan Bencana Daerah",
    "Kabupaten Administrasi Kepulauan Seribu": "Bupati Administrasi Kepulauan Seribu",
    "Rumah Sakit Umum Daerah Contoh": "Direktur Rumah Sakit Umum Daerah Contoh",
}


@dataclass(frozen=True, slots=True)
class Satker:
    """A unit. `bayar` (rupiah paid on the listed accounts) and `capaian` (percent) are None for units that roll up.

    `capaian` is also None for a reporting unit without any payment.
    """

    kode: str
    nama: str
    jenis: str
    induk: str | None
    biro: str
    asisten: str
    bayar: int | None = None
    capaian: Decimal | None = None

    @property
    def jabatan_pimpinan(self) -> str:
        """The title of the unit's head as printed."""
        if self.nama.startswith("Kota Administrasi "):
            return "Wali " + self.nama
        return _PIMPINAN.get(self.nama, f"Kepala {self.nama}")


def reporting_units() -> list[Satker]:
    """The 41 perangkat daerah and 10 Biro that report, in the order of the sheet."""
    biro = _biro()
    perangkat_daerah = []
    for nama, awal, nomor, juta, capaian in _lines(_PERANGKAT_DAERAH):
        koordinator = biro[int(nomor) - 1]
        perangkat_daerah.append(
            Satker(
                kode=f"{awal}.0000",
                nama=nama,
                jenis="perangkat_daerah",
                induk=None,
                biro=koordinator.kode,
                asisten=koordinator.asisten,
                bayar=int(juta) * 1_000_000,
                capaian=Decimal(capaian),
            )
        )
    return perangkat_daerah + biro


def sekretariat_daerah() -> Satker:
    """The Sekretariat Daerah: a perangkat daerah that books nothing itself, all of it stands with its Biro."""
    return Satker(KODE_SETDA, "Sekretariat Daerah", "perangkat_daerah", None, _kode_biro(7), PEMERINTAHAN)


def units_below(reporting: list[Satker]) -> list[Satker]:
    """The units whose rows roll up to a perangkat daerah in `reporting`."""
    by_name = {satker.nama: satker for satker in reporting}
    below = []
    for nama, nama_induk, akhir in _lines(_UNIT):
        induk = by_name[nama_induk]
        below.append(Satker(induk.kode[:-4] + akhir, nama, "unit", induk.kode, induk.biro, induk.asisten))
    return below


def _biro() -> list[Satker]:
    found = []
    for nomor, (nama, asisten, juta, capaian) in enumerate(_lines(_BIRO), start=1):
        kode = _kode_biro(nomor)
        nilai = None if capaian == "-" else Decimal(capaian)
        found.append(Satker(kode, f"Biro {nama}", "biro", KODE_SETDA, kode, asisten, int(juta) * 1_000_000, nilai))
    return found


def _kode_biro(nomor: int) -> str:
    return f"{KODE_SETDA[:-4]}{nomor:04d}"


def _lines(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]
