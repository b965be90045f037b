"""The front sheet of hasil.xlsx: what a Sekda reads first, on one page."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from p3dn_reports.outputs.hasil import hasil_json
from p3dn_reports.outputs.workbook import hasil_xlsx

from .assessments import assessment
from .builds import DOKUMEN, RINGKASAN


def front(**changed: Any) -> Any:
    hasil = hasil_json(assessment(penghargaan=True), DOKUMEN, [], [], {**RINGKASAN, **changed})
    book = openpyxl.load_workbook(BytesIO(hasil_xlsx(hasil)))
    assert book.sheetnames[0] == "Ringkasan"
    return book["Ringkasan"]


def lines(sheet: Any) -> list[tuple[Any, ...]]:
    return [tuple(cell for cell in row if cell is not None) for row in sheet.iter_rows(values_only=True)]


def test_it_says_whose_which_period_how_far_and_what_stands_in_it() -> None:
    told = lines(front())
    assert told[:4] == [
        ("Hasil P3DN Provinsi Contoh",),
        ("Triwulan IV Tahun Anggaran 2024, data per 30 Desember 2024 (perbaikan ke-2)",),
        ("SIMULASI: bukan hasil resmi.",),
        ("Naskah: 1 konsep. Temuan data: tidak ada.",),
    ]
    assert ("Realisasi", 959.5, "rupiah") in told
    assert ("Pagu", "tidak ada", "rupiah; tabel rup tidak ada") in told
    assert ("Mengesahkan penafsiran skala.",) in told
    assert ("Laporan", "2 Januari 2025", "Ketua Harian") in told
    assert ("CV Satu", pytest.approx(66.6667, abs=1e-4), "Usaha kecil") in told


def test_who_must_explain_stands_with_the_gap_of_the_engine_and_the_answer() -> None:
    told = lines(front())
    at = told.index(("Yang wajib menjelaskan (1)",))
    assert told[at + 2] == ("=Dinas & <Kesehatan>", "79,995%", 1, "belum diterima")
    assert front().cell(at + 3, 3).value == 1  # the column of what lacks, not of what is over
    assert front().cell(at + 3, 4).value is None


@pytest.mark.parametrize("part", ["angka", "wajib_menjelaskan", "berikutnya", "diputuskan"])
def test_a_part_without_anything_falls_away(part: str) -> None:
    titles = {
        "angka": "Angka utama",
        "wajib_menjelaskan": "Yang wajib menjelaskan (1)",
        "berikutnya": "Berikutnya",
        "diputuskan": "Yang perlu diputuskan",
    }
    assert (titles[part],) in lines(front())
    assert not any(row and str(row[0]).startswith(titles[part][:15]) for row in lines(front(**{part: []})))


def test_every_sheet_is_named_with_what_it_holds_and_leads_there() -> None:
    sheet = front()
    links = {cell.value: cell.hyperlink.location for (cell, *_) in sheet.iter_rows() if cell.hyperlink}
    assert links == {name: f"'{name}'!A1" for name in ("Capaian", "Rincian", "Penghargaan", "Naskah", "Temuan")}
    assert all(len(row) == 2 for row in lines(sheet)[-len(links) :])


def test_it_is_one_upright_page_of_a4() -> None:
    sheet = front()
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert not sheet.sheet_view.showGridLines
