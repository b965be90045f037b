"""Brings files into the tables, each the way that suits it: from the cache, through a child process, or directly."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from p3dn_reports.inputs.intake.guard import Guard, read_apart
from p3dn_reports.inputs.intake.handover import take_over
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.inputs.sheets.arrow import Block, insert
from p3dn_reports.inputs.sheets.reading import FileReading, read_one, spoiling
from p3dn_reports.inputs.sheets.recognise import Captions
from p3dn_reports.problems import Problem
from p3dn_reports.tables.duck import DuckTables

if TYPE_CHECKING:
    import duckdb

    from p3dn_reports.inputs.intake.cache import Cache

_MOST_CHILDREN = 4
_ALWAYS_APART = frozenset({".parquet"})
"""What the engine itself decodes: a file that brings it down must not bring down its tables."""

Pending = Mapping[str, "Future[Problem | None]"]


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of the folder that was looked at, with the SHA-256 of its bytes."""

    berkas: str
    sha256: str


def still_is(path: Path, file: InputFile) -> bool:
    """Whether the file at `path` still has the bytes it had when its digest was taken."""
    try:
        return file_digest(path) == file.sha256
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Manner:
    """How files are read. From `apart_from` bytes on a child process reads the file, from `keep_from` on it is kept.

    A folder of `whole_from` bytes together is kept as a whole besides.
    """

    cache: Path | None = None
    apart_from: int = 2 << 20
    keep_from: int = 64 << 10
    whole_from: int = 2 << 20
    guard: Guard = field(default_factory=Guard)


def take_in(
    files: Sequence[tuple[Path, InputFile]], tables: DuckTables, captions: Captions, manner: Manner
) -> Generator[FileReading]:
    """Append the files' rows to the tables in the order given; large files are read side by side beforehand."""
    workers = min(_MOST_CHILDREN, os.cpu_count() or 1)
    with tempfile.TemporaryDirectory(prefix="p3dn-") as folder, ThreadPoolExecutor(workers) as pool:
        intake = _Intake(tables, captions, manner, Path(folder), pool)
        pending = {file.berkas: intake.begin(path, file) for path, file in files if intake.is_due(path, file)}
        for path, file in files:
            yield intake.take(path, file, pending)


@dataclass(slots=True)
class _Intake:
    """The way of one file after another into the tables."""

    tables: DuckTables
    captions: Captions
    manner: Manner
    folder: Path
    pool: ThreadPoolExecutor
    cache: Cache | None = None

    def __post_init__(self) -> None:
        if self.manner.cache:
            from p3dn_reports.inputs.intake.cache import Cache  # noqa: PLC0415 (a child process needs no database)

            self.cache = Cache(self.manner.cache, self.tables.schemas)

    def is_due(self, path: Path, file: InputFile) -> bool:
        """Whether a child is to begin with the file at once."""
        return self._is_large(path) and not (self.cache and self.cache.has(file.berkas, file.sha256))

    def _is_large(self, path: Path) -> bool:
        return path.suffix.casefold() in _ALWAYS_APART or path.stat().st_size >= self.manner.apart_from

    def begin(self, path: Path, file: InputFile) -> Future[Problem | None]:
        """Have a child read the file as soon as one is free."""
        target = self._handover(file)
        return self.pool.submit(read_apart, path, file.berkas, target, self.tables.schemas, self.manner.guard)

    def _handover(self, file: InputFile) -> Path:
        """Where the child writes; files of one content are read once."""
        return self.folder / file.sha256

    def take(self, path: Path, file: InputFile, pending: Pending) -> FileReading:
        """Append one file's rows, and keep what was read where that is worth it."""
        keeps = self.cache is not None and path.stat().st_size >= self.manner.keep_from
        if self.cache and keeps and (kept := self.cache.load(file.berkas, file.sha256, self.tables.connection)):
            return kept
        with _filling(self.tables.connection):
            reading = self._apart(path, file, pending) if self._is_large(path) else self._directly(path, file)
        if self.cache and keeps and reading.sheets and still_is(path, file):
            self.cache.store(file.berkas, file.sha256, reading, self.tables.connection)
        return reading

    def _directly(self, path: Path, file: InputFile) -> FileReading:
        return read_one(path, file.berkas, self.tables.schemas, self.captions, self._insert)

    def _insert(self, block: Block) -> None:
        insert(self.tables.connection, self.tables.schemas[block.tabel], block)

    def _apart(self, path: Path, file: InputFile, pending: Pending) -> FileReading:
        future = pending.get(file.berkas) or self.begin(path, file)
        if failed := future.result():
            return FileReading([spoiling(failed, file.berkas, self.tables.schemas)])
        handover = self._handover(file)
        with handover.open("rb") as stream:
            reading = take_over(stream, self.tables.connection, self.tables.schemas)
        handover.unlink()
        return reading


@contextmanager
def _filling(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """One transaction for all blocks of a file, and one thread: blocks as small as ours cost more in several."""
    connection.execute("SET threads TO 1")
    connection.begin()
    yield
    connection.commit()
    connection.execute("RESET threads")
