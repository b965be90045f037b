"""All figures and verdicts of one folder's objects, where their tables were handed in and their law is applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from p3dn_reports.evaluation.objects.calculator import Calculator
from p3dn_reports.evaluation.objects.results import HitunganResult, ObjectResults, pengenal
from p3dn_reports.evaluation.objects.sheets import Objek, Sheets
from p3dn_reports.evaluation.objects.verdicts import Judge
from p3dn_reports.rules import (
    Hitungan,
    Jenis,
    Nama,
    PilihanPutusan,
    Putusan,
    Rulebook,
    Scope,
    conditions_of,
    names_in,
    names_of,
)
from p3dn_reports.tables import Tables


def objects(tables: Tables, scope: Scope, cacat: Mapping[str, tuple[str, ...]]) -> ObjectResults:
    """Every verdict of the law this region applies, and every figure that no other rule uses.

    `cacat` says of tables with faults why nothing that rests on them can be trusted yet.
    """
    calculator = Calculator(Sheets(tables), scope)
    rules = scope.rulebook
    used = used_figures(rules)
    alone = [one for one in rules.hitungan.values() if one.id not in used and _here(tables, scope, one)]
    judges = [Judge(one, calculator) for one in rules.putusan.values() if _judged(tables, scope, one)]
    return ObjectResults(
        tuple(result for one in alone for result in figures(calculator, one)),
        tuple(result for judge in judges for result in judge.results(_faults(rules, judge.putusan, cacat))),
    )


def figures(calculator: Calculator, one: Hitungan) -> Iterator[HitunganResult]:
    """One figure of every object it is of."""
    for objek in calculator.objects(one):
        yield HitunganResult(one, pengenal(objek), calculator.figure(one, objek, calculator.scope.data_per))


def object_tables(rules: Rulebook) -> frozenset[str]:
    """The input tables that some figure or verdict of an object rests on."""
    judged = {one.tabel for one in rules.putusan.values()}
    return frozenset(judged | {one.tabel for one in rules.hitungan.values()})


def used_figures(rules: Rulebook) -> frozenset[str]:
    """The figures that another figure, a verdict, a document or a reading names."""
    names = [name for one in rules.hitungan.values() for name in names_in(one.nilai)]
    names += [name for one in rules.dokumen.values() for name in names_of(one.bila_kondisi)]
    names += [name for one in rules.putusan.values() for name in names_of(conditions_of(one))]
    used = {name.id for name in names if name.jenis is Jenis.HITUNGAN}
    used |= {name for one in rules.putusan.values() for name in (*one.disertai, *_amounts(one), *_beside(one))}
    return frozenset(used | {name for pilihan in rules.pilihan.values() for name in pilihan.opsi.values()})


def tables_of(rules: Rulebook, one: Hitungan | Putusan) -> frozenset[str]:
    """The input tables a figure or verdict rests on, through all figures it names; those beside it move nothing."""
    tables: set[str] = set()
    waiting: list[Hitungan | Putusan] = [one]
    seen: set[str] = set()
    while waiting:
        at = waiting.pop()
        tables.add(at.tabel)
        for name in _figures_named(rules, at):
            if name not in seen:
                seen.add(name)
                waiting.append(rules.hitungan[name])
    return frozenset(tables)


def _figures_named(rules: Rulebook, one: Hitungan | Putusan) -> Iterator[str]:
    if isinstance(one, Hitungan):
        names: Iterable[Nama] = names_in(one.nilai)
    else:
        names = names_of(conditions_of(one))
        yield from _amounts(one)
    for name in names:
        if name.jenis is Jenis.HITUNGAN:
            yield name.id
        elif name.jenis is Jenis.PILIHAN:
            yield from rules.pilihan[name.id].opsi.values()


def _amounts(one: Putusan) -> Iterator[str]:
    rows: Iterable[PilihanPutusan] = (row for dated in one.versi for row in dated.nilai)
    return (row.nilai for row in rows if row.nilai is not None)


def _beside(one: Putusan) -> Iterator[str]:
    return (name for dated in one.versi for row in dated.nilai for name in row.disertai)


def _here(tables: Tables, scope: Scope, one: Hitungan) -> bool:
    """Whether the region applies the law that asks for the figure, in force or not, and its table is there."""
    applied = scope.rulebook.diterapkan(scope.daerah)
    return one.tabel in tables.present and any(cited.sumber in applied for cited in one.dasar)


def _judged(tables: Tables, scope: Scope, one: Putusan) -> bool:
    applied = (cited.sumber in scope.rulebook.diterapkan(scope.daerah) for versi in one.versi for cited in versi.dasar)
    return one.tabel in tables.present and any(applied)


def _faults(rules: Rulebook, one: Putusan, cacat: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    found = (reason for tabel in sorted(tables_of(rules, one)) for reason in cacat.get(tabel, ()))
    return tuple(dict.fromkeys(found))


def find(calculator: Calculator, one: Hitungan | Putusan, sebutan: str) -> tuple[Objek, ...]:
    """The objects of a figure or verdict that `sebutan` names (`PPK-017 / 1 Maret 2024`), in file order."""
    sheets = calculator.sheets
    known = calculator.objects(one) if isinstance(one, Hitungan) else sheets.objects(one.tabel, one.untuk_setiap)
    return tuple(objek for objek in known if pengenal(objek).named(sebutan))
