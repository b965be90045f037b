"""The letters people edit in Word: one copy of a document outside the builds, which no build ever overwrites.

letters(desk, found, log)              Letters: every working copy with its standing, and what is odd about the files
take_out(desk, edition, naskah)        the working copy to edit: the one there is, else made from the build
follow(desk, edition, letters)         let copies nobody has edited say what the newest build says
choose(desk, petugas, copy, edition, pilihan)   settle an edited copy that a newer build has passed
adopt(desk, content, recognised)       keep a letter that came back edited (dropped, or found in a build's folder)
edited_in_builds(desk, log)            documents edited where they were built; `strays` is what is told of them
path_of(edition, naskah, letters)      the file that counts: for PDF, ZIP and what is sent
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from p3dn_reports.desk import events
from p3dn_reports.desk.editions import Edition, newest
from p3dn_reports.desk.events import Log
from p3dn_reports.desk.lock import held, is_open_in_word
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import Desk, files_in
from p3dn_reports.desk.recognising import Naskah, Recognised, recognise, record_of
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.outputs import disk
from p3dn_reports.outputs.manifest import read_manifest
from p3dn_reports.outputs.names import safe_path
from p3dn_reports.outputs.stage import free_name
from p3dn_reports.problems import Location, Problem, problem

HISTORY = "riwayat"
"""The folder within the working copies where edits lie that a newer edition has replaced."""

NEW, EDITED = "baru", "suntingan"
"""What a person can choose: what the newer edition says, or the copy as edited."""


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """A document of ours in the folder of working copies.

    `dipilih` is true where the copy counts in the place of the newest build's document; `perlu_dipilih` where a newer
    build says something else than the copy was edited from, and nobody has chosen. `terbuka`: Word has it open.
    """

    path: Path
    dari: Recognised
    terbuka: bool
    dipilih: bool
    perlu_dipilih: bool

    @property
    def naskah(self) -> Naskah:
        """Which document it is."""
        return self.dari.naskah

    @property
    def disunting(self) -> bool:
        """Whether somebody has edited it."""
        return self.dari.disunting


@dataclass(frozen=True, slots=True)
class Letters:
    """The working copies by document, and the files that are none or a second one of the same."""

    copies: Mapping[Naskah, WorkingCopy]
    problems: tuple[Problem, ...] = ()


def letters(desk: Desk, found: Sequence[Edition], log: Log) -> Letters:
    """Every working copy. Of two of one document the edited one counts, else the first by name; the other is told."""
    copies: dict[Naskah, WorkingCopy] = {}
    problems = []
    for path in files_in(desk.naskah):
        known = recognise(path.read_bytes(), path.name, found)
        if known is None:
            problems.append(problem("naskah-asing", Location(berkas=path.name), nilai=path.name))
            continue
        copy, other = _standing(path, known, found, log), copies.get(known.naskah)
        if other is not None:
            copy, other = (copy, other) if copy.disunting and not other.disunting else (other, copy)
            problems.append(
                problem("naskah-kembar", Location(berkas=other.path.name), nilai=other.path.name, lain=copy.path.name)
            )
        copies[known.naskah] = copy
    return Letters(copies, tuple(problems))


def take_out(desk: Desk, edition: Edition, naskah: Naskah, standing: Letters) -> Path:
    """The working copy of a document, to be opened in Word: the one there is, else one made of the build's document.

    Raises UsageError where the build has made no such document, ProblemsError where the disk refuses.
    """
    if naskah in standing.copies:
        return standing.copies[naskah].path
    record = made_record(edition, naskah)
    with held(desk):
        return _lay(desk, working_name(record), _built(edition, record).read_bytes())


def follow(desk: Desk, edition: Edition, standing: Letters) -> list[Path]:
    """Replace the copies that nobody has edited by what the newest build says; those replaced. Open ones stay."""
    followed = []
    for copy in standing.copies.values():
        record = record_of(edition, copy.naskah)
        stale = not copy.disunting and not copy.terbuka and copy.dari.susunan != edition.susunan
        if stale and record is not None and record.get("isi") and record["isi"] != copy.dari.isi:
            with held(desk):
                disk.replace_file(copy.path, _built(edition, record).read_bytes())
            followed.append(copy.path)
    return followed


def choose(desk: Desk, petugas: Petugas, copy: WorkingCopy, edition: Edition, pilihan: str) -> Path:
    """Settle an edited copy against a newer edition: NEW lays that in its place and keeps the edit, EDITED keeps it.

    Where the edit went, or where it lies. Raises UsageError for a copy that Word has open.
    """
    if pilihan not in (NEW, EDITED):
        raise UsageError(f"Pilihannya {NEW} atau {EDITED}, bukan {pilihan}.")
    kept = copy.path
    if pilihan == NEW:
        content = _built(edition, made_record(edition, copy.naskah)).read_bytes()
        kept = _set_aside(desk, copy)
        disk.replace_file(copy.path, content)
    events.write(desk, petugas, "pilihan", naskah=list(copy.naskah), susunan=edition.susunan, pilihan=pilihan)
    return kept


def adopt(desk: Desk, content: bytes, known: Recognised, name: str, standing: Letters) -> Path:
    """Keep a letter of ours that came back edited as its working copy; an edited one there is set aside, never lost.

    `name` is what it came as; a letter of a build that is here gets the name it has there.
    """
    record = record_of(known.edisi, known.naskah) if known.edisi else None
    name = working_name(record) if record else name
    there = standing.copies.get(known.naskah)
    if there is None:
        with held(desk):
            return _lay(desk, name, content)
    if there.dari.isi == known.isi:
        return there.path
    if there.disunting:
        _set_aside(desk, there)
    elif there.terbuka:
        raise _open_in_word(there.path)
    disk.replace_file(there.path, content)
    return there.path


def edited_in_builds(desk: Desk, log: Log) -> Iterator[Path]:
    """The documents that somebody has edited in the folder of a build, where the next build does not look for them.

    Those that `keep` has taken over are told no more.
    """
    kept = {one.text("sha256") for one in log.of("pilihan")}
    for folder in sorted(path for path in desk.susunan.glob("*_*") if path.is_dir()):
        listed = (read_manifest(folder) or {"keluaran": {}})["keluaran"]
        for name, entry in listed.items():
            path: Path = folder / name
            if name.endswith(".docx") and path.is_file() and file_digest(path) not in {entry["sha256"], *kept}:
                yield path


def strays(desk: Desk, log: Log) -> list[Problem]:
    """What a person is told of the documents edited where they were built."""
    return [_stray(path) for path in edited_in_builds(desk, log)]


def keep(desk: Desk, petugas: Petugas, path: Path, found: Sequence[Edition], log: Log) -> Path | None:
    """Copy a document edited in a build's folder to where edits are looked for; None where it is none of ours."""
    content = path.read_bytes()
    known = recognise(content, path.name, found)
    if known is None:
        return None
    kept = adopt(desk, content, known, path.name, letters(desk, found, log))
    sha = sha256(content).hexdigest()
    naskah = list(known.naskah)
    events.write(desk, petugas, "pilihan", naskah=naskah, susunan=known.susunan, pilihan=EDITED, sha256=sha)
    return kept


