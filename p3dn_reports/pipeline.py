"""The public Python API: check, evaluate, explain, build. It composes the rooms' steps and holds no rule of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, Self

from p3dn_reports import documents, evaluation, inputs, outputs, rulebook
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.evaluation import Assessment, Explanation, Organisasi
from p3dn_reports.problems import Location, Problem, has_errors, problem
from p3dn_reports.rules import Rulebook, Scope
from p3dn_reports.tables import Meta, Tables, TableSchema
from p3dn_reports.workspace import Workspace

Progress = Callable[[int, int, str], None]
"""Called with (done, total, what is being done now)."""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document of a build. `status` is lengkap, konsep or ditahan; `kurang` the wanting places printed in it."""

    id: str
    judul: str
    unit: str | None
    nama_unit: str | None
    berkas: str
    status: str
    sebab: tuple[str, ...]
    kurang: tuple[str, ...]
    dasar: tuple[str, ...]
    jatuh_tempo: date | None

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Self:
        """The record that `as_json` wrote."""
        jatuh_tempo = row["jatuh_tempo"]
        return cls(
            id=row["id"],
            judul=row["judul"],
            unit=row["unit"],
            nama_unit=row["nama_unit"],
            berkas=row["berkas"],
            status=row["status"],
            sebab=tuple(row["sebab"]),
            kurang=tuple(row["kurang"]),
            dasar=tuple(row["dasar"]),
            jatuh_tempo=date.fromisoformat(jatuh_tempo) if jatuh_tempo else None,
        )

    def as_json(self) -> dict[str, object]:
        """The form of `hasil.json` and the manifest."""
        return {
            "id": self.id,
            "judul": self.judul,
            "unit": self.unit,
            "nama_unit": self.nama_unit,
            "berkas": self.berkas,
            "status": self.status,
            "sebab": list(self.sebab),
            "kurang": list(self.kurang),
            "dasar": list(self.dasar),
            "jatuh_tempo": self.jatuh_tempo.isoformat() if self.jatuh_tempo else None,
        }


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found. `ringkasan` counts the rows read per table."""

    problems: tuple[Problem, ...]
    rulebook: Path
    inputs: Path
    ringkasan: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class EvaluateResult:
    """The assessment, None where nothing can be assessed, and the content of hasil.json."""

    assessment: Assessment | None
    problems: tuple[Problem, ...]
    hasil: dict[str, object]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The folder built (None: nothing could be). `baru` is false where an unchanged build was found and kept."""

    folder: Path | None
    baru: bool
    dokumen: tuple[DocumentRecord, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Quarter:
    """One inputs folder read and put beside its rules: all that the commands below look at."""

    tables: Tables
    meta: Meta
    scope: Scope
    organisasi: Organisasi
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Assessed:
    """A quarter assessed: every problem found on the way, and the documents due or withheld because of them."""

    assessment: Assessment
    problems: tuple[Problem, ...]
    planned: tuple[documents.Planned, ...]


def check(workspace: Workspace, masukan: Path) -> CheckResult:
    """Read rulebook, inputs and templates, assess, and report every problem at once. Writes nothing."""
    schemas = inputs.load_schemas(workspace.schemas)
    rules, problems = _load_rules(workspace, schemas)
    problems += documents.check_templates(workspace.templates, rules) if rules else ()
    with inputs.read_inputs(masukan, schemas) as read:
        problems += read.problems
        if rules and read.meta:
            problems = _distinct((*problems, *_assess(_quarter(rules, read)).problems))
        rows = {name: len(read.tables.rows(name)) for name in sorted(read.tables.present)}
        return CheckResult(problems, workspace.rules, masukan, rows)


def evaluate(workspace: Workspace, masukan: Path) -> EvaluateResult:
    """Assess one inputs folder: results alone, no documents. Raises ProblemsError where the rulebook is at fault."""
    with open_quarter(workspace, masukan) as quarter:
        assessed = _assess(quarter)
        records = [_record(planned, str(planned.status), ()).as_json() for planned in assessed.planned]
        hasil = outputs.hasil_json(assessed.assessment, records, assessed.problems)
        return EvaluateResult(assessed.assessment, assessed.problems, hasil)


def explain(workspace: Workspace, masukan: Path, unit: str, indikator: str) -> Explanation:
    """The whole way of one number. Raises UsageError for an unknown unit or indicator."""
    with open_quarter(workspace, masukan) as quarter:
        return evaluation.explain(quarter.tables, quarter.scope, quarter.organisasi, unit, indikator)


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
    and reports, and writes nothing. Raises ProblemsError where the rulebook, a template or `meta` is at fault.
    """
    digests = workspace.digests(inputs.input_files(masukan))
    if only or unit:
        digests["pilihan"] = " ".join([*sorted(only), *sorted(unit)])
    digest = outputs.digest_of(digests)
    standing = outputs.find_build(workspace.outputs, digest)
    if standing is not None and not dry_run:
        outputs.mark_newest(standing)
        return _standing_result(standing)
    with open_quarter(workspace, masukan) as quarter:
        return _build(workspace, quarter, only, unit, digests, digest, dry_run=dry_run, progress=progress)


@contextmanager
def open_quarter(workspace: Workspace, masukan: Path) -> Iterator[Quarter]:
    """Read and check everything one evaluation needs; the tables are closed at the end.

    Raises ProblemsError, with every problem found so far, where there is no rulebook, no `meta` or no region for it.
    """
    schemas = inputs.load_schemas(workspace.schemas)
    rules, rule_problems = _load_rules(workspace, schemas)
    if rules is None:
        raise ProblemsError(rule_problems)
    with inputs.read_inputs(masukan, schemas) as read:
        if read.meta is None:
            raise ProblemsError((*rule_problems, *read.problems))
        quarter = _quarter(rules, read)
        yield quarter


def _load_rules(
    workspace: Workspace, schemas: Mapping[str, TableSchema]
) -> tuple[Rulebook | None, tuple[Problem, ...]]:
    return rulebook.load(workspace.rules, schemas, workspace.schemas / "rules.schema.json", workspace.templates)


def _quarter(rules: Rulebook, read: inputs.Inputs) -> Quarter:
    assert read.meta is not None  # noqa: S101 - both callers have looked
    daerah = rules.daerah_of(read.meta.kd_klpd)
    if daerah is None:
        known = ", ".join(f"{profile.kd_klpd} ({profile.id})" for profile in rules.daerah.values())
        unknown = problem("daerah-tidak-dikenal", Location(), nilai=read.meta.kd_klpd, diharapkan=known, tabel="meta")
        raise ProblemsError((*read.problems, unknown))
    scope = rules.scope(daerah, read.meta.periode, read.meta.tanggal_cutoff)
    organisasi, unit_problems = evaluation.organisation(read.tables, scope)
    problems = (*read.problems, *unit_problems, *documents.missing_data(scope, read.tables))
    return Quarter(read.tables, read.meta, scope, organisasi, problems)


def _assess(quarter: Quarter) -> Assessed:
    """Assess, then plan. Figures keep out units at fault on input; documents also heed what the assessment found."""
    held = evaluation.withholding(quarter.problems, quarter.organisasi).units(evaluation.figure_tables(quarter.scope))
    assessment = evaluation.evaluate(quarter.tables, quarter.scope, quarter.organisasi, held)
    problems = _distinct((*quarter.problems, *assessment.problems))
    withheld = evaluation.withholding(problems, quarter.organisasi)
    planner = documents.Planner(assessment, quarter.scope, quarter.tables, withheld)
    return Assessed(assessment, problems, tuple(planner.plan()))


def _distinct(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(problems))


def _record(planned: documents.Planned, status: str, wanting: tuple[str, ...]) -> DocumentRecord:
    unit = planned.unit.unit if planned.unit else None
    return DocumentRecord(
        id=planned.dokumen.id,
        judul=planned.dokumen.judul,
        unit=unit.kode_satker if unit else None,
        nama_unit=unit.nama if unit else None,
        berkas=outputs.safe_path(planned.berkas),
        status=status,
        sebab=planned.ditahan or planned.konsep,
        kurang=wanting,
        dasar=tuple(str(citation) for citation in planned.dasar),
        jatuh_tempo=planned.jatuh_tempo,
    )


def _produced_record(item: documents.Produced) -> DocumentRecord:
    record = _record(item.planned, str(item.status), item.wanting)
    return replace(record, sebab=(*record.sebab, *(found.pesan for found in item.problems)))


def _build(
    workspace: Workspace,
    quarter: Quarter,
    only: frozenset[str],
    unit: frozenset[str],
    digests: Mapping[str, str],
    digest: str,
    *,
    dry_run: bool,
    progress: Progress | None,
) -> BuildResult:
    assessed = _assess(quarter)
    chosen = _selected(assessed.planned, only, unit)
    letters = documents.letter_standing(assessed.planned)
    material = documents.Material(
        assessed.assessment, quarter.scope, quarter.tables, quarter.meta, assessed.problems, _trail(digests, digest)
    )
    produced = []
    for number, document in enumerate(documents.produce(material, chosen, letters, workspace.templates), 1):
        produced.append(document)
        if progress:
            progress(number, len(chosen), document.planned.berkas)
    records = tuple(_produced_record(item) for item in produced)
    problems = (*assessed.problems, *(found for item in produced for found in item.problems))
    if dry_run:
        return BuildResult(None, baru=True, dokumen=records, problems=problems)
    files = [
        (record.berkas, item.content)
        for record, item in zip(records, produced, strict=True)
        if item.content is not None
    ]
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
    reports = outputs.report_files(assessed.assessment, rows, assessed.problems)
    manifest = outputs.manifest(place, digests, version("p3dn-reports"), rows, assessed.problems)
    return outputs.publish(workspace.outputs, place, [*files, *reports], manifest)


def _standing_result(folder: Path) -> BuildResult:
    rows, problems = outputs.read_build(folder)
    records = tuple(DocumentRecord.from_json(row) for row in rows)
    return BuildResult(folder, baru=False, dokumen=records, problems=tuple(problems))


def _trail(digests: Mapping[str, str], digest: str) -> dict[str, str]:
    """The short digests a report prints in its footer."""
    short = {"digest": digest[:12], "versi": version("p3dn-reports")}
    for group in ("masukan", "aturan", "templat"):
        parts = {name: value for name, value in digests.items() if name.startswith(f"{group}/")}
        short[group] = outputs.digest_of(parts)[:12]
    return short


__all__ = [
    "BuildResult",
    "CheckResult",
    "DocumentRecord",
    "EvaluateResult",
    "build",
    "check",
    "evaluate",
    "explain",
    "has_errors",
    "open_quarter",
]
