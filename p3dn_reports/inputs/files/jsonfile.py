"""Reads JSON records as a table: the field names are its first row, every record one row below, in their order.

Numbers stay exact: a whole one becomes an int, any other a text with a decimal comma, never a float. Half a character,
which a program leaves where it cuts a text within an emoji, becomes U+FFFD.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple, NoReturn

from p3dn_reports.inputs.cells import Cell, Row, squash
from p3dn_reports.inputs.files.paging import KEYS, Page, page_of, said_beside
from p3dn_reports.inputs.values.totals import cell_of

_MOST_DIGITS = 40
_MOST_FIELDS = 1000
_MOST_CELLS = 40_000_000


_HALF_WRITTEN = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile("[\ud800-\udfff]")
_RECORDS = ("data", "results", "records", "rows", "items", "content", "value", "result")


class JsonTable(NamedTuple):
    """The rows; the page of several the text says to be; where half a character stood, as record and field."""

    rows: list[Row]
    page: Page | None = None
    halves: Sequence[tuple[int, str]] = ()


class JsonShapeError(ValueError):
    """The text is JSON, yet not records: a list of objects, or an object that holds one list of them."""


def parse(text: str) -> list[Row]:
    """The rows alone of what `read` gives."""
    return read(text).rows


def read(text: str) -> JsonTable:
    """The records of a JSON text. Raises JsonShapeError for JSON of another shape, ValueError for what is no JSON.

    Records may also stand one on each line, and so may answers with records in them. A field named twice within one
    record is an error: which of the two is meant cannot be known.
    """
    said: list[tuple[str, Any]] = []
    try:
        records, answers = _joined(_loaded(text), said)
    except RecursionError as error:
        raise JsonShapeError("terlalu dalam") from error
    if not _is_records(records):
        raise JsonShapeError("bukan daftar")
    halves: list[tuple[int, str]] = []
    if _HALF_WRITTEN.search(text):
        records = [_mended(record, number, halves) for number, record in enumerate(records, start=1)]
    return JsonTable(_table(records), page_of(said, len(records), answers), halves)


def _is_records(found: Any) -> bool:
    return isinstance(found, list) and all(isinstance(record, dict) for record in found)


def _mended(record: dict[str, Any], number: int, halves: list[tuple[int, str]]) -> dict[str, Any]:
    """The record with whole characters only; those that were none are noted."""
    found = {}
    for name, value in record.items():
        name, read = _HALF.sub("\ufffd", name), value  # noqa: PLW2901 (the name as it can be written)
        read = _HALF.sub("\ufffd", value) if isinstance(value, str) else value
        if read != value:
            halves.append((number, name))
        found[name] = read
    return found


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


def _joined(found: Any, said: list[tuple[str, Any]]) -> tuple[Any, int]:
    """The records of an answer, or of several answers one after another, the last of which says how it goes on.

    How many answers they were stands beside them.
    """
    if _is_records(found) and found[1:] and _speaks_of_pages(found[-1]):
        said.extend(said_beside(found.pop()))
    if not (_is_records(found) and found and all(map(_is_answer, found)) and any(map(_own_records, found))):
        return _records(found, said), 1
    joined: list[Any] = []
    for answer in found:
        said.clear()
        joined.extend(_records(answer, said) or ())
    return joined, len(found)


def _is_answer(found: dict[str, Any]) -> bool:
    return _own_records(found) is not None or _speaks_of_pages(found)


def _speaks_of_pages(found: dict[str, Any]) -> bool:
    return bool(found) and {squash(name) for name in found} <= KEYS


def _own_records(found: dict[str, Any]) -> Any:
    lists = (value for name in _RECORDS if isinstance(value := found.get(name), list) and _is_records(value))
    return next(lists, None)


def _records(found: Any, said: list[tuple[str, Any]]) -> Any:
    """The list within an answer, whatever its key and however deep; `data` goes first, and two lists are none.

    What stands beside it is put to `said`.
    """
    while isinstance(found, dict):
        lists = [value for value in found.values() if isinstance(value, list)]
        inner = [value for name, value in found.items() if isinstance(value, dict) and squash(name) not in KEYS]
        chosen = found.get("data") if "data" in found else (lists or inner or [None])[0]
        if "data" not in found and len(lists) != 1 and len(lists) + len(inner) != 1:
            return None
        said.extend(said_beside({name: value for name, value in found.items() if value is not chosen}))
        found = chosen
    return found


def _table(records: Sequence[dict[str, Any]]) -> list[Row]:
    fields = list(dict.fromkeys(name for record in records for name in record))
    if len(fields) > _MOST_FIELDS or len(fields) * len(records) > _MOST_CELLS:
        raise JsonShapeError("terlalu lebar")
    return [fields, *([as_cell(record.get(name)) for name in fields] for record in records)] if records else []


def _number(text: str) -> int | Decimal | str:
    """The exact number; one so long or with such an exponent that it cannot be an amount stays text."""
    value = Decimal(text)
    if len(text) > _MOST_DIGITS or (value and abs(value.adjusted()) > _MOST_DIGITS):
        return text
    return int(value) if value == value.to_integral_value() else value


def as_cell(value: Any) -> Cell:
    """A value of a record as a cell: lists of words divided by `;`, what is nested deeper as its JSON."""
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
