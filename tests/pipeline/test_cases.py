"""Whole quarters, right and wrong: what is found at which cell, and which documents come out, wait or are withheld.

Each folder of `kasus/` lays its files over `dasar/`; `harapan.txt` says what must come of it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from p3dn_reports import pipeline
from tests.pipeline.folders import CASES, EXPECTED, as_text, laid_over, workspace

UNIT_PAPERS = ("alasan", "kronologi", "naskah", "pejabat")
CASE_FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASE_FOLDERS, ids=lambda path: path.name)
def test_a_case_comes_out_as_written(case: Path, tmp_path: Path) -> None:
    result = pipeline.build(workspace(tmp_path / "out"), laid_over(case, tmp_path / "in"))
    text = as_text(result)
    if os.environ.get("TULIS_HARAPAN"):
        (case / EXPECTED).write_text(text, encoding="utf-8")
    assert text == (case / EXPECTED).read_text(encoding="utf-8")
    assert result.folder is not None
    written = {path.relative_to(result.folder).as_posix() for path in result.folder.rglob("*.docx")}
    assert written == {record.berkas for record in result.dokumen if record.status != "ditahan"}


@pytest.mark.parametrize("case", CASE_FOLDERS, ids=lambda path: path.name)
def test_no_regional_document_is_whole_over_a_fault_in_its_figures(case: Path, tmp_path: Path) -> None:
    result = pipeline.build(workspace(tmp_path / "out"), laid_over(case, tmp_path / "in"), dry_run=True)
    faults = [one for one in result.problems if one.tingkat == "galat" and one.tabel not in UNIT_PAPERS]
    if faults:
        of_region = [one for one in result.dokumen if one.unit is None and one.id != "catatan_penafsiran"]
        assert {one.status for one in of_region} <= {"konsep", "ditahan"}
