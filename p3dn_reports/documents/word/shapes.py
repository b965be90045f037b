"""Fields used otherwise than their type allows: a list's member outside its loop, an amount without a filter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from jinja2 import nodes

from p3dn_reports.documents.word.sandbox import Scope, fields_in

COUNT = "banyaknya"
"""A number that is no rupiah: of rows, packages, units."""

_NEED_A_FILTER = {"bilangan", COUNT, "tanggal", "ya/tidak", "daftar", "daftar teks", "kelompok", "gambar"}
_LISTS = {"daftar", "daftar teks"}
_RUPIAH = {"bilangan", "bilangan bulat"}
_NUMBERS = {*_RUPIAH, COUNT}
_OF_NUMBERS = ("angka", "persen", "terbilang", "romawi", "triwulan", "diktum", "huruf", "n", "urutan_kata")
_TAKES = {
    "rupiah": _RUPIAH,
    **dict.fromkeys(_OF_NUMBERS, _NUMBERS),
    "rpn": _RUPIAH,
    "tanggal": {"tanggal"},
    "hari": {"tanggal"},
    "kapital_awal": {"teks"},
    "kecil_awal": {"teks"},
    "pasal": {"teks"},
    "kata": {"teks"},
    "daftar_kata": {"daftar teks"},
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field is, in the catalogue's words (`teks`, `daftar`), and whether it is empty for some documents."""

    jenis: str = "teks"
    kadang_kosong: bool = False


Known = Mapping[str, Shape]
"""Every field by its dotted name."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The fields that this `jenis` of document lacks and others have: by name, what those others are called."""

    jenis: str = ""
    isian: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


NOWHERE = Elsewhere()


class Misuse(NamedTuple):
    """A field used against its type: the problem's code, the field, and the list it is a member of."""

    kode: str
    isian: str
    daftar: str = ""


def misuses(tree: nodes.Template, scope: Scope, known: Known) -> Iterator[Misuse]:
    """What is wrong with the types of the known fields of one tag; `scope` are the loop variables around it."""
    if any(isinstance(item.arg, nodes.Const) for item in tree.find_all(nodes.Getitem)):
        return  # an item picked by its number is in no loop, and is one of the list all the same
    loop = tree.find(nodes.For)
    asked = loop.iter if loop else tree
    for written in dict.fromkeys(item.path for item in fields_in(asked, {})):
        base = scope.get(written[0], written[:1])
        path, passed = (*base, *written[1:]), len(base) if written[0] in scope else 0
        name = ".".join(path)
        if base and name in known:
            yield from _misuse(tree, path, passed, known)


def wrong_filters(tree: nodes.Template, scope: Scope, known: Known) -> Iterator[tuple[str, str, str]]:
    """Every filter put on a known field of another kind: the filter, the field, and what the field holds."""
    for item in tree.find_all(nodes.Filter):
        if not isinstance(item.node, nodes.Name | nodes.Getattr):
            continue
        for found in fields_in(item.node, dict(scope)):
            kinds = set(known[str(found)].jenis.split(" atau ")) if str(found) in known else set()
            if kinds and item.name in _TAKES and not kinds & _TAKES[item.name]:
                yield item.name, str(found), known[str(found)].jenis


def _misuse(tree: nodes.Template, path: tuple[str, ...], passed: int, known: Known) -> Iterator[Misuse]:
    """The first `passed` names of the path are those a loop has gone through."""
    name, loop = ".".join(path), tree.find(nodes.For)
    above = [".".join(path[:depth]) for depth in range(passed + 1, len(path))]
    lists = [part for part in above if part in known and known[part].jenis in _LISTS]
    jenis = known[name].jenis
    if lists:
        yield Misuse("templat-daftar-tanpa-for", name, lists[0])
    elif loop and isinstance(loop.iter, nodes.Name | nodes.Getattr) and (jenis not in _LISTS or passed == len(path)):
        yield Misuse("templat-bukan-daftar", name)
    elif _is_bare(tree) and jenis in _NEED_A_FILTER and passed < len(path):
        yield Misuse("templat-isian-tanpa-filter", name)


def _is_bare(tree: nodes.Template) -> bool:
    """Whether a tag prints a field as it is."""
    output = tree.find(nodes.Output)
    return output is not None and all(isinstance(node, nodes.Name | nodes.Getattr) for node in output.nodes)
