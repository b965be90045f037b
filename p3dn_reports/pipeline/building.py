"""Building everything that is due into one new folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from p3dn_reports import documents, inputs, outputs
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.pipeline.quarter import (
    Assessed,
    Quarter,
    assess,
    distinct,
    material_of,
    open_quarter,
    reading_records,
)
from p3dn_reports.pipeline.records import BuildResult, DocumentRecord, Progress, record_of
from p3dn_reports.problems import Location, problem
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
    digests = _digests(workspace, masukan, only, unit)
    digest = outputs.digest_of(digests)
    standing = outputs.find_build(workspace.outputs, digest)
    if standing is not None and not dry_run:
        outputs.mark_newest(standing)
        return _standing_result(standing)
    with open_quarter(workspace, masukan) as quarter:
        return _build(
            workspace, quarter, only, unit, digests, digest, masukan=masukan, dry_run=dry_run, progress=progress
        )


def rendered(
    workspace: Workspace,
    quarter: Quarter,
    assessed: Assessed,
    chosen: Sequence[documents.Planned],
    jejak: Mapping[str, str],
    progress: Progress | None = None,
) -> list[documents.Produced]:
    """The `chosen` documents in their order. Raises ProblemsError where a template does not fit."""
    material = material_of(quarter, assessed, jejak)
    produced = []
    for number, document in enumerate(documents.produce(material, assessed.planned, chosen, workspace.templates), 1):
        produced.append(document)
        if progress:
            progress(number, len(chosen), document.planned.berkas)
    order = {item.berkas: number for number, item in enumerate(chosen)}
    return sorted(produced, key=lambda item: order[item.planned.berkas])


def _digests(workspace: Workspace, masukan: Path, only: frozenset[str], unit: frozenset[str]) -> dict[str, str]:
    """What the build of an inputs folder rests on, with what was asked for."""
    digests = workspace.digests(inputs.input_files(masukan))
    return {**digests, "pilihan": " ".join([*sorted(only), *sorted(unit)])} if only or unit else digests


def _refuse_changed(before: Mapping[str, str], now: Mapping[str, str]) -> None:
    """Raises ProblemsError naming what changed since the digest was taken: it would stand for other bytes than read."""
    changed = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
    if changed:
        raise ProblemsError([problem("bahan-berubah", Location(berkas=name), nilai=name) for name in changed])


def _produced_record(item: documents.Produced) -> DocumentRecord:
    record = record_of(item.planned, str(item.status), item.wanting)
    sebab = (*record.sebab, *(found.pesan for found in item.problems))
    return replace(record, isian=tuple(map(str, item.isian)), sebab=sebab)


def _build(
    workspace: Workspace,
    quarter: Quarter,
    only: frozenset[str],
    unit: frozenset[str],
    digests: Mapping[str, str],
    digest: str,
    *,
    masukan: Path,
    dry_run: bool,
    progress: Progress | None,
) -> BuildResult:
    assessed = assess(quarter)
    chosen = _selected(assessed.planned, only, unit)
    produced = rendered(workspace, quarter, assessed, chosen, trail(digests, digest), progress)
    records = tuple(_produced_record(item) for item in produced)
    problems = distinct((*assessed.problems, *documents.found_in(produced)))
    if dry_run:
        return BuildResult(None, baru=True, dokumen=records, problems=problems)
    files = [
        (record.berkas, item.content)
        for record, item in zip(records, produced, strict=True)
        if item.content is not None
    ]
    _refuse_changed(digests, _digests(workspace, masukan, only, unit))
    folder = _publish(workspace, quarter, replace(assessed, problems=problems), records, files, digests, digest)
    return BuildResult(folder, baru=True, dokumen=records, problems=problems)


def _selected(
    planned: Sequence[documents.Planned], only: frozenset[str], unit: frozenset[str]
) -> list[documents.Planned]:
    """The documents asked for. Raises UsageError where a name fits none."""
    ids = {item.dokumen.id for item in planned}
    codes = {item.unit.unit.kode_satker for item in planned if item.unit}
    for wanted, known, kind in ((only, ids, "dokumen"), (unit, codes, "unit")):
        unknown = sorted(wanted - known)
        if unknown:
            raise UsageError(
                f"Tidak ada {kind} {', '.join(unknown)} yang jatuh tempo di sini. "
                f"Pilihannya: {', '.join(sorted(known)) or 'tidak ada'}."
            )
    return [
        item
        for item in planned
        if (not only or item.dokumen.id in only)
        and (not unit or (item.unit is not None and item.unit.unit.kode_satker in unit))
    ]


def _publish(
    workspace: Workspace,
    quarter: Quarter,
    assessed: Assessed,
    records: tuple[DocumentRecord, ...],
    files: list[tuple[str, bytes]],
    digests: Mapping[str, str],
    digest: str,
) -> Path:
    rows = [record.as_json() for record in records]
    place = outputs.BuildPlace(quarter.scope.daerah.id, str(quarter.scope.periode), quarter.scope.data_per, digest)
    reports = outputs.report_files(assessed.assessment, rows, assessed.problems, reading_records(quarter, assessed))
    manifest = outputs.manifest(place, digests, version("p3dn-reports"), rows, assessed.problems)
    return outputs.publish(workspace.outputs, place, [*files, *reports], manifest)


def _standing_result(folder: Path) -> BuildResult:
    rows, problems = outputs.read_build(folder)
    records = tuple(DocumentRecord.from_json(row) for row in rows)
    return BuildResult(folder, baru=False, dokumen=records, problems=tuple(problems))


def trail(digests: Mapping[str, str], digest: str) -> dict[str, str]:
    """The short digests a report prints in its footer."""
    short = {"digest": digest[:12], "versi": version("p3dn-reports")}
    for group in ("masukan", "aturan", "templat"):
        parts = {name: value for name, value in digests.items() if name.startswith(f"{group}/")}
        short[group] = outputs.digest_of(parts)[:12]
    return short
