"""Exact copies of what left the desk, named by the beginning of their SHA-256: what was sent can always be shown."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from p3dn_reports.desk.places import FROZEN, Desk
from p3dn_reports.errors import ProblemsError
from p3dn_reports.outputs import disk
from p3dn_reports.problems import Location, problem

_SHORT = 12


def freeze(desk: Desk, content: bytes, ending: str) -> str:
    """Keep the bytes as they are; the name events say of them (`terkirim/<sha12>.docx`)."""
    name = f"{FROZEN}/{sha256(content).hexdigest()[:_SHORT]}.{ending}"
    disk.update_file(desk.catatan / name, content)
    return name


def thawed(desk: Desk, name: str) -> bytes:
    """The bytes kept under a name of `freeze`. Raises ProblemsError where they are gone or not the same any more."""
    place: Path = desk.catatan / name
    try:
        content = place.read_bytes()
    except OSError:
        content = b""
    if sha256(content).hexdigest()[:_SHORT] != place.stem:
        raise ProblemsError([problem("beku-berubah", Location(berkas=str(place)), nilai=name)])
    return content
