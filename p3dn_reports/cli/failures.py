"""What a person is told where a command cannot go on: the problems that stop it, or the log of a bug of ours."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from p3dn_reports.buglog import write_log
from p3dn_reports.cli.report import echo_problems
from p3dn_reports.problems import Problem


def tell(problems: Sequence[Problem], *, as_json: bool) -> None:
    """Print the problems on stderr, and with `as_json` on stdout for the program that reads it."""
    echo_problems(problems)
    if as_json:
        content = {"masalah": [found.as_json() for found in problems]}
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def bug_line(arguments: Sequence[str]) -> str:
    """The sentence for the exception being handled, whose traceback is kept in a file."""
    log = write_log(Path.cwd(), " ".join(arguments))
    where = f"Kirimkan berkas {log} kepada pengelola p3dn." if log else "Catatannya tidak dapat disimpan."
    return f"Ada kesalahan pada program p3dn sendiri, bukan pada data Anda. {where}"
