"""The regions: a code of their own, options that there are."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject


def check_law(subject: Subject) -> Iterator[Problem]:
    """Every region has a code of its own and chooses among the options there are."""
    seen: dict[str, str] = {}
    for key, daerah in subject.rulebook.daerah.items():
        if daerah.kd_klpd in seen:
            yield subject.source.problem(
                "aturan-kd-klpd-ganda", ("daerah", key, "kd_klpd"), nilai=daerah.kd_klpd, lain=seen[daerah.kd_klpd]
            )
        seen.setdefault(daerah.kd_klpd, key)
        yield from _region_choices(subject, key)


def _region_choices(subject: Subject, key: str) -> Iterator[Problem]:
    rules = subject.rulebook
    for pilihan, opsi in rules.daerah[key].pilihan.items():
        keys = ("daerah", key, "pilihan", pilihan)
        if pilihan in rules.pilihan:
            yield from subject.unknown("opsi", keys, opsi, rules.pilihan[pilihan].opsi)
