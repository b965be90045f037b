"""p3dn whatif: who is affected if a rule were another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from p3dn_reports.cli.exits import CHANGED, CLEAN
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import (
    RulesPath,
    exit_code_option,
    format_option,
    inputs_argument,
    open_inputs,
    open_workspace,
)
from p3dn_reports.cli.rules_text import change_lines
from p3dn_reports.errors import UsageError
from p3dn_reports.formatting import nilai_bersatuan

if TYPE_CHECKING:
    from p3dn_reports.evaluation.changes import Seen
    from p3dn_reports.policy.whatif import WhatIf


@click.command(short_help="Siapa yang terkena bila aturannya lain.")
@inputs_argument
@click.option(
    "--set", "nilai", multiple=True, metavar="PARAMETER=NILAI", help="Andaikan nilai parameter; boleh berulang."
)
@click.option("--pilihan", multiple=True, metavar="ID=OPSI", help="Andaikan bacaan lain; boleh berulang.")
@click.option(
    "--rules",
    metavar="BERKAS",
    type=RulesPath(),
    help="Andaikan buku aturan lain: berkasnya, atau folder salinannya.",
)
@format_option("text", "json")
@exit_code_option
@click.pass_obj
def whatif(
    explicit: Path | None,
    inputs: str | None,
    nilai: tuple[str, ...],
    pilihan: tuple[str, ...],
    rules: Path | None,
    form: str,
    exit_code: bool,
) -> int:
    """Hitung masukan yang sama dengan aturan yang diandaikan, lalu tampilkan bedanya.

    Yang ditampilkan: satuan kerja yang statusnya berubah, naskah yang muncul atau hilang, dan jumlah seluruh daerah
    sebelum dan sesudah. Tidak ada yang ditulis.
    """
    from p3dn_reports.policy.whatif import Supposition, what_if

    workspace = open_workspace(explicit)
    supposition = Supposition(rules, _pairs("--set", nilai), _pairs("--pilihan", pilihan))
    result = what_if(workspace, open_inputs(workspace, inputs), supposition)
    if form == "json":
        click.echo(json.dumps({"versi": "1", **result.as_json()}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(_sections(result)))
    return CHANGED if exit_code and result.berubah else CLEAN


def _pairs(option: str, written: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in written:
        name, sign, value = text.partition("=")
        if not (name.strip() and sign and value.strip()):
            raise UsageError(f"Tulis {option} sebagai NAMA=ISI, bukan {text}.")
        if name.strip() in found:
            raise UsageError(f"{option} {name.strip()} disebut dua kali.")
        found[name.strip()] = value.strip()
    return found


def _sections(result: WhatIf) -> Iterator[str]:
    akibat = result.akibat
    yield f"{result.daerah}, {result.meta.periode}, data per {result.meta.tanggal_cutoff.isoformat()}"
    yield "Yang diandaikan\n" + ("\n".join(f"  {line}" for line in change_lines(result.perubahan)) or "  tidak ada")
    yield from _units(result)
    yield _documents(result)
    if akibat.penghargaan:
        rows = [[one.nama, one.sebelum or "-", one.sesudah or "-"] for one in akibat.penghargaan]
        yield f"{len(rows)} nilai penghargaan berubah\n" + grid(["Calon", "Sebelum", "Sesudah"], rows)
    if akibat.objek:
        rows = [[one.judul, one.objek, one.sebelum or "-", one.sesudah or "-"] for one in akibat.objek]
        yield f"{len(rows)} putusan atau hitungan berubah\n" + grid(["Aturan", "Atas", "Sebelum", "Sesudah"], rows)
    yield _region(result)


def _units(result: WhatIf) -> Iterator[str]:
    moved = result.akibat.pindah
    rest = len(result.akibat.unit) - len(moved)
    if not moved:
        yield "Tidak ada satuan kerja yang statusnya berubah."
    else:
        rows = [
            [one.kode_satker or "", one.nama or "", one.indikator, _seen(one.sebelum), _seen(one.sesudah)]
            for one in moved
        ]
        units = len({one.kode_satker for one in moved})
        yield f"{units} satuan kerja berubah status\n" + grid(
            ["Kode", "Satuan kerja", "Indikator", "Sebelum", "Sesudah"], rows
        )
    if rest:
        yield f"{rest} nilai lain berubah tanpa perubahan status; daftarnya pada --format json."


def _documents(result: WhatIf) -> str:
    if not result.dokumen:
        return "Tidak ada naskah yang muncul, hilang, atau berubah kedudukan."
    rows = [[_happens(one.sebelum, one.sesudah), one.judul, one.nama or "seluruh daerah"] for one in result.dokumen]
    return f"{len(rows)} naskah berubah\n" + grid(["Akibat", "Naskah", "Untuk"], rows)


def _region(result: WhatIf) -> str:
    rows = []
    for line in result.seluruh:
        sides = (("sebelum", line.sebelum), ("sesudah", line.sesudah)) if line.berubah else (("tetap", line.sesudah),)
        rows += [[line.indikator, side, *sums(seen)] for side, seen in sides]
    return grid(["Seluruh daerah", "", "Pembilang", "Penyebut", "Nilai"], rows, right=frozenset({2, 3, 4}))


def sums(seen: Seen | None) -> list[str]:
    """What was divided, in its unit, and the share, as printed."""
    if seen is None or seen.nilai is None:
        return ["-", "-", seen.tampil if seen else "tidak ada"]
    divided = (seen.pembilang or Fraction(0), seen.penyebut or Fraction(0))
    return [*(nilai_bersatuan(one, seen.satuan) for one in divided), seen.tampil]


def _happens(before: str | None, after: str | None) -> str:
    if before is None:
        return f"muncul ({after})"
    return f"hilang ({before})" if after is None else f"{before} → {after}"


def _seen(seen: Seen | None) -> str:
    return f"{seen.tampil} {seen.status or 'tidak dinilai'}" if seen else "tidak ada"
