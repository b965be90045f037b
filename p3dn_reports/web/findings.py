"""The findings of an edition as Perbaikan shows them: by sender and file, those of one cause together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from p3dn_reports.desk.around import Around
from p3dn_reports.desk.returning import Compared
from p3dn_reports.pipeline.records import Pengembalian
from p3dn_reports.web.shelf import Record
from p3dn_reports.web.tasks import CellOf

LEVELS = {"galat": "Perlu diperbaiki", "benar": "Sudah benar", "peringatan": "Peringatan", "catatan": "Catatan"}
"""The tabs: the weights of a finding, and those of the build before that are there no more."""

STILL, NEW = "masih", "baru"
_DRAWN = 15
"""Findings of a page whose cell is shown in its rows."""
_TOLD, _FEWEST = 40, 5
"""Findings told on one page, shared by its files, and those told of a file at least."""


@dataclass(frozen=True, slots=True)
class FileFindings:
    """What was found in one file; `berkas` is None for what lies in no file."""

    berkas: str | None
    temuan: list[Record] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SenderFindings:
    """The files of one sender; `pengirim` is None where nobody has said whose they are."""

    pengirim: str | None
    berkas: list[FileFindings] = field(default_factory=list)

    @property
    def banyak(self) -> int:
        """How many findings there are."""
        return sum(len(one.temuan) for one in self.berkas)


def by_file(problems: Iterable[Record]) -> list[FileFindings]:
    """The findings by file, the file with the most first; what is in no file last."""
    groups: dict[str | None, FileFindings] = {}
    for one in problems:
        groups.setdefault(one["berkas"], FileFindings(one["berkas"])).temuan.append(one)
    return sorted(groups.values(), key=lambda group: (group.berkas is None, -len(group.temuan), group.berkas or ""))


def by_sender(problems: Iterable[Record], kembali: Pengembalian | None) -> list[SenderFindings]:
    """The same by whoever sends the file; within a file those of one code stand together."""
    groups: dict[str | None, SenderFindings] = {}
    for one in by_file(problems):
        sender = kembali.pengirim_dari(one.berkas) if kembali and one.berkas else None
        groups.setdefault(sender, SenderFindings(sender)).berkas.append(FileFindings(one.berkas, _by_code(one.temuan)))
    return sorted(groups.values(), key=lambda group: (group.pengirim is None, -group.banyak))


def most_of_each(senders: Sequence[SenderFindings]) -> int:
    """How many findings of each file a page tells; all of them are in its table."""
    return max(_FEWEST, _TOLD // max(1, sum(len(one.berkas) for one in senders)))


def counts(problems: Iterable[Record], compared: Compared | None) -> dict[str, int]:
    """How many there are on each tab."""
    found = Counter(one["tingkat"] for one in problems)
    return {level: found[level] for level in LEVELS} | {"benar": len(compared.benar) if compared else 0}


def states(compared: Compared | None) -> dict[str, str]:
    """By the key of a finding whether it was there in the build before; empty where there is none."""
    if compared is None:
        return {}
    return {one["kunci"]: STILL for one in compared.masih} | {one["kunci"]: NEW for one in compared.baru}


def cell_of(one: Record) -> CellOf | None:
    """The first cell of a finding, where it has one in a file."""
    return (one["berkas"], one["lembar"], one["sel"], one["kolom"]) if one["berkas"] and one["sel"] else None


def drawn(problems: Sequence[Record], changed: Iterable[str]) -> tuple[CellOf, ...]:
    """The cells to be shown in their rows: of files that are still those of the edition."""
    gone = set(changed)
    cells = (cell_of(one) for one in problems if one["berkas"] not in gone)
    return tuple(dict.fromkeys(one for one in cells if one))[:_DRAWN]


def in_rows(problems: Iterable[Record], found: Mapping[CellOf, Around]) -> dict[str, Around]:
    """By the key of a finding the rows around its cell."""
    cells = {one["kunci"]: cell_of(one) for one in problems}
    return {kunci: found[cell] for kunci, cell in cells.items() if cell and cell in found}


def _by_code(problems: Sequence[Record]) -> list[Record]:
    order = list(dict.fromkeys(one["kode"] for one in problems))
    return sorted(problems, key=lambda one: order.index(one["kode"]))
