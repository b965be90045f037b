"""The same tasks carried by Spark, where it is installed (make test-spark): the same bytes, whoever dies on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.nation.building import build_nation
from p3dn_reports.nation.runners import Manner, serial, spark
from p3dn_reports.nation.taking import take
from tests.nation.lakes import PERIODE, bytes_of, home, killed_until_marked, quarter, tasks

pytestmark = [pytest.mark.filterwarnings("default"), pytest.mark.usefixtures("spark_session")]


def test_the_bytes_are_those_of_a_serial_run(tmp_path: Path) -> None:
    place, lake = home(tmp_path), tmp_path / "danau"
    take(place, quarter(tmp_path / "d69"), lake)
    take(place, quarter(tmp_path / "d107", "D107", without="alasan.csv"), lake)
    for name, runner in (("satu", serial), ("dua", spark)):
        build_nation(place, lake, PERIODE, tmp_path / name, runner, Manner(2))
    assert bytes_of(tmp_path / "satu") == bytes_of(tmp_path / "dua")


def test_a_killed_worker_changes_nothing(tmp_path: Path) -> None:
    outcomes = spark(killed_until_marked, tasks(tmp_path, "D1", "D2", "D3"), Manner(2))
    assert [(one.kd_klpd, one.keadaan) for one in outcomes] == [(kd, "selesai") for kd in ("D1", "D2", "D3")]
    assert (tmp_path / "D2.mati").exists()
