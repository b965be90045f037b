"""Rankings name what is there: rows, columns, the number to list, the table in which they are watched."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.figures import parameter_of
from p3dn_reports.rulebook.checks.rows import filtered
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import Pemantauan, Peringkat
from p3dn_reports.tables import Kind


def check_rankings(subject: Subject) -> Iterator[Problem]:
    """Every ranking."""
    for key, peringkat in subject.rulebook.peringkat.items():
        keys: Keys = ("peringkat", key)
        yield from filtered(subject, keys, peringkat.tabel, peringkat.memenuhi)
        yield from subject.wrong_column((*keys, "menurut"), peringkat.tabel, peringkat.menurut, Kind.RUPIAH)
        yield from parameter_of(subject, (*keys, "banyak"), peringkat.banyak, "jumlah")
        for index, kolom in enumerate(peringkat.tampilkan):
            yield from subject.wrong_column((*keys, "tampilkan", index), peringkat.tabel, kolom)
        yield from subject.unknown("tafsir", (*keys, "tafsir"), peringkat.tafsir, subject.rulebook.tafsir)
        if peringkat.pemantauan is not None:
            yield from _watched(subject, (*keys, "pemantauan"), peringkat, peringkat.pemantauan)


def _watched(subject: Subject, keys: Keys, peringkat: Peringkat, pemantauan: Pemantauan) -> Iterator[Problem]:
    """The table knows units, and the key stands in both tables."""
    at_table = (*keys, "tabel")
    yield from subject.unknown_table(at_table, pemantauan.tabel)
    schema = subject.schemas.get(pemantauan.tabel)
    if schema is not None and schema.unit_column is None:
        yield subject.source.problem("aturan-tabel-tanpa-unit", at_table, nilai=pemantauan.tabel)
    for tabel in (peringkat.tabel, pemantauan.tabel):
        yield from subject.wrong_column((*keys, "kunci"), tabel, pemantauan.kunci, Kind.KODE, Kind.TEKS)
    for index, kolom in enumerate(pemantauan.kolom):
        yield from subject.wrong_column((*keys, "kolom", index), pemantauan.tabel, kolom)
