"""The place of one rule on the page, whichever section it is of: for who shows rules one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from p3dn_reports.policy.overview import figures, law, machinery, papers, verdicts
from p3dn_reports.policy.overview.desk import Desk
from p3dn_reports.policy.overview.markup import Markup
from p3dn_reports.rules.references import Rule, name_of

_ARTICLES: Mapping[str, Callable[[Desk, Any], Markup]] = {
    "parameter": figures.threshold,
    "daftar": figures.list_of_law,
    "pita": figures.scale,
    "putusan": verdicts.verdict,
    "jadwal": papers.activity,
    "kewajiban": papers.duty,
    "penghargaan": papers.award,
    "dokumen": papers.document,
    "tafsir": papers.reading,
    "sumber_hukum": law.source,
    "daerah": law.region,
    "ketentuan": law.word_for_word,
}


def article_of(desk: Desk, rule: Rule) -> Markup:
    """What the page says of a rule. Raises StopIteration for one that is not there."""
    section, name = rule
    record = next(one for key, one in getattr(desk.rules, section).items() if name_of(key) == name)
    told = _ARTICLES.get(section)
    return told(desk, record) if told else machinery.sentences(desk, rule, record)
