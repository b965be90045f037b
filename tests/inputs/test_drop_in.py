"""Workbooks as offices send them: what a spreadsheet program adds around the data neither hides nor changes any."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from p3dn_reports.inputs.folder import Inputs, read_inputs
from tests.inputs.cases import CASES, SCHEMAS, build

UNIT = "1.01.0.00.0.00.01.0000"
HEAD = ("Kode SKPD", "Kode Rekening", "Nilai Realisasi", "Tanggal SP2D")
ROWS = [[UNIT, "5.1.02.01.01.0024", amount, dt.date(2024, 5, 2)] for amount in (1000000, 2500000.5, 0.1 + 0.2)]
AMOUNTS = [Decimal("1000000.00"), Decimal("2500000.50"), Decimal("0.30")]
TEXT = "\r\n".join("\t".join(row) for row in [HEAD, (UNIT, "5.1.02.01.01.0024", "1.000.000,50", "31 Mei 2024")])


def read(folder: Path) -> Inputs:
    build(CASES / "bersih", folder)
    (folder / "bayar.csv").unlink()
    return read_inputs(folder, SCHEMAS)


def told(inputs: Inputs, name: str) -> list[str]:
    found = (problem for problem in inputs.problems if problem.lokasi.berkas == name)
    return [f"{problem.kode} {problem.lokasi.sel or ''}".strip() for problem in found]


def amounts(inputs: Inputs) -> list[Decimal]:
    return [row["nilai_realisasi"] for row in inputs.tables.rows("realisasi_bayar")]


def filtered(sheet: Worksheet) -> None:
    sheet.auto_filter.ref = "A1:D4"
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True


def formatted_far_below(sheet: Worksheet) -> None:
    sheet.cell(1_048_576, 4).number_format = "0.00"


def frozen_and_protected(sheet: Worksheet) -> None:
    sheet.freeze_panes = "A2"
    sheet.protection.sheet = True


def blanks_below(sheet: Worksheet) -> None:
    for row in range(5, 60):
        sheet.cell(row, 1).value = "  "


def moved_down_and_right(sheet: Worksheet) -> None:
    sheet.insert_rows(1, 7)
    sheet.insert_cols(1, 3)


def captions_in_merged_cells(sheet: Worksheet) -> None:
    sheet.insert_rows(1)
    for column in "ABCD":
        sheet[f"{column}1"], sheet[f"{column}2"] = sheet[f"{column}2"].value, None
        sheet.merge_cells(f"{column}1:{column}2")


def titled_by_a_merged_cell(sheet: Worksheet) -> None:
    sheet.insert_rows(1, 2)
    sheet["A1"] = "LAPORAN REALISASI"
    sheet.merge_cells("A1:D1")


def grouped(sheet: Worksheet) -> None:
    sheet.row_dimensions.group(2, 4, outline_level=1, hidden=True)


def with_extra_columns_in_another_order(sheet: Worksheet) -> None:
    sheet.move_range("A1:A4", cols=6)
    sheet["F1"], sheet["F2"] = "Keterangan", "lunas"


@pytest.mark.parametrize(
    ("change", "remarks"),
    [
        (filtered, []),
        (formatted_far_below, []),
        (frozen_and_protected, []),
        (blanks_below, []),
        (moved_down_and_right, []),
        (captions_in_merged_cells, []),
        (titled_by_a_merged_cell, []),
        (grouped, []),
        (with_extra_columns_in_another_order, ["kolom-tidak-dikenal"]),
    ],
)
def test_nothing_of_a_sheet_s_dress_touches_its_data(
    tmp_path: Path, change: Callable[[Worksheet], None], remarks: list[str]
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [HEAD, *ROWS]:
        sheet.append([*row])
    change(sheet)
    book.save(tmp_path / "kiriman.xlsx")
    with read(tmp_path) as inputs:
        assert amounts(inputs) == AMOUNTS
        assert told(inputs, "kiriman.xlsx") == remarks


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("kiriman.txt", TEXT.encode("utf-16")),
        ("kiriman.csv", TEXT.encode("utf-16-be").join([b"\xfe\xff", b""])),
        ("kiriman.tsv", TEXT.encode("utf-8-sig")),
        ("kiriman.xls", TEXT.encode("cp1252")),
        ("kiriman.csv", ("sep=;\r\n" + TEXT.replace("\t", ";")).encode()),
        ("kiriman.csv", ("LAPORAN;;;\n;;;\n" + TEXT.replace("\t", ";") + "\n;;;\n;;;\n").encode()),
        ("kiriman.csv", ('"' + TEXT.replace("\t", '","').replace("\r\n", '"\r\n"') + '"\r\n').encode()),
        ("kiriman.html", ("<table><tr><td>" + TEXT.replace("\t", "<td>").replace("\r\n", "<tr><td>")).encode()),
        ("kiriman.csv", TEXT.replace("\t", ";").replace("5.1.02.01.01.0024", '="5.1.02.01.01.0024"').encode()),
    ],
)
def test_texts_of_every_dialect_say_the_same(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with read(tmp_path) as inputs:
        assert amounts(inputs) == [Decimal("1000000.50")]
        assert set(told(inputs, name)) <= {"ekspor-terbaca", "penanda-teks-dilepas"}


@pytest.mark.parametrize(
    ("text", "kode"),
    [
        ("31 Mei 2024", None),
        ("31/05/2024", None),
        ("31-05-2024", None),
        ("2024-05-31", None),
        ("31-Mei-2024", None),
        ("Jumat, 31 Mei 2024", None),
        ("31.05.2024 10:15:00", None),
        ("31-Mei-24", "tahun-dua-angka"),
        ("05/31/2024", "bukan-tanggal"),
        ("45443", "bukan-tanggal"),
        (45443, "tanggal-sebagai-angka"),
        (dt.datetime(2024, 5, 31, 10, 15), None),  # noqa: DTZ001 (a cell of Excel has no zone)
    ],
)
def test_dates_as_they_are_written(tmp_path: Path, text: object, kode: str | None) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([*HEAD])
    sheet.append([UNIT, "5.1.02", 1, text])
    book.save(tmp_path / "kiriman.xlsx")
    with read(tmp_path) as inputs:
        (found,) = inputs.tables.rows("realisasi_bayar")
        assert found["tanggal_sp2d"] == (None if kode else dt.date(2024, 5, 31))
        assert told(inputs, "kiriman.xlsx") == ([f"{kode} D2"] if kode else [])


def test_files_in_a_folder_within_are_named(tmp_path: Path) -> None:
    (tmp_path / "Dinas Kesehatan").mkdir()
    (tmp_path / "Dinas Kesehatan" / "bayar.xlsx").write_bytes(b"")
    (tmp_path / "Dinas Kesehatan" / "~$bayar.xlsx").write_bytes(b"")
    (tmp_path / ".p3dn-cache").mkdir()
    (tmp_path / ".p3dn-cache" / "a.csv").write_bytes(b"")
    (tmp_path / "kosong").mkdir()
    with read(tmp_path) as inputs:
        found = [problem.pesan for problem in inputs.problems if problem.kode == "folder-di-dalam"]
    assert found == ["Folder Dinas Kesehatan di dalam folder masukan memuat 1 berkas yang tidak dibaca."]


def rewritten(path: Path, change: Callable[[str, bytes], tuple[str, bytes]]) -> None:
    """The same workbook with each part's name and bytes as `change` makes them."""
    with zipfile.ZipFile(path) as package:
        parts = [change(part.filename, package.read(part)) for part in package.infolist()]
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts:
            package.writestr(zipfile.ZipInfo(name), data)


