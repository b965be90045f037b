"""What a quarter waits for: the days on which documents fall due, and whose move it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from p3dn_reports.desk.recognising import Naskah, naskah_of
from p3dn_reports.desk.revisions import Advice
from p3dn_reports.formatting import daftar_kata, tanggal
from p3dn_reports.pipeline.records import Pengembalian
from p3dn_reports.rules.days_off import HariLibur, UnknownYearError, working_days_until
from p3dn_reports.web.findings import FileFindings, by_file
from p3dn_reports.web.shelf import Edition, Record, View

_ABSENT = "berkas-sumber-tidak-ada"


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day on which documents fall due: how far it is, which kinds, how many, and how many of them are done.

    `terkirim` counts those that are out and still say what the newest edition says; `kerja` tells the working days
    that are left, where they are fewer than the days.
    """

    hari: date
    lagi: int
    judul: tuple[str, ...]
    semua: int
    lengkap: int
    terkirim: int
    kerja: str | None

    @property
    def terlambat(self) -> bool:
        """Whether the day is gone and something is not out."""
        return self.lagi < 0 and self.terkirim < self.semua

    @property
    def kata(self) -> str:
        """`hari lagi`, `hari ini` or `hari yang lalu`, after the number."""
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


def due_days(view: View, edition: Edition, today: date) -> list[DueDay]:
    """The days, the earliest first."""
    standing = {one.naskah for one in view.terkirim if one.anjuran is Advice.TETAP}
    tables = view.titles.rules.hari_libur if view.titles.rules else {}
    days: dict[str, list[Record]] = {}
    for one in edition.hasil["dokumen"]:
        if one["jatuh_tempo"]:
            days.setdefault(one["jatuh_tempo"], []).append(one)
    return [_day(date.fromisoformat(day), found, today, standing, tables) for day, found in sorted(days.items())]


def waited_for(edition: Edition, kembali: Pengembalian | None) -> list[Wait]:
    """What is waited for, what keeps the most documents first; `kembali` says who sends each file."""
    faults = [one for one in edition.problems if one["tingkat"] == "galat"]
    found = [*(_fault(edition, group, kembali) for group in by_file(faults)), *_blanks(edition)]
    return sorted(found, key=lambda one: -one.menahan)


def rests_on_files(edition: Edition) -> bool:
    """Whether anything is waited for from somebody who sends a file."""
    return any(one["tingkat"] == "galat" or one["kode"] == _ABSENT for one in edition.problems)


def held_by(edition: Edition, problem: Record) -> int:
    """How many withheld documents a finding touches."""
    held = (one for one in edition.hasil["dokumen"] if one["status"] == "ditahan")
    return sum(problem["semua_unit"] or one["unit"] is None or one["unit"] in problem["unit"] for one in held)


def _day(
    day: date, documents: list[Record], today: date, standing: Collection[Naskah], tables: Mapping[str, HariLibur]
) -> DueDay:
    return DueDay(
        hari=day,
        lagi=(day - today).days,
        judul=tuple(dict.fromkeys(one["judul"] for one in documents)),
        semua=len(documents),
        lengkap=sum(one["status"] == "lengkap" for one in documents),
        terkirim=sum(naskah_of(one) in standing for one in documents),
        kerja=_working_days(today, day, tables),
    )


def _working_days(today: date, day: date, tables: Mapping[str, HariLibur]) -> str | None:
    """`2 hari kerja lagi; 1 Januari libur`; None where every day left is one."""
    if day <= today:
        return None
    try:
        left, off = working_days_until(today, day, tables)
    except UnknownYearError as error:
        return f"hari libur {error.tahun} belum didaftar pada buku aturan"
    if left == (day - today).days:
        return None
    told = [f"{left} hari kerja lagi", *(f"{tanggal(one.tanggal).rpartition(' ')[0]} libur" for one in off)]
    return "; ".join(told)


def _fault(edition: Edition, group: FileFindings, kembali: Pengembalian | None) -> Wait:
    """One file to be put right; what lies in no file is waited for from whoever owes a file that is not there."""
    cells = [str(one["sel"]) for one in group.temuan if one["sel"]]
    what = f"Perbaikan sel {', '.join(cells[:4])}" if cells else group.temuan[0]["pesan"]
    held = max(held_by(edition, one) for one in group.temuan)
    if group.berkas is None:
        absent = [str(one["nilai"]) for one in edition.problems if one["kode"] == _ABSENT]
        return Wait(_senders(absent, kembali) or "Folder masukan", what, held, None, galat=True)
    sender = _senders([group.berkas], kembali)
    return Wait(sender or group.berkas, f"{what} di {group.berkas}" if sender else what, held, None, galat=True)


def _senders(files: Sequence[str], kembali: Pengembalian | None) -> str:
    """Who sends files, in words; nothing where nobody has said."""
    named = dict.fromkeys(kembali.pengirim_dari(one) for one in files) if kembali else {}
    known = [one for one in named if one]
    return daftar_kata(known) if known else ""


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
