"""The closed lists: codes well formed, once each, none inside another; and lists of sentences that a comma cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import ListItem
from p3dn_reports.vocabulary import POLA_KODE_REKENING, is_turunan

_SENTENCES = ("tindakan", "pilihan_lain", "tembusan")


def check_lists(subject: Subject) -> Iterator[Problem]:
    """Each dated content of each list, on its own; then the lists of sentences."""
    yield from _cut(subject, subject.source.data, ())
    for key, daftar in subject.rulebook.daftar.items():
        for index, dated in enumerate(daftar.nilai):
            keys: Keys = ("daftar", key, "nilai", index, "isi")
            yield from _twice(subject, keys, dated.nilai)
            if daftar.hierarki:
                yield from _hierarchy(subject, keys, dated.nilai)


def _cut(subject: Subject, node: Any, keys: Keys) -> Iterator[Problem]:
    """Items of a list of sentences that begin small: a comma without quotation marks has parted one sentence."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _cut(subject, value, (*keys, key))
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from _cut(subject, item, (*keys, index))
            if isinstance(item, str) and index and keys[-1] in _SENTENCES and item.lstrip()[:1].islower():
                yield subject.source.problem("aturan-kalimat-terpotong", (*keys, index), nilai=item)


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
