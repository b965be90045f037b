"""One warm process for long work, one job at a time; pages stay quick meanwhile, and a job can be stopped."""

from __future__ import annotations

import multiprocessing
import secrets
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Event
from threading import Lock, Thread, Timer
from typing import Any

from p3dn_reports.formatting import desimal
from p3dn_reports.pipeline.records import SAVING
from p3dn_reports.web.jobs import Report, work
from p3dn_reports.web.tasks import TASKS

PATIENCE = 2.0
"""Seconds that a cancelled job is given to stop by itself."""

_SPAWN = multiprocessing.get_context("spawn")
_REMEMBERED = 60


class State(StrEnum):
    """How a job stands."""

    MENUNGGU = "menunggu"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    GAGAL = "gagal"
    DIBATALKAN = "dibatalkan"


@dataclass(slots=True)
class Job:
    """One piece of long work: the stages it went through, and what came of it (`result`, of a job that is done).

    `begun` is when each stage began, in seconds of a clock that only goes on.
    """

    id: str
    kind: str
    quarter: str
    arguments: Mapping[str, Any]
    state: State = State.MENUNGGU
    stages: list[str] = field(default_factory=list)
    begun: list[float] = field(default_factory=list)
    done: int = 0
    total: int = 0
    problems: list[Mapping[str, Any]] = field(default_factory=list)
    message: str = ""
    result: Any = None

    @property
    def open(self) -> bool:
        """Whether it waits or is at work."""
        return self.state in {State.MENUNGGU, State.BERJALAN}

    @property
    def told(self) -> list[str]:
        """The stages, each that is over with how long it took: `Membaca 6 berkas (1,2 detik)`."""
        over = zip(self.stages, pairwise(self.begun), strict=False)
        done = [f"{stage} ({desimal(Decimal(str(end - start)), 1)} detik)" for stage, (start, end) in over]
        return [*done, *self.stages[len(done) :]]

    @property
    def quiet(self) -> bool:
        """Whether a page asked for it, and no person."""
        return TASKS[self.kind].judul is None

    def hear(self, report: Report) -> None:
        """Take in what the process tells."""
        match report:
            case ("tahap", done, total, what):
                self._advance(done, total, what)
            case ("selesai", result):
                self.state, self.result = State.SELESAI, result
            case ("dibatalkan",):
                self.state = State.DIBATALKAN
            case ("gagal", message, problems):
                self.state, self.message, self.problems = State.GAGAL, message, problems

    def _advance(self, done: int, total: int, what: str) -> None:
        self.done, self.total = done, total
        if not total:
            self.stages.append(what)
            self.begun.append(time.monotonic())


class Worker:
    """Starts the process when it is first needed, or ahead by `warm`; a dead process is replaced by the next job."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._stop: Event = _SPAWN.Event()
        self._queue: deque[Job] = deque()
        self._serving = False
        self.jobs: dict[str, Job] = {}

    @property
    def current(self) -> Job | None:
        """What a person has asked for that is not done yet; what pages ask for by themselves is not counted."""
        return next((job for job in list(self.jobs.values()) if job.open and not job.quiet), None)

    def warm(self) -> None:
        """Start the process, so that the first job need not wait for its imports."""
        with self._lock:
            self._ready()

    def running(self, kind: str, quarter: str, arguments: Mapping[str, Any]) -> Job | None:
        """The job of this kind that waits or is at work for a quarter."""
        wanted, jobs = (kind, quarter, arguments), list(self.jobs.values())
        return next((one for one in jobs if one.open and (one.kind, one.quarter, one.arguments) == wanted), None)

    def finished(self, kind: str, quarter: str, **arguments: Any) -> Job | None:
        """The last job of this kind, for a quarter and with these arguments, that is done."""
        jobs = (one for one in reversed(list(self.jobs.values())) if (one.kind, one.quarter) == (kind, quarter))
        done = (one for one in jobs if one.state is State.SELESAI)
        return next((one for one in done if arguments.items() <= one.arguments.items()), None)

    def begin(self, kind: str, quarter: str, **arguments: Any) -> Job:
        """Put a job into the queue; what a person asks for goes before what pages ask for by themselves."""
        job = Job(secrets.token_hex(6), kind, quarter, arguments)
        with self._lock:
            self.jobs[job.id] = job
            quiet = (place for place, one in enumerate(self._queue) if one.quiet and not job.quiet)
            self._queue.insert(next(quiet, len(self._queue)), job)
            self._forget_oldest()
            if not self._serving:
                self._serving = True
                Thread(target=self._serve, daemon=True).start()
        return job

    def cancel(self, job: Job) -> None:
        """Ask the job to stop; a job that does not is ended with its process, which no file suffers from."""
        if job.state is State.MENUNGGU:
            job.state = State.DIBATALKAN
        elif job.state is State.BERJALAN:
            self._stop.set()
            timer = Timer(PATIENCE, self._end_if_running, args=(job,))
            timer.daemon = True
            timer.start()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._queue.clear()
            self._end()

    def _forget_oldest(self) -> None:
        closed = [job.id for job in self.jobs.values() if not job.open]
        for name in closed[: max(0, len(self.jobs) - _REMEMBERED)]:
            del self.jobs[name]

    def _serve(self) -> None:
        """Do what waits, one after the other."""
        while started := self._next():
            self._listen(*started)

    def _next(self) -> tuple[Job, Connection] | None:
        with self._lock:
            while self._queue:
                job = self._queue.popleft()
                if job.state is State.MENUNGGU:
                    self._stop.clear()
                    pipe = self._ready()
                    job.state = State.BERJALAN
                    pipe.send((job.kind, job.arguments))
                    return job, pipe
            self._serving = False
            return None

    def _ready(self) -> Connection:
        if self._process is None or not self._process.is_alive() or self._pipe is None:
            self._pipe, theirs = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=work, args=(theirs, self._stop), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def _listen(self, job: Job, pipe: Connection) -> None:
        while job.open:
            try:
                job.hear(pipe.recv())
            except (EOFError, OSError):
                job.message = "Proses penyusun berhenti sendiri. Naskah lama tidak berubah."
                job.state = State.DIBATALKAN if self._stop.is_set() else State.GAGAL
                with self._lock:
                    self._end()

    def _end_if_running(self, job: Job) -> None:
        """End a job that did not stop, unless it writes what it has made: that is done in a moment."""
        with self._lock:
            if job.state is State.BERJALAN and job.stages[-1:] != [SAVING]:
                self._end()

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.join()
            self._process = None
