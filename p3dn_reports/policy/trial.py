"""Run the cases of aturan-uji/: each in memory, through the same steps as a quarter, and count what they exercised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from p3dn_reports import pipeline
from p3dn_reports.errors import UsageError
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.pipeline import Quarter
from p3dn_reports.policy import desk
from p3dn_reports.policy.case_tables import filled
from p3dn_reports.policy.coverage import Exercised, RuleCoverage, coverage
from p3dn_reports.policy.expectations import Comparison, Mismatch
from p3dn_reports.problems import Location, Problem, has_errors, problem
from p3dn_reports.rulebook.cases import Kasus, read_case
from p3dn_reports.rulebook.source import suggestion
from p3dn_reports.rules import Daerah, Rulebook
from p3dn_reports.tables import Meta, Tables
from p3dn_reports.tables.duck import DuckTables, memory_tables
from p3dn_reports.workspace import Workspace

FOLDER = "aturan-uji"


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How one case ended. `problems` are faults of the case file itself."""

    berkas: str
    judul: str
    problems: tuple[Problem, ...]
    beda: tuple[Mismatch, ...]

    @property
    def lulus(self) -> bool:
        """Whether the case could be run and everything expected came true."""
        return not self.beda and not has_errors(self.problems)

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        return {
            "berkas": self.berkas,
            "judul": self.judul,
            "sesuai": self.lulus,
            "masalah": [found.as_json() for found in self.problems],
            "beda": [asdict(fault) for fault in self.beda],
        }


@dataclass(frozen=True, slots=True)
class TrialResult:
    """All cases, and every computed rule with how they exercised it."""

    kasus: tuple[CaseResult, ...]
    cakupan: tuple[RuleCoverage, ...]

    @property
    def lulus(self) -> bool:
        """Whether every case holds."""
        return all(case.lulus for case in self.kasus)

    @property
    def banyak_teruji(self) -> int:
        """How many rules were tried from both sides."""
        return sum(rule.teruji for rule in self.cakupan)

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        rules = [{**asdict(rule), "teruji": rule.teruji} for rule in self.cakupan]
        return {"sesuai": self.lulus, "kasus": [case.as_json() for case in self.kasus], "cakupan": rules}


def run(workspace: Workspace, chosen: Sequence[Path] = ()) -> TrialResult:
    """Run the chosen files and folders, else all of aturan-uji/. Raises UsageError where there is no case.

    Raises ProblemsError where the rulebook does not load.
    """
    paths = _paths(chosen or [workspace.root / FOLDER])
    rules, schemas = desk.load(workspace), desk.schemas(workspace)
    exercised = Exercised()
    with memory_tables(schemas) as tables:
        results = [_run_file(path, workspace, rules, tables, exercised) for path in paths]
    return TrialResult(tuple(results), tuple(coverage(rules, schemas, exercised)))


def _paths(chosen: Iterable[Path]) -> list[Path]:
    places = list(chosen)
    found = [path for place in places for path in (sorted(place.glob("*.yaml")) if place.is_dir() else [place])]
    missing = [place for place in found if not place.is_file()]
    if not found or missing:
        raise UsageError(f"Tidak ada kasus uji (*.yaml) di {', '.join(str(place) for place in missing or places)}.")
    return found


def _run_file(path: Path, workspace: Workspace, rules: Rulebook, empty: DuckTables, exercised: Exercised) -> CaseResult:
    case, problems = read_case(path, workspace.schemas / "aturan-uji.schema.json")
    if case is None:
        return CaseResult(path.name, "tidak dapat dibaca", problems, ())
    daerah, problems = _region(case, rules)
    if daerah is None:
        return CaseResult(path.name, case.judul, problems, ())
    with filled(case, empty) as (tables, problems):
        if has_errors(problems):
            return CaseResult(path.name, case.judul, problems, ())
        quarter = _quarter(case, rules, daerah, tables)
        assessed = pipeline.assess(quarter, otherwise=False)
        exercised.note(case, quarter, assessed)
        return CaseResult(path.name, case.judul, (), tuple(Comparison(case, assessed, rules, quarter).mismatches()))


def _region(case: Kasus, rules: Rulebook) -> tuple[Daerah | None, tuple[Problem, ...]]:
    """The region's profile with the readings of the case."""
    daerah = rules.daerah_of(case.kd_klpd)
    if daerah is None:
        place = Location(case.berkas, baris=case.source.mark(("meta", "kd_klpd")).baris)
        return None, (problem("daerah-tidak-dikenal", place, nilai=case.kd_klpd, diharapkan=rules.daerah_dikenal),)
    problems = [
        case.source.problem("aturan-rujukan-tidak-ada", ("pilihan", name), nilai=word, jenis=kind, dugaan=hint)
        for name, chosen in case.pilihan.items()
        for word, kind, hint in _unknown_reading(rules, name, chosen)
    ]
    if problems:
        return None, tuple(problems)
    return replace(daerah, pilihan={**daerah.pilihan, **case.pilihan}), ()


def _unknown_reading(rules: Rulebook, name: str, chosen: str) -> list[tuple[str, str, str]]:
    if name not in rules.pilihan:
        return [(name, "pilihan", suggestion(name, rules.pilihan))]
    opsi = rules.pilihan[name].opsi
    return [] if chosen in opsi else [(chosen, "opsi", suggestion(chosen, opsi))]


def _quarter(case: Kasus, rules: Rulebook, daerah: Daerah, tables: Tables) -> Quarter:
    scope = rules.scope(daerah, case.periode, case.data_per)
    organisasi, problems = organisation(tables, scope)
    meta = Meta(daerah.nama_pemda, daerah.kd_klpd, case.periode, case.data_per)
    return Quarter(tables, meta, scope, organisasi, problems)
