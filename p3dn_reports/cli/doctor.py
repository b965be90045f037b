"""p3dn doctor: what this computer has, and what is missing."""

from __future__ import annotations

import json
import os
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

import click

from p3dn_reports import workspace as places
from p3dn_reports.cli.exits import CLEAN, FINDINGS
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import format_option
from p3dn_reports.errors import UsageError
from p3dn_reports.pdf.program import find_program

_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing looked at. `wajib`: without it p3dn does not work."""

    hal: str
    keadaan: str
    baik: bool
    wajib: bool
    saran: str = ""


@click.command(short_help="Periksa komputer ini.")
@format_option("text", "json")
@click.pass_obj
def doctor(explicit: Path | None, form: str) -> int:
    """Periksa apakah komputer ini punya semua yang diperlukan p3dn, dan apa yang kurang."""
    found = [_python(), *_packages(), _soffice(), _workspace(explicit)]
    if form == "json":
        click.echo(json.dumps({"versi": "1", "hal": [asdict(one) for one in found]}, ensure_ascii=False, indent=2))
    else:
        _echo(found)
    return CLEAN if all(one.baik for one in found if one.wajib) else FINDINGS


def _echo(found: list[Examined]) -> None:
    click.echo(grid(["Hal", "Keadaan", "Hasil"], [[one.hal, one.keadaan, _verdict(one)] for one in found]))
    for one in found:
        if not one.baik:
            click.echo(f"\n{one.hal}: {one.saran}")


def _verdict(one: Examined) -> str:
    if one.baik:
        return "baik"
    return "KURANG" if one.wajib else "tidak ada (tidak wajib)"


def _python() -> Examined:
    needed = ".".join(map(str, _PYTHON))
    saran = f"Pasang Python {needed} atau yang lebih baru dari python.org."
    return Examined("Python", platform.python_version(), sys.version_info >= _PYTHON, wajib=True, saran=saran)


def _packages() -> Iterator[Examined]:
    for line in metadata.requires("p3dn-reports") or ():
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
    saran = "Pasang LibreOffice bila naskah ingin diubah menjadi PDF; naskah Word dibuat tanpa itu."
    return Examined("LibreOffice", str(place or "tidak ada"), place is not None, wajib=False, saran=saran)


def _workspace(explicit: Path | None) -> Examined:
    try:
        root = places.find(explicit, os.environ, Path.cwd()).root
    except UsageError as error:
        return Examined("Folder kerja", "tidak ada", False, wajib=False, saran=str(error))
    return Examined("Folder kerja", str(root), True, wajib=False)
