# ruff: noqa: E501 (one row of a table per line)
"""Who sits in the teams of the Pandeglang example, and what they settled; every person and case is invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from berkas_contoh import Row, Sheet

KP = "Kabupaten Pandeglang"
PEMBINA = "Dinas Koperasi, Usaha Mikro Kecil dan Menengah, Perindustrian dan Perdagangan"
KOLOM_TIM = ("tim", "kode_satker", "kedudukan", "jabatan", "nama", "nip", "hadir")

# Team | unit that formed it | position | office | present
_TIM = f"""
koordinasi | Dinas Kesehatan | Ketua | Sekretaris Dinas Kesehatan |
koordinasi | Dinas Kesehatan | Sekretaris | Kepala Subbagian Program dan Evaluasi |
koordinasi | Dinas Kesehatan | Anggota | Pejabat Pembuat Komitmen |
koordinasi | Dinas Kesehatan | Anggota | Pejabat Pengadaan |
koordinasi | Dinas Pekerjaan Umum dan Penataan Ruang | Ketua | Sekretaris Dinas Pekerjaan Umum dan Penataan Ruang |
koordinasi | Dinas Pekerjaan Umum dan Penataan Ruang | Sekretaris | Kepala Subbagian Umum |
koordinasi | Dinas Pekerjaan Umum dan Penataan Ruang | Anggota | Pejabat Pembuat Komitmen |
penilai | | Ketua | Sekretaris Daerah {KP} | ya
penilai | | Wakil Ketua | Asisten Perekonomian dan Pembangunan Sekretariat Daerah {KP} | tidak
penilai | | Ketua Harian | Kepala {PEMBINA} {KP} | ya
penilai | | Koordinator Sub Tim Monitoring dan Evaluasi | Kepala Badan Perencanaan Pembangunan Daerah {KP} | ya
penilai | | Sekretaris Sub Tim Monitoring dan Evaluasi | Kepala Bagian Administrasi Pembangunan Setda {KP} | ya
penilai | | Anggota | Inspektur {KP} | ya
penilai | | Anggota | Kepala Bidang Perindustrian {PEMBINA} {KP} | ya
tafsiran | | Ketua | Sekretaris Daerah {KP} | ya
tafsiran | | Koordinator Sub Tim Fasilitasi Perbedaan Penafsiran Tingkat Komponen Dalam Negeri | Kepala Dinas Pekerjaan Umum dan Penataan Ruang {KP} | ya
tafsiran | | Sekretaris Sub Tim Fasilitasi Perbedaan Penafsiran Tingkat Komponen Dalam Negeri | Kepala Bagian Pengadaan Barang/Jasa Sekretariat Daerah {KP} | ya
tafsiran | | Anggota | Kepala Bidang Perindustrian {PEMBINA} {KP} | ya
"""

KOLOM_ASISTENSI = ("kode_satker", "kode_rup", "jenis_produk", "hasil", "catatan")
KOLOM_PERBEDAAN = (
    "kode", "kode_satker", "nama_paket", "produsen", "produk", "pendapat_produsen", "nilai_produsen",
    "pendapat_pengadaan", "nilai_pengadaan", "dokumen", "nilai_tafsiran", "alasan",
)  # fmt: skip
# Unit | code of the plan | kind of product | result | remark
_ASISTENSI = """
Dinas Kesehatan | 50000001 | Makanan tambahan balita | sesuai |
Dinas Kesehatan | 50000010 | Pakaian dinas | diubah | Diganti produk bersertifikat
Dinas Kesehatan | 50000011 | | ditunda | Menunggu daftar inventarisasi terbaru
Dinas Pendidikan, Pemuda dan Olahraga | 50000003 | Meja dan kursi sekolah | sesuai |
Dinas Pendidikan, Pemuda dan Olahraga | 50000004 | Alat peraga pendidikan | sesuai |
"""
PERBEDAAN = (
    "Dinas Pekerjaan Umum dan Penataan Ruang", "rehabilitasi saluran", "Produsen Contoh B", "Pipa beton pracetak",
    "Nilai pada sertifikat lama masih berlaku", Decimal(40), "Sertifikat lama telah berakhir sebelum kontrak",
    Decimal(30), "Sertifikat, faktur bahan baku, dan berita acara serah terima", Decimal(30),
    "Sertifikat lama telah berakhir sebelum kontrak ditandatangani",
)  # fmt: skip


def asistensi(kode: Mapping[str, str]) -> Sheet:
    """What assisting two units with their plans came to."""
    rows = (line.split("|") for line in _ASISTENSI.strip().splitlines())
    cells = ([cell.strip() or None for cell in row] for row in rows)
    return Sheet("asistensi_rup", KOLOM_ASISTENSI, [(kode[str(unit)], *rest) for unit, *rest in cells])


def perbedaan(kode: Mapping[str, str]) -> Sheet:
    """One dispute on a TKDN that the team settled."""
    unit, *rest = PERBEDAAN
    return Sheet("perbedaan_tkdn", KOLOM_PERBEDAAN, [("PD-01", kode[str(unit)], *rest)])


def tim(kode: Mapping[str, str]) -> Sheet:
    """Members of two units' teams, those who judged the nominees, those who settled a TKDN; one person an office."""
    return Sheet("tim", KOLOM_TIM, list(_members(kode)))


def _members(kode: Mapping[str, str]) -> Iterator[Row]:
    known = dict[str, int]()
    for line in _TIM.strip().splitlines():
        nama_tim, unit, kedudukan, jabatan, hadir = (cell.strip() for cell in line.split("|"))
        nomor = known.setdefault(f"{unit}{jabatan}", len(known) + 1)
        nip = f"00000000 000000 0 {nomor + 100:03d}"
        yield nama_tim, kode.get(unit), kedudukan, jabatan, f"Nama Anggota {nomor:02d}", nip, hadir or None
