"""Rupiah as `formatting.rupiah` writes it, quickly: nothing else is printed so often. A test holds the two equal."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from p3dn_reports import formatting


def rupiah(nilai: Any) -> str:
    """`Rp1.234.567,00`. Whole sen are written straight from the digits; all else is `formatting.rupiah`'s."""
    if type(nilai) is Decimal:
        whole, _, sen = f"{nilai:,f}".partition(".")
        if whole[0].isdigit() and len(sen) <= 2:  # no sign, no NaN, nothing to round
            return f"Rp{whole.replace(',', '.')},{sen.ljust(2, '0') if sen else '00'}"
    elif type(nilai) is int and nilai >= 0:
        return f"Rp{nilai:,}".replace(",", ".") + ",00"
    return formatting.rupiah(nilai)
