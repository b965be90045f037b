"""The blocks by instrument (`instrumen`) laid out into the sections that the rulebook is built from.

A block says in one place what an instrument is (its entry of the law register) and what it asks for, in sections as
everywhere. Its citations may leave out the instrument itself. A number or a list is written with its value at once;
where several instruments give one, each says its own value, and one of them what it is. Nodes keep their places.
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.joining import Joined, Keyed, keys_of, with_keys
from p3dn_reports.rulebook.listed import edited
from p3dn_reports.rulebook.nodes import Node
from p3dn_reports.rulebook.source import Mark
from p3dn_reports.rulebook.tata_naskah import with_forms

INSTRUMEN = "instrumen"
JADWAL = "jadwal"
CONTINUED = "melanjutkan"
REGISTER = "sumber_hukum"
DATED = {"parameter": frozenset({"nilai"}), "daftar": frozenset({"isi", "tambah", "hapus"})}
"""Sections of which a block writes the value at once, and the keys that make one."""

_CITING = frozenset({"dasar", "mencetak"})
_OF_VALUE = frozenset({"berlaku_sejak", "berlaku_sampai", "dasar", "dicatat"})
_OF_REGISTER = frozenset({"untuk"})


def laid_out(nama: str, root: Node) -> tuple[Node, tuple[Problem, ...]]:
    """The tree with every block laid out; what is no block stays where it is, for the schema to tell."""
    whole = Joined(nama, root)
    found = keys_of(root).get(INSTRUMEN)
    if found is not None and isinstance(found[1].isi, dict):
        _without_blocks(whole, found)
    edited(whole)
    with_forms(whole)
    return whole.root, tuple(whole.problems)


def _without_blocks(whole: Joined, found: Keyed) -> None:
    rest = {key: one for key, one in keys_of(whole.root).items() if key != INSTRUMEN}
    whole.root = Node(whole.root.mark, dict(rest))
    blocks = {key: one for key, one in keys_of(found[1]).items() if isinstance(one[1].isi, dict)}
    sources = {*keys_of(rest[REGISTER][1] if REGISTER in rest else None), *blocks}
    for key, (mark, block) in blocks.items():
        _Block(whole, key, mark, _cited(block, key, sources)).lay_out()
    if left := {key: one for key, one in keys_of(found[1]).items() if key not in blocks}:
        whole.section(INSTRUMEN, found[0], Node(found[1].mark, left))


class _Block:
    """One instrument's block, its citations whole."""

    def __init__(self, whole: Joined, sumber: str, mark: Mark, node: Node) -> None:
        self.whole = whole
        self.sumber = sumber
        self.mark = mark
        self.node = node
        self.own_times: frozenset[str] = frozenset()

    def lay_out(self) -> None:
        """The register's entry first: it says from when values hold that do not say it themselves."""
        entry = {key: one for key, one in keys_of(self.node).items() if not _is_section(key, one[1])}
        entry |= self._own_times(entry)
        if entry:
            said = Node(self.node.mark, {self.sumber: (self.mark, Node(self.node.mark, entry))})
            self.whole.section(REGISTER, self.mark, said)
        for name, (mark, node) in keys_of(self.node).items():
            if not _is_section(name, node):
                continue
            if name in DATED:
                for key, (at, one) in keys_of(node).items():
                    self._dated(name, key, at, one)
            else:
                self.whole.section(name, mark, _without(node, self.own_times if name == JADWAL else frozenset()))

    def _own_times(self, entry: Mapping[str, Keyed]) -> dict[str, Keyed]:
        """The activities of an earlier schedule for which a continuing instrument says another time."""
        found = keys_of(self.node).get(JADWAL)
        earlier = keys_of(keys_of(self.whole.root).get(JADWAL, (self.mark, None))[1])
        if found is None or CONTINUED not in entry:
            return {}
        self.own_times = frozenset(keys_of(found[1])) & earlier.keys()
        own = {key: one for key, one in keys_of(found[1]).items() if key in self.own_times}
        return {JADWAL: (found[0], Node(found[1].mark, own))} if own else {}

    def _dated(self, section: str, key: str, mark: Mark, node: Node) -> None:
        """A value beside those of other instruments, and what the number or list is, if that is said here."""
        given = keys_of(node)
        values = {name for name in given if name in DATED[section] | _OF_VALUE}
        listed = given["nilai"][1].isi if "nilai" in given else None
        if isinstance(listed, list):
            values, dated = {"nilai"}, [self._since(one) for one in listed]
        else:
            dated = [self._since(Node(node.mark, {name: given[name] for name in given if name in values}))]
        about = {name: one for name, one in given.items() if name not in values}
        there = keys_of(keys_of(self.whole.root).get(section, (mark, None))[1]).get(key)
        known = there[1] if there else Node(node.mark, {})
        fresh = self.whole.fresh((section, key), known, about)
        before = keys_of(known).get("nilai")
        every = [*(before[1].isi if before and isinstance(before[1].isi, list) else ()), *dated]
        nilai = Node(before[1].mark if before else node.mark, sorted(every, key=_start))
        made = with_keys(known, {**fresh, "nilai": (before[0] if before else mark, nilai)})
        self._put(section, key, (there[0] if there else mark, made))

    def _since(self, value: Node) -> Node:
        """A value with the day from which it holds: its own, else that of the instrument."""
        register = keys_of(self.whole.root).get(REGISTER, (self.mark, None))[1]
        entry = keys_of(keys_of(register).get(self.sumber, (self.mark, None))[1])
        if "berlaku_sejak" in keys_of(value) or "berlaku_sejak" not in entry or not isinstance(value.isi, dict):
            return value
        return with_keys(value, {"berlaku_sejak": entry["berlaku_sejak"]})

    def _put(self, section: str, key: str, made: Keyed) -> None:
        at, node = keys_of(self.whole.root).get(section, (self.mark, Node(self.node.mark, {})))
        self.whole.root = with_keys(self.whole.root, {section: (at, with_keys(node, {key: made}))})


def _without(node: Node, names: Set[str]) -> Node:
    return Node(node.mark, {key: one for key, one in keys_of(node).items() if key not in names}) if names else node


def _is_section(key: str, node: Node) -> bool:
    """Whether a key of a block is a section: what the register holds has no keys below, but for what it is bound to."""
    return isinstance(node.isi, dict) and key not in _OF_REGISTER


def _start(value: Node) -> str:
    start = keys_of(value).get("berlaku_sejak")
    return start[1].isi if start and isinstance(start[1].isi, str) else ""


def _cited(node: Node, sumber: str, sources: Set[str], *, places: bool = False) -> Node:
    """The node with every place under `dasar` or `mencetak` made a whole citation."""
    if isinstance(node.isi, list):
        return Node(node.mark, [_cited(one, sumber, sources, places=places) for one in node.isi])
    if isinstance(node.isi, dict):
        below = {
            key: (mark, _cited(one, sumber, sources, places=key in _CITING)) for key, (mark, one) in node.isi.items()
        }
        return Node(node.mark, below)
    alone = places and node.isi and "/" not in node.isi and node.isi not in sources
    return Node(node.mark, f"{sumber}/{node.isi}") if alone else node
