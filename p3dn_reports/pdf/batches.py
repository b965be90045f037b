"""How documents are divided among calls of LibreOffice, and what is tried again after a call that went wrong.

Starting LibreOffice costs as much as ten letters, so that one call takes many files; and one call takes no more than
`Limits.largest`, so that a program that grows with every file begins anew.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

_MOST_WORKERS = 4


@dataclass(frozen=True, slots=True)
class Limits:
    """How many calls run at a time, how many files one takes, and how many seconds one document may take."""

    workers: int = field(default_factory=lambda: min(_MOST_WORKERS, os.cpu_count() or 1))
    smallest: int = 8
    largest: int = 50
    seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class Batch:
    """The documents of one call. `again`: a single one that has failed before; failing again is final."""

    paths: tuple[Path, ...]
    again: bool = False


def divide(paths: Sequence[Path], limits: Limits) -> list[Batch]:
    """The batches of the documents, dealt like cards: a long report does not come with its neighbours."""
    full = -(-len(paths) // limits.largest)
    spread = min(limits.workers, -(-len(paths) // limits.smallest))
    count = max(full, spread)
    return [Batch(tuple(paths[first::count])) for first in range(count)]


def retries(batch: Batch, left: Sequence[Path], *, broken: bool) -> list[Batch]:
    """What to try again of the documents `left` by a call.

    `broken`: it crashed or took too long, so the first one left is to blame and the others were never looked at.
    Otherwise LibreOffice passed over every one of them. Whoever is to blame is tried once more, alone.
    """
    if batch.again or not left:
        return []
    blamed = left[:1] if broken else left
    rest = tuple(left[len(blamed) :])
    return [*([Batch(rest)] if rest else []), *(Batch((path,), again=True) for path in blamed)]
