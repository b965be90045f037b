"""The command `p3dn` and its subcommands, each from its own module."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import click

from p3dn_reports import __version__

_MODULES = {
    "init": "folder",
    "web": "web",
    **{name: name for name in ("inputs", "check", "build", "evaluate", "explain", "whatif", "schedule", "rules")},
    "requests": "requests",
    "inbox": "inbox",
    "letters": "letters",
    "editions": "editions",
    "sent": "sent",
    "templates": "templates",
    "verify": "folder",
    "doctor": "doctor",
    "nation": "nation",
}
"""The module of each command, in the order of the work."""


class _Commands(Mapping[str, click.Command]):
    """Every command, imported when it is asked for: each needs much that the others do not."""

    def __getitem__(self, name: str) -> click.Command:
        command: click.Command = getattr(import_module(f"p3dn_reports.cli.{_MODULES[name]}"), name)
        _in_indonesian(command)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)

    def __contains__(self, name: object) -> bool:
        return name in _MODULES


class _InOrder(click.Group):
    """Lists the commands in the order of the work, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


_USAGE = "[PILIHAN]"
_USAGE_OF_GROUP = "PERINTAH [ISIAN]..."
"""The words of a usage line that gettext never sees."""


@click.group(cls=_InOrder, commands=_Commands(), options_metavar=_USAGE, subcommand_metavar=_USAGE_OF_GROUP)
@click.version_option(__version__, prog_name="p3dn")
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
    """Give a command, and those below it, our words in its usage."""
    command.options_metavar = _USAGE
    if isinstance(command, click.Group):
        command.subcommand_metavar = _USAGE_OF_GROUP
        for below in command.commands.values():
            _in_indonesian(below)
