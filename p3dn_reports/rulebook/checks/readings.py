"""Indicators and the readings that choose among them: references lead to the right kind and never in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.evaluation.approvals import CARA_PENILAIAN
from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.circles import circles
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import Band, CaraPenilaian, Indikator, Rujukan, Rulebook


def check_readings(subject: Subject) -> Iterator[Problem]:
    """Names that mean one thing, approvals, choices, indicators and what settles a band."""
    yield from _ambiguous_names(subject)
    yield from _approvals(subject)
    yield from _choices(subject)
    for key, indikator in subject.rulebook.indikator.items():
        yield from _indicator(subject, ("indikator", key), indikator)
    yield from _circles(subject)
    for key, pita in subject.rulebook.pita.items():
        for index, band in enumerate(pita.batas):
            yield from _settled(subject, ("pita", key, "batas", index, "ditegaskan_oleh"), band)


def _approvals(subject: Subject) -> Iterator[Problem]:
    """Approvals are of regions there are, each once; the Tim decides in columns and by options there are."""
    for key, tafsir in subject.rulebook.tafsir.items():
        written = subject.source.data["tafsir"][key].get("pengesahan", [])
        daerah = [item["daerah"] for item in written] if isinstance(written, list) else []
        for index, name in enumerate(daerah):
            keys: Keys = ("tafsir", key, "pengesahan", index, "daerah")
            if name in daerah[:index]:
                yield subject.source.problem("aturan-butir-ganda", keys, nilai=name)
        for kolom, cara in tafsir.cara_penilaian.items():
            at: Keys = ("tafsir", key, "cara_penilaian", kolom)
            yield from _decided(subject, at, kolom, cara)


def _decided(subject: Subject, at: Keys, kolom: str, cara: CaraPenilaian) -> Iterator[Problem]:
    yield from subject.wrong_column(at, CARA_PENILAIAN, kolom)
    yield from subject.unknown("opsi", (*at, "dipakai"), cara.dipakai, cara.opsi)
    schema = subject.schemas.get(CARA_PENILAIAN)
    column = schema.column(kolom) if schema else None
    for opsi in cara.opsi if column and column.choices else ():
        yield from subject.unknown(f"isi kolom {kolom}", (*at, "opsi", opsi), opsi, column.choices if column else ())


def _ambiguous_names(subject: Subject) -> Iterator[Problem]:
    for key in subject.rulebook.indikator:
        if key in subject.rulebook.ukuran:
            yield subject.source.problem("aturan-nama-ganda", ("indikator", key), key=True, nilai=key)
    for key in subject.rulebook.pilihan:
        if key in subject.rulebook.syarat:
            yield subject.source.problem("aturan-nama-ganda", ("pilihan", key), key=True, nilai=key)


def _kind(rules: Rulebook, name: str) -> str | None:
    """`ukuran`, `indikator`, `hitungan`, `syarat`, or None for a name that is none of them."""
    return next((kind for kind in ("ukuran", "indikator", "hitungan", "syarat") if name in getattr(rules, kind)), None)


def _choices(subject: Subject) -> Iterator[Problem]:
    rules = subject.rulebook
    for key, pilihan in rules.pilihan.items():
        keys: Keys = ("pilihan", key)
        yield from subject.unknown("opsi", (*keys, "dipakai"), pilihan.dipakai, pilihan.opsi)
        perlu = next((kind for name in pilihan.opsi.values() if (kind := _kind(rules, name))), None)
        for opsi, name in pilihan.opsi.items():
            at_option = (*keys, "opsi", opsi)
            ada = _kind(rules, name)
            if ada and ada != perlu:
                yield subject.source.problem("aturan-opsi-campur", at_option, nilai=opsi, ada=ada, perlu=perlu)


def _indicator(subject: Subject, keys: Keys, indikator: Indikator) -> Iterator[Problem]:
    yield from _formula(subject, keys, indikator)
    for name, rujukan, kind in (
        ("pembilang", indikator.pembilang, "ukuran"),
        ("penyebut", indikator.penyebut, "ukuran"),
        ("menurut", indikator.menurut, "indikator"),
    ):
        if rujukan is not None:
            yield from _reference(subject, (*keys, name), rujukan, kind)
    yield from _same_unit(subject, keys, indikator)


def _settled(subject: Subject, keys: Keys, band: Band) -> Iterator[Problem]:
    """What settles a band is an indicator that has bands itself, none of which needs settling again."""
    rules, name = subject.rulebook, band.ditegaskan_oleh
    if name is None or name not in rules.indikator:
        return
    pita = rules.pita.get(rules.indikator[name].pita or "")
    if rules.indikator[name].pita is None:
        yield subject.source.problem("aturan-indikator-tanpa-pita", keys, nilai=name)
    elif pita is not None and any(one.ditegaskan_oleh for one in pita.batas):
        yield subject.source.problem("aturan-penegasan-bertingkat", keys, nilai=name, pita=band.id)


def _formula(subject: Subject, keys: Keys, indikator: Indikator) -> Iterator[Problem]:
    ratio = (indikator.pembilang, indikator.penyebut)
    if indikator.menurut is None:
        if None in ratio:
            yield subject.source.problem("aturan-indikator-tanpa-rumus", keys, key=True, nilai=indikator.id)
    elif ratio != (None, None) or indikator.dibagi_target is not None:
        yield subject.source.problem("aturan-indikator-dua-rumus", (*keys, "menurut"), key=True, nilai=indikator.id)


def _reference(subject: Subject, keys: Keys, rujukan: Rujukan, perlu: str) -> Iterator[Problem]:
    rules = subject.rulebook
    if rujukan.pilihan is not None:
        at_choice = (*keys, "pilihan")
        yield from _wrong_kind(subject, at_choice, rujukan.pilihan, rules.ways(rujukan), perlu)
    elif rujukan.langsung is not None:
        yield from _wrong_kind(subject, keys, rujukan.langsung, (rujukan.langsung,), perlu)


def _wrong_kind(subject: Subject, keys: Keys, name: str, targets: tuple[str, ...], perlu: str) -> Iterator[Problem]:
    kinds = {kind for target in targets if (kind := _kind(subject.rulebook, target))}
    for ada in sorted(kinds - {perlu}):
        yield subject.source.problem("aturan-rujukan-salah-jenis", keys, nilai=name, ada=ada, perlu=perlu)


def _same_unit(subject: Subject, keys: Keys, indikator: Indikator) -> Iterator[Problem]:
    """Rupiah over rupiah, or rows over rows."""
    rules = subject.rulebook
    above = [name for name in rules.ways(indikator.pembilang) if name in rules.ukuran]
    below = [name for name in rules.ways(indikator.penyebut) if name in rules.ukuran]
    for pembilang in above:
        for penyebut in below:
            ada, perlu = _unit(rules, pembilang), _unit(rules, penyebut)
            if ada != perlu:
                yield subject.source.problem(
                    "aturan-satuan-campur", (*keys, "pembilang"), nilai=pembilang, lain=penyebut, ada=ada, perlu=perlu
                )


def _unit(rules: Rulebook, ukuran: str) -> str:
    return {"jumlah": "banyaknya baris"}.get(rules.ukuran[ukuran].satuan, "rupiah")


def _circles(subject: Subject) -> Iterator[Problem]:
    """Indicators that lead back to themselves through `menurut`, each circle once."""
    edges = {key: subject.rulebook.ways(item.menurut) for key, item in subject.rulebook.indikator.items()}
    for circle in circles(edges):
        keys: Keys = ("indikator", circle[0], "menurut")
        yield subject.source.problem("aturan-indikator-melingkar", keys, nilai=circle[0], jalan=" → ".join(circle))
