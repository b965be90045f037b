"""A copy of a large workbook for the reader alone: its parts unpacked, byte for byte as they were looked over.

It spares the reader the unpacking, and half its way: python-calamine goes through every sheet a second time for the
list of merged cells, which nobody here asks for, and stops at the first such list. In the copy an empty one stands
before the cells, where Excel would not put it.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from p3dn_reports.inputs.files.scan import ODD_DIMENSION

_LARGE = 2 << 20
_CELLS = b"<sheetData"
_NO_MERGED_CELLS = b"<mergeCells/>"

Sink = Callable[[bytes], None]


class ReadingCopy:
    """A zip that is written part by part; `path` is for the reader once `finish` has said so."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._names: set[str] = set()
        self._package: zipfile.ZipFile | None = zipfile.ZipFile(path, "w")

    @contextmanager
    def part(self, name: str) -> Iterator[Sink | None]:
        """Where the bytes of one part go; None where they need not go anywhere."""
        if self._package is None or name in self._names:
            yield None
            return
        self._names.add(name)
        with self._package.open(name, "w") as stream:
            is_first = True

            def write(data: bytes) -> None:
                nonlocal is_first
                stream.write(_mended(data) if is_first else data)
                is_first = False

            yield write

    def drop(self) -> None:
        """Make no copy after all."""
        if self._package:
            self._package.close()
        self._package = None

    def finish(self, needed: frozenset[str]) -> bool:
        """Close the copy; whether the reader may be given it, that is, whether the parts needed are in it."""
        whole = self._package is not None and needed <= self._names
        self.drop()
        return whole


def _mended(head: bytes) -> bytes:
    """The beginning of a sheet as the reader likes it: its dimension is but a hint, and may be wrong."""
    return ODD_DIMENSION.sub(rb"\1A1", head, count=1).replace(_CELLS, _NO_MERGED_CELLS + _CELLS, 1)


@contextmanager
def copy_for(path: Path, *, always: bool = False) -> Iterator[ReadingCopy | None]:
    """A copy to be made of a large workbook, which is gone afterwards; None for a small one, which is read as it is."""
    if path.stat().st_size < _LARGE and not always:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="p3dn-") as folder:
        copy = ReadingCopy(Path(folder) / f"salinan{path.suffix}")
        try:
            yield copy
        finally:
            copy.drop()
