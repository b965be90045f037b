"""p3dn web: the desk in a browser, on this computer alone."""

from __future__ import annotations

import webbrowser
from datetime import date
from pathlib import Path

import click

from p3dn_reports.cli.dates import Tanggal
from p3dn_reports.cli.exits import CLEAN
from p3dn_reports.cli.options import open_inputs, open_workspace


@click.command(short_help="Buka meja kerja di peramban.")
@click.argument(
    "inputs",
    required=False,
    help="Folder masukan yang dibuka lebih dahulu: letaknya, atau namanya di bawah inputs/. Tanpa ini: dipilih.",
)
@click.option(
    "--port", metavar="ANGKA", type=click.IntRange(1024, 65535), help="Port yang dipakai. Tanpa ini: yang bebas."
)
@click.option("--no-browser", is_flag=True, help="Jangan buka peramban; alamatnya saja yang dicetak.")
@click.option("--read-only", is_flag=True, help="Hanya untuk dilihat: tidak ada yang disusun, diterima, atau ditulis.")
@click.option(
    "--hari",
    metavar="TANGGAL",
    type=Tanggal(),
    help="Dilihat dari tanggal ini, misalnya 2024-12-30. Tanpa ini: hari ini.",
)
@click.pass_obj
def web(
    explicit: Path | None, inputs: str | None, port: int | None, hari: date | None, *, no_browser: bool, read_only: bool
) -> int:
    """Buka meja kerja: seluruh pekerjaan triwulan di peramban komputer ini, tanpa internet.

    Alamat yang dicetak hanya dapat dipakai sekali, dalam satu menit. Meja kerja berhenti dengan Tutup meja kerja,
    dengan Ctrl+C, atau sesudah dua jam tidak dipakai.
    """
    from p3dn_reports.web.server import serve

    def opened(address: str) -> None:
        click.echo(f"Meja kerja: {address}")
        if not no_browser:
            webbrowser.open(address)

    workspace = open_workspace(explicit)
    quarter = open_inputs(workspace, inputs).name if inputs else None
    serve(workspace, opened, port=port or 0, read_only=read_only, day=hari, quarter=quarter)
    return CLEAN
