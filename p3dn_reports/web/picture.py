"""One picture of all units along the scale of the indicator: where a mark stands is the engine's figure, drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from p3dn_reports.web.figures import UnitRow

LEFT, RIGHT = 20, 1020
_DOT, _HIGHEST = 11, 120


@dataclass(frozen=True, slots=True)
class Dot:
    """A unit on the picture."""

    x: int
    y: int
    baris: UnitRow


@dataclass(frozen=True, slots=True)
class Picture:
    """The marks, the lines of the thresholds with their labels, the ticks of the scale, and the height (all in px).

    The scale runs from `awal` to `akhir`, in percent.
    """

    titik: list[Dot]
    batas: list[tuple[int, str]]
    skala: list[tuple[int, int]]
    dasar: int
    awal: int
    akhir: int

    def x(self, value: Fraction) -> int:
        """The place of a percentage; what is beyond the scale stands at its end."""
        return _x(value, self.awal, self.akhir)


def units(rows: list[UnitRow]) -> Picture | None:
    """The units that have a figure; None where none has."""
    known = [(row, Fraction(row.angka["nilai_pasti"])) for row in rows if row.angka and row.angka["nilai_pasti"]]
    if not known:
        return None
    limits = [Fraction(limit) for limit in known[0][0].angka["batas"].values()] if known[0][0].angka else []
    low, high = _scale([value for _, value in known] + limits)
    taken: dict[int, int] = {}
    places = []
    for row, value in sorted(known, key=lambda one: one[1]):
        x = _x(value, low, high)
        taken[x // _DOT] = taken.get(x // _DOT, 0) + 1
        places.append((x, taken[x // _DOT], row))
    base = _DOT * max(taken.values()) + 34
    dots = [Dot(x, base - 8 - _DOT * (level - 1), row) for x, level, row in places]
    lines = [(_x(limit, low, high), f"{limit}%") for limit in limits]
    ticks = range(low, high + 1, 10 if high - low <= 100 else 20)
    return Picture(dots, lines, [(_x(Fraction(tick), low, high), tick) for tick in ticks], base, low, high)


def _scale(values: Sequence[Fraction]) -> tuple[int, int]:
    """Whole tens around the values, within 0 and 120."""
    low = max(0, min(_HIGHEST - 10, floor(min(values) / 10) * 10))
    return low, max(low + 10, min(_HIGHEST, ceil(max(values) / 10) * 10))


def _x(value: Fraction, low: int, high: int) -> int:
    shown = min(max(value, Fraction(low)), Fraction(high))
    return LEFT + int((shown - low) * (RIGHT - LEFT) / (high - low))
