"""Files that arrive: dropped, waiting to be looked at, accepted into the inputs or not; every one is kept as it came.

    drop(desk, name, stream)                     Dropped: what now waits (a zip is taken apart), what was refused
    waiting(desk)                                what waits, oldest first
    accept(desk, petugas, arrived, ...)          into the inputs; the file it replaces stays among those received
    reject(desk, petugas, arrived)               among those received, and nowhere else
    received(desk, log)                          every file ever received, and whether it is in use
    reuse(desk, petugas, received)               an older one again (`pakai lagi`): the same bytes, the same build

What a waiting file is and would do, and who is to send what, is told by `looking`. Files may be large: no step here
holds one in memory, and those that wait or were received are known by the mark in their name, without being read.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from os import SEEK_END
from pathlib import Path
from typing import IO

from p3dn_reports.desk import events
from p3dn_reports.desk.events import Event, Log
from p3dn_reports.desk.filling import received_name
from p3dn_reports.desk.lock import held, is_open_in_excel
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import ISIAN, Desk, files_in
from p3dn_reports.desk.unzipping import Packed, digest_of_stream, unzipped
from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.files.kinds import is_input
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.outputs import disk
from p3dn_reports.outputs.names import safe_path
from p3dn_reports.problems import Location, Problem, problem

LARGEST = 200 << 20
_MARK = 8
"""Letters of a SHA-256 in the name of a file received, and in the id of one that waits."""

_RECEIVED = re.compile(r"(\d{8}T\d{6})_([0-9a-f]{8})__(.+)")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that waits: where it lies, what it was called, and how people and pages call it (`id`).

    The id is the beginning of the SHA-256 it had when it came.
    """

    path: Path
    nama: str
    id: str

    @property
    def sha(self) -> str:
        """Its SHA-256 as it lies there now: it is read."""
        return file_digest(self.path)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What came of a drop."""

    arrived: tuple[Arrived, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """A file among those received: `event` is the last one about it, `dipakai` the input that holds its bytes now."""

    path: Path
    nama: str
    event: Event | None
    dipakai: str | None


def drop(desk: Desk, name: str, stream: IO[bytes]) -> Dropped:
    """Let a file wait under its own bytes and name; a zip's files each. What waits or is in use already is told.

    `stream` is read twice and can be rewound: a file on the disk, or an upload laid aside.

    Raises ProblemsError where the disk refuses.
    """
    name, size = _own_name(name), stream.seek(0, SEEK_END)
    if not 0 < size <= LARGEST:
        kode = "kiriman-terlalu-besar" if size else "kiriman-kosong"
        return Dropped((), (problem(kode, Location(berkas=name), nilai=name, batas=LARGEST >> 20),))
    stream.seek(0)
    if not name.casefold().endswith(".zip"):
        return _laid(desk, [Packed(name, digest_of_stream(stream), lambda: _rewound(stream))])
    with unzipped(stream, name, LARGEST) as (packed, problems):
        done = _laid(desk, packed)
    return Dropped(done.arrived, (*problems, *done.problems))


def _rewound(stream: IO[bytes]) -> IO[bytes]:
    stream.seek(0)
    return stream


def waiting(desk: Desk) -> list[Arrived]:
    """What waits, oldest first. A file that somebody put there by hand waits too."""
    return [_arrived(path) for path in files_in(desk.menunggu)]


def find(desk: Desk, named: str) -> Arrived:
    """The waiting file of an id or a name. Raises UsageError where none or several fit."""
    fits = [one for one in waiting(desk) if named in (one.id, one.nama)]
    if len(fits) != 1:
        choices = ", ".join(f"{one.id} ({one.nama})" for one in waiting(desk)) or "tidak ada"
        raise UsageError(f"Tidak ada satu kiriman {named} yang menunggu. Yang menunggu: {choices}.")
    return fits[0]


def accept(
    desk: Desk, petugas: Petugas, arrived: Arrived, menggantikan: str | None = None, sha_lama: str | None = None
) -> Event:
    """Take a waiting file into the inputs, under its own name, in the place of `menggantikan` or of its namesake.

    `sha_lama` is the SHA-256 of the file it replaces, as it was looked at. Raises UsageError where that or the waiting
    file is another by now, where the file is of a kind nobody reads, or open in Excel.
    """
    target = desk.masukan / input_name(arrived)
    with held(desk):
        old = namesake(desk, target.name, menggantikan)
        sha = _checked(arrived, target, old, sha_lama)
        kept = _keep(desk, arrived, sha)
        if old is not None:
            _keep_input(desk, old)
        disk.copy_file(kept, target)
        if old is not None and old != target:
            old.unlink()
        arrived.path.unlink(missing_ok=True)
    return events.write(
        desk,
        petugas,
        "diterima",
        berkas=target.name,
        kiriman=kept.name,
        sha256=sha,
        menggantikan=old.name if old else None,
    )


def reject(desk: Desk, petugas: Petugas, arrived: Arrived, catatan: str | None = None) -> Event:
    """Put a waiting file among those received without using it: turned down, or taken over as a letter."""
    with held(desk):
        sha = _still_there(arrived)
        kept = _keep(desk, arrived, sha)
        arrived.path.unlink(missing_ok=True)
    return events.write(desk, petugas, "ditolak", berkas=arrived.nama, kiriman=kept.name, sha256=sha, catatan=catatan)


def received(desk: Desk, log: Log, terpakai: Mapping[str, str] | None = None) -> list[Received]:
    """Every file ever received, in the order of their names, which begin with the moment.

    `terpakai` names the inputs by their SHA-256, where somebody knows them already.
    """
    told = {one.text("kiriman"): one for one in log.of("diterima", "ditolak", "dipakai_lagi")}
    used = _in_use(desk) if terpakai is None else terpakai
    marks = {sha[:_MARK] for sha in used}
    return [
        Received(path, _own(path.name), event := told.get(path.name), used.get(_sha_of(path, event, marks)))
        for path in files_in(desk.kiriman)
    ]


def _sha_of(path: Path, event: Event | None, marks: Container[str]) -> str:
    """The SHA-256 of a file received, which never changes; of one whose mark fits none it is not asked for."""
    if event is not None:
        return str(event.data["sha256"])
    return file_digest(path) if (_mark(path.name) or "") in marks else ""


def reuse(desk: Desk, petugas: Petugas, kiriman: str) -> Event:
    """Use a file received earlier again, in the place of its namesake; that one stays among those received.

    Raises UsageError where there is no such file, or where its place is open in Excel.
    """
    fits = [path for path in files_in(desk.kiriman) if kiriman in (path.name, _mark(path.name))]
    if len(fits) != 1:
        raise UsageError(f"Tidak ada satu berkas {kiriman} di folder {desk.kiriman}.")
    path = fits[0]
    last = [one for one in events.read(desk).of("diterima") if one.text("kiriman") == path.name]
    target = desk.masukan / input_name(Arrived(path, last[-1].data["berkas"] if last else _own(path.name), ""))
    with held(desk):
        _check_closed(target)
        if target.is_file():
            _keep_input(desk, target)
        disk.copy_file(path, target)
        digest = file_digest(target)
    return events.write(desk, petugas, "dipakai_lagi", berkas=target.name, kiriman=path.name, sha256=digest)


def _laid(desk: Desk, files: Sequence[Packed]) -> Dropped:
    there, waits = _in_use(desk), waiting(desk)
    arrived, problems = [], []
    for one in files:
        name = _own_name(one.nama)
        if twin := there.get(one.sha) or _waiting_twin(waits, one.sha):
            problems.append(problem("kiriman-sudah-ada", Location(berkas=name), nilai=name, lain=twin))
            continue
        path = desk.menunggu / received_name(name, one.sha)
        disk.check_length(path)
        disk.replace_with(path, one.buka())
        there[one.sha] = name
        arrived.append(Arrived(path, name, one.sha[:_MARK]))
    return Dropped(tuple(arrived), tuple(problems))


def _waiting_twin(waits: Sequence[Arrived], sha: str) -> str | None:
    return next((one.nama for one in waits if one.id == sha[:_MARK] and one.sha == sha), None)


def _in_use(desk: Desk) -> dict[str, str]:
    """The inputs' names by the SHA-256 of their bytes."""
    there = sorted(desk.masukan.iterdir()) if desk.masukan.is_dir() else []
    return {file_digest(path): path.name for path in there if path.is_file() and is_input(path)}


