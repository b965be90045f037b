"""What differs between two rulebooks by meaning: comments, order, quotes and anchors are no difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from p3dn_reports.formatting import nilai_bersatuan
from p3dn_reports.rulebook.plain import to_tree
from p3dn_reports.rulebook.prose import SECTIONS
from p3dn_reports.rules import Rulebook
from p3dn_reports.rules.references import name_of


class Kind(StrEnum):
    """What happened to a place of the rulebook."""

    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"
    DIUBAH = "diubah"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the rule it lies in, the way to it in the rule ("" for all of it), both texts, its clauses."""

    jenis: Kind
    bagian: str
    id: str
    judul: str
    letak: str
    sebelum: str | None
    sesudah: str | None
    dasar: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        return {**asdict(self), "jenis": str(self.jenis), "dasar": list(self.dasar)}


def differences(before: Rulebook, after: Rulebook) -> tuple[Change, ...]:
    """Every difference, in the order of the file's sections."""
    return tuple(
        change
        for section in SECTIONS
        for change in _in_section(section, getattr(before, section), getattr(after, section))
    )


def _in_section(section: str, old: Mapping[Any, Any], new: Mapping[Any, Any]) -> Iterator[Change]:
    """Only records that are not equal are told as trees: most of a rulebook stays as it was."""
    for key in dict.fromkeys([*old, *new]) if old != new else ():
        sides = (old.get(key), new.get(key))
        if sides[0] != sides[1]:
            before, after = (None if side is None else to_tree(side) for side in sides)
            yield from _record(section, name_of(key), before, after)


def _record(section: str, name: str, old: Any, new: Any) -> Iterator[Change]:
    record = new if new is not None else old
    judul = next((record[key] for key in ("judul", "pertanyaan", "aktivitas", "nama_pemda") if key in record), "")
    for letak, before, after, dasar in _differing((), old, new, ()):
        kind = Kind.DITAMBAH if before is None else Kind.DIHAPUS if after is None else Kind.DIUBAH
        satuan = record.get("satuan", "") if letak[-1:] == ("nilai",) else ""
        said, says = (None if side is None else _valued(_told(side), satuan) for side in (before, after))
        cited = dasar or tuple(dict.fromkeys(_cited(before if after is None else after)))
        yield Change(kind, section, name, judul, " › ".join(letak), said, says, cited)


def _valued(told: str, satuan: str) -> str:
    """A number with its unit, as everywhere: `82,5%`; all else as it is told."""
    try:
        return nilai_bersatuan(Decimal(told), satuan) if satuan else told
    except InvalidOperation:
        return told


def _cited(tree: Any) -> Iterator[str]:
    """Every clause that a tree names anywhere in it."""
    for name, item in tree.items() if isinstance(tree, Mapping) else ():
        yield from item if name == "dasar" and isinstance(item, Mapping) else _cited(item)


Way = tuple[str, ...]


def _differing(way: Way, old: Any, new: Any, dasar: Way) -> Iterator[tuple[Way, Any, Any, Way]]:
    """The places where two trees part, each with the clauses that stand nearest above it."""
    if old == new:
        return
    for side in (old, new):
        if isinstance(side, Mapping) and isinstance(side.get("dasar"), Mapping):
            dasar = tuple(side["dasar"])
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        yield way, old, new, dasar
        return
    for name in dict.fromkeys([*old, *new]):
        yield from _differing((*way, name), old.get(name), new.get(name), dasar)


def _told(tree: Any) -> str:
    """A tree on one line: `satuan: persen; nilai: 80`."""
    if not isinstance(tree, Mapping):
        return str(tree)
    shown = {name: item for name, item in tree.items() if not (name == "dasar" and isinstance(item, Mapping))}
    return "; ".join(_part(name, item) for name, item in shown.items() if name != "berlaku_sejak")


def _part(name: str, item: Any) -> str:
    if item == "":
        return name
    if isinstance(item, Mapping):
        return f"{name}: ({_told(item)})"
    return str(item) if name == "nilai" else f"{name}: {item}"
