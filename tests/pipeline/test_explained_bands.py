"""Which bands must be explained is what the rulebook asks, told in hasil.json; an older one is read as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from p3dn_reports import pipeline
from p3dn_reports.outputs.standing import menjelaskan
from tests.aturan import change, lay
from tests.pipeline.folders import BASE, workspace

ASKS = "status: {capaian_perkin: [di_bawah, melebihi]}"
BOTH = {"capaian_perkin": {"di_bawah": "bawah", "melebihi": "lebih"}}


def hasil(folder: Path, asks: str = ASKS) -> dict[str, Any]:
    rules = lay(folder)
    if asks != ASKS:
        change(rules, ASKS, asks, times=2)
    return pipeline.evaluate(workspace(folder / "keluaran", rules), BASE).hasil


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return hasil(tmp_path_factory.mktemp("dua-pita"))


def test_hasil_says_which_bands_must_be_explained(told: dict[str, Any]) -> None:
    assert told["menjelaskan"] == menjelaskan(told) == BOTH


@pytest.mark.parametrize(
    ("asks", "found"),
    [
        ("status: {capaian_perkin: [di_bawah]}", {"capaian_perkin": {"di_bawah": "bawah"}}),
        ("status: {porsi_impor: [perlu_penegasan]}", {"porsi_impor": {"perlu_penegasan": "lebih"}}),
    ],
)
def test_the_rulebook_says_which_those_are(tmp_path: Path, asks: str, found: dict[str, dict[str, str]]) -> None:
    assert hasil(tmp_path, asks)["menjelaskan"] == found


def test_a_hasil_of_an_older_program_is_read_by_its_gaps(told: dict[str, Any]) -> None:
    assert menjelaskan({name: one for name, one in told.items() if name != "menjelaskan"}) == BOTH
