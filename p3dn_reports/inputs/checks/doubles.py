"""Rows handed in twice, where no key tells rows apart: alike in what every row must fill, nowhere different else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from p3dn_reports.inputs.checks.hits import Context, at_rows, by_sheet, caption, hits_where
from p3dn_reports.problems import Problem
from p3dn_reports.tables import TableSchema

_MOST_NAMED = 2

Values = Sequence[object]


def repeated_rows(context: Context, schema: TableSchema, columns: Sequence[str]) -> Iterator[Problem]:
    """Rows equal to one before them in the required columns, and in all others that both of them fill."""
    required = [name for name in columns if (column := schema.column(name)) and column.required]
    twins = dict(_twins(context, schema, required, [name for name in columns if name not in required]))
    hits = hits_where(context, schema, "rowid IN (SELECT unnest(?))", [list(twins)], "rowid") if twins else []
    for _, group in by_sheet(hits):
        places = dict.fromkeys(twins[hit.nilai] for hit in group)
        named = " dan ".join([*places][:_MOST_NAMED])
        slots: dict[str, object] = {"nilai": None, "kunci": caption(schema, columns), "kembaran": named}
        yield from at_rows(context, schema, required[-1], "baris-berulang", group, blames=False, **slots)


def _twins(
    context: Context, schema: TableSchema, required: Sequence[str], others: Sequence[str]
) -> Iterator[tuple[object, str]]:
    """Each row that repeats one before it, by its rowid, with the sheet where that one stands."""
    names = ", ".join(f'"{name}"' for name in required)
    filled = " AND ".join(f'"{name}" IS NOT NULL' for name in required)
    sql = (
        f"SELECT rowid, concat_ws(', ', _berkas, _lembar), {', '.join((names, *map(_quoted, others)))} "
        f'FROM "{schema.name}" WHERE {filled} QUALIFY count(*) OVER (PARTITION BY {names}) > 1 ORDER BY rowid'
    )
    seen: defaultdict[tuple[object, ...], _Seen] = defaultdict(_Seen)
    for number, place, *values in context.tables.connection.execute(sql).fetchall():
        first = seen[tuple(values[: len(required)])].place_of_twin(values[len(required) :], place)
        if first is not None:
            yield number, first


def _quoted(name: str) -> str:
    return f'"{name}"'


class _Seen:
    """Rows met that are alike in the required columns, by what they fill of the others: a blank says nothing."""

    def __init__(self) -> None:
        self._places: dict[tuple[int, int], dict[tuple[object, ...], str]] = {}
        """By the columns a row fills (as bits) and some of those: what stands there, and where first."""

    def place_of_twin(self, values: Values, place: str) -> str | None:
        """Where a row stands that agrees with `values` wherever both are filled; then these values are kept too."""
        filled = sum(1 << at for at, value in enumerate(values) if value is not None)
        masks = dict.fromkeys(mask for mask, _ in self._places)
        found = (self._places[mask, mask & filled].get(_part(values, mask & filled)) for mask in masks)
        first = next(filter(None, found), None)
        for part in range(1 << len(values)):
            if part & filled == part:
                self._places.setdefault((filled, part), {}).setdefault(_part(values, part), place)
        return first


def _part(values: Values, mask: int) -> tuple[object, ...]:
    return tuple(value for at, value in enumerate(values) if mask >> at & 1)
