"""Every name in the rulebook leads somewhere, to what fits where it stands: by the marks of the records."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys, suggestion
from p3dn_reports.rules.marks import IN_FORMULA, IN_TEXT, Ke, Kolom
from p3dn_reports.rules.references import Reference, targets


def check_references(subject: Subject) -> Iterator[Problem]:
    """Unknown names, parameters of another unit, conditions on another table, columns of another kind."""
    for one in subject.references:
        if isinstance(one.ke, Kolom):
            if one.ke != IN_FORMULA:
                yield from subject.wrong_column(one.keys, one.tabel, one.id, *one.ke.jenis)
        elif one.ke != IN_TEXT:
            yield from _named(subject, one, one.ke)


def unknown_source(subject: Subject, keys: Keys, sumber: str, *, key: bool = False) -> Iterator[Problem]:
    """A problem where `sumber` at `keys` (or at the key itself) is not in the law register."""
    known = subject.rulebook.sumber_hukum
    if sumber not in known:
        dugaan = suggestion(sumber, known)
        yield subject.source.problem("aturan-sumber-tidak-ada", keys, key=key, nilai=sumber, dugaan=dugaan)


def _named(subject: Subject, one: Reference, mark: Ke) -> Iterator[Problem]:
    if mark.bagian == ("tabel",):
        yield from subject.unknown_table(one.keys, one.id)
    elif mark.bagian == ("sumber_hukum",):
        yield from unknown_source(subject, one.keys, one.id)
    elif not targets(subject.rulebook, one):
        yield from subject.unknown(mark.sebutan, one.keys, one.id, _known(subject, mark))
    elif mark.satuan is not None:
        yield from _unit(subject, one, mark.satuan)
    elif mark.bagian == ("syarat",) and one.tabel:
        yield from on_table(subject, one.keys, one.tabel, one.id)


def _known(subject: Subject, mark: Ke) -> Iterator[str]:
    rules = subject.rulebook
    yield from mark.bebas
    for section in mark.bagian:
        yield from getattr(rules, section)
        yield from rules.choices_of(getattr(rules, section)) if mark.pilihan else ()


def _unit(subject: Subject, one: Reference, perlu: str) -> Iterator[Problem]:
    ada = subject.rulebook.parameter[one.id].satuan
    if ada != perlu:
        yield subject.source.problem("aturan-satuan-salah", one.keys, nilai=one.id, ada=ada, perlu=perlu)


def on_table(subject: Subject, keys: Keys, tabel: str, name: str) -> Iterator[Problem]:
    """A condition, or each that an open reading chooses among, is on the rows of that table."""
    rules = subject.rulebook
    for way in rules.conditions((name,)):
        ada = rules.syarat[way].tabel if way in rules.syarat else tabel
        if ada != tabel and ada in subject.schemas:
            yield subject.source.problem("aturan-tabel-berbeda", keys, nilai=way, ada=ada, perlu=tabel)
