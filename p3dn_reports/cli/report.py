"""Problems for people: grouped by weight and cause, each with its place, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import click

from p3dn_reports.problems import Problem, Severity

SHOWN = 30
_ALONE, _NAMED = 3, 5
_TITLES = {
    Severity.GALAT: ("galat (harus diperbaiki; yang disentuhnya tidak dibuat)", "red"),
    Severity.PERINGATAN: ("peringatan (periksa; pekerjaan tetap jalan)", "yellow"),
    Severity.CATATAN: ("catatan", "cyan"),
}
_FIRST = frozenset({"periode-tanpa-instrumen", "tidak-ada-naskah", "naskah-tanpa-tabel"})
"""Told by `echo_first`, before everything that was found in the data."""

ALL = "semuanya ditampilkan dengan --all"
_ALL_BY_CHECK = "p3dn check --all menampilkan semuanya"


def echo_problems(
    problems: Iterable[Problem], full_list: str = _ALL_BY_CHECK, *, everything: bool = False, err: bool = True
) -> None:
    """Print the problems, those of one cause together and at most SHOWN causes of each weight, or `everything`.

    `full_list` says how to see all of them. They go to stderr; a check, which is asked for nothing else, prints them
    to stdout.
    """
    found = [problem for problem in problems if problem.kode not in _FIRST]
    for tingkat in Severity:
        group = [problem for problem in found if problem.tingkat is tingkat]
        for line, color in _told(tingkat, group, full_list, everything=everything) if group else ():
            click.secho(line, fg=color, bold=bool(color) or None, err=err)


def echo_first(problems: Iterable[Problem], *, err: bool = True) -> None:
    """Print what makes all else small, if anything does; `echo_problems` then leaves it out."""
    for problem in problems:
        if problem.kode in _FIRST:
            click.secho(f"\n{printable(problem.pesan)}", fg="yellow", bold=True, err=err)
            click.echo(f"  → {printable(problem.saran)}\n", err=err)


def echo_in_brief(problems: Iterable[Problem], full_list: str, *, everything: bool = False) -> None:
    """Print what asks for a person's hand, and only count the notes, which would hide it, unless `everything` is."""
    found = list(problems)
    shown = [problem for problem in found if everything or problem.tingkat is not Severity.CATATAN]
    echo_problems(shown, full_list, everything=everything)
    if len(shown) < len(found):
        click.echo(f"\n{len(found) - len(shown)} catatan; {full_list}", err=True)


def counts(problems: Iterable[Problem]) -> str:
    """`2 galat, 1 peringatan`, or `tidak ada temuan`."""
    found = [problem.tingkat for problem in problems]
    told = [f"{found.count(tingkat)} {tingkat}" for tingkat in Severity if tingkat in found]
    return ", ".join(told) or "tidak ada temuan"


def _told(
    tingkat: Severity, found: Sequence[Problem], full_list: str, *, everything: bool
) -> Iterator[tuple[str, str | None]]:
    """The lines for the problems of one weight, the first in its color."""
    title, color = _TITLES[tingkat]
    causes = [[problem] for problem in found] if everything else _causes(found)
    shown = causes if everything else causes[:SHOWN]
    yield f"\n{len(found)} {title}", color
    for number, group in enumerate(shown, start=1):
        yield "\n".join(_lines(number, group)), None
    rest = sum(map(len, causes)) - sum(map(len, shown))
    if rest:
        yield f"  ... dan {rest} {tingkat} lagi; {full_list}", None


def _causes(found: Iterable[Problem]) -> list[list[Problem]]:
    """The problems that one remedy mends, together: one code, in one column of one sheet. A few stand alone."""
    groups: dict[tuple[object, ...], list[Problem]] = {}
    for problem in found:
        place = problem.lokasi
        groups.setdefault((problem.kode, place.berkas, place.lembar, place.kolom, problem.tabel), []).append(problem)
    return [part for group in groups.values() for part in (_each(group) if len(group) <= _ALONE else [group])]


def _each(group: Iterable[Problem]) -> list[list[Problem]]:
    return [[problem] for problem in group]


def _lines(number: int, group: Sequence[Problem]) -> Iterator[str]:
    """The place first, for a person finds the cell before reading what is wrong with it; then the others like it."""
    problem, *others = group
    place = printable(str(problem.lokasi))
    yield f"{number:>3}. {place or printable(problem.pesan)}"
    for text in ([problem.pesan] if place else []) + [f"→ {problem.saran}"]:
        yield f"     {printable(text)}"
    if others:
        yield f"     … dan {len(others)} temuan sejenis{_where(others)}."


def _where(others: Sequence[Problem]) -> str:
    """` di D14, D20, ...` or ` pada satuan kerja 1.01, 1.02, ...`: the first few, as far as known."""
    ways: tuple[tuple[str, Callable[[Problem], Iterable[str]]], ...] = (
        (" di ", lambda one: [one.lokasi.sel] if one.lokasi.sel else []),
        (" pada satuan kerja ", lambda one: one.unit),
    )
    for word, read in ways:
        found = list(dict.fromkeys(printable(name) for one in others for name in read(one)))
        if found:
            rest = f", dan {len(found) - _NAMED} lagi" if len(found) > _NAMED else ""
            return word + ", ".join(found[:_NAMED]) + rest
    return ""


def printable(text: str) -> str:
    """The text on one line, without the control characters a hostile cell could steer the terminal with."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
