"""One file's reading as a file: blocks of rows as they are read, and at the end all there is to say beside them.

A file of this kind lives for one reading: a child process writes it and its parent takes the rows over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from p3dn_reports.inputs.sheets.arrow import Block, insert
from p3dn_reports.inputs.sheets.reading import FileReading, Schemas, reading_from_json

if TYPE_CHECKING:
    import duckdb


class HandoverWriter:
    """Writes blocks to a stream, then the reading."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def add(self, block: Block) -> None:
        """Write one block."""
        rows = block.stream_bytes()
        place = {"tabel": block.tabel, "berkas": block.berkas, "lembar": block.lembar}
        self._line({**place, "same": dict(block.same), "varied": block.varied, "size": len(rows)})
        self._stream.write(rows)

    def finish(self, reading: FileReading) -> None:
        """Write what stands beside the rows."""
        self._line({"reading": reading.as_json()})

    def _line(self, found: dict[str, Any]) -> None:
        self._stream.write(json.dumps(found).encode() + b"\n")


def take_over(stream: IO[bytes], connection: duckdb.DuckDBPyConnection, schemas: Schemas) -> FileReading:
    """Append the rows of a handover to the tables of the connection; returns the reading beside them."""
    for item in _items(stream, schemas):
        if isinstance(item, FileReading):
            return item
        insert(connection, schemas[item.tabel], item)
    raise ValueError("handover without an end")


def _items(stream: IO[bytes], schemas: Schemas) -> Iterator[Block | FileReading]:
    while line := stream.readline():
        found = json.loads(line)
        if "reading" in found:
            yield reading_from_json(found["reading"], schemas)
        else:
            rows = stream.read(found.pop("size"))
            yield Block(**{**found, "varied": tuple(found["varied"]), "rows": rows})
