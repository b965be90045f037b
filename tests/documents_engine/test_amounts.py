"""The quick way to print rupiah is held equal to the exact one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p3dn_reports import formatting
from p3dn_reports.documents.word.amounts import rupiah

NUMBERS = st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | st.fractions()


@given(NUMBERS)
def test_both_print_the_same(nilai: Any) -> None:
    assert rupiah(nilai) == formatting.rupiah(nilai)


@pytest.mark.parametrize("text", ["-0", "0.005", "1E+3", "12345678901234567890123456789012345678.90", "1.5", "-0.5"])
def test_edges(text: str) -> None:
    assert rupiah(Decimal(text)) == formatting.rupiah(Decimal(text))


@pytest.mark.parametrize("nilai", [None, True, 1.5, "1", Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity")])
def test_what_is_no_exact_number_is_refused(nilai: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        rupiah(nilai)


def test_a_fraction_is_rounded_half_up() -> None:
    assert rupiah(Fraction(1, 200)) == "Rp0,01"
