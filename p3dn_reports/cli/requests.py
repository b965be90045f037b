"""p3dn requests: what is asked of the units that must explain, and who has answered."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from p3dn_reports.cli.exits import code_of
from p3dn_reports.cli.grid import grid
from p3dn_reports.cli.options import format_option, inputs_argument, open_desk
from p3dn_reports.cli.report import echo_problems, printable
from p3dn_reports.formatting import tanggal

if TYPE_CHECKING:
    from p3dn_reports.desk.packets import Written
    from p3dn_reports.desk.requests import Asked


@click.command(short_help="Buat paket permintaan penjelasan; siapa yang sudah menjawab.")
@inputs_argument
@click.option("--unit", metavar="KODE", multiple=True, help="Hanya satuan kerja ini; boleh berulang. Tanpa ini: semua.")
@format_option("text", "json")
@click.option("--oleh", metavar="NAMA", help="Siapa yang meminta. Tanpa ini: nama pengguna komputer ini.")
@click.pass_obj
def requests(explicit: Path | None, inputs: str | None, unit: tuple[str, ...], form: str, oleh: str | None) -> int:
    """Buat paket permintaan bagi setiap satuan kerja yang wajib menjelaskan capaiannya dan belum menjawab.

    Paketnya di outputs/permintaan: buku kerja yang sudah berisi kode dan angkanya, surat pengantar (.txt dan .eml),
    dan kalender jatuh tempo (.ics). p3dn tidak mengirim apa pun. Jawaban yang diterima di kotak masuk langsung terbaca.
    """
    from p3dn_reports.desk.packets import write
    from p3dn_reports.desk.people import here
    from p3dn_reports.desk.requests import asked

    desk = open_desk(explicit, inputs)
    found = asked(desk)
    written = write(desk, here(oleh), found, unit or None)
    if form == "json":
        content = {"unit": [_as_json(one, written) for one in found.unit], "kalender": _place(written.kalender)}
        problems = [one.as_json() for one in written.problems]
        click.echo(json.dumps({"versi": "1", **content, "masalah": problems}, ensure_ascii=False, indent=2))
    else:
        echo_problems(written.problems)
        click.echo(_table(found.unit) if found.unit else "Tidak ada satuan kerja yang wajib menjelaskan.")
        if written.berkas:
            click.echo(f"{len(written.berkas)} paket permintaan, belum dikirim:\n  {desk.permintaan}")
    return code_of(written.problems)


def _table(units: tuple[Asked, ...]) -> str:
    rows = [
        [
            str(one.keadaan),
            one.kode,
            one.nama,
            ", ".join(figure.tampil for figure in one.angka) or "-",
            tanggal(one.jatuh_tempo) if one.jatuh_tempo else "-",
            "; ".join(one.sebab) or (f"belum ada: {', '.join(one.kurang)}" if one.kurang else ""),
            _address(one),
        ]
        for one in units
    ]
    counted = Counter(str(one.keadaan) for one in units)
    summary = ", ".join(f"{many} {keadaan}" for keadaan, many in counted.items())
    table = grid(["Keadaan", "Kode", "Satuan kerja", "Capaian", "Jatuh tempo", "Keterangan", "Pos-el"], rows)
    return f"{table}\n\n{summary}."


def _address(one: Asked) -> str:
    from p3dn_reports.desk.packets import addresses

    known = addresses(one.pos_el)
    return ", ".join(known) if known else f"{printable(one.pos_el)} (bukan alamat)" if one.pos_el else "-"


def _as_json(one: Asked, written: Written) -> dict[str, object]:
    return {**one.as_json(), "paket": [str(path) for path in written.berkas.get(one.kode, ())]}


def _place(path: Path | None) -> str | None:
    return str(path) if path else None
