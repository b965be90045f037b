"""Twenty-four invented regions, all with the same unit codes: one receipt is corrupted, one worker is killed midway.

Whatever carries the tasks, what is made is the same to the byte; every figure leads to its sender's cell, and plain
loops over the lake's rows come to the same.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from benchmarks.daerah import PERIODE, Region, Size, add_table
from p3dn_reports import pipeline
from p3dn_reports.inputs.intake.lake import read_part
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.nation.building import National, build_nation
from p3dn_reports.nation.places import newest, regions
from p3dn_reports.nation.runners import Manner, Runner, process, serial
from p3dn_reports.nation.taking import take
from p3dn_reports.nation.tasks import Outcome, Run, Task
from p3dn_reports.workspace import Workspace
from tests.aturan import ROOT
from tests.evaluation.explaining import rows, sums
from tests.evaluation.oracle import Oracle
from tests.nation.lakes import bytes_of

SIZE = Size(satuan_kerja=3, pembayaran=12, paket=9, rup=6)
REGIONS = [Region(number, SIZE, "insekda-48-2024" if number % 6 == 0 else "") for number in range(1000, 1024)]
JUDGED = [one for one in REGIONS if one.law]
CORRUPTED, FATAL = "D1005", "D1008"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace that knows the regions by one table."""
    folder = tmp_path_factory.mktemp("kerja")
    for name in ("aturan", "schemas", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "rules.yaml", folder)
    add_table(folder / "rules.yaml", REGIONS)
    return Workspace.at(folder)


@pytest.fixture(scope="module")
def lake(place: Workspace) -> Path:
    """The lake of all regions, one receipt corrupted."""
    for one in REGIONS:
        take(place, one.write(place.root / "masukan" / one.kd_klpd), place.root / "danau")
    receipt = newest(regions(place.root / "danau", PERIODE)[CORRUPTED]) / "resi.json"
    receipt.write_bytes(receipt.read_bytes().replace(b'"baris"', b'"Baris"', 1))
    return place.root / "danau"


@pytest.fixture(scope="module")
def result(place: Workspace, lake: Path) -> National:
    return build_nation(place, lake, PERIODE, place.root / "hasil", serial, Manner())


def region(result: National, kd_klpd: str) -> dict[str, Any]:
    return next(row for row in result.hasil["daerah"] if row["kd_klpd"] == kd_klpd)


def dying(run: Run, mark: Path, task: Task) -> Outcome:
    """A run that kills the process at work on one region, the first time."""
    if task.kd_klpd == FATAL and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return run(task)


def killing(runner: Runner, mark: Path) -> Runner:
    """A runner of which one worker is killed."""

    def run(what: Run, tasks: Sequence[Task], manner: Manner) -> Iterator[Outcome]:
        return runner(partial(dying, what, mark), tasks, manner)

    return run


def same_with_a_killed_worker(runner: Runner, place: Workspace, lake: Path, result: National, folder: Path) -> None:
    other = build_nation(place, lake, PERIODE, folder / "hasil", killing(runner, folder / "mati"), Manner(2))
    assert (folder / "mati").exists()
    there, here = bytes_of(folder / "hasil"), bytes_of(result.berkas.parents[2])
    tried = f'"percobaan": {region(other, FATAL)["percobaan"]}'.encode()
    name = f"nasional/{PERIODE}/{result.berkas.name}"
    assert there.pop(name).replace(tried, b'"percobaan": 1') == here.pop(name)
    assert there == here


def test_a_corrupted_receipt_is_refused_and_named(result: National) -> None:
    states = {row["kd_klpd"]: row["keadaan"] for row in result.hasil["daerah"] if row["kd_klpd"].startswith("D10")}
    assert states.pop(CORRUPTED) == "gagal"
    assert "resi.json" in region(result, CORRUPTED)["sebab"][0]
    assert {kd: state for kd, state in states.items() if state != "selesai"} == {"D107": "belum_menyerahkan"}
    for total in result.hasil["seluruh"]:
        assert CORRUPTED not in total["ikut"]
        assert total["tidak_ikut"][CORRUPTED].startswith("gagal: ")


