"""Dates as people in Indonesia write them: the day first, months by name, the year in four digits.

Where a column as a whole is written by a program that puts the month first, that is said to `read_date`.
"""

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

_TIME = (
    r"(?:[T ,]+[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?(?:\s*[AaPp][Mm])?"
    r"\s*(?:Z|UTC|GMT|WIB|WITA|WIT|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})" + _TIME)
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})" + _TIME)
_NAMED = re.compile(r"(?:[a-z']+,?\s+)?([0-9]{1,2})[\s-]+([a-z]+)\.?[\s-]+([0-9]{2}|[0-9]{4})" + _TIME, re.IGNORECASE)
_UTC = re.compile(r".*[T ]([0-9]{2}):00(?::00(?:\.0+)?)?\s*(?:Z|UTC|GMT|\+00:?00)")
_LOCAL_MIDNIGHTS = {"17": "WIB", "16": "WITA", "15": "WIT"}
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_FIRST_SERIAL_DAY, _LAST_SERIAL_DAY = date(1950, 1, 1), date(2100, 12, 31)
_MOST_SERIAL = 100_000


class DateReading(NamedTuple):
    """What a written date means; `wrong` names the fault, `usul` what may have been meant."""

    value: date | None = None
    wrong: str | None = None
    usul: str = "31 Desember 2024"


def read_date(text: str, *, month_first: bool = False) -> DateReading:
    """Read `31 Desember 2024`, `31-12-2024`, `31/12/2024`, `2024-12-31`, each with or without a time of day.

    `month_first`: `12/31/2024` is written, and `2/3/2024` is 3 February.
    Faults: `tahun-dua-angka` for a year of two digits, `bukan-tanggal` for anything else, impossible days included.
    """
    if found := _ISO.fullmatch(text):
        return _dated(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(text):
        day, month = (found[3], found[1]) if month_first else (found[1], found[3])
        return _numbered(day, month, found[4])
    if found := _NAMED.fullmatch(text):
        return _named(found[1], found[2].casefold(), found[3])
    return DateReading(wrong="bukan-tanggal")


def first_number(text: str) -> tuple[int, int] | None:
    """The two numbers before the year of a date such as `2/3/2024`; None for a date written another way."""
    found = _DAY_FIRST.fullmatch(text)
    return (int(found[1]), int(found[3])) if found else None


def utc_midnight(text: str) -> str | None:
    """The time zone in which a time written in UTC is exactly midnight, and so belongs to the next day; else None."""
    found = _UTC.fullmatch(text)
    return _LOCAL_MIDNIGHTS.get(found[1]) if found else None


def excel_date(serial: float, *, from_1904: bool = False) -> date | None:
    """The day a spreadsheet shows for the number `serial`, where that is a day between 1950 and 2100."""
    if not 0 <= serial <= _MOST_SERIAL:
        return None
    day = _EPOCHS[from_1904] + timedelta(days=int(serial))
    return day if _FIRST_SERIAL_DAY <= day <= _LAST_SERIAL_DAY else None


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
