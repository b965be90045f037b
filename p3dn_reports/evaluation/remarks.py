"""What the evaluation itself remarks: checks of the rulebook, figures that cannot be had, targets that are wanting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import get_close_matches

from p3dn_reports.evaluation.assessment import Figures, Organisasi, UnitPelapor, UnitResult
from p3dn_reports.evaluation.availability import Measure, columns_never_held, lists_wanting, why_not
from p3dn_reports.evaluation.bands import parameters_of
from p3dn_reports.evaluation.indicators import PENYEBUT_NEGATIF, PENYEBUT_NOL, Reading
from p3dn_reports.evaluation.regional import left_out, regional_remarks
from p3dn_reports.evaluation.targets import PERSEN, Promises
from p3dn_reports.evaluation.told_rows import less, told_already
from p3dn_reports.evaluation.totals import Total, Totals, add
from p3dn_reports.formatting import angka, rupiah, tanggal
from p3dn_reports.problems import Problem, Severity, problem
from p3dn_reports.rules import Pemeriksaan, Rincian, Rulebook, Scope, Target, Ukuran
from p3dn_reports.tables import Tables

SEMUA_UNIT = "seluruh satuan kerja"
_NEAR = 0.85
"""How alike (0 to 1) two names must be to be meant for the same office."""


@dataclass(frozen=True, slots=True)
class Found:
    """Everything the remarks look at."""

    tables: Tables
    scope: Scope
    readings: Mapping[str, Reading]
    totals: Totals
    promises: Promises
    units: tuple[UnitResult, ...]
    region: Figures
    organisasi: Organisasi


def checks_here(tables: Tables, scope: Scope) -> Mapping[str, Measure]:
    """The rulebook's checks whose rows can be counted here."""
    asked = (one for one in scope.rulebook.pemeriksaan.values() if not one.dasar or scope.citations(one.dasar))
    measures = {one.id: Measure(one.tabel, one.memenuhi, one.jumlah) for one in asked}
    return {name: measure for name, measure in measures.items() if why_not(tables, scope, measure) is None}


def remarks(found: Found) -> tuple[Problem, ...]:
    """All remarks: first what holds for the whole folder, then unit by unit in their order."""
    problems = [*_lists_not_in_force(found.tables, found.scope), *_not_judged(found), *_leading_office(found)]
    checks = checks_here(found.tables, found.scope)
    absent = {name: columns_never_held(found.tables, found.scope, measure) for name, measure in checks.items()}
    of_all = {
        name: measure for name, measure in checks.items() if absent[name] and not _told(found, measure, absent[name])
    }
    problems += _of_all_units(found, of_all)
    problems += _left_out(found)
    each = {name: measure for name, measure in checks.items() if not absent[name]}
    told = told_already(found.tables, found.scope, found.organisasi, each)
    for unit in found.units:
        problems += _unit_remarks(found, unit, each, told)
    return tuple(problems)


def _told(found: Found, measure: Measure, absent: Set[str]) -> bool:
    """Whether the remark could only say again, as if the rows were at fault, that a column of amounts is absent."""
    amounts = {one.jumlah for one in found.scope.rulebook.ukuran.values() if one.tabel == measure.tabel}
    return measure.jumlah is None and not amounts.isdisjoint(absent)


def _of_all_units(found: Found, checks: Mapping[str, Measure]) -> Iterator[Problem]:
    """What is wanting in every row, since no file has the column, is one remark and not one per unit."""
    for name, measure in checks.items():
        total = add(found.totals.of(measure, result.unit.kode_satker) for result in found.units)
        if total.banyak:
            yield _remark(found.scope.rulebook.pemeriksaan[name], SEMUA_UNIT, (), total)


def _left_out(found: Found) -> Iterator[Problem]:
    """What the region's figures leave out, but for what the units' own remarks say of those that are judged."""
    told = {read.indikator.id for read in _judged(found)}
    return regional_remarks(found.scope.rulebook, found.region, found.readings, found.units, told)


def _lists_not_in_force(tables: Tables, scope: Scope) -> Iterator[Problem]:
    """Each list once, if a table that was handed in would need it."""
    rulebook = scope.rulebook
    users: list[Ukuran | Rincian] = [*rulebook.ukuran.values(), *rulebook.rincian.values()]
    wanting = {
        daftar: used.tabel
        for used in users
        if used.tabel in tables.present
        for daftar in lists_wanting(scope, used.memenuhi)
    }
    for daftar, tabel in wanting.items():
        yield problem(
            "daftar-tidak-berlaku",
            tabel=tabel,
            judul=rulebook.daftar[daftar].judul,
            tanggal=tanggal(scope.data_per),
        )


def _leading_office(found: Found) -> Iterator[Problem]:
    """The office that leads P3DN, where the profile and the master spell its name otherwise: it is then not found."""
    name = (found.scope.daerah.dinas_pembina or "").strip()
    names = {result.unit.nama.strip().casefold(): result.unit.nama for result in found.units}
    if not name or name.casefold() in names:
        return
    for near in get_close_matches(name.casefold(), names, n=1, cutoff=_NEAR):
        yield problem("dinas-pembina-berbeda", tabel="satker", nilai=name, nama=names[near])


