"""The log of a bug of ours, which a person can send: written where they work, else in the temporary folder."""

from __future__ import annotations

import sys
import tempfile
import traceback
from importlib.metadata import version
from pathlib import Path

LOG = "p3dn-galat.log"


def write_log(folder: Path, doing: str) -> Path | None:
    """Keep the traceback of the exception being handled in LOG; None where no folder can be written to.

    `doing` is what the person asked for, on one line.
    """
    head = f"p3dn {version('p3dn-reports')}, Python {sys.version}\np3dn {doing}\n\n"
    for place in (folder, Path(tempfile.gettempdir())):
        try:
            (place / LOG).write_text(head + traceback.format_exc(), encoding="utf-8")
        except OSError:
            continue
        return place / LOG
    return None
