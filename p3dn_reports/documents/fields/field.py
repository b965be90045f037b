"""A field declared once: the catalogue shows it, the checker knows it, a document is given it.

A declaration is looked up at a record (`T`), what lies in a list at each of its rows. What a template does not read is
never computed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Never, Protocol, TypeVar

from p3dn_reports.documents.word.shapes import COUNT
from p3dn_reports.formatting import huruf

T = TypeVar("T")
U = TypeVar("U")
T_contra = TypeVar("T_contra", contravariant=True)
Path = tuple[str, ...]

TEKS, BULAT, RUPIAH, BANYAK, TANGGAL, YA_TIDAK = "teks", "bilangan bulat", "bilangan", COUNT, "tanggal", "ya/tidak"
KELOMPOK, DAFTAR, DAFTAR_TEKS, GAMBAR = "kelompok", "daftar", "daftar teks", "gambar"
P3DN = "dihitung oleh p3dn"
"""The source of what the engine reckons itself."""

Reads = Mapping[str, "Reads"]
"""What a template reads of a group, name by name; an empty one: all of it."""
ALL: Reads = {}
COUNTED = "|"
"""Stands among what is read of a list where that is no more than how many there are: no field has such a name."""


def reads(names: Iterable[str], whole: Iterable[str] = ()) -> Reads:
    """The tree of dotted names; those in `whole` are read with all below, and groups without a member among them."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for name in names:
        level = tree
        for part in name.split("."):
            level = level.setdefault(part, {COUNTED: {}})
    for name in whole:
        *above, last = name.split(".")
        level = tree
        for part in above:
            level = level.setdefault(part, {})
        level[last] = {}
    return tree


class _Absent:
    """No value at all, as of a name that this record does not have."""


ABSENT = _Absent()


class Inner(Protocol):
    """What lies in a node, whatever it is looked up at."""

    @property
    def fields(self) -> Mapping[str, Node[Never]]:
        """The fields by their names."""


class Node(Protocol[T_contra]):
    """Anything that can stand under a name of a document."""

    @property
    def title(self) -> str:
        """What it is, in a few words."""

    @property
    def source(self) -> str:
        """Where it comes from; empty: where what it lies in comes from."""

    @property
    def jenis(self) -> str:
        """Its type, in the catalogue's words."""

    @property
    def inner(self) -> Inner | None:
        """What lies in it."""

    @property
    def place(self) -> Mapping[str, Field[Never]]:
        """What tells the place of an item in its list."""

    def value(self, at: T_contra, reads: Reads) -> object:
        """Plain data for a template."""


@dataclass(frozen=True, slots=True)
class Field(Generic[T_contra]):
    """One value. `optional`: sometimes None, and so wants an `if`; `wanting`: only a person can give it."""

    title: str
    get: Callable[[T_contra], object]
    jenis: str = TEKS
    source: str = ""
    example: str = ""
    optional: bool = False
    wanting: bool = False

    @property
    def inner(self) -> None:
        """Nothing."""

    @property
    def place(self) -> Mapping[str, Field[Never]]:
        """Nothing."""
        return {}

    def value(self, at: T_contra, _: Reads) -> object:
        """The value itself."""
        return self.get(at)


@dataclass(frozen=True, eq=False)
class Group(Generic[T_contra]):
    """Fields looked up at the same record."""

    fields: Mapping[str, Node[T_contra]]

    def value(self, at: T_contra, reads: Reads) -> dict[str, object]:
        """Those of the fields that are read; all of them where no more is known than that the group is."""
        wanted = [name for name in self.fields if name in reads] if reads.keys() - {COUNTED} else self.fields
        found = ((name, self.fields[name].value(at, reads.get(name, ALL))) for name in wanted)
        return {name: value for name, value in found if value is not ABSENT}


