"""What a quarter waits for: the days on which documents fall due, and whose move it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from p3dn_reports.web.findings import FileFindings, by_file
from p3dn_reports.web.shelf import Edition, Record


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day on which documents fall due: how far it is, which kinds, how many, how many of them are complete."""

    hari: date
    lagi: int
    judul: tuple[str, ...]
    semua: int
    lengkap: int

    @property
    def kata(self) -> str:
        """`hari lagi`, `hari ini` or `hari terlambat`, after the number."""
        if self.lagi == 0:
            return "hari ini"
        return "hari lagi" if self.lagi > 0 else "hari yang lalu"


@dataclass(frozen=True, slots=True)
class Wait:
    """Something waited for: from whom, what, what it keeps, by when."""

    dari: str
    apa: str
    menahan: int
    batas: str | None
    galat: bool


def due_days(edition: Edition, today: date) -> list[DueDay]:
    """The days, the earliest first."""
    days: dict[str, list[Record]] = {}
    for one in edition.hasil["dokumen"]:
        if one["jatuh_tempo"]:
            days.setdefault(one["jatuh_tempo"], []).append(one)
    return [_day(date.fromisoformat(day), documents, today) for day, documents in sorted(days.items())]


def waited_for(edition: Edition) -> list[Wait]:
    """What is waited for, what keeps the most documents first."""
    faults = [one for one in edition.problems if one["tingkat"] == "galat"]
    found = [*(_fault(edition, group) for group in by_file(faults)), *_blanks(edition)]
    return sorted(found, key=lambda one: -one.menahan)


def held_by(edition: Edition, problem: Record) -> int:
    """How many withheld documents a finding touches."""
    held = (one for one in edition.hasil["dokumen"] if one["status"] == "ditahan")
    return sum(problem["semua_unit"] or one["unit"] is None or one["unit"] in problem["unit"] for one in held)


def _day(day: date, documents: list[Record], today: date) -> DueDay:
    titles = tuple(dict.fromkeys(one["judul"] for one in documents))
    complete = sum(one["status"] == "lengkap" for one in documents)
    return DueDay(day, (day - today).days, titles, len(documents), complete)


def _fault(edition: Edition, group: FileFindings) -> Wait:
    cells = [str(one["sel"]) for one in group.temuan if one["sel"]]
    what = f"Perbaikan sel {', '.join(cells[:4])}" if cells else group.temuan[0]["pesan"]
    held = max(held_by(edition, one) for one in group.temuan)
    return Wait(group.berkas or "Folder masukan", what, held, None, galat=True)


def _blanks(edition: Edition) -> Iterator[Wait]:
    """Whoever has a document in draft, with what it lacks."""
    owners: dict[str, list[Record]] = {}
    for one in edition.hasil["dokumen"]:
        if one["status"] == "konsep":
            owners.setdefault(one["nama_unit"] or "Anda", []).append(one)
    for owner, documents in owners.items():
        reasons = dict.fromkeys(reason for one in documents for reason in one["sebab"])
        days = [one["jatuh_tempo"] for one in documents if one["jatuh_tempo"]]
        yield Wait(owner, "; ".join(reasons), len(documents), min(days, default=None), galat=False)
