"""Several files made into the one tree that the rulebook is built from; every node keeps its file, line and column.

A section may be spread over files; each id in it stands in one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook import loader
from p3dn_reports.rulebook.files import MEMUAT, RuleFile, digest_of_files, gather
from p3dn_reports.rulebook.nodes import Node, spread
from p3dn_reports.rulebook.source import Mark, Source, line_in_words, problem_at


def read_book(path: Path) -> tuple[Source | None, tuple[Problem, ...]]:
    """The rulebook at `path` with the files it includes, as plain data with marks; None with what forbids that."""
    files, problems = gather(path)
    return read_files(files, problems)


def read_files(
    files: tuple[RuleFile, ...], problems: tuple[Problem, ...] = ()
) -> tuple[Source | None, tuple[Problem, ...]]:
    """The same of files gathered before; `problems` are those of gathering."""
    roots: list[Node] = []
    for one in files:
        root, found = _read(one, "" if one is files[0] else one.nama)
        problems += found
        roots += [] if root is None else [root]
    if problems:
        return None, problems
    whole = Joined(files[0].nama, roots[0])
    for root in roots[1:]:
        whole.add(root)
    if whole.problems:
        return None, tuple(whole.problems)
    return spread(whole.root, files[0].nama, digest_of_files(files), tuple(one.nama for one in files[1:]))


def _read(one: RuleFile, berkas: str) -> tuple[Node | None, tuple[Problem, ...]]:
    text, problems = loader.decoded(one.content, one.nama)
    return (None, problems) if text is None else loader.compose(text, one.nama, berkas)


class Joined:
    """The tree of the first file, with what others add to its sections."""

    def __init__(self, nama: str, root: Node) -> None:
        self.nama = nama
        self.root = root
        self.problems: list[Problem] = []

    def add(self, part: Node) -> None:
        """Join the sections of another file."""
        for name, (mark, node) in self._keys_of(part):
            if name != MEMUAT:
                self._section(name, mark, node)

    def _section(self, name: str, mark: Mark, node: Node) -> None:
        sections = dict(self._keys_of(self.root))
        if name not in sections:
            self.root = _with(self.root, [(name, (mark, node))])
            return
        first, there = sections[name]
        if isinstance(there.isi, dict) and isinstance(node.isi, dict):
            fresh = list(self._fresh(there.isi, node.isi))
            self.root = _with(self.root, [(name, (first, _with(there, fresh)))])
        else:
            self._twice(name, mark, first)

    def _fresh(
        self, there: dict[str, tuple[Mark, Node]], more: dict[str, tuple[Mark, Node]]
    ) -> Iterator[tuple[str, tuple[Mark, Node]]]:
        """What is not there yet; an id that is, is a problem."""
        for key, (mark, node) in more.items():
            if key in there:
                self._twice(key, mark, there[key][0])
            else:
                yield key, (mark, node)

    def _keys_of(self, part: Node) -> Iterable[tuple[str, tuple[Mark, Node]]]:
        """The keys of a node; one that should have keys and has none is a problem."""
        if isinstance(part.isi, dict):
            return list(part.isi.items())
        ada, harapan = "daftar" if isinstance(part.isi, list) else "teks", "kelompok kunci"
        self.problems.append(problem_at("aturan-jenis-salah", self.nama, part.mark, ada=ada, diharapkan=harapan))
        return []

    def _twice(self, key: str, mark: Mark, first: Mark) -> None:
        pertama = line_in_words(first, self.nama, elsewhere=True)
        self.problems.append(problem_at("aturan-id-ganda", self.nama, mark, (key,), nilai=key, pertama=pertama))


def _with(node: Node, more: Iterable[tuple[str, tuple[Mark, Node]]]) -> Node:
    """The node with further keys; the one that an alias may repeat stays as it is."""
    assert isinstance(node.isi, dict)  # noqa: S101 - the callers have looked
    return Node(node.mark, {**node.isi, **dict(more)})
