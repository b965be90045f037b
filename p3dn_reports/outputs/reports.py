"""The result files beside the documents, and how they are read back when an unchanged build is found again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.outputs.hasil import hasil_json
from p3dn_reports.outputs.manifest import json_bytes, read_manifest
from p3dn_reports.outputs.workbook import hasil_xlsx
from p3dn_reports.problems import Location, Problem, Severity

HASIL = "hasil.json"
WORKBOOK = "hasil.xlsx"
MASALAH = "masalah.json"
VERSION = "1"


def report_files(
    assessment: Assessment,
    dokumen: Sequence[Mapping[str, object]],
    masalah: Sequence[Problem],
    penafsiran: Sequence[Mapping[str, object]] = (),
) -> list[tuple[str, bytes]]:
    """hasil.json, hasil.xlsx and masalah.json, each with its bytes."""
    hasil = hasil_json(assessment, dokumen, masalah, penafsiran)
    return [
        (HASIL, json_bytes(hasil)),
        (WORKBOOK, hasil_xlsx(hasil)),
        (MASALAH, masalah_json(masalah)),
    ]


def masalah_json(masalah: Sequence[Problem]) -> bytes:
    """The content of masalah.json: every problem, in the order found."""
    return json_bytes({"versi": VERSION, "masalah": [found.as_json() for found in masalah]})


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
