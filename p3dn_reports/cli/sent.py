"""p3dn sent: what has left the desk, and what a correction means for it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from p3dn_reports.cli.dates import Tanggal
from p3dn_reports.cli.exits import CLEAN, FINDINGS
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import WorkspacePath, format_option, inputs_option, open_desk
from p3dn_reports.cli.report import echo_problems
from p3dn_reports.errors import UsageError

if TYPE_CHECKING:
    from p3dn_reports.desk.places import Desk
    from p3dn_reports.desk.revisions import SentLetter


@click.command(short_help="Tandai naskah terkirim, dan lihat mana yang terkena perbaikan.")
@click.argument(
    "dokumen", required=False, help="Id naskah, misalnya surat_penjelasan. Tanpa ini: daftar yang terkirim."
)
@click.argument("untuk", required=False, help="Kode satuan kerja atau kunci naskah itu. Tanpa ini: naskah daerah.")
@inputs_option
@click.option("--ditandatangani", "signed", is_flag=True, help="Naskahnya ditandatangani, belum dikirim.")
@click.option("--dicabut", "withdrawn", is_flag=True, help="Naskah yang sudah dikirim dicabut.")
@click.option("--batal", "undone", is_flag=True, help="Batalkan tanda terakhir pada naskah itu.")
@click.option("--lewat", metavar="TEKS", help="Lewat apa dikirim, misalnya SRIKANDI.")
@click.option("--nomor", metavar="TEKS", help="Nomor naskahnya; ditulis ke lembar naskah.")
@click.option("--tanggal", metavar="TANGGAL", type=Tanggal(), help="Tanggal naskahnya; ditulis ke lembar naskah.")
@click.option(
    "--pdf", metavar="BERKAS", type=WorkspacePath(dir_okay=False), help="PDF bertanda tangan, ikut dibekukan."
)
@click.option("--oleh", metavar="NAMA", help="Siapa yang menandai. Tanpa ini: nama pengguna komputer ini.")
@format_option("text", "json")
@click.pass_obj
def sent(
    explicit: Path | None,
    dokumen: str | None,
    untuk: str | None,
    inputs: str | None,
    signed: bool,
    withdrawn: bool,
    undone: bool,
    lewat: str | None,
    nomor: str | None,
    tanggal: date | None,
    pdf: Path | None,
    oleh: str | None,
    form: str,
) -> int:
    """Tandai satu naskah terkirim: salinan persisnya dibekukan, nomor dan tanggalnya ditulis ke masukan.

    Tanpa DOKUMEN: daftar naskah yang terkirim, dengan anjuran menurut susunan terbaru: cabut, kirim pengganti, tetap,
    atau tunggu. p3dn tidak mengirim dan tidak menandatangani apa pun.
    """
    from p3dn_reports.desk import events, sending
    from p3dn_reports.desk.people import here
    from p3dn_reports.desk.recognising import named

    desk = open_desk(explicit, inputs)
    if dokumen is None:
        return _listed(desk, form)
    naskah, petugas, log = named(dokumen, untuk), here(oleh), events.read(desk)
    if withdrawn:
        event = sending.withdraw(desk, petugas, log, naskah)
    elif undone:
        last = sending.standing(log).get(naskah)
        if last is None:
            raise UsageError(f"Naskah {naskah[0]} untuk {naskah[1]} tidak tercatat terkirim.")
        event = events.undo(desk, petugas, log, last.nama)
    else:
        dispatch = sending.Dispatch(
            jenis="ditandatangani" if signed else "terkirim",
            lewat=lewat,
            nomor=nomor,
            tanggal=tanggal,
            pdf=sending.signed_pdf(pdf) if pdf else None,
        )
        event = sending.mark(desk, petugas, naskah, dispatch)
    if form == "json":
        click.echo(json.dumps({"versi": "1", "catatan": event.nama, **event.data}, ensure_ascii=False, indent=2))
    else:
        edisi = f" dari {event.data['edisi']}" if "edisi" in event.data else ""
        click.echo(f"Dicatat: {event.jenis}{edisi}, {naskah[0]} untuk {naskah[1]}.\n  {desk.catatan / event.nama}")
    return CLEAN


def _listed(desk: Desk, form: str) -> int:
    """FINDINGS where something is to be done about a letter that is out."""
    from p3dn_reports.desk import events
    from p3dn_reports.desk.editions import editions
    from p3dn_reports.desk.revisions import sent_letters, touched

    log = events.read(desk)
    found = sent_letters(desk, log, editions(desk, log))
    problems = [*log.problems, *(problem for one in found for problem in one.problems)]
    if form == "json":
        content = {"naskah": [_as_json(one) for one in found], "masalah": [one.as_json() for one in problems]}
        click.echo(json.dumps({"versi": "1", **content}, ensure_ascii=False, indent=2))
    else:
        echo_problems(problems)
        click.echo(_table(found) if found else "Belum ada naskah yang ditandai terkirim.")
    return FINDINGS if touched(found) else CLEAN


def _table(found: list[SentLetter]) -> str:
    rows = [
        [
            one.anjuran.value,
            one.judul,
            one.nama_unit or one.naskah[1],
            one.edisi,
            one.event.jenis,
            one.event.text("nomor") or "-",
            one.sebab,
        ]
        for one in found
    ]
    return grid(["Anjuran", "Naskah", "Untuk", "Edisi", "Tanda", "Nomor", "Sebab"], rows)


def _as_json(one: SentLetter) -> dict[str, object]:
    return {
        "naskah": list(one.naskah),
        "judul": one.judul,
        "nama_unit": one.nama_unit,
        "edisi": one.edisi,
        "anjuran": one.anjuran.value,
        "sebab": one.sebab,
        "catatan": one.event.nama,
        "waktu": one.event.waktu.isoformat(),
        "oleh": one.event.oleh,
        **one.event.data,
    }
