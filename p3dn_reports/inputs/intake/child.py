"""What a child process does: read one file under limits of memory and of work, write the handover, and end.

python -m p3dn_reports.inputs.intake.child < job
"""

from __future__ import annotations

import atexit
import gc
import os
import pickle
import signal
import sys
from pathlib import Path

from p3dn_reports.inputs.intake.handover import HandoverWriter
from p3dn_reports.inputs.sheets.reading import read_one
from p3dn_reports.inputs.sheets.recognise import captions_of

OUT_OF_MEMORY = 12
"""The exit code of a child that ran into its limit of memory."""
_EVERY = 0.05
"""How often a child looks at the memory it has taken, in seconds."""


def main() -> int:
    """Read the job from stdin and do it; returns the exit code."""
    path, berkas, target, schemas, memory, seconds = pickle.load(sys.stdin.buffer)  # noqa: S301 (from the parent process alone)
    limit(memory, seconds)
    gc.disable()  # millions of cells and no cycles among them; the process ends soon
    try:
        with Path(target).open("wb") as stream:
            writer = HandoverWriter(stream)
            writer.finish(read_one(Path(path), berkas, schemas, captions_of(schemas), writer.add))
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def limit(memory: int, seconds: int) -> None:
    """Bound the memory of this process (bytes) and its work (processor seconds), where the system knows such bounds."""
    if sys.platform == "win32":
        from p3dn_reports.inputs.intake.windows_job import limit_memory  # noqa: PLC0415 (Windows alone)

        limit_memory(memory)
        return
    import resource  # noqa: PLC0415 (not on Windows)

    # Above what it may take, so that the watch ends it first: where not a byte is left, CPython fails to unwind an
    # error for want of a number, and tries again for ever.
    for what, wanted in ((resource.RLIMIT_AS, memory + memory // 4), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    _watch(memory)


def _watch(memory: int) -> None:
    """End this process as one out of memory once it has taken more than `memory` bytes, where /proc tells that."""
    pages, status = memory // os.sysconf("SC_PAGE_SIZE"), Path("/proc/self/statm")
    if not status.exists():
        return

    def look(*_: object) -> None:
        if int(status.read_bytes().split()[0]) > pages:
            os._exit(OUT_OF_MEMORY)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _EVERY, _EVERY)
    atexit.register(signal.setitimer, signal.ITIMER_REAL, 0)  # Python lets go of `look` before it ends


if __name__ == "__main__":
    sys.exit(main())
