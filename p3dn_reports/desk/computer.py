"""What this computer has and lacks for the work: programs, typefaces, and the folder it is done in.

Nothing is written. Beyond the standard library only what finds the folder of work is imported here, so that half an
installation can still say what is missing.
"""

from __future__ import annotations

import platform
import re
import subprocess
import sys
from collections.abc import Collection, Iterator
from functools import lru_cache
from importlib import metadata
from typing import TYPE_CHECKING

from p3dn_reports.desk import ground
from p3dn_reports.desk.examined import Examined
from p3dn_reports.pdf.program import find_program
from p3dn_reports.workspace import Workspace

if TYPE_CHECKING:
    from p3dn_reports.rules import Rulebook

PACKAGE = "p3dn-reports"
_PYTHON = (3, 11)
_SAME_WIDTH = {
    "Arial": "Liberation Sans",
    "Times New Roman": "Liberation Serif",
    "Calibri": "Carlito",
    "Cambria": "Caladea",
}
"""Free typefaces whose letters are exactly as wide as those of the office's own."""


def examine(place: Workspace | None, huruf: Collection[str] = ()) -> list[Examined]:
    """Everything looked at; `huruf` are the typefaces that documents ask for."""
    programs = [_program(), _python(), *_packages(), _soffice(), _word()]
    return [*programs, *map(_typeface, huruf), *(ground.examine(place) if place else ())]


def typefaces(rules: Rulebook) -> list[str]:
    """The typefaces that the forms of documents ask for."""
    general = [dated.nilai for one in rules.bentuk.values() for dated in one.nilai]
    regional = [dated.nilai for one in rules.daerah.values() for values in one.bentuk.values() for dated in values]
    forms = [*general, *regional, *(one.bentuk for one in rules.dokumen.values())]
    return sorted({one.huruf for one in forms if one.huruf})


def _program() -> Examined:
    return Examined("p3dn", f"versi {metadata.version(PACKAGE)}", True, wajib=True)


def _python() -> Examined:
    needed = ".".join(map(str, _PYTHON))
    saran = f"Pasang Python {needed} atau yang lebih baru dari python.org."
    return Examined("Python", platform.python_version(), sys.version_info >= _PYTHON, wajib=True, saran=saran)


def _packages() -> Iterator[Examined]:
    for line in metadata.requires(PACKAGE) or ():
        if "extra ==" not in line:
            yield _package(line)


def _package(requirement: str) -> Examined:
    name, least = _parsed(requirement)
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        version = ""
    good = bool(version) and _numbers(version) >= _numbers(least)
    saran = f'Jalankan: python -m pip install "{requirement}"'
    return Examined(name, version or "tidak ada", good, wajib=True, saran=saran)


def _parsed(requirement: str) -> tuple[str, str]:
    """Name and lowest version of one of our own dependencies, all of which say `>=`."""
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    least = re.search(r">=\s*([\d.]+)", requirement)
    return name, least.group(1) if least else "0"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])


def _soffice() -> Examined:
    place = find_program()
    saran = (
        "Pasang LibreOffice bila naskah ingin diubah menjadi PDF atau dilihat halamannya; naskah Word dibuat tanpa itu."
    )
    told = "terpasang" if place else "tidak ada"
    return Examined("LibreOffice", told, place is not None, wajib=False, saran=saran, letak=str(place or ""))


def _word() -> Examined:
    version = _word_version()
    saran = "Naskah dibuat tanpa Word; untuk menyuntingnya pasang Microsoft Word, atau buka dengan LibreOffice."
    told = f"versi {version}" if version else "tidak ada" if sys.platform == "win32" else "hanya ada di Windows"
    return Examined("Microsoft Word", told, bool(version), wajib=False, saran=saran)


def _word_version() -> str:
    """The version that Windows opens .docx with; empty where there is none, or no Windows."""
    if sys.platform != "win32":
        return ""
    import winreg  # noqa: PLC0415 - Windows alone has it

    try:
        return winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CurVer").rpartition(".")[2]
    except OSError:
        return ""


def _typeface(name: str) -> Examined:
    families = _families()
    other = _SAME_WIDTH.get(name, "")
    if name.casefold() in families:
        return Examined(f"Huruf {name}", "terpasang", True, wajib=False)
    if other.casefold() in families:
        return Examined(f"Huruf {name}", f"tidak ada; PDF memakai {other}, yang lebarnya sama", True, wajib=False)
    saran = f"Pasang huruf {name}; tanpa itu letak baris dan halaman pada PDF dapat berbeda dari yang dicetak Word."
    return Examined(f"Huruf {name}", "tidak ada", False, wajib=False, saran=saran)


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    """The typefaces of this computer, in small letters; none where they cannot be asked for."""
    if sys.platform == "win32":
        return frozenset(_of_registry())
    try:
        done = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, timeout=20, check=False)  # noqa: S607
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(name.strip().casefold() for line in done.stdout.splitlines() for name in line.split(","))


def _of_registry() -> list[str]:
    """`Arial (TrueType)` as `arial`: for everybody, and for this person alone."""
    found: list[str] = []
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            with winreg.OpenKey(root, r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts") as key:
                named = (winreg.EnumValue(key, number)[0] for number in range(winreg.QueryInfoKey(key)[1]))
                found += [name.partition(" (")[0].casefold() for name in named]
    return found
