"""The findings of one file, back to its sender: in a copy of the file itself, or in a workbook of the faulty rows."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.files.kinds import NOT_YET, is_input
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.files.reader import read_file
from p3dn_reports.inputs.workbook.container import UnpatchableError
from p3dn_reports.inputs.workbook.errors_only import Excerpt, errors_only, excerpt
from p3dn_reports.inputs.workbook.patch import PATCHABLE, patch
from p3dn_reports.inputs.workbook.places import marks_by_sheet
from p3dn_reports.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Annotated:
    """The workbook written. `utuh` is true where it is the sender's own, false where it holds the faulty rows alone."""

    path: Path
    utuh: bool


def annotate(
    source: Path, problems: Sequence[Problem], folder: Path, name: str, lines: Sequence[str] = ()
) -> Annotated:
    """Write the marked copy of `source` as `folder`/`name` with the ending that fits; a file there is replaced.

    `problems` are those of this file, `lines` what its sender is told above them. It appears at one stroke. Raises
    OSError where the folder cannot be written to.
    """
    suffix = source.suffix.casefold()
    if suffix in PATCHABLE and not _refused(problems):
        target = folder / f"{name}{suffix}"
        try:
            with _replaced(target) as temporary, temporary.open("w+b") as stream:
                patch(source, stream, problems, lines)
        except UnpatchableError:
            target.unlink(missing_ok=True)
        else:
            return Annotated(target, utuh=True)
    target = folder / f"{name}.xlsx"
    with _replaced(target) as temporary, temporary.open("w+b") as stream:
        errors_only(stream, source.name, problems, _sheets(source, problems), lines)
    return Annotated(target, utuh=False)


@contextmanager
def as_input(source: Path, folder: Path) -> Iterator[Path]:
    """`folder` with `source` in it: itself where the file lies there, else a copy in the place of its namesake.

    Raises UsageError for a file of a kind that is never read.
    """
    if not is_input(source) or source.suffix.casefold() in NOT_YET:
        raise UsageError(f"{source.name} bukan berkas masukan; yang dibaca buku kerja, CSV, dan JSON.")
    if source.parent.resolve() == folder.resolve():
        yield folder
        return
    with tempfile.TemporaryDirectory(prefix="p3dn-") as temporary:
        for path in filter(is_input, folder.iterdir()):
            shutil.copyfile(path, Path(temporary, path.name))
        shutil.copyfile(source, Path(temporary, source.name))
        yield Path(temporary)


def _refused(problems: Sequence[Problem]) -> bool:
    """Whether the file as a whole was refused: what was not safe to read is not safe to copy."""
    return any(
        one.tingkat is Severity.GALAT and one.lokasi.lembar is None and one.lokasi.sel is None for one in problems
    )


def _sheets(source: Path, problems: Sequence[Problem]) -> Iterator[Excerpt]:
    marks = marks_by_sheet(problems)
    if not marks:
        return
    for item in read_file(source):
        if isinstance(item, RawSheet) and item.lembar in marks:
            yield excerpt(item, marks[item.lembar].rows())


@contextmanager
def _replaced(target: Path) -> Iterator[Path]:
    """A place to write to that becomes `target` when all went well."""
    temporary = target.with_name(f".{target.name}.baru")
    try:
        yield temporary
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
