"""Kinds in which data are sent, and which nobody reads here."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.inputs.files.raw import Read
from p3dn_reports.problems import Location, problem


def read(path: Path) -> Read:
    """That it is not read: passing over it in silence would lose its data."""
    yield problem("format-belum-dibaca", Location(berkas=path.name), akhiran=path.suffix.casefold())
