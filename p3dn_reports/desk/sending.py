"""What has left the desk: marked by a person, frozen as it was, its number and date laid among the inputs.

mark(desk, petugas, naskah, ...)   freeze a document and keep that it was sent or signed
standing(log)                      what is out, by document: the last word on each
withdraw(desk, petugas, log, ...)  keep that a sent document was withdrawn
take_back(desk, petugas, log, ...) undo one of these, made in error
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from p3dn_reports.desk import events
from p3dn_reports.desk.editions import SENT, Edition, editions, label_for
from p3dn_reports.desk.events import Event, Log
from p3dn_reports.desk.filling import Value
from p3dn_reports.desk.frozen import freeze
from p3dn_reports.desk.letters import Letters, letters, made_record, path_of
from p3dn_reports.desk.numbering import Numbered, lay_numbers
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.recognising import Naskah
from p3dn_reports.documents.word.fingerprint import fingerprint
from p3dn_reports.errors import UsageError

MARKS = (*SENT, "dicabut", "pengingat")
"""The kinds of event that only say what people did, so that undoing one changes no file."""

_PDF, _LARGEST_PDF = b"%PDF-", 50 << 20
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Dispatch:
    """How a document left: `jenis` is terkirim or ditandatangani, `lewat` the channel, number and date the office's.

    `pdf` is the signed PDF, `isi` the very document that left, where it came back; else what counts here left. Of what
    is None nothing is written.
    """

    jenis: str = "terkirim"
    lewat: str | None = None
    nomor: str | None = None
    tanggal: date | None = None
    pdf: bytes | None = None
    catatan: str | None = None
    isi: bytes | None = None

    @property
    def numbers(self) -> dict[str, Value]:
        """What table `naskah` is to say of it."""
        given: dict[str, Value] = {"nomor": self.nomor, "tanggal": self.tanggal}
        return {name: value for name, value in given.items() if value is not None}


@dataclass(frozen=True, slots=True)
class _Leaving:
    """A document about to leave, everything about it looked at."""

    naskah: Naskah
    record: Mapping[str, Any]
    content: bytes
    disunting: bool
    dispatch: Dispatch


def mark(desk: Desk, petugas: Petugas, naskah: Naskah, dispatch: Dispatch, susunan: str | None = None) -> Event:
    """As `mark_all`, of one document."""
    return mark_all(desk, petugas, {naskah: dispatch}, susunan)[0]


def mark_all(
    desk: Desk, petugas: Petugas, dispatches: Mapping[Naskah, Dispatch], susunan: str | None = None
) -> list[Event]:
    """Keep that documents were sent or signed: of the newest build, or of the one whose digest begins with `susunan`.

    The working copy goes where one counts. Numbers and dates are laid into table `naskah`, so that later builds print
    them. Nothing is written where one of them cannot be: raises UsageError for a document that is not made, still a
    draft, or marked so already, and where another file says another number; ProblemsError where an edit waits for a
    choice or the disk refuses.
    """
    log = events.read(desk)
    found = editions(desk, log)
    edition = _edition(found, susunan)
    there, out = letters(desk, found, log), standing(log)
    leaving = [_looked_at(naskah, one, edition, there, out) for naskah, one in dispatches.items()]
    lay_numbers(desk, petugas, [Numbered(one.naskah, one.record, one.dispatch.numbers) for one in leaving])
    label = label_for(edition.susunan, log)
    return [_kept(desk, petugas, one, edition.susunan, label, out.get(one.naskah)) for one in leaving]


def _looked_at(
    naskah: Naskah, dispatch: Dispatch, edition: Edition, there: Letters, out: Mapping[Naskah, Event]
) -> _Leaving:
    _check(dispatch)
    record = made_record(edition, naskah)
    content, edited = _what_left(edition, naskah, dispatch, there)
    if record["status"] == "konsep" and not edited:
        raise UsageError(f"{record['judul']} untuk {naskah[1]} masih konsep: {_why(record)}. Lengkapi dahulu.")
    before = out.get(naskah)
    if before and before.data["isi"] == fingerprint(content) and before.jenis == dispatch.jenis:
        raise UsageError(f"{record['judul']} untuk {naskah[1]} sudah ditandai {dispatch.jenis} pada {_when(before)}.")
    return _Leaving(naskah, record, content, edited, dispatch)


def _what_left(edition: Edition, naskah: Naskah, dispatch: Dispatch, there: Letters) -> tuple[bytes, bool]:
    """The bytes of a document that left, and whether they are a person's edit."""
    if dispatch.isi is not None:
        return dispatch.isi, fingerprint(dispatch.isi) != made_record(edition, naskah).get("isi")
    path, edited = path_of(edition, naskah, there)
    return path.read_bytes(), edited


