"""p3dn nation: many regions in one lake, built region by region, and the result of all of them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from p3dn_reports.cli.dates import Masa, Tanggal
from p3dn_reports.cli.exits import CLEAN, FINDINGS
from p3dn_reports.cli.nation_text import echo_nation, echo_supposed, echo_taken
from p3dn_reports.cli.options import Command, format_option, open_inputs, open_workspace
from p3dn_reports.cli.progress import progress
from p3dn_reports.cli.report import echo_problems, printable
from p3dn_reports.cli.whatif import pairs, supposition_options
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.vocabulary import Periode

if TYPE_CHECKING:
    from p3dn_reports.nation.mirrors import Stand
    from p3dn_reports.nation.runners import Manner, Runner
    from p3dn_reports.nation.taking import Taken
    from p3dn_reports.workspace import Workspace

    Work = Callable[[], Taken]

_PERIOD = click.option(
    "--period", "periode", metavar="PERIODE", type=Masa(), required=True, help="Periodenya, misalnya 2024-TW4."
)
_COUNT = click.IntRange(1)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_LAKE = click.argument("lake", metavar="DANAU", type=click.Path(exists=True, file_okay=False, path_type=Path))


def _run_options(command: Command) -> Command:
    """How the regions are worked off."""
    for option in (
        click.option(
            "--attempts",
            "percobaan",
            type=_COUNT,
            metavar="BANYAKNYA",
            default=3,
            show_default=True,
            help="Percobaan per daerah.",
        ),
        click.option(
            "--workers",
            type=_COUNT,
            metavar="BANYAKNYA",
            default=os.cpu_count() or 1,
            show_default="banyaknya inti komputer ini",
            help="Banyaknya pekerja, satu daerah masing-masing.",
        ),
        click.option(
            "--runner",
            type=click.Choice(["serial", "process", "spark"]),
            default="process",
            show_default=True,
            help="Di proses ini, di beberapa proses, atau di kluster Spark.",
        ),
    ):
        command = option(command)
    return command


@click.group(short_help="Banyak daerah sekaligus, dari satu danau data.")
def nation() -> None:
    """Ambil triwulan banyak daerah ke satu danau data, kerjakan daerah demi daerah, lalu jumlahkan hasilnya."""


@nation.command(short_help="Ambil triwulan ke danau data.")
@click.argument("inputs", nargs=-1, required=True, metavar="MASUKAN...")
@click.option("--lake", metavar="FOLDER", required=True, type=_FOLDER, help="Danaunya.")
@click.option("--period", "periode", metavar="PERIODE", type=Masa(), help="Periode berkas cermin, misalnya 2025-TW3.")
@click.option("--data-per", metavar="TANGGAL", type=Tanggal(), help="Sampai hari apa berkas cermin itu.")
@click.pass_obj
def take(
    explicit: Path | None, inputs: tuple[str, ...], lake: Path, periode: Periode | None, data_per: date | None
) -> int:
    """Baca dan periksa folder masukan sekali, lalu simpan tabelnya di danau data dengan resi di sampingnya.

    Bagian danau lain, yang dikirim daerah, dicocokkan dengan resinya lalu disalin. Cermin layanan data
    (sistem/kode/dataset/tahun) tanpa tabel meta diambil setiap daerahnya; periode dan tanggal datanya disebut dengan
    --period dan --data-per. Sesudah itu folder masukannya tidak diperlukan lagi: setiap baris tetap diketahui berkas,
    lembar, dan tempatnya.
    """
    from p3dn_reports.nation.mirrors import Stand

    workspace, refused = open_workspace(explicit), False
    stand = Stand(periode, data_per) if periode and data_per else None
    taken: dict[str, str] = {}
    for one in inputs:
        for name, work in _works(workspace, one, lake, stand):
            try:
                found = work()
            except ProblemsError as error:
                refused = True
                click.echo(printable(f"{name}: tidak diambil."))
                echo_problems(error.problems)
                continue
            refused |= echo_taken(name, found, taken)
    return FINDINGS if refused else CLEAN


def _works(workspace: Workspace, named: str, lake: Path, stand: Stand | None) -> Iterator[tuple[str, Work]]:
    """What an argument leads to, by name, each with the work of taking it.

    That is a folder, the regions of a mirror, or the quarters that count in another lake.
    """
    from p3dn_reports.nation.mirrors import mirror_in, take_region
    from p3dn_reports.nation.places import parts
    from p3dn_reports.nation.taking import take as take_in

    folder = open_inputs(workspace, named)
    for region in (others := [*parts(folder)]):
        yield f"{named} {region.name}", partial(_again, workspace, region, lake)
    mirror = None if others else mirror_in(folder)
    if mirror and stand is None:
        raise UsageError(f"{folder} ialah cermin tanpa tabel meta: sebutkan --period dan --data-per.")
    if mirror and stand:
        for kd_klpd in mirror.regions(stand.periode.tahun):
            yield f"{named} {kd_klpd}", partial(take_region, workspace, mirror, kd_klpd, stand, lake)
        if left := mirror.beside(stand.periode.tahun):
            click.echo(printable(f"{named}: {left} berkas tahun lain tidak diambil."))
    elif not others:
        yield named, partial(take_in, workspace, folder, lake)


def _again(workspace: Workspace, region: Path, lake: Path) -> Taken:
    """Take what counts for a region of another lake."""
    from p3dn_reports.nation.places import newest
    from p3dn_reports.nation.taking import take as take_in

    return take_in(workspace, newest(region), lake)


@nation.command(short_help="Kerjakan semua daerah satu periode.")
@_LAKE
@_PERIOD
@click.option(
    "--output",
    metavar="FOLDER",
    type=_FOLDER,
    help="Folder keluaran. Tanpa ini: outputs/ di folder kerja.",
)
@_run_options
@click.pass_obj
def build(
    explicit: Path | None, lake: Path, periode: Periode, output: Path | None, runner: str, workers: int, percobaan: int
) -> int:
    """Hitung dan buat naskah setiap daerah yang menyerahkan periode itu, lalu tulis hasil nasionalnya.

    Daerah yang sudah jadi tidak dikerjakan lagi. Daerah yang gagal disebut dengan sebabnya dan tidak menghentikan yang
    lain; tidak ada daerah yang dihitung nol.
    """
    from p3dn_reports.nation.building import build_nation

    workspace = open_workspace(explicit)
    how = _manner(runner, workers, percobaan)
    with progress() as watch:
        result = build_nation(
            workspace, lake.resolve(), str(periode), (output or workspace.outputs).resolve(), *how, watch
        )
    echo_nation(result)
    return CLEAN if all(one["keadaan"] == "selesai" for one in result.hasil["daerah"]) else FINDINGS


@nation.command(short_help="Andaikan aturan lain untuk semua daerah.")
@_LAKE
@_PERIOD
@supposition_options
@_run_options
@format_option("text", "json")
@click.pass_obj
def whatif(
    explicit: Path | None,
    lake: Path,
    periode: Periode,
    nilai: tuple[str, ...],
    pilihan: tuple[str, ...],
    rules: Path | None,
    runner: str,
    workers: int,
    percobaan: int,
    form: str,
) -> int:
    """Hitung semua daerah dengan aturan yang diandaikan, lalu tampilkan naskah yang muncul, hilang, atau berubah."""
    from p3dn_reports.nation.supposing import suppose
    from p3dn_reports.policy.whatif import Supposition

    supposition = Supposition(rules, pairs("--set", nilai), pairs("--pilihan", pilihan))
    how = _manner(runner, workers, percobaan)
    with progress() as watch:
        found = suppose(open_workspace(explicit), lake.resolve(), str(periode), supposition, *how, watch)
    if form == "json":
        click.echo(json.dumps({"versi": "1", **found.as_json()}, ensure_ascii=False, indent=2))
    else:
        echo_supposed(found)
    return FINDINGS if found.gagal else CLEAN


def _manner(runner: str, workers: int, percobaan: int) -> tuple[Runner, Manner]:
    from p3dn_reports.nation.runners import RUNNERS, Manner

    return RUNNERS[runner], Manner(workers, percobaan)
