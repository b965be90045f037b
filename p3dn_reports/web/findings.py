"""The findings of an edition as Perbaikan shows them: by the file they stand in, those of one cause together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from p3dn_reports.web.shelf import Record

LEVELS = {"galat": "Perlu diperbaiki", "peringatan": "Peringatan", "catatan": "Catatan"}
"""The tabs, by the weight of a finding."""


@dataclass(frozen=True, slots=True)
class FileFindings:
    """What was found in one file; `berkas` is None for what lies in no file."""

    berkas: str | None
    temuan: list[Record] = field(default_factory=list)


def by_file(problems: Iterable[Record]) -> list[FileFindings]:
    """The findings by file, the file with the most first; what is in no file last."""
    groups: dict[str | None, FileFindings] = {}
    for one in problems:
        groups.setdefault(one["berkas"], FileFindings(one["berkas"])).temuan.append(one)
    return sorted(groups.values(), key=lambda group: (group.berkas is None, -len(group.temuan), group.berkas or ""))


def counts(problems: Iterable[Record]) -> dict[str, int]:
    """How many there are of each weight."""
    found = Counter(one["tingkat"] for one in problems)
    return {level: found[level] for level in LEVELS}
