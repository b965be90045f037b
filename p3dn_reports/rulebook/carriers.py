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
    "pemeriksaan", "hitungan", "putusan", "peringkat", "penghargaan",
})  # fmt: skip
# What carries a clause, by kind; every other section is data to be looked up.
_KINDS = {"dokumen": "naskah", "jadwal": "jadwal", "kewajiban": "tugas", **dict.fromkeys(_ANGKA, "angka")}

# By which kinds a clause is met that asks for the like; one that asks for anything else is met by any rule.
_MEETING = {
    Sifat.DIHITUNG: frozenset({"angka", "naskah"}),
    Sifat.DIPERIKSA: frozenset({"angka"}),
    Sifat.NASKAH: frozenset({"naskah"}),
    Sifat.BERWAKTU: frozenset({"jadwal", "angka", "tugas"}),
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

    `tafsir` are the readings of the clause.
    """

    ketentuan: Ketentuan
    pemuat: tuple[Rule, ...]
    alasan: tuple[str, ...]
    lepas: tuple[Citation, ...]
    tafsir: tuple[str, ...] = ()

    @property
    def jenis(self) -> tuple[str, ...]:
        """By what it is carried: `angka`, `naskah`, `jadwal`, `tugas`, `acuan`, each once."""
        return tuple(dict.fromkeys(kind_of(section) for section, _ in self.pemuat))

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
        """What it asks for that no rule of that kind gives, though another one carries it."""
        return tuple(
            one for one in self.ketentuan.sifat if self.pemuat and one in _MEETING and not _MEETING[one] & {*self.jenis}
        )

    @property
    def in_words(self) -> str:
        """`parameter batas_impor; syarat a, b`; the reasons for not encoding it; which places nothing carries."""
        names: dict[str, list[str]] = {}
        for section, name in self.pemuat:
            names.setdefault(section, []).append(name)
        rules = [f"{section} {', '.join(found)}" for section, found in names.items()]
        reasons = [f"tidak dikodekan: {reason.rstrip('.')}" for reason in self.alasan]
        loose = [f"BELUM TERMUAT: {', '.join(map(str, self.lepas))}"] if self.lepas else []
        heading = ["hanya judul"] if self.keadaan is Keadaan.HANYA_JUDUL else []
        return "; ".join([*rules, *reasons, *loose, *heading])

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
            "jenis": list(self.jenis),
            "kurang": [str(one) for one in self.kurang],
            "tidak_dikodekan": list(self.alasan),
            "belum_termuat": [str(place) for place in self.lepas],
            "tafsir": list(self.tafsir),
        }


def kind_of(section: str) -> str:
    """What a rule of that section gives a clause: `angka`, `naskah`, `jadwal`, `tugas`, or `acuan`."""
    return _KINDS.get(section, "acuan")


def carried(rulebook: Rulebook, found: Iterable[Reference] | None = None) -> tuple[Carried, ...]:
    """Every clause of the register, in its order; `found` are the rulebook's references where they are at hand."""
    named = references(rulebook) if found is None else found
    cited = [(one.by, one.kutipan) for one in named if one.kutipan is not None]
    rules = by_place((by, one) for by, one in cited if by[0] not in _NOT_CARRYING)
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
        )
        for clause in rulebook.ketentuan.values()
    )


def _of(clause: Ketentuan, places: Mapping[Citation, list[Found]]) -> tuple[Found, ...]:
    return tuple(dict.fromkeys(one for place in clause.dasar for one in places.get(place, ())))
