"""The cases: each a folder of readable files, read as an inputs folder; `masalah.txt` is what must be found in it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import yaml

from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.problems import Problem

HERE = Path(__file__).parent
CASES = HERE / "kasus"
COMMON = HERE / "dasar"
SCHEMAS = load_schemas(HERE.parent.parent / "schemas")
EXPECTED = "masalah.txt"


def build(case: Path, target: Path) -> Path:
    """The inputs folder of a case: the common meta and satker unless it brings its own, workbooks made from YAML."""
    shutil.copytree(COMMON, target, dirs_exist_ok=True)
    for path in sorted(case.iterdir()):
        if path.name.endswith(".xlsx.yaml"):
            write_workbook(target / path.stem, yaml.safe_load(path.read_text(encoding="utf-8")))
        elif path.name != EXPECTED:
            shutil.copy(path, target)
    return target


def write_workbook(path: Path, sheets: Mapping[str, list[list[Any]]]) -> None:
    """Write sheets of rows. `{persen: 0.8}` is a cell under a percent format; a text `=...` becomes a formula."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(number, column)
                cell.value = value["persen"] if isinstance(value, dict) else value
                if isinstance(value, dict):
                    cell.number_format = "0.0%"
    book.save(path)


def line(found: Problem) -> str:
    """A problem as one line of `masalah.txt`."""
    touched = f" [{', '.join(found.unit)}]" if found.unit else ""
    touched = f" [semua unit, tabel {found.tabel}]" if found.semua_unit else touched
    return f"{found.tingkat} {found.kode} {found.lokasi}: {found.pesan} {found.saran}{touched}"
