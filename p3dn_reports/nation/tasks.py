"""The task of one region: its quarter evaluated, its documents rendered and published. Plain values in, plain out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from p3dn_reports import pipeline
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.nation.places import newest
from p3dn_reports.problems import Problem, Severity
from p3dn_reports.workspace import Workspace

SELESAI, GAGAL = "selesai", "gagal"


@dataclass(frozen=True, slots=True)
class Task:
    """A region whose quarters lie in the folder `daerah` of a lake, to be built by `workspace`'s rules."""

    kd_klpd: str
    daerah: Path
    workspace: Workspace
    percobaan: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task. `folder` is the build, `dokumen` counts its documents by status; `sebab` says why not.

    `isi` is what a task other than a build yields, as plain data.
    """

    kd_klpd: str
    keadaan: str
    percobaan: int
    bagian: Path | None = None
    folder: Path | None = None
    baru: bool = False
    dokumen: Mapping[str, int] = field(default_factory=dict)
    sebab: tuple[str, ...] = ()
    isi: Mapping[str, Any] = field(default_factory=dict)


Run = Callable[[Task], Outcome]


def tasks_of(workspace: Workspace, regions: Mapping[str, Path], output: Path) -> list[Task]:
    """A task for each region, each with an outputs folder of its own, so that none waits for another."""
    return [
        Task(kd_klpd, daerah, replace(workspace, outputs=output / "daerah" / kd_klpd))
        for kd_klpd, daerah in regions.items()
    ]


def build_region(task: Task) -> Outcome:
    """Build one region. A build that stands is found and left; a fault of its data or rules is the outcome's reason."""
    return explained(task, _built)


def _built(task: Task) -> Outcome:
    part = newest(task.daerah)
    result = pipeline.build(task.workspace, part)
    dokumen = Counter(record.status for record in result.dokumen)
    return Outcome(task.kd_klpd, SELESAI, task.percobaan, part, result.folder, result.baru, dict(dokumen))


def explained(task: Task, run: Run) -> Outcome:
    """The outcome of a task; a fault of its data or rules is the reason why there is none."""
    try:
        return run(task)
    except ProblemsError as error:
        return failed(task, *map(_told, [one for one in error.problems if one.tingkat is Severity.GALAT]))
    except UsageError as error:
        return failed(task, str(error))


def _told(found: Problem) -> str:
    return f"{found.lokasi.berkas}: {found.pesan}" if found.lokasi.berkas else found.pesan


def failed(task: Task, *sebab: str) -> Outcome:
    """The outcome of a task that came to nothing."""
    return Outcome(task.kd_klpd, GAGAL, task.percobaan, sebab=tuple(dict.fromkeys(sebab)))


def attempted(run: Run, task: Task, most: int) -> Outcome:
    """A task tried up to `most` times in all: what another try may mend is tried again, a fault of the data is not."""
    while True:
        try:
            return run(task)
        except Exception as error:  # whatever befalls one region, the others go on
            if task.percobaan >= most:
                return failed(task, f"kesalahan program: {type(error).__name__}: {error}")
            task = replace(task, percobaan=task.percobaan + 1)
