"""Which files of a folder are inputs, told by their names alone: nothing is opened, and no reader is imported."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.errors import UsageError

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
TEXTS = frozenset({".csv", ".tsv", ".txt", ".json"})
EXPORTED = frozenset({".xls", ".htm", ".html", ".mht", ".mhtml", ".xml"})
"""Under these names other systems write tables as web pages and XML, `.xls` too."""
NOT_YET = frozenset(
    {
        ".xlsb", ".parquet", ".fods", ".xml", ".dbf", ".mdb", ".accdb", ".numbers", ".pdf", ".doc", ".docx", ".rtf",
        ".odt", ".zip", ".rar", ".7z", ".gz", ".jpg", ".jpeg", ".png",
    }
)  # fmt: skip
"""Kinds in which data are sent, and which nobody reads here: passing over them in silence would lose those data."""


def is_input(path: Path) -> bool:
    """Whether the file is one this room looks at; hidden files and the lock files of Office are not."""
    known = WORKBOOKS | TEXTS | EXPORTED | NOT_YET
    return path.is_file() and not path.name.startswith((".", "~$")) and path.suffix.casefold() in known


def has_a_name(path: Path) -> bool:
    """Whether the name is text: some systems let in bytes that are none, and nobody could say which file is meant."""
    return path.name.encode("utf-8", "replace").decode() == path.name


def input_files(folder: Path) -> list[Path]:
    """The files of `folder` that are read, in the order of their names. Raises UsageError without such a folder."""
    if not folder.is_dir():
        raise UsageError(f"Folder masukan {folder} tidak ada.")
    return sorted(path for path in folder.iterdir() if is_input(path) and has_a_name(path))
