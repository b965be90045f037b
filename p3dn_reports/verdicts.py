"""What was once found sound and is not looked at again: a file under the digest of all it rests on.

A verdict is empty, or holds as text what was read of a sound one, never code; there is none for what is at fault. One
that is missing, not whole, of another version of the program, or in a folder that cannot be written to costs the look
and nothing else.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MOST_KEPT = 256


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Verdicts kept in `folder`, the MOST_KEPT last asked for; None keeps none."""

    folder: Path | None = None

    def stands(self, name: str, rests_on: Iterable[bytes]) -> bool:
        """Whether what is called `name` was found sound on exactly this."""
        if self.folder is None:
            return False
        with suppress(OSError):
            os.utime(_place(self.folder, name, rests_on))
            return True
        return False

    def text(self, name: str, rests_on: Iterable[bytes]) -> str | None:
        """What was kept beside the verdict; None where none stands or it is not whole."""
        if self.folder is None:
            return None
        with suppress(OSError):
            place = _place(self.folder, name, rests_on)
            digest, _, content = place.read_bytes().partition(b"\n")
            os.utime(place)
            return content.decode() if digest.decode("ascii", "replace") == _digest(content) else None
        return None

    def keep(self, name: str, rests_on: Iterable[bytes], text: str | None = None) -> None:
        """Note that it was, with what was read of it."""
        if self.folder is None:
            return
        content = b"" if text is None else text.encode()
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            place = _place(self.folder, name, rests_on)
            half = place.with_name(f"{place.name}.{os.getpid()}")
            half.write_bytes(b"" if text is None else _digest(content).encode() + b"\n" + content)
            half.replace(place)
            for oldest in sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-MOST_KEPT]:
                oldest.unlink(missing_ok=True)


NO_VERDICTS = Verdicts()
"""None is kept."""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _place(folder: Path, name: str, rests_on: Iterable[bytes]) -> Path:
    whole = hashlib.sha256()
    for part in rests_on:
        whole.update(hashlib.sha256(part).digest())
    return folder / f"{name}-{whole.hexdigest()[:40]}"


@cache
def sources_of(room: Path) -> bytes:
    """The digest of a room's own sources, on which its verdicts rest too."""
    whole = hashlib.sha256()
    for path in sorted(room.rglob("*.py")):
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.digest()
