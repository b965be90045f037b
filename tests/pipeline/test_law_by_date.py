"""The decree cites the law of its own date: what is revoked drops out, amendments are named from their day on."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from p3dn_reports import pipeline
from p3dn_reports.documents.word.outline import outline
from tests.pipeline.folders import ROOT, folder_of, workspace

EXAMPLE = ROOT / "inputs/contoh-pandeglang-2024"


def decree_of(tanggal: str, tmp_path: Path) -> str:
    """The decree's text, dated `tanggal`."""
    shutil.copytree(EXAMPLE, tmp_path / "in")
    master = tmp_path / "in/00-master-penghargaan.xlsx"
    book = openpyxl.load_workbook(master)
    sheet = book["naskah"]
    header = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        if row[header.index("dokumen")].value == "keputusan_penghargaan":
            row[header.index("tanggal")].value = tanggal
            row[header.index("tanggal")].number_format = "@"
    book.save(master)
    folder = folder_of(pipeline.build(workspace(tmp_path / "out"), tmp_path / "in"))
    return outline((folder / "keputusan-penghargaan.docx").read_bytes())


@pytest.mark.parametrize("tanggal", ["10 Maret 2025", "2 Februari 2026"])
def test_only_what_an_award_rests_on_is_cited(tanggal: str, tmp_path: Path) -> None:
    """The two ministerial regulations on TKDN, which lapsed in December 2025, never were a basis of an award."""
    text = decree_of(tanggal, tmp_path)
    assert "M-IND/PER" not in text
    assert "Peraturan Menteri Perindustrian Nomor 4 Tahun 2023" in text
    assert f"pada tanggal {tanggal}" in text


@pytest.mark.parametrize(
    ("tanggal", "amended"), [("29 April 2025", "12 Tahun 2021"), ("30 April 2025", "46 Tahun 2025")]
)
def test_the_procurement_regulation_names_its_last_amendment(tanggal: str, amended: str, tmp_path: Path) -> None:
    text = decree_of(tanggal, tmp_path)
    assert f"diubah terakhir dengan Peraturan Presiden Nomor {amended}" in text or (
        f"telah diubah dengan Peraturan Presiden Nomor {amended}" in text
    )
    assert ("46 Tahun 2025" in text) == (amended == "46 Tahun 2025")


def test_the_law_stands_in_the_order_of_rank_then_date(tmp_path: Path) -> None:
    text = decree_of("10 Maret 2025", tmp_path)
    cited = [
        "Nomor 23 Tahun 2000",
        "Nomor 3 Tahun 2014",
        "Nomor 29 Tahun 2018",
        "Nomor 16 Tahun 2018",
        "Nomor 4 Tahun 2023",
    ]
    places = [text.index(name) for name in cited]
    assert places == sorted(places)
