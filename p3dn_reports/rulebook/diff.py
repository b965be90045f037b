"""What differs between two rulebooks by meaning: comments, order, quotes and anchors are no difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from p3dn_reports.formatting import nilai_bersatuan
from p3dn_reports.rulebook.plain import to_tree
from p3dn_reports.rulebook.prose import SECTIONS
from p3dn_reports.rules import Rulebook
from p3dn_reports.rules.references import name_of

TANPA_INSTRUMEN = "Tanpa instrumen"

_DATED = ("sumber_hukum", "parameter", "daftar", "putusan", "daerah")
"""The sections whose records say since when they hold, or when they were written down."""

Way = tuple[str, ...]


class Kind(StrEnum):
    """What happened to a place of the rulebook."""

    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"
    DIUBAH = "diubah"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the rule it lies in, the way to it in the rule ("" for all of it), both texts, its clauses.

    `instrumen` is the source of law it rests on first, `sebutan` what that is called; both empty where it cites none.
    """

    jenis: Kind
    bagian: str
    id: str
    judul: str
    letak: str
    sebelum: str | None
    sesudah: str | None
    dasar: tuple[str, ...]
    instrumen: str = ""
    sebutan: str = ""

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        return {**asdict(self), "jenis": str(self.jenis), "dasar": list(self.dasar)}


def differences(before: Rulebook, after: Rulebook) -> tuple[Change, ...]:
    """Every difference, in the order of the file's sections."""
    sources = {**before.sumber_hukum, **after.sumber_hukum}
    found = (
        change
        for section in SECTIONS
        for change in _in_section(section, getattr(before, section), getattr(after, section))
    )
    return tuple(
        replace(one, sebutan=sources[one.instrumen].sebutan if one.instrumen in sources else "") for one in found
    )


def by_instrument(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """The changes under the name of the instrument they rest on, as each is first met; those without one last."""
    found: dict[str, list[Change]] = {}
    for one in sorted(changes, key=lambda one: not one.instrumen):
        found.setdefault(one.sebutan or one.instrumen or TANPA_INSTRUMEN, []).append(one)
    return found


def is_older(other: Rulebook, rules: Rulebook) -> bool:
    """Whether `other` is what `rules` came from: its law and values end earlier, else `rules` only adds to it."""
    newest, known = _newest_day(other), _newest_day(rules)
    if newest != known:
        return newest < known
    kinds = Counter(one.jenis for one in differences(other, rules))
    return kinds[Kind.DITAMBAH] > kinds[Kind.DIHAPUS]


def _newest_day(rules: Rulebook) -> str:
    """The last day that the rulebook names as the beginning, or the record, of anything."""
    dated = (one for section in _DATED for one in getattr(rules, section).values())
    return max((day for one in dated for day in _days(to_tree(one))), default="")


def _days(tree: Any) -> Iterator[str]:
    for name, item in tree.items() if isinstance(tree, Mapping) else ():
        if name in ("berlaku_sejak", "dicatat"):
            yield str(item)
        yield from _days(item)


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
        way, *sides = _named_by_itself(letak, before, after)
        said, says = (None if side is None else _valued(_told(side), satuan) for side in sides)
        cited = dasar or tuple(dict.fromkeys(_cited(before if after is None else after)))
        instrumen = name if section == "sumber_hukum" else next((one.partition("/")[0] for one in cited), "")
        yield Change(kind, section, name, judul, " › ".join(way), said, says, cited, instrumen)


def _named_by_itself(letak: Way, before: Any, after: Any) -> tuple[Way, Any, Any]:
    """An item of a list that has nothing but its name is told by that, and stands where the list does."""
    if "" not in (before, after):
        return letak, before, after
    was, will = (letak[-1] if side == "" else side for side in (before, after))
    return letak[:-1], was, will


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
        before, after = old.get(name), new.get(name)
        edited = _edited(name, old if after is None else new) if None in (before, after) else None
        if edited is None:
            yield from _differing((*way, name), before, after, dasar)
        else:
            yield from _new_list((*way, name), edited, dasar, added=before is None)


def _edited(name: str, dated: Mapping[str, Any]) -> tuple[Any, Any] | None:
    """The one before the dated list of that name, and itself; None for what is no dated list, or the first."""
    names = list(dated)
    pair = [dated[one] for one in names[max(names.index(name) - 1, 0) : names.index(name) + 1]]
    lists = all(isinstance(one, Mapping) and isinstance(one.get("nilai"), Mapping) for one in pair)
    return (pair[0], pair[1]) if len(pair) == 2 and lists else None


def _new_list(way: Way, lists: tuple[Any, Any], dasar: Way, *, added: bool) -> Iterator[tuple[Way, Any, Any, Way]]:
    """A dated list that comes or goes: how long it is, and item by item what it changes of the one before it."""
    before, own = lists
    told, dasar = f"{len(own['nilai'])} butir", tuple(own.get("dasar", dasar))
    yield way, None if added else told, told if added else None, dasar
    for name in dict.fromkeys([*before["nilai"], *own["nilai"]]):
        old, new = before["nilai"].get(name), own["nilai"].get(name)
        yield from _differing((*way, name), old if added else new, new if added else old, dasar)


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
