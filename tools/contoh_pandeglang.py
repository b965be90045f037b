"""Make inputs/contoh-pandeglang-2024: an award year of Kabupaten Pandeglang, with invented nominees and scores.

python tools/contoh_pandeglang.py [OUTPUT_FOLDER]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import count
from pathlib import Path

from berkas_contoh import Row, Sheet, write_workbook
from pandeglang_rekap import pemetaan, pemetaan_produsen, realisasi, rup, sertifikat
from pandeglang_tim import PEMBINA, asistensi, perbedaan, tim

DEFAULT_TARGET = Path(__file__).resolve().parent.parent / "inputs" / "contoh-pandeglang-2024"
APBD = "Anggaran Pendapatan dan Belanja Daerah Kabupaten Pandeglang Tahun Anggaran 2025"
TIM = "Pembentukan Tim Peningkatan Penggunaan Produk Dalam Negeri Kabupaten Pandeglang"
PUPR, PENDIDIKAN = "Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas Pendidikan, Pemuda dan Olahraga"
BUPATI = (
    ("Nama Penjabat Bupati", date(2024, 1, 2), date(2025, 2, 19), "pj"),
    ("Nama Bupati", date(2025, 2, 20), None, "definitif"),
)
NASKAH_UNIT = (
    ("keputusan_tim_koordinasi", "Dinas Kesehatan", "800/Kep-Contoh-01/2025", date(2025, 1, 27), None),
    ("keputusan_tim_koordinasi", PUPR, "800/Kep-Contoh-02/2025", date(2025, 1, 27), None),
    ("berita_acara_asistensi", "Dinas Kesehatan", "000/BA-Contoh-11/2024", date(2024, 1, 17), "Ruang Rapat Contoh"),
    ("berita_acara_asistensi", PENDIDIKAN, "000/BA-Contoh-12/2024", date(2024, 1, 18), None),
)

BACA_DAHULU = (
    "CONTOH - BACA DAHULU",
    "Berkas-berkas dalam map ini adalah CONTOH untuk mencoba mesin laporan P3DN, bukan data resmi.",
    "Kode satuan kerja, peserta, nominasi, nilai, nomor, dan tanggal naskah DIKARANG.",
    "Keputusan Tim pada lembar cara_penilaian DIKARANG agar contoh ini menghasilkan naskah utuh.",
    "Paket, penyedia, nilai, dan sertifikat pada rekapitulasi pengadaan DIKARANG.",
    "Nama produsen, nama pejabat dan anggota tim, NIP, dan alamat DIKARANG; tidak menunjuk kepada siapa pun.",
)

# Name | first seven groups of the code
_SATKER = f"""
Sekretariat Daerah | 4.01.0.00.0.00.01
Inspektorat Daerah | 6.01.0.00.0.00.02
Dinas Pendidikan, Pemuda dan Olahraga | 1.01.2.19.0.00.03
Dinas Kesehatan | 1.02.0.00.0.00.04
Dinas Pekerjaan Umum dan Penataan Ruang | 1.03.0.00.0.00.05
Dinas Perumahan, Kawasan Permukiman dan Pertanahan | 1.04.2.10.0.00.06
Dinas Sosial | 1.06.0.00.0.00.07
Dinas Pertanian dan Ketahanan Pangan | 3.27.2.09.0.00.08
Dinas Perhubungan | 2.15.0.00.0.00.09
Dinas Komunikasi, Informatika, Sandi dan Statistik | 2.16.2.20.2.21.10
{PEMBINA} | 2.17.3.30.3.31.11
Badan Perencanaan Pembangunan Daerah | 5.01.0.00.0.00.12
"""

ASPEK_PENGGUNA = {
    "perencanaan": ("penyusunan_program", "pencatatan_rencana", "syarat_tkdn_kak"),
    "realisasi": ("pilihan_tkdn_di_atas_25", "pilihan_pdn_lain", "preferensi_harga", "tkdn_konstruksi"),
    "evaluasi": ("rekapitulasi", "mekanisme_evaluasi", "aktivitas_tim_dan_apip", "penanganan_masalah"),
    "kampanye": ("sosialisasi_internal", "sosialisasi_eksternal"),
}
ASPEK_PRODUSEN = {
    "nilai_tkdn": ("jumlah_produk_bersertifikat", "rata_rata_tkdn", "kepemilikan_bmp"),
    "penerimaan": ("penggunaan_produk", "kepuasan_pengguna"),
    "kampanye": ("sosialisasi_internal", "sosialisasi_masyarakat"),
}

# Final scores of the nominees, sub-criterion by sub-criterion in the order above, aspects parted by "|".
# Dinas Kesehatan has aspect means 80, 90, 70, 60: final score 84 with weights 10, 70, 10, 10.
NILAI_PENGGUNA = {
    "Dinas Kesehatan": "78 80 82 | 88 92 91 89 | 68 72 70 70 | 55 65",
    "Dinas Pendidikan, Pemuda dan Olahraga": "85 82 80 | 80 84 83 79 | 75 78 74 77 | 70 68",
    "Dinas Pekerjaan Umum dan Penataan Ruang": "90 86 87 | 76 78 74 85.5 | 80 79 82 81 | 66 72",
    "Dinas Pertanian dan Ketahanan Pangan": "72 75 70 | 73 77 71 70 | 69 66 70 68 | 80 82",
    "Dinas Perhubungan": "68 70 71 | 66 69 72 64 | 60 65 63 62 | 58 61",
}
# Produsen Contoh D has aspect means 80, 70, 50: final score 71 with weights 50, 30, 20.
NILAI_PRODUSEN = {
    "A": "88 85 80 | 82 86 | 75 79",
    "B": "79 76.5 74 | 80 77 | 70 66",
    "C": "70 72 65 | 74 71 | 60 64",
    "D": "82 78 80 | 68 72 | 45 55",
    "E": "74 70 66 | 72 69 | 60 58",
    "F": "65 68 61 | 70 66 | 72 71",
    "G": "60 62 55 | 64 60 | 50 57",
}
# Letter | kategori | nominated | product
_PRODUSEN = """
A | menengah | ya | Meja dan kursi sekolah
B | menengah | ya | Pipa beton pracetak
C | menengah | ya | Lampu penerangan jalan
H | menengah | tidak | Cat marka jalan
D | kecil | ya | Pakaian dinas
E | kecil | ya | Alat peraga pendidikan
F | kecil | ya | Makanan tambahan balita
G | kecil | ya | Kerajinan anyaman untuk cendera mata
I | kecil | tidak | Map dan alat tulis
J | kecil | tidak | Sabun cair
"""
# Preliminary scores, one per aspect, of some participants
AWAL_PENGGUNA = {
    "Dinas Kesehatan": "75 85 65 60",
    "Dinas Pendidikan, Pemuda dan Olahraga": "80 78 70 66",
    "Dinas Sosial": "50 48 55 40",
}
AWAL_PRODUSEN = {"A": "80 80 70", "D": "75 65 50", "H": "40 45 30"}

KOLOM_PEJABAT = (
    "jabatan", "sebutan_jabatan", "nama", "gelar_depan", "gelar_belakang", "pangkat", "nip", "berlaku_sejak",
    "berlaku_sampai", "status",
)  # fmt: skip
KOLOM_CARA = ("kelompok", "skala", "sub_kriteria", "bobot_unsur", "seri", "jumlah_penerima")
KELOMPOK = ("pengguna", "produsen")
KOLOM_LAPANGAN = ("peserta", "tanggal", "tempat", "hasil", "nomor_berita_acara")
LAPANGAN: list[Row] = [
    ("produsen-a", date(2025, 2, 20), "Pandeglang", "Sesuai dengan data dukungnya", "BA-01/Contoh/2025"),
    ("produsen-d", date(2025, 2, 21), "Labuan", "Sesuai dengan data dukungnya", "BA-02/Contoh/2025"),
]
KOLOM_NILAI = ("peserta", "tahap", "aspek", "sub_kriteria", "nilai", "bukti")


def build(target: Path) -> None:
    """Write the files of the folder."""
    kode = {nama: f"{awal}.0000" for nama, awal in _lines(_SATKER)}
    _master(target / "00-master-penghargaan.xlsx", kode)
    produsen = {huruf: f"produsen-{huruf.lower()}" for huruf, *_ in _lines(_PRODUSEN)}
    pengguna = [*_awal(kode, AWAL_PENGGUNA, ASPEK_PENGGUNA), *_akhir(kode, NILAI_PENGGUNA, ASPEK_PENGGUNA)]
    pembuat = [*_awal(produsen, AWAL_PRODUSEN, ASPEK_PRODUSEN), *_akhir(produsen, NILAI_PRODUSEN, ASPEK_PRODUSEN)]
    kolom = ("peserta", "nama", "kelompok", "kategori", "sub_kategori", "nominasi", "alamat", "produk", "data_pemetaan")
    sheets = (
        Sheet("peserta_penghargaan", kolom, list(_peserta(kode, produsen))),
        Sheet("nilai_pengguna", KOLOM_NILAI, pengguna),
        Sheet("nilai_produsen", KOLOM_NILAI, pembuat),
        Sheet("pemeriksaan_lapangan", KOLOM_LAPANGAN, LAPANGAN),
    )
    write_workbook(target / "penilaian-penghargaan.xlsx", sheets)
    write_workbook(target / "bagian-pbj-realisasi-inaproc.xlsx", (realisasi(),))
    write_workbook(target / "bagian-pbj-rup-dan-asistensi.xlsx", (rup(), asistensi(kode)))
    write_workbook(target / "tim-p3dn-tafsiran.xlsx", (perbedaan(kode),))
    alamat = {huruf: _alamat(nomor) for nomor, (huruf, *_) in enumerate(_lines(_PRODUSEN), start=1)}
    write_workbook(target / "daftar-sertifikat-tkdn.xlsx", (sertifikat(alamat),))


def _master(path: Path, kode: Mapping[str, str]) -> None:
    kolom = ("kode_satker", "nama_satker", "jabatan_pimpinan", "jenis", "alamat", "telepon", "laman", "pos_el")
    sheets = (
        Sheet("Baca dahulu", (), (), above=BACA_DAHULU),
        Sheet("meta", ("kunci", "nilai"), _meta()),
        Sheet("sumber_data", ("berkas", "sumber", "pemilik", "data_per"), _sumber_data()),
        Sheet("naskah", ("dokumen", "kode_satker", "kunci", "nomor", "tanggal", "judul", "tempat"), _naskah(kode)),
        Sheet("satker", kolom, [_satker_row(i, *pair) for i, pair in enumerate(kode.items(), start=1)]),
        Sheet("pejabat", KOLOM_PEJABAT, list(_pejabat(kode))),
        Sheet("cara_penilaian", KOLOM_CARA, _cara_penilaian()),
        tim(kode),
    )
    write_workbook(path, sheets)


def _meta() -> list[Row]:
    return [
        ("pemda", "Kabupaten Pandeglang"),
        ("kd_klpd", "D51"),
        ("tahun_anggaran", "2024"),
        ("tanggal_cutoff", date(2024, 12, 31)),
        ("bentuk_penghargaan", "trofi dan piagam penghargaan"),
        ("perangkat_daerah_pembebanan", PEMBINA),
        ("tahun_pembebanan", "2025"),
        ("perda_apbd", f"Peraturan Daerah Kabupaten Pandeglang Nomor 00 Tahun 2024 tentang {APBD}"),
        ("perbup_penjabaran_apbd", f"Peraturan Bupati Pandeglang Nomor 000 Tahun 2024 tentang Penjabaran {APBD}"),
    ]


def _cara_penilaian() -> list[Row]:
    """The Tim's invented decision, the same for both groups: what the scores are computed with."""
    return [(kelompok, "0-100", "himpunan-sama", "rata-rata", "tidak-diperingkat", "1") for kelompok in KELOMPOK]


