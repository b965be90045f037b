"""What is typed in at the desk, kept in one workbook among the inputs: any table, written whole and never blindly.

opened(desk)                       Isian: its bytes and SHA-256; both None where there is none yet
opened(desk).rows(schema)          the rows of a table as they stand
save(desk, petugas, sha, changes)  lay rows in, if the workbook still is the one with that `sha`
approve(desk, petugas, ...)        one row of table `pengesahan`
conflict_copies(desk)              what a sync client has left beside it; nobody reads those
settle(desk, petugas, name)        take one of them for the workbook, or leave it: the others go to kiriman
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from p3dn_reports.desk.lock import held, is_open_in_excel
from p3dn_reports.desk.people import Petugas, now
from p3dn_reports.desk.places import ISIAN, Desk
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.inputs.files.kinds import is_conflict_copy
from p3dn_reports.inputs.files.preflight import preflight
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.inputs.workbook.typed_in import Change, TypedRow, Value, last_hand, read_typed, with_changes
from p3dn_reports.outputs import disk
from p3dn_reports.outputs.names import safe_path
from p3dn_reports.problems import Location, problem
from p3dn_reports.tables import TableSchema

__all__ = [
    "Change",
    "ChangedIsianError",
    "Isian",
    "TypedRow",
    "Value",
    "approve",
    "conflict_copies",
    "opened",
    "save",
    "settle",
]


class ChangedIsianError(ProblemsError):
    """Somebody else saved the workbook since it was opened: nothing was written, what was typed is to be saved again.

    Its one problem names who did, in `nilai`.
    """


@dataclass(frozen=True, slots=True)
class Isian:
    """The workbook as it was opened; `sha` is what `save` asks for."""

    content: bytes | None
    sha: str | None

    def rows(self, schema: TableSchema) -> list[TypedRow]:
        """The rows of a table that stand there. Raises ProblemsError where the file is no workbook."""
        if self.content is None:
            return []
        try:
            return read_typed(self.content, schema)
        except ValueError as error:
            raise ProblemsError([problem("isian-rusak", Location(berkas=ISIAN))]) from error


def opened(desk: Desk) -> Isian:
    """The workbook as it stands. Raises ProblemsError for one that is not safe to open."""
    if not desk.isian.is_file():
        return Isian(None, None)
    looked = preflight(desk.isian)
    if not looked.readable:
        raise ProblemsError(looked.problems)
    with disk.explained(desk.isian):
        content = desk.isian.read_bytes()
    return Isian(content, sha256(content).hexdigest())


def save(desk: Desk, petugas: Petugas, sha: str | None, changes: Sequence[Change]) -> str:
    """Lay rows into the workbook; the SHA-256 it has now.

    Raises ChangedIsianError where it is no longer the one opened (`sha`, None: there was none), ProblemsError where it
    is open in Excel or the disk refuses, UsageError for what no cell can hold.
    """
    with held(desk):
        isian = opened(desk)
        if isian.sha != sha:
            raise _changed(isian)
        if is_open_in_excel(desk.isian):
            raise ProblemsError([problem("isian-sedang-dibuka", Location(berkas=ISIAN))])
        content = _laid(isian, changes, load_schemas(desk.workspace.schemas), petugas)
        disk.replace_file(desk.isian, content)
    return sha256(content).hexdigest()


def approve(desk: Desk, petugas: Petugas, sha: str | None, *, tafsir: str, oleh: str, tanggal: date, dasar: str) -> str:
    """Write that a reading was approved for these inputs (table `pengesahan`); the SHA-256 of the workbook now.

    A row of the same reading in it is written over. Raises as `save` does.
    """
    schema = load_schemas(desk.workspace.schemas)["pengesahan"]
    standing = next((one.baris for one in opened(desk).rows(schema) if one.nilai.get("tafsir") == tafsir), None)
    row: dict[str, Value] = {"tafsir": tafsir, "oleh": oleh, "tanggal": tanggal, "dasar": dasar}
    return save(desk, petugas, sha, [Change("pengesahan", row, standing)])


def conflict_copies(desk: Desk) -> list[Path]:
    """The copies a sync client has left beside the workbook; they are named by every check, and read by none."""
    return sorted(path for path in desk.masukan.iterdir() if is_conflict_copy(path))


def settle(desk: Desk, petugas: Petugas, name: str, sha: str | None) -> None:
    """Of the workbook and its conflict copies keep the one called `name`; the others go to kiriman, whole.

    Raises UsageError for another name, ChangedIsianError where the workbook changed since it was looked at (`sha`).
    """
    with held(desk):
        copies = conflict_copies(desk)
        isian = opened(desk)
        if isian.sha != sha:
            raise _changed(isian)
        if name not in {ISIAN, *(path.name for path in copies)}:
            raise UsageError(f"{name} bukan berkas isian. Pilihannya: {', '.join(path.name for path in copies)}.")
        kept = desk.masukan / name
        for path in [path for path in (desk.isian, *copies) if path != kept and path.is_file()]:
            _to_kiriman(desk, path)
        if kept != desk.isian:
            disk.put_file(kept, desk.isian)


def _to_kiriman(desk: Desk, path: Path) -> None:
    """Move a file aside, under the name a file received gets."""
    digest = file_digest(path)
    disk.make_folder(desk.kiriman)
    disk.put_file(path, desk.kiriman / received_name(path.name, digest))


def received_name(name: str, sha: str) -> str:
    """What a file is called among those received: when, what it is, and what it was called."""
    return safe_path(f"{now():%Y%m%dT%H%M%S}_{sha[:8]}__{name}")


def _laid(isian: Isian, changes: Sequence[Change], schemas: Mapping[str, TableSchema], petugas: Petugas) -> bytes:
    try:
        return with_changes(isian.content, changes, schemas, petugas.oleh)
    except KeyError as error:
        raise UsageError(f"Tidak ada tabel atau kolom {error.args[0]}.") from error
    except ValueError as error:
        raise ProblemsError([problem("isian-tidak-dapat-diisi", Location(berkas=ISIAN), nilai=str(error))]) from error


def _changed(isian: Isian) -> ChangedIsianError:
    who = (last_hand(isian.content) if isian.content else None) or "orang lain"
    return ChangedIsianError([problem("isian-berubah", Location(berkas=ISIAN), nilai=who)])
