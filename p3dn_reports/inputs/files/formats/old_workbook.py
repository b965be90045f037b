"""Excel's old format, and what web systems hand out under its name: .xls."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.inputs.files import oldworkbook
from p3dn_reports.inputs.files.exported import read_exported
from p3dn_reports.inputs.files.formats.export import sheets
from p3dn_reports.inputs.files.formats.workbook import read_sheets
from p3dn_reports.inputs.files.raw import Read
from p3dn_reports.problems import Location, problem


def read(path: Path) -> Read:
    """Its sheets."""
    if found := read_exported(path):
        yield problem("ekspor-terbaca", Location(berkas=path.name), nilai=found.isi, akhiran=path.suffix.casefold())
        yield from sheets(path, found)
    else:
        yield from read_sheets(path, oldworkbook.preflight(path), path.name)
