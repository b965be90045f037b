"""p3dn editions: the builds of an inputs folder under the names people use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from p3dn_reports.cli.exits import CLEAN
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import format_option, inputs_argument, open_desk
from p3dn_reports.cli.report import echo_problems

if TYPE_CHECKING:
    from p3dn_reports.desk.editions import Edition


@click.command(short_help="Daftar edisi: Rancangan, Edisi 1, Perbaikan.")
@inputs_argument
@format_option("text", "json")
@click.pass_obj
def editions(explicit: Path | None, inputs: str | None, form: str) -> int:
    """Daftar susunan naskah satu folder masukan, dari yang pertama: Rancangan, Edisi 1, lalu Perbaikan 1, 2, ...

    Edisi 1 adalah susunan pertama yang naskahnya ditandai terkirim atau ditandatangani dengan p3dn sent, Perbaikan
    susunan berikutnya yang juga demikian; nama yang sudah dicatat tidak berubah lagi. Susunan terbaru sudah disebut
    dengan nomor yang akan dipakainya; susunan lain yang naskahnya tidak pernah terkirim tetap Rancangan.
    """
    from p3dn_reports.desk import editions as desk_editions
    from p3dn_reports.desk import events

    desk = open_desk(explicit, inputs)
    log = events.read(desk)
    found = desk_editions.editions(desk, log)
    problems = [*log.problems, *desk_editions.double_labels(found)]
    if form == "json":
        content = {"edisi": [as_json(one) for one in found], "masalah": [one.as_json() for one in problems]}
        click.echo(json.dumps({"versi": "1", **content}, ensure_ascii=False, indent=2))
        return CLEAN
    echo_problems(problems)
    click.echo(_table(found) if found else "Belum ada edisi; buat naskahnya dengan p3dn build.")
    for place in desk_editions.older_builds(desk, found):
        click.echo(f"Susunan dari program yang lebih lama tetap ada di:\n  {place}", err=True)
    return CLEAN


def _table(found: list[Edition]) -> str:
    rows = [
        [
            one.nama + (" (sebagian)" if one.sebagian else ""),
            _when(one),
            one.oleh or "-",
            str(one.terkirim or "-"),
            "terbaru" if one.terbaru else "",
            str(one.folder),
        ]
        for one in found
    ]
    return grid(["Edisi", "Dibuat", "Oleh", "Terkirim", "", "Folder"], rows, right=frozenset({3}))


def _when(one: Edition) -> str:
    return one.dibuat.astimezone().strftime("%d-%m-%Y %H.%M") if one.dibuat else "-"


def as_json(one: Edition) -> dict[str, object]:
    """An edition as plain data."""
    return {
        "nama": one.nama,
        "label": one.label,
        "tetap": one.tetap,
        "susunan": one.susunan,
        "folder": str(one.folder),
        "data_per": one.data_per.isoformat(),
        "dibuat": one.dibuat.isoformat() if one.dibuat else None,
        "oleh": one.oleh,
        "komputer": one.komputer,
        "terbaru": one.terbaru,
        "sebagian": one.sebagian,
        "terkirim": one.terkirim,
    }
