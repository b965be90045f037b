"""From a cell to the canonical text of a typed value, by the cell's own type; what is uncertain is a fault.

Canonical text is what DuckDB casts without a choice: `1234.50`, `2024-12-31`, `true`, `5.1.02.01.01.0024`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NamedTuple

from p3dn_reports.inputs.accounts import read_account
from p3dn_reports.inputs.amounts import (
    LARGEST,
    canonical,
    decimals,
    float_in_sen,
    read_float,
    read_number,
    to_twelve_decimals,
    written,
)
from p3dn_reports.inputs.cells import Cell, ErrorCell, PercentCell, UncachedFormula
from p3dn_reports.inputs.dates import excel_date, read_date, spelled
from p3dn_reports.tables import Column, Kind

_BLANKS = frozenset({"", "-", "–", "—", "null", "(null)"})
_SHORT = 7
_ERROR_TEXTS = frozenset({"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})
_YES = frozenset({"ya", "y", "true", "t", "1"})
_NO = frozenset({"tidak", "false", "f", "n", "0"})
_FLOAT_CODE = re.compile(r"[0-9]+\.0")


class Fault(NamedTuple):
    """What is wrong, or worth saying, about a cell: a code of the messages and what fills its text."""

    kode: str
    nilai: str = ""
    diharapkan: str = ""
    usul: str = ""


class Coerced(NamedTuple):
    """The value's canonical text, None where blank or faulty; a remark may stand beside a value."""

    text: str | None = None
    fault: Fault | None = None


BLANK = Coerced()


def coerce(column: Column, cell: Cell, *, decimal_point: bool = False) -> Coerced:
    """Read one cell as a value of `column`. `decimal_point`: the column of a text file writes 1234.5.

    Never raises: whatever cannot be read is a fault. Amounts are in rupiah, percentages on 0-100.
    """
    if isinstance(cell, str):
        cell = _clean(cell)
    elif isinstance(cell, float):
        cell += 0.0  # a negative zero is zero
    if cell is None or (isinstance(cell, str) and len(cell) < _SHORT and cell.casefold() in _BLANKS):
        return BLANK
    if isinstance(cell, ErrorCell) or (isinstance(cell, str) and cell in _ERROR_TEXTS):
        return Coerced(None, Fault("sel-galat-excel", shown(cell), "nilai, bukan galat Excel"))
    if isinstance(cell, UncachedFormula):
        return Coerced(None, Fault("rumus-belum-dihitung", shown(cell), "hasil rumus"))
    return _constrained(column, _KINDS[column.kind](column, cell, decimal_point))


def shown(cell: Cell) -> str:
    """A cell as the person sees it, for messages; long texts are cut."""
    if isinstance(cell, PercentCell):
        number = read_float(cell.value)
        return "?" if number is None else f"{written(number * 100)}%"
    if isinstance(cell, ErrorCell | UncachedFormula):
        return cell.text[:80]
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        number = read_float(float(cell))
        return repr(cell) if number is None or abs(number) >= LARGEST else written(_trimmed(number))
    if isinstance(cell, date):
        return spelled(cell)
    text = "" if cell is None else str(cell)
    return text if len(text) <= 80 else f"{text[:77]}..."


def _clean(text: str) -> str:
    if text.isascii() and "\0" not in text:
        return text.strip()
    return text.replace("\xa0", " ").replace("\u200b", "").replace("\ufeff", "").replace("\0", "").strip()


def _trimmed(number: Decimal) -> Decimal:
    return Decimal(f"{number.normalize():f}")


def _wrong(kode: str, cell: Cell, diharapkan: str, usul: str = "") -> Coerced:
    return Coerced(None, Fault(kode, shown(cell), diharapkan, usul))


# Numbers


def _rupiah(_column: Column, cell: Cell, point: bool) -> Coerced:
    if isinstance(cell, float) and (text := float_in_sen(cell)):
        return Coerced(text)
    expected = "jumlah rupiah, misalnya 1.234.567,50"
    number, remark = _number(cell, point, expected)
    if number is None:
        return Coerced(None, remark)
    if abs(number) >= LARGEST or (isinstance(cell, float) and abs(number) >= 10**15):
        return _wrong("jumlah-terlalu-besar", cell, "jumlah di bawah 10^15 (angka) atau 10^18 (teks)")
    if decimals(number) > 2:
        return _wrong("pecahan-sen", cell, "paling banyak dua desimal", written(round(number, 2)))
    if isinstance(cell, str) and remark is None and not point:
        remark = Fault("jumlah-sebagai-teks", shown(cell))
    return Coerced(canonical(number), remark)


def _angka(_column: Column, cell: Cell, point: bool) -> Coerced:
    body = _without_percent(cell)
    number, remark = _number(body, point, "angka, misalnya 87,5")
    if number is None:
        return Coerced(None, remark)
    if abs(number) >= LARGEST:
        return _wrong("jumlah-terlalu-besar", cell, "angka di bawah 10^18")
    return Coerced(canonical(to_twelve_decimals(number)), remark)


def _persen(column: Column, cell: Cell, point: bool) -> Coerced:
    result = _angka(column, cell, point)
    sure = isinstance(cell, PercentCell) or _without_percent(cell) != cell
    if result.text is not None and result.fault is None and not sure and 0 < Decimal(result.text) <= 1:
        return Coerced(result.text, Fault("persen-meragukan", shown(cell), usul=_as_share(result.text)))
    return result


def _without_percent(cell: Cell) -> Cell:
    return cell[:-1].rstrip() if isinstance(cell, str) and cell.endswith("%") else cell


