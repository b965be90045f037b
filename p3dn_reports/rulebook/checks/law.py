"""Citations, the law register, and the regions that apply it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys, suggestion


def check_law(subject: Subject) -> Iterator[Problem]:
    """Every citation names a source of the register; every region's choices and code are sound."""
    yield from _citations(subject)
    yield from _regions(subject)


def _citations(subject: Subject) -> Iterator[Problem]:
    for keys, text in cited(subject.source.data, ()):
        yield from unknown_source(subject, keys, text.partition("/")[0])
    for key, dokumen in subject.rulebook.dokumen.items():
        for name in ("mengingat", "memperhatikan"):
            for index, sumber in enumerate(getattr(dokumen, name)):
                yield from unknown_source(subject, ("dokumen", key, name, index), sumber)


def cited(node: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """All citations below `keys`. An approval's `dasar` is a document's number and no citation."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from cited(item, (*keys, index))
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "dasar" and isinstance(value, list):
                yield from (((*keys, key, index), text) for index, text in enumerate(value))
            elif (key == "dasar" and keys[:1] == ("tak_terkodekan",)) or (key == "dibaca" and "rujukan_keliru" in keys):
                yield (*keys, key), value
            else:
                yield from cited(value, (*keys, key))


def _regions(subject: Subject) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for key, daerah in subject.rulebook.daerah.items():
        for index, sumber in enumerate(daerah.menerapkan):
            yield from unknown_source(subject, ("daerah", key, "menerapkan", index), sumber)
        if daerah.kd_klpd in seen:
            yield subject.source.problem(
                "aturan-kd-klpd-ganda", ("daerah", key, "kd_klpd"), nilai=daerah.kd_klpd, lain=seen[daerah.kd_klpd]
            )
        seen.setdefault(daerah.kd_klpd, key)
        yield from _region_choices(subject, key)
        yield from subject.unknown_words("tafsir", ("daerah", key, "tafsir"), daerah.tafsir, subject.rulebook.tafsir)


def _region_choices(subject: Subject, key: str) -> Iterator[Problem]:
    rules = subject.rulebook
    for pilihan, opsi in rules.daerah[key].pilihan.items():
        keys = ("daerah", key, "pilihan", pilihan)
        yield from subject.unknown("pilihan", keys, pilihan, rules.pilihan)
        if pilihan in rules.pilihan:
            yield from subject.unknown("opsi", keys, opsi, rules.pilihan[pilihan].opsi)


def unknown_source(subject: Subject, keys: Keys, sumber: str, *, key: bool = False) -> Iterator[Problem]:
    """A problem where `sumber` at `keys` (or at the key itself) is not in the law register."""
    known = subject.rulebook.sumber_hukum
    if sumber not in known:
        dugaan = suggestion(sumber, known)
        yield subject.source.problem("aturan-sumber-tidak-ada", keys, key=key, nilai=sumber, dugaan=dugaan)