@dataclass(frozen=True, slots=True)
class Part(Generic[T, U]):
    """A group under one name, looked up at another record; empty where there is none."""

    title: str
    of: Group[U]
    at: Callable[[T], U | None]
    source: str = ""
    jenis: str = KELOMPOK

    @property
    def inner(self) -> Inner:
        """The group."""
        return self.of

    @property
    def place(self) -> Mapping[str, Field[Never]]:
        """Nothing."""
        return {}

    def value(self, at: T, reads: Reads) -> dict[str, object]:
        """The group's fields, or none."""
        found = self.at(at)
        return {} if found is None else self.of.value(found, reads)


@dataclass(frozen=True, slots=True)
class Items(Generic[T, U]):
    """A list; `rows` None: there is none here. Items are numbered, those of running text `lettered` too.

    A number of their own goes before.
    """

    title: str
    of: Group[U]
    rows: Callable[[T], Iterable[U] | None]
    source: str = ""
    lettered: bool = False
    numbered: bool = True
    jenis: str = DAFTAR

    @property
    def inner(self) -> Inner:
        """What each item holds."""
        return self.of

    @property
    def place(self) -> Mapping[str, Field[tuple[int, int]]]:
        """The item's number, its letter and the mark it ends with."""
        told = _PLACE if self.lettered else {"nomor": _PLACE["nomor"]} if self.numbered else {}
        return {name: one for name, one in told.items() if name not in self.of.fields}

    def value(self, at: T, reads: Reads) -> object:
        """One group an item; no more than their numbers where they are only counted."""
        found = self.rows(at)
        if found is None:
            return ABSENT
        rows = list(found)
        if reads.keys() == {COUNTED}:
            return [{"nomor": number} for number, _ in enumerate(rows, 1)]
        place = {name: one for name, one in self.place.items() if not reads or name in reads}
        return [
            {**{name: one.get((number, len(rows))) for name, one in place.items()}, **self.of.value(row, reads)}
            for number, row in enumerate(rows, 1)
        ]


def _end(place: tuple[int, int]) -> str:
    number, of = place
    return "." if number == of else "; dan" if number == of - 1 else ";"


_PLACE: Mapping[str, Field[tuple[int, int]]] = {
    "nomor": Field("Nomor urut", lambda place: place[0], BULAT, example="1"),
    "huruf": Field("Huruf urut: a, b, c", lambda place: huruf(place[0]), example="a"),
    "tanda_akhir": Field("Tanda baca penutup butir: titik koma, dan, titik", _end, example=";"),
}


def seen_from(at: Callable[[T], U], fields: Mapping[str, Node[U]]) -> dict[str, Node[T]]:
    """The fields of one record as another record shows them among its own."""
    return {name: _Seen(node, at) for name, node in fields.items()}


@dataclass(frozen=True, slots=True)
class _Seen(Generic[T, U]):
    node: Node[U]
    at: Callable[[T], U]

    @property
    def title(self) -> str:
        return self.node.title

    @property
    def source(self) -> str:
        return self.node.source

    @property
    def jenis(self) -> str:
        return self.node.jenis

    @property
    def inner(self) -> Inner | None:
        return self.node.inner

    @property
    def place(self) -> Mapping[str, Field[Never]]:
        return self.node.place

    def value(self, at: T, reads: Reads) -> object:
        return self.node.value(self.at(at), reads)


def walk(inside: Inner, path: Path = (), source: str = P3DN) -> Iterator[tuple[Path, Node[Never], str]]:
    """Every node below a group by its path, with where it comes from."""
    for name, node in sorted(inside.fields.items()):
        found = node.node if isinstance(node, _Seen) else node
        here, asal = (*path, name), found.source or source
        yield here, found, asal
        if found.inner is not None:
            for other, one in found.place.items():
                yield (*here, other), one, P3DN
            yield from walk(found.inner, here, asal)


def find(inside: Inner, name: str) -> Node[Never] | None:
    """The node of a dotted name; None where there is none."""
    fields: Mapping[str, Node[Never]] = inside.fields
    node: Node[Never] | None = None
    for part in name.split("."):
        node = fields.get(part)
        if node is None:
            return None
        fields = {**node.place, **(node.inner.fields if node.inner else {})}
    return node.node if isinstance(node, _Seen) else node
