"""A zip rewritten part by part: what is not touched keeps its very bytes, packed as they were."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_CHUNK = 1 << 20
_LEVEL = 3
_UTF8 = 0x800
_EPOCH_DATE = (0, 33)
"""Midnight of 1 January 1980, as a zip writes it: the same input gives the same bytes."""


class UnpatchableError(Exception):
    """The workbook is not shaped as its parts could be patched with certainty."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the directory."""

    name: bytes
    flags: int
    method: int
    stamp: tuple[int, int]
    crc: int
    packed: int
    size: int
    offset: int
    system: int = 20
    attributes: int = 0


class Writer:
    """Writes a zip to `stream`: parts copied raw from another one, and new parts packed piece by piece."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._entries: list[_Entry] = []

    def copy(self, source: BinaryIO, part: zipfile.ZipInfo) -> None:
        """Copy a part of the zip open as `source` without unpacking it."""
        entry = _Entry(
            name=_name(part),
            flags=part.flag_bits & ~0x8,
            method=part.compress_type,
            stamp=_stamp(part),
            crc=part.CRC,
            packed=part.compress_size,
            size=part.file_size,
            offset=self._stream.tell(),
            system=part.create_version | part.create_system << 8,
            attributes=part.external_attr,
        )
        self._start(entry)
        for piece in _raw(source, part):
            self._stream.write(piece)

    def write(self, name: str, pieces: Iterable[bytes]) -> None:
        """Pack a part."""
        offset = self._stream.tell()
        entry = _Entry(
            name.encode(), 0 if name.isascii() else _UTF8, zipfile.ZIP_DEFLATED, _EPOCH_DATE, 0, 0, 0, offset
        )
        self._start(entry)
        start = self._stream.tell()
        crc, size = self._pack(pieces)
        end = self._stream.tell()
        done = _Entry(entry.name, entry.flags, entry.method, entry.stamp, crc, end - start, size, offset)
        self._stream.seek(offset)
        self._stream.write(_local(done))
        self._stream.seek(end)
        self._entries[-1] = done

    def close(self) -> None:
        """Write the directory."""
        start = self._stream.tell()
        for entry in self._entries:
            self._stream.write(_central(entry))
        count, length = len(self._entries), self._stream.tell() - start
        self._stream.write(_END.pack(b"PK\5\6", 0, 0, count, count, length, start, 0))

    def _start(self, entry: _Entry) -> None:
        self._entries.append(entry)
        self._stream.write(_local(entry) + entry.name)

    def _pack(self, pieces: Iterable[bytes]) -> tuple[int, int]:
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
        crc = size = 0
        for piece in pieces:
            crc, size = zlib.crc32(piece, crc), size + len(piece)
            self._stream.write(packer.compress(piece))
        self._stream.write(packer.flush())
        return crc, size


def _name(part: zipfile.ZipInfo) -> bytes:
    return part.orig_filename.encode("utf-8" if part.flag_bits & _UTF8 else "cp437")


def _stamp(part: zipfile.ZipInfo) -> tuple[int, int]:
    year, month, day, hour, minute, second = part.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def _local(entry: _Entry) -> bytes:
    head = (b"PK\3\4", 20, entry.flags, entry.method, *entry.stamp, entry.crc, entry.packed, entry.size)
    return _LOCAL.pack(*head, len(entry.name), 0)


def _central(entry: _Entry) -> bytes:
    head = (b"PK\1\2", entry.system, 20, entry.flags, entry.method, *entry.stamp, entry.crc, entry.packed, entry.size)
    return _CENTRAL.pack(*head, len(entry.name), 0, 0, 0, 0, entry.attributes, entry.offset) + entry.name


def _raw(source: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    source.seek(part.header_offset)
    head = source.read(_LOCAL.size)
    if len(head) < _LOCAL.size or head[:4] != b"PK\3\4":
        raise UnpatchableError(part.filename)
    fields = _LOCAL.unpack(head)
    source.seek(fields[9] + fields[10], 1)
    left = part.compress_size
    while left:
        piece = source.read(min(left, _CHUNK))
        if not piece:
            raise UnpatchableError(part.filename)
        left -= len(piece)
        yield piece