def with_backslashes(name: str, data: bytes) -> tuple[str, bytes]:
    return name.replace("/", "\\"), data


def without_columns_in_its_dimension(name: str, data: bytes) -> tuple[str, bytes]:
    return name, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="1:49"', data)


def without_a_dimension_worth_the_name(name: str, data: bytes) -> tuple[str, bytes]:
    return name, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref=""', data)


@pytest.mark.parametrize(
    "change", [with_backslashes, without_columns_in_its_dimension, without_a_dimension_worth_the_name]
)
def test_workbooks_of_careless_programs_are_read(
    tmp_path: Path, change: Callable[[str, bytes], tuple[str, bytes]]
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [HEAD, *ROWS]:
        sheet.append([*row])
    book.save(tmp_path / "kiriman.xlsx")
    rewritten(tmp_path / "kiriman.xlsx", change)
    with read(tmp_path) as inputs:
        assert amounts(inputs) == AMOUNTS
        assert told(inputs, "kiriman.xlsx") == []


def test_the_hint_counts_from_the_workbook_s_own_epoch(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.append([*HEAD])
    sheet.append([UNIT, "5.1.02", 1, 44258])
    sheet.append([UNIT, "5.1.02", 1, dt.date(2024, 5, 2)])
    book.save(tmp_path / "kiriman.xlsx")
    with read(tmp_path) as inputs:
        (found,) = [problem.pesan for problem in inputs.problems if problem.lokasi.berkas == "kiriman.xlsx"]
        assert "mungkin tanggal 4 Maret 2025" in found
        assert inputs.tables.rows("realisasi_bayar")[1]["tanggal_sp2d"] == dt.date(2024, 5, 2)


@pytest.mark.parametrize(("stated", "remarks"), [(3500000.8, []), (3500000.9, ["jumlah-tidak-cocok C5"])])
def test_a_row_the_workbook_calls_a_total_is_one(tmp_path: Path, stated: float, remarks: list[str]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [HEAD, *ROWS, [None, None, stated, None]]:
        sheet.append([*row])
    table = Table(displayName="T1", ref="A1:D5", totalsRowCount=1)
    sheet.add_table(table)
    book.save(tmp_path / "kiriman.xlsx")
    with read(tmp_path) as inputs:
        assert amounts(inputs) == AMOUNTS
        assert told(inputs, "kiriman.xlsx") == ["baris-jumlah-dilewati", *remarks]
