"""The files in a zip somebody sent, under guard: nothing is unpacked that could reach outside or fill the disk."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple

from p3dn_reports.outputs.names import is_scratch
from p3dn_reports.problems import Location, Problem, problem

MOST_FILES = 300
LARGEST_TOTAL = 1 << 30
_RATIO, _RATIO_FROM = 100, 10 << 20
_ARCHIVES = frozenset({".zip", ".rar", ".7z", ".gz", ".tar", ".tgz", ".bz2", ".xz"})
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Packed(NamedTuple):
    """A file in a zip: its own name, without the folders it lay in, and its bytes."""

    nama: str
    isi: bytes


def unzip(stream: BinaryIO, nama: str, largest: int) -> tuple[list[Packed], list[Problem]]:
    """The files of a zip called `nama`, none where anything forbids to open it; nested archives are told and left.

    No file may be larger than `largest` bytes.
    """
    place = Location(berkas=nama)
    try:
        with zipfile.ZipFile(stream) as package:
            entries = [one for one in package.infolist() if not one.is_dir() and not _is_litter(one.filename)]
            if refused := _refused(entries, nama, largest):
                return [], [refused]
            nested = [one for one in entries if PurePosixPath(one.filename).suffix.casefold() in _ARCHIVES]
            told = [problem("kiriman-zip-dalam-zip", place, nilai=one.filename, zip=nama) for one in nested]
            return list(_unpacked(package, [one for one in entries if one not in nested])), told
    except _BROKEN:
        return [], [problem("kiriman-zip-rusak", place, nilai=nama)]


def _unpacked(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[Packed]:
    for entry in entries:
        with package.open(entry) as part:
            content = part.read(entry.file_size + 1)
        if len(content) != entry.file_size:
            raise zipfile.BadZipFile("a part is larger than it says")
        yield Packed(PurePosixPath(entry.filename.replace("\\", "/")).name, content)


def _refused(entries: list[zipfile.ZipInfo], nama: str, largest: int) -> Problem | None:
    """Why the zip is not opened at all."""
    place = Location(berkas=nama)
    if not entries:
        return problem("kiriman-zip-kosong", place, nilai=nama)
    if any(one.flag_bits & 0x1 for one in entries):
        return problem("kiriman-zip-bersandi", place, nilai=nama)
    if outside := next((one.filename for one in entries if _reaches_outside(one)), None):
        return problem("kiriman-zip-berbahaya", place, nilai=outside, zip=nama)
    if (
        len(entries) > MOST_FILES
        or sum(one.file_size for one in entries) > LARGEST_TOTAL
        or any(one.file_size > largest or _swells(one) for one in entries)
    ):
        return problem("kiriman-zip-mengembang", place, nilai=nama)
    return None


def _reaches_outside(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename.replace("\\", "/")
    return (
        name.startswith("/")
        or ":" in name
        or ".." in PurePosixPath(name).parts
        or stat.S_ISLNK(entry.external_attr >> 16)
    )


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _RATIO_FROM and entry.file_size > _RATIO * max(1, entry.compress_size)


def _is_litter(name: str) -> bool:
    """What programs leave in a zip without anybody's asking."""
    path = PurePosixPath(name.replace("\\", "/"))
    return "__MACOSX" in path.parts or path.name.startswith("._") or is_scratch(path.name)
