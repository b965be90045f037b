"""Sections joined from several files or blocks: each id once, nothing that others share changed."""

from __future__ import annotations

from collections.abc import Mapping

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.nodes import Node
from p3dn_reports.rulebook.source import Keys, Mark, line_in_words, problem_at

Keyed = tuple[Mark, Node]
"""The place of a key, and what stands under it."""


def keys_of(node: Node | None) -> Mapping[str, Keyed]:
    """What stands under a node's keys; nothing under one that has none."""
    return node.isi if node is not None and isinstance(node.isi, dict) else {}


def with_keys(node: Node, more: Mapping[str, Keyed]) -> Node:
    """The node with further or other keys; the one that an alias may repeat stays as it is."""
    return Node(node.mark, {**keys_of(node), **more})


class Joined:
    """A tree that sections are added to; `nama` is the file of marks without one."""

    def __init__(self, nama: str, root: Node) -> None:
        self.nama = nama
        self.root = root
        self.problems: list[Problem] = []

    def add(self, part: Node, but: str = "") -> None:
        """Join the sections of another tree, `but` one."""
        if not isinstance(part.isi, dict):
            self.not_keyed(part)
        for name, (mark, node) in keys_of(part).items():
            if name != but:
                self.section(name, mark, node)

    def section(self, name: str, mark: Mark, node: Node) -> None:
        """Join one section; an id that is there already is a problem."""
        there = keys_of(self.root).get(name)
        if there is None:
            self.root = with_keys(self.root, {name: (mark, node)})
        elif isinstance(there[1].isi, dict) and isinstance(node.isi, dict):
            fresh = self.fresh((name,), there[1], node.isi)
            self.root = with_keys(self.root, {name: (there[0], with_keys(there[1], fresh))})
        else:
            self.twice((name,), mark, there[0])

    def fresh(self, way: Keys, there: Node, more: Mapping[str, Keyed]) -> dict[str, Keyed]:
        """Those of `more` that are not there yet; one that is, is a problem."""
        known = keys_of(there)
        for key, (mark, _) in more.items():
            if key in known:
                self.twice((*way, key), mark, known[key][0])
        return {key: one for key, one in more.items() if key not in known}

    def twice(self, way: Keys, mark: Mark, first: Mark) -> None:
        """Note that what `way` leads to stands in two places."""
        pertama = line_in_words(first, self.nama, elsewhere=True)
        self.note("aturan-id-ganda", mark, way, nilai=str(way[-1]), pertama=pertama)

    def not_keyed(self, node: Node) -> None:
        """Note that a node should have keys."""
        ada = "daftar" if isinstance(node.isi, list) else "teks"
        self.note("aturan-jenis-salah", node.mark, (), ada=ada, diharapkan="kelompok kunci")

    def note(self, kode: str, mark: Mark, way: Keys, **isi: str) -> None:
        """Note a problem at a place."""
        self.problems.append(problem_at(kode, self.nama, mark, way, **isi))
