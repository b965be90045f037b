"""The table of clauses and the rules that carry them, for the terminal and for the printer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from p3dn_reports.cli.rules_text import cell, wrapped
from p3dn_reports.formatting import daftar_kata
from p3dn_reports.rulebook.carriers import KINDS, Keadaan

if TYPE_CHECKING:
    from p3dn_reports.rulebook.carriers import Carried


def coverage_lines(clauses: Sequence[Carried]) -> Iterator[str]:
    """A few lines for each clause: its name and places, what it says, what carries it, kind by kind, and the rest."""
    for one in clauses:
        yield f"{one.ketentuan.id}  {', '.join(map(str, one.ketentuan.dasar))}  ({', '.join(one.ketentuan.sifat)})"
        yield from wrapped(one.ketentuan.pokok, "    ")
        for kind, rules in one.menurut_jenis.items():
            yield from wrapped(f"→ {'hanya tugas' if kind == 'tugas' and one.hanya_tugas else kind}: {rules}", "    ")
        for note in one.catatan:
            yield from wrapped(f"→ {note}", "    ")
    yield ""
    yield from _summary(clauses)


def coverage_table(clauses: Sequence[Carried]) -> str:
    """The same as a Markdown table, a column for each kind."""
    heads = ["Ketentuan", "Tempat", "Isi", "Sifat", *(kind.capitalize() for kind in KINDS), "Catatan"]
    lines = ["# Cakupan ketentuan", "", *(f"{line}\n" for line in _summary(clauses))]
    lines += [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    lines += [f"| {' | '.join(map(cell, _cells(one)))} |" for one in clauses]
    return "\n".join([*lines, ""])


def _cells(one: Carried) -> list[str]:
    clause, rules = one.ketentuan, one.menurut_jenis
    only = ["hanya tugas"] if one.hanya_tugas else []
    head = [clause.id, ", ".join(map(str, clause.dasar)), clause.pokok, ", ".join(clause.sifat)]
    return [*head, *(rules.get(kind, "") for kind in KINDS), "; ".join([*only, *one.catatan])]


def _summary(clauses: Sequence[Carried]) -> Iterator[str]:
    """For each instrument by what kind of rule its clauses are carried, what is wanting, and the sum of all."""
    sources = dict.fromkeys(one.ketentuan.dasar[0].sumber for one in clauses)
    for source in sources if len(sources) > 1 else ():
        yield from _counts([one for one in clauses if one.ketentuan.dasar[0].sumber == source], f"{source}: t")
    yield from _counts(clauses, "T")
    if wanting := Counter(str(kind) for one in clauses for kind in one.kurang):
        yield f"Diminta ketentuan tetapi belum ada pada aturan: {_listed(sorted(wanting.items()))}."
    states = Counter(one.keadaan for one in clauses)
    yield f"{len(clauses)} ketentuan: {', '.join(f'{states[state]} {state}' for state in Keadaan)}."


def _counts(clauses: Sequence[Carried], begin: str) -> Iterator[str]:
    kinds = Counter(kind for one in clauses for kind in one.jenis)
    counted = [(kind, kinds[kind]) for kind in KINDS if kinds[kind]]
    if counted:
        yield f"{begin}ermuat pada {_listed(counted)}; hanya pada tugas {sum(one.hanya_tugas for one in clauses)}."


def _listed(counted: Iterable[tuple[str, int]]) -> str:
    return daftar_kata([f"{name} {number}" for name, number in counted])
