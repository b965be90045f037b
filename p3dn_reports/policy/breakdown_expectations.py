"""What a case expects of the lines of a breakdown, held against those the rulebook makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from p3dn_reports.evaluation.assessment import Assessment, Figures
from p3dn_reports.evaluation.lines import RincianBaris
from p3dn_reports.formatting import angka
from p3dn_reports.policy.amounts import is_amount
from p3dn_reports.policy.object_expectations import Differs

TIDAK_ADA_DATA = "tidak ada data"

_Row = dict[str, str]


def differences(assessment: Assessment, wanted: Mapping[str, Mapping[str, str]], daerah: str) -> Iterator[Differs]:
    """Every line that did not come true; `daerah` is the key of the whole region's lines beside the units' codes."""
    for name, units in wanted.items():
        for kode, text in units.items():
            figures = _figures(assessment, kode, daerah)
            if figures is None:
                yield Differs((name, kode), kode, "bukan unit pelapor di sini")
                continue
            head, *rows = ([cell.strip() for cell in line.split("|")] for line in text.splitlines())
            expected = [dict(zip(head, row, strict=False)) for row in rows]
            found = [_shown(line, head) for line in figures.rincian[name]]
            if len(expected) != len(found) or not all(map(_same, expected, found)):
                yield Differs((name, kode), _told(expected), _told(found))


def _figures(assessment: Assessment, kode: str, daerah: str) -> Figures | None:
    if kode == daerah:
        return assessment.seluruh
    unit = assessment.unit_result(kode)
    return unit.figures if unit is not None else None


def _shown(line: RincianBaris, head: list[str]) -> _Row:
    """The line in the columns that were asked for; a column it does not have stays blank."""
    parts = {name: TIDAK_ADA_DATA if banyak is None else str(banyak) for name, banyak in line.bagian.items()}
    sums = {name: angka(value) for name, value in line.jumlah.items()}
    known = {"kode": line.kode, "nama": line.nama, "banyak": str(line.banyak), **parts, **sums}
    return {name: known.get(name, "") for name in head}


def _same(wanted: _Row, found: _Row) -> bool:
    return all(wanted.get(name) == text or _same_amount(wanted.get(name, ""), text) for name, text in found.items())


def _same_amount(wanted: str, found: str) -> bool:
    bare = found.replace(".", "").replace(",", ".")
    return bare.lstrip("-").replace(".", "", 1).isdigit() and is_amount(wanted, Fraction(bare))


def _told(rows: list[_Row]) -> str:
    return " / ".join(" | ".join(row.values()) for row in rows) or "tidak ada baris"
