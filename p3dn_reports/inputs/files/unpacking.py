"""Parts of a workbook as they are unpacked: watched for what they must not bring, and copied where that is asked."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import IO, Any

from p3dn_reports.inputs.files.readingcopy import ReadingCopy, Sink


class RefusedError(Exception):
    """The file must not be read; carries the problem."""

    def __init__(self, kode: str, **isi: Any) -> None:
        super().__init__(kode)
        self.kode, self.isi = kode, isi


class Watched:
    """A part as it is unpacked: refuses one that outgrows its declared size or brings a DTD, in UTF-8 or UTF-16."""

    def __init__(self, stream: IO[bytes], declared: int, into: Sink | None = None) -> None:
        self._stream, self._left, self._tail, self._into = stream, declared, b"", into

    def read(self, size: int = -1) -> bytes:
        """The next bytes of the part."""
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise RefusedError("isi-berkas-berlebihan")
        window = self._tail + data
        if b"!" in window and (b"<!DOCTYPE" in window or b"<\0!\0D\0O" in window):
            raise RefusedError("berkas-memuat-dtd")
        self._tail = data[-16:]
        if self._into:
            self._into(data)
        return data


@dataclass(frozen=True, slots=True)
class Unpacking:
    """A zip, and the copy that is made of it while its parts are looked over."""

    package: zipfile.ZipFile
    copy: ReadingCopy | None = None

    @contextmanager
    def part(self, name: str) -> Iterator[Watched]:
        """One part, to be read to its end."""
        declared = self.package.getinfo(name).file_size
        with self.package.open(name) as stream, self.copy.part(name) if self.copy else nullcontext() as into:
            yield Watched(stream, declared, into)

    def drop_copy(self) -> None:
        """Make no copy after all."""
        if self.copy:
            self.copy.drop()
