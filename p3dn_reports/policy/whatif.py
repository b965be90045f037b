"""What if the rule were another: one quarter under both rulebooks, and everything that comes out differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from p3dn_reports import pipeline
from p3dn_reports.documents.weighing import DocumentChange, documents_changed
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.evaluation.changes import Changes, FigureChange, changes, region_lines
from p3dn_reports.evaluation.result import plain
from p3dn_reports.inputs.folder import Inputs, read_inputs
from p3dn_reports.policy import desk
from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.diff import Change, differences
from p3dn_reports.rulebook.source import Keys, suggestion
from p3dn_reports.rules import Rulebook, Scope
from p3dn_reports.tables import Meta
from p3dn_reports.workspace import Workspace

_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")


@dataclass(frozen=True, slots=True)
class Supposition:
    """What is supposed: another rulebook, other values of parameters, other readings; all three may be combined."""

    rules: Path | None = None
    nilai: Mapping[str, str] = field(default_factory=dict)
    pilihan: Mapping[str, str] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing is supposed."""
        return self.rules is None and not self.nilai and not self.pilihan


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The supposition as changes of the rulebook, and its consequences for one quarter."""

    daerah: str
    meta: Meta
    perubahan: tuple[Change, ...]
    akibat: Changes
    seluruh: tuple[FigureChange, ...]
    dokumen: tuple[DocumentChange, ...]
    problems: tuple[Problem, ...]

    @property
    def berubah(self) -> bool:
        """Whether anything comes out otherwise."""
        return bool(self.akibat.ada or self.dokumen)

    def as_json(self) -> dict[str, object]:
        """Plain data; numbers are text."""
        return {
            "daerah": self.daerah,
            "periode": str(self.meta.periode),
            "data_per": self.meta.tanggal_cutoff.isoformat(),
            "perubahan": [change.as_json() for change in self.perubahan],
            "berubah": self.berubah,
            **plain(self.akibat),
            "seluruh": plain(self.seluruh),
            "dokumen": plain(self.dokumen),
        }


def what_if(workspace: Workspace, masukan: Path, supposition: Supposition) -> WhatIf:
    """Assess the inputs under the workspace's rulebook and under the supposed one.

    The supposed rulebook passes the same checks as any other: raises ProblemsError where it does not, and UsageError
    for a parameter or reading that is not there, or that nothing in force here decides.
    """
    if supposition.empty:
        raise UsageError("Sebutkan pengandaiannya: --set PARAMETER=NILAI, --pilihan ID=OPSI, atau --rules BERKAS.")
    rules = desk.load(workspace)
    with read_inputs(masukan, desk.schemas(workspace), pipeline.manner(workspace)) as read:
        if read.meta is None:
            raise ProblemsError(read.problems)
        quarter = pipeline.quarter_of(rules, read)
        other = _supposed(workspace, rules, read, supposition)
        before, after = pipeline.assess(quarter), pipeline.assess(pipeline.quarter_of(other, read))
        titles = {name: one.judul for book in (rules, other) for name, one in book.indikator.items()}
        return WhatIf(
            daerah=quarter.scope.daerah.id,
            meta=read.meta,
            perubahan=differences(rules, other),
            akibat=changes(before.assessment, after.assessment, titles),
            seluruh=tuple(region_lines(before.assessment, after.assessment, titles)),
            dokumen=tuple(documents_changed(before.planned, after.planned)),
            problems=before.problems,
        )


def _supposed(workspace: Workspace, rules: Rulebook, read: Inputs, supposition: Supposition) -> Rulebook:
    """The supposed rulebook: the other one or this, with the supposed values at their places."""
    other = desk.load(workspace, supposition.rules) if supposition.rules else rules
    edits = dict(_edits(pipeline.quarter_of(other, read).scope, supposition))
    return desk.load(workspace, supposition.rules, edits) if edits else other


def _edits(scope: Scope, supposition: Supposition) -> Iterator[tuple[Keys, str]]:
    """The supposed values at their places in the rulebook: of a parameter the value in force here."""
    rules = scope.rulebook
    for name, value in supposition.nilai.items():
        _known("parameter", name, rules.parameter)
        chosen = scope.parameter(name)
        if chosen is None:
            raise UsageError(f"Tidak ada nilai {name} yang berlaku di {scope.daerah.id} untuk {scope.periode}.")
        index = next(place for place, dated in enumerate(rules.parameter[name].nilai) if dated is chosen)
        yield ("parameter", name, "nilai", index, "nilai"), _number(name, value)
    for name, opsi in supposition.pilihan.items():
        _known("pilihan", name, rules.pilihan)
        _known(f"opsi {name}", opsi, rules.pilihan[name].opsi)
        yield ("daerah", scope.daerah.id, "pilihan", name), opsi


def _known(kind: str, name: str, names: Iterable[str]) -> None:
    known = list(names)
    if name not in known:
        raise UsageError(f"Tidak ada {kind} {name}. {suggestion(name, known)}")


def _number(name: str, value: str) -> str:
    """As rules.yaml writes it: `79,5%` is 79.5. Grouped thousands could be read two ways and are refused."""
    bare = value.strip().removeprefix("Rp").removesuffix("%").strip()
    if _GROUPED.fullmatch(bare):
        raise UsageError(f"Tulis nilai {name} tanpa pemisah ribuan: {bare.replace('.', '')}.")
    return bare.replace(",", ".")
