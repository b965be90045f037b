"""Why a figure is not on the other side of its threshold: what the engine found, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from p3dn_reports.formatting import angka, desimal, nilai_bersatuan
from p3dn_reports.web.figures import ABOVE, BELOW, UnitRow
from p3dn_reports.web.shelf import Record

_USUAL = 2
"""Decimals a percentage is printed with where these do not hide the side it is on."""


def threshold(row: UnitRow) -> str | None:
    """The threshold that the figure of a unit is beyond; None for one within."""
    if row.angka is None or row.mark not in {BELOW, ABOVE}:
        return None
    return f"{angka(Fraction(row.angka['ambang'][0 if row.mark == BELOW else -1]))}%"


def reasons(row: UnitRow, trace: Record) -> Iterator[str]:
    """Why the figure is not the threshold: the gap, the decimals, the rows that are not counted above the line."""
    limit = threshold(row)
    if row.angka is None or row.selisih is None or limit is None:
        return
    gap, side = nilai_bersatuan(Fraction(row.selisih), row.angka["satuan"]), row.mark == BELOW
    yield f"{'Kurang' if side else 'Lebih'} {gap} {'sampai' if side else 'dari'} batas {limit}."
    rounded = f"{desimal(Fraction(row.angka['nilai_pasti']), _USUAL)}%"
    if rounded != row.angka["tampil"]:
        yield (
            f"Angka dibandingkan tanpa pembulatan. Dengan dua desimal ia akan tercetak {rounded}, padahal "
            f"{row.angka['tampil_pita']}; karena itu ditulis sampai desimal yang membedakannya."
        )
    for number, one in enumerate(_conditions(trace), start=1):
        if side and one["ditolak"]:
            amount = nilai_bersatuan(Fraction(one["nilai_ditolak"]), row.angka["satuan"])
            rows = f"{angka(one['ditolak'])} baris senilai {amount}"
            yield f"{rows} tidak dihitung pada pembilang karena syarat {number} di bawah ini."


def _conditions(trace: Record) -> Iterator[Record]:
    """The conditions of the numerator: the first part that rests on rows."""
    parts = (part for part in trace["langkah"]["bagian"] if part["bukti"])
    yield from next(parts, {"bukti": {"syarat": ()}})["bukti"]["syarat"]
