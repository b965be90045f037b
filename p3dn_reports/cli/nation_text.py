"""What the commands on many regions print: one line a cause, however many regions have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import click

from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.report import counts, printable
from p3dn_reports.formatting import rupiah
from p3dn_reports.problems import has_errors

if TYPE_CHECKING:
    from p3dn_reports.nation.building import National
    from p3dn_reports.nation.supposing import Supposed
    from p3dn_reports.nation.taking import Taken

_MOST = 5


def echo_taken(name: str, found: Taken, taken: dict[str, str]) -> bool:
    """Say what was taken; whether it took the place of one that this command took before."""
    rows = sum(told["baris"] for told in found.receipt.tabel.values())
    standing = "" if found.baru else "sudah ada, "
    click.echo(printable(f"{name}: {standing}{rows} baris, temuan: {counts(found.problems)}."))
    click.echo(printable(f"  {found.folder}"))
    if has_errors(found.problems):
        click.echo(printable(f"  Galatnya disebutkan oleh: p3dn check {found.folder}"))
    own = str(found.folder.parent)
    before, twice = found.digantikan, own in taken and taken[own] != name
    if before:
        source = f"{taken[own]} pada perintah ini" if twice else before.masukan
        told = f"menggantikan yang diambil dari {source} (data per {before.data_per})"
        click.echo(printable(f"  {found.receipt.kd_klpd} {found.receipt.periode}: {told}."))
    taken[own] = name
    return bool(before and twice)


def echo_nation(result: National) -> None:
    """Who has no result and why, what all others add up to, and where it lies."""
    rows = result.hasil["daerah"]
    for told, named in _by_cause(rows).items():
        click.echo(printable(f"{_some(named)}: {told}"))
    made = Counter(row["keadaan"].replace("_", " ") for row in rows)
    click.echo("\nDaerah: " + ", ".join(f"{count} {what}" for what, count in made.items()) + ".")
    table = [
        [one["indikator"], str(len(one["ikut"])), _sum(one, "pembilang"), _sum(one, "penyebut"), one["tampil"] or "-"]
        for one in result.hasil["seluruh"]
        if one["ikut"]
    ]
    if table:
        head = ["Indikator", "Daerah", "Pembilang", "Penyebut", "Nilai"]
        click.echo("\n" + grid(head, table, right=frozenset({1, 2, 3, 4})))
    click.echo(f"\nHasil nasional:\n  {result.buku}\n  {result.berkas}")


def _sum(total: dict[str, Any], side: str) -> str:
    return rupiah(Fraction(total[side])) if total["satuan"] == "rupiah" else total[side]


def echo_supposed(found: Supposed) -> None:
    """How many letters appear, vanish and change in each region; who could not be tried, and why."""
    rows = [[kd, *map(str, found.letters(kd))] for kd in found.daerah]
    sums = [str(sum(found.letters(kd)[side] for kd in found.daerah)) for side in range(3)]
    head = ["Daerah", "Naskah muncul", "Hilang", "Berubah"]
    click.echo(grid(head, [*rows, ["Jumlah", *sums]], right=frozenset({1, 2, 3})))
    causes: dict[str, list[str]] = {}
    for kd, sebab in found.gagal.items():
        causes.setdefault("; ".join(sebab), []).append(kd)
    for told, named in causes.items():
        click.echo(printable(f"{_some(named)}: tidak dihitung, {told}"))


def _by_cause(rows: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """What is to be told of regions, each with those it is true of."""
    found: dict[str, list[str]] = {}
    for row in rows:
        told = "diambil dengan buku aturan yang lain" if row.get("aturan_sama") is False else None
        if row["keadaan"] != "selesai":
            why = "; ".join(row["sebab"]) or "belum ada triwulannya di danau data"
            told = f"{row['keadaan'].replace('_', ' ')}, {why}"
        if told:
            found.setdefault(told, []).append(f"{row['kd_klpd']} {row['nama'] or ''}".strip())
    return found


def _some(named: list[str]) -> str:
    """As many names as a line can hold; all of them stand in the workbook."""
    more = f", dan {len(named) - _MOST} daerah lain" if len(named) > _MOST else ""
    return ", ".join(named[:_MOST]) + more
