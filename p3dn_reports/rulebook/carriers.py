"""Which rules carry which clause: derived from what they cite, so that nobody keeps a second list of it.

A rule carries a clause when one of its `dasar` is a place of the clause or lies below it. A tafsir says how a clause is
read and carries nothing; an entry of `tak_terkodekan` says why nothing carries it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeVar

from p3dn_reports.rules import Citation, Ketentuan, Rulebook

Rule = tuple[str, str]
"""Section and id."""

Found = TypeVar("Found")

_NOT_CARRYING = frozenset({"tafsir", "tak_terkodekan", "ketentuan"})


@dataclass(frozen=True, slots=True)
class Carried:
    """One clause with the rules that carry it, the reasons why it is not encoded, and its places nobody cites.

    `tafsir` are the readings of the clause.
    """

    ketentuan: Ketentuan
    pemuat: tuple[Rule, ...]
    alasan: tuple[str, ...]
    lepas: tuple[Citation, ...]
    tafsir: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """`parameter batas_impor; syarat a, b`; the reasons for not encoding it; which places nothing carries."""
        names: dict[str, list[str]] = {}
        for section, name in self.pemuat:
            names.setdefault(section, []).append(name)
        rules = [f"{section} {', '.join(found)}" for section, found in names.items()]
        reasons = [f"tidak dikodekan: {reason.rstrip('.')}" for reason in self.alasan]
        loose = [f"BELUM TERMUAT: {', '.join(map(str, self.lepas))}"] if self.lepas else []
        return "; ".join([*rules, *reasons, *loose])

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        return {
            "id": self.ketentuan.id,
            "tempat": [str(place) for place in self.ketentuan.dasar],
            "sifat": [str(kind) for kind in self.ketentuan.sifat],
            "isi": self.ketentuan.isi,
            "aturan": [{"bagian": section, "id": name} for section, name in self.pemuat],
            "tidak_dikodekan": list(self.alasan),
            "belum_termuat": [str(place) for place in self.lepas],
            "tafsir": list(self.tafsir),
        }


def carried(rulebook: Rulebook) -> tuple[Carried, ...]:
    """Every clause of the register, in its order."""
    rules = _by_place(rulebook)
    reasons = _places((one.alasan, (one.dasar,)) for one in rulebook.tak_terkodekan.values())
    readings = _places((one.id, one.dasar) for one in rulebook.tafsir.values())
    return tuple(
        Carried(
            ketentuan=clause,
            pemuat=_of(clause, rules),
            alasan=_of(clause, reasons),
            lepas=tuple(place for place in clause.dasar if place not in rules and place not in reasons),
            tafsir=_of(clause, readings),
        )
        for clause in rulebook.ketentuan.values()
    )


def _of(clause: Ketentuan, by_place: Mapping[Citation, list[Found]]) -> tuple[Found, ...]:
    return tuple(dict.fromkeys(one for place in clause.dasar for one in by_place.get(place, ())))


def _places(items: Iterable[tuple[Found, Iterable[Citation]]]) -> dict[Citation, list[Found]]:
    """Under every place, what cites it or a place below it."""
    found: dict[Citation, list[Found]] = defaultdict(list)
    for item, dasar in items:
        for place in dict.fromkeys(place for cited in dasar for place in _upwards(cited)):
            found[place].append(item)
    return found


def _by_place(rulebook: Rulebook) -> dict[Citation, list[Rule]]:
    return _places((rule, _cited(record)) for rule, record in _carrying(rulebook))


def _carrying(rulebook: Rulebook) -> Iterator[tuple[Rule, object]]:
    for section in fields(rulebook):
        records = getattr(rulebook, section.name)
        if section.name in _NOT_CARRYING or not isinstance(records, Mapping):
            continue
        for key, record in records.items():
            yield (section.name, ".".join(key) if isinstance(key, tuple) else key), record


def _upwards(cited: Citation) -> Iterator[Citation]:
    yield from (Citation(cited.sumber, tempat) for tempat in cited.lineage)


def _cited(value: Any) -> Iterator[Citation]:
    """Every citation in a record, however deep."""
    if isinstance(value, Citation):
        yield value
    elif is_dataclass(value):
        for item in fields(value):
            yield from _cited(getattr(value, item.name))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _cited(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _cited(item)
