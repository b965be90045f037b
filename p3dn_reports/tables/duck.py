"""The tables of one inputs folder in DuckDB: where they are filled, and the engine that is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from p3dn_reports.tables.engine import Answer, Row, Tables
from p3dn_reports.tables.schema import TOLD, TableSchema

if TYPE_CHECKING:
    import duckdb

_PLACE = "_berkas VARCHAR, _lembar VARCHAR, _baris BIGINT"


@dataclass(frozen=True, slots=True)
class Duck:
    """The rows on a DuckDB connection (see `Engine`); every question has a cursor of its own."""

    connection: duckdb.DuckDBPyConnection

    def ask(self, sql: str) -> Answer:
        """As `Engine.ask`."""
        with self.connection.cursor() as cursor:
            result = cursor.execute(sql)
            return Answer(tuple(item[0] for item in result.description or ()), result.fetchall())

    def iter_rows(
        self, name: str, where: Mapping[str, object] | None = None, *, kept: str | None = None
    ) -> Iterator[Row]:
        """As `Engine.iter_rows`."""
        conditions = " AND ".join([*(f'"{column}" = ?' for column in where or {}), *([f"({kept})"] if kept else [])])
        sql = f'SELECT * FROM "{name}"' + (f" WHERE {conditions}" if conditions else "") + " ORDER BY rowid"
        with self.connection.cursor() as cursor:
            result = cursor.execute(sql, list((where or {}).values()))
            names = [item[0] for item in result.description or ()]
            while block := result.fetchmany(2048):
                for values in block:
                    yield dict(zip(names, values, strict=True))

    def distinct(self, name: str, kolom: str) -> tuple[Any, ...]:
        """As `Engine.distinct`."""
        sql = f'SELECT DISTINCT "{kolom}" FROM "{name}" WHERE "{kolom}" IS NOT NULL ORDER BY 1'
        return tuple(value for (value,) in self.ask(sql).rows)


@dataclass(slots=True, kw_only=True)
class DuckTables(Tables):
    """Tables that can still be filled through their connection; as a context manager they close it."""

    connection: duckdb.DuckDBPyConnection = field(repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()


def create_table_sql(schema: TableSchema) -> str:
    """The CREATE TABLE statement of a schema, provenance columns included."""
    own = [f'"{column.name}" {column.kind.sql}' for column in schema.columns]
    return f'CREATE TABLE "{schema.name}" ({", ".join([*own, _PLACE])})'


def duck_tables(connection: duckdb.DuckDBPyConnection, schemas: Mapping[str, TableSchema]) -> DuckTables:
    """The tables that stand on a connection."""
    return DuckTables(engine=Duck(connection), schemas=schemas, connection=connection)


def memory_tables(schemas: Mapping[str, TableSchema]) -> DuckTables:
    """Empty tables for all schemas on a fresh in-memory database."""
    import duckdb  # noqa: PLC0415 (who only reads a file needs no database)

    connection = duckdb.connect(":memory:")
    for schema in schemas.values():
        connection.execute(create_table_sql(schema))
    connection.execute(f'CREATE TABLE "{TOLD}" (tabel VARCHAR, kolom VARCHAR, {_PLACE})')
    return duck_tables(connection, schemas)
