"""The table of clauses and the rules that carry them, for the terminal and for the printer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from p3dn_reports.cli.rules_text import cell, wrapped
from p3dn_reports.formatting import daftar_kata
from p3dn_reports.rulebook.carriers import Keadaan

if TYPE_CHECKING:
    from p3dn_reports.rulebook.carriers import Carried


def coverage_lines(clauses: Sequence[Carried]) -> Iterator[str]:
    """Three lines or so for each clause: its name and places, what it says, what carries it and what is wanting."""
    for one in clauses:
        yield f"{one.ketentuan.id}  {', '.join(map(str, one.ketentuan.dasar))}  ({', '.join(one.ketentuan.sifat)})"
        yield from wrapped(one.ketentuan.pokok, "    ")
        yield from wrapped(f"→ {one.in_words}{_wanting(one)}", "    ")
    yield ""
    yield from _summary(clauses)


def coverage_table(clauses: Sequence[Carried]) -> str:
    """The same as a Markdown table."""
    lines = ["# Cakupan ketentuan", "", *(f"{line}\n" for line in _summary(clauses))]
    lines += ["| Ketentuan | Tempat | Isi | Sifat | Termuat pada |", "|---|---|---|---|---|"]
    lines += [f"| {' | '.join(map(cell, _cells(one)))} |" for one in clauses]
    return "\n".join([*lines, ""])


def _cells(one: Carried) -> list[str]:
    clause = one.ketentuan
    places = ", ".join(map(str, clause.dasar))
    return [clause.id, places, clause.pokok, ", ".join(clause.sifat), f"{one.in_words}{_wanting(one)}"]


def _wanting(one: Carried) -> str:
    return f"; diminta tetapi belum ada: {', '.join(one.kurang)}" if one.kurang else ""


def _summary(clauses: Sequence[Carried]) -> Iterator[str]:
    """By what kind of rule the clauses are carried, what is wanting, and the sum of all."""
    kinds = Counter(kind for one in clauses for kind in one.jenis)
    only_duty = sum(one.jenis == ("tugas",) for one in clauses)
    if kinds:
        yield f"Termuat pada {_counted(kinds)}; hanya pada tugas {only_duty}."
    if wanting := Counter(str(kind) for one in clauses for kind in one.kurang):
        yield f"Diminta ketentuan tetapi belum ada pada aturan: {_counted(wanting)}."
    states = Counter(one.keadaan for one in clauses)
    yield f"{len(clauses)} ketentuan: {', '.join(f'{states[state]} {state}' for state in Keadaan)}."


def _counted(kinds: Counter[str]) -> str:
    return daftar_kata([f"{kind} {kinds[kind]}" for kind in sorted(kinds)])
