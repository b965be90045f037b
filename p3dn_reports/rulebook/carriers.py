"""Which rules carry which clause: derived from what they cite, so that nobody keeps a second list of it.

A rule carries a clause when one of its `dasar` is a place of the clause or lies below it. A tafsir says how a clause is
read and carries nothing; an entry of `tak_terkodekan` says why nothing carries it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from p3dn_reports.rules import Citation, Ketentuan, Rulebook
from p3dn_reports.rules.references import Rule, references

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
    cited = [(one.by, one.kutipan) for one in references(rulebook) if one.kutipan is not None]
    rules = _places((by, one) for by, one in cited if by[0] not in _NOT_CARRYING)
    reasons = _places((rulebook.tak_terkodekan[by[1]].alasan, one) for by, one in cited if by[0] == "tak_terkodekan")
    readings = _places((by[1], one) for by, one in cited if by[0] == "tafsir")
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


def _places(items: Iterable[tuple[Found, Citation]]) -> dict[Citation, list[Found]]:
    """Under every place, what cites it or a place below it."""
    found: dict[Citation, list[Found]] = defaultdict(list)
    for item, cited in items:
        for tempat in cited.lineage:
            found[Citation(cited.sumber, tempat)].append(item)
    return found
