"""What if the rule were another: one quarter under both rulebooks, and everything that comes out differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from p3dn_reports import pipeline
from p3dn_reports.documents.readings import changes_in_words
from p3dn_reports.documents.weighing import DocumentChange, documents_changed
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.evaluation.changes import Changes, FigureChange, changes, region_lines
from p3dn_reports.evaluation.result import plain
from p3dn_reports.formatting import nilai_bersatuan
from p3dn_reports.inputs.folder import Inputs, read_inputs
from p3dn_reports.policy import desk
from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.diff import Change, differences, is_older
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

    def insist(self) -> None:
        """Raises UsageError where nothing is supposed."""
        if self.empty:
            raise UsageError("Sebutkan pengandaiannya: --set PARAMETER=NILAI, --pilihan ID=OPSI, atau --rules BERKAS.")


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A change of the rulebook, from `dari` to `ke`, and its consequences for one inputs folder."""

    masukan: str
    dari: str
    ke: str
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

    @property
    def kalimat(self) -> tuple[str, ...]:
        """The consequences in words, with their rupiah."""
        if not self.berubah:
            return ("tidak ada yang berubah",)
        return (*changes_in_words(self.akibat, self.dokumen), *self._rupiah())

    def _rupiah(self) -> Iterator[str]:
        """What the units that move have, together, by indicator."""
        for judul in dict.fromkeys(one.judul for one in self.akibat.pindah):
            seen = [one.sesudah or one.sebelum for one in self.akibat.pindah if one.judul == judul]
            known = [one for one in seen if one and one.pembilang is not None and one.penyebut is not None]
            if known:
                sums = (sum(one.pembilang or 0 for one in known), sum(one.penyebut or 0 for one in known))
                told = " dari ".join(nilai_bersatuan(one, known[0].satuan) for one in sums)
                yield f"{judul} satuan kerja yang berubah status bersama-sama: {told}"

    def as_json(self) -> dict[str, object]:
        """Plain data; numbers are text."""
        return {
            "masukan": self.masukan,
            "daerah": self.daerah,
            "periode": str(self.meta.periode),
            "data_per": self.meta.tanggal_cutoff.isoformat(),
            "dari": self.dari,
            "ke": self.ke,
            "perubahan": [change.as_json() for change in self.perubahan],
            "berubah": self.berubah,
            "kalimat": list(self.kalimat),
            **plain(self.akibat),
            "seluruh": plain(self.seluruh),
            "dokumen": plain(self.dokumen),
        }


def what_if(workspace: Workspace, masukan: Path, supposition: Supposition) -> WhatIf:
    """The same for one folder."""
    return what_ifs(workspace, [masukan], supposition)[0]


def what_ifs(workspace: Workspace, folders: Iterable[Path], supposition: Supposition) -> tuple[WhatIf, ...]:
    """Assess the inputs of each folder under the workspace's rulebook and under the supposed one.

    Another rulebook that is the older of the two is what the change comes from, and the workspace's what it leads to.
    The supposed rulebook passes the same checks as any other: raises ProblemsError where it does not, and UsageError
    for a parameter or reading that is not there, or that nothing in force in one of the folders decides.
    """
    supposition.insist()
    books = _Books(workspace, supposition)
    return tuple(books.tried(masukan) for masukan in folders)


class _Books:
    """The workspace's rulebook and the other one, each read once."""

    def __init__(self, workspace: Workspace, supposition: Supposition) -> None:
        self._workspace, self._supposition = workspace, supposition
        self._rules = desk.load(workspace)
        self._other = desk.load(workspace, supposition.rules) if supposition.rules else self._rules
        alone = not (supposition.nilai or supposition.pilihan)
        self._back = supposition.rules is not None and alone and is_older(self._other, self._rules)

    def tried(self, masukan: Path) -> WhatIf:
        """One folder under both."""
        workspace = self._workspace
        with read_inputs(masukan, desk.schemas(workspace), pipeline.manner(workspace)) as read:
            if read.meta is None:
                raise ProblemsError(read.problems)
            shared = replace(read, tables=read.tables.remembering())  # both rulebooks ask mostly the same
            pair = [(_named(workspace, None), self._rules), (self._name, self._supposed(read))]
            (dari, old), (ke, new) = reversed(pair) if self._back else pair
            before, after = (pipeline.assess(pipeline.quarter_of(book, shared)) for book in (old, new))
            titles = {name: one.judul for book in (old, new) for name, one in book.indikator.items()}
            return WhatIf(
                masukan=masukan.name,
                dari=dari,
                ke=ke,
                daerah=before.assessment.daerah,
                meta=read.meta,
                perubahan=differences(old, new),
                akibat=changes(before.assessment, after.assessment, titles),
                seluruh=tuple(region_lines(before.assessment, after.assessment, titles)),
                dokumen=tuple(documents_changed(before.planned, after.planned)),
                problems=before.problems,
            )

    @property
    def _name(self) -> str:
        """What is supposed, in a few words."""
        wanted = self._supposition
        told = [_named(self._workspace, wanted.rules)] if wanted.rules else []
        told += [f"{name} = {value}" for name, value in (*wanted.nilai.items(), *wanted.pilihan.items())]
        return ", ".join(told)

    def _supposed(self, read: Inputs) -> Rulebook:
        """The supposed rulebook: the other one or this, with the supposed values at their places."""
        edits = dict(_edits(pipeline.quarter_of(self._other, read).scope, self._supposition))
        return desk.load(self._workspace, self._supposition.rules, edits) if edits else self._other


def _named(workspace: Workspace, rules: Path | None) -> str:
    """A rulebook by its file; one that lies in a folder of its own under the same name by that folder."""
    path = rules or workspace.rules
    return f"{path.parent.name}/{path.name}" if rules and path.name == workspace.rules.name else path.name


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
