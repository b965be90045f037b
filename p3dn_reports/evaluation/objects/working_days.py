"""Working days: Monday to Friday less the days off of the rulebook; a year that is not on record is never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from p3dn_reports.rules import HariLibur, Libur

_SABTU = 5
_SEHARI = timedelta(days=1)


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
