"""A build: the one that stands for the same inputs, rules, templates and engine, else a new folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from p3dn_reports.outputs.publish import find_build, mark_newest
from p3dn_reports.outputs.standing import read_build
from p3dn_reports.pipeline.digests import MASUKAN, Basis, digests_of, keep_basis, known_basis
from p3dn_reports.pipeline.records import BuildResult, DocumentRecord, Progress
from p3dn_reports.workspace import Workspace


def build(
    workspace: Workspace,
    masukan: Path,
    *,
    only: frozenset[str] = frozenset(),
    unit: frozenset[str] = frozenset(),
    dry_run: bool = False,
    progress: Progress | None = None,
    before_making: Callable[[], object] | None = None,
) -> BuildResult:
    """Build everything that is due, or what `only` (document ids) and `unit` (codes) select, into one new folder.

    Same inputs, rules in force, templates and engine: the build that stands is returned, nothing is written. `dry_run`
    renders and reports, and writes nothing. `before_making` is called once it is clear that something is to be made: to
    take a turn, which a build that stands needs none of. Raises ProblemsError where the rulebook, a template or `meta`
    is at fault, and where anything the build rests on was saved anew while it was being made.
    """
    read = digests_of(workspace, masukan, only, unit)
    if not dry_run and (known := known_basis(workspace, read)) and (standing := _standing(workspace, masukan, known)):
        return standing
    # A build that stands needs no database and no template: what makes one is imported here, and only here.
    from p3dn_reports.pipeline.making import make  # noqa: PLC0415
    from p3dn_reports.pipeline.quarter import open_quarter  # noqa: PLC0415
    from p3dn_reports.rules.in_force import digest_in_force  # noqa: PLC0415

    if progress:
        progress(0, 0, f"Membaca dan memeriksa {sum(name.startswith(MASUKAN) for name in read)} berkas")
    with open_quarter(workspace, masukan) as quarter:
        basis = Basis.of(read, digest_in_force(quarter.scope.rulebook, quarter.scope.daerah, quarter.scope.periode))
        if not dry_run:
            keep_basis(workspace, basis)
            if standing := _standing(workspace, masukan, basis):
                return standing
        if before_making:
            before_making()
        return make(workspace, quarter, only, unit, basis, masukan=masukan, dry_run=dry_run, progress=progress)


def _standing(workspace: Workspace, masukan: Path, basis: Basis) -> BuildResult | None:
    """The build that was made of this, if it stands whole; it is then the newest."""
    folder = find_build(workspace.outputs, workspace.name_of(masukan), basis.digest)
    if folder is None:
        return None
    mark_newest(folder)
    return _standing_result(folder)


def _standing_result(folder: Path) -> BuildResult:
    rows, problems = read_build(folder)
    records = tuple(DocumentRecord.from_json(row) for row in rows)
    return BuildResult(folder, baru=False, dokumen=records, problems=tuple(problems))
