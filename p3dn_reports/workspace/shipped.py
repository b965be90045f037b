"""The files that come with the program: a workspace made of them, and later renewed without touching anybody's work.

`RECORD` in the workspace says which bytes were laid there. A file that still has them is nobody's work and is replaced;
any other stays, and the new one is laid beside, under `BESIDE`, for a person to compare.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.rulebook.files import FOLDER
from p3dn_reports.workspace.places import RULES, Workspace

RECORD = ".p3dn-bawaan.json"
BESIDE = "pembaruan"
LAUNCHER = "Meja Kerja P3DN.cmd"
"""Opens the page of the folder it lies in, by a double-click on Windows."""
_CONTENTS = (RULES, FOLDER, "schemas", "templates", "inputs", "aturan-uji", "docs", LAUNCHER)
_PACKAGE = Path(__file__).resolve().parents[1]


def init(target: Path) -> Workspace:
    """Make `target` a workspace with the rulebook, schemas, templates, examples and guides that come with the program.

    Nothing is overwritten: raises UsageError that lists what is in the way, before anything is copied.
    """
    source = packaged()
    files = [name.as_posix() for name in _files_of(source)]
    conflicts = [name for name in files if (target / name).exists()]
    if conflicts:
        listed = ", ".join(conflicts[:5]) + (", ..." if len(conflicts) > 5 else "")
        raise UsageError(
            f"Folder {target} sudah memuat {listed}. Tidak ada yang disalin; pilih folder yang kosong atau yang baru, "
            "atau perbarui folder kerja ini dengan --upgrade."
        )
    for name in files:
        _lay(source / name, target / name)
    _write_record(target, {name: file_digest(source / name) for name in files})
    (target / "outputs").mkdir(parents=True, exist_ok=True)
    return Workspace.at(target)


@dataclass(slots=True)
class Upgrade:
    """What renewing a workspace did, file by file.

    `baru` were laid there; `diperbarui` replaced what nobody had touched; `disunting` were left as they are, the new
    ones beside them under `BESIDE` (of a changed rulebook every new file, since it holds together); `dihapus` had been
    deleted and stay so; `usang` come with the program no more.
    """

    baru: list[str] = field(default_factory=list)
    diperbarui: list[str] = field(default_factory=list)
    disunting: list[str] = field(default_factory=list)
    dihapus: list[str] = field(default_factory=list)
    usang: list[str] = field(default_factory=list)


def upgrade(target: Path, *, dry_run: bool = False) -> Upgrade:
    """Renew the shipped files of a workspace; with `dry_run` only say what that would do.

    Inputs, outputs and whatever a person wrote or changed stay as they are. Raises UsageError where `target` is no
    workspace.
    """
    if not (target / RULES).is_file():
        raise UsageError(f'Folder {target} bukan folder kerja: tidak ada {RULES}. Buat dengan "p3dn init {target}".')
    source = packaged()
    shipped = {name.as_posix(): file_digest(source / name) for name in _files_of(source)}
    laid = _read_record(target)
    found = _compared(target, shipped, laid)
    if not dry_run:
        _renew(source, target, shipped, found)
    return found


def _compared(target: Path, shipped: Mapping[str, str], laid: Mapping[str, str]) -> Upgrade:
    found = Upgrade(usang=[name for name in laid if name not in shipped and (target / name).is_file()])
    for name, digest in shipped.items():
        if not (target / name).is_file():
            (found.dihapus if name in laid else found.baru).append(name)
        elif (here := file_digest(target / name)) != digest:
            (found.diperbarui if here == laid.get(name) else found.disunting).append(name)
    return _rules_together(found)


def _rules_together(found: Upgrade) -> Upgrade:
    """The rulebook is renewed whole or not at all: where somebody changed a file of it, all that is new lies beside."""
    if not any(_of_rules(name) for name in found.disunting):
        return found
    waiting = [name for name in (*found.diperbarui, *found.baru) if _of_rules(name)]
    return replace(
        found,
        baru=[name for name in found.baru if name not in waiting],
        diperbarui=[name for name in found.diperbarui if name not in waiting],
        disunting=[*found.disunting, *waiting],
    )


def _of_rules(name: str) -> bool:
    return name == RULES or name.startswith(f"{FOLDER}/")


def _renew(source: Path, target: Path, shipped: Mapping[str, str], found: Upgrade) -> None:
    """Lay the new files, then say so: cut off in between, what was laid is told as equal the next time."""
    for name in (*found.baru, *found.diperbarui):
        _lay(source / name, target / name)
    shutil.rmtree(target / BESIDE, ignore_errors=True)
    for name in found.disunting:
        _lay(source / name, target / BESIDE / name)
    deleted = frozenset(found.dihapus)
    here = {name: one for name, one in shipped.items() if name in deleted or (target / name).is_file()}
    _write_record(target, here)


def _lay(source: Path, target: Path) -> None:
    """Copy a file so that it stands whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    made = target.with_name(f".{target.name}.baru")
    shutil.copyfile(source, made)
    made.replace(target)


def _write_record(target: Path, shipped: Mapping[str, str]) -> None:
    content = {"versi": version("p3dn-reports"), "berkas": dict(sorted(shipped.items()))}
    made = target / f"{RECORD}.baru"
    made.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    made.replace(target / RECORD)


def _read_record(target: Path) -> Mapping[str, str]:
    """What was laid there, by name; nothing for a workspace older than the record, whose files are then all kept."""
    try:
        content: Any = json.loads((target / RECORD).read_bytes())
        return {str(name): str(digest) for name, digest in content["berkas"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def packaged() -> Path:
    """The folder of the files that come with the program: in a wheel, else the repository of an editable install."""
    for folder in (_PACKAGE / "_workspace", _PACKAGE.parent):
        if (folder / RULES).is_file():
            return folder
    raise UsageError("Berkas bawaan p3dn (rules.yaml, schemas, templates) tidak ada; pasang ulang p3dn-reports.")


def _files_of(source: Path) -> Iterator[Path]:
    for name in _CONTENTS:
        paths = [source / name] if (source / name).is_file() else sorted((source / name).rglob("*"))
        for path in paths:
            relative = path.relative_to(source)
            if path.is_file() and not any(part.startswith((".", "~$")) for part in relative.parts):
                yield relative
