from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from p3dn_reports.inputs.folder import read_inputs
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.outputs.cells import Number
from p3dn_reports.outputs.hasil import hasil_json
from p3dn_reports.outputs.workbook import hasil_xlsx
from p3dn_reports.problems import Location, Problem, Severity

from .assessments import assessment
from .builds import DOKUMEN

ROOT = Path(__file__).parents[2]
HOSTILE = Problem(
    "sel-keliru", Severity.GALAT, "=HYPERLINK()", "x" * 40_000, Location("a.xlsx", "S", "D14", 14), unit=("1.01",)
)


def workbook(*, penghargaan: bool = True) -> openpyxl.Workbook:
    hasil = hasil_json(assessment(penghargaan=penghargaan), DOKUMEN, [HOSTILE])
    return openpyxl.load_workbook(BytesIO(hasil_xlsx(hasil)))


def records(sheet: Worksheet) -> list[dict[str, Any]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_the_sheets() -> None:
    assert workbook().sheetnames == ["Capaian", "Rincian", "Penghargaan", "Naskah", "Temuan"]
    assert workbook(penghargaan=False).sheetnames == ["Capaian", "Rincian", "Naskah", "Temuan"]


def test_capaian_has_numbers_texts_and_the_whole_region_last() -> None:
    rows = records(workbook()["Capaian"])
    assert (rows[0]["Pembilang"], rows[0]["Penyebut"], rows[0]["Tercetak"]) == (959, 1200, "79,92%")
    assert rows[0]["Nilai (%)"] == pytest.approx(79.916666666667)
    assert (rows[0]["Target"], rows[0]["Target tercapai"]) == (85.5, "tidak")
    assert rows[-1]["Satuan kerja"] == "SELURUHNYA"
    assert len(rows) == 6


def test_what_cannot_be_computed_is_blank_with_the_reason() -> None:
    row = records(workbook()["Capaian"])[2]
    assert (row["Pembilang"], row["Nilai (%)"]) == (None, None)
    assert row["Keterangan"] == "ditahan: datanya belum dapat dipercaya; penyebut nol"


def test_a_number_never_shows_across_its_threshold() -> None:
    sheet = workbook()["Capaian"]
    assert sheet["M2"].number_format == "#,##0.00"
    assert sheet["M3"].number_format == "#,##0.000"


def test_figures_beyond_fifteen_digits_stand_beside_as_text() -> None:
    rows = records(workbook()["Capaian"])
    assert rows[3]["Angka pasti"] == "pembilang 123456789012345678.91; penyebut 123456789012345678.91"
    assert rows[4]["Angka pasti"] == "pembilang 1/3; penyebut 2/3"
    assert rows[0]["Angka pasti"] is None


@pytest.mark.parametrize(
    ("text", "lossy"),
    [
        ("999999999999999", False),
        ("1000000000000001", True),
        ("1/3", True),
        ("9999999999999.99", False),
        ("-0.1", False),
    ],
)
def test_which_numbers_excel_would_round(text: str, *, lossy: bool) -> None:
    assert Number(text).lossy is lossy


def test_hostile_text_never_becomes_a_formula() -> None:
    book = workbook()
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert records(book["Capaian"])[1]["Satuan kerja"] == "=Dinas & <Kesehatan>"
    assert len(records(book["Temuan"])[0]["Yang harus dilakukan"]) == 32_767


def test_awards_show_scores_and_what_is_wanting() -> None:
    first, second, empty = records(workbook()["Penghargaan"])
    assert (first["Nama"], first["Peringkat"], first["Penerima"]) == ("CV Satu", 1, "ya")
    assert (second["Nilai akhir"], second["Keterangan"]) == (None, "nilai mutu belum diisi")
    assert (empty["Kategori"], empty["Keterangan"]) == ("Usaha menengah", "kurang dari tiga calon")


def test_documents_and_their_dates() -> None:
    (row,) = records(workbook()["Naskah"])
    assert (row["Naskah"], row["Status"], row["Sebab"]) == ("Surat penjelasan capaian", "konsep", "alasan belum diisi")
    assert f"{row['Jatuh tempo']:%Y-%m-%d}" == "2024-12-31"


def test_no_clock_reaches_the_file() -> None:
    hasil = hasil_json(assessment(), DOKUMEN, [HOSTILE])
    with zipfile.ZipFile(BytesIO(hasil_xlsx(hasil))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2024-12-30T00:00:00Z" in archive.read("docProps/core.xml")


def test_headers_stay_in_sight() -> None:
    for sheet in workbook().worksheets:
        assert sheet.freeze_panes == ("C2" if sheet.title == "Capaian" else "A2")
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.column_dimensions["A"].width > 8


def test_faults_come_first_and_notes_last() -> None:
    found = [replace(HOSTILE, tingkat=weight) for weight in (Severity.CATATAN, Severity.PERINGATAN, Severity.GALAT)]
    book = openpyxl.load_workbook(BytesIO(hasil_xlsx(hasil_json(assessment(penghargaan=False), DOKUMEN, found))))
    assert [row["Tingkat"] for row in records(book["Temuan"])] == ["galat", "peringatan", "catatan"]


def test_indicators_with_a_status_come_first() -> None:
    hasil = hasil_json(assessment(penghargaan=False), DOKUMEN, [])
    figures: Any = hasil["seluruh"]
    judged = {**next(iter(figures["indikator"].values())), "pita": "di_bawah"}
    figures["indikator"] = {"tanpa_status": {**judged, "pita": None}, "berstatus": judged}
    book = openpyxl.load_workbook(BytesIO(hasil_xlsx(hasil)))
    assert [row["Indikator"] for row in records(book["Capaian"])] == ["berstatus", "tanpa_status"]


def test_a_wrapped_row_is_as_high_as_its_text_and_never_higher_than_excel_shows() -> None:
    sheet = workbook()["Temuan"]
    heights = [sheet.row_dimensions[line].height for line in range(1, sheet.max_row + 1)]
    assert heights[0] is None
    assert max(height or 0 for height in heights) == 405  # the message of 40,000 letters
    dokumen = workbook()["Naskah"]
    wrapped = [row for row in dokumen.iter_rows(min_row=2) if any(len(str(cell.value or "")) > 60 for cell in row)]
    assert all(dokumen.row_dimensions[row[0].row or 0].height >= 30 for row in wrapped)


def test_left_among_the_inputs_it_is_told_once_and_read_nowhere(tmp_path: Path) -> None:
    """Saved again by a spreadsheet too: the title stays."""
    hasil = hasil_xlsx(hasil_json(assessment(), DOKUMEN, [HOSTILE]))
    (tmp_path / "hasil.xlsx").write_bytes(hasil)
    openpyxl.load_workbook(BytesIO(hasil)).save(tmp_path / "hasil-disimpan-ulang.xlsx")
    with read_inputs(tmp_path, load_schemas(ROOT / "schemas")) as inputs:
        told = [(one.lokasi.berkas, one.kode) for one in inputs.problems if one.lokasi.berkas]
        assert inputs.tables.present == frozenset()
    assert told == [("hasil-disimpan-ulang.xlsx", "keluaran-di-masukan"), ("hasil.xlsx", "keluaran-di-masukan")]
