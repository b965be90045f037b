"""Who does something, on which computer, and when. Only here is the clock of this computer asked."""

from __future__ import annotations

import getpass
import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime

VARIABLE = "P3DN_OLEH"


@dataclass(frozen=True, slots=True)
class Petugas:
    """The person at a computer, as both call themselves."""

    oleh: str
    komputer: str


def here(oleh: str | None = None) -> Petugas:
    """The person at this computer: as named, else by P3DN_OLEH, else by the name they are logged in under."""
    return Petugas(oleh or os.environ.get(VARIABLE) or _login(), platform.node() or "komputer")


def now() -> datetime:
    """This moment by this computer's clock, with its offset."""
    return datetime.now(UTC).astimezone()


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a computer without names for its users
        return "petugas"
