"""One writer at a time to what people share: the workbook of what was typed in, the inputs, the working copies."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from p3dn_reports.desk.places import Desk
from p3dn_reports.errors import ProblemsError
from p3dn_reports.outputs import disk
from p3dn_reports.outputs.stage import LOCK
from p3dn_reports.problems import Location, problem

_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between the tries: what is written under the lock takes no longer."""


def is_open_in_excel(path: Path) -> bool:
    """Whether Excel or LibreOffice holds the file: what is saved there later would undo what is written now."""
    beside = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
    return any(one.exists() for one in beside)


def is_open_in_word(path: Path) -> bool:
    """Whether Word holds the file: it lays one of its own beside, under a name that lacks the first two letters."""
    return any(path.with_name(f"~${name}").exists() for name in (path.name, path.name[2:], path.name[1:]))


@contextmanager
def held(desk: Desk) -> Iterator[None]:
    """Hold the inputs folder for writing. Raises ProblemsError where another holds it for longer than a moment."""
    with ExitStack() as stack:
        for wait in _WAITS:
            try:
                stack.enter_context(disk.locked(desk.catatan / LOCK))
            except ProblemsError as error:
                if error.problems[0].kode != "keluaran-sedang-dibuat":
                    raise
                time.sleep(wait)
            else:
                yield
                return
    raise ProblemsError([problem("meja-sedang-dipakai", Location(berkas=str(desk.masukan)))])
