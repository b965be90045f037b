"""Commands run in this process, beside an engine whose answers a test chooses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from p3dn_reports.cli import run


@dataclass(frozen=True)
class Ended:
    """How a command line ended."""

    code: int
    out: str
    err: str


class Terminal:
    """Runs command lines in a folder and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Ended:
        code = run(arguments)
        printed = self._capsys.readouterr()
        return Ended(code, printed.out, printed.err)


@pytest.fixture
def p3dn(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.delenv("P3DN_WORKSPACE", raising=False)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("COLUMNS", "80")
    return Terminal(capsys)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with two inputs folders, which is also where the commands run."""
    root = tmp_path / "kerja"
    for name in ("schemas", "templates", "inputs/tw3", "inputs/tw4", "inputs/.git"):
        (root / name).mkdir(parents=True)
    (root / "rules.yaml").write_text('versi_skema: "1"\n')
    monkeypatch.chdir(root)
    return root
