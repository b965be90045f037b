"""p3dn doctor: what this computer has, and what is missing."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

import click

from p3dn_reports import workspace as places
from p3dn_reports.cli.exits import CLEAN, FINDINGS
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import format_option
from p3dn_reports.desk import computer
from p3dn_reports.desk.examined import Examined
from p3dn_reports.errors import P3dnError, UsageError
from p3dn_reports.workspace import Workspace


@click.command(short_help="Periksa komputer ini.")
@format_option("text", "json")
@click.pass_obj
def doctor(explicit: Path | None, form: str) -> int:
    """Periksa apakah komputer ini punya semua yang diperlukan p3dn, dan apa yang kurang."""
    try:
        place: Workspace | None = places.find(explicit, os.environ, Path.cwd())
        missing: list[Examined] = []
    except UsageError as error:
        place, missing = None, [Examined("Folder kerja", "tidak ada", False, wajib=False, saran=str(error))]
    found = [*computer.examine(place, _typefaces(place)), *missing]
    if form == "json":
        click.echo(json.dumps({"versi": "1", "hal": [asdict(one) for one in found]}, ensure_ascii=False, indent=2))
    else:
        _echo(found)
    return CLEAN if all(one.baik for one in found if one.wajib) else FINDINGS


def _typefaces(place: Workspace | None) -> list[str]:
    """What the rulebook asks for; nothing where it does not load, which `p3dn check` tells."""
    try:
        from p3dn_reports.policy import desk

        return computer.typefaces(desk.load(place)) if place else []
    except (ImportError, P3dnError):
        return []


def _echo(found: list[Examined]) -> None:
    rows = [[one.hal, ": ".join(filter(None, (one.keadaan, one.letak))), one.putusan] for one in found]
    click.echo(grid(["Hal", "Keadaan", "Hasil"], rows))
    for one in found:
        if not one.baik:
            click.echo(f"\n{one.hal}: {one.saran}")
