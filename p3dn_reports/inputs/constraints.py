"""What a table's schema asks of a value that was read: one of some words, a pattern, bounds."""

from __future__ import annotations

import re
from decimal import Decimal

from p3dn_reports.inputs.amounts import written
from p3dn_reports.inputs.faults import Coerced, Fault, trimmed, wrong
from p3dn_reports.tables import Column


def constrained(column: Column, result: Coerced) -> Coerced:
    """The value as the schema writes it, or the fault of one it does not allow; blanks and faults stay as they are."""
    text = result.text
    if text is None:
        return result
    if column.choices:
        return _chosen(column, text)
    if column.pattern and not re.search(column.pattern, text, re.ASCII):
        return wrong("pola-tidak-cocok", text, f"seperti {column.example}")
    if column.minimum is not None and Decimal(text) < column.minimum:
        return wrong("di-luar-batas", _back(text), f"paling sedikit {written(column.minimum)}")
    if column.maximum is not None and Decimal(text) > column.maximum:
        return wrong("di-luar-batas", _back(text), f"paling banyak {written(column.maximum)}")
    if column.known_values and text not in column.known_values and result.fault is None:
        return _known(column, text)
    return result


def _back(text: str) -> str:
    return written(trimmed(Decimal(text)))


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "_", text.casefold()).strip("_")


def _chosen(column: Column, text: str) -> Coerced:
    found = next((choice for choice in column.choices if _folded(choice) == _folded(text)), None)
    return Coerced(found) if found else wrong("pilihan-tidak-dikenal", text, ", ".join(column.choices))


def _known(column: Column, text: str) -> Coerced:
    found = next((value for value in column.known_values if _folded(value) == _folded(text)), None)
    return Coerced(found or text, None if found else Fault("nilai-belum-dikenal", text, ", ".join(column.known_values)))
