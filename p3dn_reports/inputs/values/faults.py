"""What may be wrong with a cell, and how cells and values are shown in a message."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from p3dn_reports.inputs.cells import Cell, ErrorCell, PercentCell, UncachedFormula
from p3dn_reports.inputs.values.amounts import LARGEST, read_float, written
from p3dn_reports.inputs.values.dates import spelled


class Fault(NamedTuple):
    """What is wrong, or worth saying, about a cell: a code of the messages and what fills its text."""

    kode: str
    nilai: str = ""
    diharapkan: str = ""
    usul: str = ""


class Coerced(NamedTuple):
    """The value's canonical text, None where blank or faulty; a remark may stand beside a value."""

    text: str | None = None
    fault: Fault | None = None


BLANK = Coerced()


def shown(cell: Cell) -> str:
    """A cell as the person sees it, for messages; long texts are cut."""
    if isinstance(cell, PercentCell):
        number = read_float(cell.value)
        return "?" if number is None else f"{written(trimmed(number * 100))}%"
    if isinstance(cell, ErrorCell | UncachedFormula):
        return cell.text[:80]
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        number = read_float(float(cell))
        return repr(cell) if number is None or abs(number) >= LARGEST else written(trimmed(number))
    if isinstance(cell, date):
        return spelled(cell)
    text = "" if cell is None else str(cell)
    return text if len(text) <= 80 else f"{text[:77]}..."


def trimmed(number: Decimal) -> Decimal:
    """A number without the zeros at the end of its decimals."""
    return Decimal(f"{number.normalize():f}")


def wrong(kode: str, cell: Cell, diharapkan: str, usul: str = "") -> Coerced:
    """A cell that cannot be read."""
    return Coerced(None, Fault(kode, shown(cell), diharapkan, usul))
