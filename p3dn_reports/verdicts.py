"""What was once found sound and is not looked at again: an empty file under the digest of all it rests on.

A verdict holds no data and no code, and there is none for what is at fault. One that is missing, of another version of
the program, or in a folder that cannot be written to costs the look and nothing else.
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

    def keep(self, name: str, rests_on: Iterable[bytes]) -> None:
        """Note that it was."""
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            _place(self.folder, name, rests_on).touch()
            for oldest in sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-MOST_KEPT]:
                oldest.unlink(missing_ok=True)


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
