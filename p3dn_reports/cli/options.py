"""What several commands share: the workspace, the inputs folder, the choice of format."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from p3dn_reports import workspace as places
from p3dn_reports.workspace import Workspace

Command = TypeVar("Command", bound=Callable[..., Any])


def inputs_argument(command: Command) -> Command:
    """The argument INPUTS: a folder, or a name below inputs/."""
    return click.argument(
        "inputs",
        required=False,
        help="Folder masukan: letaknya, atau namanya di bawah inputs/. Tanpa ini: satu-satunya folder di inputs/.",
    )(command)


def format_option(*choices: str) -> Callable[[Command], Command]:
    """The option --format; the first choice is for people."""
    return click.option(
        "--format", "form", type=click.Choice(choices), default=choices[0], show_default=True, help="Bentuk keluaran."
    )


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
