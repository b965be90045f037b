"""What several commands share: the workspace, the inputs folder, the choice of format."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from p3dn_reports import workspace as places
from p3dn_reports.cli.exits import CHANGED
from p3dn_reports.errors import UsageError
from p3dn_reports.workspace import Workspace

if TYPE_CHECKING:
    from p3dn_reports.desk.places import Desk

Command = TypeVar("Command", bound=Callable[..., Any])


def inputs_argument(command: Command) -> Command:
    """The argument INPUTS: a folder, or a name below inputs/."""
    return click.argument(
        "inputs",
        required=False,
        help="Folder masukan: letaknya, atau namanya di bawah inputs/. Tanpa ini: satu-satunya folder di inputs/.",
    )(command)


def inputs_option(command: Command) -> Command:
    """The option --inputs, where the arguments are what something is done with."""
    return click.option(
        "--inputs", metavar="FOLDER", help="Folder masukan. Tanpa ini: satu-satunya folder di inputs/."
    )(command)


class Form(click.Choice[str]):
    """One of the forms of output. A form has one name; those of old are still understood."""

    _OLD: Mapping[str, str] = {"table": "text", "md": "markdown"}

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The form named, under the name it has now."""
        return super().convert(self._OLD.get(str(value), value), param, ctx)


class WorkspacePath(click.Path):
    """A file or folder that exists: where the person says, else seen from the workspace."""

    def __init__(self, *, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(exists=True, file_okay=file_okay, dir_okay=dir_okay, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The place as a Path."""
        if not Path(value).exists():
            below = _root(ctx) / value
            value = below if below.exists() else value
        return super().convert(value, param, ctx)


class RulesPath(WorkspacePath):
    """A rulebook: its first file, or the folder in which rules.yaml lies with the files it includes."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The place of the first file."""
        found = super().convert(value, param, ctx)
        if not found.is_dir():
            return found
        if not (found / places.RULES).is_file():
            self.fail(f"Folder {found} tidak memuat {places.RULES}.", param, ctx)
        return found / places.RULES


def _root(ctx: click.Context | None) -> Path:
    """The workspace of this run; where there is none, the folder the person is in."""
    try:
        return places.find(ctx.obj if ctx else None, os.environ, Path.cwd()).root
    except UsageError:
        return Path.cwd()


def format_option(*choices: str) -> Callable[[Command], Command]:
    """The option --format; the first choice is for people."""
    return click.option(
        "--format", "form", type=Form(choices), default=choices[0], show_default=True, help="Bentuk keluaran."
    )


def all_option(command: Command) -> Command:
    """The option --all: every finding, one by one."""
    return click.option(
        "--all", "everything", is_flag=True, help="Tampilkan semua temuan satu per satu, tanpa dikelompokkan."
    )(command)


def exit_code_option(command: Command) -> Command:
    """The option --exit-code: a program asks whether anything changed."""
    return click.option("--exit-code", is_flag=True, help=f"Kode akhir {CHANGED} bila ada yang berubah.")(command)


def open_workspace(explicit: Path | None) -> Workspace:
    """The workspace of this run; says on stderr which rulebook that means. Raises UsageError where there is none."""
    workspace = places.find(explicit, os.environ, Path.cwd())
    click.echo(f"Buku aturan: {workspace.rules}", err=True)
    return workspace


def open_inputs(workspace: Workspace, named: str | None) -> Path:
    """The inputs folder of this run; says on stderr which one. Raises UsageError where it is not plain."""
    folder = workspace.inputs_folder(named, Path.cwd())
    click.echo(f"Masukan: {folder}", err=True)
    return folder


def open_desk(explicit: Path | None, inputs: str | None) -> Desk:
    """The desk of the inputs folder of this run; says on stderr which. Raises UsageError where it is not plain."""
    from p3dn_reports.desk.places import Desk

    workspace = open_workspace(explicit)
    return Desk.of(workspace, open_inputs(workspace, inputs))
