"""What a person double-clicks: laid by `p3dn init`, in cmd.exe's own form. Windows itself is not at hand."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

from p3dn_reports.web import __main__ as clicked
from p3dn_reports.web import running, server
from p3dn_reports.web.worker import Job, State
from p3dn_reports.workspace import Workspace, init
from p3dn_reports.workspace.shipped import LAUNCHER
from tests.pipeline.folders import ROOT

PLACE = r"%LOCALAPPDATA%\p3dn\program"
SCRIPTS = {LAUNCHER: ROOT / LAUNCHER, "pasang.cmd": ROOT / "tools/pemasang/pasang.cmd"}


def test_a_new_workspace_has_its_launcher(tmp_path: Path) -> None:
    content = (init(tmp_path / "kerja").root / LAUNCHER).read_bytes()
    assert content.isascii()
    assert content.count(b"\r\n") == content.count(b"\n") > 1
    assert b'set "P3DN_WORKSPACE=%~dp0."' in content
    assert b"-m p3dn_reports.web" in content
    assert find_spec("p3dn_reports.web.__main__") is not None


def test_the_launcher_looks_where_the_kit_installs() -> None:
    assert all(PLACE in path.read_text(encoding="ascii") for path in SCRIPTS.values())
    assert LAUNCHER.removesuffix(".cmd") in SCRIPTS["pasang.cmd"].read_text(encoding="ascii")


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_a_script_jumps_to_places_it_has(script: Path) -> None:
    text = script.read_text(encoding="ascii")
    assert set(re.findall(r"goto (\w+)", text)) == set(re.findall(r"^:(\w+)", text, re.MULTILINE))
    bare = re.sub(r'"[^"]*"|\(.*\) do', "", text)
    assert (bare.count("("), bare.count(" (\n")) == (bare.count(")"), bare.count("("))


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[object, ...]]]:
    """The message boxes that Windows would have shown."""
    shown: list[tuple[object, ...]] = []
    user = SimpleNamespace(MessageBoxW=lambda *words: shown.append(words))
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "ctypes", SimpleNamespace(windll=SimpleNamespace(user32=user)))
    yield shown
    monkeypatch.undo()


def test_trouble_is_told_in_a_box(
    boxes: list[tuple[object, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("P3DN_WORKSPACE", str(tmp_path))
    assert clicked.main() == 1
    assert boxes == [
        (None, f"Folder kerja {tmp_path} (P3DN_WORKSPACE) tidak memuat rules.yaml.", "Meja Kerja P3DN", 0x10)
    ]


def test_a_bug_at_the_start_is_told_with_its_log(
    boxes: list[tuple[object, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("P3DN_WORKSPACE", str(init(tmp_path / "kerja").root))
    monkeypatch.setattr(server, "serve", lambda *_: 1 // 0)
    assert clicked.main() == 1
    assert "p3dn-galat.log" in str(boxes[0][1])
    assert "ZeroDivisionError" in (tmp_path / "kerja/p3dn-galat.log").read_text(encoding="utf-8")


def test_word_of_a_server_is_left_outside_the_share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    place = running.place(Workspace.at(tmp_path / "share"), {"LOCALAPPDATA": str(tmp_path / "sendiri")})
    assert place.parent == tmp_path / "sendiri" / "p3dn"


@pytest.mark.parametrize("content", ["", "{}", '{"port": 1, "rahasia": "x"}', '{"port": "x", "rahasia": 1}', "[]"])
def test_word_of_a_server_that_is_gone_is_no_server(tmp_path: Path, content: str) -> None:
    word = tmp_path / "meja.json"
    word.write_text(content, encoding="utf-8")
    assert running.address(word) is None


def test_nobody_for_two_hours_stops_the_server_but_not_a_build(monkeypatch: pytest.MonkeyPatch) -> None:
    job: Job | None = Job("1", "susun", "2024-tw4", {}, State.BERJALAN)
    stopped: list[int] = []
    looks = 0

    def looked(_: float) -> None:
        nonlocal job, looks
        looks += 1
        assert not stopped
        job = None if looks == 2 else job

    class Idle:
        last_seen = -server.IDLE

        @property
        def worker(self) -> SimpleNamespace:
            return SimpleNamespace(current=job)

    monkeypatch.setattr("time.sleep", looked)
    monkeypatch.setattr("time.monotonic", lambda: 0.0)
    monkeypatch.setattr("_thread.interrupt_main", lambda: stopped.append(looks))
    server._stop_when_idle(Idle())  # type: ignore[arg-type]
    assert stopped == [2]
