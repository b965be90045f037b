"""Which documents are due, for whom, and whether each is whole, a draft, or withheld."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from p3dn_reports.evaluation.assessment import Assessment, UnitResult
from p3dn_reports.evaluation.withholding import Withholding, figure_tables, indicator_tables
from p3dn_reports.rules import Citation, Dokumen, Scope
from p3dn_reports.tables import Tables


class Status(StrEnum):
    """`lengkap`; `konsep` where only a person can supply what is wanting; `ditahan` where figures cannot be trusted."""

    LENGKAP = "lengkap"
    KONSEP = "konsep"
    DITAHAN = "ditahan"


@dataclass(frozen=True, slots=True)
class Planned:
    """One document due: its rule, its unit (None for the region), its file, its date, and why it is not whole.

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

    @property
    def status(self) -> Status:
        """What is known before rendering; a wanting place printed makes a whole document a draft."""
        if self.ditahan:
            return Status.DITAHAN
        return Status.KONSEP if self.konsep else Status.LENGKAP


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans the documents of one assessment. `plan()` yields them in the rulebook's order, units in their own."""

    assessment: Assessment
    scope: Scope
    tables: Tables
    withheld: Withholding

    def plan(self) -> Iterator[Planned]:
        """Every document due or withheld here."""
        kind = "triwulan" if self.scope.periode.triwulan else "tahun"
        for dokumen in self.scope.rulebook.dokumen.values():
            if dokumen.periode != kind:
                continue
            if dokumen.untuk_setiap == "daerah":
                yield from self._plan_one(dokumen, None)
            else:
                for unit in self.assessment.unit:
                    if not dokumen.bila_jenis or unit.unit.jenis in dokumen.bila_jenis:
                        yield from self._plan_one(dokumen, unit)

    def _plan_one(self, dokumen: Dokumen, unit: UnitResult | None) -> Iterator[Planned]:
        kode = unit.unit.kode_satker if unit else None
        nomor, tanggal_naskah = self._naskah(dokumen, kode)
        due = self._due(dokumen)
        tanggal = tanggal_naskah or due or self.scope.data_per
        dasar = self.scope.citations(dokumen.dasar, tanggal)
        if not dasar:
            return
        ditahan = self._untrusted(dokumen, unit)
        if not ditahan and unit is not None and not _status_asks(dokumen, unit):
            return
        yield Planned(
            dokumen=dokumen,
            unit=unit,
            berkas=dokumen.berkas.format(kode_satker=kode),
            tanggal=tanggal,
            tanggal_naskah=tanggal_naskah,
            nomor=nomor,
            dasar=dasar,
            jatuh_tempo=due,
            konsep=() if ditahan else tuple(self._draft_reasons(dokumen, unit)),
            ditahan=ditahan,
        )

    def _naskah(self, dokumen: Dokumen, kode: str | None) -> tuple[str | None, date | None]:
        for row in self.tables.iter_rows("naskah", {"dokumen": dokumen.id}):
            if row["kode_satker"] == kode:
                return row["nomor"], row["tanggal"]
        return None, None

    def _due(self, dokumen: Dokumen) -> date | None:
        kegiatan = self.scope.rulebook.jadwal.get(dokumen.jatuh_tempo or "")
        if kegiatan is None or not self.scope.citations(kegiatan.dasar, self.scope.data_per):
            return None
        return kegiatan.selesai

    def _tables_of(self, dokumen: Dokumen) -> frozenset[str]:
        """The tables whose faults make the document's figures untrustworthy."""
        tables = {"satker", *dokumen.lengkap_bila}
        for indikator in (*dokumen.bila_status, *dokumen.indikator):
            tables |= indicator_tables(self.scope, indikator)
        for group in dokumen.penghargaan:
            tables |= {"peserta_penghargaan", self.scope.rulebook.penghargaan[group].tabel_nilai}
        return frozenset(tables)

    def _untrusted(self, dokumen: Dokumen, unit: UnitResult | None) -> tuple[str, ...]:
        tables = self._tables_of(dokumen)
        if dokumen.penghargaan:
            return self.withheld.all_reasons(tables) + self._award_withheld(dokumen)
        reasons = self.withheld.table_reasons(tables)
        if unit is not None:
            reasons += self.withheld.unit_reasons(unit.unit.kode_satker, tables)
        return reasons

    def _award_withheld(self, dokumen: Dokumen) -> tuple[str, ...]:
        groups = [group for group in self.assessment.penghargaan if group.penghargaan in dokumen.penghargaan]
        if any(kategori.sebab is None for group in groups for kategori in group.kategori):
            return ()
        left_out = [f"{kategori.judul}: {kategori.sebab}" for group in groups for kategori in group.kategori]
        return tuple(left_out) or ("tidak ada calon penerima penghargaan",)

    def _draft_reasons(self, dokumen: Dokumen, unit: UnitResult | None) -> Iterator[str]:
        if self.scope.simulasi:
            yield "dasar penilaian adalah simulasi, bukan peraturan"
        for tafsir_id in dokumen.tafsir:
            tafsir = self.scope.rulebook.tafsir[tafsir_id]
            if tafsir.wajib_disahkan and tafsir.pengesahan is None:
                yield f"tafsir {tafsir_id} belum disahkan"
        if unit is not None:
            yield from self._wanting_rows(dokumen, unit)
            return
        yield from self._missing_sources(dokumen)
        if dokumen.indikator:
            held = self.withheld.units(figure_tables(self.scope))
            yield from (
                f"data {result.unit.nama} belum dapat dipercaya"
                for result in self.assessment.unit
                if result.unit.kode_satker in held
            )
        for group in self.assessment.penghargaan if dokumen.penghargaan else ():
            for kategori in group.kategori:
                if kategori.ada_seri:
                    yield f"nilai akhir yang sama pada kategori {kategori.judul} belum diputuskan"

    def _wanting_rows(self, dokumen: Dokumen, unit: UnitResult) -> Iterator[str]:
        for table in dokumen.lengkap_bila:
            if not any(True for _ in self.tables.iter_rows(table, {"kode_satker": unit.unit.kode_satker})):
                yield f"{table} belum diisi"

    def _missing_sources(self, dokumen: Dokumen) -> Iterator[str]:
        if self.scope.simulasi:
            return
        known = [str(row["sumber"]).casefold() for row in self.tables.iter_rows("sumber_data")]
        for sumber in dokumen.sumber_wajib:
            if not any(sumber.casefold() in name for name in known):
                yield f"sumber data {sumber} belum dicatat pada tabel sumber_data"


def _status_asks(dokumen: Dokumen, unit: UnitResult) -> bool:
    """Whether every indicator the document hangs on lies in one of its bands."""
    indicators = unit.figures.indikator
    return all(
        indikator in indicators and indicators[indikator].pita in bands
        for indikator, bands in dokumen.bila_status.items()
    )
