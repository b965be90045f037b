"""A build reaches outputs/ whole or not at all, and never over another one.

Files go into a temporary folder beside the place, the manifest last; one rename makes it the build. Killed at any
moment, the last complete build stays whole, and what the dead run left is cleared by the next.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from p3dn_reports.outputs.disk import locked, update_file
from p3dn_reports.outputs.manifest import NAME, BuildPlace, json_bytes, read_manifest
from p3dn_reports.outputs.names import safe_path
from p3dn_reports.outputs.stage import LOCK, TEMPORARY, free_name, has_all_files, staged

NEWEST = "terbaru.json"
_BUILD_NAME = re.compile(r"\d{4}-\d{2}-\d{2}_[0-9a-f]{7,64}(-\d+)?")
_SHORT = 7
_PLACES = ("*", "*/*")
"""Where builds lie: in the folder of their inputs; those of older programs in `<daerah>/<periode>/`."""


def find_build(root: Path, masukan: str, digest: str) -> Path | None:
    """The complete build of an inputs folder below `root` (the outputs folder) with this digest, or None.

    Complete: every file of its manifest is there in its size. A document that somebody has since edited makes the
    build another one, which is left to its owner.
    """
    for folder in sorted((root / masukan).glob(f"*_{digest[:_SHORT]}*")):
        manifest = read_manifest(folder)
        if manifest is not None and manifest["digest"] == digest and has_all_files(folder, manifest):
            return folder
    return None


def publish(root: Path, place: BuildPlace, files: Iterable[tuple[str, bytes]], manifest: Mapping[str, object]) -> Path:
    """Write the build to `root/<masukan>/<data_per>_<digest7>/` and point terbaru.json to it.

    `files` are names relative to the folder, parts divided by "/", with their bytes; taken one by one, so that they may
    be made on the way. `manifest` gains `keluaran`: digest and size of every file. A build of the same digest that is
    there already is left as it is. Returns the folder. Raises ProblemsError where the disk refuses (a file held open,
    no room, another run at work) and ValueError for a name that `safe_path` would change.
    """
    with locked(root / LOCK):
        clear_leftovers(root)
        folder = find_build(root, place.masukan, place.digest) or _write_build(root, place, files, manifest)
        mark_newest(folder)
    return folder


def mark_newest(folder: Path) -> None:
    """Let terbaru.json beside the build `folder` point to it; written only where it says otherwise."""
    manifest = read_manifest(folder)
    if manifest is None:
        raise ValueError(f"not a build: {folder}")
    content = {"versi": "1", "folder": folder.name, "data_per": manifest["data_per"], "digest": manifest["digest"]}
    update_file(folder.parent / NEWEST, json_bytes(content), folder.parent / f"{TEMPORARY}{NEWEST}")


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
    for place in _PLACES:
        yield from sorted(root.glob(f"{place}/{TEMPORARY}*"))
    for folder in sorted(path for place in _PLACES for path in root.glob(f"{place}/*_*")):
        if _BUILD_NAME.fullmatch(folder.name) and folder.is_dir() and not (folder / NAME).exists():
            yield folder


def _write_build(
    root: Path, place: BuildPlace, files: Iterable[tuple[str, bytes]], manifest: Mapping[str, object]
) -> Path:
    folder = _free_folder(root / safe_path(place.masukan), place)
    with staged(folder.parent, place.digest[:_SHORT], folder) as stage:
        for name, data in files:
            stage.add(name, data)
        stage.appear(manifest)
    return folder


def _free_folder(parent: Path, place: BuildPlace) -> Path:
    """Where the build goes: a longer digest where another build has the name, a number where its own was altered."""
    length = _SHORT
    while length < len(place.digest) and _is_another(parent / _build_name(place, length), place.digest):
        length += 1
    return free_name(parent, _build_name(place, length))


def _is_another(folder: Path, digest: str) -> bool:
    manifest = read_manifest(folder)
    return folder.exists() and (manifest is None or manifest["digest"] != digest)


def _build_name(place: BuildPlace, length: int) -> str:
    return f"{place.data_per.isoformat()}_{place.digest[:length]}"
