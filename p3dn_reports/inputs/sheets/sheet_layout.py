"""How a sheet was read: where each column of its table stands, and how a person finds a cell of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from p3dn_reports.inputs.cells import all_ranges, place_in, ranges
from p3dn_reports.problems import Location
from p3dn_reports.tables import TableSchema


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet was read: its table, the index of its header row, each column's position and caption in the file.

    Where the sheet was rearranged, `columns` holds each column's place in the file, None for one made up. `unread` are
    the positions of the columns that are none of the table's, each with its caption, if any. Rows that agree in `parts`
    with rows of another sheet of the file are parts of one.
    """

    schema: TableSchema
    berkas: str
    lembar: str | None
    header: int
    first_column: int
    positions: Mapping[str, int]
    captions: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, int | None] = field(default_factory=dict)
    parts: Sequence[str] = ()
    unread: Sequence[tuple[int, str]] = ()

    def column_of(self, name: str) -> int:
        """The sheet's column (from 0) of a column we know; the first one for a column that is not there."""
        if self.columns:
            return self.columns.get(name) or 0
        return self.first_column + self.positions.get(name, 0)

    def has_letter(self, name: str) -> bool:
        """Whether the column's cells have an address: not in JSON, nor where another system's layout makes them up."""
        made_up = bool(self.columns) and self.columns.get(name) is None
        return not made_up and not self.berkas.casefold().endswith(".json")

    def location(self, name: str, sel: str | None = None, baris: int | None = None) -> Location:
        """A place in the column `name` of this sheet."""
        return Location(self.berkas, self.lembar, place_in(self.berkas, sel), baris, self.captions.get(name, name))

    def location_of_rows(self, name: str, rows: Iterable[int]) -> Location:
        """The cells of the column `name` in `rows` (as Excel counts): told in few words, and kept whole."""
        found, column = sorted(set(rows)), self.column_of(name)
        place, every = self.location(name, ranges(found, column), found[0]), all_ranges(found, column)
        return place if place.sel == every else replace(place, semua_sel=every)
