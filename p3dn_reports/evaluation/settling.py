"""A band that another indicator settles: what a unit itself declared decides where its own figure leaves a doubt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from p3dn_reports.evaluation.assessment import IndikatorResult, Penegasan
from p3dn_reports.evaluation.indicators import Reading


def settling(read: Reading, result: IndikatorResult) -> str | None:
    """The indicator that may settle the band of `result`, or None."""
    bands = read.penilaian.pita.batas if read.penilaian is not None else ()
    return next((band.ditegaskan_oleh for band in bands if band.id == result.pita), None)


def settle(
    read: Reading, result: IndikatorResult, others: Mapping[str, IndikatorResult], rows: Callable[[str], int]
) -> IndikatorResult:
    """The result in the band of the indicator that settles it, or as it is.

    `others` are the unit's results by indicator; `rows` says how many of the unit's rows count for a ukuran. A unit
    without a row in the numerator of the other indicator has declared nothing: its 0% settles nothing.
    """
    if read.penilaian is None:
        return result
    other = others.get(settling(read, result) or "")
    if other is None or other.nilai is None or other.pita is None or not rows(other.ukuran_pembilang):
        return result
    semula = Penegasan(other.indikator, other.nilai, result.pita or "", result.tampil_pita or "")
    return replace(result, pita=other.pita, tampil_pita=other.tampil_pita, penegasan=semula)
