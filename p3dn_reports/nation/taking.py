"""Takes a quarter into a lake: read and checked once from its files, or received as another lake's part."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from p3dn_reports import pipeline
from p3dn_reports.errors import ProblemsError
from p3dn_reports.inputs.files.receipt import Receipt, is_part, read_receipt
from p3dn_reports.inputs.folder import Inputs, read_inputs
from p3dn_reports.inputs.intake.kept import Checked
from p3dn_reports.inputs.intake.lake import TakenBy, part_digest, write_part
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.nation.places import mark_newest, newest, region_folder
from p3dn_reports.outputs.disk import explained, make_folder, rename_folder
from p3dn_reports.outputs.stage import TEMPORARY
from p3dn_reports.problems import Problem
from p3dn_reports.rules import Rulebook
from p3dn_reports.rules.in_force import digest_in_force
from p3dn_reports.tables import Meta
from p3dn_reports.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Taken:
    """A quarter in the lake; `baru` is false where it lay there already. `problems` are those of its files.

    `digantikan` is the receipt of the one that counted for its region before, where that was another.
    """

    folder: Path
    receipt: Receipt
    baru: bool
    problems: tuple[Problem, ...]
    digantikan: Receipt | None = None


def take(workspace: Workspace, masukan: Path, lake: Path) -> Taken:
    """Take the quarter of an inputs folder, or of a part of another lake, which is checked and copied as it is.

    From then on it is the one that counts for its region. Raises ProblemsError where `meta` does not say whose it is,
    where a part is not what its receipt says, and where the disk refuses.
    """
    with read_inputs(masukan, load_schemas(workspace.schemas), pipeline.manner(workspace)) as read:
        return take_read(workspace, masukan, read, lake)


def take_read(workspace: Workspace, masukan: Path, read: Inputs, lake: Path) -> Taken:
    """The same of a quarter that was read; `masukan` is where it lies. Raises ProblemsError as `take` does."""
    if read.meta is None:
        raise ProblemsError(read.problems)
    meta = read.meta
    rules, _ = pipeline.load_rules(workspace, load_schemas(workspace.schemas))
    if rules and (contradiction := pipeline.other_region(rules, read)):
        raise ProblemsError((*read.problems, contradiction))
    folder = _place(masukan, read, meta, lake)
    baru = not folder.is_dir()
    before = _before(folder)
    if baru:
        _appear(folder, lambda made: _lay(workspace, masukan, read, rules, made))
    mark_newest(folder)
    return Taken(folder, read_receipt(folder), baru, read.problems, before)


def _before(folder: Path) -> Receipt | None:
    """The receipt of the quarter that counts for the region now, unless it is this one or tells nothing any more."""
    try:
        now = newest(folder.parent)
        return None if now == folder else read_receipt(now)
    except ProblemsError:
        return None


def _place(masukan: Path, read: Inputs, meta: Meta, lake: Path) -> Path:
    """Where the quarter lies in the lake: under the digest of all it rests on."""
    digest = read_receipt(masukan).digest if is_part(masukan) else part_digest(read.files, read.tables.schemas)
    return region_folder(lake, str(meta.periode), meta.kd_klpd) / digest


def _lay(workspace: Workspace, masukan: Path, read: Inputs, rules: Rulebook | None, folder: Path) -> None:
    if is_part(masukan):
        shutil.copytree(masukan, folder, dirs_exist_ok=True)
        return
    assert read.meta is not None  # noqa: S101 - the caller has looked
    daerah = rules.daerah_of(read.meta.kd_klpd) if rules else None
    in_force = digest_in_force(rules, daerah, read.meta.periode) if rules and daerah else None
    taken = TakenBy(workspace.name_of(masukan), version("p3dn-reports"), in_force)
    write_part(folder, Checked(read.tables, read.meta, read.problems), read.files, taken)


def _appear(folder: Path, fill: Callable[[Path], None]) -> None:
    """Make a folder that appears whole or not at all."""
    make_folder(folder.parent)
    with explained(folder), tempfile.TemporaryDirectory(dir=folder.parent, prefix=TEMPORARY) as temporary:
        made = Path(temporary) / folder.name
        made.mkdir()
        fill(made)
        rename_folder(made, folder)
