"""What the worker works out for a page: asked once for all it rests on, and kept while the server runs."""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock

from p3dn_reports.web.patience import Patience
from p3dn_reports.web.shelf import View
from p3dn_reports.web.worker import Job, State, Worker
from p3dn_reports.workspace import Workspace

_MOST = 60


class Asking:
    """The jobs that pages have asked for, by what they rest on. One for a server, used by several threads."""

    def __init__(self, workspace: Workspace, worker: Worker) -> None:
        self._workspace, self._worker = workspace, worker
        self._lock = Lock()
        self._jobs: dict[tuple[Hashable, ...], Job] = {}
        self._patience = Patience()

    def ask(self, kind: str, view: View, **arguments: Hashable) -> Job:
        """The job that answers a page: waiting, at work, or done with its `result`.

        One that failed is given once, so that whoever reloads the page has it tried again.
        """
        key = (kind, view.name, view.bahan, *sorted(arguments.items()))
        with self._lock:
            job = self._jobs.pop(key, None)
            if job is None or (job.state is State.DIBATALKAN and self._patience.allows(key, job)):
                more = {"workspace": self._workspace, "masukan": view.desk.masukan, "bahan": view.bahan}
                job = self._worker.begin(kind, view.name, **more, **arguments)
            if job.state is not State.GAGAL:
                self._jobs[key] = job
            while len(self._jobs) > _MOST:
                del self._jobs[next(iter(self._jobs))]
            return job
