"""Whether the rows of totals agree with the rows above them, to the sen: rows lost on the way show here alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from p3dn_reports.inputs.cells import address
from p3dn_reports.inputs.sheets.reading import SheetReading
from p3dn_reports.inputs.values.amounts import written
from p3dn_reports.messages import MESSAGES
from p3dn_reports.problems import Problem, problem
from p3dn_reports.tables.duck import DuckTables

Sums = Sequence[Decimal | None]
"""What the rows before each total, back to the one above it, add up to; None where an amount could not be read."""


def check_sums(tables: DuckTables, sheets: Sequence[SheetReading]) -> list[Problem]:
    """The totals that agree with no run of rows that ends above them, nor, where none is above, with all below."""
    return [found for sheet in sheets if sheet.totals for found in _check(tables, sheet)]


def _check(tables: DuckTables, sheet: SheetReading) -> Iterator[Problem]:
    for column in dict.fromkeys(name for total in sheet.totals for name in total.jumlah):
        sums, top = _sums(tables, sheet, column), _sum_below_top(tables, sheet, column)
        for index, total in enumerate(sheet.totals):
            runs = sums[: index + 1] if index or top is None else top
            if column in total.jumlah and (wanted := _disagrees(Decimal(total.jumlah[column]), runs)):
                yield _problem(sheet, column, total.baris, Decimal(total.jumlah[column]), wanted[0])


def _sum_below_top(tables: DuckTables, sheet: SheetReading, column: str) -> Sums | None:
    """The sum of the whole sheet where its first total stands above all rows; None where it does not."""
    layout = sheet.layout
    sql = f"""SELECT sum("{column}"), min(_baris) FROM "{layout.schema.name}"
              WHERE _berkas = ? AND _lembar IS NOT DISTINCT FROM ?"""
    found = tables.connection.execute(sql, [layout.berkas, layout.lembar]).fetchone()
    if found is None or found[1] is None or found[1] < sheet.totals[0].baris:
        return None
    at_fault = any(told.column == column and _is_error(told.fault.kode) for told in sheet.told)
    return [None if at_fault else found[0] or Decimal(0)]


def _sums(tables: DuckTables, sheet: SheetReading, column: str) -> Sums:
    """The sums of the rows between the totals, each told by the total below them."""
    layout, ends = sheet.layout, [total.baris for total in sheet.totals]
    sql = f"""SELECT akhir, sum("{column}") FROM "{layout.schema.name}"
              ASOF JOIN (SELECT unnest(?) AS akhir) ON _baris < akhir
              WHERE _berkas = ? AND _lembar IS NOT DISTINCT FROM ? GROUP BY akhir"""
    rows = tables.connection.execute(sql, [ends, layout.berkas, layout.lembar]).fetchall()
    found: dict[int, Decimal] = {end: amount for end, amount in rows if amount is not None}
    unsure = set(_ends_of_faults(sheet, column, ends))
    return [None if end in unsure else found.get(end, Decimal(0)) for end in ends]


def _ends_of_faults(sheet: SheetReading, column: str, ends: Sequence[int]) -> Iterator[int]:
    """The totals above which, up to the one before, an amount of the column is at fault."""
    for told in sheet.told:
        if told.column == column and _is_error(told.fault.kode):
            places = (bisect_left(ends, row) for row in told.hits.rows)
            yield from (ends[place] for place in places if place < len(ends))


def _is_error(kode: str) -> bool:
    return MESSAGES[kode].tingkat == "galat"


def _disagrees(stated: Decimal, sums: Sums) -> tuple[Decimal] | None:
    """The sum that comes closest, where none is the one stated; None where one is, or where that cannot be known."""
    runs, total = [], Decimal(0)
    for part in reversed(sums):
        if part is None:
            return None
        total += part
        if total == stated:
            return None
        runs.append(total)
    return (min(runs, key=lambda run: abs(run - stated)),)


def _problem(sheet: SheetReading, column: str, baris: int, stated: Decimal, wanted: Decimal) -> Problem:
    layout = sheet.layout
    place = layout.location(column, address(baris, layout.column_of(column)), baris)
    return problem(
        "jumlah-tidak-cocok",
        place,
        nilai=_shown(stated),
        diharapkan=_shown(wanted),
        tabel=layout.schema.name,
        judul=layout.captions[column],
        selisih=_shown(abs(stated - wanted)),
    )


def _shown(amount: Decimal) -> str:
    return written(Decimal(f"{amount.normalize():f}"))
