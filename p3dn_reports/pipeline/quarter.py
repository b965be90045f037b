"""One inputs folder put beside its rules, and assessed: what every command starts from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from p3dn_reports import rulebook
from p3dn_reports.documents.checks import missing_data, unknown_papers, unknown_roles
from p3dn_reports.documents.duties import unknown_tasks
from p3dn_reports.documents.material import Material, Row
from p3dn_reports.documents.naming import file_names
from p3dn_reports.documents.plan import Planned, Planner
from p3dn_reports.documents.reading_records import reading_record
from p3dn_reports.documents.readings import deciding_readings
from p3dn_reports.documents.summary import summary
from p3dn_reports.documents.unwritten import Unwritten, unwritten
from p3dn_reports.documents.weighing import Penafsiran, weigh
from p3dn_reports.documents.word.names import printed_names
from p3dn_reports.errors import ProblemsError
from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import Assessment, Organisasi
from p3dn_reports.evaluation.doubt import weighed as weighed_by_rows
from p3dn_reports.evaluation.loose import Loose, Reaches, loose_rows
from p3dn_reports.evaluation.objects.assess import object_tables
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.evaluation.unsure import unsure_rows, unsure_statuses, with_unsure
from p3dn_reports.evaluation.withholding import Withholding, figure_tables, side_tables, withholding
from p3dn_reports.inputs.folder import Inputs, read_inputs
from p3dn_reports.inputs.intake.taking import Manner
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.outputs.names import unique_paths
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.rules import Daerah, Rulebook, Scope
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
    """A quarter assessed: its problems, the documents due or withheld because of them, the open readings weighed.

    `tak_tertulis` tells of documents that units get none of, since they have written nothing down for them.
    """

    assessment: Assessment
    problems: tuple[Problem, ...]
    planned: tuple[Planned, ...]
    penafsiran: tuple[Penafsiran, ...] = ()
    tak_tertulis: tuple[Unwritten, ...] = ()


def manner(workspace: Workspace) -> Manner:
    """How a workspace's inputs are read: large files once, then from `.p3dn-cache`, which may always be deleted."""
    return Manner(cache=workspace.cache)


@contextmanager
def open_quarter(workspace: Workspace, masukan: Path) -> Iterator[Quarter]:
    """Read and check everything one evaluation needs; the tables are closed at the end.

    Raises ProblemsError, with every problem found so far, where there is no rulebook, no `meta` or no region for it.
    """
    schemas = load_schemas(workspace.schemas)
    rules, rule_problems = load_rules(workspace, schemas)
    if rules is None:
        raise ProblemsError(rule_problems)
    with read_inputs(masukan, schemas, manner(workspace)) as read:
        if read.meta is None:
            raise ProblemsError((*rule_problems, *read.problems))
        yield quarter_of(rules, read, workspace.templates)


def load_rules(workspace: Workspace, schemas: Mapping[str, TableSchema]) -> tuple[Rulebook | None, tuple[Problem, ...]]:
    """The workspace's rulebook, checked against its tables and templates; None where any problem is a galat."""
    form = workspace.schemas / "rules.schema.json"
    return rulebook.load(workspace.rules, schemas, form, workspace.templates, verdicts=workspace.verdicts)


def quarter_of(rules: Rulebook, read: Inputs, templates: Path | None = None) -> Quarter:
    """What was read, beside the rules of its region.

    Raises ProblemsError where no region has the code of `meta`, or its name is that of another.
    """
    assert read.meta is not None  # noqa: S101 - both callers have looked
    daerah = rules.daerah_of(read.meta.kd_klpd)
    if daerah is None:
        nilai, known = read.meta.kd_klpd, rules.daerah_dikenal
        unknown = problem("daerah-tidak-dikenal", Location(), nilai=nilai, diharapkan=known, tabel="meta")
        raise ProblemsError((*read.problems, unknown))
    if contradiction := other_region(rules, read):
        raise ProblemsError((*read.problems, contradiction))
    scope = rules.scope(daerah, read.meta.periode, read.meta.tanggal_cutoff)
    organisasi, unit_problems = organisation(read.tables, scope)
    seen = (one for one in _seen_by_documents(scope, read.tables) if not _is_said(one, read.problems))
    problems = (*read.problems, *unit_problems, *seen)
    return Quarter(read.tables.remembering(), read.meta, scope, organisasi, problems, templates)


def other_region(rules: Rulebook, read: Inputs) -> Problem | None:
    """That `meta` names another region than its code is of: a folder that began as a copy of another's."""
    assert read.meta is not None  # noqa: S101 - the callers have looked
    named = {_bare(name): one for one in rules.daerah.values() for name in _names(one)}
    own, other = rules.daerah_of(read.meta.kd_klpd), named.get(_bare(read.meta.pemda))
    if own is None or other is None or own is other:
        return None
    row = next(one for one in read.tables.iter_rows("meta") if one["nilai"] == read.meta.pemda)
    return problem(
        "meta-pemda-daerah-lain",
        Location(row["_berkas"], row["_lembar"], baris=row["_baris"], kolom="nilai"),
        tabel="meta",
        nilai=read.meta.pemda,
        diharapkan=own.nama_pemda,
        kd_klpd=own.kd_klpd,
        miliknya=other.kd_klpd,
        semua_unit=True,
    )


