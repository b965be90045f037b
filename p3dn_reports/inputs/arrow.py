"""Hands columns of text to DuckDB as one Arrow stream: the only module that knows nanoarrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import nanoarrow as na

from p3dn_reports.tables import TableSchema

_VIEW = "_masukan"


def insert_text_columns(
    connection: duckdb.DuckDBPyConnection, schema: TableSchema, columns: Mapping[str, Sequence[str | None]], count: int
) -> None:
    """Append `count` rows of canonical text to the table of `schema`, cast to its types; absent columns become NULL."""
    if not count:
        return
    types = {column.name: column.kind.sql for column in schema.columns}
    types |= {"_berkas": "VARCHAR", "_lembar": "VARCHAR", "_baris": "BIGINT"}
    names = ", ".join(f'"{name}"' for name in columns)
    casts = ", ".join(f'CAST("{name}" AS {types[name]})' for name in columns)
    connection.register(_VIEW, _Stream(columns, count))
    try:
        connection.execute(f'INSERT INTO "{schema.name}" ({names}) SELECT {casts} FROM {_VIEW}')
    finally:
        connection.unregister(_VIEW)


class _Stream:
    """String columns behind the Arrow C stream interface, which DuckDB reads in place."""

    def __init__(self, columns: Mapping[str, Sequence[str | None]], count: int) -> None:
        children = [na.c_array(values, na.string()) for values in columns.values()]
        struct = na.struct({name: na.string() for name in columns})
        self._array = na.c_array_from_buffers(struct, count, [None], children=children)

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return na.c_array_stream(na.Array(self._array)).__arrow_c_stream__()
