"""Rankings are watched where units are known."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys


def check_rankings(subject: Subject) -> Iterator[Problem]:
    """The table in which a ranking is watched knows units."""
    for key, peringkat in subject.rulebook.peringkat.items():
        watched = peringkat.pemantauan
        schema = subject.schemas.get(watched.tabel) if watched else None
        if watched and schema is not None and schema.unit_column is None:
            keys = ("peringkat", key, "pemantauan", "tabel")
            yield subject.source.problem("aturan-tabel-tanpa-unit", keys, nilai=watched.tabel)
        if watched and schema is not None:
            words = {word for column in schema.columns if column.name in watched.kolom for word in column.choices}
            at_words: Keys = ("peringkat", key, "pemantauan", "dijelaskan")
            yield from subject.unknown_words("pilihan kolom pemantauan", at_words, watched.dijelaskan, words)
