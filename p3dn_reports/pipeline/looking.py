"""The commands that write nothing: check, evaluate, explain."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports import documents, evaluation, inputs, outputs
from p3dn_reports.errors import ProblemsError
from p3dn_reports.evaluation import Explanation, ObjectExplanation
from p3dn_reports.pipeline.building import rendered, trail
from p3dn_reports.pipeline.quarter import (
    Assessed,
    Quarter,
    assess,
    distinct,
    load_rules,
    manner,
    open_quarter,
    quarter_of,
    reading_records,
)
from p3dn_reports.pipeline.records import CheckResult, EvaluateResult, record_of
from p3dn_reports.problems import Problem
from p3dn_reports.workspace import Workspace


def check(workspace: Workspace, masukan: Path) -> CheckResult:
    """Read rulebook, inputs and templates, assess, try every document, and report every problem at once.

    Writes nothing but what the workspace keeps of large files it has read (`.p3dn-cache`).
    """
    schemas = inputs.load_schemas(workspace.schemas)
    rules, problems = load_rules(workspace, schemas)
    problems += documents.check_templates(workspace.templates, rules) if rules else ()
    with inputs.read_inputs(masukan, schemas, manner(workspace)) as read:
        if rules and read.meta:
            quarter = quarter_of(rules, read)
            assessed = assess(quarter)
            problems = distinct((*problems, *assessed.problems, *_tried(workspace, quarter, assessed)))
        else:
            problems += read.problems
        rows = {name: len(read.tables.rows(name)) for name in sorted(read.tables.present)}
        return CheckResult(problems, workspace.rules, masukan, rows)


def _tried(workspace: Workspace, quarter: Quarter, assessed: Assessed) -> tuple[Problem, ...]:
    """What is wrong with the templates when real contexts meet them; the documents are thrown away."""
    try:
        produced = rendered(workspace, quarter, assessed, assessed.planned, trail({}, ""))
    except ProblemsError as error:
        return error.problems
    return documents.found_in(produced)


def evaluate(workspace: Workspace, masukan: Path) -> EvaluateResult:
    """Assess one inputs folder: results alone, no documents. Raises ProblemsError where the rulebook is at fault."""
    with open_quarter(workspace, masukan) as quarter:
        assessed = assess(quarter)
        records = [record_of(planned, str(planned.status), ()).as_json() for planned in assessed.planned]
        hasil = outputs.hasil_json(assessed.assessment, records, assessed.problems, reading_records(quarter, assessed))
        return EvaluateResult(assessed.assessment, assessed.problems, hasil)


def explain(workspace: Workspace, masukan: Path, unit: str, indikator: str) -> Explanation | ObjectExplanation:
    """The whole way of a unit's indicator, or of an object's figure or verdict. Raises UsageError for unknown names."""
    with open_quarter(workspace, masukan) as quarter:
        rules = quarter.scope.rulebook
        if indikator in rules.hitungan or indikator in rules.putusan:
            withheld = evaluation.withholding(quarter.problems, quarter.organisasi)
            return evaluation.explain_object(quarter.tables, quarter.scope, unit, indikator, withheld.all_reasons)
        return evaluation.explain(quarter.tables, quarter.scope, quarter.organisasi, unit, indikator)
