"""Files that arrive: dropped, waiting to be looked at, accepted into the inputs or not; every one is kept as it came.

    drop(desk, name, stream)                     Dropped: what now waits (a zip is taken apart), what was refused
    waiting(desk)                                what waits, oldest first
    accept(desk, petugas, arrived, ...)          into the inputs; the file it replaces stays among those received
    reject(desk, petugas, arrived)               among those received, and nowhere else
    received(desk, log)                          every file ever received, and whether it is in use
    reuse(desk, petugas, received)               an older one again (`pakai lagi`): the same bytes, the same build
    expected(desk)                               who is to send what, and whether it is there

What a waiting file is and would do is told by `looking.look`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO

from p3dn_reports import pipeline
from p3dn_reports.desk import events
from p3dn_reports.desk.events import Event, Log
from p3dn_reports.desk.filling import received_name
from p3dn_reports.desk.lock import held, is_open_in_excel
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import ISIAN, Desk, files_in
from p3dn_reports.desk.unzipping import unzip
from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.files.kinds import is_input
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.outputs import disk
from p3dn_reports.outputs.names import safe_path
from p3dn_reports.problems import Location, Problem, problem

LARGEST = 200 << 20
_RECEIVED = re.compile(r"(\d{8}T\d{6})_([0-9a-f]{8})__(.+)")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that waits: where it lies, what it was called, its SHA-256."""

    path: Path
    nama: str
    sha: str

    @property
    def id(self) -> str:
        """How people and pages call it."""
        return self.sha[:8]


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


@dataclass(frozen=True, slots=True)
class Expected:
    """A file that table `sumber_data` says is sent, and whether it lies among the inputs."""

    berkas: str
    sumber: str | None
    pemilik: str | None
    data_per: date | None
    ada: bool


def drop(desk: Desk, name: str, stream: IO[bytes]) -> Dropped:
    """Let a file wait under its own bytes and name; a zip's files each. What waits or is in use already is told.

    Raises ProblemsError where the disk refuses.
    """
    content = stream.read(LARGEST + 1)
    name = _own_name(name)
    if len(content) > LARGEST or not content:
        kode = "kiriman-terlalu-besar" if content else "kiriman-kosong"
        return Dropped((), (problem(kode, Location(berkas=name), nilai=name, batas=LARGEST >> 20),))
    if not name.casefold().endswith(".zip"):
        return _laid(desk, [(name, content)])
    packed, problems = unzip(BytesIO(content), name, LARGEST)
    done = _laid(desk, [(_own_name(one.nama), one.isi) for one in packed])
    return Dropped(done.arrived, (*problems, *done.problems))


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
        _check(arrived, target, old, sha_lama)
        kept = _keep(desk, arrived)
        if old is not None:
            _keep_input(desk, old)
        disk.replace_file(target, kept.read_bytes())
        if old is not None and old != target:
            old.unlink()
        arrived.path.unlink(missing_ok=True)
    return events.write(
        desk,
        petugas,
        "diterima",
        berkas=target.name,
        kiriman=kept.name,
        sha256=arrived.sha,
        menggantikan=old.name if old else None,
    )


def reject(desk: Desk, petugas: Petugas, arrived: Arrived, catatan: str | None = None) -> Event:
    """Put a waiting file among those received without using it: turned down, or taken over as a letter."""
    with held(desk):
        kept = _keep(desk, arrived)
        arrived.path.unlink(missing_ok=True)
    return events.write(
        desk, petugas, "ditolak", berkas=arrived.nama, kiriman=kept.name, sha256=arrived.sha, catatan=catatan
    )


def received(desk: Desk, log: Log) -> list[Received]:
    """Every file ever received, in the order of their names, which begin with the moment."""
    told = {one.text("kiriman"): one for one in log.of("diterima", "ditolak", "dipakai_lagi")}
    kept, used = files_in(desk.kiriman), _in_use(desk)
    return [Received(path, _own(path.name), told.get(path.name), used.get(file_digest(path))) for path in kept]


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
        content = path.read_bytes()
        _check_closed(target)
        if target.is_file():
            _keep_input(desk, target)
        disk.replace_file(target, content)
    digest = sha256(content).hexdigest()
    return events.write(desk, petugas, "dipakai_lagi", berkas=target.name, kiriman=path.name, sha256=digest)


def expected(desk: Desk) -> list[Expected]:
    """The files that table `sumber_data` names, with whether they are there; none where nothing says so yet."""
    with pipeline.open_quarter(desk.workspace, desk.masukan) as quarter:
        rows = quarter.tables.rows("sumber_data")
    return [
        Expected(
            row["berkas"], row["sumber"], row["pemilik"], row["data_per"], (desk.masukan / row["berkas"]).is_file()
        )
        for row in rows
        if row["berkas"]
    ]


def _laid(desk: Desk, files: Sequence[tuple[str, bytes]]) -> Dropped:
    there = {one.sha: one.nama for one in waiting(desk)}
    there |= _in_use(desk)
    arrived, problems = [], []
    for name, content in files:
        digest = sha256(content).hexdigest()
        if digest in there:
            problems.append(problem("kiriman-sudah-ada", Location(berkas=name), nilai=name, lain=there[digest]))
            continue
        path = desk.menunggu / received_name(name, digest)
        disk.check_length(path)
        disk.replace_file(path, content)
        there[digest] = name
        arrived.append(Arrived(path, name, digest))
    return Dropped(tuple(arrived), tuple(problems))


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


def _check(arrived: Arrived, target: Path, old: Path | None, sha_lama: str | None) -> None:
    if not arrived.path.is_file() or file_digest(arrived.path) != arrived.sha:
        raise UsageError(f"Kiriman {arrived.nama} sudah diambil atau berubah; lihat lagi Kotak Masuk.")
    if old is not None and sha_lama is not None and file_digest(old) != sha_lama:
        raise UsageError(f"{old.name} baru saja diubah orang lain; lihat lagi akibatnya, lalu ulangi.")
    for place in (target, *([old] if old else [])):
        _check_closed(place)


def _check_closed(path: Path) -> None:
    if is_open_in_excel(path):
        raise UsageError(f"{path.name} sedang dibuka di Excel. Tutup dahulu, lalu ulangi.")


def _keep(desk: Desk, arrived: Arrived) -> Path:
    """The waiting file among those received; its bytes are there before it leaves the place where it waits."""
    target = desk.kiriman / (arrived.path.name if _RECEIVED.fullmatch(arrived.path.name) else
                             received_name(arrived.nama, arrived.sha))  # fmt: skip
    if not target.is_file():
        disk.replace_file(target, arrived.path.read_bytes())
    return target


def _keep_input(desk: Desk, path: Path) -> None:
    """An input that is about to be replaced, among those received, unless its bytes are there."""
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    if not any(_mark(one.name) == digest[:8] and file_digest(one) == digest for one in files_in(desk.kiriman)):
        disk.replace_file(desk.kiriman / received_name(path.name, digest), content)


def _arrived(path: Path) -> Arrived:
    return Arrived(path, _own(path.name), file_digest(path))


def _own(name: str) -> str:
    found = _RECEIVED.fullmatch(name)
    return found[3] if found else name


def _mark(name: str) -> str | None:
    found = _RECEIVED.fullmatch(name)
    return found[2] if found else None