def _kept(desk: Desk, petugas: Petugas, one: _Leaving, susunan: str, label: str, before: Event | None) -> Event:
    dispatch, isi = one.dispatch, fingerprint(one.content)
    event = events.write(
        desk,
        petugas,
        dispatch.jenis,
        naskah=list(one.naskah),
        susunan=susunan,
        edisi=label,
        isi=isi,
        beku=freeze(desk, one.content, "docx"),
        pdf=freeze(desk, dispatch.pdf, "pdf") if dispatch.pdf else None,
        disunting=one.disunting or None,
        lewat=dispatch.lewat,
        nomor=dispatch.nomor,
        tanggal=dispatch.tanggal.isoformat() if dispatch.tanggal else None,
        catatan=dispatch.catatan,
    )
    if before and before.data["isi"] != isi:
        events.write(desk, petugas, "diganti", naskah=list(one.naskah), atas=before.nama)
    return event


def standing(log: Log) -> dict[Naskah, Event]:
    """By document the last event that sent or signed it, where that was not withdrawn since."""
    out: dict[Naskah, Event] = {}
    for one in log.of(*SENT, "dicabut"):
        naskah = one.naskah[0], one.naskah[1]
        if one.jenis in SENT:
            out[naskah] = one
        elif naskah in out and out[naskah].nama == one.data["atas"]:
            del out[naskah]
    return out


def withdraw(desk: Desk, petugas: Petugas, log: Log, naskah: Naskah, catatan: str | None = None) -> Event:
    """Keep that a sent document was withdrawn. Raises UsageError for one that is not out."""
    before = standing(log).get(naskah)
    if before is None:
        raise UsageError(f"Naskah {naskah[0]} untuk {naskah[1]} tidak tercatat terkirim.")
    return events.write(desk, petugas, "dicabut", naskah=list(naskah), atas=before.nama, catatan=catatan)


def take_back(desk: Desk, petugas: Petugas, log: Log, nama: str) -> Event:
    """Undo a mark (MARKS) made in error; what was sent before it is out again. Raises UsageError for anything else."""
    one = log.named(nama)
    if one is None or one.jenis not in MARKS or nama in log.undone:
        raise UsageError("Catatan itu tidak ada, sudah dibatalkan, atau bukan tanda yang dapat dibatalkan.")
    return events.undo(desk, petugas, log, nama)


def signed_pdf(path: Path) -> bytes:
    """A signed PDF, to be kept with what was sent. Raises UsageError for a file that is none."""
    if not path.is_file() or path.stat().st_size > _LARGEST_PDF:
        raise UsageError(f"{path} tidak ada, atau lebih besar dari {_LARGEST_PDF >> 20} MB.")
    content = path.read_bytes()
    if not content.startswith(_PDF):
        raise UsageError(f"{path.name} bukan PDF.")
    return content


def _check(dispatch: Dispatch) -> None:
    if dispatch.jenis not in SENT:
        raise UsageError(f"Yang dapat ditandai {' atau '.join(SENT)}, bukan {dispatch.jenis}.")
    for text in (dispatch.lewat, dispatch.nomor, dispatch.catatan):
        if text is not None and (not text.strip() or len(text) > _LONGEST or not text.isprintable()):
            raise UsageError(
                f"Isian {text[:40]!r} kosong, lebih dari {_LONGEST} huruf, atau memuat tanda yang tak tampak."
            )
    if dispatch.pdf is not None and not (dispatch.pdf.startswith(_PDF) and len(dispatch.pdf) <= _LARGEST_PDF):
        raise UsageError(f"Berkas bertanda tangan itu bukan PDF, atau lebih besar dari {_LARGEST_PDF >> 20} MB.")


def _edition(found: list[Edition], susunan: str | None) -> Edition:
    fits = [one for one in found if (one.susunan.startswith(susunan) if susunan else one.terbaru)]
    if len(fits) != 1:
        raise UsageError(
            f"Tidak ada satu susunan {susunan}." if susunan else "Belum ada susunan; buat dahulu naskahnya."
        )
    return fits[0]


def _why(record: Mapping[str, object]) -> str:
    told = [*_texts(record["sebab"]), *_texts(record["kurang"])]
    return "; ".join(told) or "masih ada yang harus diisi"


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else []


def _when(event: Event) -> str:
    return event.waktu.astimezone().strftime("%d-%m-%Y %H.%M")
