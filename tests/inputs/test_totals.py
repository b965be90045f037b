"""Adding up rows that another system splits, number by number: what has no key or no sure amount stays as it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from p3dn_reports.inputs.cells import Cell, Row
from p3dn_reports.inputs.values.amounts import float_in_sen, read_float
from p3dn_reports.inputs.values.dates import excel_date, read_date
from p3dn_reports.inputs.values.totals import add_up
from p3dn_reports.tables import Column, Kind, SourceLayout, TableSchema

NAMES = ["kode", "nilai", "pdn"]
SCHEMA = TableSchema(
    "t", "T", "", (Column("kode", Kind.KODE, "Kode", "Kode"), *(Column(n, Kind.RUPIAH, n, n) for n in NAMES[1:]))
)
LAYOUT = SourceLayout("l", "L", "", "t", ("a", "b"), sum_by=("kode",), sums=("nilai", "pdn"))
HEAD: list[Row] = [["LAPORAN", None, None], [*NAMES]]


def added(*rows: list[Cell]) -> tuple[list[Row], tuple[int, int]]:
    found, counts = add_up([*HEAD, *rows], 1, LAYOUT, SCHEMA, NAMES)
    assert found[:2] == HEAD
    return found[2:], counts


def test_a_product_that_costs_nothing_is_added_like_any_other() -> None:
    assert added(["A", 100, 50], ["A", 0, 0], ["A", 0.5, None]) == ([["A", "100,5", 50], [], []], (3, 1))


def test_amounts_that_are_missing_first_come_later() -> None:
    assert added(["A", None, None], ["A", 7, None], ["A", 8, 2]) == ([["A", 15, 2], [], []], (3, 1))
    assert added(["A", None, 1], ["A", None, 2]) == ([["A", None, 3], []], (2, 1))


@pytest.mark.parametrize("key", [None, ""])
def test_a_row_without_its_key_stays(key: Cell) -> None:
    assert added(["A", 1, 1], [key, 5, 5], [key, 6, 6], ["A", 2, 2]) == (
        [["A", 3, 3], [key, 5, 5], [key, 6, 6], []],
        (2, 1),
    )


def test_a_row_whose_amount_is_at_fault_stays_and_is_not_counted() -> None:
    assert added(["A", 1, 1], ["A", "lima", 5], ["B", 2, 2], []) == (
        [["A", 1, 1], ["A", "lima", 5], ["B", 2, 2], []],
        (2, 2),
    )


def test_points_are_judged_below_the_captions_alone() -> None:
    assert added(["A", "1234.5", None], ["A", "1.25", None]) == ([["A", "1235,75", None], []], (2, 1))
    assert added(["A", "1.234", None], ["A", "1.000", None]) == ([["A", 2234, None], []], (2, 1))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5.0, "5.0"), (0.0, "0"), (-0.0, "0"), (0.25, "0.25"), (-1234.5, "-1234.5"), (0.125, None), (1e-7, None),
        (9999999999999.98, "9999999999999.98"), (1e13, None), (-1e13, None), (float("inf"), None), (float("nan"), None),
    ],
)  # fmt: skip
def test_a_float_is_an_amount_at_first_sight_below_10_to_the_13(value: float, text: str | None) -> None:
    assert float_in_sen(value) == text
    if text is not None:
        assert read_float(value) == Decimal(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1900-01-01", "1900-01-01"), ("1899-12-31", None), ("31/12/1899", None), ("31/12/2100", "2100-12-31"),
        ("1/1/2101", None),
    ],
)  # fmt: skip
def test_years_of_dates_are_those_of_living_people_and_contracts(text: str, day: str | None) -> None:
    found = read_date(text).value
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("serial", "from_1904", "day"),
    [
        (45720.0, False, "2025-03-04"), (44258.0, True, "2025-03-04"), (18264.0, False, "1950-01-01"),
        (18263.0, False, None), (73415.0, False, "2100-12-31"), (73416.0, False, None), (1e9, False, None),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_the_day_a_spreadsheet_shows(serial: float, from_1904: bool, day: str | None) -> None:
    found = excel_date(serial, from_1904=from_1904)
    assert (found and found.isoformat()) == day