def path_of(edition: Edition, naskah: Naskah, standing: Letters) -> tuple[Path, bool]:
    """The file of a document that counts, and whether it is a person's edit.

    Raises ProblemsError where a choice is still to be made, UsageError where the build has made no such document.
    """
    copy = standing.copies.get(naskah)
    if copy is not None and copy.perlu_dipilih:
        raise ProblemsError([problem("naskah-perlu-dipilih", Location(berkas=copy.path.name), nilai=edition.nama)])
    if copy is not None and copy.dipilih:
        return copy.path, True
    return _built(edition, made_record(edition, naskah)), False


def made_record(edition: Edition, naskah: Naskah) -> Mapping[str, Any]:
    """What the build says of a document it has made. Raises UsageError where it has not."""
    record = record_of(edition, naskah)
    if record is None:
        raise UsageError(f"{edition.nama} tidak memuat naskah {naskah[0]} untuk {naskah[1]}.")
    if record["status"] == "ditahan":
        raise UsageError(f"{record['judul']} untuk {naskah[1]} ditahan: {'; '.join(record['sebab'])}.")
    return record


def working_name(record: Mapping[str, Any]) -> str:
    """What a document is called among the working copies: `Surat penjelasan capaian - Dinas Kebudayaan.docx`."""
    whose = record["nama_unit"] or record.get("kunci") or record["unit"]
    told = f"{record['judul']} - {whose}" if whose else record["judul"]
    return safe_path(f"{told.replace('/', '-')}.docx")


def _standing(path: Path, known: Recognised, found: Sequence[Edition], log: Log) -> WorkingCopy:
    edition = newest(found)
    record = record_of(edition, known.naskah) if edition else None
    passed = edition is not None and known.disunting and known.susunan != edition.susunan and _differs(known, record)
    chosen = edition is not None and _chosen(log, known.naskah, edition.susunan)
    return WorkingCopy(
        path=path,
        dari=known,
        terbuka=is_open_in_word(path),
        dipilih=known.disunting and (not passed or chosen),
        perlu_dipilih=passed and not chosen,
    )


def _differs(known: Recognised, record: Mapping[str, Any] | None) -> bool:
    """Whether the newest build's document says something else than the one the copy was edited from."""
    before = record_of(known.edisi, known.naskah) if known.edisi else None
    return before is None or record is None or before.get("isi") != record.get("isi")


def _chosen(log: Log, naskah: Naskah, susunan: str) -> bool:
    """Whether the last word on an edited copy and this build is that the copy stays."""
    said = [one for one in log.of("pilihan") if one.naskah == naskah and one.data["susunan"] == susunan]
    return bool(said) and said[-1].data["pilihan"] == EDITED


def _lay(desk: Desk, name: str, content: bytes) -> Path:
    """Put a new working copy down. A file of its name that is none of ours stays, and is told."""
    target = desk.naskah / safe_path(name)
    if target.exists():
        raise ProblemsError([problem("naskah-asing", Location(berkas=target.name), nilai=target.name)])
    disk.check_length(target)
    disk.replace_file(target, content)
    return target


def _set_aside(desk: Desk, copy: WorkingCopy) -> Path:
    """Copy an edit into the history; the file itself is about to be replaced."""
    if copy.terbuka:
        raise _open_in_word(copy.path)
    with held(desk):
        content = copy.path.read_bytes()
        kept = free_name(desk.naskah / HISTORY, f"{sha256(content).hexdigest()[:8]}__{copy.path.name}")
        disk.replace_file(kept, content)
    return kept


def _open_in_word(path: Path) -> UsageError:
    return UsageError(f"{path.name} sedang dibuka di Word. Simpan dan tutup dahulu, lalu ulangi.")


def _built(edition: Edition, record: Mapping[str, Any]) -> Path:
    """The document as it was built. Raises ProblemsError where somebody has changed it there since."""
    path: Path = edition.folder / record["berkas"]
    with disk.explained(path):
        content = path.read_bytes()
    if sha256(content).hexdigest() != edition.manifest["keluaran"][record["berkas"]]["sha256"]:
        raise ProblemsError([_stray(path)])
    return path


def _stray(path: Path) -> Problem:
    return problem("naskah-disunting-di-susunan", Location(berkas=str(path)), nilai=path.name)
