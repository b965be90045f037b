"""Keeps a whole folder as it was read and checked: the tables as a database opened in place, the rest as JSON.

It serves the folder in which nothing has changed; where one file has, `cache` serves the others.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from p3dn_reports.inputs.intake.shelf import Shelf
from p3dn_reports.inputs.intake.taking import InputFile
from p3dn_reports.inputs.sheets.reading import Schemas, problem_from_json
from p3dn_reports.problems import Problem
from p3dn_reports.tables import Meta, Source
from p3dn_reports.tables.duck import DuckTables, duck_tables
from p3dn_reports.vocabulary import Periode

if TYPE_CHECKING:
    import duckdb

_MOST_ENTRIES = 4
_TABLES = "tabel.duckdb"


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading and checking a folder yields."""

    tables: DuckTables
    meta: Meta | None
    problems: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class KeptFolders:
    """Folders kept under `folder`, for tables of these schemas."""

    folder: Path
    schemas: Schemas

    def load(self, files: Sequence[InputFile]) -> Checked | None:
        """The reading kept for a folder of these files, its tables not to be written to; None without a sound one."""
        import duckdb  # noqa: PLC0415 (a child process needs no database)

        entry = self._entry(files)
        try:
            told = self._shelf.take(entry)
            connection = duckdb.connect(str(entry / _TABLES), read_only=True)
            return checked_from_json(told, duck_tables(connection, self.schemas))
        except (OSError, ValueError, LookupError, TypeError, duckdb.Error):
            return None

    def store(self, files: Sequence[InputFile], checked: Checked) -> None:
        """Keep a folder that was just read."""
        import duckdb  # noqa: PLC0415 (as above)

        with suppress(OSError, duckdb.Error):
            told = checked_json(checked)
            self._shelf.put(self._entry(files), told, lambda made: _write(checked.tables.connection, made / _TABLES))

    def _entry(self, files: Sequence[InputFile]) -> Path:
        return self._shelf.entry([*(part for file in files for part in (file.berkas, file.sha256)), repr(self.schemas)])

    @property
    def _shelf(self) -> Shelf:
        return Shelf(self.folder / "utuh", _MOST_ENTRIES)


def checked_json(checked: Checked) -> Any:
    """All of it but the rows, as plain JSON."""
    told = {
        "tables": _tables_json(checked.tables),
        "meta": dataclasses.asdict(checked.meta) if checked.meta else None,
        "problems": [dataclasses.asdict(found) for found in checked.problems],
    }
    return json.loads(json.dumps(told, default=str))


def checked_from_json(told: Mapping[str, Any], tables: DuckTables) -> Checked:
    """What `checked_json` told, beside the tables that hold the rows."""
    problems = [problem_from_json(found) for found in told["problems"]]
    meta = _meta_from_json(told["meta"]) if told["meta"] else None
    return Checked(_with_places(tables, told["tables"]), meta, problems)


def _write(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    quoted = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS _simpanan")
    try:
        connection.execute("COPY FROM DATABASE memory TO _simpanan")
    finally:
        connection.execute("DETACH _simpanan")


def _tables_json(tables: DuckTables) -> dict[str, object]:
    return {
        "present": sorted(tables.present),
        "columns_present": {table: sorted(columns) for table, columns in tables.columns_present.items()},
        "sources": [dataclasses.asdict(source) for source in tables.sources],
        "letters": [[*place, dict(letters)] for place, letters in tables.letters.items()],
    }


def _with_places(tables: DuckTables, found: Mapping[str, Any]) -> DuckTables:
    return dataclasses.replace(
        tables,
        present=frozenset(found["present"]),
        columns_present={table: frozenset(columns) for table, columns in found["columns_present"].items()},
        sources=tuple(Source(**source) for source in found["sources"]),
        letters={(table, berkas, lembar): letters for table, berkas, lembar, letters in found["letters"]},
    )


def _meta_from_json(found: Mapping[str, Any]) -> Meta:
    cutoff = date.fromisoformat(found["tanggal_cutoff"])
    return Meta(**{**found, "periode": Periode(**found["periode"]), "tanggal_cutoff": cutoff})
