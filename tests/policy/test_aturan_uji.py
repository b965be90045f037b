"""The cases of aturan-uji/ hold, exercise every computed rule from both sides, and fail for a wrong rulebook."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from p3dn_reports.policy import trial
from p3dn_reports.policy.trial import TrialResult
from p3dn_reports.workspace import Workspace
from tests.aturan import change
from tests.policy.conftest import ROOT, Run

CASES = sorted((ROOT / trial.FOLDER).glob("*.yaml"))
WRONG = yaml.safe_load(Path(__file__).with_name("salah.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def result() -> TrialResult:
    return trial.run(Workspace.at(ROOT))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_holds(path: Path, result: TrialResult) -> None:
    (case,) = (case for case in result.kasus if case.berkas == path.name)
    assert case.problems == ()
    assert case.beda == ()


def test_every_case_was_run(result: TrialResult) -> None:
    assert len(CASES) > 10
    assert [case.berkas for case in result.kasus] == [path.name for path in CASES]


def test_every_computed_rule_has_a_right_and_a_wrong_case(result: TrialResult) -> None:
    assert [(rule.bagian, rule.id, rule.kurang) for rule in result.cakupan if not rule.teruji] == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_shows_its_hand_calculation(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../schemas/aturan-uji.schema.json"
    assert lines[1].startswith("# ")


@pytest.mark.parametrize("salah", WRONG, ids=lambda one: f"{one['kasus']}: {one['menjadi']}")
def test_a_wrong_rulebook_fails_its_case(salah: dict[str, str], kerja: Path, p3dn: Run) -> None:
    """That one case alone is run: all of them for each wrong rulebook would cost more than all other tests here."""
    for path in (kerja / trial.FOLDER).glob("*.yaml"):
        if path.stem != salah["kasus"]:
            path.unlink()
    change(kerja / "rules.yaml", salah["ganti"], salah["menjadi"], -1)
    ended = p3dn("rules", "test")
    assert ended.code == 1, ended.out + ended.err
    assert "BEDA" in ended.out
