"""Commands run in this process on the repository's own workspace, and its catalogue, walked once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from p3dn_reports import drafter
from p3dn_reports.cli import run
from p3dn_reports.documents.catalogue import Entry
from p3dn_reports.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]

Fields = Mapping[str, tuple[Entry, ...]]
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def place() -> Workspace:
    return Workspace.at(ROOT)


@pytest.fixture(scope="session")
def fields(place: Workspace) -> Fields:
    return drafter.field_catalogue(place)


@pytest.fixture
def p3dn(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, fields: Fields) -> Command:
    """Runs a command line in the repository; gives its exit code, output and messages. The catalogue is kept."""

    def known(place: Workspace, kind: str | None = None) -> Mapping[str, tuple[Entry, ...]]:
        return {name: fields[name] for name in ([kind] if kind else fields)}

    monkeypatch.setattr("p3dn_reports.drafter.field_catalogue", known)
    monkeypatch.setenv("P3DN_WORKSPACE", str(ROOT))
    monkeypatch.setenv("LANGUAGE", "")

    def command(*arguments: str) -> tuple[int, str, str]:
        code = run(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command
