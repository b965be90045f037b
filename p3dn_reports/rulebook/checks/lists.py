"""The closed lists: codes well formed, once each, none inside another."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import ListItem
from p3dn_reports.vocabulary import POLA_KODE_REKENING, is_turunan


def check_lists(subject: Subject) -> Iterator[Problem]:
    """Each dated content of each list, on its own."""
    for key, daftar in subject.rulebook.daftar.items():
        for index, dated in enumerate(daftar.nilai):
            keys: Keys = ("daftar", key, "nilai", index, "isi")
            yield from _twice(subject, keys, dated.nilai)
            if daftar.hierarki:
                yield from _hierarchy(subject, keys, dated.nilai)


def _twice(subject: Subject, keys: Keys, items: tuple[ListItem, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, item in enumerate(items):
        word = item.kode.casefold()
        if word in seen:
            yield subject.source.problem("aturan-kode-ganda", (*keys, index, "kode"), nilai=item.kode)
        seen.add(word)


def _hierarchy(subject: Subject, keys: Keys, items: tuple[ListItem, ...]) -> Iterator[Problem]:
    for index, item in enumerate(items):
        at_code = (*keys, index, "kode")
        if not POLA_KODE_REKENING.fullmatch(item.kode):
            yield subject.source.problem("aturan-kode-rekening-salah", at_code, nilai=item.kode)
        for other in items:
            if other.kode != item.kode and is_turunan(item.kode, other.kode):
                yield subject.source.problem("aturan-kode-bersarang", at_code, nilai=item.kode, induk=other.kode)
