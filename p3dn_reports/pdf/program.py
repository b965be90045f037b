"""Where LibreOffice lies: on the PATH, else where its installers put it on Windows, macOS and Linux."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

_NAMES = ("soffice", "libreoffice")
_WINDOWS_ROOTS = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")
_LINUX_PLACES = ("usr/lib/libreoffice", "usr/lib64/libreoffice", "opt/libreoffice*")


def find_program(
    platform: str = sys.platform, environ: Mapping[str, str] = os.environ, root: Path = Path("/")
) -> Path | None:
    """The program `soffice` of this computer, or None. `root` is where absolute places begin."""
    for name in _NAMES:
        if found := shutil.which(name, path=environ.get("PATH", "")):
            return Path(found)
    return next(_installed(platform, environ, root), None)


def _installed(platform: str, environ: Mapping[str, str], root: Path) -> Iterator[Path]:
    """The newest version first, as far as the names of the folders tell."""
    for folder, pattern in _usual_places(platform, environ, root):
        yield from sorted(folder.glob(pattern), reverse=True)


def _usual_places(platform: str, environ: Mapping[str, str], root: Path) -> Iterator[tuple[Path, str]]:
    if platform == "win32":
        # soffice.com waits for its child and belongs to a console, soffice.exe opens windows
        roots = [Path(environ[name]) for name in _WINDOWS_ROOTS if environ.get(name)]
        for suffix in ("com", "exe"):
            for folder in roots:
                yield folder, f"LibreOffice*/program/soffice.{suffix}"
                yield folder, f"Programs/LibreOffice*/program/soffice.{suffix}"
    elif platform == "darwin":
        for folder in (root / "Applications", Path(environ.get("HOME", "/")) / "Applications"):
            yield folder, "LibreOffice*.app/Contents/MacOS/soffice"
    else:
        for place in _LINUX_PLACES:
            yield root, f"{place}/program/soffice"
