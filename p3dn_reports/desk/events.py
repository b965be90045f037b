"""What people did, one small file each: written once, never changed or deleted, merged by copying folders together.

The state of a quarter is a fold over them by (waktu, file name). A mistake is undone by a `batal` event that names the
one it undoes. Their form is `schemas/catatan.schema.json`; what each kind must say stands in `KINDS`.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from p3dn_reports.desk.people import Petugas, now
from p3dn_reports.desk.places import FROZEN, Desk
from p3dn_reports.outputs import disk
from p3dn_reports.outputs.manifest import json_bytes
from p3dn_reports.outputs.names import is_scratch
from p3dn_reports.problems import Location, Problem, problem

VERSION = "1"
KINDS: Mapping[str, tuple[str, ...]] = {
    "susunan": ("susunan",),
    "terkirim": ("naskah", "susunan", "edisi", "isi", "beku"),
    "ditandatangani": ("naskah", "susunan", "edisi", "isi", "beku"),
    "dicabut": ("naskah", "atas"),
    "diganti": ("naskah", "atas"),
    "pilihan": ("naskah", "susunan", "pilihan"),
    "pengingat": ("unit",),
    "permintaan": ("unit",),
    "diterima": ("berkas", "kiriman", "sha256"),
    "ditolak": ("berkas", "kiriman", "sha256"),
    "dipakai_lagi": ("berkas", "kiriman", "sha256"),
    "balasan": ("berkas", "sha256"),
    "batal": ("batal",),
}
"""What an event of each kind must say."""

_NAME = re.compile(r"\d{8}T\d{6}_[A-Za-z0-9-]{1,40}_[0-9a-f]{8}\.json")
_LONGEST = 1 << 16
_HEAD = ("waktu", "oleh", "komputer", "jenis")
_EDITION = r"Edisi 1|Perbaikan [1-9]\d{0,3}"
_FORMS = {
    "susunan": re.compile(r"[0-9a-f]{12}"),
    "edisi": re.compile(_EDITION),
    "isi": re.compile(r"[0-9a-f]{64}"),
    "sha256": re.compile(r"[0-9a-f]{64}"),
    "beku": re.compile(rf"{FROZEN}/[0-9a-f]{{12}}\.docx"),
    "pdf": re.compile(rf"{FROZEN}/[0-9a-f]{{12}}\.pdf"),
    "batal": _NAME,
    "atas": _NAME,
}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done. `data` is what its kind says of it; `nama` is the name of its file."""

    nama: str
    waktu: datetime
    oleh: str
    komputer: str
    jenis: str
    data: Mapping[str, Any]

    @property
    def naskah(self) -> tuple[str, ...]:
        """The document it is about: its id, and the unit, key or "daerah" that tells it from others."""
        return tuple(self.data.get("naskah", ()))

    def text(self, key: str) -> str | None:
        """What it says of `key`, where that is a text."""
        value = self.data.get(key)
        return value if isinstance(value, str) else None


@dataclass(frozen=True)
class Log:
    """Everything that was done, in order. `problems` name the files that could not be read; nothing rests on them."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...] = ()

    @cached_property
    def undone(self) -> frozenset[str]:
        """The names of the events that later ones have undone."""
        return frozenset(str(one.data["batal"]) for one in self.events if one.jenis == "batal")

    def of(self, *jenis: str) -> Iterator[Event]:
        """The events of these kinds that stand, in order."""
        return (one for one in self.events if one.jenis in jenis and one.nama not in self.undone)

    def named(self, nama: str) -> Event | None:
        """The event in the file of this name, whether it stands or not."""
        return next((one for one in self.events if one.nama == nama), None)


def read(desk: Desk) -> Log:
    """Every event kept of the inputs folder. A file that is none, or of a newer program, is told by name and left."""
    if not desk.catatan.is_dir():
        return Log(())
    found: list[Event] = []
    problems: list[Problem] = []
    for path in sorted(desk.catatan.iterdir()):
        if path.name.startswith(".") or path.is_dir() or is_scratch(path.name):
            continue
        event = _read(path)
        if isinstance(event, Event):
            found.append(event)
        else:
            problems.append(event)
    return Log(tuple(sorted(found, key=lambda one: (one.waktu, one.nama))), tuple(problems))


def write(desk: Desk, petugas: Petugas, jenis: str, waktu: datetime | None = None, **data: object) -> Event:
    """Keep that something was done. Returns the event, with the name its file got.

    Values that are None are left out. Raises ValueError for an event that `read` would not take, ProblemsError where
    the disk refuses.
    """
    waktu = waktu or now()
    content = {
        "versi": VERSION,
        "waktu": waktu.isoformat(timespec="milliseconds"),
        "oleh": petugas.oleh,
        "komputer": petugas.komputer,
        "jenis": jenis,
        **{key: value for key, value in data.items() if value is not None},
    }
    computer = re.sub(r"[^A-Za-z0-9]+", "-", petugas.komputer).strip("-")[:40] or "komputer"
    name = f"{waktu:%Y%m%dT%H%M%S}_{computer}_{secrets.token_hex(4)}.json"
    event = parse(name, json.loads(json_bytes(content)))
    disk.replace_file(desk.catatan / name, json_bytes(content))
    return event


def undo(desk: Desk, petugas: Petugas, log: Log, nama: str) -> Event:
    """Undo the event of this name: it stays, and counts for nothing. Raises ValueError where there is none."""
    if log.named(nama) is None or nama in log.undone:
        raise ValueError(f"no such event: {nama}")
    return write(desk, petugas, "batal", batal=nama)


def _read(path: Path) -> Event | Problem:
    place = Location(berkas=path.name)
    if not _NAME.fullmatch(path.name):
        return problem("catatan-asing", place, nilai=path.name)
    try:
        if path.stat().st_size > _LONGEST:
            raise ValueError("too long")
        content = json.loads(path.read_bytes())
        if isinstance(content, dict) and content.get("versi", VERSION) != VERSION:
            return problem("catatan-versi-lain", place, nilai=str(content["versi"])[:40])
        return parse(path.name, content)
    except (OSError, ValueError, RecursionError):
        return problem("catatan-rusak", place, nilai=path.name)


def parse(nama: str, content: object) -> Event:
    """The event a file says. Raises ValueError where it is none."""
    if not isinstance(content, dict):
        raise ValueError("not an object")
    head = [str(content.get(key, "")) for key in _HEAD]
    if content.get("versi") != VERSION or not all(head):
        raise ValueError("not an event")
    moment, oleh, komputer, jenis = head
    waktu = datetime.fromisoformat(moment)
    data = {key: value for key, value in content.items() if key not in _HEAD and key != "versi"}
    if waktu.tzinfo is None or jenis not in KINDS or not _says(data, KINDS[jenis]):
        raise ValueError("not an event of its kind")
    return Event(nama, waktu, oleh, komputer, jenis, data)


def _says(data: Mapping[str, Any], wanted: Sequence[str]) -> bool:
    """Whether an event says what its kind must, each in its form: what is said becomes file names and labels."""
    if not all(key in data for key in wanted):
        return False
    if "naskah" in data and not _is_pair(data["naskah"]):
        return False
    return all(isinstance(data[key], str) and form.fullmatch(data[key]) for key, form in _FORMS.items() if key in data)


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(one, str) for one in value)