def _not_judged(found: Found) -> Iterator[Problem]:
    """Each indicator that can be computed and has bands, none of which is in force.

    A quarter without an instrument, where none can be, is told as a whole.
    """
    rulebook = found.scope.rulebook
    for read in found.readings.values() if not found.scope.tanpa_instrumen else ():
        if read.indikator.pita is None or read.penilaian is not None or read.sebab is not None:
            continue
        if read.indikator.id in rulebook.penegas:
            continue
        names = parameters_of(rulebook.pita[read.indikator.pita])
        wanting = [rulebook.parameter[name].judul for name in names if found.scope.parameter(name) is None]
        yield problem(
            "tidak-ada-penilaian",
            judul=read.indikator.judul,
            parameter=", ".join(dict.fromkeys(wanting)),
            tanggal=tanggal(found.scope.data_per),
        )


def _unit_remarks(
    found: Found, result: UnitResult, checks: Mapping[str, Measure], told: Mapping[tuple[str, str], Total]
) -> Iterator[Problem]:
    unit = result.unit
    not_computed = list(_not_computed(found, result))
    yield from not_computed
    yield from _no_rows(found, unit, {remark.tabel for remark in not_computed})
    yield from _targets(found, result)
    for name, measure in checks.items():
        check, kode = found.scope.rulebook.pemeriksaan[name], unit.kode_satker
        total = less(found.totals.of(measure, kode), told.get((name, kode), Total()))
        if total.banyak and (check.jumlah is None or total.jumlah):
            yield _remark(check, unit.nama, (unit.kode_satker,), total)


def _judged(found: Found) -> Iterable[Reading]:
    """The indicators that have a status here; one that only settles another's has nothing to remark upon."""
    settling = found.scope.rulebook.penegas
    judged = (read for read in found.readings.values() if read.penilaian is not None and read.sebab is None)
    return (read for read in judged if read.indikator.id not in settling)


def _judged_tables(rulebook: Rulebook, readings: Iterable[Reading]) -> dict[str, str]:
    """The tables that feed judged indicators, each with the first indicator it feeds."""
    fed: dict[str, str] = {}
    for read in readings:
        for ukuran in (read.pembilang, read.penyebut):
            fed.setdefault(rulebook.ukuran[ukuran].tabel, read.indikator.judul)
    return fed


def _no_rows(found: Found, unit: UnitPelapor, said: Set[str | None]) -> Iterator[Problem]:
    """Tables in which others have rows and the unit none, but for those `said` to make a figure impossible already."""
    filled = {tabel for tabel, _ in found.totals.baris}
    for tabel, judul in _judged_tables(found.scope.rulebook, _judged(found)).items():
        if tabel in filled - said and (tabel, unit.kode_satker) not in found.totals.baris:
            yield problem(
                "unit-tanpa-baris",
                tabel=tabel,
                unit=(unit.kode_satker,),
                nama=unit.nama,
                judul_tabel=found.tables.schemas[tabel].title,
                judul=judul,
            )


def _not_computed(found: Found, result: UnitResult) -> Iterator[Problem]:
    for read in _judged(found):
        sebab = result.figures.indikator[read.indikator.id].sebab
        if sebab is None:
            continue
        ukuran = found.scope.rulebook.ukuran[read.penyebut]
        remark = problem(
            "tidak-dapat-dihitung",
            tabel=ukuran.tabel,
            unit=(result.unit.kode_satker,),
            nama=result.unit.nama,
            judul=read.indikator.judul,
            sebab=f"{sebab} ({ukuran.judul})" if sebab in (PENYEBUT_NOL, PENYEBUT_NEGATIF) else sebab,
        )
        left = left_out(found.scope.rulebook, found.region, result, read.indikator.id)
        yield replace(remark, pesan=f"{remark.pesan} {left}") if left else remark


def _targets(found: Found, result: UnitResult) -> Iterator[Problem]:
    kode = result.unit.kode_satker
    for target in found.scope.rulebook.target.values():
        if target.tabel not in found.tables.present:
            continue
        place = {"tabel": target.tabel, "unit": (kode,)}
        if (target.id, kode) not in found.promises:
            yield problem("target-tidak-ada", nama=result.unit.nama, judul=target.judul, **place)  # type: ignore[arg-type]
            continue
        lazim = _usual_target(found.scope, target)
        promise = found.promises[target.id, kode]
        if promise.nilai <= 0:
            written = angka(promise.nilai)
            yield problem("target-nol", nama=result.unit.nama, judul=target.judul, nilai=written, **place)  # type: ignore[arg-type]
            continue
        if lazim is not None and promise.satuan == PERSEN and promise.nilai != lazim:
            written, usual = f"{angka(promise.nilai)}%", f"{angka(lazim)}%"
            yield problem(
                "target-tidak-lazim",
                nilai=written,
                diharapkan=usual,
                nama=result.unit.nama,
                judul=target.judul,
                **place,  # type: ignore[arg-type]
            )


def _usual_target(scope: Scope, target: Target) -> Decimal | None:
    dated = scope.parameter(target.lazim) if target.lazim is not None else None
    return dated.nilai if dated is not None else None


def _remark(check: Pemeriksaan, nama: str, unit: tuple[str, ...], total: Total) -> Problem:
    amount = rupiah(total.jumlah) if check.jumlah else ""
    slots = {"banyak": angka(total.banyak), "jumlah": amount, "nama_satker": nama}
    return Problem(
        kode=check.id.replace("_", "-"),
        tingkat=Severity(check.tingkat),
        pesan=check.pesan.format_map(slots),
        saran=check.saran.format_map(slots),
        tabel=check.tabel,
        unit=unit,
    )
