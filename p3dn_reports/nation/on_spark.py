"""The same tasks on a Spark cluster: it carries them to its executors, and DuckDB evaluates there as everywhere.

Every executor sees the lake, the workspace and the output under the same paths, and has this package installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from p3dn_reports.errors import UsageError
from p3dn_reports.nation.tasks import Outcome, Run, Task, attempted

if TYPE_CHECKING:
    from p3dn_reports.nation.runners import Manner


def spark(run: Run, tasks: Sequence[Task], manner: Manner) -> Iterator[Outcome]:
    """One task a partition, so that what a lost executor had is tried again by Spark and by nobody else.

    The session is the one that is active, else a new one by the configuration found. Raises UsageError without pyspark.
    """
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 (an optional extra)
    except ImportError as error:
        wanted = "Pelari spark memerlukan pyspark: pip install p3dn-reports[spark], dan Java di setiap komputernya."
        raise UsageError(wanted) from error
    most = manner.attempts

    def work(some: Iterable[Task]) -> Iterable[Outcome]:
        return (attempted(run, task, most) for task in some)

    context = SparkSession.builder.getOrCreate().sparkContext
    if tasks:
        yield from context.parallelize(tasks, len(tasks)).mapPartitions(work).toLocalIterator(prefetchPartitions=True)
