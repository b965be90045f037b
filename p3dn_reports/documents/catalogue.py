"""The fields a drafter may write, as the catalogue shows them and as the checker of templates knows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Never

from p3dn_reports.documents.fields.document import Fields
from p3dn_reports.documents.fields.field import (
    BANYAK,
    DAFTAR,
    DAFTAR_TEKS,
    GAMBAR,
    KELOMPOK,
    YA_TIDAK,
    Field,
    Inner,
    Node,
    Path,
    find,
    walk,
)
from p3dn_reports.documents.word.shapes import Shape
from p3dn_reports.vocabulary import JENIS_NASKAH

_LISTS = {DAFTAR, DAFTAR_TEKS}
_FILTERS = {"bilangan": "|rupiah", BANYAK: "|angka", "tanggal": "|tanggal"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One field: its dotted name, type, an example, what it is, where it comes from, and the tag to copy.

    `kadang_kosong`: some documents have none, so it needs an `if`; `dilengkapi`: only a person can give it; `seperti`:
    the field before it that holds the same, where that is explained.
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


def catalogue(fields: Fields, kinds: Iterable[str] = JENIS_NASKAH) -> dict[str, tuple[Entry, ...]]:
    """By kind of document every field of it, by name."""
    return {kind: tuple(_entries(fields.of(kind))) for kind in kinds}


class Known(Mapping[str, Shape]):
    """The fields of some groups with their types, looked up as they are asked for: what the checker knows."""

    def __init__(self, *inside: Inner) -> None:
        self._inside = inside

    def __getitem__(self, name: str) -> Shape:
        node = next((node for one in self._inside if (node := find(one, name)) is not None), None)
        if node is None:
            raise KeyError(name)
        return Shape(node.jenis, isinstance(node, Field) and node.optional)

    @cached_property
    def _names(self) -> Mapping[str, None]:
        return dict.fromkeys(".".join(path) for one in self._inside for path, _, _ in walk(one))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Others(Mapping[str, tuple[str, ...]]):
    """The fields that other kinds of document have and `own` lacks, with what those are called."""

    def __init__(self, known: Mapping[str, Known], own: str) -> None:
        self._known, self._own = known, own

    def __getitem__(self, name: str) -> tuple[str, ...]:
        titles = tuple(JENIS_NASKAH[kind.partition(":")[0]] for kind, known in self._known.items() if name in known)
        if not titles or name in self._known[self._own]:
            raise KeyError(name)
        return titles

    def __iter__(self) -> Iterator[str]:
        names = dict.fromkeys(name for known in self._known.values() for name in known)
        return (name for name in names if name not in self._known[self._own])

    def __len__(self) -> int:
        return sum(1 for _ in self)


def known_fields(fields: Fields, kinds: Iterable[str] = JENIS_NASKAH) -> dict[str, Known]:
    """By kind of document what the checker of templates knows."""
    return {kind: Known(fields.of(kind)) for kind in kinds}


def _entries(inside: Inner) -> Iterator[Entry]:
    """The entries of a group; `loops` says which loop variable stands for which list above."""
    loops: dict[str, str] = {}
    seen: dict[int, str] = {}
    for path, node, sumber in walk(inside):
        name = ".".join(path)
        above = (".".join(path[:depth]) for depth in range(1, len(path)))
        around = {key: loops[key] for key in above if key in loops}
        if node.jenis in _LISTS and node.inner:
            loops[name] = _variable(path[-1], around)
        yield _entry(path, node, sumber, around, _same(node, name, seen))


def _same(node: Node[Never], name: str, seen: dict[int, str]) -> str:
    """The field that holds the same and stands before it; none where this one is the first."""
    if node.inner is None or len(node.inner.fields) <= 1:
        return ""
    first = seen.setdefault(id(node.inner), name)
    return "" if first == name else first


def _entry(path: Path, node: Node[Never], sumber: str, loops: Mapping[str, str], seperti: str) -> Entry:
    of_field = node if isinstance(node, Field) else None
    return Entry(
        nama=".".join(path),
        jenis=node.jenis,
        contoh=of_field.example if of_field else "",
        keterangan=node.title,
        sumber=sumber,
        tag=_tag(path, node, loops),
        kadang_kosong=bool(of_field and of_field.optional),
        dilengkapi=bool(of_field and of_field.wanting),
        seperti=seperti,
    )


def _tag(path: Path, node: Node[Never], loops: Mapping[str, str]) -> str:
    written = _written(path, loops)
    if node.jenis in _LISTS:
        name = _variable(path[-1], loops)
        return f"{{% for {name} in {written} %}}{'' if node.inner else f'{{{{ {name} }}}}'}{{% endfor %}}"
    if node.jenis == KELOMPOK:
        return ""
    if node.jenis == GAMBAR:
        return f"gambar:{written}"
    if node.jenis == YA_TIDAK:
        return f"{{% if {written} %}}{{% endif %}}"
    kinds = sorted(node.jenis.split(" atau "))
    return f"{{{{ {written}{next((_FILTERS[kind] for kind in kinds if kind in _FILTERS), '')} }}}}"


def _written(path: Path, loops: Mapping[str, str]) -> str:
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
