# ruff: noqa: E501 (one row of a table per line)
"""What units and the Inspektorat of the DKI example have watched, carried out and found; every word is invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from berkas_contoh import Row
from dki_daftar import DIBATALKAN
from dki_satker import Satker
from dki_transaksi import CUTOFF, Paket, Rencana

PAKET_DIPANTAU = ("Dinas Bina Marga", "Dinas Sumber Daya Air", "Dinas Kesehatan")
MELAPORKAN = (
    "Dinas Sumber Daya Air",
    "Inspektorat",
    "Dinas Pendidikan",
    "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah",
    "Badan Pengelolaan Keuangan Daerah",
    "Badan Pelayanan Pengadaan Barang/Jasa",
    "Biro Pembangunan dan Lingkungan Hidup",
)
TERBANYAK = 20

# Place of the task | what was done | paper that shows it
_TUGAS_PD = """
a.1 | Komitmen ditandatangani pada rapat pimpinan | Surat Komitmen Contoh-31
a.2.a).1) | Seluruh rencana pengadaan diinput sesuai dengan DPA perubahan | Cetak SIRUP Contoh-32
a.2.a).2) | Penandaan diperiksa setiap Senin | Kertas Kerja Contoh-33
a.2.a).3) | Paket impor ditelaah satu per satu | Berita Acara Telaah Contoh-34
a.2.b).1) | Urutan prioritas dimuat dalam kerangka acuan kerja | Kerangka Acuan Kerja Contoh-35
a.2.b).2) | Pejabat Pembuat Komitmen diingatkan memberi penilaian | Surat Edaran Contoh-36
a.2.b).3) | Kontrak nontransaksional dicatat pada SPSE | Cetak SPSE Contoh-37
a.2.c) | Pembayaran diselesaikan menurut jadwal | Register SP2D Contoh-38
a.2.d) | Rencana tindak lanjut disusun bersama Inspektorat | Matriks Tindak Lanjut Contoh-39
a.3 | Paket terbesar dipantau setiap dua minggu | Notula Contoh-40
a.4 | Laman LKPP Bigbox dipantau setiap Senin | Notula Contoh-41
a.5 | Capaian diperiksa terhadap batas pelaporan | Kertas Kerja Contoh-42
"""
_TUGAS_LAIN = """
Inspektorat | b.1 | Reviu dilaksanakan pada dua satuan kerja | Laporan Reviu Contoh-51
Inspektorat | b.2 | Kepatuhan diperiksa pada tiga satuan kerja | Laporan Kepatuhan Contoh-52
Inspektorat | b.3 | Tindak lanjut dipantau setiap bulan | Laporan Pemantauan Contoh-53
Inspektorat | b.4 | Dua laporan hasil pengawasan dievaluasi | Laporan Evaluasi Contoh-54
Dinas Pendidikan | c | Transaksi SIPLah dicatat setiap pekan | Rekap Pencatatan Contoh-55
Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah | d.1 | Data LKPP Bigbox, BPKD, dan BPPBJ dihimpun | Tanda Terima Data Contoh-01
Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah | d.2 | Capaian seluruh satuan kerja diverifikasi dan divalidasi | Berita Acara Nomor BA-Contoh-01/2024
Badan Pengelolaan Keuangan Daerah | e.1 | APBD-P diserahkan | Tanda Terima Data Contoh-56
Badan Pengelolaan Keuangan Daerah | e.2 | Realisasi pembayaran diserahkan menurut kode rekening | Tanda Terima Data Contoh-57
Badan Pelayanan Pengadaan Barang/Jasa | f.1 | Rencana umum pengadaan diserahkan | Tanda Terima Data Contoh-58
Badan Pelayanan Pengadaan Barang/Jasa | f.2 | Data transaksi diserahkan | Tanda Terima Data Contoh-59
Badan Pelayanan Pengadaan Barang/Jasa | f.3 | Data pencatatan diserahkan | Tanda Terima Data Contoh-60
Biro Pembangunan dan Lingkungan Hidup | a.5 | Capaian Biro diperiksa terhadap batas pelaporan | Kertas Kerja Contoh-61
Biro Pembangunan dan Lingkungan Hidup | g.1 | Pemantauan dilaksanakan dua kali | Notula Contoh-62
Biro Pembangunan dan Lingkungan Hidup | g.2 | Unit di bawah batas diminta melapor | Notula Contoh-63
"""
# Of one unit: place of the task | state | hindrance | what follows
_BELUM = {
    "a.2.a).2)": ("sebagian", "Tiga paket diumumkan sebelum tandanya diperiksa", "Tanda ketiga paket diperbaiki sebelum RUP 2025 diumumkan"),
    "a.2.b).3)": ("sebagian", "Akun pencatatan SPSE baru berlaku pada Oktober", "Enam paket pemeliharaan saluran dicatat sebelum batas input"),
    "a.2.d)": ("belum", None, "Rencana tindak lanjut ditetapkan pada Januari 2025"),
}  # fmt: skip

# Kind | units | number and day of the assignment | how | measure | packages tested | conclusion
_PENGAWASAN = """
reviu | Satuan Polisi Pamong Praja; Dinas Komunikasi, Informatika dan Statistik | ST-Contoh-12/2024 | 2024-12-02 | Penelaahan dokumen dan wawancara | | 25 | Penandaan pada paket lainnya telah sesuai dengan dokumen pengadaannya
kepatuhan | Dinas Bina Marga; Dinas Kebudayaan; Dinas Perhubungan | ST-Contoh-13/2024 | 2024-12-03 | Pemeriksaan atas data SIRUP dan SPSE | Tiga tingkat pada pedoman Inspektorat, yaitu tinggi, sedang, dan rendah | | Dua satuan kerja berada pada tingkat tinggi dan satu satuan kerja pada tingkat sedang
tindak_lanjut | Dinas Sumber Daya Air; Dinas Bina Marga; Dinas Kesehatan; Dinas Pendidikan | ST-Contoh-14/2024 | 2024-12-04 | Pencocokan bukti tindak lanjut | | | Enam rekomendasi dilanjutkan pada Tahun Anggaran 2025
evaluasi | Inspektorat | ST-Contoh-15/2024 | 2024-12-05 | Pembacaan ulang kertas kerja | | | Laporan hasil pengawasan telah memuat saran tindak perbaikan yang dapat dilaksanakan
"""
# Kind | unit | condition | criterion | cause | effect | level | governance | risk | compliance | recommendation | number | day | subject
_TEMUAN = """
reviu | Satuan Polisi Pamong Praja | Dua paket belum ditandai | Huruf a angka 2 huruf a) angka 2) | Admin SIRUP berganti pada Agustus | Porsi produk impor tidak pasti | | | | | Menandai kedua paket pada SIRUP | | |
reviu | Dinas Komunikasi, Informatika dan Statistik | Perhitungan TKDN satu paket memakai sertifikat yang telah berakhir | Huruf b angka 1 | Masa berlaku sertifikat tidak diperiksa | Nilai TKDN pada rencana belanja lebih tinggi | | | | | Menghitung ulang nilai TKDN paket itu | | |
kepatuhan | Dinas Bina Marga | | | | | Tinggi | Mempertahankan pembagian tugas admin SIRUP | Mencatat risiko keterlambatan penilaian penyedia | Menilai penyedia segera setelah serah terima | | | |
kepatuhan | Dinas Kebudayaan | | | | | Sedang | Menetapkan penanggung jawab penandaan | Mencatat risiko salah tanda pada daftar risiko | Menandai paket pada hari diumumkan | | | |
kepatuhan | Dinas Perhubungan | | | | | Tinggi | Mempertahankan rapat pemantauan bulanan | Memutakhirkan daftar risiko setiap triwulan | Mencatat kontrak nontransaksional setiap pekan | | | |
evaluasi | | Saran belum menyebut batas waktunya | | | | | | | | Menambahkan batas waktu pada setiap saran | LHR-Contoh-01/2024 | 2024-07-15 | Reviu penandaan Semester I
evaluasi | | Saran telah lengkap | | | | | | | | Mempertahankan bentuk laporan | LHP-Contoh-02/2024 | 2024-10-14 | Pengawasan kepatuhan Triwulan III
"""
_REKOMENDASI = (
    "Melengkapi Nilai PDN pada pencatatan swakelola",
    "Menandai seluruh paket penyedia pada SIRUP",
    "Mencatat kontrak nontransaksional pada SPSE",
    "Memberi penilaian kinerja penyedia setelah serah terima",
    "Melengkapi kerangka acuan kerja paket terbesar",
    "Memutakhirkan daftar produk dalam negeri bersertifikat",
    "Memeriksa porsi produk impor pada RUP",
    "Menyimpan berita acara serah terima pada satu tempat",
    "Menyusun jadwal pembayaran menurut kode rekening",
    "Menetapkan admin pencatatan pengganti",
)
BELUM_TUNTAS = 6


def paket_besar(rup: Sequence[Rencana], satker: Mapping[str, Satker]) -> Iterator[Row]:
    """The largest packages of some units with the state of their papers; of the second unit five are wanting."""
    for nama in PAKET_DIPANTAU:
        unit = satker[nama]
        own = [row for row in rup if unit.kode in (row.satker.kode, row.satker.induk)]
        for number, row in enumerate([*_largest(own, konstruksi=False), *_largest(own, konstruksi=True)]):
            yield unit.kode, row.kode_rup, *_papers(number if nama == PAKET_DIPANTAU[1] else -1)


def _largest(rows: Iterable[Rencana], *, konstruksi: bool) -> list[Rencana]:
    kind = [row for row in rows if (row.jenis == "Pekerjaan Konstruksi") is konstruksi]
    return sorted(kind, key=lambda row: (-row.sen, row.kode_rup))[:TERBANYAK]


def _papers(number: int) -> Row:
    """KAK, spesifikasi teknis, BAST and the remark of one package."""
    if number == 2:
        return "belum_ada", "ada", "ada", "Kerangka acuan kerja masih ditinjau"
    if number in (4, 7, 11, 15):
        return "ada", "ada", "belum_ada", "BAST ditandatangani setelah uji fungsi"
    return "ada", "tidak_diperlukan" if number == 9 else "ada", "ada", None


def pelaksanaan(kode: Mapping[str, str]) -> Iterator[Row]:
    """Every task of some addressees; of the first unit nine of twelve are done."""
    for nama in MELAPORKAN:
        if not nama.startswith("Biro"):
            for ketentuan, uraian, bukti in _lines(_TUGAS_PD):
                keadaan, kendala, lanjut = _BELUM.get(ketentuan, _SELESAI) if nama == MELAPORKAN[0] else _SELESAI
                yield kode[nama], ketentuan, keadaan, uraian, bukti, kendala, lanjut
        for unit, ketentuan, uraian, bukti in _lines(_TUGAS_LAIN):
            if unit == nama:
                yield kode[nama], ketentuan, *_SELESAI[:1], uraian, bukti, None, None


_SELESAI: tuple[str, str | None, str | None] = ("selesai", None, None)


def pengawasan(kode: Mapping[str, str]) -> Iterator[Row]:
    """The four reports of the Inspektorat."""
    for jenis, units, nomor, hari, cara, ukuran, uji, simpulan in _lines(_PENGAWASAN):
        codes = "; ".join(kode[nama] for nama in units.split("; "))
        tested = int(uji) if uji else None
        yield jenis, codes, nomor, date.fromisoformat(hari), cara, ukuran or None, tested, simpulan


def temuan(kode: Mapping[str, str]) -> Iterator[Row]:
    """What those reports have found."""
    for jenis, nama, *texts, nomor, hari, hal in _lines(_TEMUAN):
        day = date.fromisoformat(hari) if hari else None
        yield jenis, kode.get(nama), *(text or None for text in texts), nomor or None, day, hal or None


def tindak_lanjut(kode: Mapping[str, str]) -> Iterator[Row]:
    """Forty recommendations, of which six are under way and none is late."""
    units = ("Dinas Sumber Daya Air", "Dinas Bina Marga", "Dinas Kesehatan", "Dinas Pendidikan")
    for number in range(40):
        nama, text = units[number % 4], _REKOMENDASI[number // 4]
        is_open = number >= 40 - BELUM_TUNTAS
        laporan = f"LHP-Contoh-{number // 8 + 1:02d}/2024"
        due = date(2025, 1, 31) if is_open else date(2024, 9, 30)
        done = None if is_open else date(2024, 8, 1 + number % 28)
        sumber = "BPKP" if number % 5 == 0 else "APIP"
        yield kode[nama], sumber, laporan, text, due, "dalam_proses" if is_open else "selesai", done


def bigbox(paket: Sequence[Paket], reporting: Sequence[Satker]) -> Iterator[Row]:
    """LKPP Bigbox on the day of the cut-off: as BPPBJ has it, but for a package since cancelled of one unit."""
    for satker in reporting:
        own = [row for row in paket if satker.kode in (row.satker.kode, row.satker.induk) and _counts(row)]
        lebih_pdn, lebih = (1_250_000_000, 1_781_530_000) if satker.nama == MELAPORKAN[0] else (0, 0)
        pdn, total = sum(row.pdn or 0 for row in own), sum(row.total or 0 for row in own)
        yield satker.kode, Decimal(pdn) / 100 + lebih_pdn, Decimal(total) / 100 + lebih, CUTOFF


def _counts(row: Paket) -> bool:
    return row.status not in DIBATALKAN and row.total is not None


def verifikasi(reporting: Sequence[Satker]) -> Iterator[Row]:
    """What verification agreed on for each unit."""
    for satker in reporting:
        if satker.nama == MELAPORKAN[0]:
            yield satker.kode, "disesuaikan", "Satu paket pada LKPP Bigbox telah dibatalkan", None
        elif satker.capaian is None:
            yield satker.kode, "belum_sesuai", "Pembayaran belum dibukukan", "Membukukan pembayaran sebelum batas input"
        else:
            yield satker.kode, "sesuai", None, None


def _lines(table: str) -> Iterator[list[str]]:
    for line in table.strip().splitlines():
        yield [cell.strip() for cell in line.split("|")]
