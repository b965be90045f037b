"""The rename that other programs may hold up: a virus scanner or a cloud drive holds what is fresh for a while."""

from __future__ import annotations

import sys
import time
from pathlib import Path

_WAITS = (0.05, 0.1, 0.2, 0.4, *((0.8, 1.6, 3.2) if sys.platform == "win32" else ()))
"""Seconds between the tries."""


def rename_patiently(source: Path, target: Path) -> None:
    """Put `source` in the place of `target` at one stroke; a refusal is tried again. Raises OSError at the last."""
    for wait in _WAITS:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.replace(target)
