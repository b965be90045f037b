"""What a complete build recorded, read back when it is found again: nothing that makes one is imported."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from p3dn_reports.outputs.disk import explained
from p3dn_reports.outputs.manifest import read_manifest
from p3dn_reports.problems import Location, Problem, Severity

HASIL, MASALAH = "hasil.json", "masalah.json"


def read_build(folder: Path) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The documents and problems of a complete build, as it recorded them.

    Raises ValueError for a folder that is none; ask `find_build` first.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise ValueError(f"not a build: {folder}")
    return manifest["dokumen"], [_problem(record) for record in read_masalah(folder)]


def read_hasil(folder: Path) -> dict[str, Any]:
    """The content of a build's hasil.json. Raises ProblemsError where it cannot be read."""
    return _content(folder / HASIL)


def read_masalah(folder: Path) -> list[dict[str, Any]]:
    """The problems of a build, as records of masalah.json. Raises ProblemsError where it cannot be read."""
    found: list[dict[str, Any]] = _content(folder / MASALAH)["masalah"]
    return found


def _content(path: Path) -> dict[str, Any]:
    with explained(path):
        content: dict[str, Any] = json.loads(path.read_bytes())
    return content


def _problem(record: Mapping[str, Any]) -> Problem:
    return Problem(
        kode=record["kode"],
        tingkat=Severity(record["tingkat"]),
        pesan=record["pesan"],
        saran=record["saran"],
        lokasi=Location(*(record[key] for key in ("berkas", "lembar", "sel", "baris", "kolom"))),
        nilai=record["nilai"],
        diharapkan=record["diharapkan"],
        tabel=record["tabel"],
        unit=tuple(record["unit"]),
        semua_unit=record["semua_unit"],
    )
