"""What the worker process does: it waits for a job, does it, and tells of it. Runs in a process of its own."""

from __future__ import annotations

import signal
from collections.abc import Mapping
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from typing import Any

from p3dn_reports.errors import CancelledError, P3dnError, ProblemsError
from p3dn_reports.web.tasks import TASKS, Task, Tell

Report = tuple[Any, ...]
"""("tahap", done, total, what), ("selesai", result), ("dibatalkan",) or ("gagal", message, problems)."""

BUG = "Ada kesalahan program. Naskah lama tidak berubah. Kirim berkas p3dn-galat.log kepada pengembang."


class _Teller:
    """Passes the engine's progress on, and stops the engine when the person wants that."""

    def __init__(self, pipe: Connection, stop: Event) -> None:
        self._pipe, self._stop = pipe, stop

    def __call__(self, done: int, total: int, what: str) -> None:
        if self._stop.is_set():
            raise CancelledError("Dibatalkan.")
        self._pipe.send(("tahap", done, total, what))


def work(pipe: Connection, stop: Event) -> None:
    """Serve jobs until the other end is gone. A terminal's Ctrl-C is the server's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import p3dn_reports.pipeline.making  # noqa: F401, PLC0415 - so that the first job finds it warm

    tell = _Teller(pipe, stop)
    while True:
        try:
            kind, arguments = pipe.recv()
            pipe.send(done(TASKS[kind], tell, arguments))
        except (EOFError, OSError):
            return


def done(task: Task, tell: Tell, arguments: Mapping[str, Any]) -> Report:
    """Do a task, and report what came of it: whatever happens, it is told in words."""
    try:
        result = task.work(tell, **arguments)
    except CancelledError:
        return ("dibatalkan",)
    except ProblemsError as error:
        return ("gagal", "", [one.as_json() for one in error.problems])
    except P3dnError as error:
        return ("gagal", str(error), [])
    except Exception:
        return ("gagal", _logged(arguments), [])
    return ("selesai", result)


def _logged(arguments: Mapping[str, Any]) -> str:
    from p3dn_reports.buglog import write_log  # noqa: PLC0415

    write_log(arguments["workspace"].root, "web")
    return BUG
