"""The workbook that people fill in: made from the schemas, and read back clean."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from p3dn_reports.inputs.folder import read_inputs
from p3dn_reports.inputs.sheets.edition import outdated
from p3dn_reports.inputs.workbook.fill_in import fill_in
from p3dn_reports.tables import Kind
from tests.inputs.cases import SCHEMAS
from tests.workbooks.senders import opened

CODES = {("satker", "kode_satker"): [f"1.{number:02}.0.00.0.00.01.0000" for number in range(1, 43)]}


def made(folder: Path, *names: str) -> Path:
    path = folder / "isian.xlsx"
    with path.open("wb") as stream:
        fill_in(stream, [SCHEMAS[name] for name in names or SCHEMAS], CODES)
    return path


def rules(sheet: Any) -> dict[str, Any]:
    """The validation of each column by its letter."""
    return {str(rule.sqref).partition("2:")[0]: rule for rule in sheet.data_validations.dataValidation}


def test_every_table_has_a_sheet_with_its_headers(tmp_path: Path) -> None:
    book = opened(made(tmp_path))
    assert book.sheetnames == ["Petunjuk", *SCHEMAS, "_daftar", "_meta"]
    assert book["_daftar"].sheet_state == "hidden"
    assert book["_meta"].sheet_state == "veryHidden"
    for name, schema in SCHEMAS.items():
        assert [cell.value for cell in book[name][1]] == [column.header for column in schema.columns]


def test_headers_are_locked_and_cells_are_not(tmp_path: Path) -> None:
    sheet = opened(made(tmp_path, "realisasi_bayar"))["realisasi_bayar"]
    assert sheet.protection.sheet
    assert sheet["A1"].protection.locked
    assert not sheet.column_dimensions["A"].protection.locked
    assert sheet.column_dimensions["A"].number_format == "@"
    forms = {column.kind: sheet.column_dimensions["ABCDEFGHIJ"[place]].number_format
             for place, column in enumerate(SCHEMAS["realisasi_bayar"].columns[:10])}  # fmt: skip
    assert forms[Kind.KODE_REKENING] == "@"
    assert forms[Kind.RUPIAH] == "#,##0.00"
    assert forms[Kind.TANGGAL] == "dd-mm-yyyy"


def test_choices_come_from_the_hidden_sheet(tmp_path: Path) -> None:
    book = opened(made(tmp_path, "alasan"))
    found = rules(book["alasan"])
    lists = book["_daftar"]
    assert found["A"].formula1 == "'_daftar'!$A$1:$A$42"
    assert (lists["A1"].value, lists["A42"].value) == (
        CODES["satker", "kode_satker"][0],
        CODES["satker", "kode_satker"][-1],
    )
    assert found["A"].errorStyle == "warning"
    assert [lists["B1"].value, lists["B2"].value] == list(SCHEMAS["alasan"].columns[1].choices)
    assert found["B"].errorStyle in {None, "stop"}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_prompts_keep_within_the_limits_of_excel(name: str, tmp_path: Path) -> None:
    sheet = opened(made(tmp_path, name))[name]
    found = rules(sheet)
    assert len(found) == len(SCHEMAS[name].columns)
    for rule in found.values():
        assert 0 < len(rule.prompt) <= 255
        assert len(rule.promptTitle) <= 32
        assert len(rule.error or "") <= 224


def test_the_same_schemas_give_the_same_bytes() -> None:
    first, second = BytesIO(), BytesIO()
    for stream in (first, second):
        fill_in(stream, list(SCHEMAS.values()), CODES)
    assert first.getvalue() == second.getvalue()


def test_a_current_workbook_is_not_outdated(tmp_path: Path) -> None:
    assert outdated(made(tmp_path), SCHEMAS) is None


def test_an_outdated_workbook_is_named_with_its_tables(tmp_path: Path) -> None:
    path = made(tmp_path, "alasan", "perkin")
    first = SCHEMAS["alasan"].columns[0]
    changed = replace(SCHEMAS["alasan"], columns=(replace(first, header="Kode Unit"), *SCHEMAS["alasan"].columns[1:]))
    found = outdated(path, {**SCHEMAS, "alasan": changed})
    assert found is not None
    assert (found.kode, found.nilai, found.lokasi.berkas) == ("lembar-isian-usang", "alasan", "isian.xlsx")
    reworded = replace(SCHEMAS["alasan"], description="Lain", title="Lain")
    assert outdated(path, {**SCHEMAS, "alasan": reworded}) is None


def test_a_workbook_whose_mark_was_changed_is_outdated_in_all_tables(tmp_path: Path) -> None:
    path = made(tmp_path, "alasan", "perkin")
    book = openpyxl.load_workbook(path)
    book["_meta"]["C2"] = "lain"
    book.save(path)
    found = outdated(path, SCHEMAS)
    assert found is not None
    assert found.nilai == "alasan, perkin"


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"bukan zip"])
def test_any_other_file_is_not_outdated(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    assert outdated(tmp_path / "a.xlsx", SCHEMAS) is None
    openpyxl.Workbook().save(tmp_path / "b.xlsx")
    assert outdated(tmp_path / "b.xlsx", SCHEMAS) is None


def test_reading_tells_an_outdated_workbook_and_passes_over_empty_sheets(tmp_path: Path) -> None:
    made(tmp_path, "alasan", "perkin")
    changed = {**SCHEMAS, "alasan": replace(SCHEMAS["alasan"], columns=SCHEMAS["alasan"].columns[:-1])}
    with read_inputs(tmp_path, changed) as read:
        told = [found.kode for found in read.problems if found.lokasi.berkas]
        assert told == ["lembar-isian-usang"]
        assert not read.tables.present
