"""What the charts of a region's document show, by the name its template gives each.

`grafik_<indikator>` has standing columns, `…_batang` lying bars by band, `…_titik` a mark for each unit on one axis;
`grafik_capaian…` is that of the indicator the document is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import accumulate

from p3dn_reports.documents.material import Material
from p3dn_reports.documents.plan import Planned
from p3dn_reports.documents.units import TANPA_ANGKA, Units
from p3dn_reports.documents.word.chart import Angka, Bentuk, ChartData
from p3dn_reports.documents.word.template import Template
from p3dn_reports.formatting import printable_percent

ABOUT = "grafik_capaian"
LOWEST, MIDDLE, HIGHEST = "▼●▲"
"""The signs of the first band, of the last, and of those between."""
_GRID = 20
_MOST, _ROOM = Fraction(3, 2), Fraction(11, 10)
"""An axis goes no farther than half again beyond the last threshold, with room for what is written beside a bar."""
_PLACES = 50
"""How many places of marks stand side by side on an axis."""
_LONGEST = 48
"""So many letters of a name stand beside a bar; lists and annexes have it whole."""


def charts(material: Material, planned: Planned, template: Template) -> dict[str, ChartData]:
    """The data of the charts that a template has; none for a document of one unit, or of no indicator."""
    if planned.unit is not None or not planned.dokumen.indikator:
        return {}
    wanted = template.charts()
    named = {f"grafik_{name}": name for name in material.assessment.seluruh.indikator}
    named.setdefault(ABOUT, planned.dokumen.indikator[0])
    return {
        f"{grafik}{ending}": draw(Drawn(material, name))
        for grafik, name in named.items()
        for ending, draw in _FORMS.items()
        if f"{grafik}{ending}" in wanted
    }


@dataclass(frozen=True, slots=True)
class Bar:
    """A unit in a chart: its name, its figure unrounded, and the band that this lies in."""

    nama: str
    nilai: Fraction
    pita: str | None


@dataclass(frozen=True)
class Drawn:
    """An indicator of every unit that can be trusted and computed, lowest first."""

    material: Material
    indikator: str

    @cached_property
    def bars(self) -> list[Bar]:
        """The units."""
        units = [one for one in self.material.assessment.unit if not one.holds(self.indikator)]
        results = [(one.unit.nama, one.figures.indikator[self.indikator]) for one in units]
        found = [Bar(nama, one.nilai, one.pita) for nama, one in results if one.nilai is not None]
        return sorted(found, key=lambda bar: bar.nilai)

    @cached_property
    def bounds(self) -> tuple[Fraction, ...]:
        """The thresholds, from low to high."""
        return tuple(sorted(self.material.assessment.seluruh.indikator[self.indikator].ambang))

    @cached_property
    def bands(self) -> dict[str, str]:
        """The bands, each in words behind its sign."""
        units = Units(self.material, self.indikator, (), {})
        names = [band for band in units.menurut_pita if band != TANPA_ANGKA]
        signs = [LOWEST, *[MIDDLE] * (len(names) - 2), HIGHEST]
        return {band: f"{sign} {units.sebutan_pita(band)}" for band, sign in zip(names, signs, strict=False)}

    @cached_property
    def skala(self) -> int:
        """Where the axis ends."""
        last = max(self.bounds, default=Fraction(100))
        top = max([last, *(min(bar.nilai, last * _MOST) for bar in self.bars)])
        return -(-top * _ROOM // _GRID) * _GRID

    def printed(self, nilai: Fraction) -> Decimal:
        """The percentage as it is printed."""
        return printable_percent(nilai, self.bounds)

    def threshold(self, bound: Fraction) -> str:
        """What a threshold is called."""
        return f"Batas {printable_percent(bound):f}%".replace(".", ",")


def columns(drawn: Drawn) -> ChartData:
    """A column for each unit, each threshold a line."""
    own = {"Capaian": [drawn.printed(bar.nilai) for bar in drawn.bars]}
    lines = {drawn.threshold(bound): [drawn.printed(bound)] * len(drawn.bars) for bound in drawn.bounds}
    return ChartData([bar.nama for bar in drawn.bars], {**own, **lines})


def bars(drawn: Drawn) -> ChartData:
    """A lying bar for each unit, with the sign of its band beside its name; a series for each band."""
    names = [f"{drawn.bands.get(bar.pita or '', '')[:2]}{_short(bar.nama)}" for bar in drawn.bars]
    by_band = {caption: _of_band(drawn, band) for band, caption in drawn.bands.items()}
    lines = {drawn.threshold(bound): [drawn.printed(bound)] * len(names) for bound in drawn.bounds}
    return ChartData(names, {**by_band, **lines}, Bentuk.BATANG, drawn.skala)


def points(drawn: Drawn) -> ChartData:
    """A mark for each unit at its percentage, those beside each other stacked; each threshold a line across."""
    width = Fraction(drawn.skala, _PLACES)
    at = [min(drawn.printed(bar.nilai), Decimal(drawn.skala)) for bar in drawn.bars]
    heights = list(_stacked([Fraction(one) // width for one in at], drawn.skala))
    ends: list[Decimal | int] = [drawn.printed(bound) for bound in drawn.bounds for _ in "12"]
    blank: list[Angka] = [None] * len(ends)
    marks = {
        caption: [
            *(height if bar.pita == band else None for bar, height in zip(drawn.bars, heights, strict=True)),
            *blank,
        ]
        for band, caption in drawn.bands.items()
    }
    lines = {}
    for index, bound in enumerate(drawn.bounds):
        line = [*[None] * len(at), *blank]
        line[len(at) + 2 * index : len(at) + 2 * index + 2] = [0, drawn.skala]
        lines[drawn.threshold(bound)] = line
    return ChartData([*at, *ends], {**marks, **lines}, Bentuk.TETAP, drawn.skala)


def _of_band(drawn: Drawn, band: str) -> list[Angka]:
    return [drawn.printed(bar.nilai) if bar.pita == band else None for bar in drawn.bars]


def _stacked(places: Sequence[int], full: int) -> Iterator[Decimal]:
    """The height of each mark: how many at its place have come before, and it. The most of all reach nearly `full`."""
    most = max(Counter(places).values(), default=0) + 1
    met = Counter[int]()
    for place in places:
        met[place] += 1
        yield printable_percent(Fraction(met[place] * full, most))


def _short(nama: str) -> str:
    """The name, or as much of it as there is room for: capitals take about half again as much."""
    reached = accumulate(1.5 if letter.isupper() else 1 for letter in nama)
    fits = sum(width <= _LONGEST for width in reached)
    return nama if fits == len(nama) else f"{nama[:fits].rstrip()}…"


_FORMS: Mapping[str, Callable[[Drawn], ChartData]] = {"": columns, "_batang": bars, "_titik": points}
