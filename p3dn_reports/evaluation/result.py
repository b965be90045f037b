"""A result as plain data, and the one way to name a fact of it.

Every record is told by its declared fields; what these alone do not say, it declares beside them (`SHAPE`). hasil.json,
the JSON of an explanation, the expectations of a case and the changes of a what-if all come from here, so that a fact
has one name: `("unit", kode, "indikator", id, "pita")`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.numbers import exact_text
from p3dn_reports.evaluation.shapes import Form, Shape
from p3dn_reports.rules import Citation, Hitungan, Putusan
from p3dn_reports.vocabulary import Periode

Path = tuple[str, ...]

KEYS: tuple[Path, ...] = (
    ("putusan", "objek"),
    ("hitungan", "objek"),
    ("aturan", "objek"),
    ("kode_satker", "indikator"),
    ("kode_satker",),
    ("penghargaan", "peserta"),
    ("peserta",),
    ("kategori", "sub_kategori"),
    ("pilihan", "opsi"),
    ("id", "unit", "kunci"),
    ("kunci",),
    ("kode",),
)
"""What tells the records of a list apart: the first of these that holds words, else their places."""


class Difference(NamedTuple):
    """One fact that is another on the other side: its name and both texts (None: blank, or not there).

    Of a kind of record that is asked for whole, both records.
    """

    fakta: Path
    sebelum: Any
    sesudah: Any


def result(assessment: Assessment) -> dict[str, Any]:
    """What was found, as it stands in hasil.json. Numbers are text: money exact, shares to twelve decimals."""
    told: dict[str, Any] = plain(assessment)
    return told


def plain(value: object) -> Any:
    """A record, or what is made of records, as JSON can hold it."""
    told = below(value)
    if isinstance(told, dict):
        return {name: plain(part) for name, part in told.items()}
    return [plain(part) for part in told] if isinstance(told, list) else told


def paths(tree: object) -> dict[Path, str | None]:
    """Every fact of a result, of records or as hasil.json of any version holds it, by its name; the values as text."""
    return dict(_facts((), tree))


def fact(tree: object, path: Path) -> Any:
    """The fact, or the part of a result, of that name. Raises KeyError where there is none."""
    for name in path:
        parts = _parts(tree)
        if not isinstance(parts, dict):
            raise KeyError(path)
        tree = parts[name]
    return tree


def differences(old: object, new: object, way: Path = (), whole: tuple[type, ...] = ()) -> Iterator[Difference]:
    """Every fact that differs between two results, in their order. What both share is not looked into.

    Records of the kinds `whole` are told as they are, and not fact by fact.
    """
    if old is new:
        return
    if whole and isinstance(old if old is not None else new, whole):
        if old != new:
            yield Difference(way, old, new)
        return
    before, after = _parts(old), _parts(new)
    if isinstance(before, dict) or isinstance(after, dict):
        sides = [side if isinstance(side, dict) else {} for side in (before, after)]
        for name in dict.fromkeys([*sides[0], *sides[1]]):
            yield from differences(sides[0].get(name), sides[1].get(name), (*way, name), whole)
    elif before != after:
        yield Difference(way, _text(before), _text(after))


def _facts(way: Path, value: object) -> Iterator[tuple[Path, str | None]]:
    parts = _parts(value)
    if not isinstance(parts, dict):
        yield way, _text(parts)
        return
    for name, part in parts.items():
        yield from _facts((*way, name), part)


def _parts(value: object) -> Any:
    """What stands right below a value by name, or the value itself; a list of words is one value."""
    told = below(value)
    if not isinstance(told, list):
        return told
    items = [below(one) for one in told]
    return _by_name(told, items) if any(isinstance(one, dict) for one in items) else "; ".join(map(str, items))


def _by_name(records: Iterable[object], items: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The records of a list by what tells them apart; those that nothing does get a number."""
    found: dict[str, Any] = {}
    met = Counter[Path]()
    for number, (record, item) in enumerate(zip(records, items, strict=True), start=1):
        names = _names(item) or (str(number),)
        met[names] += 1
        place = found
        for name in names[:-1]:
            place = place.setdefault(name, {})
        place[f"{names[-1]} ({met[names]})" if met[names] > 1 else names[-1]] = record
    return found


def _names(item: Mapping[str, Any]) -> Path:
    for keys in KEYS:
        values = [_name(item.get(key)) for key in keys]
        if item.get(keys[0]) is not None and None not in values:
            return tuple(value for value in values if value)
    return ()


def _name(value: object) -> str | None:
    """A word that tells a record apart, "" for a blank; None: it is no word. An object goes by what it is called."""
    if value is None or isinstance(value, str):
        return value or ""
    told = below(value)
    return told if isinstance(told, str) else told.get("sebutan") if isinstance(told, dict) else None


def _text(value: object) -> str | None:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return None if value is None else str(value)


def below(value: object) -> Any:
    """One level of a value as plain data: a dict, a list, or what JSON holds as it is."""
    match value:
        case None | str() | bool() | int():
            return value
        case Fraction() | Decimal():
            return exact_text(Fraction(value))
        case date():
            return value.isoformat()
        case Citation() | Periode():
            return str(value)
        case Hitungan() | Putusan():
            return value.id
        case Mapping():
            return {str(name): part for name, part in value.items()}
        case frozenset():
            return sorted(value)
    return dict(_told(value)) if is_dataclass(value) else list(value)  # type: ignore[call-overload]


def _told(record: Any) -> Iterator[tuple[str, object]]:
    kind: type = type(record)
    for key, name, form in _plan(kind):
        value = getattr(record, name)
        if key is None:
            yield from _told(value)
        else:
            yield key, form(value) if form and value is not None else value


_PLAIN = Shape()


@cache
def _plan(kind: type) -> tuple[tuple[str | None, str, Form | None], ...]:
    """The keys, attributes and forms a kind of record is told by; no key: the attribute's own facts stand here."""
    shape: Shape = getattr(kind, "SHAPE", _PLAIN)
    names = [one.name for one in fields(kind) if one.name not in shape.without]
    return tuple(
        (None if name in shape.inline else shape.named.get(name, name), name, shape.forms.get(name))
        for name in (*names, *shape.also)
    )
