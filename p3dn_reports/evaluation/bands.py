"""Bands: which one a percentage falls into, compared unrounded with the parameters in force."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from p3dn_reports.formatting import angka
from p3dn_reports.rules import Band, Pita, Scope
from p3dn_reports.vocabulary import BAWAH, LEBIH


@dataclass(frozen=True, slots=True)
class Judgement:
    """A pita with the values of its parameters as in force here (percent, from low to high)."""

    pita: Pita
    batas: Mapping[str, Fraction]

    @property
    def ambang(self) -> tuple[Fraction, ...]:
        """The thresholds, for printing a number on the true side."""
        return tuple(dict.fromkeys(self.batas.values()))

    def band(self, nilai: Fraction) -> Band:
        """The first band, from low to high, that holds `nilai`."""
        return next(band for band in self.pita.batas if self._holds(band, nilai))

    def tampil(self, band: Band) -> str:
        """The band's words with the values in them: `di bawah 80%`."""
        return band.tampil.format_map({name: f"{angka(nilai)}%" for name, nilai in self.batas.items()})

    def _holds(self, band: Band, nilai: Fraction) -> bool:
        if band.kurang_dari is not None:
            return nilai < self.batas[band.kurang_dari]
        return band.paling_banyak is None or nilai <= self.batas[band.paling_banyak]


def judgement(scope: Scope, pita_id: str) -> Judgement | None:
    """The pita with its values here; None where a parameter of it has none, so that nothing is judged."""
    pita = scope.rulebook.pita[pita_id]
    values = {name: scope.parameter(name) for name in parameters_of(pita)}
    in_force = {name: Fraction(dated.nilai) for name, dated in values.items() if dated is not None}
    return Judgement(pita, in_force) if len(in_force) == len(values) else None


def parameters_of(pita: Pita) -> Iterator[str]:
    """The parameters that bound its bands, from low to high."""
    yield from (name for band in pita.batas if (name := band.kurang_dari or band.paling_banyak) is not None)


def menjelaskan(scope: Scope) -> dict[str, dict[str, str]]:
    """By indicator the bands that a document in force asks a unit's head to explain, each with its side."""
    asked: dict[str, set[str]] = {}
    for dokumen in scope.dokumen:
        for name in dokumen.menjelaskan:
            asked.setdefault(name, set()).update(dokumen.bila_status[name])
    pita = {name: scope.rulebook.indikator[name].pita for name in asked}
    return {name: _sides(scope.rulebook.bands_of(one), asked[name]) for name, one in pita.items() if one}


def _sides(bands: Sequence[Band], asked: Collection[str]) -> dict[str, str]:
    """Of bands from low to high those asked for; below one that is not, `bawah`."""
    calm = [place for place, band in enumerate(bands) if band.id not in asked]
    return {
        band.id: BAWAH if any(place < one for one in calm) else LEBIH
        for place, band in enumerate(bands)
        if band.id in asked
    }
