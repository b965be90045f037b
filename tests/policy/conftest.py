"""A workspace of the test's own with the repository's rulebook, and commands run in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from p3dn_reports import pipeline
from p3dn_reports.cli import run
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.pipeline import Assessed, Quarter
from p3dn_reports.rulebook import load
from p3dn_reports.rules import Rulebook
from tests.aturan import lay

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture(scope="session")
def rules() -> Rulebook:
    """The repository's rulebook."""
    schemas = ROOT / "schemas"
    loaded, problems = load(ROOT / "rules.yaml", load_schemas(schemas), schemas / "rules.schema.json")
    assert loaded is not None, problems
    return loaded


@pytest.fixture(scope="session")
def simpanan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is kept of files once read: the example quarters are read once for all tests of this folder."""
    return tmp_path_factory.mktemp("simpanan")


@pytest.fixture
def kerja(tmp_path: Path, simpanan: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of work; inputs, schemas and templates are the repository's, the rulebook a copy."""
    folder = tmp_path / "kerja"
    lay(folder)
    shutil.copytree(ROOT / "aturan-uji", folder / "aturan-uji")
    for name in ("inputs", "schemas", "templates"):
        (folder / name).symlink_to(ROOT / name)
    (folder / ".p3dn-cache").symlink_to(simpanan)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("P3DN_WORKSPACE", raising=False)
    return folder


@pytest.fixture
def p3dn(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "80")

    def command(*arguments: str) -> Ended:
        code = run(arguments)
        printed = capsys.readouterr()
        return Ended(code, printed.out, printed.err)

    return command


@pytest.fixture(scope="session")
def _assessments() -> list[tuple[object, Assessed]]:
    return []


@pytest.fixture
def assessed_once(_assessments: list[tuple[object, Assessed]], monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files under equal rules are assessed once for all tests that ask for this."""
    real = pipeline.assess

    def assess(quarter: Quarter, *, otherwise: bool = True) -> Assessed:
        key = (quarter.meta, quarter.tables.sources, quarter.scope.rulebook, quarter.templates is None, otherwise)
        found = next((one for known, one in _assessments if known == key), None)
        if found is None:
            found = real(quarter, otherwise=otherwise)
            _assessments.append((key, found))
        return found

    monkeypatch.setattr(pipeline, "assess", assess)
