"""From a cell to the canonical text of a typed value, by the cell's own type; what is uncertain is a fault.

Canonical text is what DuckDB casts without a choice: `1234.50`, `2024-12-31`, `true`, `5.1.02.01.01.0024`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from p3dn_reports.inputs.cells import Cell, ErrorCell, PercentCell, UncachedFormula
from p3dn_reports.inputs.values.accounts import read_account
from p3dn_reports.inputs.values.amounts import read_float
from p3dn_reports.inputs.values.constraints import constrained
from p3dn_reports.inputs.values.dates import DateReading, excel_date, read_date, spelled, utc_midnight
from p3dn_reports.inputs.values.faults import BLANK, Coerced, Fault, shown, trimmed, wrong
from p3dn_reports.inputs.values.invisible import hides, visible
from p3dn_reports.inputs.values.quantities import angka, bulat, persen, rupiah
from p3dn_reports.inputs.values.writing import PLAIN, Writing
from p3dn_reports.tables import Column, Kind

_BLANKS = frozenset({"", "-", "–", "—", "null", "(null)"})
_SHORT = 7
_ERROR_TEXTS = frozenset({"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})
_YES = frozenset({"ya", "y", "true", "t", "1"})
_NO = frozenset({"tidak", "false", "f", "n", "0"})
_SCIENTIFIC = re.compile(r"[0-9][.,]?[0-9]*E\+[0-9]{2}")
_DIGITS_KEPT = 10**15
"""From here on a number has more digits than a spreadsheet keeps."""
_NAMED = " | "
"""What our own workbooks put between a code and the name it is offered with."""
_FLOAT_CODE = re.compile(r"[0-9]+\.0")


def coerce(column: Column, cell: Cell, writing: Writing = PLAIN) -> Coerced:
    """Read one cell as a value of `column`, whose cells are written as `writing` says.

    Never raises: whatever cannot be read is a fault. Amounts are in rupiah, percentages on 0-100.
    """
    if isinstance(cell, str):
        cell, raw = visible(cell), cell
        if hides(raw):
            return _with_blanks(column, cell, raw, coerce(column, cell, writing))
    elif isinstance(cell, float):
        cell += 0.0  # a negative zero is zero
    if cell is None or (isinstance(cell, str) and len(cell) < _SHORT and cell.casefold() in _BLANKS):
        return BLANK
    if isinstance(cell, ErrorCell) or (isinstance(cell, str) and cell in _ERROR_TEXTS):
        return Coerced(None, Fault("sel-galat-excel", shown(cell), "nilai, bukan galat Excel"))
    if isinstance(cell, UncachedFormula):
        return Coerced(None, Fault("rumus-belum-dihitung", shown(cell), "hasil rumus"))
    return constrained(column, _KINDS[column.kind](column, cell, writing))


def _with_blanks(column: Column, cell: str, raw: str, read: Coerced) -> Coerced:
    """What was read, and that characters nobody sees were left out, unless worse is wrong with the cell.

    A cell of nothing else is blank, so that a column that must be filled says so.
    """
    if read.fault or read.text is None:
        return read
    shown_raw = "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in raw)
    return read._replace(fault=Fault("karakter-tak-tampak", shown_raw[:80], usul=cell[:80]))


def _teks(_column: Column, cell: Cell, _writing: Writing) -> Coerced:
    return Coerced(_plain_text(cell))


def _plain_text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | float):
        number = read_float(float(cell))
        return repr(cell) if number is None else f"{trimmed(number):f}".replace(".", ",")
    return str(_value(cell))


def _value(cell: Cell) -> Cell:
    return shown(cell) if isinstance(cell, PercentCell) else cell


def _kode(column: Column, cell: Cell, _writing: Writing) -> Coerced:
    if isinstance(cell, str):
        cell = cell.partition(_NAMED)[0].strip()
        if _SCIENTIFIC.fullmatch(cell):  # a spreadsheet shortened a long number as it wrote a text file
            return wrong("kode-sebagai-angka", cell, "kode bertipe teks", _around(cell))
        whole = column.allow_number and _FLOAT_CODE.fullmatch(cell)
        return Coerced(cell[:-2] if whole else cell)
    if column.allow_number and isinstance(cell, int | float) and not isinstance(cell, bool) and _is_plain(cell):
        return Coerced(str(int(cell)))
    return _stored_as_other(column, cell)


def _around(text: str) -> str:
    return f"angka di sekitar {Decimal(text.replace(',', '.')):f}"


def _is_plain(cell: float) -> bool:
    return 0 <= cell < _DIGITS_KEPT and cell == int(cell)


def _kode_rekening(column: Column, cell: Cell, _writing: Writing) -> Coerced:
    if not isinstance(cell, str):
        return _stored_as_other(column, cell)
    code = read_account(cell)
    if code is None:
        return wrong("kode-rekening-salah", cell, "kode rekening seperti 5.1.02.01.01.0024")
    return Coerced(code, None if code == cell else Fault("kode-rekening-dinormalkan", cell, usul=code))


def _stored_as_other(column: Column, cell: Cell) -> Coerced:
    """A spreadsheet that turned a code into a number or a date has lost zeros: what was typed cannot be known."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and _DIGITS_KEPT <= abs(cell) < float("inf"):
        return wrong("kode-kehilangan-angka", f"{Decimal(f'{cell:.14e}'):f}", "kode bertipe teks", column.example)
    if isinstance(cell, date | time | timedelta):
        return wrong("kode-sebagai-tanggal", cell, "kode bertipe teks", _codes_behind_date(cell))
    if isinstance(cell, float):
        return wrong("kode-sebagai-angka", _point_form(cell), "kode bertipe teks", _codes_behind_number(cell))
    return wrong("kode-sebagai-angka", cell, "kode bertipe teks", shown(cell))