def _sumber_data() -> list[Row]:
    return [
        ("00-master-penghargaan.xlsx", PEMBINA, PEMBINA, date(2024, 12, 31)),
        ("bagian-pbj-realisasi-inaproc.xlsx", "LKPP", "Bagian Pengadaan Barang/Jasa", date(2024, 12, 31)),
        ("bagian-pbj-rup-dan-asistensi.xlsx", "LKPP", "Bagian Pengadaan Barang/Jasa", date(2024, 12, 31)),
        ("tim-p3dn-tafsiran.xlsx", "Tim P3DN", "Sekretariat Tim P3DN", date(2024, 12, 31)),
        ("daftar-sertifikat-tkdn.xlsx", PEMBINA, PEMBINA, date(2024, 12, 31)),
        ("penilaian-penghargaan.xlsx", "Tim P3DN", "Sekretariat Tim P3DN", date(2025, 2, 28)),
    ]


def _naskah(kode: Mapping[str, str]) -> list[Row]:
    return [
        ("keputusan_tim_lama", None, None, "500/Kep.000-Huk/2023", date(2023, 11, 20), TIM, None),
        ("keputusan_tim", None, None, "500/Kep.000-Huk/2025", date(2025, 1, 15), TIM, None),
        ("ba_penilaian_awal", None, None, "500/BA.000-Contoh-01/2025", date(2025, 2, 10), None, None),
        ("ba_penilaian_akhir", None, None, "500/BA.000-Contoh-02/2025", date(2025, 2, 28), None, None),
        ("keputusan_penghargaan", None, None, "400.6/Kep.000-Huk/2025", date(2025, 3, 10), None, None),
        *(
            ("piagam", None, penerima, f"400.6/Contoh-{nomor:02d}/2025", date(2025, 3, 17), None, None)
            for nomor, penerima in enumerate((kode["Dinas Kesehatan"], "produsen-a", "produsen-d"), start=1)
        ),
        *((name, kode[unit], None, nomor, hari, None, tempat) for name, unit, nomor, hari, tempat in NASKAH_UNIT),
        ("tafsiran_tkdn", None, "PD-01", "500/BA.000-Contoh-13/2024", date(2024, 9, 18), None, "Ruang Rapat Contoh"),
    ]


