"""The pictures of a workspace, by the names that profiles, columns and templates give them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from p3dn_reports.documents.word.pictures import image_of
from p3dn_reports.problems import Location, Problem, problem

FOLDER = "templates/gambar"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The one folder that pictures are taken from, each read once."""

    folder: Path
    _taken: dict[str, bytes | Problem] = field(default_factory=dict, compare=False)

    def take(self, name: str) -> bytes | Problem:
        """The PNG or JPEG of a name, `lambang.png` or `templates/gambar/lambang.png`, or why it cannot be shown."""
        if name not in self._taken:
            self._taken[name] = self._read(name)
        return self._taken[name]

    def _read(self, name: str) -> bytes | Problem:
        place, folder = self.folder / _within(name), self.folder.resolve()
        if not place.resolve().is_relative_to(folder):
            return _refused(name, f"terletak di luar folder {FOLDER}")
        try:
            content = place.read_bytes()
        except (OSError, ValueError):
            return _refused(name, f"tidak ada di folder {FOLDER}")
        return content if image_of(content) else _refused(name, "bukan berkas PNG atau JPEG yang utuh")


def _within(name: str) -> str:
    """The name below the folder, however it is written."""
    path = PurePosixPath(name.strip().replace("\\", "/"))
    return str(path.relative_to(FOLDER) if path.is_relative_to(FOLDER) else path)


def _refused(name: str, sebab: str) -> Problem:
    return problem("gambar-tidak-terpasang", Location(berkas=f"{FOLDER}/{_within(name)}"), nilai=name, sebab=sebab)
