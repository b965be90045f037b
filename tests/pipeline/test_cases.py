"""Whole quarters, right and wrong: what is found at which cell, and which documents come out, wait or are withheld.

Each folder of `kasus/` lays its files over `dasar/`; `harapan.txt` says what must come of it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from p3dn_reports import pipeline
from tests.pipeline.folders import CASES, EXPECTED, as_text, laid_over, workspace

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
