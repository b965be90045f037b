"""The same tasks on a Spark cluster: it carries them to its executors, and DuckDB evaluates there as everywhere.

Every executor sees the lake, the workspace and the output under the same paths, and has this package installed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from p3dn_reports.errors import UsageError
from p3dn_reports.nation.tasks import Outcome, Run, Task, attempted

if TYPE_CHECKING:
    from p3dn_reports.nation.runners import Manner


def spark(run: Run, tasks: Sequence[Task], manner: Manner) -> Iterator[Outcome]:
    """One task a partition, so that what a lost executor had is tried again by Spark and by nobody else.

    The session is the one that is active, else a new one by the configuration found, which runs this very Python where
    it names none. Raises UsageError without pyspark, and where Spark itself fails.
    """
    try:
        from py4j.protocol import Py4JError  # noqa: PLC0415 (an optional extra)
        from pyspark.errors import PySparkException  # noqa: PLC0415
        from pyspark.sql import SparkSession  # noqa: PLC0415
    except ImportError as error:
        wanted = "Pelari spark memerlukan pyspark: pip install p3dn-reports[spark], dan Java di setiap komputernya."
        raise UsageError(wanted) from error
    most = manner.attempts

    def work(some: Iterable[Task]) -> Iterable[Outcome]:
        return (attempted(run, task, most) for task in some)

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        context = SparkSession.builder.getOrCreate().sparkContext
        rows = context.parallelize(tasks, len(tasks) or 1).mapPartitions(work)
        yield from rows.toLocalIterator(prefetchPartitions=True)
    except (PySparkException, Py4JError) as error:
        first = next((line for line in str(error).splitlines() if "Error" in line), "sebabnya pada catatan Spark")
        wanted = "Pastikan setiap komputernya mempunyai Java, Python, dan p3dn-reports yang sama, lalu ulangi."
        raise UsageError(f"Spark berhenti: {first.strip()}. {wanted} Daerah yang sudah jadi tidak diulang.") from error
