"""Explain one number: everything the rulebook, the calendar and the rows contributed to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from p3dn_reports.errors import UsageError
from p3dn_reports.evaluation.approvals import approvals
from p3dn_reports.evaluation.assessment import IndikatorResult, Organisasi, UnitPelapor
from p3dn_reports.evaluation.availability import measure_of, why_not
from p3dn_reports.evaluation.bands import parameters_of
from p3dn_reports.evaluation.compile import atoms_of, terms_of
from p3dn_reports.evaluation.explanation import (
    AsalPenegasan,
    AsalUkuran,
    Bacaan,
    BarisAsal,
    Explanation,
    Jarak,
    Klausul,
    NilaiDipakai,
    VonisSyarat,
)
from p3dn_reports.evaluation.indicators import Reading, reading, unit_result
from p3dn_reports.evaluation.settling import settle, settling
from p3dn_reports.evaluation.targets import read_promises
from p3dn_reports.evaluation.trace import Row, Trace, trace
from p3dn_reports.evaluation.withholding import required_tables
from p3dn_reports.evaluation.wording import filled, formula_in_words, term_in_words
from p3dn_reports.formatting import angka
from p3dn_reports.problems import problem
from p3dn_reports.rules import Citation, Dated, Indikator, Rujukan, Scope, Ukuran
from p3dn_reports.tables import PROVENANCE, Tables, TableSchema

BARIS_DITUNJUKKAN = 20

Faults = Callable[[str, Set[str]], tuple[str, ...]]
"""Of a unit and some tables, why what rests on them cannot be trusted yet, and what would mend it."""


def explain(
    tables: Tables,
    scope: Scope,
    organisasi: Organisasi,
    kode_satker: str,
    indikator: str,
    baris: int = BARIS_DITUNJUKKAN,
    faults: Faults = lambda kode, tables: (),
) -> Explanation:
    """The whole way of one number, with at most `baris` rows of each kind, largest first.

    `faults` says of a unit and tables why what rests on them cannot be trusted yet.

    The code of a unit that is rolled up into another gives that other; a unit's name serves too. Raises UsageError,
    with a suggestion, for a unit or an indicator that is not there.
    """
    unit = unit_named(organisasi, kode_satker)
    if indikator not in scope.rulebook.indikator:
        rules = scope.rulebook
        raise unknown(
            "indikator-tidak-dikenal",
            indikator,
            [*rules.indikator, *rules.hitungan, *rules.putusan, *rules.peringkat, *rules.penghargaan],
        )
    figure = _figure(tables, scope, unit, indikator, baris)
    read, (hasil, penegasan) = figure.read, _settled(tables, scope, unit, figure, baris)
    return Explanation(
        daerah=scope.daerah.id,
        periode=scope.periode,
        data_per=scope.data_per,
        unit=unit,
        judul=read.indikator.judul,
        rumus=formula_in_words(read, scope),
        hasil=hasil,
        klausul=clauses_of(scope, read.dasar),
        parameter=tuple(_parameters(scope, read)),
        daftar=tuple(_lists(scope, read)),
        bacaan=tuple(_readings(tables, scope, read)),
        asal=figure.asal,
        target=tuple(_target_rows(tables, scope, read, unit)),
        penegasan=penegasan,
        jarak=tuple(_gaps(scope, read, hasil)),
        ditahan=faults(unit.kode_satker, required_tables(scope, indikator)),
    )


def _gaps(scope: Scope, read: Reading, hasil: IndikatorResult) -> Iterator[Jarak]:
    """How far the numerator is from each threshold, the denominator being what it is."""
    if read.penilaian is None or hasil.nilai is None or hasil.pembilang is None or hasil.penyebut is None:
        return
    for name, batas in read.penilaian.batas.items():
        wanted = batas * hasil.penyebut / 100
        yield Jarak(name, scope.rulebook.parameter[name].judul, batas, wanted - hasil.pembilang, read.satuan)


@dataclass(frozen=True, slots=True)
class _Figure:
    """One indicator of a unit with its sums, before anything settles its band."""

    read: Reading
    asal: tuple[AsalUkuran, ...]
    hasil: IndikatorResult

    def rows(self, ukuran: str) -> int:
        """How many of the unit's rows count for a ukuran of this indicator."""
        return next(one.baris_dihitung for one in self.asal if one.ukuran == ukuran)


def _figure(tables: Tables, scope: Scope, unit: UnitPelapor, indikator: str, baris: int) -> _Figure:
    sebab = {name: why_not(tables, scope, measure_of(one)) for name, one in scope.rulebook.ukuran.items()}
    read = reading(scope, indikator, sebab)
    asal = tuple(
        _source(tables, scope, unit, peran, scope.rulebook.ukuran[ukuran], baris)
        for peran, ukuran in (("pembilang", read.pembilang), ("penyebut", read.penyebut))
    )
    promises = {
        target: one for (target, owner), one in read_promises(tables, scope).items() if owner == unit.kode_satker
    }
    return _Figure(read, asal, unit_result(read, {one.ukuran: one.nilai for one in asal}, promises))


