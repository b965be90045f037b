"""How a command ends: the exit codes, and the one place where exceptions become messages and codes."""

from __future__ import annotations

import io
import itertools
import json
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from types import FrameType

import click

from p3dn_reports.cli.report import echo_problems
from p3dn_reports.errors import P3dnError, ProblemsError
from p3dn_reports.problems import Problem, has_errors

CLEAN = 0
FINDINGS = 1
USAGE = 2
BUG = 3
CHANGED = 4
INTERRUPTED = 130

LOG = "p3dn-galat.log"


def code_of(problems: Iterable[Problem]) -> int:
    """FINDINGS where any problem is a galat, else CLEAN."""
    return FINDINGS if has_errors(problems) else CLEAN


def guarded(command: Callable[[], int], arguments: Sequence[str]) -> int:
    """Run `command` and return its exit code, or that of the exception it ends with, told in Indonesian."""
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
        echo_problems(error.problems)
        if _wants_json(arguments):
            click.echo(
                json.dumps({"masalah": [found.as_json() for found in error.problems]}, ensure_ascii=False, indent=2)
            )
        return FINDINGS
    except P3dnError as error:
        click.echo(f"Kesalahan: {error}", err=True)
        return USAGE
    except Exception:
        if interrupted:
            return _stopped()
        click.echo(_bug_line(arguments), err=True)
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


def _bug_line(arguments: Sequence[str]) -> str:
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
