"""Takes streams out of a compound file, the container of Excel's old format (.xls) and of locked workbooks."""

from __future__ import annotations

import struct
from array import array

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA
_HEADER, _ENTRY, _MINI = 512, 128, 64


class CompoundError(ValueError):
    """The container contradicts itself."""


class CompoundFile:
    """The streams of a compound file by name. Raises CompoundError; never reads a sector twice in one chain."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER or not data.startswith(MAGIC):
            raise CompoundError("kepala")
        self._data = data
        (shift,) = struct.unpack_from("<H", data, 0x1E)
        if shift not in (9, 12):
            raise CompoundError("ukuran sektor")
        self._size = 1 << shift
        self._fat = self._read_fat()
        self._entries = self._read_entries()
        (self._cutoff,) = struct.unpack_from("<I", data, 0x38)

    @property
    def names(self) -> frozenset[str]:
        """The names of all streams and storages."""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes:
        """The bytes of a stream. Raises KeyError for a name that is not there."""
        start, size = self._entries[name]
        if size >= self._cutoff:
            return self._chain(start)[:size]
        mini_fat = _numbers(self._chain(struct.unpack_from("<I", self._data, 0x3C)[0]))
        small = self._chain(self._entries["Root Entry"][0])
        return b"".join(small[at * _MINI : (at + 1) * _MINI] for at in _follow(mini_fat, start))[:size]

    def _read_fat(self) -> array[int]:
        sectors = [*struct.unpack_from("<109I", self._data, 0x4C)]
        (number,) = struct.unpack_from("<I", self._data, 0x44)
        for _ in range(len(self._data) // self._size + 1):
            if number >= _END:
                break
            block = _numbers(self._sector(number))
            sectors.extend(block[:-1])
            number = block[-1] if block else _END
        return _numbers(b"".join(self._sector(at) for at in sectors if at < _END))

    def _read_entries(self) -> dict[str, tuple[int, int]]:
        directory = self._chain(struct.unpack_from("<I", self._data, 0x30)[0])
        entries: dict[str, tuple[int, int]] = {}
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            start, size = struct.unpack_from("<II", directory, at + 116)
            if kind:
                entries.setdefault(directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le"), (start, size))
        return entries

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise CompoundError("sektor di luar berkas")
        return self._data[start : start + self._size]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _follow(self._fat, start)))


def _numbers(data: bytes) -> array[int]:
    return array("I", struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _follow(table: array[int], start: int) -> list[int]:
    """The numbers of a chain. Raises CompoundError for one that runs in a circle or out of its table."""
    found: list[int] = []
    while start < _END:
        if start >= len(table) or len(found) > len(table):
            raise CompoundError("rantai sektor")
        found.append(start)
        start = table[start]
    return found
