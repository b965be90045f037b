"""Columns of text as Arrow data, for DuckDB to read in place or for a file: the only module that knows nanoarrow."""

from __future__ import annotations

import io
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import nanoarrow as na
from nanoarrow import ipc

from p3dn_reports.tables import TableSchema

if TYPE_CHECKING:
    import duckdb

_VIEW = "_masukan"

TextColumns = Mapping[str, Sequence[str | None]]


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of canonical text from one sheet. `same` are the columns that say one thing throughout, handed over once."""

    tabel: str
    berkas: str
    lembar: str | None
    same: Mapping[str, str | None]
    varied: tuple[str, ...]
    rows: Any
    """The other columns and the rows' numbers: an Arrow array, or the bytes of an Arrow stream."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        if isinstance(self.rows, bytes):
            return ipc.InputStream.from_readable(io.BytesIO(self.rows)).__arrow_c_stream__()
        return na.c_array_stream(na.Array(self.rows)).__arrow_c_stream__()

    def stream_bytes(self) -> bytes:
        """The rows as the bytes of an Arrow stream."""
        out = io.BytesIO()
        with ipc.StreamWriter.from_writable(out) as writer:
            writer.write_array(self.rows)
        return out.getvalue()


def packed(tabel: str, place: tuple[str, str | None], columns: TextColumns, numbers: Sequence[int]) -> Block:
    """Rows of a sheet as a block; `place` is its file and sheet, `numbers` are the rows' numbers in it."""
    same = {name: column[0] for name, column in columns.items() if _is_constant(column)}
    varied = {name: column for name, column in columns.items() if name not in same}
    children = [na.c_array(values, na.string()) for values in varied.values()]
    children.append(na.c_array_from_buffers(na.int64(), len(numbers), [None, array("q", numbers)]))
    struct = na.struct({name: na.string() for name in varied} | {"_baris": na.int64()})
    rows = na.c_array_from_buffers(struct, len(numbers), [None], children=children)
    return Block(tabel, *place, same, tuple(varied), rows)


def _is_constant(column: Sequence[str | None]) -> bool:
    return column[0] == column[-1] and column.count(column[0]) == len(column)


def insert(connection: duckdb.DuckDBPyConnection, schema: TableSchema, block: Block) -> None:
    """Append a block to its table, cast to the types of the schema; columns it does not hold become NULL."""
    types = {column.name: column.kind.sql for column in schema.columns}
    names = ", ".join(f'"{name}"' for name in (*block.same, *block.varied))
    casts = [f"CAST(? AS {types[name]})" for name in block.same]
    casts += [f'CAST("{name}" AS {types[name]})' for name in block.varied]
    connection.register(_VIEW, block)
    try:
        connection.execute(
            f'INSERT INTO "{schema.name}" ({names}, _berkas, _lembar, _baris) '
            f"SELECT {', '.join([*casts, 'CAST(? AS VARCHAR)', 'CAST(? AS VARCHAR)'])}, _baris FROM {_VIEW}",
            [*block.same.values(), block.berkas, block.lembar],
        )
    finally:
        connection.unregister(_VIEW)
