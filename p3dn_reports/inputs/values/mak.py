"""The account codes within a MAK: sub-kegiatan, account, and what follows it, in lists of any separator."""

from __future__ import annotations

import re
from typing import NamedTuple

from p3dn_reports.inputs.values.accounts import read_account

_SEPARATORS = re.compile(r"[;,|\s]+")
_MAK = re.compile(
    r"(?:[1-8]\.[0-9]{2}|X\.XX)\.[0-9]{2}\.[0-9]\.[0-9]{2}\.[0-9]{2,4}\."
    r"(5\.[1-4]\.[0-9]{2}\.[0-9]{2}\.(?:0[0-9]{2}\.0[0-9]{4}|[0-9]{2}\.[0-9]{3,4}))(?:\..*)?",
    re.IGNORECASE,
)


class MakReading(NamedTuple):
    """The distinct account codes in the current width, in order, and the parts that are no MAK."""

    codes: tuple[str, ...]
    wrong: tuple[str, ...]


def read_mak(text: str) -> MakReading:
    """Read one MAK or a list of them. A part that does not follow the pattern is refused, never guessed at."""
    codes: dict[str, None] = {}
    wrong: dict[str, None] = {}
    for part in filter(None, _SEPARATORS.split(text)):
        found = _MAK.fullmatch(part)
        code = read_account(found[1]) if found else None
        (codes if code else wrong)[code or part] = None
    return MakReading(tuple(codes), tuple(wrong))
