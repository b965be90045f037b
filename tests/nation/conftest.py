"""The Spark session of the tests that carry tasks by it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def spark_session() -> Iterator[None]:
    """Two executors that try a lost task up to four times."""
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed (make test-spark)")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
        found = sql.SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").getOrCreate()
        yield
        found.stop()
