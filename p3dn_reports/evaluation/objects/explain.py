"""The whole way of one object's figure or verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from difflib import get_close_matches

from p3dn_reports.evaluation.account import Penjelasan, account, refusal
from p3dn_reports.evaluation.objects.assess import find, tables_of
from p3dn_reports.evaluation.objects.calculator import Calculator
from p3dn_reports.evaluation.objects.conditions import Vonis
from p3dn_reports.evaluation.objects.results import Percobaan, PutusanResult, pengenal
from p3dn_reports.evaluation.objects.sheets import Objek, Sheets
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.evaluation.objects.verdicts import Judge
from p3dn_reports.rules import Hitungan, Putusan, Scope
from p3dn_reports.tables import Tables

_HELD = {True: "ya", False: "tidak"}


def explain_object(
    tables: Tables, scope: Scope, sebutan: str, aturan: str, faults: Callable[[Set[str]], tuple[str, ...]]
) -> Penjelasan:
    """The way of figure or verdict `aturan` of the one object that `sebutan` names.

    `faults` says of tables why what rests on them cannot be trusted yet.
    Raises UsageError, with the names there are, where that is none or several, or the table was not handed in.
    """
    rules = scope.rulebook
    rule: Hitungan | Putusan = rules.hitungan[aturan] if aturan in rules.hitungan else rules.putusan[aturan]
    calculator = Calculator(Sheets(tables), scope)
    objek = _the_one(calculator, rule, sebutan)
    result = Judge(rule, calculator).result(objek) if isinstance(rule, Putusan) else None
    step = verdict_step(result) if result is not None else None
    if isinstance(rule, Hitungan):
        step = calculator.figure(rule, objek, scope.data_per)
    ditahan = faults(tables_of(rules, rule))
    return account(tables, scope, pengenal(objek), rule.judul, step, hasil=result, tafsir=rule.tafsir, ditahan=ditahan)


def verdict_step(result: PutusanResult) -> Langkah:
    """A verdict as a calculation: the figures that go with it, what follows, what is wanting, every choice tried."""
    figures = [*([result.nilai] if result.nilai else []), *(step for _, step in result.disertai)]
    return Langkah(
        uraian=result.judul,
        satuan="teks",
        nilai=result.tampil,
        sebab=result.sebab,
        dasar=result.dasar,
        bagian=(
            *dict.fromkeys(figures),
            *_titled("Tindakannya", map(_line, result.tindakan)),
            *_titled("Yang masih kurang", map(_line, result.kurang)),
            *_titled("Pilihan yang diperiksa, dari atas", map(_choice, result.percobaan)),
        ),
    )


def _titled(title: str, steps: Iterable[Langkah]) -> Iterator[Langkah]:
    below = tuple(steps)
    if below:
        yield Langkah(title, "teks", "", bagian=below)


def _line(text: str) -> Langkah:
    return Langkah(text, "teks", "")


def _choice(tried: Percobaan) -> Langkah:
    asked = tuple(map(_condition, tried.vonis))
    sebab = next((one.sebab for one in tried.vonis if one.sebab), None)
    return Langkah(tried.tampil, "teks", _held(tried.berlaku), sebab, bagian=asked)


def _condition(vonis: Vonis) -> Langkah:
    """What was compared; the sides that are not only a word of the rule stand below it."""
    sides = (side for side in (vonis.kiri, vonis.kanan) if side is not None and (side.bagian or side.sel))
    return Langkah(vonis.kalimat, "teks", _held(vonis.berlaku), vonis.sebab, bagian=tuple(sides))


def _held(berlaku: bool | None) -> str | None:
    return None if berlaku is None else _HELD[berlaku]


def _the_one(calculator: Calculator, rule: Hitungan | Putusan, sebutan: str) -> Objek:
    tables = calculator.sheets.tables
    if rule.tabel not in tables.present:
        raise refusal("objek-tanpa-tabel", nilai=rule.judul, judul=tables.schemas[rule.tabel].title)
    found = find(calculator, rule, sebutan)
    if len(found) == 1:
        return found[0]
    known = [objek.sebutan for objek in found or calculator.sheets.objects(rule.tabel, rule.untuk_setiap)]
    close = get_close_matches(sebutan, known, n=3, cutoff=0.4) or known[:10]
    raise refusal("objek-tidak-jelas", nilai=sebutan, banyak=str(len(found)), usulan="; ".join(close) or "tidak ada")
