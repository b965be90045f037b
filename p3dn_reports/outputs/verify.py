"""Whether a built folder still is what its manifest says: for whoever receives it, or doubts it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from p3dn_reports.outputs.disk import cause
from p3dn_reports.outputs.manifest import NAME, digest_of, read_manifest
from p3dn_reports.outputs.names import is_scratch
from p3dn_reports.problems import Location, Problem, problem


def verify(folder: Path) -> list[Problem]:
    """Every difference between the files of `folder` and its manifest: altered, missing, added.

    Added files are warnings, since a person may keep notes there; everything else is an error.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        kode = "keluaran-manifes-rusak" if (folder / NAME).exists() else "keluaran-tanpa-manifes"
        return [problem(kode, Location(berkas=NAME), folder=str(folder))]
    listed: dict[str, dict[str, object]] = manifest["keluaran"]
    found = [fault for name, entry in listed.items() for fault in _check(folder, name, str(entry["sha256"]))]
    if digest_of(manifest["bahan"]) != manifest["digest"]:
        found.append(problem("keluaran-digest-beda", Location(berkas=NAME), nilai=manifest["digest"]))
    extra = sorted(_names_in(folder) - listed.keys() - {NAME})
    return found + [problem("keluaran-berlebih", Location(berkas=name), berkas=name) for name in extra]


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
