"""The command line: the only place that prints and exits. Here, and nowhere else, outcomes become exit codes."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence

from p3dn_reports.cli.language import speak_indonesian

_INTERRUPTED = 130
"""As `exits.INTERRUPTED`, for the time before that can be imported."""


def main() -> None:
    """The program `p3dn`: runs the command of `sys.argv` and ends the process with its exit code.

    Ctrl-C counts until the command has ended, imports included; afterwards nothing is left that it could stop.
    """
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("Dihentikan.\n")
        code = _INTERRUPTED
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; see `exits` for their meaning.

    Everything else is imported here, after click's own words have become Indonesian, and so that a program that is
    installed only in part can still say so.
    """
    speak_indonesian()
    from p3dn_reports.cli import exits

    exits.prepare_streams()
    return exits.guarded(lambda: _invoke(arguments), arguments)


def _invoke(arguments: Sequence[str]) -> int:
    from p3dn_reports.cli.app import p3dn
    from p3dn_reports.cli.exits import CLEAN

    code = p3dn.main(list(arguments), prog_name="p3dn", standalone_mode=False, windows_expand_args=False)
    return code if isinstance(code, int) else CLEAN
