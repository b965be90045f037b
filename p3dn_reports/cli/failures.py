"""What a person is told where a command cannot go on: the problems that stop it, or the log of a bug of ours."""

from __future__ import annotations

import json
import sys
import tempfile
import traceback
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import click

from p3dn_reports.cli.report import echo_problems
from p3dn_reports.problems import Problem

LOG = "p3dn-galat.log"


def tell(problems: Sequence[Problem], *, as_json: bool) -> None:
    """Print the problems on stderr, and with `as_json` on stdout for the program that reads it."""
    echo_problems(problems)
    if as_json:
        content = {"masalah": [found.as_json() for found in problems]}
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def bug_line(arguments: Sequence[str]) -> str:
    """The sentence for the exception being handled, whose traceback is kept in LOG."""
    log = _write_log(arguments)
    where = f"Kirimkan berkas {log} kepada pengelola p3dn." if log else "Catatannya tidak dapat disimpan."
    return f"Ada kesalahan pada program p3dn sendiri, bukan pada data Anda. {where}"


def _write_log(arguments: Sequence[str]) -> Path | None:
    """Keep the traceback where the person works, else in the system's temporary folder."""
    head = f"p3dn {version('p3dn-reports')}, Python {sys.version}\np3dn {' '.join(arguments)}\n\n"
    for folder in (Path.cwd(), Path(tempfile.gettempdir())):
        try:
            (folder / LOG).write_text(head + traceback.format_exc(), encoding="utf-8")
        except OSError:
            continue
        return folder / LOG
    return None
