"""What only a document of a row may say: its columns, figures of it, rows beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import Dokumen
from p3dn_reports.tables import Kind

_ROWS_ALONE = ("terkait", "bernomor", "perlu", "kolom_lengkap", "bukan_penanda_tangan")


def check_row_document(subject: Subject, keys: Keys, dokumen: Dokumen, tables: Sequence[str]) -> Iterator[Problem]:
    """Faults of what a document says of its row; `tables` are those its rows are of."""
    if not tables:
        for name in _ROWS_ALONE:
            if getattr(dokumen, name):
                yield subject.source.problem("aturan-hanya-untuk-baris", (*keys, name), key=True, nilai=name)
        return
    yield from _related(subject, keys, dokumen, tables)
    for tabel in tables:
        yield from _columns(subject, keys, dokumen, tabel)


def _columns(subject: Subject, keys: Keys, dokumen: Dokumen, tabel: str) -> Iterator[Problem]:
    for index, kolom in enumerate(dokumen.kolom_lengkap):
        yield from subject.wrong_column((*keys, "kolom_lengkap", index), tabel, kolom)
    for name, kolom in dokumen.bukan_penanda_tangan.items():
        yield from subject.wrong_column((*keys, "bukan_penanda_tangan", name), tabel, kolom)
    if dokumen.bernomor is not None:
        here: Keys = (*keys, "bernomor")
        yield from subject.wrong_column((*here, "nomor"), tabel, dokumen.bernomor.nomor, Kind.TEKS, Kind.KODE)
        yield from subject.wrong_column((*here, "tanggal"), tabel, dokumen.bernomor.tanggal, Kind.TANGGAL)


def _related(subject: Subject, keys: Keys, dokumen: Dokumen, tables: Sequence[str]) -> Iterator[Problem]:
    for name, one in dokumen.terkait.items():
        here: Keys = (*keys, "terkait", name)
        columns = (kolom for tabel in tables if tabel in subject.schemas for kolom in subject.columns(tabel))
        known = dict.fromkeys([*columns, *subject.rulebook.putusan])
        yield from subject.unknown("kolom atau putusan", (*here, "menurut"), one.menurut, known)
