"""Keeps what was read of large files: typed rows as parquet, the rest as JSON, under the digests of all it rests on.

An entry is a folder that appears whole or not at all. Whatever is wrong with one, it is read as if it were not there.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import duckdb

from p3dn_reports.inputs.reading import FileReading, Schemas, reading_from_json

_READING = "bacaan.json"
_MOST_ENTRIES = 60
_PACKAGE = Path(__file__).resolve().parent.parent


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
            kept = json.loads((entry / _READING).read_bytes())
            if _digest(json.dumps(kept["isi"]).encode()) != kept["sha256"]:
                return None
            reading = reading_from_json(kept["isi"]["reading"], self.schemas)
            if any(_digest((entry / name).read_bytes()) != sha for name, sha in kept["isi"]["files"].items()):
                return None
            self._take(entry, list(kept["isi"]["files"]), connection)
            os.utime(entry)
        except (OSError, ValueError, LookupError, TypeError, duckdb.Error):
            return None
        return reading

    def store(self, berkas: str, sha256: str, reading: FileReading, connection: duckdb.DuckDBPyConnection) -> None:
        """Keep a file that was just read into the tables. A folder that cannot be written to is no fault."""
        with suppress(OSError, duckdb.Error):
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.folder, prefix=".baru-") as temporary:
                made = Path(temporary) / "isi"
                made.mkdir()
                self._write(made, berkas, reading, connection)
                entry = self._entry(berkas, sha256)
                shutil.rmtree(entry, ignore_errors=True)
                made.rename(entry)
            self._prune()

    def _take(self, entry: Path, files: list[str], connection: duckdb.DuckDBPyConnection) -> None:
        connection.begin()
        try:
            for name in files:
                table = self.schemas[name.removesuffix(".parquet")].name
                connection.execute(f'INSERT INTO "{table}" SELECT * FROM read_parquet(?)', [str(entry / name)])
        except duckdb.Error:
            connection.rollback()
            raise
        connection.commit()

    def _write(self, folder: Path, berkas: str, reading: FileReading, connection: duckdb.DuckDBPyConnection) -> None:
        for table in {sheet.layout.schema.name for sheet in reading.sheets}:
            rows = connection.table(table).filter(
                duckdb.ColumnExpression("_berkas") == duckdb.ConstantExpression(berkas)
            )
            rows.write_parquet(str(folder / f"{table}.parquet"), compression="zstd")
        files = {path.name: _digest(path.read_bytes()) for path in sorted(folder.iterdir())}
        body = {"files": files, "reading": reading.as_json()}
        kept = {"sha256": _digest(json.dumps(body).encode()), "isi": body}
        (folder / _READING).write_text(json.dumps(kept), encoding="utf-8")

    def _entry(self, berkas: str, sha256: str) -> Path:
        """The name of a file stands in its problems, and is part of the key."""
        parts = (berkas, sha256, repr(self.schemas), _engine())
        return self.folder / _digest("\0".join(parts).encode())[:40]

    def _prune(self) -> None:
        """Let go of the entries unused for longest."""
        entries = sorted(self.folder.glob("[0-9a-f]*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for entry in entries[_MOST_ENTRIES:]:
            shutil.rmtree(entry, ignore_errors=True)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@lru_cache(maxsize=1)
def _engine() -> str:
    """The versions and sources that decide what is read from a file."""
    versions = [f"{name} {version(name)}" for name in ("p3dn-reports", "duckdb", "python-calamine", "nanoarrow")]
    sources = [*sorted((_PACKAGE / "inputs").rglob("*.py")), *sorted(_PACKAGE.glob("*.py"))]
    return "\n".join([*versions, *(_digest(path.read_bytes()) for path in sources)])
