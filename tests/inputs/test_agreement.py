"""The engine's checks of a cell equal those of a JSON Schema validator, table by table, on generated rows.

A cell becomes an instance of its column's property in this way and no other:

- a blank cell is `null` where the column is optional; where it is required, the property is not there at all;
- a number is a JSON number, TRUE a JSON `true`;
- a date is its ISO text in a column of dates, elsewhere an object `{"tanggal": ...}`, which no column asks for;
- a text is that text without the spaces around it.

The kinds of columns add three readings of their own: a column of text takes a number, a date or TRUE as the text a
person sees; a code with `x-allow-number` takes a whole number as its digits; ya_tidak takes 1 and 0, ya and tidak.

What the engine asks beyond the schema is not generated here: more than two decimals of a rupiah, more than fifteen
digits, numbers and dates written as text, other spellings of an account code or of a word to choose from.
`test_coerce.py` holds those.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from p3dn_reports.inputs.cells import Cell
from p3dn_reports.inputs.values.accounts import read_account
from p3dn_reports.inputs.values.coerce import coerce
from p3dn_reports.inputs.values.columns import ColumnReader
from p3dn_reports.messages import MESSAGES
from p3dn_reports.tables import Column, Kind, TableSchema

from .cases import HERE, SCHEMAS

FOLDER = HERE.parent.parent / "schemas"
NUMBERS = frozenset({Kind.RUPIAH, Kind.PERSEN, Kind.ANGKA, Kind.BULAT})
WORDS = st.sampled_from(
    ["", "  ", "-", "null", "x", "Dinas Pendidikan", "5.1.02.01.01.0024", "5.1.02.01", "5.1.02.1.1", "5.0", "12345678",
     "12345678 123456 1 123", "1234567", "tidak ada", "swakelola", "ya", "TIDAK", "bukan tanggal", "2024-02-30",
     "é" * 9, " spasi di tepi ", "baris\nbaru", "5.1\n"]
)  # fmt: skip
AMOUNTS = st.integers(-(10**13), 10**13).map(lambda sen: sen / 100)
FEW = st.sampled_from(
    [0, 1, -1, 2.0, 2.5, 3, 10, 10.5, 15, 15.25, 100, 100.01, 101, 1999, 2000, 2024.0, 2100, 2101, 0.0, -0.0]
)
DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))
CELLS: st.SearchStrategy[Cell] = st.one_of(st.none(), WORDS, AMOUNTS, FEW, DATES, st.booleans())
ABSENT = object()
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def cells_of(column: Column) -> st.SearchStrategy[Cell]:
    """Cells that often fit the column, and often do not."""
    fitting: list[Any] = [*column.choices, column.example]
    if column.kind in NUMBERS:
        bounds = [float(bound) for bound in (column.minimum, column.maximum) if bound is not None]
        fitting = [1, *bounds, *(bound + step for bound in bounds for step in (-1, 1, -0.01, 0.01))]
    elif column.kind is Kind.TANGGAL:
        fitting = [date.fromisoformat(column.example)]
    elif column.pattern:
        fitting.append(column.example.translate(FULL_WIDTH))
    either = st.booleans().flatmap(lambda fits: st.sampled_from(fitting) if fits else CELLS)
    return either.filter(lambda cell: is_typed(column, cell))


def is_typed(column: Column, cell: Cell) -> bool:
    """Whether the schema alone judges the cell: see above for what the engine asks or forgives beyond it."""
    if not isinstance(cell, str):
        return True
    text = cell.strip()
    if column.kind in NUMBERS or column.kind is Kind.TANGGAL:
        return coerce(column, cell).text is None
    if column.kind is Kind.KODE_REKENING:
        return read_account(text) in {None, text}
    folded = {choice.casefold() for choice in column.choices}
    return text in column.choices or text.casefold() not in folded


def instance(column: Column, cell: Cell) -> Any:
    """The cell as a JSON value, ABSENT where it leaves a required property out."""
    text = cell.strip() if isinstance(cell, str) else cell
    if text is None or text in {"", "-", "null"}:
        return ABSENT if column.required else None
    if column.kind is Kind.YA_TIDAK and (word := str(text).casefold()) in {
        "ya",
        "tidak",
        "1",
        "0",
        "1.0",
        "0.0",
        "-0.0",
    }:
        return word in {"ya", "1", "1.0"}
    if column.kind is Kind.TEKS and not isinstance(text, str):
        return coerce(column, text).text
    if column.kind is Kind.KODE and isinstance(text, str):
        return text.removesuffix(".0") if column.allow_number and text[:-2].isdecimal() else text
    if (
        column.allow_number
        and isinstance(text, int | float)
        and not isinstance(text, bool)
        and text >= 0
        and text == int(text)
    ):
        return str(int(text))
    if isinstance(text, date):
        return text.isoformat() if column.kind is Kind.TANGGAL else {"tanggal": text.isoformat()}
    return text


def by_engine(schema: TableSchema, rows: Sequence[dict[str, Cell]]) -> list[set[str]]:
    """The columns at fault in every row, read column by column as files are."""
    wrong: list[set[str]] = [set() for _ in rows]
    for column in schema.columns:
        reader, cells = ColumnReader(column), [row[column.name] for row in rows]
        reader.read(cells)
        for place, fault in reader.at_fault(cells):
            if MESSAGES[fault.kode].tingkat == "galat":
                wrong[place].add(column.name)
    return wrong


def by_validator(validator: Any, schema: TableSchema, row: dict[str, Cell]) -> set[str]:
    """The properties at fault."""
    values = {column.name: instance(column, row[column.name]) for column in schema.columns}
    found = {name: value for name, value in values.items() if value is not ABSENT}
    wrong = {str(error.instance_path[0]) for error in validator.iter_errors(found) if error.instance_path}
    return wrong | (values.keys() - found.keys())


@pytest.mark.parametrize("table", sorted(SCHEMAS))
@settings(max_examples=15, database=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_engine_and_validator_find_the_same_columns_at_fault(table: str, data: st.DataObject) -> None:
    schema, raw = SCHEMAS[table], json.loads((FOLDER / f"{table}.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema_rs.Draft202012Validator(raw, validate_formats=True)
    row = st.fixed_dictionaries({column.name: cells_of(column) for column in schema.columns})
    rows: list[dict[str, Cell]] = data.draw(st.lists(row, min_size=1, max_size=6))
    assert by_engine(schema, rows) == [by_validator(validator, schema, row) for row in rows]


def test_the_validator_misses_a_required_property() -> None:
    """What `by_validator` says of absent properties is what the validator says."""
    schema = json.loads((FOLDER / "rup.schema.json").read_text(encoding="utf-8"))
    errors = jsonschema_rs.Draft202012Validator(schema).iter_errors({})
    assert sorted(schema["required"]) == sorted(error.message.split('"')[1] for error in errors)
