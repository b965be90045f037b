"""Explain an indicator of a unit: everything the rulebook, the calendar and the rows contributed to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from fractions import Fraction
from math import ceil, floor
from typing import Any

from p3dn_reports.errors import UsageError
from p3dn_reports.evaluation.account import Faults, NilaiDipakai, Penjelasan, account, clauses_of, refusal
from p3dn_reports.evaluation.assessment import Assessment, IndikatorResult, Organisasi, UnitPelapor, UnitResult
from p3dn_reports.evaluation.availability import measure_of, why_not
from p3dn_reports.evaluation.bands import parameters_of
from p3dn_reports.evaluation.compile import atoms_of
from p3dn_reports.evaluation.evidence import evidence, header
from p3dn_reports.evaluation.indicators import Reading, reading
from p3dn_reports.evaluation.objects.results import Pengenal
from p3dn_reports.evaluation.objects.steps import Langkah, Sel
from p3dn_reports.evaluation.settling import settling
from p3dn_reports.evaluation.withholding import required_tables
from p3dn_reports.evaluation.wording import formula_in_words
from p3dn_reports.formatting import angka, nilai_bersatuan
from p3dn_reports.rules import Dated, Indikator, Rujukan, Scope
from p3dn_reports.tables import PROVENANCE, Tables

BARIS_DITUNJUKKAN = 20


def explain(
    tables: Tables,
    scope: Scope,
    assessment: Assessment,
    kode_satker: str,
    indikator: str,
    baris: int = BARIS_DITUNJUKKAN,
    faults: Faults = lambda kode, tables: (),
) -> Penjelasan:
    """The whole way of one number as it was assessed, with at most `baris` rows of each kind, largest first.

    `faults` says of a unit and tables why what rests on them cannot be trusted yet.

    The code of a unit that is rolled up into another gives that other; a unit's name serves too. Raises UsageError,
    with a suggestion, for a unit or an indicator that is not there.
    """
    unit = result_of(assessment, kode_satker)
    if indikator not in scope.rulebook.indikator:
        rules = scope.rulebook
        raise unknown(
            "indikator-tidak-dikenal",
            indikator,
            [*rules.indikator, *rules.hitungan, *rules.putusan, *rules.peringkat, *rules.penghargaan],
        )
    steps = _Steps(tables, scope, unit, baris)
    read = steps.reading(indikator)
    return account(
        tables,
        scope,
        of_unit(unit.unit),
        read.indikator.judul,
        steps.indicator(indikator),
        hasil=unit.figures.indikator[indikator],
        dipakai=(*_parameters(scope, read), *_lists(scope, read)),
        tafsir=dict.fromkeys(scope.rulebook.pilihan[name].tafsir for name in _passed(scope, read)),
        ditahan=faults(unit.unit.kode_satker, required_tables(scope, indikator)),
    )


class _Steps:
    """Makes the steps of the indicators of one unit, each figure as it was assessed."""

    def __init__(self, tables: Tables, scope: Scope, unit: UnitResult, baris: int) -> None:
        self._tables, self._scope, self._unit, self._baris = tables, scope, unit, baris
        ukuran = scope.rulebook.ukuran.values()
        self._sebab = {one.id: why_not(tables, scope, measure_of(one)) for one in ukuran}

    def reading(self, indikator: str) -> Reading:
        """The indicator as it is read here."""
        return reading(self._scope, indikator, self._sebab)

    def indicator(self, name: str) -> Langkah:
        """The share; below it the formula, both sums down to their rows, targets, the way to each threshold."""
        read, hasil = self.reading(name), self._unit.figures.indikator[name]
        return Langkah(
            uraian=read.indikator.judul,
            satuan="persen",
            nilai=hasil.nilai,
            sebab=hasil.sebab,
            dasar=read.dasar,
            ambang=hasil.ambang,
            bagian=(
                *_formula(read, hasil, self._scope),
                *_gaps(self._scope, hasil),
                self._sum("Pembilang", read.pembilang),
                self._sum("Penyebut", read.penyebut),
                *self._targets(read),
                *self._settling(read, hasil),
            ),
        )

    def _sum(self, peran: str, name: str) -> Langkah:
        ukuran, nilai = self._scope.rulebook.ukuran[name], self._unit.figures.ukuran[name]
        rows = None
        if nilai is not None:
            rows = evidence(self._tables, self._scope, ukuran, self._unit.unit.anggota, self._baris, nilai)
        return Langkah(
            uraian=f"{peran}: {ukuran.judul}",
            satuan=ukuran.satuan,
            nilai=None if nilai is None else Fraction(nilai),
            sebab=self._sebab[name],
            dasar=self._scope.citations(ukuran.dasar),
            bukti=rows,
        )

    def _targets(self, read: Reading) -> Iterator[Langkah]:
        """The cells in which the unit promised something."""
        for name in dict.fromkeys((read.indikator.target, read.dibaca.dibagi_target)):
            target = self._scope.rulebook.target[name] if name is not None else None
            if target is None or target.tabel not in self._tables.present:
                continue
            schema = self._tables.schemas[target.tabel]
            own = {schema.unit_column or "": self._unit.unit.kode_satker}
            for row in self._tables.iter_rows(target.tabel, own):
                berkas, lembar, baris = (row[name] for name in PROVENANCE)
                sel = Sel(
                    berkas, lembar, baris, self._tables.cell(schema.name, berkas, lembar, baris, target.kolom_nilai)
                )
                nilai = None if row[target.kolom_nilai] is None else Fraction(row[target.kolom_nilai])
                words = f"{target.judul} ({header(self._scope, schema, target.kolom_nilai)})"
                yield Langkah(words, row[target.kolom_satuan] or "persen", nilai, sel=sel, tetapan=True)

    def _settling(self, read: Reading, hasil: IndikatorResult) -> Iterator[Langkah]:
        """What settled the status, or what could have, with its own steps."""
        name = hasil.penegasan.indikator if hasil.penegasan else settling(read, hasil)
        if name is None:
            return
        other = self._unit.figures.indikator[name]
        if hasil.penegasan:
            told = f"ya: semula {hasil.penegasan.tampil_semula}, menjadi {other.tampil_pita or 'tidak dinilai'}"
        else:
            told = f"tidak: {other.sebab or 'tidak ada baris unit ini di sana'}"
        yield Langkah("Status ditegaskan oleh indikator lain", "teks", told, bagian=(self.indicator(name),))


def _formula(read: Reading, hasil: IndikatorResult, scope: Scope) -> Iterator[Langkah]:
    yield Langkah("Rumus", "teks", formula_in_words(read, scope))
    if hasil.nilai is not None and hasil.pembilang is not None and hasil.penyebut is not None:
        divided = f"{angka(hasil.pembilang)} / {angka(hasil.penyebut)} x 100%"
        yield Langkah("Angka", "teks", f"{divided} = {angka(Fraction(round(hasil.nilai * 10**12), 10**12))}%")


def _gaps(scope: Scope, hasil: IndikatorResult) -> Iterator[Langkah]:
    """The way to each threshold: below it rounded up to the sen or the row, above it rounded down."""
    places = 1 if hasil.satuan == "jumlah" else 100
    for (name, batas), gap in zip(hasil.batas, hasil.jarak.values(), strict=False):
        limit = f"{angka(batas)}% ({scope.rulebook.parameter[name].judul})"
        if gap == 0:
            yield Langkah(f"Jarak ke {limit}", "teks", "tepat")
        elif gap > 0:
            yield Langkah(f"Di bawah {limit}", hasil.satuan, Fraction(ceil(gap * places), places))
        else:
            yield Langkah(f"Di atas {limit}", hasil.satuan, Fraction(floor(-gap * places), places))


def result_of(assessment: Assessment, wanted: str) -> UnitResult:
    """The result of the reporting unit of a code or name. Raises UsageError, with a suggestion, where there is none."""
    found = assessment.unit_result(unit_named(assessment.organisasi, wanted).kode_satker)
    assert found is not None  # noqa: S101 - every reporting unit is assessed
    return found


def of_unit(unit: UnitPelapor) -> Pengenal:
    """A unit as what an explanation is about; the codes rolled up into it stand beside its own."""
    kunci = (("kode_satker", unit.kode_satker), *((("anggota", ", ".join(unit.anggota)),) if unit.anggota[1:] else ()))
    return Pengenal("satker", kunci, unit.nama, unit.kode_satker, None, None, None)


def unit_named(organisasi: Organisasi, wanted: str) -> UnitPelapor:
    """The reporting unit of a code or name. Raises UsageError, with a suggestion, where there is none."""
    by_code = {unit.kode_satker: unit for unit in organisasi.pelapor}
    by_name = {unit.nama.casefold(): unit for unit in organisasi.pelapor}
    found = by_code.get(organisasi.pelapor_of.get(wanted, "")) or by_name.get(wanted.strip().casefold())
    if found is not None:
        return found
    for out in organisasi.dikeluarkan:
        if wanted in (out.kode_satker, out.nama):
            raise refusal("satker-tidak-melapor", nilai=out.kode_satker, nama=out.nama, sebab=out.sebab)
    raise unknown("satker-tidak-dikenal", wanted, [*by_code, *(unit.nama for unit in organisasi.pelapor)])


def unknown(kode: str, wanted: str, known: Iterable[str]) -> UsageError:
    """That there is nothing called `wanted`, with what comes near."""
    by_folded = {name.casefold(): name for name in known}
    close = [by_folded[name] for name in get_close_matches(wanted.casefold(), by_folded, n=3, cutoff=0.5)]
    shown = ", ".join(by_folded.values()) if len(by_folded) <= 10 else "lihat daftar unit pada hasil p3dn evaluate"
    usulan = f"Mungkin maksud Anda: {', '.join(close)}." if close else f"Yang ada: {shown}."
    return refusal(kode, nilai=wanted, usulan=usulan)


def _parameters(scope: Scope, read: Reading) -> Iterator[NilaiDipakai]:
    for name in dict.fromkeys(parameters_of(read.penilaian.pita)) if read.penilaian is not None else ():
        dated, parameter = scope.parameter(name), scope.rulebook.parameter[name]
        if dated is not None:
            told = nilai_bersatuan(dated.nilai, parameter.satuan)
            yield _used(scope, "parameter", name, parameter.judul, told, dated)


def _lists(scope: Scope, read: Reading) -> Iterator[NilaiDipakai]:
    terms = atoms_of(_of_rows(scope, read), scope)
    for name in dict.fromkeys(term.daftar for term in terms if term.daftar is not None):
        dated = scope.daftar(name)
        if dated is not None:
            codes = ", ".join(item.kode for item in dated.nilai)
            yield _used(scope, "daftar", name, scope.rulebook.daftar[name].judul, codes, dated)


def _used(scope: Scope, jenis: str, name: str, judul: str, nilai: str, dated: Dated[Any]) -> NilaiDipakai:
    dasar = clauses_of(scope, scope.citations(dated.dasar))
    return NilaiDipakai(jenis, name, judul, nilai, dated.berlaku_sejak, dasar)


def _of_rows(scope: Scope, read: Reading) -> tuple[str, ...]:
    """The conditions, and choices of conditions, of both sums."""
    ukuran = scope.rulebook.ukuran
    return (*ukuran[read.pembilang].memenuhi, *ukuran[read.penyebut].memenuhi)


def _passed(scope: Scope, read: Reading) -> Iterator[str]:
    """The open choices passed on the way from the indicator to its rows."""
    yield from _choices(scope, read.indikator)
    yield from (name for name in _of_rows(scope, read) if name in scope.rulebook.pilihan)


def _choices(scope: Scope, indikator: Indikator) -> Iterator[str]:
    """The open choices passed on the way from the indicator to its sums."""
    named: list[Rujukan | None] = [indikator.menurut, indikator.pembilang, indikator.penyebut]
    yield from (rujukan.pilihan for rujukan in named if rujukan is not None and rujukan.pilihan is not None)
    if indikator.menurut is not None:
        yield from _choices(scope, scope.rulebook.indikator[scope.resolve(indikator.menurut)])
