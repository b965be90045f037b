"""Exports in the tables' own captions: the realisation export old and new, the RUP export, the payments report."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from .folders import HERE, errors, reading, told

NEW = (
    "No.,Nama Instansi,Nama Satuan Kerja,Kode Paket,Kode RUP,Tahun Anggaran,Sumber Transaksi,Sumber Dana,Nama Penyedia,"
    "Nama PPK,Metode Pengadaan,Jenis Pengadaan,Nama Paket,Status Paket,Tahapan Pengadaan,Total Nilai (Rp),"
    "Nilai PDN (Rp),Nilai UMK (Rp)"
)
NEW_ROW = (
    '1,Kab. Bandung,DINAS PENDIDIKAN,10050366000,60832782.0,2025,Tender,APBD,CV Contoh,A,Tender,Barang,Meja,SELESAI,'
    'Kontrak,"1.250.000,50","1.000.000,00",0'
)  # fmt: skip
OLD = (
    "No.,Nama Instansi,Nama Satuan Kerja,Kode Paket,Kode RUP,Tahun Anggaran,Sumber Transaksi,Sumber Dana,Nama Penyedia,"
    "Metode Pengadaan,Jenis Pengadaan,Nama Paket,Status Paket,Total Nilai (Rp),Nilai PDN (Rp)"
)
OLD_ROW = (
    "1,Kab. Bandung,DINAS PENDIDIKAN,1005,,2025,Tender,APBD,CV Contoh,Tender,Barang,Meja,SELESAI,1250000.50,1000000"
)
RUP = (
    "Nama Instansi,Nama Satuan Kerja,Tahun Anggaran,Cara Pengadaan,Metode Pengadaan,Jenis Pengadaan,Nama Paket,"
    "Kode RUP,Sumber Dana,Produk Dalam Negeri,Total Nilai (Rp)"
)
SIPD = (HERE / "data" / "laporan-realisasi-judul.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(("header", "row"), [(NEW, NEW_ROW), (OLD, OLD_ROW)])
@pytest.mark.parametrize(("name", "encoding"), [("realisasi.csv", "cp1252"), ("unduhan.csv", "utf-8-sig")])
def test_realisation_exports_are_read_alike(tmp_path: Path, header: str, row: str, name: str, encoding: str) -> None:
    with reading(tmp_path, {name: f"{header}\n{row}\n".encode(encoding)}) as inputs:
        (found,) = inputs.tables.rows("realisasi_inaproc")
        assert (found["total_nilai"], found["nilai_pdn"]) == (Decimal("1250000.50"), Decimal(1000000))
        assert (found["kode_satker"], found["kode_rup"]) in {
            ("1.01.0.00.0.00.01.0000", "60832782"),
            ("1.01.0.00.0.00.01.0000", None),
        }
        assert errors(inputs) == []
        assert told(inputs, "kolom-tidak-dikenal") == []


def test_rup_export(tmp_path: Path) -> None:
    row = "Kab. Bandung,Dinas Kesehatan,2025,Penyedia,E-Purchasing,Barang,Obat,55940376,APBD,PDN,1250000"
    with reading(tmp_path, {"unduhan.csv": f"{RUP}\n{row}\n"}) as inputs:
        (found,) = inputs.tables.rows("rup")
        assert (found["kode_satker"], found["total_nilai"]) == ("1.02.0.00.0.00.02.0000", Decimal(1250000))
        assert errors(inputs) == []


def sipd(path: Path, *rows: dict[str, str]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Laporan Realisasi"
    sheet.append(["No", *SIPD])
    for number, row in enumerate(rows, start=1):
        sheet.append([str(number), *(row.get(name, "null") for name in SIPD)])
    book.save(path)
    return path.read_bytes()


ROW = {
    "Kode SKPD": "1.01.0.00.0.00.01.0000",
    "Nama SKPD": "DINAS PENDIDIKAN",
    "Kode Rekening": "5.1.02.01.001.00024",
    "Nama Rekening": "Belanja Alat Tulis Kantor",
    "Nilai Realisasi": "1.234.567,00",
    "Nilai Setoran": "0,00",
    "Nomor SP2D": "32.04/04.0/000123/LS/2025",
    "Tanggal SP2D": "12 Januari 2025",
}


def test_payments_report_of_45_text_columns(tmp_path: Path) -> None:
    assert len(SIPD) == 45
    book = sipd(tmp_path / "bayar.xlsx", ROW, {**ROW, "Nilai Setoran": "null", "Tanggal SP2D": "2 Februari 2025"})
    with reading(tmp_path, {"bayar.xlsx": book}) as inputs:
        rows = inputs.tables.rows("realisasi_bayar")
        assert [(r["nilai_realisasi"], r["nilai_setoran"], str(r["tanggal_sp2d"])) for r in rows] == [
            (Decimal(1234567), Decimal(0), "2025-01-12"),
            (Decimal(1234567), None, "2025-02-02"),
        ]
        assert {r["kode_rekening"] for r in rows} == {"5.1.02.01.01.0024"}
        assert errors(inputs) == []
        assert told(inputs, "kolom-tidak-dikenal") == []


def test_a_payment_without_its_date_is_found_at_its_cell(tmp_path: Path) -> None:
    book = sipd(tmp_path / "bayar.xlsx", ROW, {**ROW, "Tanggal SP2D": "null"})
    with reading(tmp_path, {"bayar.xlsx": book}) as inputs:
        assert errors(inputs) == ["galat wajib-diisi bayar.xlsx, Laporan Realisasi!AR3, kolom Tanggal SP2D"]


def test_two_captions_that_fit_do_not_make_a_wide_sheet_ours(tmp_path: Path) -> None:
    header = "kode_satker,kode_rup,a,b,c,d,e,f,g,h"
    with reading(tmp_path, {"lain.csv": f"{header}\n1,2,3,4,5,6,7,8,9,10\n"}) as inputs:
        assert inputs.tables.present == {"meta", "satker"}
        assert len(told(inputs, "lembar-mirip-tabel")) == 1


def test_the_required_captions_of_a_table_suffice_in_a_wide_sheet(tmp_path: Path) -> None:
    header = "Kode SKPD;Kode Rekening;Nilai Realisasi;Tanggal SP2D;" + ";".join(
        f"lain {number}" for number in range(40)
    )
    row = "1.01.0.00.0.00.01.0000;5.1.02;1.000;12 Januari 2025"
    with reading(tmp_path, {"bpkd.csv": f"{header}\n{row}\n"}) as inputs:
        assert len(inputs.tables.rows("realisasi_bayar")) == 1