def _own_name(name: str) -> str:
    """The name a browser or a zip says, without any folder, fit for a file; it never hides and never locks."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return safe_path(last.lstrip(".~$") or "tanpa nama")


def input_name(arrived: Arrived) -> str:
    """What a file is called among the inputs. The workbook of the desk is never replaced by one that was sent."""
    clash = arrived.nama.casefold().startswith(ISIAN.removesuffix(".xlsx"))
    return f"kiriman-{arrived.nama}" if clash else arrived.nama


def namesake(desk: Desk, name: str, named: str | None = None) -> Path | None:
    """The input that a file takes the place of: the one named, else its namesake, however that is written.

    Raises UsageError for a named one that is not there, and for the workbook of the desk.
    """
    there = desk.masukan.iterdir() if desk.masukan.is_dir() else iter(())
    inputs = {path.name.casefold(): path for path in there if is_input(path)}
    old = inputs.get((named or name).casefold())
    if named and (old is None or old.name == ISIAN):
        raise UsageError(f"Tidak ada berkas masukan {named} yang dapat diganti.")
    return old


def _checked(arrived: Arrived, target: Path, old: Path | None, sha_lama: str | None) -> str:
    """The SHA-256 of a waiting file that may be taken in."""
    sha = _still_there(arrived)
    if old is not None and sha_lama is not None and file_digest(old) != sha_lama:
        raise UsageError(f"{old.name} baru saja diubah orang lain; lihat lagi akibatnya, lalu ulangi.")
    for place in (target, *([old] if old else [])):
        _check_closed(place)
    return sha


def _still_there(arrived: Arrived) -> str:
    """The SHA-256 of a waiting file. Raises UsageError where it is gone, or another than was looked at."""
    sha = arrived.sha if arrived.path.is_file() else ""
    if sha[:_MARK] != arrived.id:
        raise UsageError(f"Kiriman {arrived.nama} sudah diambil atau berubah; lihat lagi Kotak Masuk.")
    return sha


def _check_closed(path: Path) -> None:
    if is_open_in_excel(path):
        raise UsageError(f"{path.name} sedang dibuka di Excel. Tutup dahulu, lalu ulangi.")


def _keep(desk: Desk, arrived: Arrived, sha: str) -> Path:
    """The waiting file among those received; its bytes are there before it leaves the place where it waits."""
    marked = _RECEIVED.fullmatch(arrived.path.name)
    target = desk.kiriman / (arrived.path.name if marked else received_name(arrived.nama, sha))
    if not target.is_file():
        disk.copy_file(arrived.path, target)
    return target


def _keep_input(desk: Desk, path: Path) -> None:
    """An input that is about to be replaced, among those received, unless its bytes are there."""
    sha = file_digest(path)
    if not any(_mark(one.name) == sha[:_MARK] and file_digest(one) == sha for one in files_in(desk.kiriman)):
        disk.copy_file(path, desk.kiriman / received_name(path.name, sha))


def _arrived(path: Path) -> Arrived:
    return Arrived(path, _own(path.name), _mark(path.name) or _mark_by_hand(path))


def _mark_by_hand(path: Path) -> str:
    """The mark of a file that somebody put there without one: read again once it looks changed."""
    state = path.stat()
    return _read_mark(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=256)
def _read_mark(path: Path, _size: int, _moment: int) -> str:
    return file_digest(path)[:_MARK]


def _own(name: str) -> str:
    found = _RECEIVED.fullmatch(name)
    return found[3] if found else name


def _mark(name: str) -> str | None:
    found = _RECEIVED.fullmatch(name)
    return found[2] if found else None
