"""Make inputs/contoh-dki-2024-tw4: DKI's last quarter of 2024 as the agencies would send it, with invented amounts.

python tools/contoh_dki.py [OUTPUT_FOLDER]
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from berkas_contoh import Cell, Row, Sheet, write_csv, write_workbook
from dki_pemantauan import (
    bigbox,
    paket_besar,
    pelaksanaan,
    pengawasan,
    temuan,
    tindak_lanjut,
    verifikasi,
)
from dki_penjelasan import alasan, kronologi
from dki_satker import (
    ALIAS,
    EKONOMI,
    KESRA,
    PEMBANGUNAN,
    PEMERINTAHAN,
    Satker,
    reporting_units,
    sekretariat_daerah,
    units_below,
)
from dki_transaksi import CUTOFF, Paket, Pembayaran, Rencana, Transaksi, generate

DEFAULT_TARGET = Path(__file__).resolve().parent.parent / "inputs" / "contoh-dki-2024-tw4"
SEED = 48_2024
INSTANSI = "Provinsi DKI Jakarta"
DINAS_PEMBINA = "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah"
SUDAH_MENJELASKAN = ("Dinas Sumber Daya Air", "Satuan Polisi Pamong Praja")
MEMANTAU, DIMINTA = "Biro Pembangunan dan Lingkungan Hidup", "Dinas Pertamanan dan Hutan Kota"
PELAKSANA_TUGAS = ("Dinas Kebudayaan", "Biro Hukum")
TANPA_TARGET = "Badan Penanggulangan Bencana Daerah"
DISAHKAN = ("basis-capaian", "penyebut")
TARGET_LAIN: dict[str, tuple[Cell, str]] = {
    "Dinas Kesehatan": (Decimal("85"), "persen"),
    "Dinas Bina Marga": (Decimal("1480000000000"), "rupiah"),
}

BACA_DAHULU = (
    "CONTOH - BACA DAHULU",
    "Berkas-berkas dalam map ini adalah CONTOH untuk mencoba mesin laporan P3DN, bukan data resmi.",
    "Nama perangkat daerah dan Biro nyata. Nilai rupiah, paket, pembayaran, target, alasan, dan kronologi DIKARANG.",
    "Nama pejabat, NIP, alamat, telepon, laman, dan pos-el DIKARANG; tidak menunjuk kepada siapa pun.",
    "Nomor dan tanggal naskah serta catatan pelaksanaan jadwal DIKARANG.",
    "Kode satuan kerja DIKARANG mengikuti bentuk kode SIPD.",
    "Pengesahan tafsir pada lembar pengesahan DIKARANG agar naskah contoh ini utuh; tidak ada yang mengesahkan.",
    "Pembagian Biro koordinator dan Asisten DIKARANG sebagai gambaran; isilah dengan pembagian yang berlaku.",
    "Kode rekening mengikuti bentuk bagan akun; pemakaiannya pada setiap perangkat daerah DIKARANG.",
)

SATKER = (
    "kode_satker", "nama_satker", "jabatan_pimpinan", "jenis", "kode_induk", "biro_koordinator", "asisten", "blud",
    "nama_alias", "alamat", "telepon", "laman", "pos_el",
)  # fmt: skip
PERKIN = ("kode_satker", "target", "satuan", "target_tw1", "target_tw2", "target_tw3", "target_tw4")
PEJABAT = (
    "jabatan", "sebutan_jabatan", "nama", "gelar_depan", "gelar_belakang", "pangkat", "nip", "berlaku_sejak",
    "berlaku_sampai", "status", "sapaan",
)  # fmt: skip
BAYAR = (
    "Kode SKPD", "Nama SKPD", "Kode Rekening", "Nama Rekening", "Nilai Realisasi", "Nilai Setoran", "Nomor SP2D",
    "Tanggal SP2D", "Cara", "kode_paket",
)  # fmt: skip
INAPROC = (
    "No.", "Nama Instansi", "Nama Satuan Kerja", "Kode Paket", "Kode RUP", "Tahun Anggaran", "Sumber Transaksi",
    "Sumber Dana", "Nama Penyedia", "Nama PPK", "Metode Pengadaan", "Jenis Pengadaan", "Nama Paket", "Status Paket",
    "Tahapan Pengadaan", "Total Nilai (Rp)", "Nilai PDN (Rp)", "Nilai UMK (Rp)",
)  # fmt: skip
RUP = (
    "Nama Instansi", "Nama Satuan Kerja", "Tahun Anggaran", "Cara Pengadaan", "Metode Pengadaan", "Jenis Pengadaan",
    "Nama Paket", "Kode RUP", "Sumber Dana", "Produk Dalam Negeri", "Total Nilai (Rp)",
)  # fmt: skip


def build(target: Path) -> None:
    """Write the nine files of the folder."""
    reporting = reporting_units()
    below = units_below(reporting)
    booked = generate(reporting, below, SEED)
    _master(target / "00-master-dinas-ppkukm.xlsx", reporting, below)
    _pembayaran(target / "bpkd-realisasi-pembayaran.xlsx", booked.bayar)
    _realisasi(target / "bppbj-realisasi-inaproc.xlsx", booked.paket)
    write_csv(target / "bppbj-rup.csv", RUP, map(_rup_row, booked.rup), delimiter=";")
    kolom = ("kode_satker", "kode_rekening", "nama_rekening", "anggaran_perubahan")
    write_csv(target / "bpkd-anggaran.csv", kolom, _anggaran(booked))
    _penjelasan(target / "alasan-dan-kronologi.xlsx", reporting)
    _pemantauan(target / "perangkat-daerah-pemantauan.xlsx", booked, reporting)
    _pengawasan(target / "inspektorat-pengawasan.xlsx", reporting)
    _verifikasi(target / "dinas-ppkukm-verifikasi.xlsx", booked, reporting)


def _master(path: Path, reporting: Sequence[Satker], below: Sequence[Satker]) -> None:
    semua = [*reporting, sekretariat_daerah(), *below]
    sheets = (
        Sheet("Baca dahulu", (), (), above=BACA_DAHULU),
        Sheet("meta", ("kunci", "nilai"), _meta()),
        Sheet("sumber_data", ("berkas", "sumber", "pemilik", "data_per"), _sumber_data()),
        Sheet("naskah", ("dokumen", "kode_satker", "kunci", "nomor", "tanggal"), list(_naskah(reporting))),
        Sheet("pelaksanaan_jadwal", ("baris", "kode_satker", "tanggal", "bukti"), list(_pelaksanaan(reporting))),
        Sheet("satker", SATKER, [_satker_row(i, satker) for i, satker in enumerate(semua, start=1)]),
        Sheet("perkin", PERKIN, list(_perkin(reporting))),
        Sheet("pejabat", PEJABAT, list(_pejabat(reporting))),
        Sheet("pengesahan", ("tafsir", "oleh", "tanggal", "dasar"), _pengesahan()),
    )
    write_workbook(path, sheets)


def _meta() -> list[Row]:
    return [
        ("pemda", "Provinsi Daerah Khusus Ibukota Jakarta"),
        ("kd_klpd", "D69"),
        ("tahun_anggaran", "2024"),
        ("triwulan", "4"),
        ("tanggal_cutoff", CUTOFF),
        ("tahapan_apbd", "APBD Perubahan"),
    ]


def _pengesahan() -> list[Row]:
    """Invented approvals of the readings by which the letters hang; without them every letter stays a draft."""
    oleh, dasar = "Sekretaris Daerah selaku Ketua Tim (DIKARANG)", "Nota Dinas Nomor 000/CONTOH/2024 (DIKARANG)"
    return [(tafsir, oleh, date(2024, 12, 16), dasar) for tafsir in DISAHKAN]


def _sumber_data() -> list[Row]:
    bpkd, bppbj = "Badan Pengelolaan Keuangan Daerah", "Badan Pelayanan Pengadaan Barang/Jasa"
    return [
        ("00-master-dinas-ppkukm.xlsx", "Dinas PPKUKM", DINAS_PEMBINA, CUTOFF),
        ("bpkd-realisasi-pembayaran.xlsx", "BPKD", bpkd, CUTOFF),
        ("bpkd-anggaran.csv", "BPKD", bpkd, CUTOFF),
        ("bppbj-realisasi-inaproc.xlsx", "LKPP", bppbj, CUTOFF),
        ("bppbj-rup.csv", "BPPBJ", bppbj, CUTOFF),
        ("alasan-dan-kronologi.xlsx", "Perangkat Daerah", "Perangkat Daerah dan Biro Sekretariat Daerah", CUTOFF),
        (
            "perangkat-daerah-pemantauan.xlsx",
            "Perangkat Daerah",
            "Perangkat Daerah dan Biro Sekretariat Daerah",
            CUTOFF,
        ),
        ("inspektorat-pengawasan.xlsx", "Inspektorat", "Inspektorat", CUTOFF),
        ("dinas-ppkukm-verifikasi.xlsx", "LKPP Bigbox", DINAS_PEMBINA, CUTOFF),
    ]


def _naskah(reporting: Sequence[Satker]) -> Iterator[Row]:
    """What the offices have numbered so far: the berita acara, letters of two units, a Biro's, the Inspektorat's."""
    yield "berita_acara_verifikasi", None, None, "BA-Contoh-01/2024", date(2024, 12, 31)
    for nomor, satker in enumerate(satker for satker in reporting if satker.nama in SUDAH_MENJELASKAN):
        yield "surat_penjelasan", satker.kode, None, f"e-Contoh-{11 + nomor}/2024", date(2024, 12, 31)
    kode = {satker.nama: satker.kode for satker in reporting}
    yield "nota_biro", kode[MEMANTAU], None, "ND-Contoh-41/2024", date(2024, 12, 31)
    yield "permintaan_laporan", kode[DIMINTA], None, "e-Contoh-42/2024", date(2024, 12, 30)
    for nomor, jenis in enumerate(("reviu", "kepatuhan", "tindak_lanjut", "evaluasi"), start=51):
        yield f"laporan_{jenis}_apip", None, jenis, f"LAP-Contoh-{nomor}/2024", date(2024, 12, 27)


def _pelaksanaan(reporting: Sequence[Satker]) -> Iterator[Row]:
    """The schedule as far as somebody has recorded it: monitoring by each coordinating Biro, data, verification."""
    others = {satker.biro for satker in reporting if satker.biro != satker.kode}
    biro = [satker.kode for satker in reporting if satker.kode in others]
    for baris, hari in ((1, date(2024, 11, 29)), (2, date(2024, 12, 20))):
        for nomor, kode in enumerate(biro, start=1):
            yield baris, kode, hari, f"Notula Contoh-{baris}{nomor:02d}"
    yield 3, None, CUTOFF, "Tanda Terima Data Contoh-01"
    yield 4, None, date(2024, 12, 31), "Berita Acara Nomor BA-Contoh-01/2024"


def _satker_row(nomor: int, satker: Satker) -> Row:
    return (
        satker.kode,
        satker.nama,
        satker.jabatan_pimpinan,
        satker.jenis,
        satker.induk,
        satker.biro,
        satker.asisten,
        "ya" if satker.nama.startswith("Rumah Sakit") else "tidak",
        ALIAS.get(satker.nama),
        f"Jalan Contoh Nomor {nomor}",
        "(021) 000000",
        "contoh.example.go.id",
        f"contoh{nomor:02d}@example.go.id",
    )


def _perkin(reporting: Iterable[Satker]) -> Iterator[Row]:
    for satker in reporting:
        if satker.nama == TANPA_TARGET:
            continue
        target, satuan = TARGET_LAIN.get(satker.nama, (Decimal("80"), "persen"))
        langkah = (Decimal("20"), Decimal("40"), Decimal("60"), target) if satuan == "persen" else (None,) * 4
        yield satker.kode, target, satuan, *langkah


def _pejabat(reporting: Sequence[Satker]) -> Iterator[Row]:
    nomor = {satker.nama: i for i, satker in enumerate(reporting, start=1)}
    for satker in reporting:
        i = nomor[satker.nama]
        status = "plt" if satker.nama in PELAKSANA_TUGAS else "definitif"
        yield _pejabat_row(f"kepala_{satker.kode}", satker.jabatan_pimpinan, i, status)
    yield _pejabat_row("ketua_tim", "Sekretaris Daerah", len(reporting) + 1, "definitif", "Bapak")
    for i, asisten in enumerate((PEMERINTAHAN, EKONOMI, PEMBANGUNAN, KESRA), start=len(reporting) + 2):
        jabatan = f"asisten_{asisten.casefold().replace(' ', '_')}"
        yield _pejabat_row(jabatan, f"Asisten {asisten}", i, "definitif", "Ibu" if i % 2 else "Bapak")
    pembina = nomor[DINAS_PEMBINA]
    yield _pejabat_row("ketua_harian", reporting[pembina - 1].jabatan_pimpinan, pembina, "definitif")


def _pejabat_row(jabatan: str, sebutan: str, nomor: int, status: str, sapaan: str | None = None) -> Row:
    depan = "Dr." if nomor % 9 == 0 else None
    belakang = ("S.E., M.M.", "S.T., M.T.", "S.H.", None)[nomor % 4]
    nip = f"00000000 000000 0 {nomor:03d}"
    nama = f"Nama Pejabat {nomor:02d}"
    return jabatan, sebutan, nama, depan, belakang, "Pembina Utama Muda", nip, date(2024, 1, 2), None, status, sapaan


def _pembayaran(path: Path, bayar: Sequence[Pembayaran]) -> None:
    above = (
        "LAPORAN REALISASI PEMBAYARAN BELANJA (CONTOH, NILAI DIKARANG)",
        "Badan Pengelolaan Keuangan Daerah - 1 Januari 2024 sampai dengan 31 Desember 2024",
    )
    rows = [_bayar_row(i, row) for i, row in enumerate(bayar, start=1)]
    write_workbook(path, [Sheet("Laporan Realisasi", BAYAR, rows, above)])


def _bayar_row(nomor: int, row: Pembayaran) -> Row:
    satker = row.satker
    return (
        satker.kode,
        satker.nama,
        row.rekening,
        row.nama_rekening,
        _rupiah(row.realisasi),
        _rupiah(row.setoran),
        f"{nomor:06d}/SP2D-CONTOH/2024",
        row.tanggal,
        row.cara,
        row.kode_paket,
    )


def _realisasi(path: Path, paket: Sequence[Paket]) -> None:
    rows = [_paket_row(i, row) for i, row in enumerate(paket, start=1)]
    write_workbook(path, [Sheet("Data Realisasi", INAPROC, rows)])


def _paket_row(nomor: int, row: Paket) -> Row:
    return (
        nomor,
        INSTANSI,
        _nama_di_kanal(row),
        row.kode,
        row.kode_rup,
        2024,
        row.kanal,
        row.sumber_dana,
        row.penyedia,
        None,
        row.metode,
        row.jenis,
        row.nama,
        row.status,
        None,
        None if row.total is None else _rupiah(row.total),
        None if row.pdn is None else _rupiah(row.pdn),
        None if row.umk is None else _rupiah(row.umk),
    )


def _nama_di_kanal(row: Paket) -> str:
    """The unit's name as the channel spells it: SPSE in capitals, the old catalogue by the short name."""
    if row.kanal == "E-Katalog Versi 5.0" and row.satker.nama in ALIAS:
        return ALIAS[row.satker.nama].split("; ")[0]
    return row.satker.nama.upper() if row.kanal in ("Tender", "Non Tender") else row.satker.nama


