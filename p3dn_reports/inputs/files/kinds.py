"""Which files of a folder are inputs, told by their names alone: nothing is opened, and no reader is imported."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.cells import RECORDS

NOT_YET = frozenset(
    {
        ".xlsb", ".fods", ".xml", ".dbf", ".mdb", ".accdb", ".numbers", ".pdf", ".doc", ".docx", ".rtf",
        ".odt", ".zip", ".rar", ".7z", ".gz", ".jpg", ".jpeg", ".png",
    }
)  # fmt: skip
"""Kinds in which data are sent, and which nobody reads here (`.xml` but for what Excel 2003 and web systems write)."""

FORMATS: Mapping[str, str] = {
    **dict.fromkeys(NOT_YET, "refused"),
    ".xlsx": "workbook",
    ".xlsm": "workbook",
    ".xls": "old_workbook",
    ".ods": "open_document",
    ".csv": "separated",
    ".tsv": "separated",
    ".txt": "separated",
    ".json": "records",
    ".parquet": "parquet",
    **dict.fromkeys((".htm", ".html", ".mht", ".mhtml", ".xml"), "export"),
}
"""The module of `files.formats` that reads files of an ending."""

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
TEXTS = frozenset({".csv", ".tsv", ".txt", *RECORDS})
"""Files of one table, without the name of a sheet in them."""


ISIAN = "isian-meja-kerja.xlsx"
"""The workbook of an inputs folder that holds what was typed in at the desk."""


def is_input(path: Path) -> bool:
    """Whether the file is one this room looks at; hidden files, lock files of Office, and conflict copies are not."""
    named = path.is_file() and not path.name.startswith((".", "~$")) and path.suffix.casefold() in FORMATS
    return named and not is_conflict_copy(path)


def is_conflict_copy(path: Path) -> bool:
    """Whether a sync client has left the file beside ISIAN because two people saved at once: it would count twice."""
    name = path.name.casefold()
    beside = name.startswith(ISIAN.removesuffix(".xlsx")) and name.endswith(".xlsx") and name != ISIAN
    return beside and path.with_name(ISIAN).is_file()


def has_a_name(path: Path) -> bool:
    """Whether the name is text: some systems let in bytes that are none, and nobody could say which file is meant."""
    return path.name.encode("utf-8", "replace").decode() == path.name


_MIRROR = re.compile(r"[^/]+/([A-Z]\d{1,4})/[^/]+/(\d{4})/[^/]+")
"""How public mirrors of data services lay their files: `<sistem>/<kd_klpd>/<dataset>/<tahun>/<berkas>`."""


class Mirrored(NamedTuple):
    """Whose data a file of a mirror holds, and of what year."""

    kd_klpd: str
    tahun: int


def input_files(folder: Path) -> dict[str, Path]:
    """The files of `folder` that are read, by their names in it: its own by name, then those of mirrors by path.

    Raises UsageError without such a folder.
    """
    if not folder.is_dir():
        raise UsageError(f"Folder masukan {folder} tidak ada.")
    own = sorted(path for path in folder.iterdir() if is_input(path) and has_a_name(path))
    deeper = {name: path for name, path in files_below(folder).items() if mirrored(name)}
    return {**{path.name: path for path in own}, **deeper}


def files_below(folder: Path) -> dict[str, Path]:
    """The files in folders within `folder` that could be read, by their paths in it; hidden folders are left alone."""
    tops = (path for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith("."))
    found = (path for top in tops for path in sorted(top.rglob("*")) if is_input(path) and has_a_name(path))
    return {path.relative_to(folder).as_posix(): path for path in found}


def mirrored(berkas: str) -> Mirrored | None:
    """The place of a file in a mirror by its path in the folder; None for any other file."""
    found = _MIRROR.fullmatch(berkas)
    return Mirrored(found[1], int(found[2])) if found else None
