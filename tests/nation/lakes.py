"""Lakes for the tests: the small base quarter of one region, and the same rows under another region's code."""

from __future__ import annotations

import os
import re
import shutil
import signal
from dataclasses import replace
from pathlib import Path

from p3dn_reports.nation.tasks import SELESAI, Outcome, Task
from p3dn_reports.workspace import Workspace
from tests.pipeline.folders import BASE, workspace

PERIODE = "2024-TW4"


def home(folder: Path) -> Workspace:
    """The repository's workspace, writing to a folder of the test's own."""
    return workspace(folder / "keluaran")


def quarter(folder: Path, kd_klpd: str = "D69", without: str | None = None) -> Path:
    """The base quarter as that of a region, `without` one of its files."""
    shutil.copytree(BASE, folder)
    meta = folder / "meta.csv"
    if kd_klpd != "D69":
        text = meta.read_text(encoding="utf-8").replace("kd_klpd;D69", f"kd_klpd;{kd_klpd}")
        meta.write_text(re.sub("(?m)^pemda;.*$", f"pemda;Pemerintah {kd_klpd}", text), encoding="utf-8")
    if without:
        (folder / without).unlink()
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def done(task: Task) -> Outcome:
    """A task that needs no work."""
    return Outcome(task.kd_klpd, SELESAI, task.percobaan)


def killed_once(task: Task) -> Outcome:
    """Kills the process that works on D2, the first time."""
    if task.kd_klpd == "D2" and task.percobaan == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return done(task)


def killed_until_marked(task: Task) -> Outcome:
    """Kills the process that works on D2 until a file says that it did: who tries again may not say so himself."""
    mark = task.daerah.with_suffix(".mati")
    if task.kd_klpd == "D2" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return done(task)


def always_killed(task: Task) -> Outcome:
    """Kills whatever process works on D2."""
    if task.kd_klpd == "D2":
        os.kill(os.getpid(), signal.SIGKILL)
    return done(task)


def stumbling(task: Task) -> Outcome:
    """Fails on D2 in the first two attempts, and on D3 always."""
    if task.kd_klpd == "D3" or (task.kd_klpd == "D2" and task.percobaan < 3):
        raise OSError("sambungan terputus")
    return done(task)


def tasks(folder: Path, *codes: str) -> list[Task]:
    """Tasks for regions of these codes."""
    return [Task(kd, folder / kd, replace(home(folder), outputs=folder / kd)) for kd in codes]
