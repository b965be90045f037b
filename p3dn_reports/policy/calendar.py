"""A schedule as an iCalendar file (RFC 5545): one all-day event per activity, the same bytes for the same schedule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from p3dn_reports.policy.schedule import Activity, Schedule

_OCTETS = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def as_ics(schedule: Schedule) -> bytes:
    """The whole calendar."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//p3dn-reports//jadwal//ID",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(f'P3DN {schedule.daerah} {schedule.periode}')}",
    ]
    for activity in schedule.kegiatan:
        lines += _event(schedule, activity)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode("utf-8")


def _event(schedule: Schedule, activity: Activity) -> Iterator[str]:
    one = activity.kegiatan
    yield "BEGIN:VEVENT"
    yield f"UID:{one.id}.{schedule.periode}.{schedule.daerah}@p3dn-reports"
    yield f"DTSTAMP:{_day(schedule.hari)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(one.mulai)}"
    yield f"DTEND;VALUE=DATE:{_day(one.selesai + timedelta(days=1))}"
    yield f"SUMMARY:{_text(one.aktivitas)}"
    yield f"DESCRIPTION:{_text(chr(10).join(_description(activity)))}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(one.aktivitas)}"
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
