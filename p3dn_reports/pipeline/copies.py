"""What a build is handed on as: its documents in PDF, and the whole of it in one file."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from pathlib import Path, PurePosixPath

from p3dn_reports import pdf
from p3dn_reports.outputs.archive import archive
from p3dn_reports.outputs.derived import Derived, documents_of, find_set, publish_set
from p3dn_reports.outputs.verify import verify
from p3dn_reports.pipeline.records import BuildResult, PdfResult, Progress
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.workspace import Workspace

FORMS = {"pdf": "PDF", "pdf-a": "PDF/A-2b"}
"""The folder of each form of PDF in a build."""


def with_copies(
    workspace: Workspace, result: BuildResult, *, form: str | None, zipped: bool, progress: Progress | None = None
) -> BuildResult:
    """The result of a build with the copies asked for: `form`, one of FORMS, and a zip beside the folder.

    Copies that stand are not made again. Nothing is done where nothing was built. What LibreOffice cannot do is told in
    `pdf.problems`; raises ProblemsError where the disk refuses or another run is at work.
    """
    folder = result.folder
    if folder is None:
        return result
    made = _with_pdf(workspace.outputs, folder, form, progress) if form and documents_of(folder) else None
    return replace(result, pdf=made, arsip=archive(workspace.outputs, folder) if zipped else None)


def _with_pdf(root: Path, folder: Path, form: str, progress: Progress | None) -> PdfResult:
    standing = find_set(folder, FORMS[form])
    if standing is not None:
        return PdfResult(standing, baru=False, problems=())
    program = pdf.find_program()
    if program is None:
        return PdfResult(None, baru=True, problems=(problem("pdf-tanpa-libreoffice"),))
    altered = _altered(folder)
    if altered:
        return PdfResult(None, baru=True, problems=altered)
    problems: list[Problem] = []
    files = _converted(program, folder, form, problems, progress)
    with closing(files):
        made = publish_set(root, folder, form, FORMS[form], files)
    return PdfResult(made, baru=True, problems=tuple(dict.fromkeys(problems)))


def _altered(folder: Path) -> tuple[Problem, ...]:
    """The documents that are not what the manifest says: no PDF may be given out as made from the others."""
    names = documents_of(folder)
    return tuple(found for found in verify(folder) if found.lokasi.berkas in names)


def _converted(
    program: Path, folder: Path, form: str, problems: list[Problem], progress: Progress | None
) -> Generator[Derived]:
    """Every document of the build as PDF; what goes wrong is added to `problems`, under the document's name here."""
    names = documents_of(folder)
    paths = {folder / name: name for name in names}
    for number, item in enumerate(pdf.convert(program, list(paths), pdf_a=form == "pdf-a"), 1):
        name = paths[item.path]
        target = str(PurePosixPath(name).with_suffix(".pdf"))
        if item.problem is not None:
            own = item.problem.lokasi.berkas == item.path.name
            problems.append(item.problem.at(Location(berkas=name)) if own else item.problem)
        if progress:
            progress(number, len(names), target)
        yield Derived(target, name, item.content)
