"""Reads a file in a child process of its own: whatever the file does to a reader ends there, and becomes a message."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from p3dn_reports.inputs.intake.child import OUT_OF_MEMORY
from p3dn_reports.inputs.sheets.reading import Schemas
from p3dn_reports.problems import Location, Problem, problem

_COMMAND = (sys.executable, "-m", "p3dn_reports.inputs.intake.child")
_ROOT = Path(__file__).resolve().parents[3]
_OVERWORKED = getattr(signal, "SIGXCPU", 0)
"""What ends a child that has worked longer than it may; 0 on Windows, which has no such signal."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What one file may cost a child: work (processor seconds, so that a busy computer blames no file), memory (bytes).

    `patience` is how long it may take by the clock: a child that does not work at all ends then.
    """

    seconds: int = 300
    patience: float = 3600
    memory: int = 4 << 30
    command: Sequence[str] = _COMMAND


class ChildError(Exception):
    """The child met a bug of ours; carries its traceback."""


def read_apart(path: Path, berkas: str, target: Path, schemas: Schemas, guard: Guard) -> Problem | None:
    """Have a child write the handover of `path`, called `berkas`, to `target`; the problem where that failed."""
    job = pickle.dumps((str(path), berkas, str(target), dict(schemas), guard.memory, guard.seconds))
    try:
        done = subprocess.run(  # noqa: S603 (our own module)
            guard.command,
            input=job,
            capture_output=True,
            timeout=guard.patience,
            check=False,
            env=_environment(target.parent),
        )
    except subprocess.TimeoutExpired:
        return _failed("berkas-terlalu-lama-dibaca", berkas, detik=round(guard.patience))
    if done.returncode == 0:
        return None
    if done.returncode == -_OVERWORKED:
        return _failed("berkas-terlalu-lama-dibaca", berkas, detik=guard.seconds)
    trace = done.stderr.decode("utf-8", "replace")
    if done.returncode == OUT_OF_MEMORY or "memory allocation of" in trace:
        return _failed("berkas-menghabiskan-memori", berkas, batas=guard.memory >> 20)
    if done.returncode == 1:
        raise ChildError(trace)
    return _failed("pembaca-terhenti", berkas, sebab=done.returncode)


def _failed(kode: str, berkas: str, **isi: Any) -> Problem:
    return problem(kode, Location(berkas=berkas), semua_unit=True, **isi)


def _environment(folder: Path) -> dict[str, str]:
    """The child finds the modules its parent runs, wherever they lie; what it leaves behind goes with the folder."""
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))  # Windows asks for the last two
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **places}
