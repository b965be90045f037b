"""p3dn schedule: what is due, what is late, and the calendar file. Only here is today's date asked for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from p3dn_reports.cli.dates import Tanggal
from p3dn_reports.cli.exits import CLEAN
from p3dn_reports.cli.options import format_option, inputs_argument, open_inputs, open_workspace
from p3dn_reports.cli.report import printable
from p3dn_reports.cli.rules_text import wrapped
from p3dn_reports.formatting import hari as day_name
from p3dn_reports.formatting import tanggal
from p3dn_reports.outputs.disk import explained

if TYPE_CHECKING:
    from p3dn_reports.policy.schedule import Activity, Schedule


@click.command(short_help="Tampilkan jadwal: yang jatuh tempo dan yang terlambat.")
@inputs_argument
@click.option(
    "--hari",
    metavar="TANGGAL",
    type=Tanggal(),
    help="Dilihat dari tanggal ini, misalnya 2024-12-31. Tanpa ini: hari ini.",
)
@click.option(
    "--ics",
    metavar="BERKAS",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Tulis juga berkas kalender (.ics).",
)
@format_option("text", "json")
@click.pass_obj
def schedule(explicit: Path | None, inputs: str | None, hari: date | None, ics: Path | None, form: str) -> int:
    """Tampilkan kegiatan bertanggal pada periode itu dengan naskahnya: yang akan datang, jatuh tempo, dan terlambat.

    Naskah dianggap terbit bila nomor dan tanggalnya ada pada lembar naskah.
    """
    from p3dn_reports.policy.calendar import as_ics
    from p3dn_reports.policy.schedule import schedule as schedule_of

    workspace = open_workspace(explicit)
    day = hari or datetime.now(UTC).astimezone().date()
    result = schedule_of(workspace, open_inputs(workspace, inputs), day)
    if ics is not None:
        with explained(ics):
            ics.write_bytes(as_ics(result))
        click.echo(f"Kalender: {ics}", err=True)
    if form == "json":
        click.echo(json.dumps({"versi": "1", **result.as_json()}, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(result)))
    return CLEAN


def _lines(result: Schedule) -> Iterator[str]:
    yield f"{result.daerah}, {result.periode}, dilihat dari {day_name(result.hari)}, {tanggal(result.hari)}"
    if not result.kegiatan:
        yield "\nTidak ada kegiatan bertanggal yang berlaku untuk periode ini."
    for one in result.kegiatan:
        yield ""
        yield printable(f"{one.kegiatan.waktu} ({day_name(one.kegiatan.selesai)}): {_standing(one)}")
        yield from wrapped(one.kegiatan.aktivitas, "  ")
        yield from wrapped(f"Pelaksana: {one.kegiatan.pelaksana}", "  ")
        yield from _documents(one)
    yield from _duties(result)
    if not result.kegiatan:
        return
    yield ""
    yield f"{result.terlambat} naskah terlambat." if result.terlambat else "Tidak ada naskah yang terlambat."


def _duties(result: Schedule) -> Iterator[str]:
    """What has no day of its own, person by person in the order of the rulebook."""
    if result.kewajiban:
        yield f"\nKewajiban tanpa tanggal ({len(result.kewajiban)}):"
    for pelaksana in dict.fromkeys(one.pelaksana for one in result.kewajiban):
        yield from wrapped(pelaksana, "  ")
        for one in result.kewajiban:
            if one.pelaksana == pelaksana:
                waktu = f" ({one.waktu})" if one.waktu else ""
                yield from wrapped(f"- {one.judul}{waktu}", "    ")


def _documents(one: Activity) -> Iterator[str]:
    for judul in dict.fromkeys(document.judul for document in one.dokumen):
        of_kind = [document for document in one.dokumen if document.judul == judul]
        counted = Counter(document.keadaan for document in of_kind)
        told = ", ".join(f"{banyak} {keadaan}" for keadaan, banyak in counted.items())
        yield from wrapped(f"- {judul}: {told}", "  ")
        late = [document.nama for document in of_kind if document.keadaan == "terlambat" and document.nama]
        if late:
            yield from wrapped(f"Terlambat: {'; '.join(late)}", "      ")


def _standing(one: Activity) -> str:
    if one.selisih > 0 and one.keadaan == "akan datang":
        return f"{one.selisih} hari lagi"
    return f"{one.keadaan} {-one.selisih} hari" if one.keadaan == "terlambat" else str(one.keadaan)
