"""Inputs folders for the pipeline's tests: a small base quarter, and cases that lay files over it."""

from __future__ import annotations

import shutil
from pathlib import Path

from p3dn_reports.pipeline import BuildResult
from p3dn_reports.problems import Problem, Severity
from p3dn_reports.workspace import Workspace

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BASE = HERE / "dasar"
CASES = HERE / "kasus"
EXPECTED = "harapan.txt"
INTERNAL = ("catatan_penafsiran", "ringkasan")
EXAMPLES = ("contoh-dki-2024-tw4", "contoh-pandeglang-2024", "kab-bandung-2025")


def workspace(outputs: Path, rules: Path = ROOT / "rules.yaml", templates: Path = ROOT / "templates/docx") -> Workspace:
    """The repository's workspace, writing to a folder of the test's own."""
    return Workspace(
        root=ROOT, rules=rules, schemas=ROOT / "schemas", templates=templates, inputs=ROOT / "inputs", outputs=outputs
    )


def folder_of(result: BuildResult) -> Path:
    """The folder a build left."""
    assert result.folder is not None
    return result.folder


def laid_over(case: Path, target: Path) -> Path:
    """The base quarter with the case's files over it; an empty file takes the base's file away."""
    shutil.copytree(BASE, target)
    for file in case.iterdir():
        if file.name == EXPECTED:
            continue
        if file.stat().st_size:
            shutil.copy(file, target / file.name)
        else:
            (target / file.name).unlink()
    return target


def as_text(result: BuildResult) -> str:
    """What came of a build, as a person reads it: every fault and warning, every document with its standing.

    The internal worksheets, which come of every build, have tests of their own.
    """
    problems = [_line(found) for found in result.problems if found.tingkat is not Severity.CATATAN]
    documents = [
        f"{record.status:8} {record.berkas}{_why(record.sebab, record.kurang)}"
        for record in result.dokumen
        if record.id not in INTERNAL
    ]
    return "\n".join([*problems, "", *documents]) + "\n"


def _line(found: Problem) -> str:
    return f"{found.tingkat} {found.kode} [{found.lokasi}] {found.pesan}"


def _why(sebab: tuple[str, ...], kurang: tuple[str, ...]) -> str:
    reasons = [*sebab, *(f"[LENGKAPI: {name}]" for name in kurang)]
    return f" ({'; '.join(reasons)})" if reasons else ""
