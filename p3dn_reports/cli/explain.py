"""p3dn explain: the whole way of one number, for whoever doubts it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from p3dn_reports.cli.account_text import account_text
from p3dn_reports.cli.exits import CLEAN
from p3dn_reports.cli.options import format_option, inputs_argument, open_inputs, open_workspace


@click.command(short_help="Jelaskan satu angka sampai ke barisnya.")
@click.argument(
    "unit", help="Kode atau nama satuan kerja; untuk hitungan dan putusan objeknya, untuk penghargaan calonnya."
)
@click.argument(
    "indikator", help="Id indikator, hitungan, putusan, peringkat, atau penghargaan, misalnya capaian_perkin."
)
@inputs_argument
@format_option("text", "json")
@click.pass_obj
def explain(explicit: Path | None, unit: str, indikator: str, inputs: str | None, form: str) -> int:
    """Jelaskan satu angka: aturannya, nilai bertanggal yang dipakai, rumus, jumlah, dan baris-baris di baliknya."""
    from p3dn_reports import pipeline

    workspace = open_workspace(explicit)
    result = pipeline.explain(workspace, open_inputs(workspace, inputs), unit, indikator)
    if form == "json":
        click.echo(json.dumps(result.as_json(), ensure_ascii=False, indent=2))
    else:
        click.echo(account_text(result))
    return CLEAN
