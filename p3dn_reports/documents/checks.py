"""What can be said of documents before any is rendered: templates at fault, tables not handed in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from p3dn_reports.documents.template import check_template
from p3dn_reports.evaluation.withholding import required_tables
from p3dn_reports.problems import Problem, problem
from p3dn_reports.rules import Dokumen, Rulebook, Scope
from p3dn_reports.tables import Tables


def check_templates(templates: Path, rulebook: Rulebook) -> tuple[Problem, ...]:
    """The problems of every template a document names and that exists (a missing one is the rulebook's problem)."""
    names = sorted({dokumen.templat for dokumen in rulebook.dokumen.values()})
    return tuple(found for name in names if (templates / name).is_file() for found in check_template(templates / name))


def missing_tables(scope: Scope, tables: Tables) -> tuple[Problem, ...]:
    """A fault for every table that a document due here rests on and that no file holds."""
    wanted = dict.fromkeys(
        table for dokumen in _due(scope) for table in sorted(_required(scope, dokumen)) if table not in tables.present
    )
    return tuple(
        problem("tabel-tidak-ada", tabel=table, semua_unit=True, judul=tables.schemas[table].title) for table in wanted
    )


def _due(scope: Scope) -> Iterator[Dokumen]:
    kind = "triwulan" if scope.periode.triwulan else "tahun"
    for dokumen in scope.rulebook.dokumen.values():
        if dokumen.periode == kind and scope.citations(dokumen.dasar):
            yield dokumen


def _required(scope: Scope, dokumen: Dokumen) -> set[str]:
    tables: set[str] = set()
    for indikator in (*dokumen.bila_status, *dokumen.indikator):
        tables |= required_tables(scope, indikator)
    for group in dokumen.penghargaan:
        tables |= {"peserta_penghargaan", scope.rulebook.penghargaan[group].tabel_nilai}
    return tables
