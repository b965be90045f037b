"""What a table's schema asks of a value that was read: one of some words, a pattern, bounds."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from p3dn_reports.inputs.values.amounts import written
from p3dn_reports.inputs.values.faults import Coerced, trimmed, wrong
from p3dn_reports.tables import Column

_SEPARATOR, _SEPARATORS = ";", re.compile("[;,]")


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
    if column.known_values:
        parts = [known_as(column, part) or part for part in parts_of(column, text)]
        return result._replace(text=_SEPARATOR.join(parts) or text)
    return result


def _back(text: str) -> str:
    return written(trimmed(Decimal(text)))


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "_", text.casefold().replace("%", "persen")).strip("_")


def _chosen(column: Column, text: str) -> Coerced:
    found = known_as(column, text)
    return Coerced(found) if found else wrong("pilihan-tidak-dikenal", text, ", ".join(column.choices))


def known_as(column: Column, text: str) -> str | None:
    """The value of the column's list that `text` is another spelling of, itself included; None for any other text."""
    return _spellings(column).get(_folded(text))


def parts_of(column: Column, text: str) -> list[str]:
    """The values in a text: several where the column may hold several, else one."""
    return [part.strip() for part in _SEPARATORS.split(text) if part.strip()] if column.several else [text]


@lru_cache(maxsize=512)
def _spellings(column: Column) -> dict[str, str]:
    written = {_folded(text): value for value, text in column.spellings}
    return written | {_folded(value): value for value in (*column.known_values, *column.choices)}
