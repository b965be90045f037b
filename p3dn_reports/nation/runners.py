"""Runners: each takes tasks and yields their outcomes, in whatever order they end."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from importlib import import_module

from p3dn_reports.nation.tasks import Outcome, Run, Task, attempted, failed
from p3dn_reports.pipeline import Progress


@dataclass(frozen=True, slots=True)
class Manner:
    """How many workers there are, and how often a task is tried."""

    workers: int = 1
    attempts: int = 3


Runner = Callable[[Run, Sequence[Task], Manner], Iterator[Outcome]]
_KILLED = "proses yang mengerjakannya terhenti di tengah jalan"


def serial(run: Run, tasks: Sequence[Task], manner: Manner) -> Iterator[Outcome]:
    """One after another, here."""
    for task in tasks:
        yield attempted(run, task, manner.attempts)


def process(run: Run, tasks: Sequence[Task], manner: Manner) -> Iterator[Outcome]:
    """In processes of their own, one region a worker at a time. When one is killed, what was at work is tried again."""
    waiting = deque(tasks)
    while waiting:
        unfinished = yield from _pooled(run, waiting, manner)
        for task in unfinished:
            if task.percobaan >= manner.attempts:
                yield failed(task, _KILLED)
            else:
                waiting.append(replace(task, percobaan=task.percobaan + 1))


def _pooled(run: Run, waiting: deque[Task], manner: Manner) -> Generator[Outcome, None, list[Task]]:
    """Work off the queue by one pool; returns the tasks at work when a worker of it died."""
    at_work: dict[Future[Outcome], Task] = {}
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(manner.workers, mp_context=context) as pool:
        try:
            while waiting or at_work:
                while waiting and len(at_work) < manner.workers:
                    task = waiting.popleft()
                    at_work[pool.submit(attempted, run, task, manner.attempts)] = task
                for done in wait(at_work, return_when=FIRST_COMPLETED).done:
                    outcome = done.result()
                    del at_work[done]
                    yield outcome
        except BrokenProcessPool:
            return list(at_work.values())
    return []


def spark(run: Run, tasks: Sequence[Task], manner: Manner) -> Iterator[Outcome]:
    """By the executors of a Spark session. Raises UsageError without pyspark."""
    found: Runner = import_module("p3dn_reports.nation.on_spark").spark
    return found(run, tasks, manner)


RUNNERS: Mapping[str, Runner] = {"serial": serial, "process": process, "spark": spark}


def watched(outcomes: Iterator[Outcome], count: int, progress: Progress | None) -> Iterator[Outcome]:
    """The outcomes as they come, each told to whoever watches: so many of the regions are done."""
    for number, outcome in enumerate(outcomes, 1):
        if progress:
            progress(number, count, f"{outcome.kd_klpd} {outcome.keadaan}")
        yield outcome
