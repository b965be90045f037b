"""Several runs of LibreOffice side by side, each in a folder with a profile of its own.

A worker is such a folder. It serves call after call until one fails: what a crash leaves in a profile is no one's
start. Nothing here uses threads; the runs are looked at in turn.
"""

from __future__ import annotations

import tempfile
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from p3dn_reports.errors import ProblemsError
from p3dn_reports.pdf.batches import Batch, Limits, divide, retries
from p3dn_reports.pdf.call import Call
from p3dn_reports.problems import Location, Problem, problem

_LOOK_SECONDS = 0.05
_HOPELESS = 3
"""So many calls without a single PDF, the first ones at that, and LibreOffice itself is at fault."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What became of one document: the bytes of its PDF, or the problem."""

    path: Path
    content: bytes | None
    problem: Problem | None = None


def convert(
    program: Path, paths: Sequence[Path], *, pdf_a: bool = False, limits: Limits | None = None
) -> Generator[Converted]:
    """Every Word file of `paths` as PDF, or PDF/A-2b, each as soon as it is done, in no fixed order.

    `program` is what `find_program` found. A document that LibreOffice cannot finish, or not within the limits, comes
    with its problem after a second try alone. However the iteration ends, no process is left. Raises ProblemsError
    where a document cannot be read or the temporary folder not written.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="p3dn-pdf-", ignore_cleanup_errors=True) as scratch:
            pool = _Pool(program, Path(scratch).resolve(), pdf_a, limits or Limits())
            try:
                yield from pool.run(paths)
            finally:
                pool.stop()
    except OSError as error:
        place = Location(berkas=error.filename or tempfile.gettempdir())
        raise ProblemsError([problem("pdf-tidak-dapat-dimulai", place)]) from error


class _Pool:
    def __init__(self, program: Path, scratch: Path, pdf_a: bool, limits: Limits) -> None:
        self._program = program
        self._pdf_a = pdf_a
        self._limits = limits
        self._waiting: deque[Batch] = deque()
        self._running: list[Call] = []
        self._idle: list[Path] = []
        self._fresh = (scratch / str(number) for number in count(1))
        self._made = self._failed = 0

    def run(self, paths: Sequence[Path]) -> Iterator[Converted]:
        self._waiting.extend(divide(paths, self._limits))
        while self._waiting or self._running:
            self._start()
            for call in list(self._running):
                over = call.over()  # before the last look, which then misses nothing
                yield from self._collected(call)
                if over:
                    yield from self._finished(call)
            if not self._made and self._failed >= _HOPELESS:
                yield from self._given_up()
                return
            time.sleep(_LOOK_SECONDS)

    def stop(self) -> None:
        for call in self._running:
            call.stop()
        self._running.clear()

    def _start(self) -> None:
        while self._waiting and len(self._running) < self._limits.workers:
            folder = self._idle.pop() if self._idle else next(self._fresh)
            batch = self._waiting.popleft()
            call = Call(self._program, batch, folder, pdf_a=self._pdf_a, seconds=self._limits.seconds)
            self._running.append(call)

    def _collected(self, call: Call) -> Iterator[Converted]:
        for path, content in call.made():
            self._made += 1
            yield Converted(path, content)

    def _finished(self, call: Call) -> Iterator[Converted]:
        """Let a call go that is over, and decide about the documents it has left."""
        self._running.remove(call)
        call.stop()
        if not call.left and not call.timed_out:
            self._idle.append(call.folder)
            return
        self._failed += 1
        self._waiting.extend(retries(call.batch, call.left, broken=call.broken))
        if call.batch.again:
            yield from (self._failure(path, call) for path in call.left)

    def _failure(self, path: Path, call: Call) -> Converted:
        place = Location(berkas=path.name)
        if call.timed_out:
            return Converted(path, None, problem("pdf-waktu-habis", place, detik=f"{self._limits.seconds:g}"))
        return Converted(path, None, problem("pdf-gagal", place))

    def _given_up(self) -> Iterator[Converted]:
        """Nothing was ever made: every document still wanted shares one problem."""
        left = [path for call in self._running for path in call.left]
        left += [path for batch in self._waiting for path in batch.paths]
        fault = problem("pdf-libreoffice-rusak", Location(berkas=str(self._program)))
        yield from (Converted(path, None, fault) for path in left)
