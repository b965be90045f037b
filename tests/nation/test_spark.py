"""The same tasks carried by Spark, where it is installed (make test-spark): the same bytes, whoever dies on the way."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from p3dn_reports.nation.building import build_nation
from p3dn_reports.nation.runners import Manner, serial, spark
from p3dn_reports.nation.taking import take
from tests.nation.lakes import PERIODE, bytes_of, home, killed_until_marked, quarter, tasks

sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module", autouse=True)
def session() -> Iterator[None]:
    """Two executors of a session that tries a lost task up to four times."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
        found = sql.SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").getOrCreate()
        yield
        found.stop()


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
