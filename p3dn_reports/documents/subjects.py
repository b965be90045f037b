"""What a document is made for each of: the region, a unit, a row, a verdict, an award winner, an activity."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from p3dn_reports.documents.issued import issued
from p3dn_reports.evaluation.assessment import Assessment, PeringkatResult, UnitResult
from p3dn_reports.evaluation.awarded import KategoriPenghargaan, NilaiPeserta
from p3dn_reports.evaluation.objects.calculator import Calculator
from p3dn_reports.evaluation.objects.results import PutusanResult
from p3dn_reports.evaluation.objects.sheets import Objek, Place, Sheets
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.rules import Dokumen, Hitungan, Kegiatan, ListItem, Scope
from p3dn_reports.tables import Tables

SEMUA = "semua"
"""Every activity of the schedule."""


class Winner(NamedTuple):
    """A recipient with the award and the category it was awarded in."""

    penghargaan: str
    kategori: KategoriPenghargaan
    peserta: NilaiPeserta


@dataclass(frozen=True, slots=True)
class Subject:
    """What one document is of. `kunci` tells it from others of the same document; empty: the region.

    `kode` is the unit it belongs to, `unit` that one's figures where it reports; `objek` the row of a table; `of` the
    verdict, ranking, recipient, activity or list item; `ditahan` says why nothing may be made of it yet.
    """

    kunci: str = ""
    kode: str | None = None
    unit: UnitResult | None = None
    objek: Objek | None = None
    of: PutusanResult | PeringkatResult | Winner | Kegiatan | ListItem | None = None
    dikoordinasikan: tuple[UnitResult, ...] = ()
    ditahan: tuple[str, ...] = ()

    @property
    def reporting(self) -> str | None:
        """The code of the reporting unit that it belongs to."""
        return self.unit.unit.kode_satker if self.unit else None


@dataclass(frozen=True)
class Around:
    """What the subjects are found in. `coordinator` is the Biro koordinator of each unit, by their codes."""

    assessment: Assessment
    scope: Scope
    tables: Tables
    coordinator: Mapping[str, str | None] = field(default_factory=dict)

    @cached_property
    def calculator(self) -> Calculator:
        """Asks conditions of rows."""
        return Calculator(Sheets(self.tables), self.scope)

    @cached_property
    def issued(self) -> frozenset[tuple[str, str]]:
        """The papers that have gone out: each by document and what it is of."""
        return issued(self.tables)

    def reporting(self, kode: str | None) -> UnitResult | None:
        """The reporting unit that a unit is part of."""
        pelapor = self.assessment.organisasi.pelapor_of.get(kode or "")
        return self.assessment.unit_result(pelapor) if pelapor else None

    def verdict(self, name: str, objek: Objek | None) -> PutusanResult | None:
        """A verdict on a row; None where there is none."""
        if objek is None:
            return None
        return self._verdicts.get((name, objek.schema.name, *objek.tempat))

    @cached_property
    def _verdicts(self) -> Mapping[tuple[object, ...], PutusanResult]:
        found = self.assessment.objek.putusan
        own = (one for one in found if not one.putusan.untuk_setiap)
        return {(one.putusan.id, one.objek.tabel, *one.objek.tempat): one for one in own}

    def figure(self, one: Hitungan, objek: Objek, asked: date | None) -> Langkah:
        """A figure of a row, or of what its columns lead to in another table."""
        return self.calculator.value_of(one, self.calculator.point(objek, None, asked))

    def row(self, tabel: str, place: Place) -> Objek | None:
        """The row of a table that stands at a place."""
        return self.calculator.sheets.row(tabel, place)


def _region(_: Around, __: Dokumen) -> Iterator[Subject]:
    yield Subject()


def _units(around: Around, _: Dokumen) -> Iterator[Subject]:
    return (Subject(one.unit.kode_satker, one.unit.kode_satker, one) for one in around.assessment.unit)


def _biro(around: Around, _: Dokumen) -> Iterator[Subject]:
    """Each Biro with the other units that `satker` puts under its coordination, else with itself alone."""
    for biro in around.assessment.unit:
        own = biro.unit.kode_satker
        under = [one for one in around.assessment.unit if around.coordinator.get(one.unit.kode_satker) == own]
        if under:
            others = tuple(one for one in under if one is not biro) or tuple(under)
            yield Subject(own, own, biro, dikoordinasikan=others)


def _rows(around: Around, dokumen: Dokumen) -> Iterator[Subject]:
    for tabel in dokumen.subjek:
        for objek in around.calculator.sheets.rows(tabel):
            yield Subject(objek.sebutan, objek.unit, around.reporting(objek.unit), objek)


def _verdicts(around: Around, dokumen: Dokumen) -> Iterator[Subject]:
    """One that cannot be decided, or not imposed yet, is withheld for that."""
    for one in around.assessment.objek.putusan:
        if one.putusan.id in dokumen.subjek:
            place = one.objek
            objek = around.row(place.tabel, place.tempat)
            why = (*one.ditahan, *one.kurang, *([one.sebab] if one.sebab else []))
            yield Subject(place.sebutan, place.unit, around.reporting(place.unit), objek, one, ditahan=why)


def _rankings(around: Around, dokumen: Dokumen) -> Iterator[Subject]:
    """Every unit that has rows in one of the rankings."""
    for unit in around.assessment.unit:
        found = [unit.peringkat[name] for name in dokumen.subjek if name in unit.peringkat]
        if any(one.baris for one in found):
            yield Subject(unit.unit.kode_satker, unit.unit.kode_satker, unit, of=found[0])


def _recipients(around: Around, dokumen: Dokumen) -> Iterator[Subject]:
    for group in around.assessment.penghargaan:
        for kategori in group.kategori if group.penghargaan in dokumen.subjek else ():
            for peserta in kategori.penerima:
                yield Subject(peserta.peserta, of=Winner(group.penghargaan, kategori, peserta))


def _activities(around: Around, dokumen: Dokumen) -> Iterator[Subject]:
    for name, one in around.scope.jadwal.items():
        if (SEMUA in dokumen.subjek or name in dokumen.subjek) and around.scope.citations(one.dasar):
            yield Subject(name, of=one)


def _items(around: Around, dokumen: Dokumen) -> Iterator[Subject]:
    for name in dokumen.subjek:
        dated = around.scope.daftar(name)
        yield from (Subject(item.kode, of=item) for item in (dated.nilai if dated else ()))


def _no_tables(_: Scope, __: Dokumen) -> frozenset[str]:
    return frozenset()


def _of_rows(_: Scope, dokumen: Dokumen) -> frozenset[str]:
    return frozenset(dokumen.subjek)


def _of_verdicts(scope: Scope, dokumen: Dokumen) -> frozenset[str]:
    return frozenset(scope.rulebook.putusan[name].tabel for name in dokumen.subjek)


def _of_rankings(scope: Scope, dokumen: Dokumen) -> frozenset[str]:
    return frozenset(scope.rulebook.peringkat[name].tabel for name in dokumen.subjek)


def _of_awards(scope: Scope, dokumen: Dokumen) -> frozenset[str]:
    scores = (scope.rulebook.penghargaan[name].tabel_nilai for name in dokumen.subjek)
    return frozenset({"peserta_penghargaan", *scores})


class Kind(NamedTuple):
    """One kind of subject: how each is found, and the tables it stands in."""

    each: Callable[[Around, Dokumen], Iterator[Subject]]
    tables: Callable[[Scope, Dokumen], frozenset[str]] = _no_tables


KINDS: Mapping[str, Kind] = {
    "daerah": Kind(_region),
    "unit_pelapor": Kind(_units),
    "biro_koordinator": Kind(_biro),
    "tabel": Kind(_rows, _of_rows),
    "putusan": Kind(_verdicts, _of_verdicts),
    "peringkat": Kind(_rankings, _of_rankings),
    "penerima": Kind(_recipients, _of_awards),
    "jadwal": Kind(_activities),
    "daftar": Kind(_items),
}


def subject_tables(scope: Scope, dokumen: Dokumen) -> frozenset[str]:
    """The tables that a document's subjects stand in: without them nothing asks for it."""
    return KINDS[dokumen.untuk_setiap].tables(scope, dokumen)
