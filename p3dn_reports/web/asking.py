"""What the worker works out for a page: asked once for all it rests on, and kept while the server runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from threading import Lock

from p3dn_reports.web.shelf import View
from p3dn_reports.web.worker import Job, State, Worker
from p3dn_reports.workspace import Workspace

_MOST = 60
_AGAIN = 3
"""So often is work begun that is given up each time because what it rests on is not what the page saw."""


class Asking:
    """The jobs that pages have asked for, by what they rest on. One for a server, used by several threads."""

    def __init__(self, workspace: Workspace, worker: Worker) -> None:
        self._workspace, self._worker = workspace, worker
        self._lock = Lock()
        self._jobs: dict[tuple[Hashable, ...], Job] = {}
        self._given_up: Counter[tuple[Hashable, ...]] = Counter()

    def ask(self, kind: str, view: View, **arguments: Hashable) -> Job:
        """The job that answers a page: waiting, at work, or done with its `result`.

        One that failed is given once, so that whoever reloads the page has it tried again.
        """
        key = (kind, view.name, view.bahan, *sorted(arguments.items()))
        with self._lock:
            job = self._jobs.pop(key, None)
            if job is not None and job.state is State.DIBATALKAN:
                job = self._again(key, job)
            if job is None:
                more = {"workspace": self._workspace, "masukan": view.desk.masukan, "bahan": view.bahan}
                job = self._worker.begin(kind, view.name, **more, **arguments)
            if job.state is not State.GAGAL:
                self._jobs[key] = job
            while len(self._jobs) > _MOST:
                del self._jobs[next(iter(self._jobs))]
            return job

    def _again(self, key: tuple[Hashable, ...], job: Job) -> Job | None:
        """None where the work is begun again; the job, as one that failed, where that would never end.

        Inputs that change have another key: the same one given up and again means that worker and page read otherwise,
        as after the program was renewed under them.
        """
        self._given_up[key] += 1
        if self._given_up[key] < _AGAIN:
            return None
        del self._given_up[key]
        job.hear(("gagal", "Program atau aturan berubah sejak meja kerja dibuka. Tutup, lalu buka lagi.", []))
        return job
