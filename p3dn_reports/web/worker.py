"""One warm process for long work, one job at a time; pages stay quick meanwhile, and a job can be stopped."""

from __future__ import annotations

import multiprocessing
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.synchronize import Event
from threading import Lock, Thread, Timer
from typing import Any

from p3dn_reports.web.jobs import Report, work

PATIENCE = 2.0
"""Seconds that a cancelled job is given to stop by itself."""

_SPAWN = multiprocessing.get_context("spawn")


class State(StrEnum):
    """How a job stands."""

    BERJALAN = "berjalan"
    SELESAI = "selesai"
    GAGAL = "gagal"
    DIBATALKAN = "dibatalkan"


@dataclass(slots=True)
class Job:
    """One piece of long work: the stages it went through, and what came of it."""

    id: str
    quarter: str
    state: State = State.BERJALAN
    stages: list[str] = field(default_factory=list)
    done: int = 0
    total: int = 0
    problems: list[Mapping[str, Any]] = field(default_factory=list)
    message: str = ""

    def hear(self, report: Report) -> None:
        """Take in what the process tells."""
        match report:
            case ("tahap", done, total, what):
                self._advance(done, total, what)
            case ("selesai",):
                self.state = State.SELESAI
            case ("dibatalkan",):
                self.state = State.DIBATALKAN
            case ("gagal", message, problems):
                self.state, self.message, self.problems = State.GAGAL, message, problems

    def _advance(self, done: int, total: int, what: str) -> None:
        self.done, self.total = done, total
        if not total:
            self.stages.append(what)


class Worker:
    """Starts the process when it is first needed, or ahead by `warm`; a dead process is replaced by the next job."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._stop: Event = _SPAWN.Event()
        self.jobs: dict[str, Job] = {}

    @property
    def current(self) -> Job | None:
        """The job at work."""
        return next((job for job in self.jobs.values() if job.state is State.BERJALAN), None)

    def warm(self) -> None:
        """Start the process, so that the first job need not wait for its imports."""
        with self._lock:
            self._ready()

    def begin(self, kind: str, quarter: str, **arguments: Any) -> Job | None:
        """Start a job; None where another is at work."""
        with self._lock:
            if self.current:
                return None
            pipe = self._ready()
            self._stop.clear()
            job = Job(secrets.token_hex(6), quarter)
            self.jobs[job.id] = job
            pipe.send((kind, arguments))
        Thread(target=self._listen, args=(job, pipe), daemon=True).start()
        return job

    def cancel(self, job: Job) -> None:
        """Ask the job to stop; a job that does not is ended with its process, which no file suffers from."""
        if job.state is State.BERJALAN:
            self._stop.set()
            timer = Timer(PATIENCE, self._end_if_running, args=(job,))
            timer.daemon = True
            timer.start()

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._process:
                self._process.kill()
                self._process.join()
                self._process = None

    def _ready(self) -> Connection:
        if self._process is None or not self._process.is_alive() or self._pipe is None:
            self._pipe, theirs = _SPAWN.Pipe()
            self._process = _SPAWN.Process(target=work, args=(theirs, self._stop), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def _listen(self, job: Job, pipe: Connection) -> None:
        while job.state is State.BERJALAN:
            try:
                job.hear(pipe.recv())
            except (EOFError, OSError):
                job.state = State.DIBATALKAN if self._stop.is_set() else State.GAGAL
                job.message = job.message or "Proses penyusun berhenti sendiri. Naskah lama tidak berubah."

    def _end_if_running(self, job: Job) -> None:
        if job.state is State.BERJALAN:
            self.close()
