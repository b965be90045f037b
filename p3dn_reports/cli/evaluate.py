"""p3dn evaluate: the results alone, as a table for people or as data."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from p3dn_reports.cli.exits import code_of
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import all_option, format_option, inputs_argument, open_inputs, open_workspace
from p3dn_reports.cli.report import ALL, counts, echo_first, echo_problems, printable

Hasil = Mapping[str, Any]

_CSV_COLUMNS = (
    *("kode_satker", "nama", "jenis", "indikator"),
    *("pembilang", "penyebut", "nilai", "tampil", "pita", "sebab"),
)
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")
_WHOLE = {"kode_satker": "", "nama": "SELURUHNYA", "jenis": ""}


@click.command(short_help="Hitung capaian tanpa membuat naskah.")
@inputs_argument
@all_option
@format_option("text", "json", "csv")
@click.pass_obj
def evaluate(explicit: Path | None, inputs: str | None, form: str, *, everything: bool) -> int:
    """Hitung capaian semua satuan kerja tanpa membuat naskah; json adalah isi hasil.json."""
    from p3dn_reports import pipeline

    workspace = open_workspace(explicit)
    result = pipeline.evaluate(workspace, open_inputs(workspace, inputs))
    echo_first(result.problems)
    if form == "json" or result.assessment is not None:
        click.echo(_FORMS[form](result.hasil), nl=False)
    if form == "text":
        echo_problems(result.problems, ALL, everything=everything)
    click.echo(f"\nTemuan: {counts(result.problems)}.", err=True)
    return code_of(result.problems)


def as_table(hasil: Hasil) -> str:
    """One line per unit: code, name, then value and status of every indicator; the whole region last.

    What the region's figures leave out, and the indicators that can be computed for nobody, stand below the table.
    """
    units = (*hasil["unit"], {**_WHOLE, **hasil["seluruh"]})
    known = [name for name in hasil["seluruh"]["indikator"] if _is_known(name, units)]
    judged = {name: _is_judged(name, units) for name in known}
    header = ["Kode", "Satuan kerja"]
    for name, has_status in judged.items():
        header += [name, "status"] if has_status else [name]
    rows = [[unit["kode_satker"], _short(unit["nama"]), *_values(unit, judged)] for unit in units]
    numbers = frozenset(column for column, title in enumerate(header) if title in judged)
    below = (*_left_out(hasil["seluruh"], judged), *_unknown(hasil["seluruh"], judged))
    return grid(header, rows, right=numbers) + "\n" + "".join(f"{line}\n" for line in below)


def as_csv(hasil: Hasil) -> str:
    """One line per unit and indicator, comma and point, as programs read it; the whole region has no code."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _CSV_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for unit in (*hasil["unit"], {**_WHOLE, **hasil["seluruh"]}):
        for name, result in unit["indikator"].items():
            row = {**unit, "indikator": name, **result}
            writer.writerow({column: _inert(row.get(column)) for column in _CSV_COLUMNS})
    return stream.getvalue()


def _inert(cell: object) -> object:
    """A cell on one line that no spreadsheet takes for a formula: text that looks like one gets an apostrophe."""
    if not isinstance(cell, str) or _NUMBER.fullmatch(cell):
        return cell
    text = printable(cell)
    return f"'{text}" if _FORMULA.match(text) else text


def as_json(hasil: Hasil) -> str:
    """The content of hasil.json."""
    return json.dumps(hasil, ensure_ascii=False, indent=2) + "\n"


_FORMS: Mapping[str, Callable[[Hasil], str]] = {"text": as_table, "csv": as_csv, "json": as_json}


def _is_known(name: str, units: Iterable[Hasil]) -> bool:
    return any(unit["indikator"].get(name, {}).get("nilai") is not None for unit in units)


def _unknown(whole: Hasil, shown: Collection[str]) -> Iterator[str]:
    """`Tidak dapat dihitung karena tabel Transaksi SIPLah tidak ada: siplah_menurut_nilai, ...`."""
    found: dict[str, list[str]] = {}
    for name, result in whole["indikator"].items():
        if name not in shown:
            found.setdefault(result["sebab"], []).append(name)
    yield from (f"Tidak dapat dihitung, {sebab}: {', '.join(names)}." for sebab, names in found.items())


def _left_out(whole: Hasil, shown: Collection[str]) -> Iterator[str]:
    """`SELURUHNYA capaian_perkin: tidak termasuk pembilang ...`, for each figure that leaves something out."""
    from p3dn_reports.outputs.left_out import left_out_note

    notes = ((name, left_out_note(whole["indikator"][name]["tidak_ikut"])) for name in shown)
    yield from (f"SELURUHNYA {name}: {note}." for name, note in notes if note)


def _is_judged(name: str, units: Iterable[Hasil]) -> bool:
    return any(unit["indikator"].get(name, {}).get("pita") for unit in units)


def _values(unit: Hasil, judged: Mapping[str, bool]) -> Iterator[str]:
    for name, has_status in judged.items():
        result = unit["indikator"].get(name, {})
        yield result.get("tampil", "-")
        if has_status:
            held = unit.get("ditahan") or name in unit.get("indikator_ditahan", ())
            yield "ditahan" if held else result.get("pita") or "-"


def _short(name: str) -> str:
    return name if len(name) <= 50 else f"{name[:49]}…"
