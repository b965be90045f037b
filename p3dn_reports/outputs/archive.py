"""A build in one file, to be sent or kept: the same build and sets give the same bytes."""

from __future__ import annotations

import filecmp
import zipfile
from contextlib import suppress
from pathlib import Path

from p3dn_reports.outputs.derived import sets_of
from p3dn_reports.outputs.disk import explained, locked, new_file, put_file
from p3dn_reports.outputs.manifest import NAME, read_manifest
from p3dn_reports.outputs.publish import clear_leftovers
from p3dn_reports.outputs.stage import LOCK, TEMPORARY, has_all_files

_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o644 << 16


def archive(root: Path, folder: Path) -> Path:
    """Write the build `folder` and its whole sets to `<folder>.zip` beside it; the file, untouched where it is right.

    It holds what the manifests list, and nothing a person has put beside that. `root` is the outputs folder. Raises
    ProblemsError where the disk refuses or another run is at work.
    """
    target = folder.with_name(f"{folder.name}.zip")
    with locked(root / LOCK):
        clear_leftovers(root)
        temporary = folder.with_name(f"{TEMPORARY}{target.name}")
        try:
            _write(temporary, folder)
            with explained(target):
                same = target.is_file() and filecmp.cmp(temporary, target, shallow=False)
            if not same:
                put_file(temporary, target)
        finally:
            with suppress(OSError):  # what went wrong first is what is told
                temporary.unlink(missing_ok=True)
    return target


def _write(temporary: Path, folder: Path) -> None:
    with new_file(temporary) as stream, zipfile.ZipFile(stream, "w") as archived:
        for name in _names(folder):
            archived.writestr(_entry(f"{folder.name}/{name}"), (folder / name).read_bytes())


def _names(folder: Path) -> list[str]:
    """The files of the build and of its whole sets, by name."""
    manifest = read_manifest(folder)
    if manifest is None:
        raise ValueError(f"not a build: {folder}")
    names = [NAME, *manifest["keluaran"]]
    for place, content in sets_of(folder):
        if has_all_files(place, content):
            names += [f"{place.name}/{name}" for name in (NAME, *content["keluaran"])]
    return sorted(names)


def _entry(name: str) -> zipfile.ZipInfo:
    """The head of one file, free of clock and system."""
    info = zipfile.ZipInfo(name, _DATE)
    info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _MODE
    return info
