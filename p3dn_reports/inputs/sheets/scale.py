"""Whether a sheet says that its amounts are thousands or millions of rupiah: read as they stand they would be lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from p3dn_reports.inputs.cells import Row, address
from p3dn_reports.inputs.sheets.sheet_layout import Layout
from p3dn_reports.problems import Problem, problem
from p3dn_reports.tables import Kind

_SCALED = re.compile(
    r"(?:\bdalam|\bsatuan|\()\W*(?:rp\b\W*)?(?:1\W*)?(?:ribu|juta|mil[iy]ar|triliun)(?:an)?\b"
    r"|\brp\W*000\b|\bx\W*(?:rp\W*)?1\W?000\b",
    re.IGNORECASE,
)


def scale_told(rows: Sequence[Row], layout: Layout) -> list[Problem]:
    """The first such words in the title or the captions of a sheet with amounts, as an error of the whole sheet.

    A caption that says so may be unknown for that very reason; a title alone needs amounts that are read.
    """
    amounts = {column.name for column in layout.schema.columns if column.kind is Kind.RUPIAH}
    if not amounts:
        return []
    first = layout.header if amounts.isdisjoint(layout.positions) else 0
    for number, row in enumerate(rows[first : layout.header + 1], start=first + 1):
        for at, cell in enumerate(row):
            if isinstance(cell, str) and _SCALED.search(cell):
                return [_told(layout, cell.strip(), number, at)]
    return []


def _told(layout: Layout, text: str, number: int, at: int) -> Problem:
    place = layout.location("", address(number, layout.first_column + at), number)
    return problem("satuan-bukan-rupiah", place, nilai=" ".join(text.split())[:80], tabel=layout.schema.name,
                   semua_unit=True)  # fmt: skip
