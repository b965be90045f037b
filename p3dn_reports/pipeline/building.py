"""A build: the one that stands for the same inputs, rules, templates and engine, else a new folder."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.outputs.manifest import digest_of
from p3dn_reports.outputs.publish import find_build, mark_newest
from p3dn_reports.outputs.standing import read_build
from p3dn_reports.pipeline.digests import digests_of
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
) -> BuildResult:
    """Build everything that is due, or what `only` (document ids) and `unit` (codes) select, into one new folder.

    Same inputs, rules, templates and engine: the build that stands is returned, nothing is written. `dry_run` renders
    and reports, and writes nothing. Raises ProblemsError where the rulebook, a template or `meta` is at fault, and
    where anything the build rests on was saved anew while it was being made.
    """
    digests = digests_of(workspace, masukan, only, unit)
    digest = digest_of(digests)
    standing = find_build(workspace.outputs, digest)
    if standing is not None and not dry_run:
        mark_newest(standing)
        return _standing_result(standing)
    # A build that stands needs no database and no template: what makes one is imported here, and only here.
    from p3dn_reports.pipeline.making import make  # noqa: PLC0415
    from p3dn_reports.pipeline.quarter import open_quarter  # noqa: PLC0415

    with open_quarter(workspace, masukan) as quarter:
        return make(
            workspace, quarter, only, unit, digests, digest, masukan=masukan, dry_run=dry_run, progress=progress
        )


def _standing_result(folder: Path) -> BuildResult:
    rows, problems = read_build(folder)
    records = tuple(DocumentRecord.from_json(row) for row in rows)
    return BuildResult(folder, baru=False, dokumen=records, problems=tuple(problems))
