"""Figures and verdicts: names that lead somewhere, kinds that fit, no circle, every row of a verdict within reach."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.circles import circles
from p3dn_reports.rulebook.checks.formulas import Formula
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import (
    Dated,
    Hitungan,
    Jenis,
    PilihanPutusan,
    Putusan,
    Rulebook,
    names_in,
)

_SHARED = ("parameter", "hitungan", "pilihan")


def check_objects(subject: Subject) -> Iterator[Problem]:
    """Every figure, every verdict, the days off."""
    yield from _one_meaning(subject)
    for key, one in subject.rulebook.hitungan.items():
        yield from _hitungan(subject, ("hitungan", key), one)
    yield from _circles(subject)
    for key, putusan in subject.rulebook.putusan.items():
        yield from _putusan(subject, ("putusan", key), putusan)
    yield from _days_off(subject)


def _one_meaning(subject: Subject) -> Iterator[Problem]:
    """A bare name in a formula means one thing; what people ask to have explained has a name of its own."""
    rules = subject.rulebook
    for key, one in rules.hitungan.items():
        others = [name for name in ("parameter", "pilihan", "indikator") if key in getattr(rules, name)]
        for lain in others:
            yield subject.source.problem("aturan-nama-bermakna-dua", ("hitungan", key), key=True, nilai=key, lain=lain)
        for name in (name for section in _SHARED for name in getattr(rules, section)):
            if name in subject.columns(one.tabel) and name in {item.id for item in names_in(one.nilai)}:
                lain = f"kolom tabel {one.tabel}"
                keys: Keys = ("hitungan", key, "nilai")
                yield subject.source.problem("aturan-nama-bermakna-dua", keys, nilai=name, lain=lain)
    for key in rules.putusan:
        for lain in [name for name in ("hitungan", "indikator") if key in getattr(rules, name)]:
            yield subject.source.problem("aturan-nama-bermakna-dua", ("putusan", key), key=True, nilai=key, lain=lain)


def _hitungan(subject: Subject, keys: Keys, one: Hitungan) -> Iterator[Problem]:
    if one.dicocokkan and len(one.dicocokkan) != len(one.untuk_setiap):
        nilai, perlu = ", ".join(one.dicocokkan), ", ".join(one.untuk_setiap) or "untuk_setiap"
        yield subject.source.problem("aturan-dicocokkan-salah", (*keys, "dicocokkan"), nilai=nilai, perlu=perlu)
    formula = Formula(subject, one.tabel, one.untuk_setiap)
    faults = list(formula.faults((*keys, "nilai"), one.nilai))
    yield from faults
    found = None if faults else formula.unit(one.nilai)
    if found is not None and found not in (one.satuan, "angka"):
        yield subject.source.problem("aturan-satuan-rumus", (*keys, "satuan"), nilai=one.satuan, ada=found)
    if one.bulatkan and one.satuan != "rupiah":
        yield subject.source.problem("aturan-satuan-rumus", (*keys, "bulatkan"), nilai="rupiah", ada=one.satuan)


def _putusan(subject: Subject, keys: Keys, one: Putusan) -> Iterator[Problem]:
    formula = Formula(subject, one.tabel, one.untuk_setiap)
    for index, name in enumerate(one.disertai):
        yield from formula.figure_faults((*keys, "disertai", index), name)
    yield from formula.condition_faults((*keys, "hanya_bila"), one.hanya_bila)
    for index, needed in enumerate(one.prasyarat):
        at_need: Keys = (*keys, "prasyarat", index)
        yield from formula.condition_faults((*at_need, "bila"), needed.bila)
    for index, versi in enumerate(one.versi):
        yield from _rows(subject, (*keys, "versi", index, "pilihan"), versi, formula)


def _rows(
    subject: Subject, keys: Keys, versi: Dated[tuple[PilihanPutusan, ...]], formula: Formula
) -> Iterator[Problem]:
    """Names once each; the last row open and it alone; none that an earlier row always takes first."""
    seen: dict[str, None] = {}
    taken: list[set[str]] = []
    for index, row in enumerate(versi.nilai):
        here: Keys = (*keys, index)
        if row.id in seen:
            yield subject.source.problem("aturan-pilihan-kembar", (*here, "id"), nilai=row.id)
        seen[row.id] = None
        last = index == len(versi.nilai) - 1
        if last == bool(row.bila):
            kode = "aturan-putusan-bercelah" if last else "aturan-putusan-terbuka"
            yield subject.source.problem(kode, here, nilai=row.id)
        conditions = {str(one) for one in row.bila}
        if row.bila and any(earlier <= conditions for earlier in taken):
            yield subject.source.problem("aturan-putusan-tak-tercapai", here, nilai=row.id)
        taken += [conditions] if row.bila else []
        yield from formula.condition_faults((*here, "bila"), row.bila)
        if row.nilai is not None:
            yield from formula.figure_faults((*here, "nilai"), row.nilai)
        for number, name in enumerate(row.disertai):
            yield from formula.figure_faults((*here, "disertai", number), name)


def _circles(subject: Subject) -> Iterator[Problem]:
    """Figures that lead back to themselves, each circle once."""
    edges = {key: tuple(_named_figures(subject.rulebook, one)) for key, one in subject.rulebook.hitungan.items()}
    for circle in circles(edges):
        keys: Keys = ("hitungan", circle[0], "nilai")
        yield subject.source.problem("aturan-hitungan-melingkar", keys, nilai=circle[0], jalan=" → ".join(circle))


def _named_figures(rules: Rulebook, one: Hitungan) -> Iterator[str]:
    for name in names_in(one.nilai):
        if name.jenis is Jenis.HITUNGAN:
            yield name.id
        elif name.jenis is Jenis.PILIHAN:
            yield from rules.pilihan[name.id].opsi.values()


def _days_off(subject: Subject) -> Iterator[Problem]:
    """One table a year; every day in its year, once, in order."""
    years: dict[int, str] = {}
    for key, table in subject.rulebook.hari_libur.items():
        if table.tahun in years:
            keys: Keys = ("hari_libur", key, "tahun")
            yield subject.source.problem("aturan-tahun-libur-ganda", keys, nilai=str(table.tahun))
        years[table.tahun] = key
        for index, one in enumerate(table.hari):
            at_day: Keys = ("hari_libur", key, "hari", index, "tanggal")
            if one.tanggal.year != table.tahun:
                yield subject.source.problem(
                    "aturan-libur-tahun-lain", at_day, nilai=one.tanggal.isoformat(), tahun=table.tahun
                )
            elif index and one.tanggal <= table.hari[index - 1].tanggal:
                before = table.hari[index - 1].tanggal.isoformat()
                yield subject.source.problem(
                    "aturan-urutan-tanggal", at_day, nilai=one.tanggal.isoformat(), sebelumnya=before
                )
