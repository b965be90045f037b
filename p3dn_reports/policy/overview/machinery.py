"""The rest of the rulebook, rule by rule in sentences: what is added up, compared and computed."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.policy.overview.blocks import article
from p3dn_reports.policy.overview.desk import Desk
from p3dn_reports.policy.overview.markup import Markup, items, joined, tag
from p3dn_reports.rulebook.prose import SECTIONS
from p3dn_reports.rulebook.prose.words import title
from p3dn_reports.rules.references import Rule, name_of, references_in

SHOWN_ELSEWHERE = frozenset({
    "sumber_hukum", "daerah", "parameter", "daftar", "pita", "putusan", "jadwal", "kewajiban", "penghargaan", "dokumen",
    "tafsir", "ketentuan",
})  # fmt: skip


def machinery(desk: Desk) -> Iterator[Markup]:
    """Section after section, each folded until it is wanted."""
    for section in SECTIONS:
        records = getattr(desk.rules, section)
        if section not in SHOWN_ELSEWHERE and records:
            told = [sentences(desk, (section, name_of(key)), record) for key, record in records.items()]
            head = tag("summary", f"{section.replace('_', ' ')} ({len(told)})")
            yield tag("details", head, *told)


def sentences(desk: Desk, rule: Rule, record: object) -> Markup:
    """A rule in its sentences."""
    cited = dict.fromkeys(one.kutipan for one in references_in(rule, record) if one.kutipan)
    told = items(SECTIONS[rule[0]](desk.rules, desk.schemas, record))
    places = tag("p", "Dasar: ", joined(*map(desk.place, cited), between="; ")) if cited else None
    return article(rule, title(desk.rules, record), told, places, desk.users(rule))