def _rup_row(row: Rencana) -> Row:
    return (
        INSTANSI,
        row.satker.nama,
        2024,
        row.cara,
        row.metode,
        row.jenis,
        row.nama,
        row.kode_rup,
        row.sumber_dana,
        row.pdn,
        row.sen // 100,
    )


def _anggaran(booked: Transaksi) -> Iterator[Row]:
    """A budget somewhat above what was paid, per unit and account, in whole million rupiah."""
    terbayar: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for row in booked.bayar:
        terbayar[row.satker.kode, row.rekening, row.nama_rekening] += row.realisasi - row.setoran
    for (kode, rekening, nama), sen in sorted(terbayar.items()):
        yield kode, rekening, nama, -(-sen * 108 // 10_000_000_000) * 1_000_000


def _penjelasan(path: Path, reporting: Iterable[Satker]) -> None:
    kode = {satker.nama: satker.kode for satker in reporting}
    kolom = ("kode_satker", "kategori", "alasan", "tindak_lanjut", "batas_waktu", "penanggung_jawab")
    sheets = (
        Sheet("alasan", kolom, list(alasan(kode))),
        Sheet("kronologi", ("kode_satker", "tanggal", "peristiwa", "bukti"), list(kronologi(kode))),
    )
    write_workbook(path, sheets)


def _pemantauan(path: Path, booked: Transaksi, reporting: Iterable[Satker]) -> None:
    by_name = {satker.nama: satker for satker in reporting}
    kode = {nama: satker.kode for nama, satker in by_name.items()}
    keadaan = ("kode_satker", "kode_rup", "status_kak", "status_spesifikasi_teknis", "status_bast", "keterangan")
    tugas = ("kode_satker", "ketentuan", "keadaan", "uraian", "bukti", "kendala", "tindak_lanjut")
    sheets = (
        Sheet("paket_besar", keadaan, list(paket_besar(booked.rup, by_name))),
        Sheet("pelaksanaan_instruksi", tugas, list(pelaksanaan(kode))),
    )
    write_workbook(path, sheets)


def _pengawasan(path: Path, reporting: Iterable[Satker]) -> None:
    kode = {satker.nama: satker.kode for satker in reporting}
    tugas = ("nomor_tugas", "tanggal_tugas", "cara", "ukuran_kepatuhan", "uji_tkdn", "simpulan")
    saran = ("saran_tata_kelola", "saran_risiko", "saran_kepatuhan", "rekomendasi")
    kondisi = ("kondisi", "kriteria", "sebab", "akibat", "tingkat_kepatuhan", *saran)
    lanjut = ("sumber", "nomor_laporan", "rekomendasi", "batas_waktu", "status", "tanggal_selesai")
    laporan = ("nomor_laporan", "tanggal_laporan", "hal")
    sheets = (
        Sheet("pengawasan", ("jenis_pengawasan", "unit", *tugas), list(pengawasan(kode))),
        Sheet("temuan_apip", ("jenis_pengawasan", "kode_satker", *kondisi, *laporan), list(temuan(kode))),
        Sheet("tindak_lanjut", ("kode_satker", *lanjut), list(tindak_lanjut(kode))),
    )
    write_workbook(path, sheets)


def _verifikasi(path: Path, booked: Transaksi, reporting: Sequence[Satker]) -> None:
    angka = ("kode_satker", "nilai_pdn", "nilai_belanja", "tanggal_unduh")
    hasil = ("kode_satker", "hasil", "uraian", "tindak_lanjut")
    sheets = (
        Sheet("bigbox", angka, list(bigbox(booked.paket, reporting))),
        Sheet("verifikasi_unit", hasil, list(verifikasi(reporting))),
    )
    write_workbook(path, sheets)


def _rupiah(sen: int) -> Decimal:
    return Decimal(sen) / 100


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_TARGET)
