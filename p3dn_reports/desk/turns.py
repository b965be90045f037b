"""One build of an inputs folder at a time, among all who share it; who is at it stands in a note beside the lock.

The note is trusted only while the lock is held: the system lets go of it however a process ends, the note may stay.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from p3dn_reports.desk.people import Petugas, now
from p3dn_reports.desk.places import Desk
from p3dn_reports.errors import ProblemsError
from p3dn_reports.formatting import tanggal
from p3dn_reports.outputs import disk
from p3dn_reports.outputs.manifest import json_bytes
from p3dn_reports.outputs.stage import LOCK
from p3dn_reports.problems import problem

_TAKEN = "keluaran-sedang-dibuat"
_LONGEST = 1 << 12


@dataclass(frozen=True, slots=True)
class AtWork:
    """Who builds, on which computer, since when."""

    oleh: str
    komputer: str
    sejak: datetime

    def __str__(self) -> str:
        """A sentence: `Petugas Contoh 2 sedang menyusun naskah di PC-CONTOH-02 sejak 15.02.`."""
        here = self.sejak.astimezone()
        day = "" if here.date() == now().date() else f"{tanggal(here.date())} pukul "
        return f"{self.oleh} sedang menyusun naskah di {self.komputer} sejak {day}{here:%H.%M}."


@contextmanager
def turn(desk: Desk, petugas: Petugas) -> Iterator[None]:
    """Hold the builds of the inputs folder. Raises ProblemsError where another does, saying who."""
    try:
        with disk.locked(_lock(desk)):
            told = {"oleh": petugas.oleh, "komputer": petugas.komputer, "sejak": now().isoformat(timespec="seconds")}
            disk.replace_file(_note(desk), json_bytes(told))
            try:
                yield
            finally:
                _note(desk).unlink(missing_ok=True)
    except ProblemsError as error:
        if error.problems[0].kode != _TAKEN or not (other := at_work(desk)):
            raise
        raise ProblemsError([problem("sedang-disusun", nilai=str(other))]) from error


def at_work(desk: Desk) -> AtWork | None:
    """Who builds the inputs folder now; nothing is written to find out."""
    note = _note(desk)
    if not note.is_file() or not disk.is_locked(_lock(desk)):
        return None
    try:
        with note.open("rb") as stream:
            told = json.loads(stream.read(_LONGEST))
        return AtWork(str(told["oleh"]), str(told["komputer"]), datetime.fromisoformat(told["sejak"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _lock(desk: Desk) -> Path:
    return desk.susunan / LOCK


def _note(desk: Desk) -> Path:
    return desk.susunan / f"{LOCK}.json"
