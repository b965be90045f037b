"""Pages that are written for people: each of our own may be replaced by a newer one, any other file never."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.errors import UsageError
from p3dn_reports.outputs.disk import explained, replace_file

_HEAD = 4096
"""So many bytes hold what a page says of its maker."""


def put_page(path: Path, page: str, generator: str, otherwise: str) -> None:
    """Write the page to `path`; what stands there is replaced only if it says that `generator` made it.

    Raises UsageError, which says that the file is there and `otherwise`, for any other file.
    """
    if path.exists():
        with explained(path), path.open("rb") as file:
            if generator.encode() not in file.read(_HEAD):
                raise UsageError(f"{path} sudah ada dan {otherwise}")
    with explained(path):
        replace_file(path, page.encode("utf-8"))
