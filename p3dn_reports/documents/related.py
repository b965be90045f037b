"""Rows of other tables that a document of a row prints beside it: the account a fine is paid to."""

from __future__ import annotations

from dataclasses import dataclass

from p3dn_reports.documents.at import At
from p3dn_reports.documents.material import Row


@dataclass(frozen=True, slots=True)
class Related:
    """The row, empty where there is none; `kunci` tells which one it is or would be."""

    row: Row
    kunci: dict[str, str]


def related(at: At, name: str) -> Related | None:
    """The row that the document calls `name`; None where it names none so."""
    named = at.planned.dokumen.terkait.get(name)
    if named is None:
        return None
    value = at.row[named.menurut] if named.menurut in at.row else at.choice(named.menurut)
    row = next(at.material.tables.iter_rows(named.tabel, {named.kolom: value}), {}) if value is not None else {}
    return Related(row, {named.kolom: str(value or "")})