def _settled(
    tables: Tables, scope: Scope, unit: UnitPelapor, figure: _Figure, baris: int
) -> tuple[IndikatorResult, AsalPenegasan | None]:
    """The result with the band it ends in, and the indicator that could settle that, with its own sums."""
    name = settling(figure.read, figure.hasil)
    if name is None:
        return figure.hasil, None
    other = _figure(tables, scope, unit, name, baris)
    hasil = settle(figure.read, figure.hasil, {name: other.hasil}, other.rows)
    told = AsalPenegasan(
        judul=other.read.indikator.judul,
        rumus=formula_in_words(other.read, scope),
        hasil=other.hasil,
        berlaku=hasil.penegasan is not None,
        asal=other.asal,
    )
    return hasil, told


def unit_named(organisasi: Organisasi, wanted: str) -> UnitPelapor:
    """The reporting unit of a code or name. Raises UsageError, with a suggestion, where there is none."""
    by_code = {unit.kode_satker: unit for unit in organisasi.pelapor}
    by_name = {unit.nama.casefold(): unit for unit in organisasi.pelapor}
    found = by_code.get(organisasi.pelapor_of.get(wanted, "")) or by_name.get(wanted.strip().casefold())
    if found is not None:
        return found
    for out in organisasi.dikeluarkan:
        if wanted in (out.kode_satker, out.nama):
            raise _usage("satker-tidak-melapor", nilai=out.kode_satker, nama=out.nama, sebab=out.sebab)
    raise unknown("satker-tidak-dikenal", wanted, [*by_code, *(unit.nama for unit in organisasi.pelapor)])


def unknown(kode: str, wanted: str, known: Iterable[str]) -> UsageError:
    """That there is nothing called `wanted`, with what comes near."""
    by_folded = {name.casefold(): name for name in known}
    close = [by_folded[name] for name in get_close_matches(wanted.casefold(), by_folded, n=3, cutoff=0.5)]
    shown = ", ".join(by_folded.values()) if len(by_folded) <= 10 else "lihat daftar unit pada hasil p3dn evaluate"
    usulan = f"Mungkin maksud Anda: {', '.join(close)}." if close else f"Yang ada: {shown}."
    return _usage(kode, nilai=wanted, usulan=usulan)


def _usage(kode: str, nilai: str, **isi: str) -> UsageError:
    found = problem(kode, nilai=nilai, **isi)  # type: ignore[arg-type]
    return UsageError(f"{found.pesan} {found.saran}")


def _source(tables: Tables, scope: Scope, unit: UnitPelapor, peran: str, ukuran: Ukuran, baris: int) -> AsalUkuran:
    schema = tables.schemas.get(ukuran.tabel)
    source = AsalUkuran(
        peran=peran,
        ukuran=ukuran.id,
        judul=ukuran.judul,
        tabel=ukuran.tabel,
        judul_tabel=schema.title if schema else ukuran.tabel,
        kolom=_header(scope, schema, ukuran.jumlah) if schema and ukuran.jumlah else None,
        sebab=why_not(tables, scope, measure_of(ukuran)),
        dasar=clauses_of(scope, ukuran.dasar),
    )
    if schema is None or source.sebab is not None:
        return source
    traced = trace(tables, scope, measure_of(ukuran), unit.anggota, baris)
    syarat = tuple(_verdicts(tables, scope, ukuran, traced))
    return replace(
        source,
        nilai=_amount(ukuran, traced),
        baris_unit=traced.baris,
        baris_dihitung=traced.dihitung.banyak,
        syarat=syarat,
        terbesar=tuple(_origin(tables, scope, ukuran, row, source.kolom, syarat) for row in traced.terbesar),
        ditolak_terbesar=tuple(
            _origin(tables, scope, ukuran, row, source.kolom, syarat) for row in traced.ditolak_terbesar
        ),
    )


def _amount(ukuran: Ukuran, traced: Trace) -> Decimal:
    return Decimal(traced.dihitung.banyak) if ukuran.jumlah is None else traced.dihitung.jumlah


def _verdicts(tables: Tables, scope: Scope, ukuran: Ukuran, traced: Trace) -> Iterator[VonisSyarat]:
    for index, term in enumerate(terms_of(ukuran.memenuhi, scope)):
        met, refused = traced.memenuhi[index], traced.ditolak[index]
        words = term_in_words(term, scope, tables.schemas, ukuran.tabel)
        yield VonisSyarat(words, met, traced.baris - met, refused.banyak, refused.jumlah)


