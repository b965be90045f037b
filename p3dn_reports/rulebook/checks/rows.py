"""Conditions on rows: they say something, fit their columns and lists, and lead in no circle."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.circles import circles
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.checks.words import strange_words
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import Op, Rulebook, Syarat, Term
from p3dn_reports.rules.comparing import OPS


def check_rows(subject: Subject) -> Iterator[Problem]:
    """Derived columns are new, conditions say something and lead in no circle, and terms fit their columns."""
    yield from _derived(subject)
    yield from _conditions(subject)


def _derived(subject: Subject) -> Iterator[Problem]:
    for tabel, kolom in subject.rulebook.kolom_turunan:
        keys: Keys = ("kolom_turunan", tabel, kolom)
        yield from subject.unknown_table(keys[:2], tabel)
        if tabel in subject.schemas and subject.schemas[tabel].column(kolom):
            yield subject.source.problem("aturan-kolom-sudah-ada", keys, key=True, nilai=kolom, tabel_nama=tabel)


def _conditions(subject: Subject) -> Iterator[Problem]:
    for key, syarat in subject.rulebook.syarat.items():
        if not syarat.semua:
            yield subject.source.problem("aturan-syarat-tanpa-isi", ("syarat", key), key=True, nilai=key)
        for index, term in enumerate(syarat.semua):
            if term.op is not Op.KECUALI:
                yield from _term(subject, ("syarat", key, "semua", index), syarat.tabel, term)
    for circle in circles({key: _asked_by(subject.rulebook, one) for key, one in subject.rulebook.syarat.items()}):
        keys: Keys = ("syarat", circle[0])
        yield subject.source.problem("aturan-syarat-melingkar", keys, nilai=circle[0], jalan=" → ".join(circle))


def _asked_by(rules: Rulebook, syarat: Syarat) -> tuple[str, ...]:
    """The conditions that a condition asks other rows, or refuses its own by."""
    names = [name for term in syarat.semua for name in (*term.syarat, *(term.pada.yang if term.pada else ()))]
    return rules.conditions(names)


def _term(subject: Subject, keys: Keys, tabel: str, term: Term) -> Iterator[Problem]:
    yield from subject.wrong_column((*keys, "kolom"), tabel, term.kolom, *OPS[term.op].kinds)
    at_op = (*keys, str(term.op))
    daftar = subject.rulebook.daftar.get(term.daftar or "")
    if daftar and term.op is Op.TURUNAN_DARI and not daftar.hierarki:
        yield subject.source.problem("aturan-daftar-tanpa-hierarki", at_op, nilai=daftar.id)
    yield from strange_words(subject, at_op, tabel, term.kolom, term.isi)
