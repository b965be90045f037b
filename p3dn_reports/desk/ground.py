"""The folder of work as ground to stand on: may it be written to, is it synchronised, how much room is left."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from p3dn_reports.desk.examined import Examined
from p3dn_reports.workspace import Workspace

ROOM = 1_000_000_000
"""Bytes that should be free: a quarter with its PDFs takes a tenth of it."""

_SYNCED = {"onedrive": "OneDrive", "google drive": "Google Drive", "googledrive": "Google Drive", "dropbox": "Dropbox",
           "nextcloud": "Nextcloud", "icloud": "iCloud"}  # fmt: skip
_ADD_FILE, _SHARE_ALL, _OPEN_EXISTING, _A_FOLDER = 0x2, 0x7, 3, 0x02000000
"""FILE_ADD_FILE, FILE_SHARE_*, OPEN_EXISTING and FILE_FLAG_BACKUP_SEMANTICS of Windows."""


def examine(place: Workspace) -> Iterator[Examined]:
    """The folder of work."""
    yield Examined("Folder kerja", place.root.name, True, wajib=False, letak=str(place.root))
    yield _rights(place)
    yield _synced(place.root)
    yield _room(place.root)


def _rights(place: Workspace) -> Examined:
    folders = (place.root, place.inputs, place.outputs)
    closed = [path.name for path in folders if path.is_dir() and not may_write(path)]
    saran = "Minta hak tulis pada folder itu kepada pengelola komputer, atau pindahkan folder kerja."
    told = f"tidak dapat ditulisi: {', '.join(closed)}" if closed else "dapat ditulisi"
    return Examined("Hak atas folder", told, not closed, wajib=True, saran=saran)


def may_write(folder: Path) -> bool:
    """Whether this person may put files into a folder, found out without writing."""
    if sys.platform != "win32":
        return os.access(folder, os.W_OK | os.X_OK)
    import ctypes  # noqa: PLC0415 - Windows alone is asked this way

    kernel = ctypes.WinDLL("kernel32")
    kernel.CreateFileW.restype = ctypes.c_void_p
    handle = kernel.CreateFileW(str(folder), _ADD_FILE, _SHARE_ALL, None, _OPEN_EXISTING, _A_FOLDER, None)
    if handle == ctypes.c_void_p(-1).value:
        return False
    kernel.CloseHandle(ctypes.c_void_p(handle))
    return True


def _synced(root: Path) -> Examined:
    """Folders that a program copies to other computers, and shares of a network."""
    words = [part.casefold() for part in root.parts]
    by = next((name for word, name in _SYNCED.items() if any(part.startswith(word) for part in words)), "")
    shared = root.drive.startswith("\\\\")
    saran = (
        f"Folder ini disalin oleh {by}: atur agar semua berkasnya selalu ada di komputer ini, dan tunggu sampai "
        "selesai disalin sebelum orang lain bekerja. Salinan bentrok disebut pada Perbaikan."
    )
    told = f"disalin oleh {by}" if by else "folder bersama di jaringan" if shared else "tidak disalin program lain"
    return Examined("Sinkronisasi", told, not by, wajib=False, saran=saran)


def _room(root: Path) -> Examined:
    free = shutil.disk_usage(root).free
    saran = "Kosongkan sebagian disk: edisi yang lama boleh dipindahkan ke tempat lain."
    return Examined("Ruang disk", f"{free // 1_000_000_000} GB kosong", free >= ROOM, wajib=False, saran=saran)
