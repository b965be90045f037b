"""A national run: every region that has handed in, by any runner, and the result of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from p3dn_reports import pipeline
from p3dn_reports.errors import ProblemsError
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.nation.places import regions
from p3dn_reports.nation.result import national
from p3dn_reports.nation.runners import Manner, Runner, watched
from p3dn_reports.nation.tasks import Outcome, build_region, tasks_of
from p3dn_reports.nation.workbook import nasional_xlsx
from p3dn_reports.outputs.disk import make_folder, update_file
from p3dn_reports.outputs.manifest import json_bytes
from p3dn_reports.workspace import Workspace

RESULT = "hasil-nasional.json"
WORKBOOK = "hasil-nasional.xlsx"


@dataclass(frozen=True, slots=True)
class National:
    """What a run left: the files of the result, its content, and what became of every region."""

    berkas: Path
    buku: Path
    hasil: dict[str, Any]
    daerah: tuple[Outcome, ...]


def build_nation(
    workspace: Workspace,
    lake: Path,
    periode: str,
    output: Path,
    runner: Runner,
    manner: Manner,
    progress: pipeline.Progress | None = None,
) -> National:
    """Build every region of a period that stands not yet, and write the national result to `output`.

    A region that fails is named in it and stops no other. Raises ProblemsError where the rulebook is at fault or the
    disk refuses, and UsageError where the lake has no such period.
    """
    rules, problems = pipeline.load_rules(workspace, load_schemas(workspace.schemas))
    if rules is None:
        raise ProblemsError(problems)
    tasks = tasks_of(workspace, regions(lake, periode), output)
    folder = output / "nasional" / periode
    make_folder(folder)  # a place that nobody may write to is told before the work
    done = tuple(watched(runner(build_region, tasks, manner), len(tasks), progress))
    hasil = national(periode, rules.daerah.values(), done, output)
    update_file(folder / RESULT, json_bytes(hasil))
    update_file(folder / WORKBOOK, nasional_xlsx(hasil))
    return National(folder / RESULT, folder / WORKBOOK, hasil, done)
