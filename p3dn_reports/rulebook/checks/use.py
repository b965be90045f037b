"""What stands in the rulebook and does nothing: names nobody uses, values no region applies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys
from p3dn_reports.rules import Dated
from p3dn_reports.rules.references import name_of, targets

_ASKED = ("parameter", "daftar", "syarat", "ukuran", "target", "pita", "pilihan", "tafsir", "kolom_turunan")


def check_use(subject: Subject) -> Iterator[Problem]:
    """Remarks, never errors: a rulebook under construction may hold what is used later."""
    rules = subject.rulebook
    used = {target for one in subject.references for target in targets(rules, one)}
    used |= {("daftar", daftar.id) for daftar in rules.daftar.values() if daftar.acuan}
    for section in _ASKED:
        for key in getattr(rules, section):
            if (section, name_of(key)) not in used:
                yield _unused(subject, section, key)
    yield from _never_in_force(subject)
    yield from _never_applied(subject)


def _never_applied(subject: Subject) -> Iterator[Problem]:
    """Instruments that speak of a period and that no region applies."""
    regions = subject.rulebook.daerah.values()
    applied = {name for daerah in regions for name in subject.rulebook.diterapkan(daerah)}
    for name, source in subject.rulebook.sumber_hukum.items():
        if source.untuk is not None and name not in applied:
            nilai = f"{name} ({source.untuk})"
            yield subject.source.problem(
                "aturan-instrumen-tidak-diterapkan", ("sumber_hukum", name), key=True, nilai=nilai
            )


def _unused(subject: Subject, section: str, key: str | tuple[str, ...]) -> Problem:
    keys = (section, *key) if isinstance(key, tuple) else (section, key)
    jenis = section.replace("_", " ")
    return subject.source.problem("aturan-tidak-dipakai", keys, key=True, nilai=keys[-1], jenis=jenis)


def _never_in_force(subject: Subject) -> Iterator[Problem]:
    applied = {sumber for one in subject.rulebook.daerah.values() for sumber in subject.rulebook.diterapkan(one)}
    for section in ("parameter", "daftar"):
        for key, item in getattr(subject.rulebook, section).items():
            for index, dated in enumerate(item.nilai):
                if unapplied := _unapplied(dated, applied):
                    keys: Keys = (section, key, "nilai", index)
                    yield subject.source.problem("aturan-tidak-pernah-berlaku", keys, nilai=unapplied)
    for key, putusan in subject.rulebook.putusan.items():
        for index, versi in enumerate(putusan.versi):
            if unapplied := _unapplied(versi, applied):
                at_version: Keys = ("putusan", key, "versi", index)
                yield subject.source.problem("aturan-tidak-pernah-berlaku", at_version, nilai=unapplied)


def _unapplied(dated: Dated[Any], applied: set[str]) -> str | None:
    """The sources a value rests on, where no region applies any of them."""
    sources = list(dict.fromkeys(citation.sumber for citation in dated.dasar))
    return None if applied.intersection(sources) else " atau ".join(sources)
