"""Dates as people in Indonesia write them: the day first, months by name, the year in four digits."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = (
    ("januari", "jan"), ("februari", "feb", "pebruari", "peb"), ("maret", "mar"), ("april", "apr"), ("mei",),
    ("juni", "jun"), ("juli", "jul"), ("agustus", "agu", "ags", "agt"), ("september", "sep", "sept"),
    ("oktober", "okt"), ("november", "nov", "nopember", "nop"), ("desember", "des"),
)  # fmt: skip
_ENGLISH = {"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "aug": 8,
            "october": 10, "oct": 10, "december": 12, "dec": 12}  # fmt: skip
MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}

_TIME = r"(?:[T ,]+[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?\s*(?:Z|WIB|WITA|WIT|[+-][0-9]{2}:?[0-9]{2})?)?"
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})" + _TIME)
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})" + _TIME)
_NAMED = re.compile(r"(?:[a-z']+,?\s+)?([0-9]{1,2})[\s-]+([a-z]+)\.?[\s-]+([0-9]{2}|[0-9]{4})" + _TIME, re.IGNORECASE)
_EXCEL_EPOCH = date(1899, 12, 30)


class DateReading(NamedTuple):
    """What a written date means; `wrong` names the fault, `usul` what may have been meant."""

    value: date | None = None
    wrong: str | None = None
    usul: str = "31 Desember 2024"


def read_date(text: str) -> DateReading:
    """Read `31 Desember 2024`, `31-12-2024`, `31/12/2024`, `2024-12-31`, each with or without a time of day.

    Faults: `tahun-dua-angka` for a year of two digits, `bukan-tanggal` for anything else, impossible days included.
    """
    if found := _ISO.fullmatch(text):
        return _dated(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        return _numbered(found[1], found[3], found[4])
    if found := _NAMED.fullmatch(text):
        return _named(found[1], found[2].casefold(), found[3])
    return DateReading(wrong="bukan-tanggal")


def excel_date(serial: float) -> date | None:
    """The day a spreadsheet shows for the number `serial`, where that is a day between 1950 and 2100."""
    return _EXCEL_EPOCH + timedelta(days=int(serial)) if 18264 <= serial <= 73415 else None


def spelled(day: date) -> str:
    """`31 Desember 2024`."""
    return f"{day.day} {_MONTHS[day.month - 1][0].capitalize()} {day.year}"


def _numbered(day: str, month: str, year: str) -> DateReading:
    if len(year) == 2:
        return DateReading(wrong="tahun-dua-angka", usul=f"{day}-{month}-20{year}")
    if int(month) > 12 >= int(day) and (meant := _dated(int(year), int(day), int(month)).value):
        return DateReading(wrong="bukan-tanggal", usul=spelled(meant))
    return _dated(int(year), int(month), int(day))


def _named(day: str, name: str, year: str) -> DateReading:
    number = MONTH_NUMBERS.get(name)
    if len(year) == 2:
        return DateReading(wrong="tahun-dua-angka", usul=f"{day} {name.capitalize()} 20{year}")
    if number:
        return _dated(int(year), number, int(day))
    meant = _dated(int(year), _ENGLISH[name], int(day)).value if name in _ENGLISH else None
    return DateReading(wrong="bukan-tanggal", usul=spelled(meant)) if meant else DateReading(wrong="bukan-tanggal")


def _dated(year: int, month: int, day: int) -> DateReading:
    try:
        value = date(year, month, day)
    except ValueError:
        return DateReading(wrong="bukan-tanggal")
    return DateReading(value) if 1900 <= year <= 2100 else DateReading(wrong="bukan-tanggal")
