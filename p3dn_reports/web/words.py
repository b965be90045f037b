"""Numbers and days as a page prints them: the engine's own forms, from the texts of hasil.json."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from flask import Flask

from p3dn_reports import formatting
from p3dn_reports.vocabulary import Periode

_NONE = "–"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


def amount(text: str | int | None) -> str:
    """`1.234` of a number of hasil.json, in whole rupiah where it is whole; a dash where it is missing."""
    return _NONE if text is None else formatting.angka(Fraction(text))


def rp(text: str | int | None) -> str:
    """`Rp1.234`."""
    return _NONE if text is None else f"Rp{amount(text)}"


def percent(text: str | None) -> str:
    """`80%` of a threshold."""
    return _NONE if text is None else f"{amount(text)}%"


def long_day(day: date | str | None) -> str:
    """`Selasa, 31 Desember 2024`."""
    found = _day(day)
    return formatting.hari_tanggal(found) if found else _NONE


def whole_day(day: date | str | None) -> str:
    """`31 Desember 2024`."""
    found = _day(day)
    return formatting.tanggal(found) if found else _NONE


def short_day(day: date | str | None) -> str:
    """`31 Des`."""
    found = _day(day)
    return f"{found.day} {_MONTHS[found.month - 1]}" if found else _NONE


def moment(found: datetime | None) -> str:
    """`30 Desember 2024 pukul 14.31`, by this computer's clock."""
    if found is None:
        return _NONE
    here = found.astimezone()
    return f"{formatting.tanggal(here.date())} pukul {here:%H.%M}"


def period(text: str) -> str:
    """`Triwulan IV Tahun Anggaran 2024` of `2024-TW4`."""
    return formatting.tahun_anggaran(Periode.of(text))


def size(count: int) -> str:
    """`11 kB`."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{formatting.desimal(Decimal(count) / 1_000_000, 1)} MB"


def _day(day: date | str | None) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else day


def teach(app: Flask) -> None:
    """Give the forms to the templates as filters."""
    filters = {
        "angka": amount,
        "rp": rp,
        "persen": percent,
        "hari": long_day,
        "tanggal": whole_day,
        "pendek": short_day,
        "saat": moment,
        "periode": period,
        "ukuran": size,
        "kapital": formatting.kapital_awal,
    }
    app.jinja_env.filters.update(filters)
