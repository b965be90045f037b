"""The way of a faulty file to its sender and back: marked and sent out, corrected and taken in, finding by finding.

compare(before, after)               Compared: what is fixed, what is still wrong, what is new
between(older, newer)                the same of two editions
answer(desk, petugas, berkas)        the sender's workbook marked, in outputs/pemeriksaan, with the message to it
answered(desk, log, berkas, sha)     the marked workbook there is of a file as it is now
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from p3dn_reports import pipeline
from p3dn_reports.desk import events
from p3dn_reports.desk.editions import Edition
from p3dn_reports.desk.events import Event, Log
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import Desk, files_in
from p3dn_reports.errors import UsageError
from p3dn_reports.formatting import tanggal
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.outputs.standing import read_masalah
from p3dn_reports.pipeline.records import Pengembalian
from p3dn_reports.problems import Problem, Severity

Record = Mapping[str, Any]
_NAMED = 12


@dataclass(frozen=True, slots=True)
class Compared:
    """Findings of two readings, as records of masalah.json: fixed (`benar`, as they were), `masih` wrong, `baru`."""

    benar: tuple[Record, ...]
    masih: tuple[Record, ...]
    baru: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The marked workbook, the finding's cells it names, and the covering text. `problems` are those of the file."""

    berkas: Path
    pesan: str
    problems: tuple[Problem, ...]


def compare(before: Iterable[Record], after: Iterable[Record]) -> Compared:
    """Hold two lists of findings against each other: the same is what has the same key, whatever cell it stands in now.

    Of several with one key those in the same cell are taken for the same first.
    """
    left, still, new = _by_key(before), [], []
    for key, group in _by_key(after).items():
        others = left.pop(key, [])
        for record in sorted(group, key=lambda one: _cell(one) not in {_cell(other) for other in others}):
            if not others:
                new.append(record)
                continue
            others.remove(next((one for one in others if _cell(one) == _cell(record)), others[0]))
            still.append(record)
        left[key] = others
    return Compared(tuple(one for group in left.values() for one in group), tuple(still), tuple(new))


def between(older: Edition, newer: Edition) -> Compared:
    """What became of the findings of one edition in another. Notes, which ask for nothing, are left out."""
    return compare(_findings(older), _findings(newer))


def answer(desk: Desk, petugas: Petugas, berkas: str, paling_lambat: date | None = None) -> Answer:
    """Mark what is wrong in a file of the inputs, for its sender, in outputs/pemeriksaan; the text to send it with.

    Raises UsageError where there is no such file, ProblemsError where the disk refuses.
    """
    path = desk.masukan / berkas
    if not path.is_file() or path.parent != desk.masukan:
        raise UsageError(f"Tidak ada berkas {berkas} di folder masukan.")
    digest = file_digest(path)
    result = pipeline.annotate(desk.workspace, path, desk.masukan, desk.pemeriksaan, _marked(berkas), html=False)
    faults = weighty(one.as_json() for one in result.problems)
    text = covering_text(events.read(desk), berkas, faults, result.pengembalian, paling_lambat)
    events.write(desk, petugas, "balasan", berkas=berkas, sha256=digest, banyak=len(faults))
    return Answer(result.berkas, text, result.problems)


def answered(desk: Desk, log: Log, berkas: str, sha: str) -> tuple[Event, Path] | None:
    """The last marked workbook made of a file with this SHA-256, where it still lies there, and when it was made."""
    made = [one for one in log.of("balasan") if (one.text("berkas"), one.text("sha256")) == (berkas, sha)]
    there = [path for path in files_in(desk.pemeriksaan) if path.stem == _marked(berkas)]
    return (made[-1], there[0]) if made and there else None


def covering_text(
    log: Log, berkas: str, faults: Sequence[Record], kembali: Pengembalian | None, paling_lambat: date | None = None
) -> str:
    """The message that goes with a marked workbook, to be copied into a letter or a chat."""
    cells = list(dict.fromkeys(one["sel"] for one in faults if one["sel"]))
    places = f": {_listed(cells)}" if cells else ""
    day = paling_lambat or (kembali.batas if kembali else None)
    until = f" paling lambat {tanggal(day)}" if day else ""
    whom = (kembali.pengirim_dari(berkas) if kembali else None) or "Bapak/Ibu pengirim"
    return (
        f"Yth. {whom}. Pada berkas {berkas}{_received(log, berkas)} terdapat {len(faults)} hal yang perlu "
        f"diperbaiki{places}. Tempatnya diwarnai pada berkas terlampir, dan lembar Pemeriksaan menerangkannya satu per "
        f"satu. Mohon dikirim kembali{until}."
    )


def weighty(records: Iterable[Record]) -> list[Record]:
    """What a sender must put right: the faults, where there are none the warnings."""
    found = list(records)
    return [one for one in found if one["tingkat"] == Severity.GALAT] or [
        one for one in found if one["tingkat"] == Severity.PERINGATAN
    ]


def _marked(berkas: str) -> str:
    """What the marked copy of a file is called, without its ending: a.csv and a.xlsx have each their own."""
    path = PurePath(berkas)
    return f"{path.stem if path.suffix.casefold() == '.xlsx' else path.name.replace('.', '-')}-diperiksa"


def _received(log: Log, berkas: str) -> str:
    """` (diterima 30 Desember 2024 pukul 14.31)`, where the desk has taken it in."""
    taken = [one for one in log.of("diterima", "dipakai_lagi") if one.text("berkas") == berkas]
    if not taken:
        return ""
    moment = taken[-1].waktu.astimezone()
    return f" (diterima {tanggal(moment.date())} pukul {moment:%H.%M})"


def _listed(cells: Sequence[str]) -> str:
    shown = cells if len(cells) <= _NAMED else [*cells[:_NAMED], f"{len(cells) - _NAMED} lagi"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])}, dan {shown[-1]}"


def _findings(edition: Edition) -> list[Record]:
    return [one for one in read_masalah(edition.folder) if one["tingkat"] != Severity.CATATAN]


def _by_key(records: Iterable[Record]) -> dict[tuple[Any, ...], list[Record]]:
    groups: dict[tuple[Any, ...], list[Record]] = {}
    for one in records:
        groups.setdefault(_key(one), []).append(one)
    return groups


def _key(one: Record) -> tuple[Any, ...]:
    """As `Problem.kunci`, from what a record says: builds of older programs wrote other keys."""
    return one["kode"], one["tabel"] or one["berkas"], one["kolom"], tuple(one["unit"]), one["nilai"]


def _cell(one: Record) -> tuple[Any, ...]:
    return one["lembar"], one["sel"] or one["baris"]
