"""Faults only a workbook can have, through the whole pipeline: found at the cell, and nothing written for the unit."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import openpyxl
import pytest

from p3dn_reports import pipeline
from p3dn_reports.pipeline import BuildResult
from tests.pipeline.folders import BASE, INTERNAL, workspace

COLUMNS = {"kode_satker": "A", "kode_rekening": "C", "nilai_realisasi": "E", "tanggal_sp2d": "H"}
OTHER_LETTER = "nota-penjelasan/4.01.0.00.0.00.01.0001.docx"
OWN_LETTER = "surat-penjelasan/1.01.0.00.0.00.01.0000.docx"


def built_with(cell: str, value: str | float, tmp_path: Path) -> BuildResult:
    """The base quarter, payments as a workbook (two title rows above), with one cell changed."""
    folder = tmp_path / "in"
    shutil.copytree(BASE, folder)
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Laporan Realisasi"
    sheet.append(["LAPORAN REALISASI"])
    sheet.append(["Tahun Anggaran 2024"])
    with (BASE / "realisasi_bayar.csv").open(encoding="utf-8") as stream:
        for number, row in enumerate(csv.reader(stream, delimiter=";")):
            sheet.append(row if number == 0 else [*row[:4], float(row[4]), float(row[5]), *row[6:]])
    sheet[cell] = value
    (folder / "realisasi_bayar.csv").unlink()
    book.save(folder / "bpkd.xlsx")
    return pipeline.build(workspace(tmp_path / "out"), folder)


@pytest.mark.parametrize(
    ("cell", "value", "kode"),
    [
        ("E4", "=1+1", "rumus-belum-dihitung"),
        ("E4", "1,234.50", "titik-desimal"),
        ("E4", "seratus", "bukan-angka"),
        ("C4", 5.1, "kode-sebagai-angka"),
        ("H4", "31-12-24", "tahun-dua-angka"),
    ],
)
def test_a_fault_is_found_at_its_cell_and_withholds_its_unit(
    cell: str, value: str | float, kode: str, tmp_path: Path
) -> None:
    result = built_with(cell, value, tmp_path)
    found = [one for one in result.problems if one.tingkat == "galat"]
    assert [(one.lokasi.berkas, one.lokasi.lembar, one.lokasi.sel) for one in found] == [
        ("bpkd.xlsx", "Laporan Realisasi", cell)
    ], found
    assert found[0].kode == kode
    assert found[0].saran
    standing = {record.berkas: record.status for record in result.dokumen}
    assert standing[OWN_LETTER] == "ditahan"
    assert standing[OTHER_LETTER] == "lengkap"
    assert standing["laporan-capaian.docx"] == "konsep"


def test_a_text_amount_in_indonesian_form_is_read_and_noted_at_its_cell(tmp_path: Path) -> None:
    result = built_with("E4", "60.000.000,00", tmp_path)
    noted = [one for one in result.problems if one.lokasi.sel == "E4"]
    assert [(one.kode, str(one.tingkat)) for one in noted] == [("jumlah-sebagai-teks", "catatan")]
    assert {record.berkas: record.status for record in result.dokumen}[OWN_LETTER] == "lengkap"


def test_an_unlisted_unit_below_a_known_one_is_rolled_up_and_said(tmp_path: Path) -> None:
    result = built_with("A4", "1.01.0.00.0.00.01.0009", tmp_path)
    assert [one.kode for one in result.problems if "1.01.0.00.0.00.01.0009" in one.pesan] == ["satker-digabung"]
    unchanged = built_with("A4", "1.01.0.00.0.00.01.0000", tmp_path / "lain")
    assert [(one.berkas, one.status) for one in result.dokumen] == [
        (one.berkas, one.status) for one in unchanged.dokumen
    ]


def test_a_unit_nobody_knows_withholds_those_whose_status_its_row_could_change(tmp_path: Path) -> None:
    result = built_with("A4", "9.99.0.00.0.00.99.0000", tmp_path)
    found = [one for one in result.problems if one.tingkat == "galat"]
    assert [(one.kode, one.lokasi.sel) for one in found] == [("kode-satker-tidak-dikenal", "A4")]
    assert {record.status for record in result.dokumen if record.id == "surat_penjelasan"} == {"ditahan"}
    regional = {record.status for record in result.dokumen if record.unit is None and record.id not in INTERNAL}
    assert regional == {"konsep"}