def _satker_row(nomor: int, nama: str, kode: str) -> Row:
    alamat = f"Jalan Contoh Nomor {nomor}, Pandeglang"
    laman, pos_el = "contoh.example.go.id", f"contoh{nomor:02d}@example.go.id"
    return kode, nama, _pimpinan(nama), "perangkat_daerah", alamat, "(0253) 000000", laman, pos_el


def _pimpinan(nama: str) -> str:
    return {"Sekretariat Daerah": "Sekretaris Daerah", "Inspektorat Daerah": "Inspektur Daerah"}.get(
        nama, f"Kepala {nama}"
    )


def _pejabat(kode: Mapping[str, str]) -> Iterator[Row]:
    for nama, sejak, sampai, status in BUPATI:
        yield "bupati", "Bupati Pandeglang", nama, None, None, None, None, sejak, sampai, status
    ketua = tuple(kode).index(PEMBINA) + 1
    yield _pejabat_row("ketua_tim", "Sekretaris Daerah", 1)
    yield _pejabat_row("ketua_harian", _pimpinan(PEMBINA), ketua)
    yield _pejabat_row("pimpinan_ukpbj", "Kepala Bagian Pengadaan Barang/Jasa Sekretariat Daerah", 21)
    for nomor, (nama, satker) in enumerate(kode.items(), start=1):
        yield _pejabat_row(f"kepala_{satker}", _pimpinan(nama), nomor)


