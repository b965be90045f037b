"""What is made from a build's documents without being one of them: PDF sets, each in a folder of its own in the build.

LibreOffice writes its own dates and numbers into every PDF, so that two conversions of one document differ in bytes.
A set therefore is not part of the build, whose bytes follow from its name: it comes later or not at all, whole, with
its own manifest, which names the build and the document each PDF was made from. `manifest.json` above is never touched.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from p3dn_reports.outputs.disk import locked
from p3dn_reports.outputs.manifest import NAME, VERSION, read_manifest
from p3dn_reports.outputs.publish import clear_leftovers
from p3dn_reports.outputs.stage import LOCK, Stage, free_name, has_all_files, staged


@dataclass(frozen=True, slots=True)
class Derived:
    """One file of a set: the document it was made from, by its name in the build, and its bytes; None: not made."""

    name: str
    source: str
    content: bytes | None


def documents_of(folder: Path) -> list[str]:
    """The Word documents of a complete build, by their names in it."""
    return sorted(name for name in _listed(folder) if name.endswith(".docx"))


def find_set(folder: Path, form: str) -> Path | None:
    """The set of this form (`PDF`, `PDF/A-2b`) in the build `folder` that wants nothing, or None."""
    for place, manifest in sets_of(folder):
        if manifest["bentuk"] == form and not manifest["tidak_dibuat"] and has_all_files(place, manifest):
            return place
    return None


def sets_of(folder: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every set in a build whose manifest can be read, with it."""
    for place in set_places(folder):
        manifest = read_set(place)
        if manifest is not None:
            yield place, manifest


def set_places(folder: Path) -> list[Path]:
    """The folders in a build that have a manifest of their own."""
    return sorted(path.parent for path in folder.glob(f"*/{NAME}"))


def publish_set(root: Path, folder: Path, name: str, form: str, files: Iterable[Derived]) -> Path | None:
    """Write a set to `folder/<name>/`, at one stroke; its folder, or None where not one file could be made.

    `root` is the outputs folder, `form` what the files are. `files` are taken one by one, so that they may be made on
    the way. A folder of that name which is there already stays, and the set gets a number. Raises ProblemsError where
    the disk refuses or another run is at work.
    """
    build = read_manifest(folder)
    if build is None:
        raise ValueError(f"not a build: {folder}")
    with locked(root / LOCK):
        clear_leftovers(root)
        target = free_name(folder, name)
        with staged(folder.parent, name, target) as stage:
            missing = [file.source for file in files if not _added(stage, file, build["keluaran"])]
            if not stage.written:
                return None
            content = {"versi": VERSION, "bentuk": form, "digest": build["digest"], "tidak_dibuat": sorted(missing)}
            stage.appear(content)
    return target


def _added(stage: Stage, file: Derived, sources: dict[str, Any]) -> bool:
    if file.content is None:
        return False
    stage.add(file.name, file.content, dari={"berkas": file.source, "sha256": sources[file.source]["sha256"]})
    return True


def read_set(place: Path) -> dict[str, Any] | None:
    """The manifest of a set, or None where there is none that can be read."""
    try:
        content = json.loads((place / NAME).read_bytes())
    except (OSError, ValueError):
        return None
    return content if _well_formed(content) else None


def _well_formed(content: object) -> bool:
    if not isinstance(content, dict) or not isinstance(content.get("keluaran"), dict):
        return False
    return (
        isinstance(content.get("bentuk"), str)
        and isinstance(content.get("digest"), str)
        and isinstance(content.get("tidak_dibuat"), list)
        and all(_is_entry(entry) for entry in content["keluaran"].values())
    )


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict) or not {"sha256", "ukuran", "dari"} <= entry.keys():
        return False
    return isinstance(entry["dari"], dict) and {"berkas", "sha256"} <= entry["dari"].keys()


def _listed(folder: Path) -> dict[str, Any]:
    manifest = read_manifest(folder)
    if manifest is None:
        raise ValueError(f"not a build: {folder}")
    listed: dict[str, Any] = manifest["keluaran"]
    return listed