def _origin(
    tables: Tables, scope: Scope, ukuran: Ukuran, row: Row, header: str | None, syarat: tuple[VonisSyarat, ...]
) -> BarisAsal:
    derived = scope.rulebook.kolom_turunan.get((ukuran.tabel, ukuran.jumlah or ""))
    kolom = derived.kurangi[0] if derived is not None else ukuran.jumlah or ""
    return BarisAsal(
        berkas=row.berkas,
        lembar=row.lembar,
        baris=row.baris,
        kolom=header or "",
        nilai=row.nilai,
        sel=tables.cell(ukuran.tabel, row.berkas, row.lembar, row.baris, kolom),
        penolak=syarat[row.penolak].kalimat if row.penolak is not None else None,
    )


def _header(scope: Scope, schema: TableSchema, kolom: str) -> str:
    derived = scope.rulebook.kolom_turunan.get((schema.name, kolom))
    if derived is not None:
        return " - ".join(_header(scope, schema, name) for name in derived.kurangi)
    found = schema.column(kolom)
    return found.header if found else kolom


def clauses_of(scope: Scope, dasar: Iterable[Citation]) -> tuple[Klausul, ...]:
    """The clauses that apply here, with the names of their laws."""
    rules, sources = scope.rulebook, scope.rulebook.sumber_hukum
    return tuple(
        Klausul(one, sources[one.sumber].sebutan, sources[one.sumber].judul, rules.place_in_words(one))
        for one in scope.citations(dasar)
    )


def _parameters(scope: Scope, read: Reading) -> Iterator[NilaiDipakai]:
    if read.penilaian is None:
        return
    for name in dict.fromkeys(parameters_of(read.penilaian.pita)):
        dated, parameter = scope.parameter(name), scope.rulebook.parameter[name]
        if dated is not None:
            unit = "%" if parameter.satuan == "persen" else f" {parameter.satuan}"
            yield _used(scope, name, parameter.judul, f"{angka(dated.nilai)}{unit}", dated)


def _lists(scope: Scope, read: Reading) -> Iterator[NilaiDipakai]:
    ukuran = scope.rulebook.ukuran
    terms = atoms_of((*ukuran[read.pembilang].memenuhi, *ukuran[read.penyebut].memenuhi), scope)
    for name in dict.fromkeys(term.daftar for term in terms if term.daftar is not None):
        dated = scope.daftar(name)
        if dated is not None:
            codes = ", ".join(item.kode for item in dated.nilai)
            yield _used(scope, name, scope.rulebook.daftar[name].judul, codes, dated)


def _used(scope: Scope, name: str, judul: str, nilai: str, dated: Dated[Any]) -> NilaiDipakai:
    return NilaiDipakai(name, judul, nilai, dated.berlaku_sejak, clauses_of(scope, dated.dasar))


def _readings(tables: Tables, scope: Scope, read: Reading) -> Iterator[Bacaan]:
    rulebook, approved = scope.rulebook, approvals(tables, scope)[0]
    of_rows = (*rulebook.ukuran[read.pembilang].memenuhi, *rulebook.ukuran[read.penyebut].memenuhi)
    named = (*_choices(scope, read.indikator), *(name for name in of_rows if name in rulebook.pilihan))
    for name in dict.fromkeys(named):
        pilihan = rulebook.pilihan[name]
        tafsir = rulebook.tafsir.get(pilihan.tafsir)
        dipakai = filled(tafsir.dipakai, scope) if tafsir else ""
        yield Bacaan(pilihan.tafsir, scope.pilihan(name), dipakai, pilihan.tafsir in approved)


def _choices(scope: Scope, indikator: Indikator) -> Iterator[str]:
    """The open choices passed on the way from the indicator to its sums."""
    named: list[Rujukan | None] = [indikator.menurut, indikator.pembilang, indikator.penyebut]
    yield from (rujukan.pilihan for rujukan in named if rujukan is not None and rujukan.pilihan is not None)
    if indikator.menurut is not None:
        yield from _choices(scope, scope.rulebook.indikator[scope.resolve(indikator.menurut)])


def _target_rows(tables: Tables, scope: Scope, read: Reading, unit: UnitPelapor) -> Iterator[BarisAsal]:
    for name in dict.fromkeys((read.indikator.target, read.dibaca.dibagi_target)):
        target = scope.rulebook.target[name] if name is not None else None
        if target is None or target.tabel not in tables.present:
            continue
        schema = tables.schemas[target.tabel]
        for row in tables.iter_rows(target.tabel, {schema.unit_column or "": unit.kode_satker}):
            berkas, lembar, nomor = (row[place] for place in PROVENANCE)
            yield BarisAsal(
                berkas=berkas,
                lembar=lembar,
                baris=nomor,
                kolom=_header(scope, schema, target.kolom_nilai),
                nilai=row[target.kolom_nilai],
                sel=tables.cell(target.tabel, berkas, lembar, nomor, target.kolom_nilai),
            )
