"""Cells as numbers: amounts of rupiah, percentages, plain and whole numbers, each with its own bounds."""

from __future__ import annotations

import re
from decimal import Decimal

from p3dn_reports.inputs.cells import Cell, PercentCell
from p3dn_reports.inputs.values.amounts import (
    LARGEST,
    canonical,
    decimals,
    float_in_sen,
    read_float,
    read_number,
    to_twelve_decimals,
    written,
)
from p3dn_reports.inputs.values.faults import Coerced, Fault, shown, trimmed, wrong
from p3dn_reports.inputs.values.writing import Writing
from p3dn_reports.tables import Column

_PLAIN = {
    False: re.compile(r"[1-9][0-9]{0,14}(?:,[0-9]{1,2})?"),
    True: re.compile(r"[1-9][0-9]{0,14}(?:\.[0-9]{1,2})?"),
}
"""Texts that are amounts at first sight, by whether the column is written with decimal points."""
_MOST_PERCENT = 10


def rupiah(_column: Column, cell: Cell, writing: Writing) -> Coerced:
    """An amount exact to the sen: below 10^15 from a number, below 10^18 from a text."""
    point = writing.decimal_point
    if isinstance(cell, float) and (text := float_in_sen(cell)):
        return Coerced(text)
    if isinstance(cell, str) and _PLAIN[point].fullmatch(cell):
        return Coerced(cell.replace(",", "."), None if point else Fault("jumlah-sebagai-teks", cell))
    expected = "jumlah rupiah, misalnya 1.234.567,50"
    number, remark = _unscaled(cell, point, expected)
    if number is None:
        return Coerced(None, remark)
    if abs(number) >= LARGEST or (isinstance(cell, float) and abs(number) >= 10**15):
        return wrong("jumlah-terlalu-besar", cell, "jumlah di bawah 10^15 (angka) atau 10^18 (teks)")
    if decimals(number) > 2:
        return wrong("pecahan-sen", cell, "paling banyak dua desimal", written(round(number, 2)))
    if isinstance(cell, str) and remark is None and not point:
        remark = Fault("jumlah-sebagai-teks", shown(cell))
    return Coerced(canonical(number), remark)


def angka(_column: Column, cell: Cell, writing: Writing) -> Coerced:
    """A number with up to twelve decimals. Beyond 1000% a percent format was put on a plain number."""
    read = _unscaled if isinstance(cell, PercentCell) and abs(cell.value) > _MOST_PERCENT else _number
    number, remark = read(_without_percent(cell), writing.decimal_point, "angka, misalnya 87,5")
    if number is None:
        return Coerced(None, remark)
    if abs(number) >= LARGEST:
        return wrong("jumlah-terlalu-besar", cell, "angka di bawah 10^18")
    return Coerced(canonical(to_twelve_decimals(number)), remark)


def persen(column: Column, cell: Cell, writing: Writing) -> Coerced:
    """A percentage on 0-100; a bare number up to 1 may have been meant as a share, and that is said."""
    result = angka(column, cell, writing)
    sure = isinstance(cell, PercentCell) or _without_percent(cell) != cell
    if result.text is not None and result.fault is None and not sure and 0 < Decimal(result.text) <= 1:
        return Coerced(result.text, Fault("persen-meragukan", shown(cell), usul=_as_share(result.text)))
    return result


def _without_percent(cell: Cell) -> Cell:
    return cell[:-1].rstrip() if isinstance(cell, str) and cell.endswith("%") else cell


def _as_share(text: str) -> str:
    return f"{written(trimmed(Decimal(text) * 100))}%"


def bulat(_column: Column, cell: Cell, writing: Writing) -> Coerced:
    """A whole number."""
    number, remark = _unscaled(cell, writing.decimal_point, "bilangan bulat")
    if number is None:
        return Coerced(None, remark)
    if number != number.to_integral_value() or abs(number) >= LARGEST:
        return wrong("bukan-bilangan-bulat", cell, "bilangan bulat")
    return Coerced(canonical(number.to_integral_value()), remark)


def _unscaled(cell: Cell, point: bool, expected: str) -> tuple[Decimal | None, Fault | None]:
    """The number of a cell that is no percentage: a percent format on it shows a hundredfold and changes nothing."""
    if not isinstance(cell, PercentCell):
        return _number(cell, point, expected)
    number, fault = _number(cell.value, point, expected)
    return number, fault if number is None else Fault("format-persen", shown(cell), usul=written(trimmed(number)))


def _number(cell: Cell, point: bool, expected: str) -> tuple[Decimal | None, Fault | None]:
    """The number of any cell, with a remark; None and a fault where there is none."""
    if isinstance(cell, PercentCell):
        number = read_float(cell.value)
        return (None, Fault("bukan-angka", "?", expected)) if number is None else (number * 100, None)
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        kode = "bukan-angka" if isinstance(cell, bool) else "tanggal-di-kolom-angka"
        return None, Fault(kode, shown(cell), expected)
    if not isinstance(cell, str):
        number = read_float(float(cell)) if isinstance(cell, float) else Decimal(cell)
        return number, Fault("bukan-angka", shown(cell), expected) if number is None else None
    return _written_number(cell, point, expected)


def _written_number(text: str, point: bool, expected: str) -> tuple[Decimal | None, Fault | None]:
    reading = read_number(text, point)
    if reading.wrong:
        return None, Fault(reading.wrong, shown(text), expected, reading.usul)
    if reading.value is not None and reading.other is not None:
        usul = f"{written(trimmed(reading.value))} atau {written(reading.other)}"
        return reading.value, Fault("jumlah-bertitik-tunggal", shown(text), expected, usul)
    return reading.value, None
