"""What if the rule were another, for every region of a lake: which letters appear, vanish, change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from p3dn_reports import pipeline
from p3dn_reports.nation.places import newest, regions
from p3dn_reports.nation.runners import Manner, Runner, watched
from p3dn_reports.nation.tasks import GAGAL, SELESAI, Outcome, Task, explained, tasks_of
from p3dn_reports.policy.whatif import Supposition, what_if
from p3dn_reports.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Supposed:
    """The consequences by region code, as `WhatIf.as_json` tells them; `gagal` says why a region has none."""

    daerah: Mapping[str, Mapping[str, Any]]
    gagal: Mapping[str, tuple[str, ...]]

    def letters(self, kd_klpd: str) -> tuple[int, int, int]:
        """How many documents of a region appear, vanish, and change otherwise."""
        found = self.daerah[kd_klpd]["dokumen"]
        came = sum(one["sebelum"] is None for one in found)
        gone = sum(one["sesudah"] is None for one in found)
        return came, gone, len(found) - came - gone

    def as_json(self) -> dict[str, object]:
        """Plain data."""
        return {"daerah": dict(self.daerah), "gagal": {kd: list(sebab) for kd, sebab in self.gagal.items()}}


def suppose(
    workspace: Workspace,
    lake: Path,
    periode: str,
    supposition: Supposition,
    runner: Runner,
    manner: Manner,
    progress: pipeline.Progress | None = None,
) -> Supposed:
    """Try every region of a period under the supposed rules. Writes nothing.

    Raises UsageError where nothing is supposed, or the lake has no such period. A region that the supposition does not
    fit is told with why.
    """
    supposition.insist()
    tasks = tasks_of(workspace, regions(lake, periode), workspace.outputs)
    done = sorted(watched(runner(partial(_tried, supposition), tasks, manner), len(tasks), progress), key=_code)
    return Supposed(
        {one.kd_klpd: one.isi for one in done if one.keadaan == SELESAI},
        {one.kd_klpd: one.sebab for one in done if one.keadaan == GAGAL},
    )


def _tried(supposition: Supposition, task: Task) -> Outcome:
    return explained(task, partial(_supposed, supposition))


def _supposed(supposition: Supposition, task: Task) -> Outcome:
    part = newest(task.daerah)
    found = what_if(task.workspace, part, supposition)
    return Outcome(task.kd_klpd, SELESAI, task.percobaan, part, isi=found.as_json())


def _code(outcome: Outcome) -> str:
    return outcome.kd_klpd
