"""Which rules carry which clause: derived from what they cite, so that nobody keeps a second list of it.

A rule carries a clause when one of its `dasar` is a place of the clause or lies below it. A tafsir says how a clause is
read and carries nothing; an entry of `tak_terkodekan` says why nothing carries it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from p3dn_reports.rulebook.wording import by_place
from p3dn_reports.rules import Citation, Ketentuan, Rulebook, Sifat
from p3dn_reports.rules.references import Reference, Rule, references

Found = TypeVar("Found")

_NOT_CARRYING = frozenset({"tafsir", "tak_terkodekan", "ketentuan"})

_ANGKA = frozenset({
    "parameter", "kolom_turunan", "syarat", "ukuran", "target", "pilihan", "indikator", "pita", "rincian",
    "hitungan", "putusan", "peringkat", "penghargaan",
})  # fmt: skip
# What carries a clause, by kind; every other section is data to be looked up.
_KINDS = {
    **dict.fromkeys(sorted(_ANGKA), "angka"),
    "pemeriksaan": "temuan",
    "dokumen": "naskah",
    "jadwal": "jadwal",
    "kewajiban": "tugas",
}
KINDS = (*dict.fromkeys(_KINDS.values()), "acuan")
"""The kinds in their order, from what is computed to what is only looked up."""

# By which kinds a clause is met that asks for the like; one that asks for anything else is met by any rule.
_MEETING = {
    Sifat.DIHITUNG: frozenset({"angka", "temuan", "naskah"}),
    Sifat.DIPERIKSA: frozenset({"angka", "temuan"}),
    Sifat.NASKAH: frozenset({"naskah"}),
    Sifat.BERWAKTU: frozenset({"jadwal", "angka", "temuan", "tugas"}),
}


class Keadaan(StrEnum):
    """What became of a clause."""

    TERMUAT = "termuat"
    TIDAK_DIKODEKAN = "tidak dikodekan"
    HANYA_JUDUL = "hanya judul"
    BELUM_TERMUAT = "belum termuat"


@dataclass(frozen=True, slots=True)
class Carried:
    """One clause with the rules that carry it, the reasons why it is not encoded, and its places nobody cites.

    `langsung` are those that cite it itself and not a clause below it; `tafsir` are the readings of the clause.
    """

    ketentuan: Ketentuan
    pemuat: tuple[Rule, ...]
    alasan: tuple[str, ...]
    lepas: tuple[Citation, ...]
    tafsir: tuple[str, ...] = ()
    langsung: tuple[Rule, ...] = ()

    @property
    def jenis(self) -> tuple[str, ...]:
        """By what kinds of rules it is itself carried, in the order of `KINDS`."""
        return tuple(self.menurut_jenis)

    @property
    def menurut_jenis(self) -> Mapping[str, str]:
        """The rules that cite it itself, kind by kind: `{"angka": "parameter a; syarat b, c", "naskah": ...}`."""
        found: dict[str, dict[str, list[str]]] = {kind: {} for kind in KINDS}
        for section, name in self.langsung:
            found[kind_of(section)].setdefault(section, []).append(name)
        told = {
            kind: [f"{section} {', '.join(names)}" for section, names in one.items()] for kind, one in found.items()
        }
        return {kind: "; ".join(rules) for kind, rules in told.items() if rules}

    @property
    def hanya_tugas(self) -> bool:
        """Whether nothing computes, checks, prints or dates it: people do it, and tick it off."""
        return {*self.jenis} - {"acuan"} == {"tugas"}

    @property
    def keadaan(self) -> Keadaan:
        """Whether all of it is carried, left out with a reason, a mere heading, or forgotten."""
        if self.lepas:
            return Keadaan.BELUM_TERMUAT
        if self.pemuat:
            return Keadaan.TERMUAT
        return Keadaan.TIDAK_DIKODEKAN if self.alasan else Keadaan.HANYA_JUDUL

    @property
    def kurang(self) -> tuple[Sifat, ...]:
        """What it asks for that no rule of that kind gives and no reason excuses, though another rule carries it."""
        kinds = {kind_of(section) for section, _ in self.pemuat}
        asked = self.ketentuan.sifat if self.pemuat and not self.alasan else ()
        return tuple(one for one in asked if one in _MEETING and not _MEETING[one] & kinds)

    @property
    def catatan(self) -> tuple[str, ...]:
        """What else became of it: carried by its parts, not encoded and why, which places nothing carries, wanting."""
        below = ["pada ketentuan di bawahnya"] if {*self.pemuat} - {*self.langsung} else []
        reasons = [f"tidak dikodekan: {reason.rstrip('.')}" for reason in self.alasan]
        loose = [f"BELUM TERMUAT: {', '.join(map(str, self.lepas))}"] if self.lepas else []
        heading = ["hanya judul"] if self.keadaan is Keadaan.HANYA_JUDUL else []
        wanting = [f"diminta tetapi belum ada: {', '.join(self.kurang)}"] if self.kurang else []
        return (*below, *reasons, *loose, *heading, *wanting)

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        return {
            "id": self.ketentuan.id,
            "tempat": [str(place) for place in self.ketentuan.dasar],
            "sifat": [str(kind) for kind in self.ketentuan.sifat],
            "isi": self.ketentuan.pokok,
            "teks": self.ketentuan.teks,
            "koreksi": [{"tercetak": one.tercetak, "dibaca": one.dibaca} for one in self.ketentuan.koreksi],
            "aturan": [{"bagian": section, "id": name} for section, name in self.pemuat],
            "keadaan": str(self.keadaan),
            "langsung": [{"bagian": section, "id": name} for section, name in self.langsung],
            "jenis": list(self.jenis),
            "hanya_tugas": self.hanya_tugas,
            "kurang": [str(one) for one in self.kurang],
            "tidak_dikodekan": list(self.alasan),
            "belum_termuat": [str(place) for place in self.lepas],
            "tafsir": list(self.tafsir),
        }


def kind_of(section: str) -> str:
    """What a rule of that section gives a clause: `angka`, `temuan`, `naskah`, `jadwal`, `tugas`, or `acuan`."""
    return _KINDS.get(section, "acuan")


def carried(rulebook: Rulebook, found: Iterable[Reference] | None = None) -> tuple[Carried, ...]:
    """Every clause of the register, in its order; `found` are the rulebook's references where they are at hand."""
    named = references(rulebook) if found is None else found
    cited = [(one.by, one.kutipan) for one in named if one.kutipan is not None]
    carrying = [(by, one) for by, one in cited if by[0] not in _NOT_CARRYING]
    rules, own = by_place(carrying), _at_their_clause(rulebook, carrying)
    reasons = by_place((rulebook.tak_terkodekan[by[1]].alasan, one) for by, one in cited if by[0] == "tak_terkodekan")
    readings = by_place((by[1], one) for by, one in cited if by[0] == "tafsir")
    known = {*rules, *reasons}
    return tuple(
        Carried(
            ketentuan=clause,
            pemuat=_of(clause, rules),
            alasan=_of(clause, reasons),
            lepas=() if clause.hanya_judul else tuple(place for place in clause.dasar if place not in known),
            tafsir=_of(clause, readings),
            langsung=_of(clause, own),
        )
        for clause in rulebook.ketentuan.values()
    )


def _at_their_clause(rulebook: Rulebook, carrying: Iterable[tuple[Rule, Citation]]) -> Mapping[Citation, list[Rule]]:
    """Under the place of a clause, the rules that cite it, or a place below it that is no clause of its own."""
    places = {place for clause in rulebook.ketentuan.values() for place in clause.dasar}
    found: dict[Citation, list[Rule]] = {}
    for by, cited in carrying:
        above = (Citation(cited.sumber, tempat) for tempat in cited.lineage)
        if (place := next((one for one in above if one in places), None)) is not None:
            found.setdefault(place, []).append(by)
    return found


def _of(clause: Ketentuan, places: Mapping[Citation, list[Found]]) -> tuple[Found, ...]:
    return tuple(dict.fromkeys(one for place in clause.dasar for one in places.get(place, ())))
