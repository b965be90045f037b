"""Seeded faults: each is told at its cell with its code, nothing else is told, and nothing on the clean twin."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.inputs.folder import read_inputs
from p3dn_reports.inputs.intake.taking import Manner
from p3dn_reports.problems import Problem
from tests.inputs.cases import SCHEMAS
from tests.inputs.seeded import KINDS, PER_KIND, Seeded, told_at, write_folder

ROWS = 3000
SKIPPED = "baris-jumlah-dilewati"
"""The one remark that is right on either twin: the row of totals under the payments is no payment."""


def problems(folder: Path) -> list[Problem]:
    with read_inputs(folder, SCHEMAS, Manner(apart_from=1 << 60)) as inputs:
        return [found for found in inputs.problems if found.kode != SKIPPED]


@pytest.fixture(scope="module", params=[1, 2])
def faulty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Seeded, list[Problem]]:
    folder = tmp_path_factory.mktemp("berisi-galat")
    return write_folder(folder, ROWS, request.param, faulty=True), problems(folder)


def test_every_fault_is_told_at_its_cell_and_nothing_else(faulty: tuple[Seeded, list[Problem]]) -> None:
    seeded, found = faulty
    assert seeded.faults >= 200
    assert len(seeded.cells) == seeded.faults
    assert told_at(found) == seeded.cells
    assert all(problem.lokasi.sel for problem in found)


def test_faults_in_one_run_of_rows_are_told_as_one_range(faulty: tuple[Seeded, list[Problem]]) -> None:
    seeded, found = faulty
    assert {problem.kode: problem.lokasi.sel for problem in found if problem.kode in seeded.runs} == seeded.runs


def test_every_kind_is_seeded() -> None:
    assert len({kind.kode for kind in KINDS}) >= 10
    assert PER_KIND == 20


def test_the_clean_twin_has_nothing_to_tell(tmp_path: Path) -> None:
    assert write_folder(tmp_path, ROWS, faulty=False).faults == 0
    assert problems(tmp_path) == []


def test_a_near_miss_names_the_unit_that_may_be_meant(faulty: tuple[Seeded, list[Problem]]) -> None:
    _, found = faulty
    of_names = [problem for problem in found if problem.kode == "nama-satker-tidak-dikenal"]
    near = [problem for problem in of_names if "DINAS" in (problem.nilai or "")]
    assert len(near) < len(of_names)
    assert all("Mungkin maksud Anda Dinas" in problem.saran and problem.unit for problem in near)
    assert all(problem.semua_unit for problem in of_names if problem not in near)
