"""The few steps by which a build reaches the disk, each lasting (fsync) and each failing with a clear message."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from p3dn_reports.errors import ProblemsError
from p3dn_reports.problems import Location, problem
from p3dn_reports.renaming import rename_patiently

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

WINDOWS = sys.platform == "win32"
LONGEST_PATH = 250
"""Word and Explorer open paths up to 259 characters; the rest is left for Word's own lock file."""

_PIECE = 1 << 20

_CAUSES = {
    errno.EACCES: "izin ditolak atau berkas sedang dipakai",
    errno.EPERM: "izin ditolak",
    errno.EROFS: "tempat ini hanya dapat dibaca",
    errno.ENOSPC: "tidak ada ruang tersisa",
    errno.EDQUOT: "jatah tempat simpan habis",
    errno.ENOENT: "tidak ditemukan",
    errno.ENOTDIR: "ada berkas yang menempati nama foldernya",
    errno.EEXIST: "nama itu sudah dipakai",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EIO: "tempat simpan rusak atau terputus",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns an OSError over `path` into a ProblemsError that says what to do."""
    try:
        yield
    except OSError as error:
        raise ProblemsError([problem(_code(error), Location(berkas=str(path)), sebab=cause(error))]) from error


def make_folder(path: Path) -> None:
    """Make the folder and those above it."""
    with explained(path):
        path.mkdir(parents=True, exist_ok=True)


def write_file(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet, and wait until it is on the disk."""
    with new_file(path) as file:
        file.write(data)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file that must not exist yet, open to be written; it is on the disk when this ends."""
    make_folder(path.parent)
    with explained(path), path.open("xb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, data: bytes, temporary: Path | None = None) -> None:
    """Put `data` in the place of file `path` at one stroke, by way of `temporary` (`.NAME.baru`) in the same folder."""
    temporary = temporary or path.with_name(f".{path.name}.baru")
    with explained(temporary):
        temporary.unlink(missing_ok=True)
    write_file(temporary, data)
    put_file(temporary, path)


def replace_with(path: Path, source: IO[bytes]) -> None:
    """As `replace_file`, with what `source` gives from here on, a piece at a time."""
    temporary = path.with_name(f".{path.name}.baru")
    with explained(temporary):
        temporary.unlink(missing_ok=True)
    with new_file(temporary) as file:
        shutil.copyfileobj(source, file, _PIECE)
    put_file(temporary, path)


def copy_file(source: Path, target: Path) -> None:
    """Put the bytes of one file in the place of another, at one stroke."""
    with explained(source), source.open("rb") as stream:
        replace_with(target, stream)


def holds(path: Path, data: bytes) -> bool:
    """Whether file `path` is there and says just this."""
    with explained(path):
        return path.is_file() and path.read_bytes() == data


def update_file(path: Path, data: bytes, temporary: Path | None = None) -> None:
    """As `replace_file`, and nothing where the file says just this already."""
    if not holds(path, data):
        replace_file(path, data, temporary)


def put_file(source: Path, target: Path) -> None:
    """Put a finished file in the place of `target`, at one stroke."""
    with explained(target):
        rename_patiently(source, target)
    sync_folder(target.parent)


def rename_folder(source: Path, target: Path) -> None:
    """Give a finished folder its name, at one stroke."""
    with explained(target):
        rename_patiently(source, target)
    sync_folder(target.parent)


def sync_folder(path: Path) -> None:
    """Make the names in a folder last. Windows keeps them by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path`, so that no two builds write to one outputs folder.

    The system lets go of it when the process ends, however it ends. Raises ProblemsError where another holds it.
    """
    make_folder(path.parent)
    with explained(path):
        file = path.open("ab")
    with file:
        try:
            _lock(file.fileno())
        except OSError as error:
            raise ProblemsError([problem("keluaran-sedang-dibuat", Location(berkas=str(path.parent)))]) from error
        yield


def is_locked(path: Path) -> bool:
    """Whether another holds the lock file; where there is none, none is made."""
    try:
        file = path.open("r+b")
    except OSError:
        return False
    with file:
        try:
            _lock(file.fileno())
        except OSError:
            return True
    return False


def check_length(path: Path) -> None:
    """Raises ProblemsError where Windows programs could not open so long a path."""
    if WINDOWS and len(str(path)) > LONGEST_PATH:
        raise ProblemsError(
            [problem("keluaran-letak-panjang", Location(berkas=str(path)), panjang=len(str(path)), batas=LONGEST_PATH)]
        )


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _code(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "keluaran-terkunci"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "keluaran-cakram-penuh"
    return "keluaran-gagal-ditulis"


def cause(error: OSError) -> str:
    """What the system refused, in words a person knows."""
    return _CAUSES.get(error.errno or 0, f"kesalahan sistem nomor {error.errno}")
