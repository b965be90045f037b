"""The table of clauses and the rules that carry them, for the terminal and for the printer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from p3dn_reports.cli.rules_text import cell, wrapped

if TYPE_CHECKING:
    from p3dn_reports.rulebook.carriers import Carried


def coverage_lines(clauses: Sequence[Carried]) -> Iterator[str]:
    """Three lines or so for each clause: its name and places, what it says, what carries it."""
    for one in clauses:
        yield f"{one.ketentuan.id}  {', '.join(map(str, one.ketentuan.dasar))}  ({', '.join(one.ketentuan.sifat)})"
        yield from wrapped(one.ketentuan.isi, "    ")
        yield from wrapped(f"→ {one.in_words}", "    ")
    yield f"\n{_summary(clauses)}"


def coverage_table(clauses: Sequence[Carried]) -> str:
    """The same as a Markdown table."""
    lines = ["# Cakupan ketentuan", "", _summary(clauses), ""]
    lines += ["| Ketentuan | Tempat | Isi | Sifat | Termuat pada |", "|---|---|---|---|---|"]
    lines += [f"| {' | '.join(map(cell, _cells(one)))} |" for one in clauses]
    return "\n".join([*lines, ""])


def _cells(one: Carried) -> list[str]:
    clause = one.ketentuan
    places = ", ".join(map(str, clause.dasar))
    return [clause.id, places, clause.isi, ", ".join(clause.sifat), one.in_words]


def _summary(clauses: Sequence[Carried]) -> str:
    loose = sum(bool(one.lepas) for one in clauses)
    left_out = sum(not one.lepas and not one.pemuat for one in clauses)
    carried = len(clauses) - loose - left_out
    return f"{len(clauses)} ketentuan: {carried} termuat, {left_out} tidak dikodekan, {loose} belum termuat."
