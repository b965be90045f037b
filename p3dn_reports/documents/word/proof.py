"""Proof at check time that every branch of a template makes a whole part, without any data.

A fault that the template as Word saved it has already is Word's own affair and is not told.
"""

from __future__ import annotations

from p3dn_reports.documents.word.dialect import PartSource
from p3dn_reports.documents.word.package import Parts, parse_xml
from p3dn_reports.documents.word.structure import check_part
from p3dn_reports.problems import Location, Problem


def broken_branches(source: PartSource, parts: Parts) -> list[Problem]:
    """What would be wrong with a part in some branch of its template, each kind once."""
    own = {kind_of(found) for found in check_part(source.part, parse_xml(parts[source.part]), parts)}
    found: dict[str, Problem] = {}
    for xml in source.trials():
        for item in check_part(source.part, parse_xml(xml.encode("utf-8")), parts):
            if (kind := kind_of(item)) not in own:
                found.setdefault(kind, item.at(Location(sel=source.title)))
    return list(found.values())


def kind_of(found: Problem) -> str:
    """What is wrong, without the text at which it was found."""
    return f"{found.kode} {found.pesan.partition('«')[0]}"
