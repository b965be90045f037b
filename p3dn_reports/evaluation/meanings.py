"""What conditions on rows come to under a scope, and of which tables another scope asks for other rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from p3dn_reports.evaluation.compile import terms_of
from p3dn_reports.rules import Op, Rulebook, Scope, Term
from p3dn_reports.tables import Tables

Meaning = tuple[tuple[Term, Any], ...]


def touched(tables: Tables, before: Scope, after: Scope) -> frozenset[str]:
    """The tables handed in of which the rulebook asks for other rows when its choices are made as in `after`."""
    asked = ((tabel, memenuhi) for tabel, memenuhi in _asked(before.rulebook) if tabel in tables.present)
    return frozenset(tabel for tabel, memenuhi in asked if meaning(memenuhi, before) != meaning(memenuhi, after))


def meaning(memenuhi: Iterable[str], scope: Scope) -> Meaning:
    """The terms of syarat with what stands within them: what means the same keeps the same rows."""
    return tuple((term, meaning(_within(term), scope)) for term in terms_of(memenuhi, scope))


def _within(term: Term) -> Iterable[str]:
    if term.op is Op.KECUALI:
        return term.syarat
    return term.pada.yang if term.pada is not None else ()


def _asked(rulebook: Rulebook) -> Iterator[tuple[str, tuple[str, ...]]]:
    """By table, every list of syarat that rows are counted, added up or ranked by."""
    for part in (rulebook.ukuran, rulebook.pemeriksaan, rulebook.rincian, rulebook.peringkat):
        yield from ((one.tabel, one.memenuhi) for one in part.values())
    for rincian in rulebook.rincian.values():
        for bagian in rincian.bagian.values():
            yield rincian.tabel, (*bagian.memenuhi, *bagian.diketahui)
