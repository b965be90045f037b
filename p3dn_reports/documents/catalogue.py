"""The fields a drafter may write: walked out of real contexts, explained by the rulebook and the tables' schemas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from p3dn_reports.documents.sources import Sources
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.documents.word.shapes import COUNT, Shape
from p3dn_reports.rules import Dokumen, Rulebook
from p3dn_reports.tables import TableSchema
from p3dn_reports.vocabulary import JENIS_NASKAH

_LONGEST = 60
_TEXTS = dict.fromkeys(("nomor", "nama", "sebab"), "teks")
_ITEMS: Mapping[str, Mapping[str, str]] = {
    "unit_ditahan": _TEXTS,
    "unit_dikeluarkan": {**_TEXTS, "kode_satker": "teks"},
    "kategori_dikeluarkan": {
        **dict.fromkeys(("sebutan", "sebab"), "teks"),
        **dict.fromkeys(("nomor", "calon"), "bilangan bulat"),
        "kurang_calon": "ya/tidak",
    },
}
"""What the items of a list hold that the examples, being in order, leave empty, with their types."""

_LIKE = dict.fromkeys(("kelompok", "menurut_pita", "impor_perlu_penegasan"), "daftar_unit")
"""The lists at and below the first hold the items of the second, some of them by chance none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One field: its dotted name, type, an example, where it comes from, and the tag to copy.

    `kadang_kosong`: some documents have none, so it needs an `if`; `dilengkapi`: only a person can give it; `seperti`:
    the list whose items it repeats, for which they are explained.
    """

    nama: str
    jenis: str
    contoh: str
    keterangan: str
    sumber: str
    tag: str
    kadang_kosong: bool = False
    dilengkapi: bool = False
    seperti: str = ""


@dataclass(slots=True)
class _Node:
    """What all contexts together show under one name."""

    kinds: set[str] = field(default_factory=set)
    values: list[Any] = field(default_factory=list)
    is_list: bool = False
    is_empty: bool = False
    is_wanting: bool = False
    members: dict[str, _Node] = field(default_factory=dict)

    def add(self, value: Any) -> None:
        """Take in one value found here."""
        if isinstance(value, Mapping):
            for key, inner in value.items():
                self.members.setdefault(str(key), _Node()).add(inner)
        elif isinstance(value, list | tuple):
            self.is_list = True
            for inner in value:
                self.add(inner)
        elif isinstance(value, Wanting):
            self.is_wanting = True
        elif value is None:
            self.is_empty = True
        elif value != "" or not self.values:
            self.kinds.add(_kind(value))
            self.values = [*self.values, value][:3]


def kind_of(dokumen: Dokumen) -> str:
    """Which of JENIS_NASKAH a document belongs to."""
    if dokumen.internal:
        return "lembar_internal"
    if dokumen.untuk_setiap != "daerah":
        return "naskah_unit" if dokumen.untuk_setiap == "unit_pelapor" else "nota_biro"
    return "keputusan_penghargaan" if dokumen.penghargaan else "laporan_daerah"


def catalogue(
    contexts: Iterable[tuple[str, Mapping[str, Any]]], rulebook: Rulebook, schemas: Mapping[str, TableSchema]
) -> dict[str, tuple[Entry, ...]]:
    """By kind of document, every field of its contexts, by name."""
    trees = {kind: _Node() for kind in JENIS_NASKAH}
    for kind, context in contexts:
        trees[kind].add(context)
    for tree in trees.values():
        _complete(tree)
        _type_the_empty(tree)
    sources = Sources(rulebook, schemas)
    return {kind: tuple(_entries(tree, (), {}, sources)) for kind, tree in trees.items()}


def _complete(tree: _Node) -> None:
    """Give lists that are empty in every example the items they would have."""
    for name, members in _ITEMS.items():
        if name in tree.members:
            for member, kind in members.items():
                tree.members[name].members.setdefault(member, _Node(kinds={kind}))
    for name, other in _LIKE.items():
        if name in tree.members and other in tree.members:
            for inner in _lists(tree.members[name]):
                inner.members = {**tree.members[other].members, **inner.members}


def _type_the_empty(tree: _Node) -> None:
    """Give a field without a value in every example the type it has by that name elsewhere."""
    known: dict[str, set[str]] = {}
    for name, node in _leaves(tree):
        known.setdefault(name, set()).update(node.kinds)
    for name, node in _leaves(tree):
        node.kinds = node.kinds or known[name]


def _leaves(node: _Node) -> Iterator[tuple[str, _Node]]:
    for name, inner in node.members.items():
        yield from _leaves(inner) if inner.members else ((name, inner),)


def _lists(node: _Node) -> Iterator[_Node]:
    if node.is_list:
        yield node
        return
    for inner in node.members.values():
        yield from _lists(inner)


def known_fields(entries: Iterable[Entry]) -> dict[str, Shape]:
    """The names with their types: what the checker of templates asks for."""
    return {entry.nama: Shape(entry.jenis, entry.kadang_kosong) for entry in entries}


def _entries(node: _Node, path: tuple[str, ...], loops: Mapping[str, str], sources: Sources) -> Iterator[Entry]:
    """The entries below a node; `loops` says which loop variable stands for which list above."""
    for name, inner in sorted(node.members.items()):
        here = (*path, name)
        dotted = ".".join(here)
        units = frozenset() if inner.members else sources.units(here)
        if "jumlah" in units:
            inner.kinds = {COUNT, "bilangan"} if "rupiah" in units else {COUNT}
        keterangan, sumber = sources.of(here)
        yield Entry(
            nama=dotted,
            jenis=_type(inner),
            contoh=_example(inner),
            keterangan=keterangan,
            sumber=sumber,
            tag=_tag(here, inner, loops),
            kadang_kosong=inner.is_empty,
            dilengkapi=inner.is_wanting,
            seperti=_LIKE.get(path[0] if path else "", "") if inner.is_list else "",
        )
        around = {**loops, dotted: _variable(name, loops)} if inner.is_list else loops
        yield from _entries(inner, here, around, sources)


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "ya/tidak"
    if isinstance(value, int):
        return "bilangan bulat"
    if isinstance(value, Decimal | Fraction):
        return "bilangan"
    return "tanggal" if isinstance(value, date) else "teks"


def _type(node: _Node) -> str:
    if node.is_list:
        return "daftar" if node.members else "daftar teks"
    return "kelompok" if node.members else " atau ".join(sorted(node.kinds)) or "teks"


def _example(node: _Node) -> str:
    if node.members or not node.values:
        return ""
    value = node.values[-1]
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    text = " ".join((value.isoformat() if isinstance(value, date) else str(value)).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _tag(path: tuple[str, ...], node: _Node, loops: Mapping[str, str]) -> str:
    written = _written(path, loops)
    if node.is_list:
        name = _variable(path[-1], loops)
        return f"{{% for {name} in {written} %}}{'' if node.members else f'{{{{ {name} }}}}'}{{% endfor %}}"
    if node.members:
        return ""
    kinds = node.kinds or {"teks"}
    if kinds == {"ya/tidak"}:
        return f"{{% if {written} %}}{{% endif %}}"
    filters = {"bilangan": "|rupiah", COUNT: "|angka", "tanggal": "|tanggal"}
    return f"{{{{ {written}{next((filters[kind] for kind in sorted(kinds) if kind in filters), '')} }}}}"


def _written(path: tuple[str, ...], loops: Mapping[str, str]) -> str:
    """The name as it is written inside the loops it stands in: `k.tanggal` for `kronologi.tanggal`."""
    for depth in range(len(path) - 1, 0, -1):
        variable = loops.get(".".join(path[:depth]))
        if variable:
            return ".".join((variable, *path[depth:]))
    return ".".join(path)


def _variable(name: str, loops: Mapping[str, str]) -> str:
    """A short name for the items of a list that no loop around it has taken."""
    taken = set(loops.values())
    return next(name[:length] for length in range(1, len(name) + 2) if name[:length] not in taken)
