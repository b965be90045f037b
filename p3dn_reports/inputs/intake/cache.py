"""Keeps what was read of large files: typed rows as parquet, the rest as JSON, under the digests of all it rests on."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb

from p3dn_reports.inputs.intake.shelf import Shelf
from p3dn_reports.inputs.sheets.reading import FileReading, Schemas, reading_from_json

_MOST_ENTRIES = 60


@dataclass(frozen=True, slots=True)
class Cache:
    """Readings kept in `folder`, for tables of these schemas."""

    folder: Path
    schemas: Schemas

    def has(self, berkas: str, sha256: str) -> bool:
        """Whether something is kept for a file; whether it is sound shows when it is loaded."""
        return self._entry(berkas, sha256).is_dir()

    def load(self, berkas: str, sha256: str, connection: duckdb.DuckDBPyConnection) -> FileReading | None:
        """Append the rows kept for a file to the tables of the connection; None where nothing sound is kept."""
        entry = self._entry(berkas, sha256)
        try:
            reading = reading_from_json(self._shelf.take(entry), self.schemas)
            self._take(sorted(entry.glob("*.parquet")), connection)
        except (OSError, ValueError, LookupError, TypeError, duckdb.Error):
            return None
        return reading

    def store(self, berkas: str, sha256: str, reading: FileReading, connection: duckdb.DuckDBPyConnection) -> None:
        """Keep a file that was just read into the tables."""

        def write(folder: Path) -> None:
            rows_of = duckdb.ColumnExpression("_berkas") == duckdb.ConstantExpression(berkas)
            for table in {sheet.layout.schema.name for sheet in reading.sheets}:
                rows = connection.table(table).filter(rows_of)
                rows.write_parquet(str(folder / f"{table}.parquet"), compression="zstd")

        with suppress(OSError, duckdb.Error):
            self._shelf.put(self._entry(berkas, sha256), reading.as_json(), write)

    def _take(self, files: list[Path], connection: duckdb.DuckDBPyConnection) -> None:
        connection.begin()
        try:
            for path in files:
                table = self.schemas[path.stem].name
                connection.execute(f'INSERT INTO "{table}" SELECT * FROM read_parquet(?)', [str(path)])
        except duckdb.Error:
            connection.rollback()
            raise
        connection.commit()

    def _entry(self, berkas: str, sha256: str) -> Path:
        """The name of a file stands in its problems, and is part of the key."""
        return self._shelf.entry((berkas, sha256, repr(self.schemas)))

    @property
    def _shelf(self) -> Shelf:
        return Shelf(self.folder, _MOST_ENTRIES)
