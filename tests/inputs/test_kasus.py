"""Every case folder yields exactly the problems its `masalah.txt` lists, in that order."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.inputs.folder import read_inputs
from tests.inputs.cases import CASES, EXPECTED, SCHEMAS, build, line


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_case_yields_the_listed_problems(case: Path, tmp_path: Path) -> None:
    with read_inputs(build(case, tmp_path), SCHEMAS) as inputs:
        found = [line(problem) for problem in inputs.problems]
    assert found == (case / EXPECTED).read_text(encoding="utf-8").splitlines()


def test_there_are_clean_and_faulty_cases() -> None:
    texts = [(case / EXPECTED).read_text(encoding="utf-8") for case in CASES.iterdir()]
    assert any("galat " not in text for text in texts)
    assert any("galat " in text for text in texts)
