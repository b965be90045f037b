"""What a correction means for letters that are out already: withdraw, replace, or leave.

A letter is left where the newest build says the same, whatever carries it: the number and date the office has put into
its tags since, and the digests a report prints of itself, are no difference.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from p3dn_reports.desk import editions
from p3dn_reports.desk.editions import Edition
from p3dn_reports.desk.events import Event, Log
from p3dn_reports.desk.frozen import thawed
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.recognising import Naskah, record_of
from p3dn_reports.desk.sending import standing
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.documents.word.package import unzipped
from p3dn_reports.documents.word.properties import provenance
from p3dn_reports.errors import ProblemsError
from p3dn_reports.formatting import tanggal
from p3dn_reports.problems import Problem


class Advice(StrEnum):
    """What to do about a letter that is out."""

    CABUT = "cabut"
    KIRIM_PENGGANTI = "kirim pengganti"
    TETAP = "tetap"
    TUNGGU = "tunggu"
    """The newest build withholds it: its figures cannot be trusted until the finding is mended."""


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter that is out, and what the newest edition means for it. `sebab` says why in a sentence.

    `edisi` is the label of the edition it was sent from. `problems`: its frozen copy is gone or altered.
    """

    naskah: Naskah
    judul: str
    nama_unit: str | None
    event: Event
    edisi: str
    anjuran: Advice
    sebab: str
    problems: tuple[Problem, ...] = ()


def sent_letters(desk: Desk, log: Log, found: Sequence[Edition]) -> list[SentLetter]:
    """Every letter that is out, held against the newest build, in the order they were sent."""
    builds, newest = {one.susunan: one for one in found}, editions.newest(found)
    out = sorted(standing(log).items(), key=lambda item: (item[1].waktu, item[1].nama))
    return [_held(desk, naskah, event, builds.get(event.data["susunan"]), newest) for naskah, event in out]


def touched(letters: Sequence[SentLetter]) -> list[SentLetter]:
    """Those for which something is to be done."""
    return [one for one in letters if one.anjuran is not Advice.TETAP]


def _held(desk: Desk, naskah: Naskah, event: Event, source: Edition | None, newest: Edition | None) -> SentLetter:
    old = record_of(source, naskah) if source else None
    new = record_of(newest, naskah) if newest else None
    record = new or old or {"judul": naskah[0], "nama_unit": None}
    problems: tuple[Problem, ...] = ()
    try:
        advice, why = _advice(desk, event, source, newest, new)
    except ProblemsError as error:
        advice, why, problems = Advice.TUNGGU, error.problems[0].pesan, error.problems
    return SentLetter(naskah, record["judul"], record["nama_unit"], event, event.data["edisi"], advice, why, problems)


def _advice(
    desk: Desk, event: Event, source: Edition | None, newest: Edition | None, new: Mapping[str, Any] | None
) -> tuple[Advice, str]:
    if newest is None or newest.susunan == event.data["susunan"]:
        return Advice.TETAP, "Ini edisi yang dikirim."
    if new is None:
        return Advice.CABUT, f"Menurut {newest.nama} naskah ini tidak diminta lagi."
    if new["status"] == "ditahan":
        return Advice.TUNGGU, f"Pada {newest.nama} naskah ini ditahan: {'; '.join(new['sebab'])}."
    if new.get("isi") == event.data["isi"]:
        return Advice.TETAP, f"Isinya sama pada {newest.nama}."
    if any(True for _ in differences(desk, event, source, newest)):
        return Advice.KIRIM_PENGGANTI, f"Isinya berbeda pada {newest.nama}."
    return Advice.TETAP, f"Isinya sama pada {newest.nama}, selain nomor dan tanggal yang sudah diberikan."


def differences(desk: Desk, event: Event, source: Edition | None, newest: Edition) -> Iterator[str]:
    """The lines that differ between what was sent and the newest edition's document: `- ` before, `+ ` after.

    Raises as `sent_lines` does.
    """
    naskah = (event.naskah[0], event.naskah[1])
    before, after = sent_lines(desk, event, source), built_lines(newest, naskah)
    return (line for line in difflib.ndiff(before, after) if line.startswith(("- ", "+ ")))


def sent_lines(desk: Desk, event: Event, source: Edition | None) -> tuple[str, ...]:
    """What was sent, line by line; of a letter that was edited before, what it was edited from.

    Raises ProblemsError where the frozen copy is gone.
    """
    return _lines(_sent_content(desk, event, source, (event.naskah[0], event.naskah[1])), _given(event))


def built_lines(edition: Edition, naskah: Naskah) -> tuple[str, ...]:
    """A document of an edition, line by line; none where it made none."""
    record = record_of(edition, naskah)
    path: Path | None = edition.folder / record["berkas"] if record else None
    return _lines(path.read_bytes(), ()) if path and path.is_file() else ()


def _sent_content(desk: Desk, event: Event, source: Edition | None, naskah: Naskah) -> bytes:
    record = record_of(source, naskah) if source and event.data.get("disunting") else None
    path: Path | None = source.folder / record["berkas"] if source and record else None
    if path and path.is_file():
        return path.read_bytes()
    return thawed(desk, event.data["beku"])


def _given(event: Event) -> tuple[tuple[str, str], ...]:
    """What the e-office has put in the place of its tags."""
    nomor, day = event.text("nomor"), event.text("tanggal")
    given = {"${nomor_naskah}": nomor, "${tanggal_naskah}": tanggal(date.fromisoformat(day)) if day else None}
    return tuple((tag, text) for tag, text in given.items() if text)


@lru_cache(maxsize=256)
def _lines(content: bytes, given: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The text of a document, its tags filled and the digests it prints of itself taken out."""
    text = outline(content)
    for tag, value in given:
        text = text.replace(tag, value)
    for name, value in provenance(unzipped(content)[0]).items():
        if name not in {"p3dn_daerah", "p3dn_periode", "p3dn_naskah"} and value:
            text = text.replace(value, "")
    return tuple(text.splitlines())
