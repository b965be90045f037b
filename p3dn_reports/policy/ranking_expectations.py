"""What a case expects of the largest rows of units, held against the lists the rulebook makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from p3dn_reports.evaluation.assessment import Assessment, PeringkatBaris, PeringkatResult
from p3dn_reports.policy.object_expectations import Differs

_ROWS = "baris"


def differences(assessment: Assessment, wanted: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Iterator[Differs]:
    """Every expectation of a list that did not come true; a ranking unknown to the rulebook is not looked at."""
    for name, units in wanted.items():
        for kode, expected in units.items():
            found = list_of(assessment, name, kode)
            if found is None:
                yield Differs((name, kode), kode, "tidak ada unit pelapor atau peringkat itu")
                continue
            for field, text in expected.items():
                shown = _table(found, text) if field == _ROWS else getattr(found, field) or "tidak ada"
                if not (_same_table(text, shown) if field == _ROWS else text.casefold() in shown.casefold()):
                    yield Differs((name, kode, field), " / ".join(text.splitlines()), " / ".join(shown.splitlines()))


def list_of(assessment: Assessment, peringkat: str, kode: str) -> PeringkatResult | None:
    """The list of one unit, or None."""
    unit = assessment.unit_result(kode)
    return unit.peringkat.get(peringkat) if unit is not None else None


def _table(found: PeringkatResult, wanted: str) -> str:
    """The list in the columns that were asked for, as the case writes them; a blank stays blank."""
    head = _cells(wanted.splitlines()[0])
    lines = [head, *([_cell(row, name) for name in head] for row in found.baris)]
    return "\n".join(" | ".join(cells) for cells in lines)


def _cell(row: PeringkatBaris, name: str) -> str:
    if name == "urutan":
        return str(row.urutan)
    return {**row.isi, **row.pemantauan}.get(name) or ""


def _same_table(wanted: str, found: str) -> bool:
    return [_cells(line) for line in wanted.splitlines()] == [_cells(line) for line in found.splitlines()]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]
