"""One picture of all units along the scale of the indicator: where a dot stands is the engine's figure, drawn."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from p3dn_reports.web.figures import UnitRow

WIDTH, LEFT, RIGHT = 1040, 20, 1020
_DOT, _MOST = 11, 120


@dataclass(frozen=True, slots=True)
class Dot:
    """A unit on the picture."""

    x: int
    y: int
    baris: UnitRow


@dataclass(frozen=True, slots=True)
class Picture:
    """The dots, the lines of the thresholds with their labels, the ticks of the scale, and the height (all in px)."""

    titik: list[Dot]
    batas: list[tuple[int, str]]
    skala: list[tuple[int, int]]
    dasar: int


def units(rows: list[UnitRow]) -> Picture | None:
    """The units that have a figure; None where none has."""
    known = [(row, Fraction(row.angka["nilai_pasti"])) for row in rows if row.angka and row.angka["nilai_pasti"]]
    if not known:
        return None
    taken: dict[int, int] = {}
    places = []
    for row, value in sorted(known, key=lambda one: one[1]):
        x = _x(value)
        taken[x // _DOT] = taken.get(x // _DOT, 0) + 1
        places.append((x, taken[x // _DOT], row))
    base = _DOT * max(taken.values()) + 34
    dots = [Dot(x, base - 8 - _DOT * (level - 1), row) for x, level, row in places]
    limits = known[0][0].angka["batas"].values() if known[0][0].angka else ()
    lines = [(_x(Fraction(limit)), f"{limit}%") for limit in limits]
    return Picture(dots, lines, [(_x(Fraction(tick)), tick) for tick in range(0, _MOST + 1, 20)], base)


def _x(value: Fraction) -> int:
    """The place of a percentage; what is beyond the scale stands at its end."""
    shown = min(max(value, Fraction(0)), Fraction(_MOST))
    return LEFT + int(shown * (RIGHT - LEFT) / _MOST)
