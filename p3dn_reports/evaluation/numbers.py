"""Exact numbers as text: what hasil.json holds."""

from __future__ import annotations

from fractions import Fraction

_PLACES = 12


def exact_text(value: Fraction) -> str:
    """`1234.5`, all its decimals; `1/3` where no decimal number is exact."""
    for places in range(_PLACES + 1):
        if 10**places % value.denominator == 0:
            return _decimal_text(int(value * 10**places), places)
    return f"{value.numerator}/{value.denominator}"


def twelve_decimals(value: Fraction) -> str:
    """`79.916666666667`: twelve decimals, half even."""
    return _decimal_text(round(value * 10**_PLACES), _PLACES)


def _decimal_text(scaled: int, places: int) -> str:
    digits = str(abs(scaled)).rjust(places + 1, "0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"
