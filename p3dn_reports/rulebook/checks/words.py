"""Words a column is held against: each must be one that the column's own list knows, or no row is ever it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys, suggestion
from p3dn_reports.rules import Jenis, Kondisi, Nama, Operasi, Rumus, Urutan, conditions_of
from p3dn_reports.tables import Column

Held = tuple[str, str, str]
"""A list and the column, by its table and name, whose values are held against it."""


def check_words(subject: Subject) -> Iterator[Problem]:
    """The codes of every list that is held against columns whose values are known."""
    columns: dict[str, list[Column]] = {}
    for daftar, tabel, kolom in dict.fromkeys(_held(subject)):
        column = _column(subject, tabel, kolom)
        if daftar in subject.rulebook.daftar and column is not None:
            columns.setdefault(daftar, []).append(column)
    for daftar, against in columns.items():
        if all(_known(column) for column in against):
            yield from _strange_codes(subject, daftar, against)


def strange_words(subject: Subject, keys: Keys, tabel: str, kolom: str, words: Iterable[str]) -> Iterator[Problem]:
    """Words written in a condition that the column it is on does not know, or can never hold."""
    column = _column(subject, tabel, kolom)
    known = _known(column) if column else ()
    for index, word in enumerate(words):
        if column and known and not _is_among(word, known):
            kode = "aturan-kata-tidak-mungkin" if column.choices else "aturan-kata-tidak-dikenal"
            dugaan = _suggested(word, [column])
            yield subject.source.problem(kode, (*keys, index), nilai=word, kolom_nama=kolom, dugaan=dugaan)


def _strange_codes(subject: Subject, daftar: str, against: list[Column]) -> Iterator[Problem]:
    """Codes that none of the columns knows, each once: versions may share their content."""
    known = tuple(dict.fromkeys(word for column in against for word in _known(column)))
    names = ", ".join(dict.fromkeys(column.name for column in against))
    told: set[str] = set()
    for index, dated in enumerate(subject.rulebook.daftar[daftar].nilai):
        for number, item in enumerate(dated.nilai):
            if not _is_among(item.kode, known) and item.kode not in told:
                told.add(item.kode)
                keys: Keys = ("daftar", daftar, "nilai", index, "isi", number, "kode")
                dugaan, kode = _suggested(item.kode, against), "aturan-kata-tidak-dikenal"
                yield subject.source.problem(kode, keys, nilai=item.kode, kolom_nama=names, dugaan=dugaan)


def _held(subject: Subject) -> Iterator[Held]:
    rules = subject.rulebook
    for syarat in rules.syarat.values():
        yield from ((term.daftar, syarat.tabel, term.kolom) for term in syarat.semua if term.daftar is not None)
    for rincian in rules.rincian.values():
        yield from [(rincian.daftar, rincian.tabel, rincian.menurut)] if rincian.daftar is not None else ()
    for one in rules.hitungan.values():
        yield from _of_conditions(one.tabel, _conditions_in(one.nilai))
    for putusan in rules.putusan.values():
        yield from _of_conditions(putusan.tabel, conditions_of(putusan))


def _of_conditions(tabel: str, bila: Iterable[Kondisi]) -> Iterator[Held]:
    for one in bila:
        if one.daftar is not None and isinstance(one.nilai, Nama) and one.nilai.jenis is Jenis.KOLOM:
            yield one.daftar, tabel, one.nilai.id


def _conditions_in(rumus: Rumus) -> Iterator[Kondisi]:
    if isinstance(rumus, Operasi | Urutan):
        yield from rumus.bila
    for part in rumus.isi if isinstance(rumus, Operasi) else ():
        yield from _conditions_in(part)


def _column(subject: Subject, tabel: str, kolom: str) -> Column | None:
    schema = subject.schemas.get(tabel)
    return schema.column(kolom) if schema else None


def _known(column: Column) -> tuple[str, ...]:
    return column.choices or column.known_values


def _suggested(word: str, columns: list[Column]) -> str:
    """The value that the word is read as where some column lists it as a spelling, else the nearest."""
    spelled = {text.casefold(): value for column in columns for value, text in column.spellings}
    if word.casefold() in spelled:
        return f"Pada masukan, itu dibaca sebagai {spelled[word.casefold()]}."
    return suggestion(word, [known for column in columns for known in _known(column)])


def _is_among(word: str, known: Iterable[str]) -> bool:
    return word.strip().casefold() in {one.casefold() for one in known}
