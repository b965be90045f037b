"""Recaps, registers and budgets of other systems: what feeds a table, what is told aside, and what repeats."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from .folders import asked, errors, reading, told

UNIT = "1.01.0.00.0.00.01.0000"
RAK = ["Tahun", "Daerah", "Kode SKPD", "Nama SKPD", "Kode Sub Kegiatan", "Kode Akun", "Nama Akun", "Nilai Rincian",
       "Total RAK", "bulan1"]  # fmt: skip
NONTENDER: dict[str, Any] = {
    "tahun_anggaran": 2025, "kd_satker_str": UNIT, "nama_satker": "DINAS PENDIDIKAN", "kd_nontender": 10050366000,
    "kd_rup": 55940376, "nama_paket": "Meja", "nilai_kontrak": 100, "nilai_pdn_kontrak": 80,
    "status_nontender": "Selesai",
}  # fmt: skip
MASTER = {"kd_satker": 1, "kd_satker_str": UNIT, "nama_satker": "Dinas Pendidikan", "ket_satker": "Satker/OPD Non-BLU"}


def book(**sheets: Sequence[Sequence[Any]]) -> bytes:
    made, out = openpyxl.Workbook(), io.BytesIO()
    del made["Sheet"]
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append([*row])
    made.save(out)
    return out.getvalue()


def rak(code: str, amount: object, unit: str = UNIT) -> list[Any]:
    return ["2025", "1", unit, "Dinas Pendidikan", "1.01.01.2.01.01", code, "Belanja", amount, 99, 5]


def test_a_cash_budget_is_added_up_by_unit_and_account_within_its_sheets_and_across_them(tmp_path: Path) -> None:
    title: list[list[Any]] = [["ANGGARAN KAS TAHUN 2025"], [], RAK]
    total: list[Any] = [None] * 7 + [150.5, 198, 10]
    one = [*title, total, rak("5.1.02.01.01.0024", 100), rak("5.1.02.01.01.0024", 50.5)]
    two = [*title, rak("5.1.02.01.01.0024", 7), rak("5.2.02.05.01.0001", 9)]
    with reading(tmp_path, {"rak.xlsx": book(satu=one, dua=two)}) as inputs:
        found = [(row["kode_rekening"], row["anggaran_perubahan"]) for row in inputs.tables.rows("anggaran")]
        assert found == [
            ("5.1.02.01.01.0024", Decimal("150.5")),
            ("5.1.02.01.01.0024", Decimal(7)),
            ("5.2.02.05.01.0001", Decimal(9)),
        ]
        assert told(inputs, "baris-jumlah-dilewati") != []
        assert errors(inputs) == []


def test_a_cash_budget_sent_twice_is_a_double(tmp_path: Path) -> None:
    data = {
        f"{name}.xlsx": book(satu=[RAK, rak("5.1.02.01.01.0024", amount)])
        for name, amount in (("murni", 5), ("perubahan", 6))
    }
    with reading(tmp_path, data) as inputs:
        assert len(told(inputs, "baris-kembar")) == 2


def test_a_report_in_three_rows_of_captions_says_what_to_ask_for_instead(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["REKAPITULASI BELANJA"],
        ["Kode", None, "Uraian", "Kelompok Belanja", None, None, None],
        [None, None, None, "Operasi", None, "Modal", None],
        [None, None, None, "Anggaran", "Realisasi", "Anggaran", "Realisasi"],
        ["1.02", UNIT, "Dinas Pendidikan", 10, 5, 3, 1],
    ]
    with reading(tmp_path, {"lra.xlsx": book(lra=rows)}) as inputs:
        (found,) = asked(inputs)
        assert found.startswith("Mintalah Laporan Realisasi SIPD")
        assert errors(inputs) == []


LRA: list[list[list[Any]]] = [
    [
        ["TAHUN 2024"],
        ["Kode", "Uraian", "Anggaran 2024", "Realisasi 2024", "%"],
        ["5.1.02", "Barang", 9, 8, 88],
    ],
    [
        ["No. Urut", "Uraian", "Jumlah (Rp)", None, "Bertambah/(Berkurang)"],
        [None, None, "Anggaran", "Realisasi", "Rp"],
        ["5.1.02", "Barang", 9, 8, 1],
    ],
    [["Kode", "Uraian", "Anggaran (Rp)", "Realisasi (Rp)", "Sisa"], ["5.1.02", "Barang", 9, 8, 1]],
    [["Kode Akun", "Nama Rekening", "Pagu", "Realisasi s.d. Periode Ini", "Sisa"], ["5.1.02", "Barang", 9, 8, 1]],
    [["Kode SKPD", "Nama SKPD", "Anggaran", "Realisasi", "%"], [UNIT, "Dinas Pendidikan", 9, 8, 88]],
]


@pytest.mark.parametrize("rows", LRA, ids=["tahun", "dua-baris", "rp", "pagu", "per-skpd"])
def test_every_shape_of_a_budget_report_says_what_to_ask_for(tmp_path: Path, rows: list[list[Any]]) -> None:
    with reading(tmp_path, {"lra.xlsx": book(Sheet1=rows)}) as inputs:
        (found,) = asked(inputs)
        assert found.startswith("Mintalah Laporan Realisasi SIPD")
        assert inputs.tables.present.isdisjoint({"realisasi_bayar", "anggaran", "struktur_anggaran"})


def test_payments_and_budgets_with_their_units_are_no_budget_report(tmp_path: Path) -> None:
    paid: list[list[Any]] = [
        ["Kode SKPD", "Kode Rekening", "Uraian", "Anggaran", "Nilai Realisasi", "Nomor SP2D", "Tanggal SP2D"],
        [UNIT, "5.1.02.01.01.0024", "Alat tulis", 9, 8, "SP2D-1", "2024-05-01"],
    ]
    with reading(tmp_path, {"bayar.xlsx": book(Sheet1=paid)}) as inputs:
        assert asked(inputs) == []
        assert [row["nilai_realisasi"] for row in inputs.tables.rows("realisasi_bayar")] == [Decimal(8)]


def test_captions_under_a_wide_one_are_read(tmp_path: Path) -> None:
    """`Nilai` stands over `Total Nilai` and `Nilai PDN`; all that is required stands in the row above."""
    names = ["Nama Satuan Kerja", "Kode Paket", "Tahun Anggaran", "Sumber Transaksi", "Status Paket"]
    rows: list[list[Any]] = [[*names, "Nilai", None], [*[None] * 5, "Total Nilai", "Nilai PDN"],
            ["Dinas Pendidikan", "P-1", 2025, "Tender", "SELESAI", 60, 55]]  # fmt: skip
    with reading(tmp_path, {"realisasi_inaproc.xlsx": book(Sheet1=rows)}) as inputs:
        (row,) = inputs.tables.rows("realisasi_inaproc")
        assert (row["total_nilai"], row["nilai_pdn"], row["_baris"]) == (Decimal(60), Decimal(55), 3)


def test_a_recap_of_the_rup_gives_the_budget_of_units_known_by_name(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Satuan Kerja", "Pagu Program", "Pagu Pengadaan", "RUP Penyedia", "Total RUP Terumumkan"],
        ["Dinas Pendidikan", 100, 80, 40, 40],
        ["DINAS KESEHATAN", 50, 20, 40, 40],
        ["Total", 150, 100, 80, 80],
    ]
    with reading(tmp_path, {"rekap.xlsx": book(Sheet1=rows)}) as inputs:
        found = [(r["kode_satker"], r["belanja_pengadaan"]) for r in inputs.tables.rows("struktur_anggaran")]
        assert found == [(UNIT, Decimal(80)), ("1.02.0.00.0.00.02.0000", Decimal(20))]
        assert errors(inputs) == []


def test_programmes_are_no_packages(tmp_path: Path) -> None:
    records = [{"kd_program": 1, "nama_program": "PROGRAM", "pagu_program": 5, "kd_satker": 2, "tahun_anggaran": 2025}]
    with reading(tmp_path, {"program.json": records}) as inputs:
        (found,) = asked(inputs)
        assert "RUP-StrukturAnggaranPD" in found


def test_a_package_repeated_for_every_contract_counts_once_and_a_difference_is_told(tmp_path: Path) -> None:
    records = [
        {**NONTENDER, "kontrak_id": 1},
        {**NONTENDER, "kontrak_id": 2},
        {**NONTENDER, "kontrak_id": 3, "nilai_kontrak": 120},
        {**NONTENDER, "kontrak_id": 4, "kd_nontender": 2},
    ]
    with reading(tmp_path, {"non.json": records}) as inputs:
        rows = inputs.tables.rows("realisasi_inaproc")
        assert [(row["kode_paket"], row["total_nilai"]) for row in rows] == [("10050366000", 100), ("2", 100)]
        (found,) = told(inputs, "isi-berulang-berbeda")
        assert found.startswith("non.json, rekaman 3, kolom nilai_kontrak: Kode paket yang berulang")
        assert "100 pada baris yang pertama dan 120 di sini" in found
        assert len(told(inputs, "baris-disatukan")) == 1


def test_units_of_other_years_are_left_out_before_anything_rests_on_them(tmp_path: Path) -> None:
    years = ["2023, 2024, 2025", "{2013,2014}", "2017-2022", "2020-2030", "", "semua"]
    codes = [UNIT, UNIT, *(f"1.0{number}.0.00.0.00.0{number}.0000" for number in range(2, 6))]
    records = [
        {**MASTER, "kd_satker_str": code, "nama_satker": f"Dinas {number}", "tahun_aktif": text}
        for number, (code, text) in enumerate(zip(codes, years, strict=True))
    ]
    head = "kode_satker;nama_satker;jenis\n01;PDAM;bukan_pemda\n"
    with reading(tmp_path, {"RUP-MasterSatker.json": records}, satker=head) as inputs:
        names = [row["nama_satker"] for row in inputs.tables.rows("satker")]
        assert names == ["Dinas 0", "Dinas 3", "Dinas 4", "Dinas 5", "PDAM"]
        (found,) = told(inputs, "baris-tahun-lain")
        assert "2 baris tidak dipakai karena tahunnya tidak mencakup 2025: Dinas 1, Dinas 2." in found
        assert told(inputs, "baris-kembar") == []
        assert sum(source.jumlah_baris for source in inputs.tables.sources if source.tabel == "satker") == 5


def test_a_field_stands_in_for_another_cell_by_cell(tmp_path: Path) -> None:
    base = {"no_paket": "P", "kd_komoditas": 9, "tahun_anggaran": 2025, "paket_status_str": "Paket Selesai"}
    records = [
        {**base, "kd_paket": 11, "nama_satker": None, "satker_id": 1001, "kd_satker_str": UNIT, "total_harga": 100},
        {**base, "kd_paket": 12, "nama_satker": "", "satker_id": 60414, "kd_satker_str": None, "total_harga": 200},
        {
            **base,
            "kd_paket": 13,
            "nama_satker": "Dinas Pendidikan",
            "satker_id": 7,
            "kd_satker_str": "",
            "total_harga": 3,
        },
        {**base, "kd_paket": 14, "nama_satker": "", "satker_id": None, "kd_satker_str": "", "total_harga": 4},
    ]
    with reading(tmp_path, {"ekat.json": records}) as inputs:
        rows = inputs.tables.rows("realisasi_inaproc")
        assert [row["kode_satker"] for row in rows] == [UNIT, "1.02.0.00.0.00.02.0000", UNIT, None]
        assert [line for line in errors(inputs) if "wajib-diisi" in line] == [
            "galat wajib-diisi ekat.json, rekaman 4, kolom nama_satker"
        ]


def test_the_code_of_a_unit_is_found_by_its_name_where_the_column_is_absent_or_a_cell_blank(tmp_path: Path) -> None:
    without = "Nama SKPD;Kode Rekening;Nilai Realisasi;Nomor SP2D;Tanggal SP2D\nDinas Pendidikan;5.1.02;1;A;2025-3-4\n"
    blank = without.replace("Nama SKPD", "Kode SKPD;Satuan Kerja").replace("Dinas P", ";Dinas P").replace(";A;", ";B;")
    neither = f"{blank};;5.1.02;7;C;2025-03-05\n"
    with reading(tmp_path, {"a.csv": without, "b.csv": neither}) as inputs:
        rows = inputs.tables.rows("realisasi_bayar")
        assert [row["kode_satker"] for row in rows] == [UNIT, UNIT, None]
        assert [line for line in errors(inputs) if "kode" in line or "wajib" in line] == [
            "galat wajib-diisi b.csv, A3, kolom Kode SKPD"
        ]
