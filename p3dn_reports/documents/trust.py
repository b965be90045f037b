"""Whether a document's data can be trusted: what withholds it, and what makes it a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass

from p3dn_reports.documents.subjects import subject_tables
from p3dn_reports.evaluation.assessment import Assessment, UnitResult
from p3dn_reports.evaluation.withholding import Withholding, figure_tables, required_tables, side_tables, target_tables
from p3dn_reports.rules import Dokumen, Scope

_PAPERS = frozenset({"pejabat", "naskah"})
"""Tables whose faults spoil a signature, a number or a date, and no figure."""

_ROWS = frozenset({"tabel", "baris_unit"})
"""The words under which a template prints rows of tables by their names."""


Words = Callable[[str], Set[str]]
"""The names a template prints, by the template's file."""


def prints_nothing(templat: str) -> Set[str]:
    """Where templates are not looked at."""
    return frozenset()


@dataclass(frozen=True, slots=True)
class Trust:
    """The faults of one folder, asked by document. `words` gives the names that a template prints, by its file."""

    scope: Scope
    assessment: Assessment
    withheld: Withholding
    words: Words = prints_nothing

    def figures_at_fault(self, dokumen: Dokumen, unit: UnitResult | None) -> tuple[str, ...]:
        """Why the figures that decide about the document cannot be trusted; empty where they can."""
        if dokumen.semua_penghargaan:
            return self.withheld.all_reasons(self._award_tables(dokumen)) + self._award_left_out(dokumen)
        tables = self._deciding_tables(dokumen)
        own = self._unit_at_fault(dokumen, unit, tables) if unit else ()
        return self.withheld.table_reasons(tables) + own

    def beside_at_fault(self, dokumen: Dokumen, unit: UnitResult) -> tuple[str, ...]:
        """Why what a unit's document prints beside its figures cannot be trusted: the unit's own faults alone."""
        return self.withheld.unit_reasons(unit.unit.kode_satker, self._beside(dokumen))

    def _beside(self, dokumen: Dokumen) -> frozenset[str]:
        return _PAPERS | target_tables(self.scope) | set(dokumen.lengkap_bila) | self._printed(dokumen)

    def _printed(self, dokumen: Dokumen) -> frozenset[str]:
        """The tables whose rows its template prints by their own name, or as a row beside its own."""
        words = self.words(dokumen.templat)
        named = frozenset(words).intersection(self.withheld.tables) if _ROWS & words else frozenset()
        return named | {one.tabel for one in dokumen.terkait.values()}

    def _figures(self, dokumen: Dokumen) -> frozenset[str]:
        """The tables of the indicators that its template prints by their own name."""
        printed = self.scope.rulebook.indikator.keys() & self.words(dokumen.templat)
        return frozenset().union(*(required_tables(self.scope, name) for name in printed))

    def doubts(self, dokumen: Dokumen, unit: UnitResult | None) -> Iterator[str]:
        """Faults that leave the document a draft: on what it prints beside the figures that decide."""
        if unit is not None:
            beside = self._beside(dokumen)
            yield from self.withheld.table_reasons(beside)
            tables = beside | self._deciding_tables(dokumen)
            yield from self.withheld.loose_reasons(tables, unit.unit.kode_satker)
            if not any(result.target for result in unit.figures.indikator.values()):
                yield from self.withheld.loose_reasons(target_tables(self.scope))
            return
        yield from self.withheld.table_reasons(_PAPERS | {"sumber_data"})
        beside = self._figures(dokumen)
        if dokumen.indikator:
            beside &= side_tables(self.scope)
        if tables := self._printed(dokumen) | beside:
            yield from self.withheld.all_reasons(tables)
        if dokumen.indikator:
            printed = figure_tables(self.scope) | target_tables(self.scope)
            yield from self.withheld.table_reasons(printed)
            yield from self.withheld.loose_reasons(printed | side_tables(self.scope))
            held = self.withheld.units(printed)
            yield from not_trusted(one for one in self.assessment.unit if one.unit.kode_satker in held)
            yield from self._shaken(dokumen)

    def _shaken(self, dokumen: Dokumen) -> Iterator[str]:
        """The figures whose status rows of nobody could change, each with how many units'."""
        for name in dokumen.indikator:
            indikator = self.scope.rulebook.indikator[name]
            banyak = sum(name in one.indikator_ditahan for one in self.assessment.unit)
            if banyak and indikator.pita is not None:
                yield f"status {indikator.judul} {banyak} satuan kerja belum pasti"

    def doubted(self, dokumen: Dokumen, units: Iterable[UnitResult]) -> tuple[UnitResult, ...]:
        """Those of the units whose own faults touch the figures that decide about the document."""
        tables = self._deciding_tables(dokumen)
        return tuple(one for one in units if self._unit_at_fault(dokumen, one, tables))

    def _unit_at_fault(self, dokumen: Dokumen, unit: UnitResult, tables: frozenset[str]) -> tuple[str, ...]:
        """The unit's own faults, and rows of nobody where they could give it another status."""
        own = self.withheld.unit_reasons(unit.unit.kode_satker, tables)
        moved = unit.indikator_ditahan.intersection((*dokumen.bila_status, *dokumen.indikator))
        return own + (self.withheld.loose_reasons(tables) if moved else ())

    def _deciding_tables(self, dokumen: Dokumen) -> frozenset[str]:
        indicators, own = (*dokumen.bila_status, *dokumen.indikator), subject_tables(self.scope, dokumen)
        read = (required_tables(self.scope, indikator) for indikator in indicators)
        return (own | {"satker", *dokumen.bila_tabel}).union(*read)

    def _award_tables(self, dokumen: Dokumen) -> frozenset[str]:
        awards = self.scope.rulebook.penghargaan
        return frozenset({"satker", "peserta_penghargaan", *(awards[one].tabel_nilai for one in dokumen.penghargaan)})

    def _award_left_out(self, dokumen: Dokumen) -> tuple[str, ...]:
        groups = [group for group in self.assessment.penghargaan if group.penghargaan in dokumen.semua_penghargaan]
        if any(not kategori.kurang_calon for group in groups for kategori in group.kategori):
            return ()
        left_out = [f"{kategori.judul}: {kategori.sebab}" for group in groups for kategori in group.kategori]
        return tuple(left_out) or ("tidak ada calon penerima penghargaan",)


def not_trusted(units: Iterable[UnitResult]) -> tuple[str, ...]:
    """Units at fault in words, one line each."""
    return tuple(f"data {one.unit.nama} belum dapat dipercaya" for one in units)
