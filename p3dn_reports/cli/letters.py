"""p3dn letters: the documents people edit in Word, and which of them count."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from p3dn_reports.cli.exits import CLEAN, FINDINGS
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import format_option, inputs_option, open_desk
from p3dn_reports.cli.report import echo_problems
from p3dn_reports.errors import UsageError

if TYPE_CHECKING:
    from p3dn_reports.desk.editions import Edition
    from p3dn_reports.desk.events import Log
    from p3dn_reports.desk.letters import Letters, WorkingCopy
    from p3dn_reports.desk.places import Desk

_DOKUMEN = click.argument("dokumen", help="Id naskah, misalnya surat_penjelasan.")
_UNTUK = click.argument("untuk", required=False, help="Kode satuan kerja atau kunci naskah. Tanpa ini: naskah daerah.")


@click.group(short_help="Naskah yang disunting di Word: salinan kerja, pilihan, dan zip.")
def letters() -> None:
    """Salinan kerja naskah di folder naskah/, yang boleh disunting di Word; susunan baru tidak pernah menimpanya."""


@letters.command("list", short_help="Daftar salinan kerja dan keadaannya.")
@inputs_option
@format_option("text", "json")
@click.pass_obj
def list_(explicit: Path | None, inputs: str | None, form: str) -> int:
    """Daftar salinan kerja: mana yang disunting, mana yang perlu dipilih karena susunan terbaru berbeda isinya."""
    from p3dn_reports.desk.letters import strays

    desk, _, log, standing = _opened(explicit, inputs)
    problems = [*standing.problems, *strays(desk, log)]
    if form == "json":
        content = {"naskah": [_as_json(one) for one in standing.copies.values()]}
        told = {"versi": "1", **content, "masalah": [one.as_json() for one in problems]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        echo_problems(problems)
        rows = [[_state(one), *one.naskah, str(one.path)] for one in standing.copies.values()]
        header = ["Keadaan", "Naskah", "Untuk", "Berkas"]
        click.echo(grid(header, rows) if rows else "Belum ada salinan kerja; buat dengan p3dn letters edit.")
    return FINDINGS if any(one.perlu_dipilih for one in standing.copies.values()) else CLEAN


@letters.command(short_help="Siapkan salinan kerja satu naskah untuk Word.")
@_DOKUMEN
@_UNTUK
@inputs_option
@click.pass_obj
def edit(explicit: Path | None, dokumen: str, untuk: str | None, inputs: str | None) -> int:
    """Salin satu naskah dari susunan terbaru ke folder naskah/, atau tunjukkan salinan kerja yang sudah ada."""
    from p3dn_reports.desk.letters import take_out
    from p3dn_reports.desk.recognising import named

    desk, edition, _, standing = _opened(explicit, inputs)
    click.echo(str(take_out(desk, _built(edition), named(dokumen, untuk), standing)))
    return CLEAN


@letters.command(short_help="Pilih yang baru atau suntingan, bila keduanya berbeda.")
@_DOKUMEN
@_UNTUK
@click.option("--pakai", type=click.Choice(["baru", "suntingan"]), required=True, help="Yang dipakai.")
@inputs_option
@click.pass_obj
def choose(explicit: Path | None, dokumen: str, untuk: str | None, pakai: str, inputs: str | None) -> int:
    """Tentukan yang dipakai untuk naskah yang disunting. Suntingan yang diganti disimpan di naskah/.../riwayat."""
    from p3dn_reports.desk.letters import choose as settle
    from p3dn_reports.desk.people import here
    from p3dn_reports.desk.recognising import named

    desk, edition, _, standing = _opened(explicit, inputs)
    naskah = named(dokumen, untuk)
    copy = standing.copies.get(naskah)
    if copy is None:
        raise UsageError(f"Tidak ada salinan kerja naskah {naskah[0]} untuk {naskah[1]}.")
    kept = settle(desk, here(), copy, _built(edition), pakai)
    click.echo(f"Dipakai: {pakai}. Suntingannya ada di:\n  {kept}")
    return CLEAN


@letters.command(short_help="Pindahkan naskah yang disunting di folder edisi.")
@inputs_option
@click.pass_obj
def keep(explicit: Path | None, inputs: str | None) -> int:
    """Salin naskah yang disunting di folder outputs/ ke folder naskah/, agar susunan berikutnya mengenalinya."""
    from p3dn_reports.desk.editions import editions
    from p3dn_reports.desk.letters import edited_in_builds
    from p3dn_reports.desk.letters import keep as take_over
    from p3dn_reports.desk.people import here

    desk, _, log, _ = _opened(explicit, inputs)
    for path in edited_in_builds(desk, log):
        kept = take_over(desk, here(), path, editions(desk, log), log)
        click.echo(str(kept) if kept else f"Bukan naskah p3dn, dibiarkan: {path}", err=kept is None)
    return CLEAN


@letters.command("zip", short_help="Satukan naskah yang dipakai dalam satu berkas .zip.")
@click.option("-o", "--output", "out", metavar="BERKAS", required=True, type=click.Path(dir_okay=False, path_type=Path),
              help="Berkas .zip yang ditulis.")  # fmt: skip
@inputs_option
@click.pass_obj
def zip_(explicit: Path | None, out: Path, inputs: str | None) -> int:
    """Satukan semua naskah susunan terbaru; yang disunting memakai suntingannya, dan disebut."""
    from io import BytesIO

    from p3dn_reports.desk.handing import made, write_zip
    from p3dn_reports.outputs.disk import write_file

    _, edition, _, standing = _opened(explicit, inputs)
    if out.exists():
        raise UsageError(f"{out} sudah ada dan tidak ditimpa; sebutkan nama lain dengan -o.")
    built, stream = _built(edition), BytesIO()
    edited = write_zip(stream, built, standing, made(built))
    write_file(out, stream.getvalue())
    click.echo(f"{built.nama}, {len(made(built))} naskah:\n  {out}")
    for name in edited:
        click.echo(f"Memakai suntingan: {name}", err=True)
    return CLEAN


def _opened(explicit: Path | None, inputs: str | None) -> tuple[Desk, Edition | None, Log, Letters]:
    from p3dn_reports.desk import events
    from p3dn_reports.desk.editions import editions, newest
    from p3dn_reports.desk.letters import letters as read

    desk = open_desk(explicit, inputs)
    log = events.read(desk)
    found = editions(desk, log)
    return desk, newest(found), log, read(desk, found, log)


def _built(edition: Edition | None) -> Edition:
    if edition is None:
        raise UsageError("Belum ada susunan; buat dahulu naskahnya dengan p3dn build.")
    return edition


def _state(one: WorkingCopy) -> str:
    if one.perlu_dipilih:
        return "perlu dipilih"
    told = "disunting" if one.disunting else "belum disunting"
    return f"{told}, sedang dibuka di Word" if one.terbuka else told


def _as_json(one: WorkingCopy) -> dict[str, object]:
    return {
        "naskah": list(one.naskah),
        "berkas": str(one.path),
        "susunan": one.dari.susunan,
        "disunting": one.disunting,
        "terbuka": one.terbuka,
        "dipilih": one.dipilih,
        "perlu_dipilih": one.perlu_dipilih,
    }