def _pejabat_row(jabatan: str, sebutan: str, nomor: int) -> Row:
    nip = f"00000000 000000 0 {nomor:03d}"
    nama = f"Nama Pejabat {nomor:02d}"
    return jabatan, sebutan, nama, None, "M.Si.", "Pembina Utama Muda", nip, date(2024, 1, 2), None, "definitif"


def _peserta(kode: Mapping[str, str], produsen: Mapping[str, str]) -> Iterator[Row]:
    for nama, satker in kode.items():
        nominasi = "ya" if nama in NILAI_PENGGUNA else "tidak"
        yield satker, nama, "pengguna", None, None, nominasi, None, None, pemetaan(nama)
    for nomor, (huruf, kategori, nominasi, produk) in enumerate(_lines(_PRODUSEN), start=1):
        alamat = _alamat(nomor)
        told = (f"Produsen Contoh {huruf}", "produsen", kategori, None, nominasi, alamat, produk)
        yield produsen[huruf], *told, pemetaan_produsen(huruf)


def _alamat(nomor: int) -> str:
    return f"Jalan Contoh Industri Nomor {nomor}, Pandeglang"


def _akhir(peserta: Mapping[str, str], nilai: Mapping[str, str], aspek: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    """A row per nominee and sub-criterion, with a made-up reference to its evidence."""
    nomor = count(1)
    nomor = count(1)
    for nama, text in nilai.items():
        for (id_aspek, anak), angka in zip(aspek.items(), text.split("|"), strict=True):
            for sub, satu in zip(anak, angka.split(), strict=True):
                yield peserta[nama], "akhir", id_aspek, sub, Decimal(satu), f"Bukti Contoh {next(nomor):02d}"


def _awal(peserta: Mapping[str, str], nilai: Mapping[str, str], aspek: Mapping[str, Sequence[str]]) -> Iterator[Row]:
    """A row per participant and aspect, on the aspect's first sub-criterion."""
    for nama, text in nilai.items():
        for (id_aspek, anak), satu in zip(aspek.items(), text.split(), strict=True):
            yield peserta[nama], "awal", id_aspek, anak[0], Decimal(satu), "Pemetaan awal contoh"


def _lines(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_TARGET)
