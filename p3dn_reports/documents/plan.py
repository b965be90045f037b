"""Which documents are due, for whom, and whether each is whole, a draft, or withheld."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Self

from p3dn_reports.documents.asking import left_out
from p3dn_reports.documents.conditions import has_status, is_asked, is_kind
from p3dn_reports.documents.imposing import not_yet, numbered, wanting
from p3dn_reports.documents.subjects import KINDS, Around, Subject, Winner
from p3dn_reports.documents.trust import Trust, Words, not_trusted, prints_nothing
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
    """One document due: its rule, what it is of, its file, its date, and why it is not whole.

    `tahap` is the activity of the schedule it is made for, where that is not the last one.
    `tanggal` is the date that chooses law and officials: the office's own (sheet `naskah`), else the due date, else the
    cut-off; `tanggal_naskah` is the office's own alone.
    """

    dokumen: Dokumen
    subject: Subject
    berkas: str
    tanggal: date
    tanggal_naskah: date | None
    nomor: str | None
    dasar: tuple[Citation, ...]
    jatuh_tempo: date | None = None
    konsep: tuple[str, ...] = ()
    ditahan: tuple[str, ...] = ()
    tahap: Kegiatan | None = None

    @property
    def unit(self) -> UnitResult | None:
        """The reporting unit that it is of."""
        return self.subject.unit

    @property
    def dikoordinasikan(self) -> tuple[UnitResult, ...]:
        """The units that a Biro coordinates, where it is about those."""
        return self.subject.dikoordinasikan

    @property
    def terbit(self) -> date | None:
        """The day of the paper once the office has numbered and dated it; None before."""
        return self.tanggal_naskah if self.nomor else None

    @property
    def key(self) -> dict[str, str]:
        """What tells its row in table `naskah` from other rows of the same document."""
        subject = self.subject
        return {"kode_satker" if subject.kunci == subject.kode else "kunci": subject.kunci} if subject.kunci else {}

    @property
    def status(self) -> Status:
        """What is known before rendering; a wanting place printed makes a whole document a draft."""
        if self.ditahan:
            return Status.DITAHAN
        return Status.KONSEP if self.konsep else Status.LENGKAP


Papers = Mapping[tuple[str, str], tuple[str | None, date | None]]
"""By document and what it is of (empty for the region): the number and the date the office has given."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans the documents of one assessment. `plan()` yields them in the rulebook's order, units in their own."""

    around: Around
    trust: Trust
    papers: Papers = field(default_factory=dict)

    @property
    def assessment(self) -> Assessment:
        """What was found."""
        return self.around.assessment

    @property
    def scope(self) -> Scope:
        """The rules it was found by."""
        return self.around.scope

    @classmethod
    def over(
        cls,
        assessment: Assessment,
        scope: Scope,
        tables: Tables,
        withheld: Withholding,
        words: Words = prints_nothing,
    ) -> Self:
        """The planner of one assessment, with the numbers and dates that table `naskah` gives.

        `words` gives the names that a template prints, by its file.
        """
        papers: dict[tuple[str, str], tuple[str | None, date | None]] = {}
        for row in tables.iter_rows("naskah"):
            key = (row["dokumen"], row["kunci"] or row["kode_satker"] or "")
            papers.setdefault(key, (row["nomor"], row["tanggal"]))
        coordinator = {row["kode_satker"]: row["biro_koordinator"] for row in tables.iter_rows("satker")}
        return cls(Around(assessment, scope, tables, coordinator), Trust(scope, assessment, withheld, words), papers)

    def under(self, way: Alternatif) -> Self:
        """The planner of the same folder with one question read another way."""
        trust = replace(self.trust, scope=way.scope, assessment=way.hasil)
        around = Around(way.hasil, way.scope, self.around.tables, self.around.coordinator)
        return replace(self, around=around, trust=trust)

    def plan(self) -> Iterator[Planned]:
        """Every document due or withheld here; what open readings do to them, `weighing` adds."""
        due = [one for one in self.scope.rulebook.dokumen.values() if one.due_in(self.scope.periode)]
        unwanted = left_out(self.scope, self.around.tables, due)
        for dokumen in due:
            for subject in KINDS[dokumen.untuk_setiap].each(self.around, dokumen) if dokumen not in unwanted else ():
                if is_kind(dokumen, subject) and is_asked(self.around, dokumen, subject):
                    yield from self._plan_one(dokumen, subject)

    def _plan_one(self, dokumen: Dokumen, subject: Subject) -> Iterator[Planned]:
        nomor, tanggal_naskah = self._paper(dokumen, subject)
        tahap = self._stage(dokumen)
        due = tahap.selesai if tahap else self._due(dokumen.jatuh_tempo)
        usual = due or self.scope.data_per
        asked = self.scope.citations(dokumen.dasar, usual)
        dasar = self.scope.citations(dokumen.dasar, tanggal_naskah or usual)
        if not asked and not dasar:
            return
        besides = self._cited_besides(dokumen, subject.dikoordinasikan or ((subject.unit,) if subject.unit else ()))
        ditahan = self._at_fault(dokumen, subject)
        if ditahan is None:
            return
        ditahan += tuple(not_yet(self.around, dokumen, subject, tanggal_naskah or usual))
        if not dasar and tanggal_naskah is not None:
            ditahan += (f"tidak ada peraturan yang memintanya pada tanggal naskah, {tanggal(tanggal_naskah)}",)
        reasons = tuple(dict.fromkeys(self._draft_reasons(dokumen, subject)))
        yield Planned(
            dokumen=dokumen,
            subject=subject,
            berkas=dokumen.berkas,
            tanggal=tanggal_naskah or usual,
            tanggal_naskah=tanggal_naskah,
            nomor=nomor,
            dasar=(*(tahap.dasar if tahap else ()), *(dasar or asked), *self.scope.citations(besides, usual)),
            jatuh_tempo=due,
            konsep=() if ditahan or dokumen.internal else reasons,
            ditahan=ditahan,
            tahap=tahap,
        )

    def _paper(self, dokumen: Dokumen, subject: Subject) -> tuple[str | None, date | None]:
        """The number and date that the row itself holds, else those of table `naskah`."""
        own = numbered(dokumen, subject)
        return own if any(own) else self.papers.get((dokumen.id, subject.kunci), (None, None))

    def _stage(self, dokumen: Dokumen) -> Kegiatan | None:
        """The first of the document's earlier activities that does not end before the cut-off; None after the last."""
        for name in dokumen.tahap:
            day = self._due(name)
            if day is not None and self.scope.data_per <= day:
                return self.scope.jadwal[name]
        return None

    def _cited_besides(self, dokumen: Dokumen, units: tuple[UnitResult, ...]) -> Iterator[Citation]:
        """The clauses that some unit's status adds; a unit that is withheld has none."""
        for one in dokumen.dasar_bila:
            if any(has_status(one.status, unit) for unit in units if not unit.ditahan):
                yield from one.dasar

    def _at_fault(self, dokumen: Dokumen, subject: Subject) -> tuple[str, ...] | None:
        """Why the document is withheld; empty where it may be made, None where nothing asks for it."""
        if subject.dikoordinasikan:
            return self._coordination_at_fault(dokumen, subject.dikoordinasikan)
        unit, ditahan = subject.unit, (*subject.ditahan, *self.trust.figures_at_fault(dokumen, subject.unit))
        if unit is None or ditahan:
            return ditahan
        return self.trust.beside_at_fault(dokumen, unit) if has_status(dokumen.bila_status, unit) else None

    def _coordination_at_fault(
        self, dokumen: Dokumen, dikoordinasikan: tuple[UnitResult, ...]
    ) -> tuple[str, ...] | None:
        """A fault of everyone's withholds the document; one of a unit's leaves a draft that lists the unit as held."""
        ditahan = self.trust.figures_at_fault(dokumen, None)
        doubted = self.trust.doubted(dokumen, dikoordinasikan)
        asking = [one for one in dikoordinasikan if one not in doubted and has_status(dokumen.bila_status, one)]
        return ditahan if ditahan or asking or not dokumen.bila_status else not_trusted(doubted) or None

    def _due(self, name: str | None) -> date | None:
        """The day an activity of the schedule ends; None where no instrument here has it."""
        kegiatan = self.scope.jadwal.get(name or "")
        if kegiatan is None or not self.scope.citations(kegiatan.dasar, self.scope.data_per):
            return None
        return kegiatan.selesai

    def _draft_reasons(self, dokumen: Dokumen, subject: Subject) -> Iterator[str]:
        if self.scope.simulasi:
            yield "dasar penilaian adalah simulasi, bukan peraturan"
        yield from (one.sebutan for one in self.scope.belum_ditetapkan)
        yield from self.trust.doubts(dokumen, subject.unit)
        yield from not_trusted(self.trust.doubted(dokumen, subject.dikoordinasikan))
        yield from wanting(dokumen, subject, self.papers.get((dokumen.id, subject.kunci)))
        if subject.kode is not None:
            yield from self._wanting_rows(dokumen, subject.kode)
            return
        yield from self._unnumbered(dokumen)
        yield from self._missing_sources(dokumen)
        yield from _undecided(self.assessment, dokumen, subject)

    def _wanting_rows(self, dokumen: Dokumen, kode: str) -> Iterator[str]:
        for table in dokumen.lengkap_bila:
            if kode not in self.around.tables.distinct(table, "kode_satker"):
                yield f"{table} belum diisi"
                yield from self.trust.withheld.loose_reasons({table})

    def _unnumbered(self, dokumen: Dokumen) -> Iterator[str]:
        for name in dokumen.naskah_lain:
            if due_here(self.scope, name) and None in self.papers.get((name, ""), (None, None)):
                yield f"dokumen {name} belum bernomor dan bertanggal pada tabel naskah"

    def _missing_sources(self, dokumen: Dokumen) -> Iterator[str]:
        if self.scope.simulasi:
            return
        known = [str(row["sumber"]).casefold() for row in self.around.tables.iter_rows("sumber_data")]
        for sumber in dokumen.sumber_wajib:
            if not any(sumber.casefold() in name for name in known):
                yield f"sumber data {sumber} belum dicatat pada tabel sumber_data"


def _undecided(assessment: Assessment, dokumen: Dokumen, subject: Subject) -> Iterator[str]:
    """The categories of its awards, or the one it is of, in which scores or a tie leave open who receives."""
    own = subject.of.kategori if isinstance(subject.of, Winner) else None
    groups = (group for group in assessment.penghargaan if group.penghargaan in dokumen.penghargaan)
    for kategori in (one for group in groups for one in group.kategori if own in (None, one)):
        if kategori.ada_seri:
            yield f"nilai akhir yang sama pada {kategori.sebutan} belum diputuskan"
        elif kategori.sebab and not kategori.kurang_calon:
            yield f"penilaian {kategori.sebutan} belum selesai: {kategori.sebab}"


def due_here(scope: Scope, name: str) -> bool:
    """Whether a paper is to be had here: a document of the rulebook only where an instrument asks for it."""
    dokumen = scope.rulebook.dokumen.get(name)
    return dokumen is None or bool(scope.citations(dokumen.dasar))
