"""The packets for units that have not answered yet: a workbook to fill in, its message as text and as mail, a calendar.

Nothing is sent. The same inputs give the same bytes; a file that somebody has edited is never written over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from p3dn_reports.desk import events
from p3dn_reports.desk.events import Event, Log
from p3dn_reports.desk.lock import held
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.requests import Asked, Figure, Keadaan, Requests
from p3dn_reports.formatting import daftar_kata, hari_tanggal, nilai_bersatuan, tanggal
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.inputs.workbook.fill_in import Purpose, fill_in
from p3dn_reports.outputs import disk
from p3dn_reports.outputs.names import safe_path
from p3dn_reports.policy.calendar import Entry, calendar
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import TableSchema

CALENDAR = "jatuh-tempo.ics"
_XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Written:
    """The packets by unit: the files of each. `problems` name those that somebody has edited, which are left alone."""

    berkas: dict[str, tuple[Path, ...]]
    kalender: Path | None
    problems: tuple[Problem, ...]


def write(desk: Desk, petugas: Petugas, found: Requests, unit: Collection[str] | None = None) -> Written:
    """Lay the packets in outputs/permintaan, of the chosen units (None: of all) that have not answered.

    What lies there already stays, what somebody has edited is told. Raises ProblemsError where the disk refuses, or
    another holds the folder.
    """
    waiting = owing(found)
    chosen = [one for one in waiting if unit is None or one.kode in unit]
    if not chosen:
        return Written({}, None, ())
    schemas, files, problems = load_schemas(desk.workspace.schemas), dict[str, tuple[Path, ...]](), list[Problem]()
    with held(desk):
        log = events.read(desk)
        for one in chosen:
            content = packet(found, one, schemas)
            if edited := sorted(_edited(desk.permintaan, content, log)):
                problems += [problem("permintaan-disunting", Location(berkas=name), nilai=name) for name in edited]
                continue
            files[one.kode] = tuple(_lay(desk.permintaan / name, data) for name, data in content.items())
            _tell(desk, petugas, log, one, content)
        kalender = _lay(desk.permintaan / CALENDAR, due_dates(found))
    return Written(files, kalender, (*log.problems, *problems))


def owing(found: Requests) -> list[Asked]:
    """Those that have been asked and have not answered."""
    return [one for one in found.unit if one.keadaan is Keadaan.BELUM]


def laid(log: Log, kode: str) -> tuple[str, ...]:
    """The names of the files of a unit's last packet."""
    return tuple(_last(log.of("permintaan"), kode))


def packet(found: Requests, one: Asked, schemas: Mapping[str, TableSchema]) -> dict[str, bytes]:
    """The files for one unit by name. The workbook holds only the tables the unit has no row in yet."""
    stem = safe_path(f"{one.kode} {one.nama}.xlsx".replace("/", "-")).removesuffix(".xlsx")
    book, text = _workbook(found, one, schemas), _message(found, one, f"{stem}.xlsx")
    mail = _mail(found, one, text, f"{stem}.xlsx", book)
    return {f"{stem}.xlsx": book, f"{stem}.txt": text.encode(), f"{stem}.eml": mail}


def addresses(pos_el: str | None) -> list[str]:
    """The addresses that a cell holds; none where any of it is not one."""
    parts = re.split(r"[;,\s]+", pos_el or "")
    return parts if all(_ADDRESS.fullmatch(part) for part in parts) else []


def due_dates(found: Requests) -> bytes:
    """The calendar: for every day on which answers are still due, whose."""
    by_day: dict[date, list[str]] = {}
    for one in owing(found):
        if one.jatuh_tempo:
            by_day.setdefault(one.jatuh_tempo, []).append(f"{one.nama} ({one.kode})")
    entries = [
        Entry(
            f"permintaan.{day:%Y%m%d}.{found.periode}.{found.daerah_id}",
            day,
            day,
            f"Batas jawaban {len(names)} satuan kerja yang menjelaskan capaian",
            tuple(names),
        )
        for day, names in sorted(by_day.items())
    ]
    return calendar(f"Permintaan penjelasan {found.daerah_id} {found.periode}", found.data_per, entries)