def _names(daerah: Daerah) -> tuple[str, ...]:
    return daerah.nama_pemda, *(dated.nilai for dated in daerah.nama)


def _bare(nama: str) -> str:
    return " ".join(nama.casefold().split()).removeprefix("pemerintah ")


def assess(quarter: Quarter, *, otherwise: bool = True) -> Assessed:
    """Assess, then plan. Figures keep out units at fault on input; documents also heed what the assessment found.

    Without `otherwise` no open reading is weighed and no file is named, which most of the work is for: for figures,
    verdicts, and which documents are due or withheld.
    """
    at_input, unsure, loose = _doubts(quarter)
    assessment = _figures(quarter, at_input, loose, otherwise=otherwise)
    weighed = weighed_by_rows(quarter.problems, loose, quarter.scope, assessment.unit)
    remarks = [one for one in assessment.problems if not at_input.explains(one)]
    problems = distinct((*weighed, *unsure_statuses(quarter.scope, unsure, assessment.unit), *remarks))
    withheld = withholding(problems, quarter.organisasi)
    printed = printed_names(quarter.templates)
    planner = Planner.over(assessment, quarter.scope, quarter.tables, withheld, printed)
    if not otherwise:
        return Assessed(assessment, problems, tuple(planner.plan()))
    due = weigh(planner)
    problems += deciding_readings(due.penafsiran)
    return _named(quarter, Assessed(assessment, problems, due.planned, due.penafsiran, tuple(unwritten(planner))))


def assessed_alone(quarter: Quarter) -> Assessment:
    """The figures, scores and verdicts of a quarter: nothing is planned, and nothing read otherwise."""
    at_input, _, loose = _doubts(quarter)
    return _figures(quarter, at_input, loose, otherwise=False)


def _doubts(quarter: Quarter) -> tuple[Withholding, dict[str, Reaches], Loose]:
    """What reading withholds, the rows whose words no list knows, and with these the rows of nobody."""
    at_input = withholding(quarter.problems, quarter.organisasi)
    unsure = unsure_rows(quarter.tables, quarter.scope, quarter.organisasi)
    nobodys = loose_rows(quarter.tables, quarter.scope, quarter.organisasi, at_input)
    return at_input, unsure, with_unsure(nobodys, unsure)


def _figures(quarter: Quarter, at_input: Withholding, loose: Loose, *, otherwise: bool) -> Assessment:
    held = at_input.units(figure_tables(quarter.scope))
    faulty = at_input.faulty(side_tables(quarter.scope))
    reasons = {name: at_input.all_reasons({name}) for name in object_tables(quarter.scope.rulebook)}
    return evaluate(
        quarter.tables, quarter.scope, quarter.organisasi, held, faulty, reasons, loose, otherwise=otherwise
    )


def material_of(quarter: Quarter, assessed: Assessed, jejak: Mapping[str, str]) -> Material:
    """What the documents of a quarter are made from; `jejak` are the short digests a report prints."""
    master: dict[str, Row] = {}
    for row in quarter.tables.iter_rows("satker"):
        master.setdefault(row["kode_satker"], row)
    return Material(
        assessment=assessed.assessment,
        scope=quarter.scope,
        tables=quarter.tables,
        meta=quarter.meta,
        problems=assessed.problems,
        penafsiran=assessed.penafsiran,
        jejak=jejak,
        master=master,
    )


def _named(quarter: Quarter, assessed: Assessed) -> Assessed:
    """The planned documents under names that can all lie in one folder: no subject may cost another its document."""
    names = unique_paths(file_names(material_of(quarter, assessed, {}), assessed.planned))
    pairs = zip(assessed.planned, names, strict=True)
    return replace(assessed, planned=tuple(replace(item, berkas=name) for item, name in pairs))


def summary_record(quarter: Quarter, assessed: Assessed) -> dict[str, object]:
    """The period on one page, as plain data."""
    return summary(material_of(quarter, assessed, {}), assessed.planned)


def reading_records(quarter: Quarter, assessed: Assessed) -> list[dict[str, object]]:
    """The open readings with what they would change here, as plain data."""
    return [reading_record(one, quarter.scope) for one in assessed.penafsiran]


def _seen_by_documents(scope: Scope, tables: Tables) -> tuple[Problem, ...]:
    return (
        *missing_data(scope, tables),
        *unknown_papers(scope, tables),
        *unknown_roles(scope, tables),
        *unknown_tasks(scope, tables),
    )


def _is_said(found: Problem, problems: Iterable[Problem]) -> bool:
    """Whether a column that is wanting is one that reading has refused: the fault of its caption is the cause."""
    if found.kode != "kolom-dibutuhkan":
        return False
    return any(one.tabel == found.tabel and one.lokasi.kolom == found.nilai and one.semua_unit for one in problems)


def distinct(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems in their order, each once."""
    return tuple(dict.fromkeys(problems))
