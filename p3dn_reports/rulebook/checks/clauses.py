"""The register of clauses: cited places exist in it, and every clause is carried by something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.carriers import carried
from p3dn_reports.rulebook.checks.law import cited, unknown_source
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.fields import citation
from p3dn_reports.rulebook.source import suggestion
from p3dn_reports.rules import Citation


def check_places(subject: Subject) -> Iterator[Problem]:
    """Every clause has a name of its own; where a source's clauses are registered, no citation leads past them."""
    yield from _names(subject)
    registered = [Citation(keys[1], tempat) for keys, clause in _clauses(subject) for tempat in clause["tempat"]]
    known = set(registered)
    above = {Citation(place.sumber, tempat) for place in registered for tempat in place.lineage}
    sources = {place.sumber for place in registered}
    for keys, text in cited(subject.source.data, ()):
        one = citation(text)
        here = {Citation(one.sumber, tempat) for tempat in one.lineage}
        if one.sumber in sources and one.tempat and one not in above and not here & known:
            dugaan = suggestion(text, map(str, registered))
            yield subject.source.problem("aturan-tempat-tidak-ada", keys, nilai=text, dugaan=dugaan)


def check_carried(subject: Subject) -> Iterator[Problem]:
    """A remark for every clause that nothing carries: it is wanting in the rulebook, which works without it."""
    places = {clause["id"]: keys for keys, clause in _clauses(subject)}
    for one in carried(subject.rulebook):
        if one.lepas:
            name, nilai = one.ketentuan.id, ", ".join(map(str, one.lepas))
            yield subject.source.problem("aturan-ketentuan-lepas", places[name], nilai=nilai, ketentuan=name)


def _names(subject: Subject) -> Iterator[Problem]:
    for sumber in subject.source.data.get("ketentuan", {}):
        yield from unknown_source(subject, ("ketentuan", sumber), sumber, key=True)
    seen: set[str] = set()
    for keys, clause in _clauses(subject):
        for index, one in enumerate(clause.get("rujukan_keliru", ())):
            at_reading = (*keys, "rujukan_keliru", index, "tafsir")
            yield from subject.unknown("tafsir", at_reading, one["tafsir"], subject.rulebook.tafsir)
        if clause["id"] in seen:
            yield subject.source.problem("aturan-butir-ganda", (*keys, "id"), nilai=clause["id"])
        seen.add(clause["id"])


def _clauses(subject: Subject) -> Iterator[tuple[tuple[str, str, int], Mapping[str, Any]]]:
    """Every clause as written, with the way to it; the second key is its source."""
    for sumber, clauses in subject.source.data.get("ketentuan", {}).items():
        for index, clause in enumerate(clauses):
            yield ("ketentuan", sumber, index), clause
