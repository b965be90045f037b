"""Rules x tables -> assessment: sums from the database, everything after them exact and in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Self

from p3dn_reports.evaluation.assessment import (
    Assessment,
    Figures,
    IndikatorResult,
    Organisasi,
    PeringkatResult,
    UnitPelapor,
    UnitResult,
)
from p3dn_reports.evaluation.availability import measure_of, tables_of, why_not
from p3dn_reports.evaluation.awards import awards
from p3dn_reports.evaluation.bands import menjelaskan
from p3dn_reports.evaluation.breakdown import Breakdown, breakdown, breakdowns_here, titles
from p3dn_reports.evaluation.doubt import may_move
from p3dn_reports.evaluation.groups import NO_GROUPS, Groups, take_groups
from p3dn_reports.evaluation.indicators import Reading, reading, region_result, unit_result
from p3dn_reports.evaluation.lines import RincianBaris
from p3dn_reports.evaluation.loose import NONE, Loose, Reach
from p3dn_reports.evaluation.objects.assess import objects
from p3dn_reports.evaluation.ranking import rankings
from p3dn_reports.evaluation.remarks import Found, checks_here, remarks
from p3dn_reports.evaluation.settling import settle, settling
from p3dn_reports.evaluation.targets import Promise, Promises, dinas_pembina, read_promises
from p3dn_reports.evaluation.totals import Totals, exact_sum, totals
from p3dn_reports.rules import Scope
from p3dn_reports.tables import Tables

NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})
SOUND: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def assess(
    tables: Tables,
    taken: Taken,
    organisasi: Organisasi,
    ditahan: frozenset[str] = frozenset(),
    sebab_cacat: Mapping[str, tuple[str, ...]] = SOUND,
) -> Assessment:
    """What was taken, assessed as the region reads its rules; `ditahan` and `sebab_cacat` as for `evaluate`."""
    scope = taken.scope
    units, seluruh = taken.results(organisasi, ditahan)
    penghargaan, award_problems = awards(tables, scope, organisasi)
    found = Found(tables, scope, taken.readings, taken.totals, taken.promises, units, seluruh, organisasi)
    return Assessment(
        daerah=scope.daerah.id,
        periode=scope.periode,
        data_per=scope.data_per,
        organisasi=organisasi,
        unit=units,
        seluruh=seluruh,
        penghargaan=penghargaan,
        problems=(*remarks(found), *award_problems),
        objek=objects(tables, scope, sebab_cacat),
        menjelaskan=menjelaskan(scope),
        rincian=titles((scope.rulebook.rincian[name] for name in taken.breakdowns), scope, tables.schemas),
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """All that was taken from the database; `sebab` says of each ukuran why it cannot be had, or None."""

    scope: Scope
    sebab: Mapping[str, str | None]
    totals: Totals
    promises: Promises
    readings: Mapping[str, Reading]
    breakdowns: Mapping[str, Breakdown]
    cacat: Mapping[str, frozenset[str]]
    rankings: Mapping[str, Mapping[str, PeringkatResult]]
    lepas: Loose
    groups: Groups

    def results(self, organisasi: Organisasi, ditahan: frozenset[str]) -> tuple[tuple[UnitResult, ...], Figures]:
        """The figures of all reporting units, and the region's; `ditahan` as for `evaluate`."""
        units = tuple(self.unit(unit, ditahan=unit.kode_satker in ditahan) for unit in organisasi.pelapor)
        return units, self.region(units, dinas_pembina(self.scope, organisasi))

    def unit(self, unit: UnitPelapor, *, ditahan: bool) -> UnitResult:
        """The figures of one reporting unit."""
        ukuran = {name: self._amount(name, unit.kode_satker) for name in self.sebab}
        promises = self._promises_of(unit.kode_satker)
        own = {name: unit_result(read, ukuran, promises) for name, read in self.readings.items()}
        doubtful = self._doubtful(unit.kode_satker)
        rows = partial(self._rows, unit.kode_satker)
        settling = {name: result for name, result in own.items() if name not in doubtful}
        indikator = {name: settle(self.readings[name], result, settling, rows) for name, result in own.items()}
        figures = Figures(ukuran, indikator, self._lines([unit.kode_satker]))
        moved = frozenset(name for name in own if self._may_move(name, unit.kode_satker, own, ukuran, promises))
        return UnitResult(unit, figures, ditahan, doubtful | moved, self.rankings[unit.kode_satker])

    def _may_move(
        self,
        name: str,
        unit: str,
        own: Mapping[str, IndikatorResult],
        ukuran: Mapping[str, Decimal | None],
        promises: Mapping[str, Promise],
    ) -> bool:
        """Whether rows of nobody could give the unit another status, by its own figure or by what settles it."""
        if not self.lepas or name in self.scope.rulebook.penegas:
            return False
        reach = partial(self._reach, unit)
        settled_by = settling(self.readings[name], own[name])
        if settled_by is not None and reach(self.readings[settled_by].pembilang).banyak:
            return True
        looked_at = (name, settled_by) if settled_by is not None else (name,)
        return any(may_move(self.readings[one], ukuran, promises, reach, pita=own[one].pita) for one in looked_at)

    def _reach(self, unit: str, ukuran_id: str) -> Reach:
        return self.lepas.reach(measure_of(self.scope.rulebook.ukuran[ukuran_id]), unit)

    def region(self, units: Iterable[UnitResult], pembina: str | None) -> Figures:
        """The region's figures, from the units that can be trusted, beside the target of the office `pembina`."""
        trusted = [result for result in units if not result.ditahan]
        ukuran = {name: self._sum(name, trusted) for name in self.sebab}
        promises = self._promises_of(pembina)
        indikator = {name: self._of_region(name, trusted, promises) for name in self.readings}
        return Figures(ukuran, indikator, self._lines([result.unit.kode_satker for result in trusted]))

    def read_as(self, scope: Scope) -> Self:
        """The same, its indicators read as `scope` reads them."""
        readings = {name: reading(scope, name, self.sebab) for name in scope.rulebook.indikator}
        return replace(self, scope=scope, readings=readings)

    def reread_unit(self, before: UnitResult, names: Iterable[str]) -> UnitResult:
        """The unit's result with the indicators `names` as read here, everything else as it was."""
        kode, figures = before.unit.kode_satker, before.figures
        promises, rows = self._promises_of(kode), partial(self._rows, kode)
        own = {name: unit_result(self.readings[name], figures.ukuran, promises) for name in names}
        read, doubtful = {**figures.indikator, **own}, self._doubtful(kode)
        others = {name: one for name, one in read.items() if name not in doubtful}
        settled = {name: settle(self.readings[name], one, others, rows) for name, one in own.items()}
        moved = {name for name in own if self._may_move(name, kode, read, figures.ukuran, promises)}
        held = before.indikator_ditahan.difference(own) | doubtful.intersection(own) | moved
        indikator = {**figures.indikator, **settled}
        return replace(before, figures=replace(figures, indikator=indikator), indikator_ditahan=held)

    def reread_region(
        self, before: Figures, units: Iterable[UnitResult], names: Iterable[str], pembina: str | None
    ) -> Figures:
        """The region's figures with the indicators `names` as read here."""
        trusted = [result for result in units if not result.ditahan]
        promises = self._promises_of(pembina)
        own = {name: self._of_region(name, trusted, promises) for name in names}
        return replace(before, indikator={**before.indikator, **own})

    def _of_region(self, name: str, trusted: Iterable[UnitResult], promises: Mapping[str, Promise]) -> IndikatorResult:
        counted = {one.unit.kode_satker: one.figures for one in trusted if name not in one.indikator_ditahan}
        return region_result(self.readings[name], counted, promises)

    def _sum(self, ukuran_id: str, units: Iterable[UnitResult]) -> Decimal | None:
        if self.sebab[ukuran_id] is not None:
            return None
        out = self._distrusted(ukuran_id)
        return exact_sum(
            one.figures.ukuran[ukuran_id] or Decimal(0) for one in units if one.unit.kode_satker not in out
        )

    def _doubtful(self, unit: str) -> frozenset[str]:
        """The indicators that rest on a further table in which the unit has a fault."""
        if not any(unit in units for units in self.cacat.values()):
            return frozenset()
        return frozenset(name for name in self.readings if unit in self._distrusted(*self._divided(name)))

    def _distrusted(self, *ukuran: str) -> frozenset[str]:
        """The units that have a fault in a further table that one of these sums rests on."""
        if not self.cacat:
            return frozenset()
        measures = (measure_of(self.scope.rulebook.ukuran[name]) for name in ukuran)
        tables = (tabel for measure in measures for tabel in tables_of(self.scope, measure))
        return frozenset().union(*(self.cacat.get(tabel, frozenset()) for tabel in tables))

    def _divided(self, indikator_id: str) -> tuple[str, str]:
        read = self.readings[indikator_id]
        return read.pembilang, read.penyebut

    def _amount(self, ukuran_id: str, unit: str) -> Decimal | None:
        if self.sebab[ukuran_id] is not None:
            return None
        ukuran = self.scope.rulebook.ukuran[ukuran_id]
        total = self.totals.of(measure_of(ukuran), unit)
        return Decimal(total.banyak) if ukuran.jumlah is None else total.jumlah

    def _rows(self, unit: str, ukuran_id: str) -> int:
        return self.totals.of(measure_of(self.scope.rulebook.ukuran[ukuran_id]), unit).banyak

    def _promises_of(self, unit: str | None) -> dict[str, Promise]:
        return {target: promise for (target, owner), promise in self.promises.items() if owner == unit}

    def _lines(self, units: list[str]) -> dict[str, tuple[RincianBaris, ...]]:
        return {
            name: self.breakdowns[name].lines(units) if name in self.breakdowns else ()
            for name in self.scope.rulebook.rincian
        }


def take(
    tables: Tables,
    scope: Scope,
    organisasi: Organisasi,
    cacat: Mapping[str, frozenset[str]] = NOTHING,
    lepas: Loose = NONE,
    known: Groups = NO_GROUPS,
) -> Taken:
    """Every sum, row and promise the assessment needs, and how its indicators are read; `known` as for the groups."""
    ukuran = scope.rulebook.ukuran
    sebab = {name: why_not(tables, scope, measure_of(one)) for name, one in ukuran.items()}
    measures = [measure_of(one) for name, one in ukuran.items() if sebab[name] is None]
    measures += checks_here(tables, scope).values()
    rincian = breakdowns_here(tables, scope)
    groups = take_groups(tables, scope, organisasi, measures, rincian, known)
    return Taken(
        scope=scope,
        sebab=sebab,
        totals=totals(groups, measures),
        promises=read_promises(tables, scope),
        readings={name: reading(scope, name, sebab) for name in scope.rulebook.indikator},
        breakdowns={one.id: breakdown(groups[one.tabel], one, scope) for one in rincian},
        cacat=cacat,
        rankings=rankings(tables, scope, organisasi, cacat),
        lepas=lepas,
        groups=groups,
    )
