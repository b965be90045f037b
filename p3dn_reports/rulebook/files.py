"""The files of a rulebook: rules.yaml and what it includes by name (`memuat`), none outside its folder, none twice.

Names are seen from the folder of rules.yaml, wherever they are written. Which files there are is read off the parser's
events as far as the list of names, so that a build can be named without reading the whole rulebook.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import yaml

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook import loader
from p3dn_reports.rulebook.source import Mark, line_in_words, problem_at, suggestion

MEMUAT = "memuat"
_KEY = re.compile(rf"{MEMUAT}[\"']?\s*:".encode())
FOLDER = "aturan"
"""Where included files lie by custom."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file of the set. `nama` is seen from the folder of the first, with slashes."""

    nama: str
    path: Path
    content: bytes

    @property
    def sha256(self) -> str:
        """The digest of its bytes."""
        return hashlib.sha256(self.content).hexdigest()


def digest_of_files(files: tuple[RuleFile, ...]) -> str:
    """The digest of the set: that of its file where it is one."""
    if len(files) == 1:
        return files[0].sha256
    listed = "".join(f"{one.nama} {one.sha256}\n" for one in files)
    return hashlib.sha256(listed.encode()).hexdigest()


def gather(path: Path) -> tuple[tuple[RuleFile, ...], tuple[Problem, ...]]:
    """The rulebook at `path` with every file it includes, in reading order, and what is wrong with their names."""
    gathering = _Gathering(path.resolve(), path.name)
    gathering.take(path, path.name, ())
    return tuple(gathering.files), tuple(gathering.problems)


@dataclass(slots=True)
class _Gathering:
    """`seen` says of each file, by what the disk knows it as, where it was first named."""

    first: Path
    nama: str
    files: list[RuleFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: dict[tuple[int, int], str] = field(default_factory=dict)

    def take(self, path: Path, nama: str, way: tuple[str, ...]) -> None:
        """Read a file, then those it names; `way` are the files that led to it."""
        try:
            content = path.read_bytes()
            self.seen.setdefault(_identity(path), nama)
        except OSError:
            self.problems.append(problem_at("aturan-tidak-terbaca", nama, Mark(1, 1)))
            return
        self.files.append(RuleFile(nama, path, content))
        for named, mark in included(content):
            self._include(named, Mark(*mark, nama), (*way, nama))

    def _include(self, named: str, mark: Mark, way: tuple[str, ...]) -> None:
        root, nama = self.first.parent, PurePosixPath(named).as_posix()
        if _leads_out(named) or not _lies_in(root / nama, root):
            self._note("aturan-memuat-di-luar", mark, named)
        elif not _is_file(root / nama):
            others = [*root.glob("*.yaml"), *root.glob(f"{FOLDER}/**/*.yaml"), *root.glob(f"{FOLDER}/**/*.csv")]
            dugaan = suggestion(named, sorted(one.relative_to(root).as_posix() for one in others))
            self._note("aturan-memuat-tidak-ada", mark, named, dugaan=dugaan)
        elif (known := self.seen.get(_identity(root / nama))) is None:
            self.seen[_identity(root / nama)] = line_in_words(mark, mark.berkas, elsewhere=True)
            self.take(root / nama, nama, way)
        elif _identity(root / nama) in {_identity(root / one) for one in way}:
            self._note("aturan-memuat-melingkar", mark, named, jalan=" → ".join((*way, nama)))
        else:
            self._note("aturan-memuat-dua-kali", mark, named, pertama=known)

    def _note(self, kode: str, mark: Mark, nilai: str, **isi: str) -> None:
        self.problems.append(problem_at(kode, self.nama, mark, (MEMUAT,), nilai=nilai, **isi))


def _identity(path: Path) -> tuple[int, int]:
    """What the disk knows a file as, by whatever name it is reached."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _leads_out(named: str) -> bool:
    windows = PureWindowsPath(named)
    return bool(windows.anchor) or ".." in windows.parts


def _lies_in(path: Path, root: Path) -> bool:
    """Whether it lies in the folder once links are followed; a name no disk can have does not lie elsewhere."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, ValueError, RuntimeError):
        return True


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def included(content: bytes) -> tuple[tuple[str, tuple[int, int]], ...]:
    """The names under `memuat`, each with its line and column; none where the text cannot be read so far."""
    if not _KEY.search(content) and b"\\" not in content:  # the word can be written with escapes alone
        return ()
    try:
        return tuple(_names(yaml.parse(content.decode("utf-8-sig"), Loader=loader.LOADER)))
    except (UnicodeDecodeError, yaml.YAMLError):
        return ()


def _names(events: Iterator[Any]) -> Iterator[tuple[str, tuple[int, int]]]:
    opening = [next(events) for _ in range(3)]  # stream, document, and what is in it
    if not isinstance(opening[-1], yaml.MappingStartEvent):
        return
    while isinstance(key := next(events), yaml.ScalarEvent):
        if key.value == MEMUAT:
            yield from _items(events)
            return
        _skip(events)


def _items(events: Iterator[Any]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The texts of a list; what is no list of texts is for the schema to tell."""
    if isinstance(next(events), yaml.SequenceStartEvent):
        while isinstance(one := next(events), yaml.ScalarEvent):
            start: Any = one.start_mark
            yield one.value, (start.line + 1, start.column + 1)


def _skip(events: Iterator[Any]) -> None:
    """Pass over one node."""
    depth = 0
    while True:
        event = next(events)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth <= 0:
            return
