"""Several files made into the one tree that the rulebook is built from; every node keeps its file, line and column.

A section may be spread over files, and over the blocks by instrument; each id in it stands in one of them.
"""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook import loader
from p3dn_reports.rulebook.files import MEMUAT, RuleFile, digest_of_files, gather
from p3dn_reports.rulebook.instruments import laid_out
from p3dn_reports.rulebook.joining import Joined
from p3dn_reports.rulebook.nodes import Node, spread
from p3dn_reports.rulebook.region_table import ENDING, compose_table
from p3dn_reports.rulebook.source import Source


def read_book(path: Path) -> tuple[Source | None, tuple[Problem, ...]]:
    """The rulebook at `path` with the files it includes, as plain data with marks; None with what forbids that."""
    files, problems = gather(path)
    return read_files(files, problems)


def read_files(
    files: tuple[RuleFile, ...], problems: tuple[Problem, ...] = ()
) -> tuple[Source | None, tuple[Problem, ...]]:
    """The same of files gathered before; `problems` are those of gathering."""
    roots: list[Node] = []
    for one in files:
        root, found = _read(one, "" if one is files[0] else one.nama)
        problems += found
        roots += [] if root is None else [root]
    if problems:
        return None, problems
    whole = Joined(files[0].nama, roots[0])
    for root in roots[1:]:
        whole.add(root, but=MEMUAT)
    laid, found = laid_out(files[0].nama, whole.root)
    if whole.problems or found:
        return None, (*whole.problems, *found)
    return spread(laid, files[0].nama, digest_of_files(files), tuple(one.nama for one in files[1:]))


def _read(one: RuleFile, berkas: str) -> tuple[Node | None, tuple[Problem, ...]]:
    text, problems = loader.decoded(one.content, one.nama)
    if text is None:
        return None, problems
    return compose_table(text, one.nama) if one.nama.endswith(ENDING) else loader.compose(text, one.nama, berkas)
