"""What a template is read from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO

_UNNAMED = "templat.docx"
Source = str | os.PathLike[str] | bytes | IO[bytes]
"""A .docx by its path, its bytes, or as an open file."""


def read_source(source: Source, nama: str | None) -> tuple[bytes, str]:
    """The bytes of a template and its name: `nama`, else that of the file."""
    if isinstance(source, bytes):
        return source, nama or _UNNAMED
    if isinstance(source, str | os.PathLike):
        return Path(source).read_bytes(), nama or Path(source).name
    named = getattr(source, "name", None)
    return source.read(), nama or (Path(named).name if isinstance(named, str) else _UNNAMED)
