"""The duties: the papers whose numbers a report prints beside each are known."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject


def check_duties(subject: Subject) -> Iterator[Problem]:
    """A paper is a document of the rulebook, or one that its documents name."""
    papers = subject.rulebook.naskah
    for key, duty in subject.rulebook.kewajiban.items():
        keys = ("kewajiban", key, "disertai", "naskah")
        yield from subject.unknown_words("naskah", keys, duty.disertai.naskah, papers)
