"""Whether a built folder still is what its manifest says: for whoever receives it, or doubts it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from p3dn_reports.outputs.derived import read_set, set_places
from p3dn_reports.outputs.disk import cause
from p3dn_reports.outputs.manifest import NAME, digest_of, read_manifest
from p3dn_reports.outputs.names import is_scratch
from p3dn_reports.problems import Location, Problem, problem


def verify(folder: Path) -> list[Problem]:
    """Every difference between the files of `folder` and its manifest, or those of its sets: altered, missing, added.

    Added files are warnings, since a person may keep notes there; everything else is an error.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        kode = "keluaran-manifes-rusak" if (folder / NAME).exists() else "keluaran-tanpa-manifes"
        return [problem(kode, Location(berkas=NAME), folder=str(folder))]
    listed: dict[str, Any] = manifest["keluaran"]
    found = [fault for name, entry in listed.items() for fault in _check(folder, name, str(entry["sha256"]))]
    if digest_of(manifest["bahan"]) != manifest["digest"]:
        found.append(problem("keluaran-digest-beda", Location(berkas=NAME), nilai=manifest["digest"]))
    known = {NAME, *listed}
    for place in set_places(folder):
        found += _check_set(folder, place.name, manifest)
        known |= {f"{place.name}/{name}" for name in (NAME, *_listed(place))}
    extra = sorted(_names_in(folder) - known)
    return found + [problem("keluaran-berlebih", Location(berkas=name), berkas=name) for name in extra]


def _check_set(folder: Path, place: str, build: dict[str, Any]) -> list[Problem]:
    """A set of PDFs is at fault by its own manifest, or because it was made from other documents than these."""
    manifest = read_set(folder / place)
    if manifest is None:
        return [problem("keluaran-manifes-rusak", Location(berkas=f"{place}/{NAME}"), folder=str(folder / place))]
    found = []
    for name, entry in manifest["keluaran"].items():
        found += _check(folder, f"{place}/{name}", str(entry["sha256"]))
        source = build["keluaran"].get(entry["dari"]["berkas"], {})
        if source.get("sha256") != entry["dari"]["sha256"]:
            found.append(
                problem("keluaran-turunan-beda", Location(berkas=f"{place}/{name}"), nilai=entry["dari"]["berkas"])
            )
    return found


def _listed(place: Path) -> dict[str, Any]:
    manifest = read_set(place)
    return manifest["keluaran"] if manifest else {}


def _check(folder: Path, name: str, expected: str) -> list[Problem]:
    place = Location(berkas=name)
    try:
        actual = sha256((folder / name).read_bytes()).hexdigest()
    except FileNotFoundError:
        return [problem("keluaran-hilang", place, berkas=name)]
    except OSError as error:
        return [problem("keluaran-tidak-terbaca", place, berkas=name, sebab=cause(error))]
    if actual == expected:
        return []
    return [problem("keluaran-berubah", place, nilai=actual, diharapkan=expected, berkas=name)]


def _names_in(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file() and not is_scratch(path.name))
    return {path.relative_to(folder).as_posix() for path in files}