def test_processes_of_which_one_is_killed_give_the_same_bytes(
    place: Workspace, lake: Path, result: National, tmp_path: Path
) -> None:
    same_with_a_killed_worker(process, place, lake, result, tmp_path)


def test_spark_of_which_one_worker_is_killed_gives_the_same_bytes(
    place: Workspace, lake: Path, result: National, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    pytest.importorskip("pyspark", reason="pyspark is not installed (make test-spark)")
    request.getfixturevalue("spark_session")
    from p3dn_reports.nation.on_spark import spark

    same_with_a_killed_worker(spark, place, lake, result, tmp_path)


def test_regions_with_the_same_unit_codes_stay_apart_and_who_names_no_law_is_not_judged(result: National) -> None:
    """Each has the figure of its own rows alone, as its file holds them."""
    for one in REGIONS:
        if one.kd_klpd != CORRUPTED:
            row = region(result, one.kd_klpd)
            assert row["satuan_kerja"] == 3
            assert row["tanpa_instrumen"] is not bool(one.law)
            assert bool(row["dokumen"]) is bool(one.law)
            assert (row["indikator"]["capaian_perkin"]["pita"] is None) is not bool(one.law)
    shares = {region(result, one.kd_klpd)["indikator"]["porsi_perkin"]["nilai"] for one in JUDGED}
    assert len(shares) == len(JUDGED)


def test_a_national_figure_is_explained_down_to_the_senders_cells(
    place: Workspace, lake: Path, result: National
) -> None:
    owing = result.hasil["wajib_menjelaskan"][0]
    part = lake / f"periode={PERIODE}" / region(result, owing["kd_klpd"])["bagian"]
    paid = rows(sums(pipeline.explain(place, part, owing["kode_satker"], owing["indikator"]))[1])
    sent = (place.root / "masukan" / owing["kd_klpd"] / "realisasi_bayar.csv").read_text(encoding="utf-8").splitlines()
    assert sum(one.nilai or 0 for one in paid.terbesar) == Fraction(owing["penyebut"])
    for one in paid.terbesar:
        assert (one.tempat.berkas, one.tempat.sel) == ("realisasi_bayar.csv", f"E{one.tempat.baris}")
        assert one.tempat.baris is not None
        assert sent[one.tempat.baris - 1].split(";")[4] == f"{one.nilai:.0f}"


@pytest.mark.parametrize("one", JUDGED[1:3], ids=lambda one: one.kd_klpd)
def test_plain_loops_over_the_lakes_rows_come_to_the_same(one: Region, place: Workspace, lake: Path) -> None:
    schemas = load_schemas(place.schemas)
    rules, _ = pipeline.load_rules(place, schemas)
    assert rules is not None
    part = newest(regions(lake, PERIODE)[one.kd_klpd])
    hasil: Any = pipeline.evaluate(place, part).hasil
    checked, _ = read_part(part, schemas)
    with checked.tables as tables:
        assert checked.meta is not None
        daerah = rules.daerah_of(one.kd_klpd)
        assert daerah is not None
        found_rows = {name: [dict(row) for row in tables.iter_rows(name)] for name in tables.present}
        oracle = Oracle(rules, daerah, checked.meta.periode, checked.meta.tanggal_cutoff, found_rows).answer()
    compared = Counter[str]()
    for kode, figures in [(None, hasil["seluruh"]), *((unit["kode_satker"], unit) for unit in hasil["unit"])]:
        for name, amount in figures["ukuran"].items():
            if amount is not None:  # where its table was not handed in, loops find no rows
                assert (kode, name, Fraction(amount)) == (kode, name, oracle.ukuran[kode, name])
        for name, found in figures["indikator"].items():
            if found["nilai"] is not None:
                compared[name] += 1
                assert (kode, name, Fraction(found["nilai_pasti"])) == (kode, name, oracle.nilai[kode, name])
                assert (kode, name, found["pita"]) == (kode, name, oracle.pita[kode, name])
    assert (compared["capaian_perkin"], len(compared)) == (4, 11)
