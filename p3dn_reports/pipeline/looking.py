"""The commands that write nothing: check, evaluate, explain."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from p3dn_reports.documents.checks import check_templates
from p3dn_reports.documents.produce import found_in
from p3dn_reports.errors import ProblemsError
from p3dn_reports.evaluation.account import Penjelasan
from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.explain import explain as explain_indicator
from p3dn_reports.evaluation.objects.explain import explain_object
from p3dn_reports.evaluation.objects.ranked import explain_nominee, explain_ranking
from p3dn_reports.evaluation.withholding import Withholding, withholding
from p3dn_reports.inputs.folder import read_inputs
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.outputs.hasil import hasil_json
from p3dn_reports.pipeline.digests import Basis, trail
from p3dn_reports.pipeline.making import record_of, rendered
from p3dn_reports.pipeline.quarter import (
    Assessed,
    Quarter,
    assess,
    assessed_alone,
    distinct,
    load_rules,
    manner,
    open_quarter,
    quarter_of,
    reading_records,
    summary_record,
)
from p3dn_reports.pipeline.records import CheckResult, EvaluateResult
from p3dn_reports.pipeline.returning import returning
from p3dn_reports.problems import Problem
from p3dn_reports.workspace import Workspace


def check(workspace: Workspace, masukan: Path) -> CheckResult:
    """Read rulebook, inputs and templates, assess, try every document, and report every problem at once.

    Writes nothing but what the workspace keeps of large files it has read (`.p3dn-cache`).
    """
    schemas = load_schemas(workspace.schemas)
    rules, problems = load_rules(workspace, schemas)
    problems += check_templates(workspace.templates, rules, workspace.verdicts) if rules else ()
    with read_inputs(masukan, schemas, manner(workspace)) as read:
        back = None
        if rules and read.meta:
            quarter = quarter_of(rules, read)
            assessed = assess(quarter)
            problems = distinct((*problems, *assessed.problems, *_tried(workspace, quarter, assessed)))
            back = returning(quarter)
        else:
            problems += read.problems
        rows = {name: len(read.tables.rows(name)) for name in sorted(read.tables.present)}
        return CheckResult(problems, workspace.rules, masukan, rows, back)


def _tried(workspace: Workspace, quarter: Quarter, assessed: Assessed) -> tuple[Problem, ...]:
    """What is wrong with the templates when real contexts meet them; the documents are thrown away."""
    try:
        produced = rendered(workspace, quarter, assessed, assessed.planned, trail(Basis({}, {})))
    except ProblemsError as error:
        return error.problems
    return found_in(produced)


def evaluate(workspace: Workspace, masukan: Path) -> EvaluateResult:
    """Assess one inputs folder: results alone, no documents. Raises ProblemsError where the rulebook is at fault."""
    with open_quarter(workspace, masukan) as quarter:
        assessed = assess(quarter)
        records = [record_of(planned, str(planned.status), ()).as_json() for planned in assessed.planned]
        readings, front = reading_records(quarter, assessed), summary_record(quarter, assessed)
        hasil = hasil_json(assessed.assessment, records, assessed.problems, readings, front)
        return EvaluateResult(assessed.assessment, assessed.problems, hasil)


def explain(workspace: Workspace, masukan: Path, unit: str, aturan: str) -> Penjelasan:
    """The whole way of a unit's indicator or largest rows, an object's figure or verdict, or a nominee's score.

    Raises UsageError for unknown names.
    """
    return explain_many(workspace, masukan, [(unit, aturan)])[0]


def explain_many(workspace: Workspace, masukan: Path, asked: Iterable[tuple[str, str]]) -> list[Penjelasan]:
    """As `explain` each of what is asked (unit, rule), of one reading of the inputs."""
    with open_quarter(workspace, masukan) as quarter:
        withheld = withholding(quarter.problems, quarter.organisasi)
        assessed = cache(lambda: assessed_alone(quarter))
        return [_explained(quarter, withheld, assessed, unit, aturan) for unit, aturan in asked]


def _explained(
    quarter: Quarter, withheld: Withholding, assessed: Callable[[], Assessment], unit: str, aturan: str
) -> Penjelasan:
    rules, tables, scope = quarter.scope.rulebook, quarter.tables, quarter.scope
    if aturan in rules.hitungan or aturan in rules.putusan:
        return explain_object(tables, scope, unit, aturan, withheld.all_reasons)
    if aturan in rules.peringkat:
        return explain_ranking(tables, scope, assessed(), unit, aturan, withheld.holding)
    if aturan in rules.penghargaan:
        return explain_nominee(tables, scope, assessed(), unit, aturan, withheld.holding)
    return explain_indicator(tables, scope, assessed(), unit, aturan, faults=withheld.holding)
