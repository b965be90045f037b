"""What the words that run over the rows of a group make of the rows' values."""

from __future__ import annotations

from fractions import Fraction

from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.formatting import daftar_kata
from p3dn_reports.rules import Kata

SHOWN = 20
"""How many rows a step names at most."""


def unit_of(parts: list[Langkah]) -> str:
    """The unit of the first part that is no plain number, else that of a number."""
    return next((part.satuan for part in parts if part.satuan != "jumlah"), "jumlah")


def total_of(kata: Kata, steps: list[Langkah], baris: int) -> Langkah:
    """What a word over rows makes of the values of the rows kept; a blank among them is not passed over."""
    judul, satuan = f"{kata.judul} ({len(steps)} dari {baris})", unit_of(steps)
    wanting = next((step for step in steps if step.nilai is None), None)
    if wanting is not None and kata is not Kata.ISI_TUNGGAL:
        return Langkah(judul, satuan, sebab=wanting.sebab, bagian=(wanting,))
    values = [step.nilai for step in steps if step.nilai is not None]
    numbers = [value for value in values if isinstance(value, Fraction)]
    if kata is Kata.TOTAL:
        return Langkah(judul, satuan, sum(numbers, Fraction(0)), bagian=tuple(steps[:SHOWN]))
    if not values:
        return Langkah(judul, satuan, sebab="tidak ada barisnya yang terisi", kosong=True)
    if kata is Kata.ISI_TUNGGAL:
        sebab = _differing([step for step in steps if step.nilai is not None])
        return Langkah(judul, satuan, None if sebab else values[0], sebab=sebab, bagian=tuple(steps[:SHOWN]))
    highest = max(steps, key=lambda step: (isinstance(step.nilai, Fraction), step.nilai))
    return Langkah(judul, satuan, highest.nilai, bagian=(highest,))


def _differing(steps: list[Langkah]) -> str | None:
    """Which values stand where one is asked for, each with the first cell that holds it; None where all are one."""
    found: dict[str, Langkah] = {}
    for step in steps:
        found.setdefault(str(step.nilai).lower(), step)
    if len(found) == 1:
        return None
    named = daftar_kata([f"{step.tampil} ({step.sel})" if step.sel else step.tampil for step in found.values()])
    return f"{steps[0].uraian} berbeda-beda di antara barisnya: {named}"
