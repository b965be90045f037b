from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from p3dn_reports.pdf import find_program


def make(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("")
    path.chmod(0o755)
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="shutil.which asks for .exe there")
@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_the_path_comes_first(tmp_path: Path, name: str) -> None:
    make(tmp_path / "usr/lib/libreoffice/program/soffice")
    on_path = make(tmp_path / "bin" / name)
    assert find_program("linux", {"PATH": str(tmp_path / "bin")}, tmp_path) == on_path


@pytest.mark.parametrize(
    ("platform", "place"),
    [
        ("linux", "usr/lib/libreoffice/program/soffice"),
        ("linux", "usr/lib64/libreoffice/program/soffice"),
        ("linux", "opt/libreoffice25.2/program/soffice"),
        ("darwin", "Applications/LibreOffice.app/Contents/MacOS/soffice"),
        ("darwin", "home/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        ("win32", "Program Files/LibreOffice/program/soffice.com"),
        ("win32", "Program Files/LibreOffice 5/program/soffice.exe"),
        ("win32", "Local/Programs/LibreOffice/program/soffice.com"),
    ],
)
def test_else_where_installers_put_it(tmp_path: Path, platform: str, place: str) -> None:
    environ = {
        "PATH": "",
        "HOME": str(tmp_path / "home"),
        "ProgramFiles": str(tmp_path / "Program Files"),
        "LOCALAPPDATA": str(tmp_path / "Local"),
    }
    assert find_program(platform, environ, tmp_path) is None
    program = make(tmp_path / place)
    assert find_program(platform, environ, tmp_path) == program


def test_on_windows_the_one_that_waits_for_its_child_is_taken(tmp_path: Path) -> None:
    folder = tmp_path / "LibreOffice/program"
    make(folder / "soffice.exe")
    waiting = make(folder / "soffice.com")
    assert find_program("win32", {"PATH": "", "ProgramFiles": str(tmp_path)}, tmp_path) == waiting


def test_the_newer_of_two_versions(tmp_path: Path) -> None:
    make(tmp_path / "opt/libreoffice24.8/program/soffice")
    newer = make(tmp_path / "opt/libreoffice25.2/program/soffice")
    assert find_program("linux", {}, tmp_path) == newer


def test_without_libreoffice_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    assert find_program(root=tmp_path) is None
