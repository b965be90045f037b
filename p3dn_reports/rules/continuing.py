"""Instruments that continue others from one quarter to the next: whose clauses hold through whom, and their schedule.

An instrument that continues another (`melanjutkan`) carries the other's clauses into its own time and quarter: what
rests on them holds there, cited as what it is, unless the instrument says otherwise or leaves the clause out.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from p3dn_reports.formatting import tanggal, triwulan
from p3dn_reports.rules.law import Citation, Kegiatan, SumberHukum
from p3dn_reports.vocabulary import Periode

Register = Mapping[str, SumberHukum]

_BULAN = tuple(tanggal(date(2024, month, 1)).split()[1] for month in range(1, 13))
_FROM_THE_END = 28
"""A day after this one is counted from the end of its month: 31 December is the last day, as 30 June is."""


def successors(register: Register) -> dict[str, tuple[str, ...]]:
    """For each source that is continued, every instrument that continues it, itself or through others."""
    found: dict[str, tuple[str, ...]] = {}
    for key in register:
        for earlier in ancestors(register, key):
            found[earlier] = (*found.get(earlier, ()), key)
    return found


def ancestors(register: Register, key: str) -> tuple[str, ...]:
    """What an instrument continues, itself or through others, the nearest first; a circle ends where it closes."""
    found: list[str] = []
    waiting = list(register[key].melanjutkan)
    while waiting:
        one = waiting.pop(0)
        if one != key and one not in found and one in register:
            found.append(one)
            waiting += register[one].melanjutkan
    return tuple(found)


def left_out(register: Register, key: str, citation: Citation) -> bool:
    """Whether an instrument, or one between it and the cited source, does not continue the cited clause."""
    line = [one for one in (key, *ancestors(register, key)) if citation.sumber in ancestors(register, one)]
    within = {Citation(citation.sumber, tempat) for tempat in citation.lineage}
    return any(not within.isdisjoint(register[one].kecuali) for one in line)


def in_quarter(kegiatan: Kegiatan, old: Periode, new: Periode) -> Kegiatan:
    """An activity of one quarter's schedule as it falls in another quarter, its words with it."""
    mulai, selesai = (_moved(day, old, new) for day in (kegiatan.mulai, kegiatan.selesai))
    return replace(
        kegiatan,
        mulai=mulai,
        selesai=selesai,
        waktu=_waktu(kegiatan, mulai, selesai, old, new),
        aktivitas=in_words_of(kegiatan.aktivitas, old, new),
        pelaksana=in_words_of(kegiatan.pelaksana, old, new),
    )


def _moved(day: date, old: Periode, new: Periode) -> date:
    """The same day of the month as far from the quarter's end; late days by their distance to the month's end."""
    months = 12 * (new.akhir.year - old.akhir.year) + new.akhir.month - old.akhir.month
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    last, before = calendar.monthrange(year, month + 1)[1], calendar.monthrange(day.year, day.month)[1]
    number = day.day if day.day <= _FROM_THE_END else last - (before - day.day)
    return date(year, month + 1, number)


def _waktu(kegiatan: Kegiatan, mulai: date, selesai: date, old: Periode, new: Periode) -> str:
    """The time as printed: a day or span is that of the new dates, other words change their month."""
    first, last = tanggal(mulai), tanggal(selesai)
    if kegiatan.waktu == tanggal(kegiatan.selesai) and mulai == selesai:
        return first
    if re.fullmatch(r"\d+\s*[–-]\s*\d+ \w+ \d{4}", kegiatan.waktu):
        start = str(mulai.day) if mulai.month == selesai.month else first
        return last if mulai == selesai else f"{start}–{last}"
    return in_words_of(kegiatan.waktu, old, new)


def in_words_of(text: str, old: Periode, new: Periode) -> str:
    """A text of one quarter's instrument as it reads for another: its quarter, its year, its months."""
    shift = 3 * ((new.triwulan or 4) - (old.triwulan or 4))
    words = {f"Tahun Anggaran {old.tahun}": f"Tahun Anggaran {new.tahun}"}
    if old.triwulan and new.triwulan:
        words[triwulan(old.triwulan)] = triwulan(new.triwulan)
    for index, name in enumerate(_BULAN):
        words[name] = _BULAN[(index + shift) % 12]
    pattern = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.sub(rf"\b(?:{pattern})\b", lambda found: words[found[0]], text)
