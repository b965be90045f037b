"""Workbooks for the agencies: theirs, marked, and ours to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.inputs.folder import read_inputs
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.inputs.workbook.annotate import annotate as mark
from p3dn_reports.inputs.workbook.annotate import as_input
from p3dn_reports.inputs.workbook.fill_in import fill_in, offered
from p3dn_reports.inputs.workbook.html_report import html_report
from p3dn_reports.outputs import disk
from p3dn_reports.pipeline.looking import check
from p3dn_reports.pipeline.quarter import load_rules, manner
from p3dn_reports.pipeline.records import AnnotateResult, Pengembalian
from p3dn_reports.pipeline.returning import told
from p3dn_reports.problems import Problem
from p3dn_reports.workspace import Workspace


def annotate(
    workspace: Workspace, berkas: Path, masukan: Path, folder: Path, name: str, *, html: bool
) -> AnnotateResult:
    """Check `berkas` as a file of the inputs folder `masukan` and mark what is found in it, in `folder`/`name`.xlsx.

    A file of `masukan` with the same name gives way to it. With `html` a report to read stands beside.
    """
    with as_input(berkas, masukan) as checked:
        everything, back = _all_found(workspace, checked)
    problems = tuple(found for found in everything if found.lokasi.berkas == berkas.name)
    lines = told(back, berkas.name)
    disk.make_folder(folder)
    page = folder / f"{name}.html" if html else None
    with disk.explained(folder / name):
        done = mark(berkas, problems, folder, name, lines)
        if page:
            page.write_text(html_report(berkas.name, problems, lines), encoding="utf-8", newline="\n")
    return AnnotateResult(done.path, done.utuh, page, problems, back)


def new_workbook(
    workspace: Workspace, target: Path, tabel: Sequence[str] = (), masukan: Path | None = None
) -> list[str]:
    """Write a workbook to fill in the tables `tabel` (none: all of them); returns their names.

    The codes of `masukan`'s units are offered with their names where a column refers to them, the rulebook's documents
    with their titles. Raises UsageError for an unknown table and for a file that is there already.
    """
    schemas = load_schemas(workspace.schemas)
    unknown = [name for name in tabel if name not in schemas]
    if unknown:
        raise UsageError(f"Tidak ada tabel {', '.join(unknown)}. Pilihannya: {', '.join(schemas)}.")
    chosen = list(dict.fromkeys(tabel)) or list(schemas)
    rules, _ = load_rules(workspace, schemas)
    papers = rules.dokumen.values() if rules else ()
    codes = {("naskah", "dokumen"): [offered(one.id, one.judul) for one in papers]}
    if masukan:
        with read_inputs(masukan, schemas, manner(workspace)) as read:
            rows = read.tables.rows("satker")
            codes["satker", "kode_satker"] = [
                offered(row["kode_satker"], row["nama_satker"]) for row in rows if row["kode_satker"]
            ]
    with disk.explained(target):
        if target.exists():
            raise UsageError(f"{target} sudah ada dan tidak ditimpa; sebutkan nama lain dengan -o.")
        with target.open("xb") as stream:
            fill_in(stream, [schemas[name] for name in chosen], codes)
    return chosen


def _all_found(workspace: Workspace, masukan: Path) -> tuple[tuple[Problem, ...], Pengembalian | None]:
    try:
        found = check(workspace, masukan)
    except ProblemsError as error:
        return error.problems, None
    return found.problems, found.pengembalian
