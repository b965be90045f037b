"""One inputs folder assessed as the region reads its rules, and once more for each other way to read an open question.

What is taken from the database is the same for all of them; only what a reading changes is worked out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from p3dn_reports.evaluation.approvals import approvals
from p3dn_reports.evaluation.assessment import Alternatif, Assessment, Figures, Organisasi, UnitResult
from p3dn_reports.evaluation.awards import awards
from p3dn_reports.evaluation.evaluate import NOTHING, SOUND, Taken, assess, take
from p3dn_reports.evaluation.indicators import Reading
from p3dn_reports.evaluation.loose import NONE, Loose
from p3dn_reports.evaluation.meanings import touched
from p3dn_reports.evaluation.objects.assess import objects
from p3dn_reports.evaluation.targets import dinas_pembina
from p3dn_reports.rules import Pilihan, Rulebook, Scope
from p3dn_reports.rules.readings import Place, Reach
from p3dn_reports.tables import Tables

Unread = dict[tuple[str | None, str], str]
"""By unit (None: the region) and indicator why the other way gives no figure."""


def evaluate(
    tables: Tables,
    scope: Scope,
    organisasi: Organisasi,
    ditahan: frozenset[str] = frozenset(),
    cacat: Mapping[str, frozenset[str]] = NOTHING,
    sebab_cacat: Mapping[str, tuple[str, ...]] = SOUND,
    lepas: Loose = NONE,
    *,
    otherwise: bool = True,
) -> Assessment:
    """Assess one inputs folder under the rules in force for its region, period and cut-off.

    Rupiah are exact Decimals, ratios exact Fractions in percent (0-100). A figure whose table is absent or whose list
    is not in force is None and says why. `ditahan` are the reporting units whose data cannot be trusted: they keep
    their own figures, marked, and stay out of the region's. `cacat` says of further tables which units' rows in them
    cannot be trusted: so it goes with the figures that rest on those. `sebab_cacat` says of the tables of objects why
    no verdict that rests on them can be trusted yet. `lepas` are the rows of nobody: a status that they could
    change is withheld like one that rests on a fault. Without `otherwise` no open question is read another way.
    """
    taken = take(tables, scope, organisasi, cacat, lepas)
    base = assess(tables, taken, organisasi, ditahan, sebab_cacat)
    pengesahan, found = approvals(tables, scope)
    ways = _Otherwise(tables, taken, base, sebab_cacat).ways() if otherwise else ()
    return replace(base, alternatif=tuple(ways), pengesahan=pengesahan, problems=(*base.problems, *found))


@dataclass(frozen=True)
class _Otherwise:
    """What was assessed, to be read otherwise."""

    tables: Tables
    taken: Taken
    base: Assessment
    sebab_cacat: Mapping[str, tuple[str, ...]]

    def ways(self) -> Iterator[Alternatif]:
        """Every other option of every choice on which something rests here."""
        scope = self.taken.scope
        for pilihan in scope.rulebook.pilihan.values():
            for opsi in pilihan.opsi:
                if opsi != scope.pilihan(pilihan.id):
                    yield from self._way(pilihan, opsi)

    def _way(self, pilihan: Pilihan, opsi: str) -> Iterator[Alternatif]:
        scope, name = read_otherwise(self.taken.scope, pilihan.id, opsi), pilihan.opsi[opsi]
        if name in scope.rulebook.syarat:
            yield self._named(pilihan, opsi, scope, *self._of_other_rows(scope))
            return
        taken = self.taken.read_as(scope)
        names = _changed(self.taken, taken)
        awarded, judged = pilihan.id in self._of_awards, pilihan.id in self._of_objects
        if not (names or awarded or judged):
            return
        unread: Unread = {}
        hasil = self._reread(taken, names, unread)
        if awarded:
            hasil = replace(hasil, penghargaan=awards(self.tables, scope, hasil.organisasi)[0])
        if judged:
            hasil = replace(hasil, objek=objects(self.tables, scope, self.sebab_cacat))
        alone = names and not (awarded or judged)
        sebab = _nowhere(taken, hasil.unit, names, unread) if alone else None
        yield self._named(pilihan, opsi, scope, hasil, unread, sebab)

    def _named(
        self, pilihan: Pilihan, opsi: str, scope: Scope, hasil: Assessment, unread: Unread, sebab: str | None = None
    ) -> Alternatif:
        judul = _title(scope.rulebook, pilihan.opsi[opsi])
        return Alternatif(pilihan.tafsir, pilihan.id, opsi, judul, scope, hasil, unread, sebab)

    def _of_other_rows(self, scope: Scope) -> tuple[Assessment, Unread]:
        """The assessment where other rows count: the tables of which other rows are asked are added up again."""
        base, unread = self.base, Unread()
        awarded = awards(self.tables, scope, base.organisasi)[0]
        judged = objects(self.tables, scope, self.sebab_cacat)
        hasil = replace(
            base,
            penghargaan=base.penghargaan if base.penghargaan == awarded else awarded,
            objek=base.objek if base.objek == judged else judged,
        )
        if asked_otherwise := touched(self.tables, self.taken.scope, scope):
            units, seluruh = self._added_up_again(scope, asked_otherwise)
            names = tuple(self.taken.readings)
            units = _units_filled(base.unit, units, names, unread)
            hasil = replace(hasil, unit=units, seluruh=_filled(base.seluruh, seluruh, None, names, unread))
        return hasil, unread

    def _added_up_again(self, scope: Scope, tabel: frozenset[str]) -> tuple[tuple[UnitResult, ...], Figures]:
        organisasi = self.base.organisasi
        known = {name: groups for name, groups in self.taken.groups.items() if name not in tabel}
        taken = take(self.tables, scope, organisasi, self.taken.cacat, self.taken.lepas, known)
        held = frozenset(one.unit.kode_satker for one in self.base.unit if one.ditahan)
        return taken.results(organisasi, held)

    @cached_property
    def _of_awards(self) -> frozenset[str]:
        return self._choices("penghargaan")

    @cached_property
    def _of_objects(self) -> frozenset[str]:
        return self._choices("hitungan", "putusan")

    def _choices(self, *sections: str) -> frozenset[str]:
        scope = self.taken.scope
        roots: list[Place] = [(section, name) for section in sections for name in getattr(scope.rulebook, section)]
        return Reach(scope).choices_under(roots)

    def _reread(self, taken: Taken, names: tuple[str, ...], unread: Unread) -> Assessment:
        """The assessment with these indicators read otherwise; where that gives no figure, the one there was."""
        if not names:
            return self.base
        other = [taken.reread_unit(one, names) for one in self.base.unit]
        pembina = dinas_pembina(taken.scope, self.base.organisasi)
        seluruh = taken.reread_region(self.base.seluruh, other, names, pembina)
        units = _units_filled(self.base.unit, other, names, unread)
        filled = _filled(self.base.seluruh, seluruh, None, names, unread)
        return replace(self.base, unit=units, seluruh=filled)


def read_otherwise(scope: Scope, pilihan: str, opsi: str) -> Scope:
    """The scope with one choice made another way."""
    return replace(scope, daerah=replace(scope.daerah, pilihan={**scope.daerah.pilihan, pilihan: opsi}))


def _changed(before: Taken, after: Taken) -> tuple[str, ...]:
    """The indicators that divide other sums, or to another target, and those that one of these settles."""
    read = {
        name
        for name, one in after.readings.items()
        if (one.dibaca, one.pembilang, one.penyebut)
        != (before.readings[name].dibaca, before.readings[name].pembilang, before.readings[name].penyebut)
    }
    return tuple(name for name, one in after.readings.items() if name in read or read.intersection(_settling(one)))


def _settling(read: Reading) -> Iterator[str]:
    bands = read.penilaian.pita.batas if read.penilaian is not None else ()
    return (band.ditegaskan_oleh for band in bands if band.ditegaskan_oleh is not None)


def _units_filled(
    before: Iterable[UnitResult], after: Iterable[UnitResult], names: Iterable[str], unread: Unread
) -> tuple[UnitResult, ...]:
    return tuple(
        replace(new, figures=_filled(old.figures, new.figures, old.unit.kode_satker, names, unread))
        for old, new in zip(before, after, strict=True)
    )


def _filled(old: Figures, new: Figures, unit: str | None, names: Iterable[str], unread: Unread) -> Figures:
    """`new`, but with the old figure, and why, where it has none and there was one."""
    indikator = dict(new.indikator)
    for name in names:
        if indikator[name].nilai is None and old.indikator[name].nilai is not None:
            unread[unit, name] = indikator[name].sebab or "tidak dapat dihitung"
            indikator[name] = old.indikator[name]
    return replace(new, indikator=indikator)


def _nowhere(taken: Taken, units: Iterable[UnitResult], names: Iterable[str], unread: Unread) -> str | None:
    """Why no unit has a figure when read so, if none has."""
    for one in units:
        for name in names:
            computed = one.figures.indikator[name].nilai is not None
            if computed and (one.unit.kode_satker, name) not in unread:
                return None
    whole = (taken.readings[name].sebab for name in names)
    return next((sebab for sebab in (*whole, *unread.values()) if sebab), "tidak ada unit yang dapat dihitung")


def _title(rulebook: Rulebook, name: str) -> str:
    """What the sum, indicator, figure or condition that an option leads to is called."""
    sections = (rulebook.ukuran, rulebook.indikator, rulebook.hitungan, rulebook.syarat)
    return next((section[name].judul for section in sections if name in section), name)
