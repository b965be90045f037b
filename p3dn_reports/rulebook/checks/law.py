"""Instruments that continue others, and the regions: a code of their own, options that there are."""

from __future__ import annotations

from collections.abc import Iterator

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rules.continuing import ancestors


def check_law(subject: Subject) -> Iterator[Problem]:
    """No instrument continues itself; every region has a code of its own and chooses among the options there are."""
    yield from _continued(subject)
    seen: dict[str, str] = {}
    for key, daerah in subject.rulebook.daerah.items():
        if daerah.kd_klpd in seen:
            yield subject.source.problem(
                "aturan-kd-klpd-ganda", ("daerah", key, "kd_klpd"), nilai=daerah.kd_klpd, lain=seen[daerah.kd_klpd]
            )
        seen.setdefault(daerah.kd_klpd, key)
        yield from _region_choices(subject, key)


def _continued(subject: Subject) -> Iterator[Problem]:
    register = subject.rulebook.sumber_hukum
    for key, source in register.items():
        earlier = ancestors(register, key)
        at, listed = ("sumber_hukum", key), ", ".join(earlier) or "-"
        if any(key in register[one].melanjutkan for one in (key, *earlier)):
            yield subject.source.problem("aturan-melanjutkan-melingkar", (*at, "melanjutkan"), nilai=key)
        for index, cited in enumerate(source.kecuali):
            if cited.sumber not in earlier:
                place, said = (*at, "kecuali", index), str(cited)
                yield subject.source.problem("aturan-kecuali-lain", place, nilai=said, diharapkan=listed)


def _region_choices(subject: Subject, key: str) -> Iterator[Problem]:
    rules = subject.rulebook
    for pilihan, opsi in rules.daerah[key].pilihan.items():
        keys = ("daerah", key, "pilihan", pilihan)
        if pilihan in rules.pilihan:
            yield from subject.unknown("opsi", keys, opsi, rules.pilihan[pilihan].opsi)
