"""The register of clauses: cited places exist in it, and every clause is carried by something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.carriers import carried
from p3dn_reports.rulebook.checks.references import unknown_source
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import suggestion
from p3dn_reports.rules import Citation


def check_places(subject: Subject) -> Iterator[Problem]:
    """Every clause has a name of its own; no citation leads past the places on record for its source.

    They are those of its registered clauses, and those its entry of the law register names (`tempat`). A source that
    has none on record is told once: what is cited of it could not be held against anything.
    """
    yield from _names(subject)
    registered = [Citation(keys[1], tempat) for keys, clause in _clauses(subject) for tempat in clause["tempat"]]
    sources = subject.rulebook.sumber_hukum
    registered += [Citation(name, tempat) for name, one in sources.items() for tempat in one.tempat]
    known = set(registered)
    above = {Citation(place.sumber, tempat) for place in registered for tempat in place.lineage}
    on_record = {place.sumber for place in registered}
    unnamed = set() if set(subject.source.data.get("ketentuan", {})) <= set(sources) else set(sources) - on_record
    for keys, one in ((found.keys, found.kutipan) for found in subject.references if found.kutipan):
        text = str(one)
        here = {Citation(one.sumber, tempat) for tempat in one.lineage}
        asked = one.sumber in sources and one.sumber not in unnamed and bool(one.tempat)
        if asked and one not in above and not here & known:
            if one.sumber not in on_record:
                unnamed.add(one.sumber)
                yield subject.source.problem("aturan-tempat-belum-dicocokkan", keys, nilai=text, sumber=one.sumber)
                continue
            dugaan = suggestion(text, [str(place) for place in registered if place.sumber == one.sumber])
            yield subject.source.problem("aturan-tempat-tidak-ada", keys, nilai=text, dugaan=dugaan)


def check_carried(subject: Subject) -> Iterator[Problem]:
    """A remark for every clause that nothing carries: it is wanting in the rulebook, which works without it."""
    places = {clause["id"]: keys for keys, clause in _clauses(subject)}
    for one in carried(subject.rulebook, subject.references):
        if one.lepas:
            name, nilai = one.ketentuan.id, ", ".join(map(str, one.lepas))
            yield subject.source.problem("aturan-ketentuan-lepas", places[name], nilai=nilai, ketentuan=name)


def check_quoted(subject: Subject) -> Iterator[Problem]:
    """Every clause says something, and what is said to be printed in it is printed in its words."""
    for keys, clause in _clauses(subject):
        name, teks = clause["id"], clause.get("teks")
        if teks is None and "isi" not in clause:
            yield subject.source.problem("aturan-ketentuan-tanpa-kata", keys, nilai=name)
        for field in ("koreksi", "rujukan_keliru"):
            for index, one in enumerate(clause.get(field, ())):
                at = (*keys, field, index, "tercetak")
                if not _printed(one["tercetak"], teks, field):
                    yield subject.source.problem(
                        "aturan-kata-tidak-tercetak", at, nilai=one["tercetak"], ketentuan=name
                    )


def _printed(tercetak: str, teks: str | None, field: str) -> bool:
    """Whether the words stand in the text; a cross-reference as a whole: `Pasal 1` is not printed in `Pasal 12`.

    Of a clause without its words only a cross-reference may be told.
    """
    if field == "koreksi":
        return tercetak in (teks or "")
    return teks is None or re.search(re.escape(tercetak) + r"(?!\w)", teks) is not None


def _names(subject: Subject) -> Iterator[Problem]:
    for sumber in subject.source.data.get("ketentuan", {}):
        yield from unknown_source(subject, ("ketentuan", sumber), sumber, key=True)
    seen: set[str] = set()
    for keys, clause in _clauses(subject):
        if clause["id"] in seen:
            yield subject.source.problem("aturan-butir-ganda", (*keys, "id"), nilai=clause["id"])
        seen.add(clause["id"])
    yield from _former_names(subject, seen)


def _former_names(subject: Subject, used: set[str]) -> Iterator[Problem]:
    """An id that a clause once had names no other clause; several clauses may have come from one."""
    for keys, clause in _clauses(subject):
        for index, name in enumerate(clause.get("dahulu", ())):
            if name in used:
                yield subject.source.problem("aturan-butir-ganda", (*keys, "dahulu", index), nilai=name)


def _clauses(subject: Subject) -> Iterator[tuple[tuple[str, str, int], Mapping[str, Any]]]:
    """Every clause as written, with the way to it; the second key is its source."""
    for sumber, clauses in subject.source.data.get("ketentuan", {}).items():
        for index, clause in enumerate(clauses):
            yield ("ketentuan", sumber, index), clause
