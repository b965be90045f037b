"""Which edition of the tables' schemas a fill-in workbook was made from, written into it and read back."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import python_calamine as calamine

from p3dn_reports.inputs.files.parts import with_slashes
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import TableSchema

SHEET = "_meta"
MARK = "p3dn-lembar-isian"
_LARGEST = 1 << 22
_MOST_ROWS = 500


def edition(schema: TableSchema) -> str:
    """The edition of a table: changes with what may stand in a cell, and not with the wording around it."""
    columns = [
        (column.name, str(column.kind), column.header, column.required, column.choices, column.pattern,
         str(column.minimum), str(column.maximum), column.reference)
        for column in schema.columns
    ]  # fmt: skip
    return _digest([schema.name, columns])[:16]


def marks(schemas: Iterable[TableSchema]) -> list[tuple[str, str, str]]:
    """The rows of the sheet: kind, schema id, edition; the digest of them all last."""
    rows = [("skema", f"{schema.name}.schema.json", edition(schema)) for schema in schemas]
    return [(MARK, "versi", "1"), *rows, ("hash", "sha256", _digest(rows))]


def tables_of(path: Path) -> frozenset[str]:
    """The tables a fill-in workbook was made for; none for any other file."""
    return frozenset(_said(_read(path)))


def outdated(path: Path, schemas: Mapping[str, TableSchema]) -> Problem | None:
    """The problem that a fill-in workbook at `path` is of an older edition; None for a current or any other file."""
    old = _old(_read(path), schemas)
    if not old:
        return None
    known = " ".join(name for name in old if name in schemas)
    return problem("lembar-isian-usang", Location(berkas=path.name), nilai=", ".join(old), perintah=known or "TABEL")


def _said(rows: list[tuple[str, str, str]]) -> dict[str, str]:
    """The edition of every table, as the workbook says."""
    ours = bool(rows) and rows[0][0] == MARK
    return {name.removesuffix(".schema.json"): text for kind, name, text in rows if ours and kind == "skema"}


def _old(rows: list[tuple[str, str, str]], schemas: Mapping[str, TableSchema]) -> list[str]:
    said = _said(rows)
    if said and rows[-1] != ("hash", "sha256", _digest([row for row in rows if row[0] == "skema"])):
        return list(said)
    return [name for name, text in said.items() if name not in schemas or edition(schemas[name]) != text]


def _read(path: Path) -> list[tuple[str, str, str]]:
    """The rows of the sheet, none where a file has no such sheet."""
    try:
        with with_slashes(zipfile.ZipFile(path)) as package:
            part = package.getinfo("xl/workbook.xml")
            if part.file_size > _LARGEST or not re.search(rb'\bname="_meta"', package.read(part)):
                return []
        with calamine.load_workbook(str(path)) as book:
            sheet = book.get_sheet_by_name(SHEET)
            rows = sheet.to_python(nrows=_MOST_ROWS) if sheet.start else []
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, calamine.CalamineError):
        return []
    return [(str(row[0]), str(row[1]), str(row[2])) for row in rows if len(row) >= 3]


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()
