"""Parquet, as data services hand it out: the names of the columns are its first row, every record one row below."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Any

import duckdb

from p3dn_reports.inputs.cells import Cell, Row
from p3dn_reports.inputs.files.jsonfile import as_cell
from p3dn_reports.inputs.files.raw import RawSheet, Read
from p3dn_reports.inputs.files.rows import StreamedRows
from p3dn_reports.problems import Location, problem

_MARK = b"PAR1"
_MOST_COLUMNS, _MOST_CELLS = 1000, 40_000_000
_BLOCK, _MEMORY = 2048, 1024
_CONFIG: dict[str, Any] = {
    "memory_limit": f"{_MEMORY}MiB",
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
_PATTERN = frozenset("*?[{")
"""What the engine reads in a name as a pattern of names."""


def read(path: Path) -> Read:
    """Its one sheet. Numbers stay exact; a moment with a zone is its text in UTC."""
    place = Location(berkas=path.name)
    if path.stat().st_size == 0:
        yield problem("berkas-kosong", place, semua_unit=True)
        return
    with path.open("rb") as stream:
        if stream.read(len(_MARK)) != _MARK:
            yield problem("parquet-rusak", place, semua_unit=True)
            return
    try:
        with _named_plainly(path) as plain, duckdb.connect(":memory:", config=_CONFIG) as connection:
            _shut(connection, plain)
            yield from _sheet(connection, plain, path.name)
    except duckdb.OutOfMemoryException:
        yield problem("berkas-menghabiskan-memori", place, semua_unit=True, batas=_MEMORY)
    except (duckdb.Error, UnicodeDecodeError):
        yield problem("parquet-rusak", place, semua_unit=True)


def _shut(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """The engine may open this file and nothing else from now on."""
    connection.execute("SET allowed_paths = [?]", [str(path)])
    connection.execute("SET enable_external_access = false")


@contextmanager
def _named_plainly(path: Path) -> Iterator[Path]:
    """The file under a name that is no pattern of names."""
    if not _PATTERN & set(str(path)):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="p3dn-") as folder:
        copy = Path(folder) / "data.parquet"
        copy.write_bytes(path.read_bytes())
        yield copy


def _sheet(connection: duckdb.DuckDBPyConnection, path: Path, berkas: str) -> Read:
    with connection.cursor() as counting:
        (count,) = counting.execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchone() or (0,)
    found = connection.execute("SELECT * FROM read_parquet(?, hive_partitioning = false)", [str(path)])
    names = [item[0] for item in found.description or ()]
    if len(names) > _MOST_COLUMNS or len(names) * count > _MOST_CELLS:
        place = Location(berkas=berkas)
        yield problem("parquet-terlalu-besar", place, semua_unit=True, kolom=len(names), baris=count)
        return
    with connection.cursor() as decoding:  # a page broken in the middle is found now, not among rows handed on
        decoding.execute("SELECT count(COLUMNS(*)) FROM read_parquet(?)", [str(path)]).fetchall()
    yield RawSheet(berkas, None, StreamedRows(_rows(names, found)))


def _rows(names: Row, found: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    yield names
    while block := found.fetchmany(_BLOCK):
        yield from ([_cell(value) for value in record] for record in block)


_AS_THEY_ARE = frozenset({str, int, bool, date, time, timedelta, type(None)})


def _cell(value: Any) -> Cell:
    if type(value) in _AS_THEY_ARE:
        found: Cell = value
        return found
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat() if value.tzinfo else value
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value.hex() if isinstance(value, bytes) else as_cell(value)
