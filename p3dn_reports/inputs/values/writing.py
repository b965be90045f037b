"""How the cells of one column are written, where that is settled for the column as a whole and not cell by cell."""

from __future__ import annotations

from typing import NamedTuple


class Writing(NamedTuple):
    """`decimal_point`: a text file writes 1234.5. `month_first`: a column of dates writes 1/15/2024 for 15 January.

    `from_1904`: the workbook counts its days from 1904, not from 1900.
    """

    decimal_point: bool = False
    month_first: bool = False
    from_1904: bool = False


PLAIN = Writing()
"""As people in Indonesia write by hand, in a workbook that counts from 1900."""
