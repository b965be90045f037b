"""Reads JSON records as a table: the field names are its first row, every record one row below, in their order.

Numbers stay exact: a whole one becomes an int, any other a text with a decimal comma, never a float.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NoReturn

from p3dn_reports.inputs.cells import Cell, Row
from p3dn_reports.inputs.totals import cell_of

_MOST_DIGITS = 40
_MOST_FIELDS = 1000
_MOST_CELLS = 40_000_000


class JsonShapeError(ValueError):
    """The text is JSON, yet not records: a list of objects, or an object that holds one list of them."""


def parse(text: str) -> list[Row]:
    """The rows of a JSON text. Raises JsonShapeError for JSON of another shape, ValueError for what is no JSON.

    Records may also stand one on each line. A field named twice within one record is an error: which of the two is
    meant cannot be known.
    """
    try:
        found = _loaded(text)
    except RecursionError as error:
        raise JsonShapeError("terlalu dalam") from error
    records = _records(found)
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise JsonShapeError("bukan daftar")
    return _table(records)


def _loaded(text: str) -> Any:
    try:
        return _read(text)
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith("{") for line in lines):
            raise
        return [_read(line) for line in lines]


def _read(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_once, **_NUMBERS)


def _records(found: Any) -> Any:
    """The list within an answer, whatever its key and however deep; `data` goes first, and two lists are none."""
    while isinstance(found, dict):
        inner = [value for value in found.values() if isinstance(value, list | dict)]
        lists = [value for value in inner if isinstance(value, list)]
        if "data" in found:
            found = found["data"]
        elif len(lists) == 1 or len(inner) == 1:
            found = (lists or inner)[0]
        else:
            return None
    return found


def _table(records: Sequence[dict[str, Any]]) -> list[Row]:
    fields = list(dict.fromkeys(name for record in records for name in record))
    if len(fields) > _MOST_FIELDS or len(fields) * len(records) > _MOST_CELLS:
        raise JsonShapeError("terlalu lebar")
    return [fields, *([_cell(record.get(name)) for name in fields] for record in records)] if records else []


def _number(text: str) -> int | Decimal | str:
    """The exact number; one so long or with such an exponent that it cannot be an amount stays text."""
    value = Decimal(text)
    if len(text) > _MOST_DIGITS or (value and abs(value.adjusted()) > _MOST_DIGITS):
        return text
    return int(value) if value == value.to_integral_value() else value


def _cell(value: Any) -> Cell:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Decimal):
        return cell_of(value)
    if isinstance(value, list) and all(isinstance(item, str | int) for item in value):
        return ";".join(map(str, value))
    return json.dumps(value, ensure_ascii=False, default=str)


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


_NUMBERS: dict[str, Any] = {"parse_float": _number, "parse_int": _number, "parse_constant": _refuse}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise ValueError("nama kembar dalam satu rekaman")
    return record
