"""Tables that web systems write as pages and XML: .htm, .html, .mht, .mhtml, .xml."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.inputs.files.exported import Exported, read_exported
from p3dn_reports.inputs.files.formats import refused, workbook
from p3dn_reports.inputs.files.kinds import NOT_YET
from p3dn_reports.inputs.files.raw import RawSheet, Read, of_text, unmarked


def read(path: Path) -> Read:
    """Its sheets; a file that is no such table goes the way of what its name says."""
    if found := read_exported(path):
        return sheets(path, found)
    return refused.read(path) if path.suffix.casefold() in NOT_YET else workbook.read(path)


def sheets(path: Path, found: Exported) -> Read:
    """The sheets of an export."""
    for page in found.pages:
        sheet = RawSheet(path.name, page.lembar, page.rows, 0, page.hidden, from_1904=page.from_1904)
        yield from unmarked(of_text(sheet, page.quotes))
