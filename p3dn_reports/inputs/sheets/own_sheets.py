"""The sheets this program adds to workbooks for people to read; nothing is to be read from them."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from p3dn_reports.inputs.files.raw import RawSheet

FINDINGS, GUIDE = "Pemeriksaan", "Petunjuk"
"""The names of the sheets that are there to be read by people."""

GUIDE_TITLE = "Lembar isian P3DN"


def heading(berkas: str) -> str:
    """The title of a report on a file."""
    return f"{FINDINGS} {berkas}"


def is_own_sheet(sheet: RawSheet) -> bool:
    """Whether a sheet holds our instructions or our findings: known by its name and by its first cell."""
    name, first = sheet.lembar or "", next((str(cell) for row in sheet.rows[:1] for cell in row[:1]), "")
    return (name == GUIDE and first == GUIDE_TITLE) or (name.startswith(FINDINGS) and first.startswith(heading("")))


_RESULTS = re.compile(rb"<(?:\w+:)?title\b[^>]*>\s*Hasil P3DN ")
_PROPERTIES, _LONGEST = "docProps/core.xml", 1 << 16


def is_results(path: Path) -> bool:
    """Whether a workbook is a `hasil.xlsx` of ours, by the title it bears: its sheets are figures, and no input."""
    try:
        with zipfile.ZipFile(path) as package, package.open(_PROPERTIES) as part:
            return _RESULTS.search(part.read(_LONGEST)) is not None
    except (OSError, KeyError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        return False
