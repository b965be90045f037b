"""Gathers faults of single cells and tells them as few problems: same fault, same column, same value, one range."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from p3dn_reports.inputs.cells import runs
from p3dn_reports.inputs.sheets.sheet_layout import Layout
from p3dn_reports.inputs.values.faults import Fault
from p3dn_reports.messages import MESSAGES
from p3dn_reports.problems import Problem, problem
from p3dn_reports.tables import TableSchema

_MOST_VALUES = 20
_ONE_PER_COLUMN = frozenset(
    {"jumlah-sebagai-teks", "kode-rekening-dinormalkan", "wajib-diisi", "tengah-malam-utc", "format-persen"}
)

UnitsOf = Callable[[str], Sequence[str | None]]
"""The unit of every row of a table, by the row's place in it (from 0)."""
Worth = Callable[[TableSchema, Sequence[int]], str]
"""What money hangs on some rows of a table, by their places in it, as a message ends with it."""


@dataclass(slots=True)
class _Hits:
    """Where a fault stands: rows as Excel counts them, and places among the rows loaded from the sheet (from 0)."""

    rows: array[int] = field(default_factory=lambda: array("q"))
    places: array[int] = field(default_factory=lambda: array("q"))

    def add(self, row: int, place: int) -> None:
        self.rows.append(row)
        self.places.append(place)

    def as_json(self) -> list[object]:
        return [runs(self.rows), runs(self.places)]

    @classmethod
    def from_json(cls, found: Sequence[Any]) -> Self:
        return cls(*(array("q", [n for a, b in part for n in range(a, b + 1)]) for part in found))


@dataclass(slots=True)
class _Group:
    """All faults of one code in one column; value by value only while the values are few."""

    first: Fault
    values: set[Fault] = field(default_factory=set)
    every: _Hits = field(default_factory=_Hits)
    by_fault: dict[Fault, _Hits] = field(default_factory=dict)

    def add(self, fault: Fault, row: int, place: int) -> None:
        self.values.add(fault)
        self.every.add(row, place)
        if fault.kode not in _ONE_PER_COLUMN and len(self.values) <= _MOST_VALUES:
            self.by_fault.setdefault(fault, _Hits()).add(row, place)
        else:
            self.by_fault.clear()


class SheetFindings:
    """The faults met in one sheet."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str], _Group] = {}

    def add(self, column: str, fault: Fault, row: int, place: int) -> None:
        """Note a fault in row `row` (as Excel counts) of the sheet, the `place`th of the rows loaded from it."""
        group = self._groups.get((column, fault.kode))
        if group is None:
            group = self._groups[column, fault.kode] = _Group(fault)
        group.add(fault, row, place)

    def told(self) -> Iterator[Told]:
        """What there is to tell, column by column in the order met."""
        for (column, _), group in self._groups.items():
            if group.by_fault:
                yield from (Told(column, fault, hits, 1) for fault, hits in group.by_fault.items())
            else:
                yield Told(column, group.first, group.every, len(group.values))


@dataclass(frozen=True, slots=True)
class Told:
    """One fault, or many of one code in one column, told as one problem."""

    column: str
    fault: Fault
    hits: _Hits
    values: int

    def as_json(self) -> list[object]:
        """A form for files."""
        return [self.column, [*self.fault], self.hits.as_json(), self.values]

    @classmethod
    def from_json(cls, found: Sequence[Any]) -> Self:
        """What `as_json` wrote."""
        column, fault, hits, values = found
        return cls(column, Fault(*fault), _Hits.from_json(hits), values)

    @property
    def is_error(self) -> bool:
        """Whether the cells hold nothing in the table because of it."""
        return MESSAGES[self.fault.kode].tingkat == "galat"

    def problem(self, layout: Layout, start: int, units_of: UnitsOf, worth: Worth) -> Problem:
        """The problem; `start` is the place in the table of the sheet's first row."""
        fault, rows, schema = self.fault, self.hits.rows, layout.schema
        units, unknown = touched(_units(units_of(schema.name), start, self.hits.places))
        known = schema.column(self.column)
        return problem(
            fault.kode,
            layout.location_of_rows(self.column, rows),
            nilai=fault.nilai or None,
            diharapkan=fault.diharapkan or None,
            tabel=schema.name,
            unit=units,
            semua_unit=self.is_error and unknown,
            lepas=self.is_error and unknown and self.column == schema.unit_column,
            judul=layout.captions.get(self.column, known.header if known else self.column),
            banyak=how_many(len(rows), self.values),
            usul=fault.usul,
            nilainya=worth(schema, [start + place for place in self.hits.places]) if self._asks_worth else "",
        )

    @property
    def _asks_worth(self) -> bool:
        return "{nilainya}" in MESSAGES[self.fault.kode].pesan


def _units(units: Sequence[str | None], start: int, places: Iterable[int]) -> Iterator[str | None]:
    return (units[start + place] for place in places)


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
