"""Whole quarters, right and wrong: what is found at which cell, and which documents come out, wait or are withheld.

Each folder of `kasus/` lays its files over `dasar/`; `harapan.txt` says what must come of it. One build serves all that
is asked of a case.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from p3dn_reports import pipeline
from p3dn_reports.pipeline import BuildResult
from tests.pipeline.folders import CASES, EXPECTED, INTERNAL, as_text, laid_over, workspace

UNIT_PAPERS = ("alasan", "kronologi", "naskah", "pejabat")
CASE_FOLDERS = sorted(path for path in CASES.iterdir() if path.is_dir())


@pytest.fixture(scope="module", params=CASE_FOLDERS, ids=lambda path: path.name)
def case(request: pytest.FixtureRequest) -> Path:
    """The folder of a case."""
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def result(case: Path, tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """What came of the case."""
    place = tmp_path_factory.mktemp(case.name)
    return pipeline.build(workspace(place / "out"), laid_over(case, place / "in"))


def test_a_case_comes_out_as_written(case: Path, result: BuildResult) -> None:
    text = as_text(result)
    if os.environ.get("TULIS_HARAPAN"):
        (case / EXPECTED).write_text(text, encoding="utf-8")
    assert text == (case / EXPECTED).read_text(encoding="utf-8")
    assert result.folder is not None
    written = {path.relative_to(result.folder).as_posix() for path in result.folder.rglob("*.docx")}
    assert written == {record.berkas for record in result.dokumen if record.status != "ditahan"}


def test_no_regional_document_is_whole_over_a_fault_in_its_figures(result: BuildResult) -> None:
    faults = [one for one in result.problems if one.tingkat == "galat" and one.tabel not in UNIT_PAPERS]
    if faults:
        of_region = [one for one in result.dokumen if one.unit is None and one.id not in INTERNAL]
        assert {one.status for one in of_region} <= {"konsep", "ditahan"}
