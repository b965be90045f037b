"""The command `p3dn` and its subcommands, each from its own module."""

from __future__ import annotations

import os
from importlib.metadata import version
from pathlib import Path

import click

from p3dn_reports.cli.build import build
from p3dn_reports.cli.check import check
from p3dn_reports.cli.doctor import doctor
from p3dn_reports.cli.evaluate import evaluate
from p3dn_reports.cli.explain import explain
from p3dn_reports.cli.folder import init, verify
from p3dn_reports.cli.inputs import inputs
from p3dn_reports.cli.rules import rules
from p3dn_reports.cli.schedule import schedule
from p3dn_reports.cli.templates import templates
from p3dn_reports.cli.whatif import whatif

COMMANDS = (init, inputs, check, build, evaluate, explain, whatif, schedule, rules, templates, verify, doctor)


class _InOrder(click.Group):
    """Lists the commands in the order of the work, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_InOrder)
@click.version_option(version("p3dn-reports"), prog_name="p3dn")
@click.option(
    "--workspace",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder kerja, yaitu yang memuat rules.yaml. Tanpa ini: peubah lingkungan P3DN_WORKSPACE, lalu folder "
    "terdekat ke atas yang memuat rules.yaml.",
)
@click.pass_context
def p3dn(ctx: click.Context, workspace: Path | None) -> None:
    """Mesin laporan P3DN: buku kerja satu triwulan masuk, semua naskahnya keluar.

    Urutan kerja: p3dn init FOLDER, lalu di folder itu p3dn check dan p3dn build. Hasil perintah dicetak ke keluaran
    baku, pesan untuk Anda ke keluaran galat. Kode akhir: 0 bersih, 1 ada temuan, 2 salah pakai, 3 kesalahan program,
    4 ada yang berubah (hanya dengan --exit-code), 130 dihentikan.
    """
    ctx.obj = workspace
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def _in_indonesian(command: click.Command) -> None:
    """Give a command, and those below it, the words of its usage that gettext never sees."""
    command.options_metavar = "[PILIHAN]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "PERINTAH [ISIAN]..."
        for below in command.commands.values():
            _in_indonesian(below)


for command in COMMANDS:
    p3dn.add_command(command)
_in_indonesian(p3dn)