def _as_share(text: str) -> str:
    return f"{written(_trimmed(Decimal(text) * 100))}%"


def _bulat(_column: Column, cell: Cell, point: bool) -> Coerced:
    number, remark = _number(cell, point, "bilangan bulat")
    if number is None:
        return Coerced(None, remark)
    if number != number.to_integral_value() or abs(number) >= LARGEST:
        return _wrong("bukan-bilangan-bulat", cell, "bilangan bulat")
    return Coerced(canonical(number.to_integral_value()), remark)


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
        usul = f"{written(_trimmed(reading.value))} atau {written(reading.other)}"
        return reading.value, Fault("jumlah-bertitik-tunggal", shown(text), expected, usul)
    return reading.value, None


# Words, codes, dates


def _teks(_column: Column, cell: Cell, _point: bool) -> Coerced:
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
        return repr(cell) if number is None else f"{_trimmed(number):f}".replace(".", ",")
    return str(_value(cell))


def _value(cell: Cell) -> Cell:
    return shown(cell) if isinstance(cell, PercentCell) else cell


def _kode(column: Column, cell: Cell, _point: bool) -> Coerced:
    if isinstance(cell, str):
        whole = column.allow_number and _FLOAT_CODE.fullmatch(cell)
        return Coerced(cell[:-2] if whole else cell)
    if column.allow_number and isinstance(cell, int | float) and not isinstance(cell, bool) and _is_plain(cell):
        return Coerced(str(int(cell)))
    return _stored_as_other(cell)


def _is_plain(cell: float) -> bool:
    return 0 <= cell < 10**15 and cell == int(cell)


def _kode_rekening(_column: Column, cell: Cell, _point: bool) -> Coerced:
    if not isinstance(cell, str):
        return _stored_as_other(cell)
    code = read_account(cell)
    if code is None:
        return _wrong("kode-rekening-salah", cell, "kode rekening seperti 5.1.02.01.01.0024")
    return Coerced(code, None if code == cell else Fault("kode-rekening-dinormalkan", cell, usul=code))


def _stored_as_other(cell: Cell) -> Coerced:
    """A spreadsheet that turned a code into a number or a date has lost zeros: what was typed cannot be known."""
    if isinstance(cell, date | time | timedelta):
        return _wrong("kode-sebagai-tanggal", cell, "kode bertipe teks", _codes_behind_date(cell))
    if isinstance(cell, float):
        return _wrong("kode-sebagai-angka", _point_form(cell), "kode bertipe teks", _codes_behind_number(cell))
    return _wrong("kode-sebagai-angka", cell, "kode bertipe teks", shown(cell))


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


def _tanggal(_column: Column, cell: Cell, _point: bool) -> Coerced:
    expected = "tanggal, misalnya 31 Desember 2024"
    if isinstance(cell, datetime):
        return Coerced(cell.date().isoformat())
    if isinstance(cell, date):
        return Coerced(cell.isoformat())
    if isinstance(cell, str):
        reading = read_date(cell)
        return (
            Coerced(reading.value.isoformat())
            if reading.value
            else _wrong(reading.wrong or "bukan-tanggal", cell, expected, reading.usul)
        )
    day = excel_date(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else None
    return _wrong("tanggal-sebagai-angka" if day else "bukan-tanggal", cell, expected, spelled(day) if day else "")


def _ya_tidak(_column: Column, cell: Cell, _point: bool) -> Coerced:
    word = _plain_text(cell).casefold()
    if word in _YES or word in _NO:
        return Coerced("true" if word in _YES else "false")
    return _wrong("bukan-ya-tidak", cell, "ya atau tidak")


# What the schema asks of a value


def _constrained(column: Column, result: Coerced) -> Coerced:
    text = result.text
    if text is None:
        return result
    if column.choices:
        return _chosen(column, text)
    if column.pattern and not re.search(column.pattern, text):
        return _wrong("pola-tidak-cocok", text, f"seperti {column.example}")
    if column.minimum is not None and Decimal(text) < column.minimum:
        return _wrong("di-luar-batas", _back(text), f"paling sedikit {written(column.minimum)}")
    if column.maximum is not None and Decimal(text) > column.maximum:
        return _wrong("di-luar-batas", _back(text), f"paling banyak {written(column.maximum)}")
    if column.known_values and text not in column.known_values and result.fault is None:
        return _known(column, text)
    return result


def _back(text: str) -> str:
    return written(_trimmed(Decimal(text)))


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "_", text.casefold()).strip("_")


def _chosen(column: Column, text: str) -> Coerced:
    found = next((choice for choice in column.choices if _folded(choice) == _folded(text)), None)
    return Coerced(found) if found else _wrong("pilihan-tidak-dikenal", text, ", ".join(column.choices))


def _known(column: Column, text: str) -> Coerced:
    found = next((value for value in column.known_values if _folded(value) == _folded(text)), None)
    return Coerced(found or text, None if found else Fault("nilai-belum-dikenal", text, ", ".join(column.known_values)))


_KINDS: dict[Kind, Callable[[Column, Cell, bool], Coerced]] = {
    Kind.TEKS: _teks,
    Kind.KODE: _kode,
    Kind.KODE_REKENING: _kode_rekening,
    Kind.RUPIAH: _rupiah,
    Kind.PERSEN: _persen,
    Kind.ANGKA: _angka,
    Kind.BULAT: _bulat,
    Kind.TANGGAL: _tanggal,
    Kind.YA_TIDAK: _ya_tidak,
}
