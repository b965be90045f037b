"""p3dn check: rulebook, inputs and templates, all problems at once."""

from __future__ import annotations

import json
from pathlib import Path

import click

from p3dn_reports.cli.exits import code_of
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import all_option, format_option, inputs_argument, open_inputs, open_workspace
from p3dn_reports.cli.report import ALL, counts, echo_first, echo_problems


@click.command(short_help="Periksa buku aturan, masukan, dan templat.")
@inputs_argument
@all_option
@format_option("text", "json")
@click.pass_obj
def check(explicit: Path | None, inputs: str | None, form: str, *, everything: bool) -> int:
    """Periksa buku aturan, masukan, dan templat; semua temuan ditampilkan sekaligus, tidak ada yang ditulis."""
    from p3dn_reports import pipeline

    workspace = open_workspace(explicit)
    result = pipeline.check(workspace, open_inputs(workspace, inputs))
    if form == "json":
        content = {
            "versi": "1",
            "ringkasan": dict(result.ringkasan),
            "masalah": [problem.as_json() for problem in result.problems],
        }
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
        return code_of(result.problems)
    echo_first(result.problems, err=False)
    rows = [[table, str(count)] for table, count in result.ringkasan.items()]
    click.echo(grid(["Tabel", "Baris"], rows, right=frozenset({1})))
    echo_problems(result.problems, ALL, everything=everything, err=False)
    click.echo(f"\nHasil pemeriksaan: {counts(result.problems)}.")
    return code_of(result.problems)
