"""Which documents are due, for whom, and whether each is whole, a draft, or withheld."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Self

from p3dn_reports.documents.asking import left_out
from p3dn_reports.documents.trust import Trust, not_trusted
from p3dn_reports.evaluation.assessment import Alternatif, Assessment, UnitResult
from p3dn_reports.evaluation.withholding import Withholding
from p3dn_reports.formatting import tanggal
from p3dn_reports.rules import Citation, Dokumen, Kegiatan, Scope
from p3dn_reports.tables import Tables


class Status(StrEnum):
    """`lengkap`; `konsep` where only a person can supply what is wanting; `ditahan` where figures cannot be trusted."""

    LENGKAP = "lengkap"
    KONSEP = "konsep"
    DITAHAN = "ditahan"


@dataclass(frozen=True, slots=True)
class Planned:
    """One document due: its rule, its unit (None for the region), its file, its date, and why it is not whole.

    `dikoordinasikan` are the units that a Biro coordinates, where the document is about those; `tahap` the activity of
    the schedule it is made for, where that is not the last one.
    `tanggal` is the date that chooses law and officials: the office's own (sheet `naskah`), else the due date, else the
    cut-off; `tanggal_naskah` is the office's own alone.
    """

    dokumen: Dokumen
    unit: UnitResult | None
    berkas: str
    tanggal: date
    tanggal_naskah: date | None
    nomor: str | None
    dasar: tuple[Citation, ...]
    jatuh_tempo: date | None = None
    konsep: tuple[str, ...] = ()
    ditahan: tuple[str, ...] = ()
    dikoordinasikan: tuple[UnitResult, ...] = ()
    tahap: Kegiatan | None = None

    @property
    def status(self) -> Status:
        """What is known before rendering; a wanting place printed makes a whole document a draft."""
        if self.ditahan:
            return Status.DITAHAN
        return Status.KONSEP if self.konsep else Status.LENGKAP


Papers = Mapping[tuple[str, str | None], tuple[str | None, date | None]]
"""By document and unit (None for the region): the number and the date the office has given."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans the documents of one assessment. `plan()` yields them in the rulebook's order, units in their own.

    `coordinator` is the Biro koordinator of each unit of table `satker`, by their codes.
    """

    assessment: Assessment
    scope: Scope
    tables: Tables
    trust: Trust
    papers: Papers = field(default_factory=dict)
    coordinator: Mapping[str, str | None] = field(default_factory=dict)

    @classmethod
    def over(cls, assessment: Assessment, scope: Scope, tables: Tables, withheld: Withholding) -> Self:
        """The planner of one assessment, with the numbers and dates that table `naskah` gives."""
        papers: dict[tuple[str, str | None], tuple[str | None, date | None]] = {}
        for row in tables.iter_rows("naskah"):
            papers.setdefault((row["dokumen"], row["kode_satker"]), (row["nomor"], row["tanggal"]))
        coordinator = {row["kode_satker"]: row["biro_koordinator"] for row in tables.iter_rows("satker")}
        return cls(assessment, scope, tables, Trust(scope, assessment, withheld), papers, coordinator)

    def under(self, way: Alternatif) -> Self:
        """The planner of the same folder with one question read another way."""
        trust = replace(self.trust, scope=way.scope, assessment=way.hasil)
        return replace(self, assessment=way.hasil, scope=way.scope, trust=trust)

    def plan(self) -> Iterator[Planned]:
        """Every document due or withheld here; what open readings do to them, `weighing` adds."""
        due = [one for one in self.scope.rulebook.dokumen.values() if one.due_in(self.scope.periode)]
        unwanted = left_out(self.scope, self.tables, due)
        for dokumen in due:
            if dokumen not in unwanted:
                yield from self._plan_kind(dokumen)

    def _plan_kind(self, dokumen: Dokumen) -> Iterator[Planned]:
        if dokumen.untuk_setiap == "daerah":
            yield from self._plan_one(dokumen, None)
            return
        for unit in self.assessment.unit:
            if not dokumen.bila_jenis or unit.unit.jenis in dokumen.bila_jenis:
                yield from self._plan_one(dokumen, unit)

    def _coordinated(self, dokumen: Dokumen, biro: UnitResult | None) -> tuple[UnitResult, ...]:
        """Of a document about a Biro's units: the others that `satker` puts under its coordination, else it alone."""
        if biro is None or dokumen.untuk_setiap != "biro_koordinator":
            return ()
        own = biro.unit.kode_satker
        under = [one for one in self.assessment.unit if self.coordinator.get(one.unit.kode_satker) == own]
        return tuple(one for one in under if one is not biro) or tuple(under)

    def _plan_one(self, dokumen: Dokumen, unit: UnitResult | None) -> Iterator[Planned]:
        kode = unit.unit.kode_satker if unit else None
        nomor, tanggal_naskah = self._naskah(dokumen, kode)
        tahap = self._stage(dokumen)
        due = tahap.selesai if tahap else self._due(dokumen.jatuh_tempo)
        usual = due or self.scope.data_per
        asked = self.scope.citations(dokumen.dasar, usual)
        dasar = self.scope.citations(dokumen.dasar, tanggal_naskah or usual)
        if not asked and not dasar:
            return
        dikoordinasikan = self._coordinated(dokumen, unit)
        besides = self._cited_besides(dokumen, dikoordinasikan or ((unit,) if unit else ()))
        ditahan = self._at_fault(dokumen, unit, dikoordinasikan)
        if ditahan is None:
            return
        if not dasar and tanggal_naskah is not None:
            ditahan += (f"tidak ada peraturan yang memintanya pada tanggal naskah, {tanggal(tanggal_naskah)}",)
        reasons = tuple(dict.fromkeys(self._draft_reasons(dokumen, unit, dikoordinasikan)))
        yield Planned(
            dokumen=dokumen,
            unit=unit,
            berkas=dokumen.berkas.format(kode_satker=(kode or "").replace("/", "-")),
            tanggal=tanggal_naskah or usual,
            tanggal_naskah=tanggal_naskah,
            nomor=nomor,
            dasar=(*(tahap.dasar if tahap else ()), *(dasar or asked), *self.scope.citations(besides, usual)),
            jatuh_tempo=due,
            konsep=() if ditahan or dokumen.internal else reasons,
            ditahan=ditahan,
            dikoordinasikan=dikoordinasikan,
            tahap=tahap,
        )

    def _stage(self, dokumen: Dokumen) -> Kegiatan | None:
        """The first of the document's earlier activities that does not end before the cut-off; None after the last."""
        for name in dokumen.tahap:
            day = self._due(name)
            if day is not None and self.scope.data_per <= day:
                return self.scope.rulebook.jadwal[name]
        return None

    def _cited_besides(self, dokumen: Dokumen, units: tuple[UnitResult, ...]) -> Iterator[Citation]:
        """The clauses that some unit's status adds; a unit that is withheld has none."""
        for one in dokumen.dasar_bila:
            if any(_has_status(one.status, unit) for unit in units if not unit.ditahan):
                yield from one.dasar

    def _at_fault(
        self, dokumen: Dokumen, unit: UnitResult | None, dikoordinasikan: tuple[UnitResult, ...]
    ) -> tuple[str, ...] | None:
        """Why the document is withheld; empty where it may be made, None where nothing asks for it."""
        if dokumen.untuk_setiap == "biro_koordinator":
            return self._coordination_at_fault(dokumen, dikoordinasikan)
        ditahan = self.trust.figures_at_fault(dokumen, unit)
        if unit is None or ditahan:
            return ditahan
        return self.trust.beside_at_fault(dokumen, unit) if _has_status(dokumen.bila_status, unit) else None

    def _coordination_at_fault(
        self, dokumen: Dokumen, dikoordinasikan: tuple[UnitResult, ...]
    ) -> tuple[str, ...] | None:
        """A fault of everyone's withholds the document; one of a unit's leaves a draft that lists the unit as held."""
        if not dikoordinasikan:
            return None
        ditahan = self.trust.figures_at_fault(dokumen, None)
        doubted = self.trust.doubted(dokumen, dikoordinasikan)
        asking = [one for one in dikoordinasikan if one not in doubted and _has_status(dokumen.bila_status, one)]
        return ditahan if ditahan or asking or not dokumen.bila_status else not_trusted(doubted) or None

    def _naskah(self, dokumen: Dokumen, kode: str | None) -> tuple[str | None, date | None]:
        return self.papers.get((dokumen.id, kode), (None, None))

    def _due(self, name: str | None) -> date | None:
        """The day an activity of the schedule ends; None where no instrument here has it."""
        kegiatan = self.scope.rulebook.jadwal.get(name or "")
        if kegiatan is None or not self.scope.citations(kegiatan.dasar, self.scope.data_per):
            return None
        return kegiatan.selesai

    def _draft_reasons(
        self, dokumen: Dokumen, unit: UnitResult | None, dikoordinasikan: tuple[UnitResult, ...]
    ) -> Iterator[str]:
        if self.scope.simulasi:
            yield "dasar penilaian adalah simulasi, bukan peraturan"
        yield from self.trust.doubts(dokumen, unit)
        yield from not_trusted(self.trust.doubted(dokumen, dikoordinasikan))
        if unit is not None:
            yield from self._wanting_rows(dokumen, unit)
            return
        yield from self._unnumbered(dokumen)
        yield from self._missing_sources(dokumen)
        for group in self.assessment.penghargaan if dokumen.penghargaan else ():
            for kategori in group.kategori:
                if kategori.ada_seri:
                    yield f"nilai akhir yang sama pada kategori {kategori.judul} belum diputuskan"

    def _wanting_rows(self, dokumen: Dokumen, unit: UnitResult) -> Iterator[str]:
        for table in dokumen.lengkap_bila:
            if unit.unit.kode_satker not in self.tables.distinct(table, "kode_satker"):
                yield f"{table} belum diisi"
                yield from self.trust.withheld.loose_reasons({table})

    def _unnumbered(self, dokumen: Dokumen) -> Iterator[str]:
        for name in dokumen.naskah_lain:
            if due_here(self.scope, name) and None in self.papers.get((name, None), (None, None)):
                yield f"dokumen {name} belum bernomor dan bertanggal pada tabel naskah"

    def _missing_sources(self, dokumen: Dokumen) -> Iterator[str]:
        if self.scope.simulasi:
            return
        known = [str(row["sumber"]).casefold() for row in self.tables.iter_rows("sumber_data")]
        for sumber in dokumen.sumber_wajib:
            if not any(sumber.casefold() in name for name in known):
                yield f"sumber data {sumber} belum dicatat pada tabel sumber_data"


def due_here(scope: Scope, name: str) -> bool:
    """Whether a paper is to be had here: a document of the rulebook only where an instrument asks for it."""
    dokumen = scope.rulebook.dokumen.get(name)
    return dokumen is None or bool(scope.citations(dokumen.dasar))


def _has_status(status: Mapping[str, tuple[str, ...]], unit: UnitResult) -> bool:
    """Whether every indicator named lies in one of its bands."""
    indicators = unit.figures.indikator
    return all(indikator in indicators and indicators[indikator].pita in bands for indikator, bands in status.items())
