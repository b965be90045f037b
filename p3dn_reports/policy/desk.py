"""The rulebook on the policy owner's desk: check it alone, load another beside it, write an approval into it."""

from __future__ import annotations

import tempfile
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from p3dn_reports import rulebook
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.evaluation.approvals import in_words, stale_approval
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.outputs.disk import explained, replace_file
from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.approve import Approval, with_approval
from p3dn_reports.rulebook.compose import read_files
from p3dn_reports.rulebook.diff import Change, differences
from p3dn_reports.rulebook.files import RuleFile, gather
from p3dn_reports.rulebook.prose import SECTIONS
from p3dn_reports.rulebook.source import Keys, suggestion
from p3dn_reports.rules import Rulebook
from p3dn_reports.rules.readings import digest, written_approval
from p3dn_reports.tables import TableSchema
from p3dn_reports.workspace import Workspace


@dataclass(frozen=True, slots=True)
class RulesCheck:
    """What a check of the rulebook alone found; `banyak` counts its rules per section, empty where it cannot load.

    `aturan` is the rulebook itself, None where it cannot load.
    """

    berkas: Path
    problems: tuple[Problem, ...]
    banyak: Mapping[str, int]
    aturan: Rulebook | None


def check_rules(workspace: Workspace, berkas: Path | None = None) -> RulesCheck:
    """Check the workspace's rulebook, or another beside the same tables and templates."""
    path = berkas or workspace.rules
    loaded, problems = _load(workspace, path, ending=True)
    banyak = {name: len(getattr(loaded, name)) for name in SECTIONS} if loaded else {}
    return RulesCheck(path, (*problems, *(_stale(loaded) if loaded else ())), banyak, loaded)


def _stale(rules: Rulebook) -> Iterator[Problem]:
    """A warning for every approval of a text that is another by now."""
    for daerah in rules.daerah.values():
        for name in rules.tafsir:
            approval, stale = written_approval(rules, daerah, name)
            if approval is not None and stale:
                yield stale_approval(name, daerah.id, approval)


def load(workspace: Workspace, berkas: Path | None = None, ubah: Mapping[Keys, str] | None = None) -> Rulebook:
    """The rulebook, with the values of `ubah` set. Raises ProblemsError where it has a galat."""
    loaded, problems = _load(workspace, berkas or workspace.rules, ubah)
    if loaded is None:
        raise ProblemsError(problems)
    return loaded


def schemas(workspace: Workspace) -> dict[str, TableSchema]:
    """The input tables the rulebook speaks of."""
    return load_schemas(workspace.schemas)


def compare(workspace: Workspace, lama: Path, baru: Path) -> tuple[Change, ...]:
    """What differs by meaning between two rulebooks."""
    return differences(load(workspace, lama), load(workspace, baru))


def approve(
    workspace: Workspace, tafsir: str, daerah: str | None, oleh: str, tanggal: date, dasar: str
) -> tuple[Approval, str]:
    """Record a region's approval in the file of the rulebook that has the reading; nothing else in it changes.

    Where no region is named it is the one whose law the reading is of. Raises UsageError for an unknown or already
    approved tafsir, for a region that is not clear, and where the text cannot be changed that plainly. Returns the
    approval and the file's name.
    """
    before = load(workspace)
    if tafsir not in before.tafsir:
        raise UsageError(f"Tidak ada tafsir {tafsir}. {suggestion(tafsir, before.tafsir)}")
    region = _region(before, tafsir, daerah)
    sidik = digest(before, before.daerah[region], tafsir)
    approval = Approval(tafsir, region, oleh, tanggal, dasar, sidik)
    _approvable(before, approval)
    place = file_of(workspace, ("tafsir", tafsir))
    written = rewritten(place, lambda text: with_approval(text, approval))
    if written is None or not _only_that(before, trial(workspace, place, written)[0], approval):
        raise UsageError(_by_hand(approval, place.nama))
    replace_file(place.path.resolve(), written)
    return approval, place.nama


def file_of(workspace: Workspace, keys: Keys) -> RuleFile:
    """The file of the rulebook in which a rule stands."""
    files, _ = gather(workspace.rules)
    source, _ = read_files(files)
    assert source is not None  # noqa: S101 - the rulebook has been loaded
    berkas = source.mark(keys, key=True).berkas
    return next(one for one in files if one.nama == (berkas or files[0].nama))


def rewritten(place: RuleFile, change: Callable[[str], str | None]) -> bytes | None:
    """A file's bytes after a change of its text, its byte order mark kept; None where the change finds no place."""
    mark = BOM_UTF8 if place.content.startswith(BOM_UTF8) else b""
    text = change(place.content.removeprefix(mark).decode("utf-8"))
    return None if text is None else mark + text.encode("utf-8")


def trial(workspace: Workspace, changed: RuleFile, content: bytes) -> tuple[Rulebook | None, tuple[Problem, ...]]:
    """The rulebook as it would be with one file changed."""
    with tempfile.TemporaryDirectory() as folder:
        for one in gather(workspace.rules)[0]:
            path = Path(folder) / one.nama
            with explained(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content if one.nama == changed.nama else one.content)
        return _load(workspace, Path(folder) / workspace.rules.name)


def _region(rules: Rulebook, tafsir: str, daerah: str | None) -> str:
    """The region that approves: the one named, else the only one that applies the law the reading is of."""
    if daerah is not None:
        if daerah not in rules.daerah:
            raise UsageError(f"Tidak ada daerah {daerah}. {suggestion(daerah, rules.daerah)}")
        return daerah
    sources = {cited.sumber for cited in rules.tafsir[tafsir].dasar}
    found = [one.id for one in rules.daerah.values() if sources.intersection(rules.diterapkan(one))]
    if len(found) != 1:
        raise UsageError(f"Sebutkan daerah yang mengesahkan: --daerah {' atau --daerah '.join(found or rules.daerah)}.")
    return found[0]


def _approvable(rules: Rulebook, approval: Approval) -> None:
    done, stale = written_approval(rules, rules.daerah[approval.daerah], approval.tafsir)
    if done is not None and not stale:
        raise UsageError(
            f"Tafsir {approval.tafsir} sudah disahkan di {approval.daerah} oleh {in_words(done)}. "
            "Untuk menggantinya, sunting bagian pengesahan pada tafsir itu."
        )
    wanting = [name for name in ("oleh", "dasar") if not getattr(approval, name).strip()]
    if wanting:
        raise UsageError(f"Isi --{wanting[0]} tidak boleh kosong.")


def _only_that(before: Rulebook, after: Rulebook | None, approval: Approval) -> bool:
    """Whether the new text is a rulebook that differs in the approval alone."""
    changes = differences(before, after) if after else ()
    places = {(change.bagian, change.id, change.letak.split(" › ")[0]) for change in changes}
    return places == {("tafsir", approval.tafsir, "pengesahan_daerah")}


def _by_hand(approval: Approval, nama: str) -> str:
    return (
        f"Pengesahan tafsir {approval.tafsir} tidak dapat ditulis tanpa mengubah bagian lain; {nama} tidak "
        f"disentuh. Tambahkan sendiri pada tafsir itu: {approval.line}"
    )


def _load(
    workspace: Workspace, path: Path, ubah: Mapping[Keys, str] | None = None, *, ending: bool = False
) -> tuple[Rulebook | None, tuple[Problem, ...]]:
    rules_schema = workspace.schemas / "rules.schema.json"
    verdicts = workspace.verdicts
    return rulebook.load(path, schemas(workspace), rules_schema, workspace.templates, ubah, verdicts, ending=ending)
