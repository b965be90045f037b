"""A folder of entries that appear whole or not at all, each under the digest of all it rests on.

Whatever is wrong with an entry, it is as if it were not there; a folder that cannot be written to is no fault.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from p3dn_reports.renaming import rename_patiently

_TOLD = "bacaan.json"
_PACKAGE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Entries in `folder`, of which the `most` last used are kept."""

    folder: Path
    most: int

    def entry(self, parts: Iterable[str]) -> Path:
        """Where something that rests on `parts`, and on the versions and sources of this program, is kept."""
        return self.folder / digest("\0".join([*parts, engine()]).encode())[:40]

    def take(self, entry: Path) -> Any:
        """What is told beside the files of an entry. Raises OSError, ValueError or LookupError for an unsound one."""
        kept = json.loads((entry / _TOLD).read_bytes())
        told, files = kept["isi"]["isi"], kept["isi"]["berkas"]
        if digest(json.dumps(kept["isi"]).encode()) != kept["sha256"]:
            raise ValueError(_TOLD)
        if files != {path.name: file_digest(path) for path in entry.iterdir() if path.name != _TOLD}:
            raise ValueError(entry)
        os.utime(entry)
        return told

    def put(self, entry: Path, told: object, write: Callable[[Path], object]) -> None:
        """Make an entry anew: `write` writes its files into the folder it is given. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.folder, prefix=".baru-") as temporary:
            made = Path(temporary) / "isi"
            made.mkdir()
            write(made)
            body = {"berkas": {path.name: file_digest(path) for path in sorted(made.iterdir())}, "isi": told}
            kept = {"sha256": digest(json.dumps(body).encode()), "isi": body}
            (made / _TOLD).write_text(json.dumps(kept), encoding="utf-8")
            shutil.rmtree(entry, ignore_errors=True)
            rename_patiently(made, entry)
        self._prune()

    def _prune(self) -> None:
        """Let go of the entries unused for longest."""
        entries = sorted(self.folder.glob("[0-9a-f]*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for entry in entries[self.most :]:
            shutil.rmtree(entry, ignore_errors=True)


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@lru_cache(maxsize=1)
def engine() -> str:
    """The versions and sources that decide what is read from a file."""
    versions = [f"{name} {version(name)}" for name in ("p3dn-reports", "duckdb", "python-calamine", "nanoarrow")]
    rooms = [path for room in ("inputs", "tables") for path in sorted((_PACKAGE / room).rglob("*.py"))]
    sources = [*rooms, *sorted(_PACKAGE.glob("*.py"))]
    return "\n".join([*versions, *(file_digest(path) for path in sources)])
