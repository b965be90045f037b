"""Adds up rows that other systems split, such as one row per product: exact, and only where every amount is sure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from p3dn_reports.inputs.cells import Cell, Row
from p3dn_reports.inputs.values.amounts import writes_decimal_point
from p3dn_reports.inputs.values.coerce import coerce
from p3dn_reports.inputs.values.writing import Writing
from p3dn_reports.tables import Column, SourceLayout, TableSchema


def add_up(
    rows: Sequence[Row], header: int, layout: SourceLayout, schema: TableSchema, names: Sequence[str]
) -> tuple[list[Row], tuple[int, int]]:
    """One row for each value of the layout's key, the first one, holding the sums; how many rows became how many.

    A row without a key, or whose amount cannot be read, stays as it is: its fault is told at its cell.
    """
    keys = [names.index(name) for name in layout.sum_by]
    sums = [(names.index(name), column) for name in layout.sums if name in names and (column := schema.column(name))]
    points = {at: _has_points(rows[header + 1 :], at) for at, _ in sums}
    found: list[Row] = [*rows[: header + 1]]
    first: dict[tuple[Cell, ...], int] = {}
    totals: dict[int, list[Decimal | None]] = {}
    read = 0
    for index, row in enumerate(rows[header + 1 :], start=header + 1):
        amounts = [_amount(row[at], column, points[at]) for at, column in sums] if row else []
        key = tuple(row[at] for at in keys) if row else ()
        if not row or "" in key or None in key or any(amount is False for amount in amounts):
            found.append(row)
            continue
        read += 1
        kept = first.setdefault(key, index)
        so_far = totals.setdefault(kept, [None] * len(sums))
        totals[kept] = [_plus(a, b) for a, b in zip(so_far, amounts, strict=True)]
        found.append(row if kept == index else [])
    for index, values in totals.items():
        found[index] = _with(found[index], [at for at, _ in sums], values)
    return found, (read, len(first))


def _has_points(rows: Sequence[Row], at: int) -> bool:
    texts = [cell.strip() for row in rows if row and isinstance(cell := row[at], str)]
    return writes_decimal_point(texts)


def _amount(cell: Cell, column: Column, point: bool) -> Decimal | bool | None:
    """The amount, None for a blank, False for one that is at fault."""
    text, fault = coerce(column, cell, Writing(point))
    if text is None:
        return False if fault else None
    return Decimal(text)


def _plus(so_far: Decimal | None, amount: Decimal | bool | None) -> Decimal | None:
    if amount is None or isinstance(amount, bool):
        return so_far
    return amount if so_far is None else so_far + amount


def _with(row: Row, places: Sequence[int], values: Sequence[Decimal | None]) -> Row:
    cells = [*row]
    for at, value in zip(places, values, strict=True):
        cells[at] = None if value is None else cell_of(value)
    return cells


def cell_of(value: Decimal) -> Cell:
    """An exact number as a cell: an int, or text with a decimal comma, which is read without a doubt."""
    return int(value) if value == value.to_integral_value() else f"{value:f}".replace(".", ",")
