"""README's first steps work as they are written, on the files they name."""

from __future__ import annotations

import json
import re
import shlex
import socket
from pathlib import Path

import pytest

from p3dn_reports.cli import exits
from p3dn_reports.web import server
from p3dn_reports.web.desk_server import DeskServer
from tools import gambar_meja

from .conftest import Terminal

ROOT = Path(__file__).resolve().parents[2]


def first_steps() -> list[list[str]]:
    """The arguments of every `p3dn` command in the code of "Mulai cepat", those of `init` first."""
    chapter = (ROOT / "README.md").read_text(encoding="utf-8").split("## Mulai cepat")[1].split("\n## ")[0]
    lines = "\n".join(re.findall(r"```powershell\n(.*?)```", chapter, re.DOTALL)).splitlines()
    commands = (re.match(r"\s*(?:\S*\\)?p3dn (.*)", line) for line in lines)
    return [shlex.split(found[1], posix=True) for found in commands if found]


def test_the_first_steps_of_the_readme_work_as_written(
    p3dn: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = first_steps()
    assert [step[0] for step in steps] == ["init", "check", "build", "inputs", "explain"]
    monkeypatch.chdir(tmp_path)
    assert p3dn("init", "kerja").code == exits.CLEAN
    monkeypatch.chdir(tmp_path / "kerja")
    ended = {step[0]: p3dn(*step) for step in steps[1:]}
    assert {name: one.code for name, one in ended.items()} == dict.fromkeys(ended, exits.CLEAN)
    (folder,) = (tmp_path / "kerja/outputs").glob("contoh-dki-2024-tw4/*/")
    assert str(folder) in ended["build"].out
    assert list(folder.rglob("*.docx"))
    assert "bpkd-realisasi-pembayaran-diperiksa.xlsx" in ended["inputs"].out
    assert "Capaian Perjanjian Kinerja" in ended["explain"].out


def test_every_file_that_the_readme_names_is_in_a_new_workspace(p3dn: Terminal, tmp_path: Path) -> None:
    chapter = (ROOT / "README.md").read_text(encoding="utf-8").split("## Mulai cepat")[1].split("\n## ")[0]
    p3dn("init", str(tmp_path / "kerja"))
    named = set(re.findall(r"\b(?:docs|inputs)/[\w./-]*\w", chapter)) - {"inputs/2025-tw1"}
    assert {"docs/galat.md", "docs/kamus-data.md"} <= named
    assert [name for name in sorted(named) if not (tmp_path / "kerja" / name).exists()] == []


def test_make_web_opens_the_example(p3dn: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (command,) = re.findall(r"p3dn (web .+)", (ROOT / "Makefile").read_text(encoding="utf-8"))
    opened: list[str | None] = []

    def seen(made: DeskServer, listening: socket.socket, _: object) -> None:
        listening.close()
        opened.append(made.last_quarter)

    monkeypatch.setattr(server, "_run", seen)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    words = command.replace("$(INPUTS)", "contoh-dki-2024-tw4").replace("$(HARI)", "2024-12-30").split()
    p3dn("init", str(tmp_path / "kerja"))
    assert p3dn("--workspace", str(tmp_path / "kerja"), *words).code == exits.CLEAN
    assert opened == ["contoh-dki-2024-tw4"]


def test_the_pictures_of_the_page_are_of_its_screens_today() -> None:
    """By the templates they were drawn from; where one is stale: python tools/gambar_meja.py."""
    told = json.loads((gambar_meja.PICTURES / "sidik.json").read_text(encoding="utf-8"))
    assert told == gambar_meja.digests()
    assert {path.stem for path in gambar_meja.PICTURES.glob("*.png")} == set(told)
