"""How a command ends: the exit codes, and the one place where exceptions become messages and codes."""

from __future__ import annotations

import io
import itertools
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

import click

from p3dn_reports.errors import P3dnError, ProblemsError

if TYPE_CHECKING:
    from p3dn_reports.problems import Problem

CLEAN = 0
FINDINGS = 1
USAGE = 2
BUG = 3
CHANGED = 4
INTERRUPTED = 130


def code_of(problems: Iterable[Problem]) -> int:
    """FINDINGS where any problem is a galat, else CLEAN."""
    from p3dn_reports.problems import has_errors

    return FINDINGS if has_errors(problems) else CLEAN


def guarded(command: Callable[[], int], arguments: Sequence[str]) -> int:
    """Run `command` and return its exit code, or that of the exception it ends with, told in Indonesian.

    What tells of a failure is imported by the failure: most runs have none.
    """
    interrupted: list[int] = []
    try:
        with _noting_interrupts(interrupted):
            return command()
    except (KeyboardInterrupt, click.Abort):
        return _stopped()
    except click.ClickException as error:
        error.show()
        return USAGE
    except ProblemsError as error:
        from p3dn_reports.cli.failures import tell

        tell(error.problems, as_json=_wants_json(arguments))
        return FINDINGS
    except P3dnError as error:
        click.echo(f"Kesalahan: {error}", err=True)
        return USAGE
    except Exception:
        if interrupted:
            return _stopped()
        from p3dn_reports.cli.failures import bug_line

        click.echo(bug_line(arguments), err=True)
        return BUG


def _wants_json(arguments: Sequence[str]) -> bool:
    """Whether stdout is read by a program, which must find JSON there even when there is nothing else to say."""
    return "--format=json" in arguments or ("--format", "json") in itertools.pairwise(arguments)


def _stopped() -> int:
    click.echo("Dihentikan. Keluaran yang lama tetap utuh.", err=True)
    return INTERRUPTED


@contextmanager
def _noting_interrupts(noted: list[int]) -> Iterator[None]:
    """Fill `noted` when the person presses Ctrl-C: a library may answer that with an exception of its own."""
    usual = signal.getsignal(signal.SIGINT)

    def note(number: int, frame: FrameType | None) -> None:
        noted.append(number)
        signal.default_int_handler(number, frame)

    here = threading.current_thread() is threading.main_thread() and usual is signal.default_int_handler
    if here:
        signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        if here:
            signal.signal(signal.SIGINT, usual)


def prepare_streams() -> None:
    """Write UTF-8 whatever the console's code page is; a letter it cannot show becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
