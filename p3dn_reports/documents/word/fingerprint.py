"""What a Word file says, as one digest: who saved it when, and by which program, is no part of that."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

_ABOUT_THE_FILE = "docProps/"


def fingerprint(content: bytes) -> str:
    """SHA-256 (64 hex digits) over the names and bytes of all parts but docProps, whatever their order."""
    whole = sha256()
    with ZipFile(BytesIO(content)) as package:
        for name in sorted(package.namelist()):
            if not name.startswith(_ABOUT_THE_FILE):
                whole.update(f"{name}\0{sha256(package.read(name)).hexdigest()}\n".encode())
    return whole.hexdigest()
