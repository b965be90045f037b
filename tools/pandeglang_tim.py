# ruff: noqa: E501 (one row of a table per line)
"""Who sits in the teams of the Pandeglang example; every person is invented."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
