"""What a complete build recorded, read back when it is found again: nothing that makes one is imported."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from p3dn_reports.outputs.manifest import read_manifest
from p3dn_reports.problems import Location, Problem, Severity

MASALAH = "masalah.json"


def read_build(folder: Path) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The documents and problems of a complete build, as it recorded them.

    Raises ValueError for a folder that is none; ask `find_build` first.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise ValueError(f"not a build: {folder}")
    masalah = json.loads((folder / MASALAH).read_bytes())["masalah"]
    return manifest["dokumen"], [_problem(record) for record in masalah]


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
