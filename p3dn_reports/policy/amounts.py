"""Amounts as a policy owner writes them in a case."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction


def is_amount(text: str, value: Fraction | None) -> bool:
    """Whether an amount written the Indonesian way (`Rp1.000,50`, `79,995%`) is exactly `value`."""
    bare = text.removeprefix("Rp").removesuffix("%").strip().replace(".", "").replace(",", ".")
    try:
        return value is not None and Fraction(Decimal(bare)) == value
    except (InvalidOperation, ValueError, OverflowError):
        return False
