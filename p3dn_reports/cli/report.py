"""Problems for people: grouped by weight, each with its place, what is wrong and what to do. Written to stderr."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from p3dn_reports.problems import Problem, Severity

SHOWN = 30
_TITLES = {
    Severity.GALAT: ("galat (harus diperbaiki; yang disentuhnya tidak dibuat)", "red"),
    Severity.PERINGATAN: ("peringatan (periksa; pekerjaan tetap jalan)", "yellow"),
    Severity.CATATAN: ("catatan", "cyan"),
}


def echo_problems(problems: Iterable[Problem], full_list: Path | str | None = None) -> None:
    """Print the problems, at most SHOWN of each weight; `full_list` names where all of them are."""
    found = list(problems)
    for tingkat in Severity:
        group = [problem for problem in found if problem.tingkat is tingkat]
        if group:
            _echo_group(tingkat, group, full_list)


def echo_in_brief(problems: Iterable[Problem], full_list: Path | str | None = None) -> None:
    """Print what asks for a person's hand, and only count the notes, which would hide it."""
    found = list(problems)
    echo_problems((problem for problem in found if problem.tingkat is not Severity.CATATAN), full_list)
    notes = sum(problem.tingkat is Severity.CATATAN for problem in found)
    if notes:
        click.echo(f"\n{notes} catatan ada di {full_list or 'keluaran p3dn check'}", err=True)


def counts(problems: Iterable[Problem]) -> str:
    """`2 galat, 1 peringatan`, or `tidak ada temuan`."""
    found = [problem.tingkat for problem in problems]
    told = [f"{found.count(tingkat)} {tingkat}" for tingkat in Severity if tingkat in found]
    return ", ".join(told) or "tidak ada temuan"


def _echo_group(tingkat: Severity, group: Sequence[Problem], full_list: Path | str | None) -> None:
    title, color = _TITLES[tingkat]
    click.echo(err=True)
    click.secho(f"{len(group)} {title}", fg=color, bold=True, err=True)
    for number, problem in enumerate(group[:SHOWN], start=1):
        click.echo(_lines(number, problem), err=True)
    rest = len(group) - SHOWN
    if rest > 0:
        where = full_list or "keluaran --format json"
        click.echo(f"  ... dan {rest} {tingkat} lagi; daftar lengkapnya di {where}", err=True)


def _lines(number: int, problem: Problem) -> str:
    """The place first, for a person finds the cell before reading what is wrong with it."""
    place = printable(str(problem.lokasi))
    head = f"{number:>3}. {place}" if place else f"{number:>3}. {printable(problem.pesan)}"
    body = [problem.pesan] if place else []
    return "\n".join([head, *(f"     {printable(text)}" for text in [*body, f"→ {problem.saran}"])])


def printable(text: str) -> str:
    """The text on one line, without the control characters a hostile cell could steer the terminal with."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
