"""The sum of exact regional results: never of rows, and never with a zero for a region that has no figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from p3dn_reports.evaluation.numbers import exact_text, twelve_decimals
from p3dn_reports.formatting import persen

Hasil = Mapping[str, Any]
"""The content of a region's hasil.json."""


class Measured(NamedTuple):
    """What is summed together: an indicator by what it divides, since regions may have chosen otherwise."""

    indikator: str
    ukuran_pembilang: str
    ukuran_penyebut: str


Figures = Mapping[Measured, Mapping[str, Any]]
"""What a region as a whole has of each: its indicator of hasil.json."""


@dataclass(frozen=True, slots=True)
class Total:
    """The sums of an indicator over the regions `ikut`; `tidak_ikut` says of each other region why it has no part.

    `sebagian` names the regions among `ikut` whose own figure leaves out units, each with those units' codes.
    """

    apa: Measured
    satuan: str
    pembilang: Fraction
    penyebut: Fraction
    ikut: tuple[str, ...]
    tidak_ikut: Mapping[str, str]
    sebagian: Mapping[str, Sequence[str]]

    @property
    def nilai(self) -> Fraction | None:
        """In percent, unrounded; None where nothing is divided by."""
        return self.pembilang * 100 / self.penyebut if self.penyebut else None

    def as_json(self) -> dict[str, object]:
        """Plain data; numbers are text."""
        return {
            **self.apa._asdict(),
            "satuan": self.satuan,
            "pembilang": exact_text(self.pembilang),
            "penyebut": exact_text(self.penyebut),
            "nilai": twelve_decimals(self.nilai) if self.nilai is not None else None,
            "tampil": persen(self.nilai) if self.nilai is not None else None,
            "ikut": list(self.ikut),
            "tidak_ikut": dict(self.tidak_ikut),
            "sebagian": dict(self.sebagian),
        }


def figures_of(hasil: Hasil) -> Figures:
    """The indicators of a region as a whole, by what is summed together."""
    found = hasil["seluruh"]["indikator"]
    return {Measured(name, one["ukuran_pembilang"], one["ukuran_penyebut"]): one for name, one in found.items()}


def totals(figures: Mapping[str, Figures], absent: Mapping[str, str]) -> list[Total]:
    """The totals of the regions' figures, by region code; `absent` are the regions without a result, and why."""
    measured = {apa for one in figures.values() for apa in one}
    return [_total(apa, figures, absent) for apa in sorted(measured)]


def _total(apa: Measured, figures: Mapping[str, Figures], absent: Mapping[str, str]) -> Total:
    known: dict[str, Mapping[str, Any]] = {}
    others = dict(absent)
    for kd_klpd, one in figures.items():
        found = one.get(apa)
        if found is None:
            others[kd_klpd] = "indikator ini dihitung atas dasar lain atau tidak ada pada aturannya"
        elif found["nilai"] is None:
            others[kd_klpd] = found["sebab"] or "tidak dapat dihitung"
        else:
            known[kd_klpd] = found
    satuan = next(one[apa]["satuan"] for one in figures.values() if apa in one)
    pembilang, penyebut = (_sum(one[side] for one in known.values()) for side in ("pembilang", "penyebut"))
    partly = {kd: one["tidak_ikut"]["unit"] for kd, one in sorted(known.items()) if one["tidak_ikut"]}
    return Total(apa, satuan, pembilang, penyebut, tuple(sorted(known)), dict(sorted(others.items())), partly)


def _sum(texts: Iterable[str]) -> Fraction:
    return sum((Fraction(text) for text in texts), Fraction(0))
