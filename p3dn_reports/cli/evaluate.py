"""p3dn evaluate: the results alone, as a table for people or as data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from p3dn_reports.cli.exits import code_of
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import format_option, inputs_argument, open_inputs, open_workspace
from p3dn_reports.cli.report import counts, echo_problems

Hasil = Mapping[str, Any]

_CSV_COLUMNS = (
    *("kode_satker", "nama", "jenis", "indikator"),
    *("pembilang", "penyebut", "nilai", "tampil", "pita", "sebab"),
)
_WHOLE = {"kode_satker": "", "nama": "SELURUHNYA", "jenis": ""}


@click.command(short_help="Hitung capaian tanpa membuat naskah.")
@inputs_argument
@format_option("table", "json", "csv")
@click.pass_obj
def evaluate(explicit: Path | None, inputs: str | None, form: str) -> int:
    """Hitung capaian semua satuan kerja tanpa membuat naskah; json adalah isi hasil.json."""
    from p3dn_reports import pipeline

    workspace = open_workspace(explicit)
    result = pipeline.evaluate(workspace, open_inputs(workspace, inputs))
    if form == "json" or result.assessment is not None:
        click.echo(_FORMS[form](result.hasil), nl=False)
    if form == "table":
        echo_problems(result.problems)
    click.echo(f"\nTemuan: {counts(result.problems)}.", err=True)
    return code_of(result.problems)


def as_table(hasil: Hasil) -> str:
    """One line per unit: code, name, then value and status of every indicator; the whole region last."""
    indikator = list(hasil["seluruh"]["indikator"])
    header = ["Kode", "Satuan kerja", *(title for name in indikator for title in (name, "status"))]
    rows = [
        [unit["kode_satker"], _short(unit["nama"]), *_values(unit, indikator)]
        for unit in (*hasil["unit"], {**_WHOLE, **hasil["seluruh"]})
    ]
    return grid(header, rows, right=frozenset(range(2, len(header), 2))) + "\n"


def as_csv(hasil: Hasil) -> str:
    """One line per unit and indicator, comma and point, as programs read it; the whole region has no code."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _CSV_COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for unit in (*hasil["unit"], {**_WHOLE, **hasil["seluruh"]}):
        for name, result in unit["indikator"].items():
            writer.writerow({**unit, "indikator": name, **result})
    return stream.getvalue()


def as_json(hasil: Hasil) -> str:
    """The content of hasil.json."""
    return json.dumps(hasil, ensure_ascii=False, indent=2) + "\n"


_FORMS: Mapping[str, Callable[[Hasil], str]] = {"table": as_table, "csv": as_csv, "json": as_json}


def _values(unit: Hasil, indikator: list[str]) -> Iterator[str]:
    for name in indikator:
        result = unit["indikator"].get(name)
        yield result["tampil"] if result else "-"
        if unit.get("ditahan"):
            yield "ditahan"
        else:
            yield (result["pita"] or "-") if result else "-"


def _short(name: str) -> str:
    return name if len(name) <= 50 else f"{name[:49]}…"
