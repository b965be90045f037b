"""The few exceptions for "cannot go on".

A fault in somebody's data is a `Problem` and travels as a value; an exception here stops the command. Its text is
shown to the person as it is, in Indonesian, without a traceback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from p3dn_reports.problems import Problem


class P3dnError(Exception):
    """Base of every expected stop. `str(error)` is one clear Indonesian message."""


class UsageError(P3dnError):
    """The command was asked for something that is not there (a folder, a unit, an indicator): exit code 2."""


class CancelledError(P3dnError):
    """The person wants the work stopped; raised by what is called with its progress, and nothing has been written."""


class ProblemsError(P3dnError):
    """The work cannot go on because of the listed problems (a rulebook that does not load): exit code 1."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(problem.pesan for problem in problems))
        self.problems = tuple(problems)
