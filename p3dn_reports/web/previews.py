"""Templates as they will look: filled with a quarter's data by the worker; the last good one stays while one is wrong.

What came of each is kept under all it rests on, whether it is pages or the reason why there are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from threading import Lock

from p3dn_reports.desk.people import now
from p3dn_reports.web.patience import Patience
from p3dn_reports.web.preview import Pages
from p3dn_reports.web.shelf import View
from p3dn_reports.web.worker import Job, State, Worker
from p3dn_reports.workspace import Workspace

TASK = "pratinjau"
_MOST = 12

Key = tuple[str, str, str, str]
"""What a preview rests on: quarter, template, unit (empty: the first there is), the digest of inputs and rules."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A template filled with data: the Word file, its pages (None without LibreOffice), the inputs, what is wanting."""

    isi: bytes
    gambar: Pages | None
    masukan: str
    kurang: Sequence[str]


@dataclass(frozen=True, slots=True)
class Preview:
    """What came of filling a template at a moment: `terisi`, or why not."""

    kunci: str
    saat: datetime
    terisi: Filled | None
    sebab: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What a page shows: the newest good preview, why there is no newer one, and what is at work on one."""

    tampil: Preview | None = None
    sebab: str = ""
    job: Job | None = None

    @property
    def tanda(self) -> str:
        """What changes with it."""
        return f"{self.tampil.kunci if self.tampil else ''} {self.sebab} {self.job is not None}"


@dataclass(slots=True)
class Previews:
    """The previews of a workspace. One for a server, used by several threads."""

    workspace: Workspace
    worker: Worker
    _lock: Lock = field(default_factory=Lock)
    _done: dict[Key, Preview] = field(default_factory=dict)
    _good: dict[Key, Preview] = field(default_factory=dict)
    _jobs: dict[Key, Job] = field(default_factory=dict)
    _patience: Patience = field(default_factory=Patience)

    def look(self, view: View, nama: str, unit: str, *, sound: bool) -> Look:
        """What there is to show of a template; only a `sound` one is filled anew, the last good stands meanwhile."""
        key = (view.name, nama, unit, view.bahan)
        with self._lock:
            self._harvest()
            job = self._jobs.get(key)
            if sound and job is None and key not in self._done:
                more = {"masukan": view.desk.masukan, "bahan": view.bahan, "nama": nama, "unit": unit}
                self._jobs[key] = self.worker.begin(TASK, view.name, workspace=self.workspace, **more)
                self._harvest()
                job = self._jobs.get(key)
            found = self._done.get(key)
            good = found if found and found.terisi else self._good.get(_place(key))
            return Look(good, found.sebab if found else "", job)

    def find(self, kunci: str) -> Filled | None:
        """A preview by its key in an address; None for one that is no longer kept."""
        kept = [*list(self._done.values()), *list(self._good.values())]
        return next((one.terisi for one in kept if one.kunci == kunci), None)

    def _harvest(self) -> None:
        """Keep what the worker has made; what was given up, as the inputs changed meanwhile, is asked anew."""
        for key, job in list(self._jobs.items()):
            if job.open:
                continue
            del self._jobs[key]
            if job.state is State.DIBATALKAN and self._patience.allows(key, job):
                continue
            kunci = sha256(repr((key, job.id)).encode()).hexdigest()[:12]
            self._done[key] = Preview(kunci, now(), job.result, _why(job))
            if job.result:
                self._good[_place(key)] = self._done[key]
        for kept in (self._done, self._good):
            while len(kept) > _MOST:
                del kept[next(iter(kept))]


def _place(key: Key) -> Key:
    """Where the last good preview of a template for one unit is kept, whatever it rests on."""
    return (*key[:3], "")


def _why(job: Job) -> str:
    return job.message or " ".join(f"{one['pesan']} {one['saran']}" for one in job.problems[:3])
