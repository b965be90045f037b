"""A build reaches outputs/ whole or not at all, and never over another one.

Files go into a temporary folder beside the place, the manifest last; one rename makes it the build. Killed at any
moment, the last complete build stays whole, and what the dead run left is cleared by the next.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from p3dn_reports.errors import ProblemsError
from p3dn_reports.outputs.disk import (
    check_length,
    locked,
    make_folder,
    rename_folder,
    replace_file,
    sync_folder,
    write_file,
)
from p3dn_reports.outputs.manifest import NAME, BuildPlace, json_bytes, output_entry, read_manifest
from p3dn_reports.outputs.names import safe_path
from p3dn_reports.problems import Location, problem

NEWEST = "terbaru.json"
_LOCK = ".kunci"
_TEMPORARY = ".sedang-dibuat-"
_BUILD_NAME = re.compile(r"\d{4}-\d{2}-\d{2}_[0-9a-f]{7,64}(-\d+)?")
_SHORT = 7


def find_build(root: Path, digest: str) -> Path | None:
    """The complete build below `root` (the outputs folder) made from the parts with this digest, or None.

    Complete: every file of its manifest is there in its size. A document that somebody has since edited makes the
    build another one, which is left to its owner.
    """
    for folder in sorted(root.glob(f"*/*/*_{digest[:_SHORT]}*")):
        manifest = read_manifest(folder)
        if manifest is not None and manifest["digest"] == digest and _has_all_files(folder, manifest):
            return folder
    return None


def publish(root: Path, place: BuildPlace, files: Iterable[tuple[str, bytes]], manifest: Mapping[str, object]) -> Path:
    """Write the build to `root/<daerah>/<periode>/<data_per>_<digest7>/` and point terbaru.json to it.

    `files` are names relative to the folder, parts divided by "/", with their bytes; taken one by one, so that they may
    be made on the way. `manifest` gains `keluaran`: digest and size of every file. A build of the same digest that is
    there already is left as it is. Returns the folder. Raises ProblemsError where the disk refuses (a file held open,
    no room, another run at work) and ValueError for a name that `safe_path` would change.
    """
    with locked(root / _LOCK):
        clear_leftovers(root)
        folder = find_build(root, place.digest) or _write_build(root, place, files, manifest)
        mark_newest(folder)
    return folder


def mark_newest(folder: Path) -> None:
    """Let terbaru.json beside the build `folder` point to it; written only where it says otherwise."""
    manifest = read_manifest(folder)
    if manifest is None:
        raise ValueError(f"not a build: {folder}")
    content = {"versi": "1", "folder": folder.name, "data_per": manifest["data_per"], "digest": manifest["digest"]}
    pointer, data = folder.parent / NEWEST, json_bytes(content)
    if not pointer.is_file() or pointer.read_bytes() != data:
        replace_file(pointer, data, folder.parent / f"{_TEMPORARY}{NEWEST}")


def clear_leftovers(root: Path) -> None:
    """Remove what dead runs left below `root`: temporary folders, and build folders without a manifest.

    What cannot be removed, being open somewhere, waits for the next run. Call it with the lock held.
    """
    for leftover in _leftovers(root):
        if leftover.is_dir():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            leftover.unlink(missing_ok=True)


def _leftovers(root: Path) -> Iterator[Path]:
    yield from sorted(root.glob(f"*/*/{_TEMPORARY}*"))
    for folder in sorted(root.glob("*/*/*_*")):
        if _BUILD_NAME.fullmatch(folder.name) and folder.is_dir() and not (folder / NAME).exists():
            yield folder


def _write_build(
    root: Path, place: BuildPlace, files: Iterable[tuple[str, bytes]], manifest: Mapping[str, object]
) -> Path:
    folder = _free_folder(root / safe_path(place.daerah) / safe_path(place.periode), place)
    temporary = _free_name(folder.parent, f"{_TEMPORARY}{place.digest[:_SHORT]}")
    make_folder(temporary)
    try:
        written = _write_files(temporary, folder, files)
        write_file(temporary / NAME, json_bytes({**manifest, "keluaran": written}))
        for inner in {temporary, *(path for path in temporary.rglob("*") if path.is_dir())}:
            sync_folder(inner)
        rename_folder(temporary, folder)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    return folder


def _write_files(temporary: Path, folder: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, dict[str, object]]:
    """Write all files; what the manifest says of each, by name. Windows takes `A.docx` and `a.docx` for one."""
    written: dict[str, dict[str, object]] = {}
    taken = {NAME}
    for name, data in files:
        if name != safe_path(name):
            raise ValueError(f"unsafe file name: {name!r}")
        if name.casefold() in taken:
            raise ProblemsError([problem("keluaran-nama-ganda", Location(berkas=name))])
        check_length(folder / name)
        write_file(temporary / name, data)
        taken.add(name.casefold())
        written[name] = output_entry(data)
    return dict(sorted(written.items()))


def _free_folder(parent: Path, place: BuildPlace) -> Path:
    """Where the build goes: a longer digest where another build has the name, a number where its own was altered."""
    length = _SHORT
    while length < len(place.digest) and _is_another(parent / _build_name(place, length), place.digest):
        length += 1
    return _free_name(parent, _build_name(place, length))


def _is_another(folder: Path, digest: str) -> bool:
    manifest = read_manifest(folder)
    return folder.exists() and (manifest is None or manifest["digest"] != digest)


def _build_name(place: BuildPlace, length: int) -> str:
    return f"{place.data_per.isoformat()}_{place.digest[:length]}"


def _free_name(parent: Path, name: str) -> Path:
    number, free = 1, parent / name
    while free.exists():
        number += 1
        free = parent / f"{name}-{number}"
    return free


def _has_all_files(folder: Path, manifest: Mapping[str, dict[str, dict[str, object]]]) -> bool:
    return all(_size(folder / name) == entry["ukuran"] for name, entry in manifest["keluaran"].items())


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
