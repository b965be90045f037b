"""A progress bar on stderr, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import click

_WIDTH = 30


class Progress(Protocol):
    """Called with how many are done, how many there are, and what is being made."""

    def __call__(self, done: int, total: int, what: str, /) -> None:
        """Draw the state of the work."""


@contextmanager
def progress() -> Iterator[Progress | None]:
    """Something to call as work goes on, or None where nobody watches. Leaves the line clean."""
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield _draw
    finally:
        click.echo("\r\033[K", nl=False, err=True)


def _draw(done: int, total: int, what: str, /) -> None:
    if not total:
        click.echo(f"\r\033[K{what}", nl=False, err=True)
        return
    filled = _WIDTH * done // max(total, 1)
    bar = "#" * filled + "-" * (_WIDTH - filled)
    click.echo(f"\r\033[K[{bar}] {done}/{total} {what[:40]}", nl=False, err=True)
