"""A schedule as an iCalendar file (RFC 5545): one all-day event per activity, the same bytes for the same schedule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from p3dn_reports.policy.schedule import Activity, Schedule

_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Entry:
    """One all-day event; `id` tells it from every other, so that a calendar that is read again moves it."""

    id: str
    mulai: date
    selesai: date
    judul: str
    keterangan: tuple[str, ...]


def as_ics(schedule: Schedule) -> bytes:
    """The whole calendar."""
    name = f"{schedule.daerah} {schedule.periode}"
    return calendar(f"P3DN {name}", schedule.hari, [_entry(schedule, activity) for activity in schedule.kegiatan])


def calendar(nama: str, hari: date, entries: Iterable[Entry]) -> bytes:
    """A calendar of this name as it stands on `hari`."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//p3dn-reports//jadwal//ID",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(nama)}",
    ]
    for entry in entries:
        lines += _event(entry, hari)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode("utf-8")


def _entry(schedule: Schedule, activity: Activity) -> Entry:
    one = activity.kegiatan
    uid = f"{one.id}.{schedule.periode}.{schedule.daerah}"
    return Entry(uid, one.mulai, one.selesai, one.aktivitas, tuple(_description(activity)))


def _event(one: Entry, hari: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.id}@p3dn-reports"
    yield f"DTSTAMP:{_day(hari)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(one.mulai)}"
    yield f"DTEND;VALUE=DATE:{_day(one.selesai + timedelta(days=1))}"
    yield f"SUMMARY:{_text(one.judul)}"
    yield f"DESCRIPTION:{_text(chr(10).join(one.keterangan))}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(one.judul)}"
    yield "TRIGGER:-P1D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _description(activity: Activity) -> Iterator[str]:
    yield f"Waktu: {activity.kegiatan.waktu}"
    yield f"Pelaksana: {activity.kegiatan.pelaksana}"
    documents = Counter(document.judul for document in activity.dokumen)
    yield from (f"Naskah: {judul} ({banyak})" for judul, banyak in documents.items())
    yield from (f"Dasar: {words}" for words in activity.ketentuan)


def _text(text: str) -> str:
    return text.translate(_ESCAPES)


def _day(day: date) -> str:
    return day.strftime("%Y%m%d")


def _folded(line: str) -> str:
    """No line above 75 octets; a letter is never cut in two."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if size + octets > _OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += octets
    return "\r\n".join(parts)
