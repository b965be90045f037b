"""Which documents the law asks for here, and which tables they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from p3dn_reports.documents.subjects import subject_tables
from p3dn_reports.evaluation.withholding import required_tables, target_tables
from p3dn_reports.rules import Dokumen, Scope
from p3dn_reports.tables import Tables

_SHARED = frozenset({"meta", "satker", "pejabat", "naskah", "sumber_data"})
"""Tables of no document's own: who there is, and how papers are signed and numbered."""


def indicators(dokumen: Dokumen) -> tuple[str, ...]:
    """The indicators that a document hangs on or prints."""
    return (*dokumen.bila_status, *dokumen.indikator)


def due_documents(scope: Scope) -> Iterator[Dokumen]:
    """The documents asked for here that go out."""
    return (dokumen for dokumen in scope.dokumen if not dokumen.internal)


def required(scope: Scope, dokumen: Dokumen) -> frozenset[str]:
    """The tables without which a document cannot be made."""
    tables = frozenset().union(*(required_tables(scope, indikator) for indikator in indicators(dokumen)))
    tables |= subject_tables(scope, dokumen)
    if dokumen.nominasi:
        tables |= {"peserta_penghargaan"}
    for group in dokumen.penghargaan:
        tables |= {"peserta_penghargaan", scope.rulebook.penghargaan[group].tabel_nilai}
    return tables


def own_tables(scope: Scope, dokumen: Dokumen) -> frozenset[str]:
    """The tables that hold what a document is about."""
    targets = target_tables(scope) if indicators(dokumen) else frozenset()
    return (required(scope, dokumen) | targets | frozenset(dokumen.lengkap_bila)) - _SHARED


def left_out(scope: Scope, tables: Tables, due: Sequence[Dokumen]) -> tuple[Dokumen, ...]:
    """Those of the due documents that nobody wants now, in a folder that is about something else.

    None of the tables that they are made for each of was handed in; or nothing they are about was, nor do they share a
    table with one that is wanted. A folder about nothing at all is one still to be filled.
    """
    subjects = {dokumen.id: subject_tables(scope, dokumen) for dokumen in due}
    absent = [one for one in due if subjects[one.id] and subjects[one.id].isdisjoint(tables.present)]
    if not tables.present - _SHARED:
        return tuple(absent)
    own = {dokumen.id: own_tables(scope, dokumen) for dokumen in due if dokumen not in absent}
    wanted = frozenset().union(*(names for names in own.values() if names & tables.present))
    return tuple(one for one in due if one in absent or (own[one.id] and own[one.id].isdisjoint(wanted)))
