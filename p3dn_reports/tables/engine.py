"""What the evaluation asks of the rows, whichever engine holds them, and the tables of one inputs folder on it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple, Protocol, Self

from p3dn_reports.tables.schema import TableSchema
from p3dn_reports.vocabulary import Periode

Row = dict[str, Any]
"""A row by column: Decimal, date, str, bool, int or None."""


class Answer(NamedTuple):
    """What a question gave: the names of its columns, and its rows."""

    names: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]


class Engine(Protocol):
    """Holds the typed rows of one folder and answers questions in DuckDB's SQL; another engine translates it."""

    def ask(self, sql: str) -> Answer:
        """The answer to a question whose answer is small."""
        ...

    def iter_rows(
        self, name: str, where: Mapping[str, object] | None = None, *, kept: str | None = None
    ) -> Iterator[Row]:
        """The rows of table `name` in file order, one at a time.

        `where` keeps the rows whose columns equal the given values, `kept` those that meet a condition in SQL.
        """
        ...

    def distinct(self, name: str, kolom: str) -> tuple[Any, ...]:
        """The values of one column of table `name` in order, blanks left out."""
        ...


@dataclass(frozen=True, slots=True)
class Remembered:
    """An engine that asks the engine below it once: rows do not change, and other rulebooks ask mostly the same."""

    engine: Engine
    known: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def ask(self, sql: str) -> Answer:
        """As `Engine.ask`."""
        answer: Answer = self._once(sql, lambda: self.engine.ask(sql))
        return answer

    def iter_rows(
        self, name: str, where: Mapping[str, object] | None = None, *, kept: str | None = None
    ) -> Iterator[Row]:
        """As `Engine.iter_rows`; the rows of a key are remembered, being few, and all others are not."""
        if where is None or kept is not None:
            return self.engine.iter_rows(name, where, kept=kept)
        rows: tuple[Row, ...] = self._once(
            (name, tuple(where.items())), lambda: tuple(self.engine.iter_rows(name, where))
        )
        return iter(rows)

    def distinct(self, name: str, kolom: str) -> tuple[Any, ...]:
        """As `Engine.distinct`."""
        values: tuple[Any, ...] = self._once((name, kolom), lambda: self.engine.distinct(name, kolom))
        return values

    def _once(self, question: Hashable, ask: Callable[[], Any]) -> Any:
        if question not in self.known:
            self.known[question] = ask()
        return self.known[question]


@dataclass(frozen=True, slots=True)
class Meta:
    """What table `meta` says of the folder: one region, one period, one cut-off.

    `lain` holds its optional keys, `hari` those that are days.
    """

    pemda: str
    kd_klpd: str
    periode: Periode
    tanggal_cutoff: date
    tahapan_apbd: str | None = None
    revisi: str | None = None
    lain: Mapping[str, str] = field(default_factory=dict)
    hari: Mapping[str, date] = field(default_factory=dict)

    @property
    def keadaan(self) -> str:
        """How far the data are: `sementara`, or `perbaikan ke-2`."""
        return f"perbaikan ke-{self.revisi}" if self.revisi else "sementara"


@dataclass(frozen=True, slots=True)
class Source:
    """A file that fed a table: its name in the folder, SHA-256 of its bytes, and how many rows came from it."""

    berkas: str
    sha256: str
    tabel: str
    lembar: str | None
    jumlah_baris: int


@dataclass(slots=True)
class Tables:
    """The typed tables of one inputs folder, on an engine.

    A table with a schema but without any file is absent from `present`, yet exists, empty, in the engine, so that SQL
    built from a rulebook always runs; whether a figure may rest on it is asked of `present`.
    Every table holds the schema's columns under their names and types, then `PROVENANCE`; `TOLD` stands beside them.
    `letters` says, by table, file and sheet, under which letter a column stood.
    """

    engine: Engine
    schemas: Mapping[str, TableSchema]
    present: frozenset[str] = frozenset()
    columns_present: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    letters: Mapping[tuple[str, str, str | None], Mapping[str, str]] = field(default_factory=dict)

    def remembering(self) -> Self:
        """The same tables, which ask their engine every question once; for when nothing is written to them any more."""
        return replace(self, engine=Remembered(self.engine))

    def ask(self, sql: str) -> Answer:
        """As `Engine.ask`."""
        return self.engine.ask(sql)

    def iter_rows(
        self, name: str, where: Mapping[str, object] | None = None, *, kept: str | None = None
    ) -> Iterator[Row]:
        """As `Engine.iter_rows`. Raises KeyError for a table without a schema."""
        self.schemas[name]
        return self.engine.iter_rows(name, where, kept=kept)

    def rows(self, name: str, where: Mapping[str, object] | None = None) -> list[Row]:
        """All of `iter_rows`."""
        return list(self.iter_rows(name, where))

    def distinct(self, name: str, kolom: str) -> tuple[Any, ...]:
        """As `Engine.distinct`. Raises KeyError for a table without a schema."""
        self.schemas[name]
        return self.engine.distinct(name, kolom)

    def cell(self, table: str, berkas: str | None, lembar: str | None, baris: int | None, kolom: str) -> str | None:
        """The cell ("H117") that a row's value in column `kolom` was read from; None where that is not known."""
        letter = self.letters.get((table, berkas or "", lembar), {}).get(kolom)
        return f"{letter}{baris}" if letter and baris else None
