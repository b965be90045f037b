"""The rulebook on the policy owner's desk: check it alone, load another beside it, write an approval into it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from p3dn_reports import inputs, rulebook
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.outputs.disk import explained, replace_file
from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.approve import Approval, with_approval
from p3dn_reports.rulebook.diff import Change, differences
from p3dn_reports.rulebook.prose import SECTIONS
from p3dn_reports.rulebook.source import Keys, suggestion
from p3dn_reports.rules import Rulebook
from p3dn_reports.tables import TableSchema
from p3dn_reports.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RulesCheck:
    """What a check of the rulebook alone found; `banyak` counts its rules per section, empty where it cannot load."""

    berkas: Path
    problems: tuple[Problem, ...]
    banyak: Mapping[str, int]


def check_rules(workspace: Workspace, berkas: Path | None = None) -> RulesCheck:
    """Check the workspace's rulebook, or another beside the same tables and templates."""
    path = berkas or workspace.rules
    loaded, problems = _load(workspace, path)
    banyak = {name: len(getattr(loaded, name)) for name in SECTIONS} if loaded else {}
    return RulesCheck(path, problems, banyak)


def load(workspace: Workspace, berkas: Path | None = None, ubah: Mapping[Keys, str] | None = None) -> Rulebook:
    """The rulebook, with the values of `ubah` set. Raises ProblemsError where it has a galat."""
    loaded, problems = _load(workspace, berkas or workspace.rules, ubah)
    if loaded is None:
        raise ProblemsError(problems)
    return loaded


def schemas(workspace: Workspace) -> dict[str, TableSchema]:
    """The input tables the rulebook speaks of."""
    return inputs.load_schemas(workspace.schemas)


def compare(workspace: Workspace, lama: Path, baru: Path) -> tuple[Change, ...]:
    """What differs by meaning between two rulebooks."""
    return differences(load(workspace, lama), load(workspace, baru))


def approve(workspace: Workspace, approval: Approval) -> Change:
    """Record an approval in the workspace's rules.yaml; nothing else in the file changes.

    Raises UsageError for an unknown or already approved tafsir, and where the text cannot be changed that plainly.
    """
    before = load(workspace)
    _approvable(before, approval)
    place = workspace.rules.resolve()
    content = place.read_bytes()
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    text = with_approval(content.removeprefix(mark).decode("utf-8"), approval)
    if text is None:
        raise UsageError(_by_hand(approval))
    change = _only_change(workspace, before, mark + text.encode("utf-8"), approval)
    replace_file(place, mark + text.encode("utf-8"), place.with_name(".rules.yaml.baru"))
    return change


def _approvable(rules: Rulebook, approval: Approval) -> None:
    tafsir = rules.tafsir.get(approval.tafsir)
    if tafsir is None:
        raise UsageError(f"Tidak ada tafsir {approval.tafsir}. {suggestion(approval.tafsir, rules.tafsir)}")
    if done := tafsir.pengesahan:
        raise UsageError(
            f"Tafsir {approval.tafsir} sudah disahkan oleh {done.oleh} pada {done.tanggal.isoformat()}. "
            "Untuk menggantinya, sunting bagian pengesahan pada rules.yaml."
        )
    wanting = [name for name in ("oleh", "dasar") if not getattr(approval, name).strip()]
    if wanting:
        raise UsageError(f"Isi --{wanting[0]} tidak boleh kosong.")


def _only_change(workspace: Workspace, before: Rulebook, content: bytes, approval: Approval) -> Change:
    """The one difference the new text makes. Raises UsageError where it makes another, or is no rulebook."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / workspace.rules.name
        with explained(trial):
            trial.write_bytes(content)
        after, _ = _load(workspace, trial)
    changes = differences(before, after) if after else ()
    expected = [(change.bagian, change.id, change.letak) for change in changes]
    if expected != [("tafsir", approval.tafsir, "pengesahan")]:
        raise UsageError(_by_hand(approval))
    return changes[0]


def _by_hand(approval: Approval) -> str:
    return (
        f"Pengesahan tafsir {approval.tafsir} tidak dapat ditulis tanpa mengubah bagian lain; rules.yaml tidak "
        f"disentuh. Tambahkan sendiri pada tafsir itu: {approval.line}"
    )


def _load(
    workspace: Workspace, path: Path, ubah: Mapping[Keys, str] | None = None
) -> tuple[Rulebook | None, tuple[Problem, ...]]:
    rules_schema = workspace.schemas / "rules.schema.json"
    return rulebook.load(path, schemas(workspace), rules_schema, workspace.templates, ubah)
