"""The whole way of one object's figure or verdict, as one record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from p3dn_reports.errors import UsageError
from p3dn_reports.evaluation.approvals import approvals
from p3dn_reports.evaluation.explanation import VERSI, Bacaan, Klausul, to_plain
from p3dn_reports.evaluation.objects.assess import find, tables_of
from p3dn_reports.evaluation.objects.calculator import Calculator
from p3dn_reports.evaluation.objects.conditions import Vonis
from p3dn_reports.evaluation.objects.results import Pengenal, PutusanResult, pengenal
from p3dn_reports.evaluation.objects.sheets import Objek, Sheets
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.evaluation.objects.verdicts import Judge
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.problems import problem
from p3dn_reports.rules import Citation, Hitungan, Putusan, Rulebook, Scope
from p3dn_reports.tables import Tables
from p3dn_reports.vocabulary import Periode


@dataclass(frozen=True, slots=True)
class ObjectExplanation:
    """Everything behind one figure (`langkah`) or verdict (`putusan`; both None: the object is kept out) of an object.

    `klausul` names every clause cited anywhere below, `ditahan` why the data cannot be trusted yet.
    """

    daerah: str
    periode: Periode
    data_per: date
    objek: Pengenal
    judul: str
    langkah: Langkah | None
    putusan: PutusanResult | None
    klausul: tuple[Klausul, ...]
    bacaan: tuple[Bacaan, ...]
    ditahan: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Versioned plain data, in the frame of an indicator's explanation."""
        return {
            "versi": VERSI,
            "daerah": self.daerah,
            "periode": str(self.periode),
            "data_per": self.data_per.isoformat(),
            "objek": {**_plain(self.objek), "kunci": dict(self.objek.kunci)},
            "judul": self.judul,
            "langkah": step_json(self.langkah) if self.langkah else None,
            "putusan": verdict_json(self.putusan) if self.putusan else None,
            "klausul": to_plain(self.klausul),
            "bacaan": to_plain(self.bacaan),
            "ditahan": list(self.ditahan),
        }


def explain_object(
    tables: Tables, scope: Scope, sebutan: str, aturan: str, faults: Callable[[Set[str]], tuple[str, ...]]
) -> ObjectExplanation:
    """The way of figure or verdict `aturan` of the one object that `sebutan` names.

    `faults` says of tables why what rests on them cannot be trusted yet.
    Raises UsageError, with the names there are, where that is none or several, or the table was not handed in.
    """
    rules = scope.rulebook
    rule: Hitungan | Putusan = rules.hitungan[aturan] if aturan in rules.hitungan else rules.putusan[aturan]
    calculator = Calculator(Sheets(tables), scope)
    objek = _the_one(calculator, rule, sebutan)
    langkah = calculator.figure(rule, objek, scope.data_per) if isinstance(rule, Hitungan) else None
    putusan = Judge(rule, calculator).result(objek) if isinstance(rule, Putusan) else None
    ditahan = faults(tables_of(rules, rule))
    cited = dict.fromkeys((*cited_in(langkah), *_cited_by(putusan)))
    return ObjectExplanation(
        daerah=scope.daerah.id,
        periode=scope.periode,
        data_per=scope.data_per,
        objek=pengenal(objek),
        judul=rule.judul,
        langkah=langkah,
        putusan=putusan,
        klausul=tuple(_clause(rules, one) for one in cited),
        bacaan=tuple(readings_used(tables, scope, rule.tafsir)),
        ditahan=ditahan,
    )


def step_json(step: Langkah) -> dict[str, object]:
    """A step and all below it."""
    return {
        "uraian": step.uraian,
        "satuan": step.satuan,
        "nilai": to_plain(step.nilai),
        "tampil": step.tampil,
        "sebab": step.sebab,
        "sel": _plain(step.sel) if step.sel else None,
        "dasar": [str(one) for one in step.dasar],
        "bagian": [step_json(part) for part in step.bagian],
    }


def verdict_json(result: PutusanResult) -> dict[str, object]:
    """A verdict with every choice that was tried."""
    return {
        "putusan": result.putusan.id,
        "pilihan": result.pilihan,
        "tampil": result.tampil,
        "tindakan": list(result.tindakan),
        "nilai": step_json(result.nilai) if result.nilai else None,
        "disertai": {name: step_json(step) for name, step in result.disertai},
        "sebab": result.sebab,
        "dapat_dijatuhkan": result.dapat_dijatuhkan,
        "kurang": list(result.kurang),
        "dasar": [str(one) for one in result.dasar],
        "diperiksa": [
            {"id": one.id, "berlaku": one.berlaku, "kondisi": [_condition_json(vonis) for vonis in one.vonis]}
            for one in result.percobaan
        ],
    }


def _condition_json(vonis: Vonis) -> dict[str, object]:
    return {
        "kalimat": vonis.kalimat,
        "berlaku": vonis.berlaku,
        "sebab": vonis.sebab,
        "kiri": step_json(vonis.kiri),
        "kanan": step_json(vonis.kanan) if vonis.kanan else None,
    }


def _the_one(calculator: Calculator, rule: Hitungan | Putusan, sebutan: str) -> Objek:
    tables = calculator.sheets.tables
    if rule.tabel not in tables.present:
        raise _usage("objek-tanpa-tabel", nilai=rule.judul, judul=tables.schemas[rule.tabel].title)
    found = find(calculator, rule, sebutan)
    if len(found) == 1:
        return found[0]
    known = [objek.sebutan for objek in found or calculator.sheets.objects(rule.tabel, rule.untuk_setiap)]
    close = get_close_matches(sebutan, known, n=3, cutoff=0.4) or known[:10]
    raise _usage("objek-tidak-jelas", nilai=sebutan, banyak=str(len(found)), usulan="; ".join(close) or "tidak ada")


def _usage(kode: str, nilai: str, **isi: str) -> UsageError:
    found = problem(kode, nilai=nilai, **isi)  # type: ignore[arg-type]
    return UsageError(f"{found.pesan} {found.saran}")


def cited_in(step: Langkah | None) -> Iterator[Citation]:
    """Every clause cited in a step and below it."""
    if step is not None:
        yield from step.dasar
        for part in step.bagian:
            yield from cited_in(part)


def _cited_by(result: PutusanResult | None) -> Iterator[Citation]:
    if result is None:
        return
    yield from result.dasar
    for step in (result.nilai, *(step for _, step in result.disertai)):
        yield from cited_in(step)
    for tried in result.percobaan:
        for vonis in tried.vonis:
            yield from (*cited_in(vonis.kiri), *cited_in(vonis.kanan))


def _clause(rules: Rulebook, one: Citation) -> Klausul:
    source = rules.sumber_hukum[one.sumber]
    return Klausul(one, source.sebutan, source.judul, rules.place_in_words(one))


def readings_used(tables: Tables, scope: Scope, tafsir: Iterable[str]) -> Iterator[Bacaan]:
    """The readings a calculation rests on, each as it is read here, and whether somebody approved it."""
    approved = approvals(tables, scope)[0]
    for name in tafsir:
        dipakai, choices = scope.rulebook.tafsir[name].dipakai, scope.rulebook.pilihan.values()
        chosen = next((scope.pilihan(one.id) for one in choices if one.tafsir == name), "")
        yield Bacaan(name, chosen, filled(dipakai, scope), name in approved)


def _plain(record: object) -> dict[str, object]:
    plain = to_plain(record)
    assert isinstance(plain, dict)  # noqa: S101 - a record becomes a dict
    return plain
