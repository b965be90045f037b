"""Days off and working days: Monday to Friday less the days off; a year that is not on record is never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from p3dn_reports.rules.law import Citation

_SABTU = 5
_SEHARI = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Libur:
    """One day off: `jenis` is libur_nasional or cuti_bersama."""

    tanggal: date
    nama: str
    jenis: str


@dataclass(frozen=True, slots=True)
class HariLibur:
    """The days off of one year, beside Saturdays and Sundays. A year without a table is not known."""

    id: str
    tahun: int
    hari: tuple[Libur, ...]
    dasar: tuple[Citation, ...]

    @property
    def judul(self) -> str:
        """What it is called."""
        return f"Hari libur nasional dan cuti bersama tahun {self.tahun}"


class UnknownYearError(LookupError):
    """The days off of `tahun` are not in the rulebook."""

    def __init__(self, tahun: int) -> None:
        super().__init__(tahun)
        self.tahun = tahun


@dataclass(frozen=True, slots=True)
class Due:
    """The day reached, and the days off passed on the way that would else have been worked."""

    tanggal: date
    dilewati: tuple[Libur, ...]


def working_days_until(start: date, end: date, tables: Mapping[str, HariLibur]) -> tuple[int, tuple[Libur, ...]]:
    """How many working days come after `start` up to and with `end`, and the days off among them.

    Raises UnknownYearError as `working_day_after` does.
    """
    banyak, passed, day = 0, list[Libur](), start
    while day < end:
        due = working_day_after(day, 1, tables)
        banyak, day = banyak + (due.tanggal <= end), due.tanggal
        passed += [one for one in due.dilewati if one.tanggal <= end]
    return banyak, tuple(passed)


def working_day_after(start: date, banyak: int, tables: Mapping[str, HariLibur]) -> Due:
    """The `banyak`-th working day after `start`; the next working day is the first (reading `hari-kerja`).

    Raises UnknownYearError where the way leads through a year without a table.
    """
    years = {table.tahun: {one.tanggal: one for one in table.hari} for table in tables.values()}
    day, passed = start, []
    while banyak > 0:
        day += _SEHARI
        if day.year not in years:
            raise UnknownYearError(day.year)
        if day.weekday() >= _SABTU:
            continue
        off = years[day.year].get(day)
        if off is None:
            banyak -= 1
        else:
            passed.append(off)
    return Due(day, tuple(passed))
