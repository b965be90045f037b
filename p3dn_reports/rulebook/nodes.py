"""The rulebook's text as a tree of nodes, each with its place, and the tree as plain data with marks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.source import Keys, Mark, Source, problem_at

MAX_DEPTH = 32
MAX_NODES = 200_000


class StopError(Exception):
    """Reading cannot go on; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.pesan)
        self.problem = problem


@dataclass(slots=True)
class Node:
    """A node with its place: text, a list of nodes, or keys with their places and nodes."""

    mark: Mark
    isi: str | list[Node] | dict[str, tuple[Mark, Node]]


def spread(
    root: Node, nama: str, sha256: str = "", berkas: tuple[str, ...] = ()
) -> tuple[Source | None, tuple[Problem, ...]]:
    """The tree as plain data, aliases written out; None with the problem where that is too much or too deep."""
    spreading = _Spread(nama)
    try:
        data = spreading.node(root, ())
    except StopError as stop:
        return None, (stop.problem,)
    return Source(nama, sha256, data, spreading.marks, spreading.key_marks, berkas), ()


@dataclass(slots=True)
class _Spread:
    """Turns nodes into plain data, aliases written out, and notes where each node stands."""

    nama: str
    marks: dict[Keys, Mark] = field(default_factory=dict)
    key_marks: dict[Keys, Mark] = field(default_factory=dict)

    def node(self, node: Node, keys: Keys) -> Any:
        """The data of `node`, which stands at `keys`."""
        self._bound(node, keys)
        self.marks[keys] = node.mark
        if isinstance(node.isi, str):
            return node.isi
        if isinstance(node.isi, list):
            return [self.node(item, (*keys, index)) for index, item in enumerate(node.isi)]
        data = {}
        for key, (mark, value) in node.isi.items():
            self.key_marks[*keys, key] = mark
            data[key] = self.node(value, (*keys, key))
        return data

    def _bound(self, node: Node, keys: Keys) -> None:
        if len(self.marks) >= MAX_NODES:
            raise StopError(problem_at("aturan-isi-meluas", self.nama, node.mark, nilai=str(MAX_NODES)))
        if len(keys) > MAX_DEPTH:
            raise StopError(problem_at("aturan-terlalu-dalam", self.nama, node.mark, nilai=str(MAX_DEPTH)))
