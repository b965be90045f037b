"""One inputs folder put beside its rules, and assessed: what every command starts from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from p3dn_reports import documents, evaluation, inputs, outputs, rulebook
from p3dn_reports.errors import ProblemsError
from p3dn_reports.evaluation import Assessment, Organisasi
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.rules import Rulebook, Scope
from p3dn_reports.tables import Meta, Tables, TableSchema
from p3dn_reports.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Quarter:
    """One inputs folder read and put beside its rules: all that the commands below look at.

    `templates` is the folder of the templates, where documents are to be planned by what theirs print too.
    """

    tables: Tables
    meta: Meta
    scope: Scope
    organisasi: Organisasi
    problems: tuple[Problem, ...]
    templates: Path | None = None


@dataclass(frozen=True, slots=True)
class Assessed:
    """A quarter assessed: its problems, the documents due or withheld because of them, the open readings weighed."""

    assessment: Assessment
    problems: tuple[Problem, ...]
    planned: tuple[documents.Planned, ...]
    penafsiran: tuple[documents.Penafsiran, ...] = ()


def manner(workspace: Workspace) -> inputs.Manner:
    """How a workspace's inputs are read: large files once, then from `.p3dn-cache`, which may always be deleted."""
    return inputs.Manner(cache=workspace.root / ".p3dn-cache")


@contextmanager
def open_quarter(workspace: Workspace, masukan: Path) -> Iterator[Quarter]:
    """Read and check everything one evaluation needs; the tables are closed at the end.

    Raises ProblemsError, with every problem found so far, where there is no rulebook, no `meta` or no region for it.
    """
    schemas = inputs.load_schemas(workspace.schemas)
    rules, rule_problems = load_rules(workspace, schemas)
    if rules is None:
        raise ProblemsError(rule_problems)
    with inputs.read_inputs(masukan, schemas, manner(workspace)) as read:
        if read.meta is None:
            raise ProblemsError((*rule_problems, *read.problems))
        yield quarter_of(rules, read, workspace.templates)


def load_rules(workspace: Workspace, schemas: Mapping[str, TableSchema]) -> tuple[Rulebook | None, tuple[Problem, ...]]:
    """The workspace's rulebook, checked against its tables and templates; None where any problem is a galat."""
    return rulebook.load(workspace.rules, schemas, workspace.schemas / "rules.schema.json", workspace.templates)


def quarter_of(rules: Rulebook, read: inputs.Inputs, templates: Path | None = None) -> Quarter:
    """What was read, beside the rules of its region. Raises ProblemsError where no region has the code of `meta`."""
    assert read.meta is not None  # noqa: S101 - both callers have looked
    daerah = rules.daerah_of(read.meta.kd_klpd)
    if daerah is None:
        known = ", ".join(f"{profile.kd_klpd} ({profile.id})" for profile in rules.daerah.values())
        unknown = problem("daerah-tidak-dikenal", Location(), nilai=read.meta.kd_klpd, diharapkan=known, tabel="meta")
        raise ProblemsError((*read.problems, unknown))
    scope = rules.scope(daerah, read.meta.periode, read.meta.tanggal_cutoff)
    organisasi, unit_problems = evaluation.organisation(read.tables, scope)
    problems = (*read.problems, *unit_problems, *_seen_by_documents(scope, read.tables))
    return Quarter(read.tables.remembering(), read.meta, scope, organisasi, problems, templates)


def assess(quarter: Quarter) -> Assessed:
    """Assess, then plan. Figures keep out units at fault on input; documents also heed what the assessment found."""
    at_input = evaluation.withholding(quarter.problems, quarter.organisasi)
    held = at_input.units(evaluation.figure_tables(quarter.scope))
    faulty = at_input.faulty(evaluation.side_tables(quarter.scope))
    reasons = {name: at_input.all_reasons({name}) for name in evaluation.object_tables(quarter.scope.rulebook)}
    unsure = evaluation.unsure_rows(quarter.tables, quarter.scope, quarter.organisasi)
    nobodys = evaluation.loose_rows(quarter.tables, quarter.scope, quarter.organisasi, at_input)
    loose = evaluation.with_unsure(nobodys, unsure)
    assessment = evaluation.evaluate(quarter.tables, quarter.scope, quarter.organisasi, held, faulty, reasons, loose)
    weighed = evaluation.weighed(quarter.problems, loose, quarter.scope, assessment.unit)
    problems = distinct(
        (*weighed, *evaluation.unsure_statuses(quarter.scope, unsure, assessment.unit), *assessment.problems)
    )
    withheld = evaluation.withholding(problems, quarter.organisasi)
    planner = documents.Planner.over(assessment, quarter.scope, quarter.tables, withheld)
    due = documents.weigh(planner, documents.printed_names(quarter.templates))
    problems += documents.deciding_readings(due.penafsiran, quarter.scope)
    return Assessed(assessment, problems, _named(due.planned), due.penafsiran)


def material_of(quarter: Quarter, assessed: Assessed, jejak: Mapping[str, str]) -> documents.Material:
    """What the documents of a quarter are made from; `jejak` are the short digests a report prints."""
    master: dict[str, dict[str, Any]] = {}
    for row in quarter.tables.iter_rows("satker"):
        master.setdefault(row["kode_satker"], row)
    return documents.Material(
        assessment=assessed.assessment,
        scope=quarter.scope,
        tables=quarter.tables,
        meta=quarter.meta,
        problems=assessed.problems,
        penafsiran=assessed.penafsiran,
        jejak=jejak,
        master=master,
    )


def _named(planned: Iterable[documents.Planned]) -> tuple[documents.Planned, ...]:
    """The planned documents under names that can all lie in one folder: no unit's code may cost another its letter."""
    due = tuple(planned)
    names = outputs.unique_paths(item.berkas for item in due)
    return tuple(replace(item, berkas=name) for item, name in zip(due, names, strict=True))


def reading_records(quarter: Quarter, assessed: Assessed) -> list[dict[str, object]]:
    """The open readings with what they would change here, as plain data."""
    return [documents.reading_record(one, quarter.scope) for one in assessed.penafsiran]


def _seen_by_documents(scope: Scope, tables: Tables) -> tuple[Problem, ...]:
    return (
        *documents.missing_data(scope, tables),
        *documents.unknown_papers(scope, tables),
        *documents.unknown_roles(scope, tables),
    )


def distinct(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems in their order, each once."""
    return tuple(dict.fromkeys(problems))
