"""What a table of the inputs holds: its columns and their kinds, its keys and checks, how other systems write it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds; `sql` is its DuckDB type. Money and percentages are DECIMAL, never float."""

    TEKS = "teks"
    KODE = "kode"
    KODE_REKENING = "kode_rekening"
    RUPIAH = "rupiah"
    PERSEN = "persen"
    ANGKA = "angka"
    BULAT = "bulat"
    TANGGAL = "tanggal"
    YA_TIDAK = "ya_tidak"

    @property
    def sql(self) -> str:
        """The DuckDB type of a column of this kind."""
        return _SQL_TYPES[self]


_SQL_TYPES = {
    Kind.TEKS: "VARCHAR",
    Kind.KODE: "VARCHAR",
    Kind.KODE_REKENING: "VARCHAR",
    Kind.RUPIAH: "DECIMAL(38,2)",
    Kind.PERSEN: "DECIMAL(38,12)",
    Kind.ANGKA: "DECIMAL(38,12)",
    Kind.BULAT: "BIGINT",
    Kind.TANGGAL: "DATE",
    Kind.YA_TIDAK: "BOOLEAN",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name everywhere, what it holds, the words a person reads.

    `header` is the caption on our own sheets; `aliases` are other captions met in real files, normalised at the door.
    Any value outside `choices` is an error, one outside `known_values` is remarked upon: `if_unknown` says what it does
    to a figure, and nothing where no figure heeds the column. `spellings` are other ways to write a value of either
    list, each after that value; `several` columns hold values divided by `;`. `allow_number` lets a code that is a
    plain integer stand in the file as a number. `reference` is the (table, column) its values come from. `feeds` names
    the figure that an amount is added up in.
    """

    name: str
    kind: Kind
    header: str
    title: str
    description: str = ""
    example: str = ""
    required: bool = False
    aliases: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    known_values: tuple[str, ...] = ()
    spellings: tuple[tuple[str, str], ...] = ()
    several: bool = False
    if_unknown: str = ""
    feeds: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    pattern: str | None = None
    allow_number: bool = False
    reference: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A check across the columns of a row; `name` is one of those the inputs room knows (`paling_banyak`, ...)."""

    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Override:
    """Where all fields of `when` hold one of their words, `column` is `value` whatever else the record says."""

    when: Mapping[str, tuple[str, ...]]
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class SourceLayout:
    """How another system writes the rows of a table, known by the captions `marks`.

    `columns` names, for each of our columns, the fields it may stand under, of which the first one filled in the row is
    taken; `constants` are the same for every row. A value is then changed by `words` (whole values), `patterns` (first
    that is found) and `lists` (the separators met, for which we write `;`); in the columns of `mak` only the account
    codes within are kept.
    Rows whose fields are not among the words of `keep` are left out; rows equal in `sum_by` become one, their `sums`
    added. Rows equal in `once_by` say the same thing again, and the first one is kept. The marks may stand in as many
    rows one under the other as `caption_rows` says. A layout that is `ignored` feeds nothing, for the reason given;
    `wanted` is what to ask for instead. A mark may be written in several ways, divided by `|`; none of the captions
    `without` stands beside them.
    """

    name: str
    title: str
    description: str
    table: str
    marks: tuple[str, ...]
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    patterns: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)
    mak: tuple[str, ...] = ()
    keep: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    sum_by: tuple[str, ...] = ()
    sums: tuple[str, ...] = ()
    once_by: tuple[str, ...] = ()
    caption_rows: int = 1
    ignored: str | None = None
    wanted: str | None = None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One input table. `unit_column` names the column that says which unit a row belongs to, where rows do.

    Where `unit_column` holds more than the code, `unit_prefix` stands before it (`kepala_<kode_satker>`).
    `unit_name_column` holds the unit's name where a source gives no code; the code is then looked up by it. No two
    rows may agree in all columns of one of `keys`. `years_column` lists the years a row is for, where it does not hold
    for all. `name_column` holds the code that people call a row by, where it is filled.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    unit_column: str | None = None
    keys: tuple[tuple[str, ...], ...] = ()
    unit_name_column: str | None = None
    checks: tuple[Check, ...] = ()
    ignore_headers: tuple[str, ...] = ()
    unit_prefix: str = ""
    years_column: str | None = None
    name_column: str | None = None
    layouts: tuple[SourceLayout, ...] = field(default=(), hash=False)

    def column(self, name: str) -> Column | None:
        """The column called `name`, or None."""
        return next((column for column in self.columns if column.name == name), None)

    def lacking(self, there: Iterable[str]) -> set[str]:
        """The required columns that are not among those `there`; of a unit's code and name one suffices."""
        present = set(there)
        wanted = {column.name for column in self.columns if column.required and column.name not in present}
        return wanted - self.unit_pair if present & self.unit_pair else wanted

    @property
    def unit_pair(self) -> set[str]:
        """The columns of the unit's code and of its name, where the code can be found by the name; else none."""
        return {self.unit_column, self.unit_name_column} if self.unit_column and self.unit_name_column else set()


PROVENANCE = ("_berkas", "_lembar", "_baris")
"""Columns every table has beside its own: file name, sheet name (NULL for text files), row as Excel counts it."""

TOLD = "_disebut"
"""The table of cells that reading has told of (table, column, provenance): nobody tells them again, or as blanks."""
