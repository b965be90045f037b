"""Reading the example folders with the standard library and openpyxl: the engine must not vouch for itself."""

from __future__ import annotations

import csv
import subprocess
import sys
import zipfile
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
INPUTS = ROOT / "inputs"
DKI = INPUTS / "contoh-dki-2024-tw4"
PANDEGLANG = INPUTS / "contoh-pandeglang-2024"
SANKSI = INPUTS / "contoh-sanksi"
BANDUNG = INPUTS / "kab-bandung-2025"

Row = dict[str, Any]


@cache
def sheet(path: Path, name: str, header_row: int = 1) -> tuple[Row, ...]:
    """The rows of a sheet below its header row, as Excel counts rows; blanks are None."""
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        header, *rows = book[name].iter_rows(min_row=header_row, values_only=True)
        return tuple(dict(zip(map(str, header), row, strict=False)) for row in rows)
    finally:
        book.close()


def first_sheet(path: Path) -> tuple[str, str]:
    """The name of a workbook's first sheet and all its text."""
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        cells = (cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row)
        return book.sheetnames[0], " ".join(str(cell) for cell in cells if cell is not None)
    finally:
        book.close()


@cache
def table(path: Path, delimiter: str = ",") -> tuple[Row, ...]:
    """The rows of a CSV file, all text."""
    with path.open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream, delimiter=delimiter))


def exact(value: object) -> Fraction:
    """A cell as an exact number; a blank is zero."""
    return Fraction(str(value)) if value not in (None, "") else Fraction(0)


def reporting_unit(satker: tuple[Row, ...]) -> dict[str, str]:
    """The unit under which each unit's rows count: itself, or what a `unit` lies under."""
    return {r["kode_satker"]: r["kode_induk"] if r["jenis"] == "unit" else r["kode_satker"] for r in satker}


def codes_by_name(satker: tuple[Row, ...]) -> dict[str, str]:
    """Codes by every spelling of a unit's name, case aside; a spelling of two units is a mistake in the folder."""
    found: dict[str, str] = {}
    for row in satker:
        for name in [row["nama_satker"], *(row.get("nama_alias") or "").split(";")]:
            if name.strip():
                assert found.setdefault(name.strip().casefold(), row["kode_satker"]) == row["kode_satker"]
    return found


def run_tool(script: str, *arguments: Path) -> None:
    """Run a generator as a person would."""
    subprocess.run([sys.executable, str(ROOT / "tools" / script), *map(str, arguments)], check=True)


def parts(path: Path) -> dict[str, bytes]:
    """A file's contents: a workbook's parts by name, since zlib versions deflate differently, else the bytes."""
    if path.suffix != ".xlsx":
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
