"""Rules x tables -> assessment: sums from the database, everything after them exact and in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from p3dn_reports.evaluation.assessment import Assessment, Figures, Organisasi, RincianBaris, UnitPelapor, UnitResult
from p3dn_reports.evaluation.availability import measure_of, why_not
from p3dn_reports.evaluation.awards import awards
from p3dn_reports.evaluation.breakdown import Breakdown, breakdown, breakdowns_here
from p3dn_reports.evaluation.groups import take_groups
from p3dn_reports.evaluation.indicators import Reading, reading, region_result, unit_result
from p3dn_reports.evaluation.remarks import Found, checks_here, remarks
from p3dn_reports.evaluation.targets import Promise, Promises, dinas_pembina, read_promises
from p3dn_reports.evaluation.totals import Totals, exact_sum, totals
from p3dn_reports.rules import Scope
from p3dn_reports.tables import Tables


def evaluate(tables: Tables, scope: Scope, organisasi: Organisasi, ditahan: frozenset[str] = frozenset()) -> Assessment:
    """Assess one inputs folder under the rules in force for its region, period and cut-off.

    Rupiah are exact Decimals, ratios exact Fractions in percent (0-100). A figure whose table is absent or whose list
    is not in force is None and says why. `ditahan` are the reporting units whose data cannot be trusted: they keep
    their own figures, marked, and stay out of the region's.
    """
    taken = _take(tables, scope, organisasi)
    units = tuple(taken.unit(unit, ditahan=unit.kode_satker in ditahan) for unit in organisasi.pelapor)
    penghargaan, award_problems = awards(tables, scope)
    found = Found(tables, scope, taken.readings, taken.totals, taken.promises, units)
    return Assessment(
        daerah=scope.daerah.id,
        periode=scope.periode,
        data_per=scope.data_per,
        organisasi=organisasi,
        unit=units,
        seluruh=taken.region(units, dinas_pembina(scope, organisasi)),
        penghargaan=penghargaan,
        problems=(*remarks(found), *award_problems),
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """All that was taken from the database; `sebab` says of each ukuran why it cannot be had, or None."""

    scope: Scope
    sebab: Mapping[str, str | None]
    totals: Totals
    promises: Promises
    readings: Mapping[str, Reading]
    breakdowns: Mapping[str, Breakdown]

    def unit(self, unit: UnitPelapor, *, ditahan: bool) -> UnitResult:
        """The figures of one reporting unit."""
        ukuran = {name: self._amount(name, unit.kode_satker) for name in self.sebab}
        promises = self._promises_of(unit.kode_satker)
        indikator = {name: unit_result(read, ukuran, promises) for name, read in self.readings.items()}
        return UnitResult(unit, Figures(ukuran, indikator, self._lines([unit.kode_satker])), ditahan)

    def region(self, units: Iterable[UnitResult], pembina: str | None) -> Figures:
        """The region's figures, from the units that can be trusted, beside the target of the office `pembina`."""
        trusted = [result for result in units if not result.ditahan]
        figures = [result.figures for result in trusted]
        ukuran = {
            name: exact_sum(one.ukuran[name] or Decimal(0) for one in figures) if sebab is None else None
            for name, sebab in self.sebab.items()
        }
        promises = self._promises_of(pembina)
        indikator = {name: region_result(read, figures, promises) for name, read in self.readings.items()}
        return Figures(ukuran, indikator, self._lines([result.unit.kode_satker for result in trusted]))

    def _amount(self, ukuran_id: str, unit: str) -> Decimal | None:
        if self.sebab[ukuran_id] is not None:
            return None
        ukuran = self.scope.rulebook.ukuran[ukuran_id]
        total = self.totals.of(measure_of(ukuran), unit)
        return Decimal(total.banyak) if ukuran.jumlah is None else total.jumlah

    def _promises_of(self, unit: str | None) -> dict[str, Promise]:
        return {target: promise for (target, owner), promise in self.promises.items() if owner == unit}

    def _lines(self, units: list[str]) -> dict[str, tuple[RincianBaris, ...]]:
        return {
            name: self.breakdowns[name].lines(units) if name in self.breakdowns else ()
            for name in self.scope.rulebook.rincian
        }


def _take(tables: Tables, scope: Scope, organisasi: Organisasi) -> _Taken:
    ukuran = scope.rulebook.ukuran
    sebab = {name: why_not(tables, scope, measure_of(one)) for name, one in ukuran.items()}
    measures = [measure_of(one) for name, one in ukuran.items() if sebab[name] is None]
    measures += checks_here(tables, scope).values()
    rincian = breakdowns_here(tables, scope)
    groups = take_groups(tables, scope, organisasi, measures, rincian)
    return _Taken(
        scope=scope,
        sebab=sebab,
        totals=totals(groups, measures),
        promises=read_promises(tables, scope),
        readings={name: reading(scope, name, sebab) for name in scope.rulebook.indikator},
        breakdowns={one.id: breakdown(groups[one.tabel], one, scope) for one in rincian},
    )