def _point_form(cell: float) -> str:
    return repr(cell).removesuffix(".0")


def _codes_behind_number(cell: float) -> str:
    text = _point_form(cell)
    if not re.fullmatch(r"\d+\.\d", text):
        return text
    left, _, right = text.partition(".")
    as_date = f" atau {right and left} {_month(right)}" if _month(right) and 1 <= int(left) <= 31 else ""
    return f"{text}, {text}0,{as_date}" if as_date else f"{text} atau {text}0"


def _month(digits: str) -> str:
    return spelled(date(2024, int(digits), 1)).split()[1] if 1 <= int(digits) <= 12 else ""


def _codes_behind_date(cell: date | time | timedelta) -> str:
    return f"{cell.day}.{cell.month} atau {cell.month}.{cell.day}" if isinstance(cell, date) else shown(str(cell))


def _tanggal(_column: Column, cell: Cell, writing: Writing) -> Coerced:
    expected = "tanggal, misalnya 31 Desember 2024"
    if isinstance(cell, datetime):
        return Coerced(cell.date().isoformat())
    if isinstance(cell, date):
        return Coerced(cell.isoformat())
    if isinstance(cell, str):
        reading = read_date(cell, month_first=writing.month_first)
        if reading.value is None:
            return wrong(reading.wrong or "bukan-tanggal", cell, expected, reading.usul)
        return Coerced(reading.value.isoformat(), _of_next_day(cell, reading.value))
    number = cell if isinstance(cell, int | float) and not isinstance(cell, bool) else -1
    day = excel_date(number, from_1904=writing.from_1904)
    if day is None:
        return wrong("bukan-tanggal", cell, expected, DateReading().usul)
    return wrong("tanggal-sebagai-angka", cell, expected, spelled(day))


def _of_next_day(text: str, read: date) -> Fault | None:
    """Midnight here, written in UTC, bears the date of the day before; whether UTC was meant cannot be known."""
    zone = utc_midnight(text) if ":00" in text else None
    if zone is None or read == date.max:
        return None
    here = f"{spelled(read + timedelta(days=1))} pukul 00.00 {zone}"
    return Fault("tengah-malam-utc", shown(text), spelled(read), here)


def _ya_tidak(_column: Column, cell: Cell, _writing: Writing) -> Coerced:
    word = _plain_text(cell).casefold()
    if word in _YES or word in _NO:
        return Coerced("true" if word in _YES else "false")
    return wrong("bukan-ya-tidak", cell, "ya atau tidak")


_KINDS: dict[Kind, Callable[[Column, Cell, Writing], Coerced]] = {
    Kind.TEKS: _teks,
    Kind.KODE: _kode,
    Kind.KODE_REKENING: _kode_rekening,
    Kind.RUPIAH: rupiah,
    Kind.PERSEN: persen,
    Kind.ANGKA: angka,
    Kind.BULAT: bulat,
    Kind.TANGGAL: _tanggal,
    Kind.YA_TIDAK: _ya_tidak,
}
