"""What a child process does: read one file under a limit of memory, write the handover, and end.

python -m p3dn_reports.inputs.intake.child < job
"""

from __future__ import annotations

import gc
import pickle
import sys
from pathlib import Path

from p3dn_reports.inputs.intake.handover import HandoverWriter
from p3dn_reports.inputs.sheets.reading import read_one
from p3dn_reports.inputs.sheets.recognise import captions_of

OUT_OF_MEMORY = 12
"""The exit code of a child that ran into its limit of memory."""


def main() -> int:
    """Read the job from stdin and do it; returns the exit code."""
    path, berkas, target, schemas, memory = pickle.load(sys.stdin.buffer)  # noqa: S301 (from the parent process alone)
    _limit(memory)
    gc.disable()  # millions of cells and no cycles among them; the process ends soon
    try:
        with Path(target).open("wb") as stream:
            writer = HandoverWriter(stream)
            writer.finish(read_one(Path(path), berkas, schemas, captions_of(schemas), writer.add))
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def _limit(memory: int) -> None:
    """Bound the memory of this process, where the system knows such a bound."""
    if sys.platform == "win32":
        from p3dn_reports.inputs.intake.windows_job import limit_memory  # noqa: PLC0415 (Windows alone)

        limit_memory(memory)
        return
    import resource  # noqa: PLC0415 (not on Windows)

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


if __name__ == "__main__":
    sys.exit(main())
