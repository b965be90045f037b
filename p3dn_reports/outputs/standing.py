"""What a complete build recorded, read back when it is found again: nothing that makes one is imported."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from p3dn_reports.outputs.disk import explained
from p3dn_reports.outputs.manifest import read_manifest
from p3dn_reports.problems import Location, Problem, Severity
from p3dn_reports.vocabulary import BAWAH, LEBIH

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


def menjelaskan(hasil: Mapping[str, Any]) -> Mapping[str, Mapping[str, str]]:
    """By indicator the bands in which a unit must explain its figure, each `bawah` or `lebih`, as hasil.json says.

    One of an older program does not say it: there, what lies below or above two thresholds.
    """
    told: Mapping[str, Mapping[str, str]] | None = hasil.get("menjelaskan")
    if told is not None:
        return told
    found: dict[str, dict[str, str]] = {}
    for unit in hasil["unit"]:
        for name, one in unit["indikator"].items():
            side = next((side for gap, side in _SIDES.items() if one.get(gap) not in (None, "0")), None)
            if side and one["pita"] and len(one["batas"]) > 1:
                found.setdefault(name, {})[one["pita"]] = side
    return found


_SIDES = {"kekurangan_ambang": BAWAH, "kelebihan_ambang": LEBIH}


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
