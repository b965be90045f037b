"""The sheets this program adds to workbooks for people to read; nothing is to be read from them."""

from __future__ import annotations

from p3dn_reports.inputs.reader import RawSheet
from p3dn_reports.inputs.workbook.text import FINDINGS, GUIDE, GUIDE_TITLE, heading


def is_own_sheet(sheet: RawSheet) -> bool:
    """Whether a sheet holds our instructions or our findings: known by its name and by its first cell."""
    name, first = sheet.lembar or "", next((str(cell) for row in sheet.rows[:1] for cell in row[:1]), "")
    return (name == GUIDE and first == GUIDE_TITLE) or (name.startswith(FINDINGS) and first.startswith(heading("")))
