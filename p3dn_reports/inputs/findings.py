"""Gathers faults of single cells and tells them as few problems: same fault, same column, same value, one range."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from p3dn_reports.inputs.cells import ranges
from p3dn_reports.inputs.coerce import Fault
from p3dn_reports.inputs.recognise import Layout
from p3dn_reports.messages import MESSAGES
from p3dn_reports.problems import Problem, problem
from p3dn_reports.tables import TableSchema

_MOST_VALUES = 20
_ONE_PER_COLUMN = frozenset({"jumlah-sebagai-teks", "kode-rekening-dinormalkan", "wajib-diisi"})

UnitsOf = Callable[[str], Sequence[str | None]]
"""The unit of every row of a table, by the row's place in it (from 0)."""


@dataclass(slots=True)
class _Hits:
    rows: list[int] = field(default_factory=list)
    rowids: list[int] = field(default_factory=list)

    def extend(self, other: _Hits) -> None:
        self.rows.extend(other.rows)
        self.rowids.extend(other.rowids)


class CellFindings:
    """Faults by sheet, column and code; within them by value."""

    def __init__(self) -> None:
        self._groups: dict[tuple[int, str, str], dict[Fault, _Hits]] = {}
        self._layouts: dict[int, Layout] = {}

    def add(self, layout: Layout, column: str, fault: Fault, row: int, rowid: int) -> None:
        """Note a fault in row `row` (as Excel counts) of a sheet, which became row `rowid` of the table."""
        self._layouts[id(layout)] = layout
        hits = self._groups.setdefault((id(layout), column, fault.kode), {}).setdefault(fault, _Hits())
        hits.rows.append(row)
        hits.rowids.append(rowid)

    def problems(self, units_of: UnitsOf) -> Iterator[Problem]:
        """The problems, sheet by sheet and column by column in the order they were met."""
        for (sheet, column, kode), by_fault in self._groups.items():
            layout = self._layouts[sheet]
            if kode in _ONE_PER_COLUMN or len(by_fault) > _MOST_VALUES:
                yield _problem(layout, column, *_joined(by_fault), units_of, len(by_fault))
            else:
                for fault, hits in by_fault.items():
                    yield _problem(layout, column, fault, hits, units_of)


def _joined(by_fault: dict[Fault, _Hits]) -> tuple[Fault, _Hits]:
    every = _Hits()
    for hits in by_fault.values():
        every.extend(hits)
    return next(iter(by_fault)), every


def _problem(layout: Layout, column: str, fault: Fault, hits: _Hits, units_of: UnitsOf, values: int = 1) -> Problem:
    schema = layout.schema
    units, unknown = touched(units_of(schema.name)[rowid] for rowid in hits.rowids)
    known = schema.column(column)
    is_error = MESSAGES[fault.kode].tingkat == "galat"
    return problem(
        fault.kode,
        layout.location(column, ranges(hits.rows, layout.column_of(column)), min(hits.rows)),
        nilai=fault.nilai or None,
        diharapkan=fault.diharapkan or None,
        tabel=schema.name,
        unit=units,
        semua_unit=is_error and unknown,
        judul=layout.captions.get(column, known.header if known else column),
        banyak=how_many(len(hits.rows), values),
        usul=fault.usul,
    )


def how_many(cells: int, values: int = 1) -> str:
    """` (12 sel, 3 nilai berbeda)`: what follows a value in a message; nothing for a single cell."""
    if cells == 1:
        return ""
    return f" ({cells} sel, {values} isian berbeda)" if values > 1 else f" ({cells} sel)"


def touched(units: Iterable[str | None]) -> tuple[tuple[str, ...], bool]:
    """The distinct units among those of some rows, and whether any row's unit is unknown."""
    distinct = dict.fromkeys(units)
    return tuple(unit for unit in distinct if unit is not None), None in distinct


def unit_sql(schema: TableSchema) -> str:
    """The SQL expression for the unit of a row of the table; NULL where rows belong to none."""
    if schema.unit_column is None:
        return "CAST(NULL AS VARCHAR)"
    column = f'"{schema.unit_column}"'
    if not schema.unit_prefix:
        return column
    prefix = schema.unit_prefix.replace("'", "''")
    return f"CASE WHEN starts_with({column}, '{prefix}') THEN substr({column}, {len(schema.unit_prefix) + 1}) END"