def _workbook(found: Requests, one: Asked, schemas: Mapping[str, TableSchema]) -> bytes:
    purpose = Purpose(
        lines=tuple(_told(found, one)),
        begun={name: [{"kode_satker": one.kode}] for name in one.kurang},
        afterwards=f"kirim kembali kepada {found.kepada}",
    )
    stream = BytesIO()
    codes = {("satker", "kode_satker"): [one.kode]}
    fill_in(stream, [schemas[name] for name in one.kurang], codes, purpose)
    return stream.getvalue()


def _told(found: Requests, one: Asked) -> Iterator[str]:
    """What is asked, line by line, as the workbook and the message say it."""
    yield f"Satuan kerja: {one.nama} (kode {one.kode})"
    yield f"Diminta untuk: {daftar_kata(one.naskah)}, data sampai dengan {tanggal(found.data_per)}"
    for figure in one.angka:
        yield from _figure(figure)
    yield from ([f"Jatuh tempo: {hari_tanggal(one.jatuh_tempo)}"] if one.jatuh_tempo else [])


def _figure(one: Figure) -> Iterator[str]:
    yield f"{one.judul}: {one.tampil}{f' ({one.pita})' if one.pita else ''}"
    if one.kekurangan:
        yield f"Kekurangan sampai batas terendah: {nilai_bersatuan(one.kekurangan, one.satuan)}"
    if one.kelebihan:
        yield f"Kelebihan di atas batas tertinggi: {nilai_bersatuan(one.kelebihan, one.satuan)}"


def _message(found: Requests, one: Asked, book: str) -> str:
    until = f" paling lambat {hari_tanggal(one.jatuh_tempo)}" if one.jatuh_tempo else ""
    return "\n".join(
        (
            f"Yth. {one.jabatan or f'Pimpinan {one.nama}'}",
            "",
            *_told(found, one),
            "",
            f"Mohon mengisi {daftar_kata(one.kurang)} pada buku kerja terlampir ({book}), lalu mengirimkannya kembali "
            f"kepada {found.kepada}{until}. Kode satuan kerja pada buku kerja itu sudah terisi.",
            "",
            f"Dasar: {'; '.join(one.dasar)}.",
            "",
        )
    )


def _mail(found: Requests, one: Asked, text: str, name: str, book: bytes) -> bytes:
    """A draft that a mail program opens ready to be sent; without an address where none is known."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = " ".join(f"Permintaan penjelasan capaian {one.nama}, {found.periode}".split())
    if to := addresses(one.pos_el):
        mail["To"] = ", ".join(to)
    mail["X-Unsent"] = "1"
    mail.set_content(text, cte="base64")
    mail.add_attachment(book, *_XLSX, filename=name)
    mail.set_boundary(f"p3dn-{_sha(book)[:32]}")
    return mail.as_bytes()


def _edited(folder: Path, content: dict[str, bytes], log: Log) -> Iterator[str]:
    """The names of files that lie there and are neither this nor anything that was laid there before."""
    known = {sha for event in log.of("permintaan") for sha in _laid(event).values()}
    for name, data in content.items():
        path = folder / name
        with disk.explained(path):
            there = path.read_bytes() if path.is_file() else data
        if there != data and _sha(there) not in known:
            yield name


def _lay(path: Path, data: bytes) -> Path:
    if not disk.holds(path, data):
        disk.check_length(path)
        disk.replace_file(path, data)
    return path


def _tell(desk: Desk, petugas: Petugas, log: Log, one: Asked, content: dict[str, bytes]) -> None:
    """Keep what was laid for a unit, once."""
    paket = {name: _sha(data) for name, data in content.items()}
    if _last(log.of("permintaan"), one.kode) != paket:
        events.write(desk, petugas, "permintaan", unit=one.kode, paket=paket)


def _last(asked_before: Iterable[Event], kode: str) -> dict[str, str]:
    laid = [_laid(event) for event in asked_before if event.text("unit") == kode]
    return laid[-1] if laid else {}


def _laid(event: Event) -> dict[str, str]:
    paket = event.data.get("paket")
    return paket if isinstance(paket, dict) else {}


def _sha(data: bytes) -> str:
    return sha256(data).hexdigest()
