"""Rows of a sheet that arrive one after another: looked at from the top, then handed on in blocks and forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import overload

from p3dn_reports.inputs.cells import Row


class StreamedRows(Sequence[Row]):
    """A sequence over a source that is read once. Rows asked for by index, slice or iteration are kept until drained.

    `len()` and a negative index read everything. After `drain` the rows are gone.
    """

    def __init__(self, source: Iterable[Row]) -> None:
        self._source = iter(source)
        self._kept: list[Row] = []

    def drain(self, start: int, size: int) -> Iterator[list[Row]]:
        """The rows from index `start` on, in blocks of `size`; none of them is kept."""
        rows = islice(chain(self._kept[start:], self._source), max(0, start - len(self._kept)), None)
        self._kept, self._source = [], iter(())
        while block := list(islice(rows, size)):
            yield block

    def _keep(self, count: int | None) -> None:
        """Read on until `count` rows are kept; None reads to the end."""
        wanting = None if count is None else max(0, count - len(self._kept))
        self._kept.extend(islice(self._source, wanting))

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        last = index.stop if isinstance(index, slice) else index + 1 if index >= 0 else None
        self._keep(last if last is not None and last >= 0 else None)
        return self._kept[index]

    def __len__(self) -> int:
        self._keep(None)
        return len(self._kept)


def row_blocks(rows: Sequence[Row], start: int, size: int) -> Iterator[Sequence[Row]]:
    """The rows from index `start` on in blocks of `size`; streamed rows are used up by it."""
    if isinstance(rows, StreamedRows):
        yield from rows.drain(start, size)
        return
    for first in range(start, len(rows), size):
        yield rows[first : first + size]
