"""p3dn init and p3dn verify: a new folder of work, and the check of a built one."""

from __future__ import annotations

import json
from pathlib import Path

import click

from p3dn_reports import workspace as places
from p3dn_reports.cli.exits import code_of
from p3dn_reports.cli.options import WorkspacePath, all_option, format_option
from p3dn_reports.cli.report import ALL, counts, echo_problems
from p3dn_reports.errors import UsageError
from p3dn_reports.outputs.verify import verify as verify_folder


@click.command(short_help="Buat folder kerja baru, atau perbarui yang ada.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), help="Folder baru, atau yang masih kosong.")
@click.option("--upgrade", "renews", is_flag=True, help="Perbarui berkas bawaan di folder kerja yang sudah ada.")
@click.option("--dry-run", is_flag=True, help="Bersama --upgrade: katakan saja apa yang akan berubah.")
def init(folder: Path, *, renews: bool, dry_run: bool) -> int:
    """Buat folder kerja berisi buku aturan, skema, templat, contoh, dan panduan. Tidak ada berkas yang ditimpa.

    Dengan --upgrade, berkas bawaan yang belum pernah diubah diganti dengan yang baru. Yang sudah Anda ubah dibiarkan;
    versi barunya ditaruh di folder pembaruan untuk dibandingkan.
    """
    if renews:
        return _upgrade(folder, dry_run=dry_run)
    if dry_run:
        raise UsageError("--dry-run hanya berlaku bersama --upgrade.")
    workspace = places.init(folder)
    click.echo(f"Folder kerja sudah siap di:\n  {workspace.root}")
    click.echo("\nBerikutnya, di folder itu:")
    for example in sorted(path.name for path in workspace.inputs.iterdir() if path.is_dir()):
        click.echo(f"  p3dn build inputs/{example}")
    click.echo("\nArti setiap temuan ada di docs/galat.md, tabel dan kolom masukan di docs/kamus-data.md.")
    return 0


_LISTS = (
    ("baru", "Ditambahkan"),
    ("diperbarui", "Diganti dengan versi baru, karena belum pernah diubah"),
    ("disunting", f"Dibiarkan, karena sudah diubah di sini; versi barunya ada di folder {places.BESIDE}"),
    ("dihapus", "Tidak ditambahkan lagi, karena sudah dihapus di sini"),
    ("usang", "Bukan lagi berkas bawaan; dibiarkan"),
)


def _upgrade(folder: Path, *, dry_run: bool) -> int:
    """Code 1 where files that a person edited wait to be compared."""
    done = places.upgrade(folder, dry_run=dry_run)
    for name, title in _LISTS:
        if files := getattr(done, name):
            click.echo(f"{title} ({len(files)}):")
            click.echo("".join(f"  {file}\n" for file in files))
    if not any(getattr(done, name) for name, _ in _LISTS):
        click.echo("Semua berkas bawaan sudah sama dengan versi program ini.")
    elif dry_run:
        click.echo("Belum ada yang diubah; jalankan tanpa --dry-run.")
    return int(bool(done.disunting))


@click.command(short_help="Cocokkan folder keluaran dengan manifesnya.")
@click.argument("folder", type=WorkspacePath(file_okay=False), help="Folder keluaran, di bawah outputs/.")
@all_option
@format_option("text", "json")
def verify(folder: Path, form: str, *, everything: bool) -> int:
    """Cocokkan setiap berkas di folder keluaran dengan manifest.json: yang berubah, hilang, atau ditambahkan."""
    problems = verify_folder(folder)
    if form == "json":
        content = {"versi": "1", "masalah": [problem.as_json() for problem in problems]}
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
        return code_of(problems)
    echo_problems(problems, ALL, everything=everything, err=False)
    if problems:
        click.echo(f"\nHasil pencocokan: {counts(problems)}.")
    else:
        click.echo("Semua berkas sama dengan yang tercatat di manifest.json.")
    return code_of(problems)
