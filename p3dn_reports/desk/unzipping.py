"""The files in a zip somebody sent, under guard: nothing is unpacked that could reach outside or fill the disk.

The zip is read as it lies, a piece at a time: every file in it is tried before the first is taken.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import PurePosixPath
from typing import IO, NamedTuple

from p3dn_reports.outputs.names import is_scratch
from p3dn_reports.problems import Location, Problem, problem

MOST_FILES = 300
LARGEST_TOTAL = 1 << 30
_RATIO, _RATIO_FROM = 100, 10 << 20
_PIECE = 1 << 20
_ARCHIVES = frozenset({".zip", ".rar", ".7z", ".gz", ".tar", ".tgz", ".bz2", ".xz"})
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Packed(NamedTuple):
    """A file in a zip: its own name, without the folders it lay in, its SHA-256, and how to open it."""

    nama: str
    sha: str
    buka: Callable[[], IO[bytes]]


@contextmanager
def unzipped(stream: IO[bytes], nama: str, largest: int) -> Iterator[tuple[list[Packed], list[Problem]]]:
    """The files of a zip called `nama`, none where anything forbids to open it; nested archives are told and left.

    No file may be larger than `largest` bytes.
    """
    try:
        package = zipfile.ZipFile(stream)
    except _BROKEN:
        yield [], [problem("kiriman-zip-rusak", Location(berkas=nama), nilai=nama)]
        return
    with package:
        yield _tried(package, nama, largest)


def digest_of_stream(stream: IO[bytes]) -> str:
    """The SHA-256 of what a stream gives from here on."""
    found = sha256()
    while piece := stream.read(_PIECE):
        found.update(piece)
    return found.hexdigest()


def _tried(package: zipfile.ZipFile, nama: str, largest: int) -> tuple[list[Packed], list[Problem]]:
    place = Location(berkas=nama)
    entries = [one for one in package.infolist() if not one.is_dir() and not _is_litter(one.filename)]
    if refused := _refused(entries, nama, largest):
        return [], [refused]
    nested = [one for one in entries if PurePosixPath(one.filename).suffix.casefold() in _ARCHIVES]
    told = [problem("kiriman-zip-dalam-zip", place, nilai=one.filename, zip=nama) for one in nested]
    try:
        return [_packed(package, one) for one in entries if one not in nested], told
    except _BROKEN:
        return [], [problem("kiriman-zip-rusak", place, nilai=nama)]


def _packed(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Packed:
    """A file of the zip, read through once: its end and its checksum are met, or BadZipFile is raised."""
    with package.open(entry) as part:
        sha = digest_of_stream(part)
        if part.tell() != entry.file_size:
            raise zipfile.BadZipFile("a part is not as long as it says")
    name = PurePosixPath(entry.filename.replace("\\", "/")).name
    return Packed(name, sha, lambda: package.open(entry))


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
