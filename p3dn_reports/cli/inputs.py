"""p3dn inputs: the sender's workbook with its faults marked, and the workbook to fill in."""

from __future__ import annotations

import json
from pathlib import Path

import click

from p3dn_reports.cli.exits import code_of
from p3dn_reports.cli.options import WorkspacePath, format_option, open_workspace
from p3dn_reports.cli.report import counts
from p3dn_reports.errors import UsageError
from p3dn_reports.workspace import Workspace

_FILE = WorkspacePath(dir_okay=False)


@click.group(short_help="Tandai temuan di berkas pengirim; buat lembar isian.")
def inputs() -> None:
    """Berkas masukan: kembalikan kepada pengirimnya dengan temuan yang ditandai, atau buat lembar isian yang baru."""


@inputs.command(short_help="Tandai temuan di salinan berkas pengirim.")
@click.argument("berkas", type=_FILE, help="Berkas dari pengirim: .xlsx, .xlsm, .csv, dan lainnya.")
@click.option(
    "--inputs",
    "folder",
    metavar="FOLDER",
    help="Folder masukan tempat berkas itu diperiksa. Tanpa ini: folder tempat berkas itu berada.",
)
@click.option(
    "-o",
    "--output",
    "out",
    metavar="BERKAS",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Salinan yang ditulis. Tanpa ini: outputs/pemeriksaan/FOLDER/NAMA-diperiksa.xlsx.",
)
@click.option("--html", is_flag=True, help="Tulis juga laporan HTML di sebelahnya.")
@format_option("text", "json")
@click.pass_obj
def annotate(explicit: Path | None, berkas: Path, folder: str | None, out: Path | None, html: bool, form: str) -> int:
    """Periksa satu berkas, lalu tulis salinannya dengan sel bertanda, komentar, dan lembar Pemeriksaan.

    Bagian lain dari buku kerja pengirim tidak berubah. Bila salinan tidak mungkin (misalnya CSV), ditulis buku kerja
    berisi baris yang bermasalah saja.
    """
    from p3dn_reports import pipeline

    workspace = open_workspace(explicit)
    masukan = workspace.inputs_folder(folder, Path.cwd()) if folder else berkas.resolve().parent
    target = _target(workspace, berkas, masukan, out)
    result = pipeline.annotate(workspace, berkas, masukan, target.parent, target.stem, html=html)
    if form == "json":
        written = {"berkas": str(result.berkas), "utuh": result.utuh, "html": str(result.html) if result.html else None}
        found = [problem.as_json() for problem in result.problems]
        click.echo(json.dumps({"versi": "1", **written, "masalah": found}, ensure_ascii=False, indent=2))
        return code_of(result.problems)
    kind = "Salinan bertanda" if result.utuh else "Baris yang bermasalah"
    click.echo(f"{kind}: {result.berkas}")
    if result.html:
        click.echo(f"Laporan HTML: {result.html}")
    click.echo(f"Temuan di {berkas.name}: {counts(result.problems)}.", err=True)
    return code_of(result.problems)


def _target(workspace: Workspace, berkas: Path, masukan: Path, out: Path | None) -> Path:
    """Where the copy goes. Raises UsageError for a place where it would be read as an input, or replace a file."""
    if out is None:
        return workspace.outputs / "pemeriksaan" / masukan.name / f"{berkas.stem}-diperiksa.xlsx"
    if out.resolve().parent == masukan.resolve():
        raise UsageError(f"{out} terletak di folder masukan, sehingga akan ikut dihitung; pilih folder lain.")
    if out.exists() or out.with_suffix(".xlsx").exists():
        raise UsageError(f"{out} sudah ada dan tidak ditimpa; sebutkan nama lain dengan -o.")
    return out


@inputs.command(short_help="Buat lembar isian dari skema tabel.")
@click.argument("tabel", nargs=-1, help="Nama tabel, misalnya alasan kronologi. Tanpa ini: semua tabel.")
@click.option(
    "-o",
    "--output",
    "out",
    metavar="BERKAS",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Buku kerja .xlsx yang ditulis.",
)
@click.option("--inputs", "folder", metavar="FOLDER", help="Folder masukan yang kode dan nama satkernya ditawarkan.")
@click.pass_obj
def new(explicit: Path | None, tabel: tuple[str, ...], out: Path, folder: str | None) -> int:
    """Buat buku kerja untuk diisi: judul kolom, format, pilihan, petunjuk setiap sel, dan lembar Petunjuk."""
    from p3dn_reports import pipeline

    workspace = open_workspace(explicit)
    if out.suffix.casefold() != ".xlsx":
        raise UsageError(f"{out} harus berakhiran .xlsx.")
    masukan = workspace.inputs_folder(folder, Path.cwd()) if folder else None
    names = pipeline.new_workbook(workspace, out, tabel, masukan)
    click.echo(f"Lembar isian untuk {', '.join(names)}:\n  {out}")
    return 0
