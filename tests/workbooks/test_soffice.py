"""LibreOffice opens what was written, keeps it when saving, and what it saved is read clean."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from p3dn_reports.inputs.folder import read_inputs
from p3dn_reports.inputs.sheets.edition import outdated
from p3dn_reports.inputs.workbook.annotate import annotate
from p3dn_reports.inputs.workbook.fill_in import fill_in
from tests.inputs.cases import COMMON, SCHEMAS
from tests.workbooks.senders import by_libreoffice, by_openpyxl, by_xlsxwriter, converted, finding, opened

pytestmark = [
    pytest.mark.soffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on the PATH"),
]


@pytest.mark.parametrize("make", [by_openpyxl, by_xlsxwriter, by_libreoffice])
def test_a_marked_workbook_is_opened_whole(make: Callable[[Path], Path], tmp_path: Path) -> None:
    source = make(tmp_path / "a.xlsx")
    hostile = '=HYPERLINK("http://x";"klik")'
    done = annotate(source, [finding("C2", nilai=hostile), finding("C4")], tmp_path, "ditandai")
    assert done.utuh
    book = opened(converted(done.path, "xlsx", tmp_path / "lagi"))
    sheet, listed = book["Data"], book.worksheets[-1]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(max_row=3, max_col=3)] == [
        [cell.value for cell in row] for row in opened(source)["Data"].iter_rows(max_row=3, max_col=3)
    ]
    assert {cell: sheet[cell].fill.fgColor.rgb for cell in ("C2", "C4")} == {"C2": "FFFFC7CE", "C4": "FFFFC7CE"}
    assert sheet["C2"].number_format == opened(source)["Data"]["C2"].number_format
    assert sheet["C2"].comment is not None
    assert sheet["C2"].comment.text.startswith("GALAT: Kolom Nilai berisi")
    assert sheet["B2"].comment is not None or make is by_xlsxwriter
    assert (listed["F5"].value, listed["F5"].data_type) == (hostile, "s")
    assert listed["D5"].hyperlink is not None
    assert str(listed["D5"].hyperlink.location).replace("'", "").replace("$", "").lstrip("#") in {"Data!C2", "Data.C2"}


def test_a_filled_in_workbook_saved_by_libreoffice_is_read_clean(tmp_path: Path) -> None:
    names = ["alasan", "kronologi", "perkin", "realisasi_bayar", "anggaran"]
    with (tmp_path / "isian.xlsx").open("wb") as stream:
        fill_in(stream, [SCHEMAS[name] for name in names], {})
    book = openpyxl.load_workbook(tmp_path / "isian.xlsx")
    kode, tanggal = "1.01.0.00.0.00.01.0000", date(2024, 6, 10)
    rows: dict[str, list[object]] = {
        "alasan": [kode, "di_bawah", "=bukan rumus & <b>", "Tindak lanjut", tanggal, "Kepala Dinas"],
        "perkin": [kode, 80, "persen"],
        "realisasi_bayar": [
            kode,
            "Dinas Pendidikan",
            "5.1.02.01.01.0024",
            "Alat Tulis",
            99816750.5,
            0,
            "001",
            tanggal,
            "penyedia",
        ],
        "anggaran": [kode, "5.1.02", "Belanja", 1250000000],
    }
    for name, values in rows.items():
        book[name].append(values)
    book["alasan"]["C2"].data_type = "s"
    book.save(tmp_path / "isian.xlsx")
    folder = shutil.copytree(COMMON, tmp_path / "masukan")
    saved = shutil.move(converted(tmp_path / "isian.xlsx", "xlsx", tmp_path / "lagi"), folder / "isian.xlsx")
    assert outdated(Path(saved), SCHEMAS) is None
    with read_inputs(folder, SCHEMAS) as read:
        assert read.problems == ()
        assert read.tables.present == {"meta", "satker", *rows}
        bayar = read.tables.rows("realisasi_bayar")[0]
        assert (str(bayar["nilai_realisasi"]), bayar["tanggal_sp2d"], bayar["nomor_sp2d"]) == (
            "99816750.50",
            tanggal,
            "001",
        )
        assert read.tables.rows("alasan")[0]["alasan"] == "=bukan rumus & <b>"
