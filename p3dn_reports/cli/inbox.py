"""p3dn inbox: files that arrive, looked at before anybody accepts them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from p3dn_reports.cli.dates import Tanggal
from p3dn_reports.cli.exits import CLEAN, FINDINGS, code_of
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import WorkspacePath, format_option, inputs_option, open_desk
from p3dn_reports.cli.report import ALL, echo_in_brief, echo_problems, printable
from p3dn_reports.errors import UsageError

if TYPE_CHECKING:
    from p3dn_reports.desk.inbox import Arrived
    from p3dn_reports.desk.looking import Looked
    from p3dn_reports.desk.places import Desk
    from p3dn_reports.problems import Problem

_KIRIMAN = click.argument("kiriman", help="Kode delapan huruf atau nama kiriman, seperti pada p3dn inbox list.")
_GANTI = click.option("--ganti", metavar="BERKAS", help="Berkas masukan yang digantikan. Tanpa ini: yang senama.")


@click.group(short_help="Kotak masuk: taruh, lihat akibatnya, terima.")
def inbox() -> None:
    """Kotak masuk satu folder masukan: berkas menunggu di kiriman/.../menunggu sampai diterima atau ditolak."""


@inbox.command(short_help="Taruh berkas, atau zip, di kotak masuk.")
@click.argument("berkas", nargs=-1, required=True, type=WorkspacePath(dir_okay=False), help="Berkas dari pengirim.")
@inputs_option
@click.pass_obj
def add(explicit: Path | None, berkas: tuple[Path, ...], inputs: str | None) -> int:
    """Taruh berkas di kotak masuk; isi zip ditaruh satu per satu. Belum ada yang ikut dihitung."""
    from p3dn_reports.desk.inbox import drop

    desk = open_desk(explicit, inputs)
    problems: list[Problem] = []
    for path in berkas:
        with path.open("rb") as stream:
            dropped = drop(desk, path.name, stream)
        problems += dropped.problems
        for one in dropped.arrived:
            click.echo(f"{one.id}  {printable(one.nama)}")
    echo_problems(problems)
    return code_of(problems)


@inbox.command("list", short_help="Daftar kiriman yang menunggu dan yang pernah diterima.")
@inputs_option
@format_option("text", "json")
@click.pass_obj
def list_(explicit: Path | None, inputs: str | None, form: str) -> int:
    """Daftar kiriman yang menunggu, dan semua yang pernah diterima dengan keadaannya sekarang."""
    from p3dn_reports.desk import events
    from p3dn_reports.desk.inbox import received, waiting

    desk = open_desk(explicit, inputs)
    waits, kept = waiting(desk), received(desk, events.read(desk))
    if form == "json":
        content = {
            "menunggu": [{"id": one.id, "nama": one.nama, "sha256": one.sha} for one in waits],
            "kiriman": [{"kiriman": one.path.name, "nama": one.nama, "dipakai": one.dipakai} for one in kept],
        }
        click.echo(json.dumps({"versi": "1", **content}, ensure_ascii=False, indent=2))
        return CLEAN
    rows = [["menunggu", one.id, one.nama] for one in waits]
    rows += [[f"dipakai: {one.dipakai}" if one.dipakai else "disimpan", one.path.name, one.nama] for one in kept]
    click.echo(grid(["Keadaan", "Kiriman", "Nama asli"], rows) if rows else "Belum ada kiriman.")
    return CLEAN


@inbox.command(short_help="Lihat satu kiriman: dikenali sebagai apa, temuan, akibatnya.")
@_KIRIMAN
@_GANTI
@inputs_option
@click.pass_obj
def show(explicit: Path | None, kiriman: str, ganti: str | None, inputs: str | None) -> int:
    """Baca satu kiriman seakan-akan sudah diterima: dikenali sebagai apa, temuan di dalamnya, dan akibatnya."""
    from p3dn_reports.desk.inbox import find

    desk = open_desk(explicit, inputs)
    looked = _looked(desk, find(desk, kiriman), ganti)
    echo_in_brief(looked.temuan, ALL)
    click.echo("\n".join(map(printable, _lines(looked))))
    return FINDINGS if looked.ditolak else code_of(looked.temuan)


@inbox.command(short_help="Terima satu kiriman ke dalam masukan.")
@_KIRIMAN
@_GANTI
@inputs_option
@click.pass_obj
def accept(explicit: Path | None, kiriman: str, ganti: str | None, inputs: str | None) -> int:
    """Terima satu kiriman: berkasnya masuk folder masukan, yang digantikannya tetap disimpan di folder kiriman.

    Naskah p3dn yang kembali disunting disimpan sebagai salinan kerja.
    """
    from p3dn_reports.desk.inbox import find
    from p3dn_reports.desk.people import here
    from p3dn_reports.desk.taking import take_in

    desk = open_desk(explicit, inputs)
    arrived = find(desk, kiriman)
    place = take_in(desk, here(), _looked(desk, arrived, ganti))
    click.echo(f"Diterima: {printable(arrived.nama)}\n  {place}")
    return CLEAN


@inbox.command(short_help="Tolak satu kiriman; berkasnya tetap disimpan.")
@_KIRIMAN
@inputs_option
@click.pass_obj
def reject(explicit: Path | None, kiriman: str, inputs: str | None) -> int:
    """Keluarkan satu kiriman dari yang menunggu; berkasnya tetap disimpan di folder kiriman."""
    from p3dn_reports.desk.inbox import find
    from p3dn_reports.desk.inbox import reject as turn_down
    from p3dn_reports.desk.people import here

    desk = open_desk(explicit, inputs)
    event = turn_down(desk, here(), find(desk, kiriman))
    click.echo(f"Ditolak; disimpan sebagai:\n  {desk.kiriman / event.data['kiriman']}")
    return CLEAN


@inbox.command(short_help="Pakai lagi berkas yang pernah diterima.")
@click.argument("kiriman", help="Nama atau kode delapan huruf berkas di folder kiriman.")
@inputs_option
@click.pass_obj
def reuse(explicit: Path | None, kiriman: str, inputs: str | None) -> int:
    """Kembalikan berkas yang pernah diterima ke folder masukan; masukan yang sama memberi susunan yang sama."""
    from p3dn_reports.desk.inbox import reuse as use_again
    from p3dn_reports.desk.people import here

    desk = open_desk(explicit, inputs)
    event = use_again(desk, here(), kiriman)
    click.echo(f"Dipakai lagi:\n  {desk.masukan / event.data['berkas']}")
    return CLEAN


@inbox.command(short_help="Tandai temuan di satu berkas masukan untuk pengirimnya.")
@click.argument("berkas", help="Nama berkas di folder masukan.")
@click.option(
    "--batas", metavar="TANGGAL", type=Tanggal(), help="Dikirim kembali paling lambat. Tanpa ini: menurut meta."
)
@click.option("--oleh", metavar="NAMA", help="Siapa yang membalas. Tanpa ini: nama pengguna komputer ini.")
@inputs_option
@click.pass_obj
def reply(explicit: Path | None, berkas: str, batas: date | None, oleh: str | None, inputs: str | None) -> int:
    """Buat berkas balasan bagi pengirim: salinan berkasnya dengan temuan yang ditandai, dan pesan pengantarnya.

    Berkasnya di outputs/pemeriksaan; p3dn tidak mengirim apa pun.
    """
    from p3dn_reports.desk.people import here
    from p3dn_reports.desk.returning import answer

    made = answer(open_desk(explicit, inputs), here(oleh), berkas, batas)
    click.echo(f"{made.berkas}\n\n{printable(made.pesan)}")
    return code_of(made.problems)


@inbox.command(short_help="Temuan susunan terbaru dibanding susunan sebelumnya.")
@inputs_option
@format_option("text", "json")
@click.pass_obj
def findings(explicit: Path | None, inputs: str | None, form: str) -> int:
    """Yang sudah benar, yang masih salah, dan yang baru pada susunan terbaru, dibanding susunan sebelumnya."""
    from p3dn_reports.desk import events
    from p3dn_reports.desk.editions import editions, newest, previous
    from p3dn_reports.desk.returning import between

    desk = open_desk(explicit, inputs)
    found = editions(desk, events.read(desk))
    older, newer = previous(found), newest(found)
    if older is None or newer is None:
        raise UsageError("Belum ada dua susunan untuk dibandingkan; jalankan p3dn build sesudah berkasnya dikoreksi.")
    compared = between(older, newer)
    groups = {"sudah benar": compared.benar, "masih salah": compared.masih, "baru": compared.baru}
    if form == "json":
        content = {name.replace(" ", "_"): list(records) for name, records in groups.items()}
        click.echo(json.dumps({"versi": "1", **content}, ensure_ascii=False, indent=2))
    else:
        rows = [
            [name, one["berkas"] or "-", one["sel"] or "-", printable(one["pesan"])]
            for name, records in groups.items()
            for one in records
        ]
        click.echo(grid(["Keadaan", "Berkas", "Sel", "Temuan"], rows) if rows else "Tidak ada temuan yang berbeda.")
    return FINDINGS if compared.masih or compared.baru else CLEAN


def _looked(desk: Desk, arrived: Arrived, ganti: str | None) -> Looked:
    from p3dn_reports.desk import events
    from p3dn_reports.desk.editions import editions
    from p3dn_reports.desk.looking import look

    return look(desk, arrived, editions(desk, events.read(desk)), ganti)


def _lines(looked: Looked) -> Iterator[str]:
    tables = ", ".join(f"{one.judul} ({one.baris} baris)" for one in looked.tabel)
    letter = f"naskah {' untuk '.join(looked.naskah.naskah)}" if looked.naskah else ""
    yield f"Dikenali sebagai: {tables or letter or 'bukan tabel apa pun'}"
    if looked.menggantikan:
        yield f"Menggantikan: {looked.menggantikan}"
    if looked.calon:
        yield f"Tabel yang sama juga ada di: {', '.join(looked.calon)}; sebutkan --ganti bila menggantikannya."
    if looked.menggantikan:
        compared = looked.banding
        yield f"Temuan: {len(compared.benar)} sudah benar, {len(compared.masih)} masih salah, {len(compared.baru)} baru"
    yield from (f"Akibat: {one}" for one in looked.akibat)
    if looked.ditolak:
        yield "Berkas ini tidak dapat diterima."
