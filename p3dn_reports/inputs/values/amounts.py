"""Numbers as people in Indonesia write them: points group thousands, a comma begins the decimals."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import NamedTuple

LARGEST = Decimal(10) ** 18
"""Amounts from here on do not fit the columns (DECIMAL(38,2) and (38,12)) with room for sums."""

_FLOAT_EXACT = 10**13
_PLAIN = re.compile(r"[0-9]+")
_DECIMALS = re.compile(r"([0-9]+),([0-9]{1,12})")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]{1,12})?")
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_POINT = re.compile(r"[0-9]+\.[0-9]+")
_FOREIGN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_MACHINE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?")
_POINT_EVIDENCE = re.compile(r"-?(?:[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{4,}\.[0-9]+|0\.[0-9]+)(?:[eE].*)?")
_CURRENCY = re.compile(r"(?:rp\.?|idr)\s*", re.IGNORECASE)


class Reading(NamedTuple):
    """What a written number means. `other` is a second possible reading; `wrong` names the fault, `usul` the remedy."""

    value: Decimal | None = None
    other: Decimal | None = None
    wrong: str | None = None
    usul: str = ""


def read_number(text: str, decimal_point: bool = False) -> Reading:
    """Read `1.234.567,50`, `Rp 1.234,-`, `(1.000)`, `-5`. With `decimal_point` the file writes `1234567.5`.

    Faults: `titik-desimal` where the point or comma stands as in English, `bukan-angka` for anything else.
    """
    negative, body = _unsigned(text)
    if decimal_point and _MACHINE.fullmatch(body):
        return Reading(_signed(Decimal(body), negative))
    if _PLAIN.fullmatch(body) or _DECIMALS.fullmatch(body) or _GROUPED.fullmatch(body):
        value = _signed(Decimal(body.replace(".", "").replace(",", ".")), negative)
        other = _signed(Decimal(body), negative) if _ONE_GROUP.fullmatch(body) else None
        thousands_in_english = re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", body)
        return Reading(None, wrong="titik-desimal", usul=_both(body)) if thousands_in_english else Reading(value, other)
    if _POINT.fullmatch(body) or _FOREIGN.fullmatch(body):
        return Reading(None, wrong="titik-desimal", usul=written(_signed(Decimal(body.replace(",", "")), negative)))
    return Reading(None, wrong="bukan-angka")


def read_float(value: float) -> Decimal | None:
    """The decimal a spreadsheet's number stands for, free of binary noise beyond 15 digits; None for NaN, infinity.

    0.30000000000000004 is 0.3, while 1234567.891 keeps its three decimals.
    """
    exact = Decimal(repr(value))
    if not exact.is_finite():
        return None
    if decimals(exact) <= 2 or abs(exact) >= _FLOAT_EXACT:
        return exact
    short = Decimal(f"{value:.15g}")
    return short if decimals(short) < decimals(exact) else exact


def float_in_sen(value: float) -> str | None:
    """The canonical text of a number that plainly has at most two decimals, the common case; else None: look closer."""
    if not -_FLOAT_EXACT < value < _FLOAT_EXACT:
        return None
    text = repr(value)
    point = text.find(".")
    return (text if value else "0") if point > 0 and len(text) - point <= 3 else None


def decimals(value: Decimal) -> int:
    """How many decimals a number really has: 2 for 1.50 would be 1."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def to_twelve_decimals(value: Decimal) -> Decimal:
    """The value as a DECIMAL(38,12) column holds it; only binary noise and endless fractions have more decimals."""
    return value.quantize(Decimal("1e-12"), context=Context(prec=60)) if decimals(value) > 12 else value


def canonical(value: Decimal) -> str:
    """The value as DuckDB reads it, without exponent; zero is `0` however it was written."""
    return f"{value:f}" if value else "0"


def written(value: Decimal) -> str:
    """A number the Indonesian way, all its decimals kept: `1.234.567,5`."""
    return f"{value:,f}".translate({ord(","): ".", ord("."): ","})


def writes_decimal_point(texts: list[str]) -> bool:
    """Whether a whole column of text is machine-written with decimal points: all values fit, and one proves it."""
    filled = [text for text in texts if text]
    return all(_MACHINE.fullmatch(text) for text in filled) and any(_POINT_EVIDENCE.fullmatch(text) for text in filled)


def _unsigned(text: str) -> tuple[bool, str]:
    body = text.strip()
    bracketed = body.startswith("(") and body.endswith(")")
    body = _CURRENCY.sub("", body[1:-1].strip() if bracketed else body, count=1).strip()
    minus = not bracketed and body[:1] in {"-", "−"}
    body = _CURRENCY.sub("", body[1:].strip(), count=1) if minus else body
    return bracketed or minus, body.removesuffix(",-").strip()


def _signed(value: Decimal, negative: bool) -> Decimal:
    return -value if negative else value


def _both(body: str) -> str:
    return f"{body.replace(',', '.')} (bila ribuan) atau {body}0 (bila desimal)"
