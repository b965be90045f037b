"""A folder that appears at one stroke: written under another name beside its place, its manifest last, then renamed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from p3dn_reports.errors import ProblemsError
from p3dn_reports.outputs.disk import check_length, make_folder, rename_folder, sync_folder, write_file
from p3dn_reports.outputs.manifest import NAME, json_bytes, output_entry
from p3dn_reports.outputs.names import safe_path
from p3dn_reports.problems import Location, problem

LOCK = ".kunci"
"""The lock file of an outputs folder, to be held by whoever writes there."""

TEMPORARY = ".sedang-dibuat-"
"""How the names of what is in the making begin; `publish.clear_leftovers` removes what a dead run left of it."""


class Stage:
    """A folder in the making; `written` is what its manifest will say of each file, by name."""

    def __init__(self, temporary: Path, target: Path) -> None:
        self._temporary = temporary
        self._target = target
        self._taken = {NAME}
        self.written: dict[str, dict[str, object]] = {}

    def add(self, name: str, data: bytes, **more: object) -> None:
        """Write one file; `more` goes into its entry. Windows takes `A.docx` and `a.docx` for one.

        Raises ProblemsError where the disk refuses or a name comes twice, ValueError for one `safe_path` would change.
        """
        if name != safe_path(name):
            raise ValueError(f"unsafe file name: {name!r}")
        if name.casefold() in self._taken:
            raise ProblemsError([problem("keluaran-nama-ganda", Location(berkas=name))])
        check_length(max(self._target / name, self._temporary / name, key=lambda path: len(str(path))))
        write_file(self._temporary / name, data)
        self._taken.add(name.casefold())
        self.written[name] = {**output_entry(data), **more}

    def appear(self, manifest: Mapping[str, object]) -> None:
        """Write the manifest, which gains `keluaran`, and give the folder its name."""
        keluaran = dict(sorted(self.written.items()))
        write_file(self._temporary / NAME, json_bytes({**manifest, "keluaran": keluaran}))
        for inner in {self._temporary, *(path for path in self._temporary.rglob("*") if path.is_dir())}:
            sync_folder(inner)
        rename_folder(self._temporary, self._target)


@contextmanager
def staged(parent: Path, label: str, target: Path) -> Iterator[Stage]:
    """The folder `target` in the making, in `parent` meanwhile. What does not appear in the end is removed."""
    temporary = free_name(parent, f"{TEMPORARY}{label}")
    make_folder(temporary)
    try:
        yield Stage(temporary, target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def free_name(parent: Path, name: str) -> Path:
    """`parent/name`, or with the first number that no one has taken."""
    number, free = 1, parent / name
    while free.exists():
        number += 1
        free = parent / f"{name}-{number}"
    return free


def has_all_files(folder: Path, manifest: Mapping[str, dict[str, dict[str, object]]]) -> bool:
    """Whether every file of the manifest is there in its size."""
    return all(_size(folder / name) == entry["ukuran"] for name, entry in manifest["keluaran"].items())


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
