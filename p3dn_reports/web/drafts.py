"""The Word templates as the drafter sees them: what each is used for, and what the last check found in it.

Checking is the worker's. What it finds is kept under all that it rests on: the file's bytes, rules, schemas, pictures
and program; so that a template that was saved anew is checked anew, and one put back is known at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from threading import Lock

from p3dn_reports.desk.lock import is_open_in_word
from p3dn_reports.documents.word.checker import Found
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.outputs.manifest import digest_of
from p3dn_reports.problems import Severity
from p3dn_reports.rules import Dokumen, Rulebook
from p3dn_reports.web.patience import Patience
from p3dn_reports.web.worker import Job, State, Worker
from p3dn_reports.workspace import Workspace

TASK = "templat"
_MOST = 500

Key = tuple[str, str, str]
"""What a check rests on: the template's name, the digest of its bytes, that of all else."""


class Keadaan(StrEnum):
    """How a template stands."""

    BAIK = "baik"
    SALAH = "salah"
    BELUM = "belum diperiksa"
    TERKUNCI = "terkunci"


@dataclass(frozen=True, slots=True)
class Draft:
    """One template as it is now.

    `sha` is the digest of its bytes, empty where Word does not let it be read; `temuan` what its check found, or the
    last one there was where it is still to be checked. `terbuka`: Word has it open.
    """

    path: Path
    sha: str
    keadaan: Keadaan
    temuan: tuple[Found, ...]
    disimpan: datetime | None
    terbuka: bool

    @property
    def nama(self) -> str:
        """The name of its file, by which an address names it."""
        return self.path.name

    @property
    def salah(self) -> int:
        """How many mistakes forbid its use."""
        return _wrong(self.temuan)

    @property
    def tanda(self) -> str:
        """A digest of what the page says of it."""
        return sha256(repr((self.sha, self.keadaan, self.temuan, self.terbuka)).encode()).hexdigest()[:16]


@dataclass(slots=True)
class Drafts:
    """What is known of the templates of a workspace. One for a server, used by several threads."""

    workspace: Workspace
    worker: Worker
    _lock: Lock = field(default_factory=Lock)
    _found: dict[Key, tuple[Found, ...]] = field(default_factory=dict)
    _last: dict[str, tuple[Found, ...]] = field(default_factory=dict)
    _jobs: list[tuple[frozenset[Key], Job]] = field(default_factory=list)
    _patience: Patience = field(default_factory=Patience)

    @property
    def wrong(self) -> int:
        """How many templates had mistakes when they were last looked at; reads nothing."""
        return sum(_wrong(found) > 0 for found in list(self._last.values()))

    def one(self, name: str) -> Path | None:
        """The template called `name`; None where there is none of just that name."""
        return next((path for path in self.workspace.word_templates if path.name == name), None)

    def look(self, paths: Sequence[Path]) -> tuple[list[Draft], Job | None]:
        """The templates as they are now, and what is asked of the worker, or failed, about them.

        Those not known are given to the worker. One that failed is given once, so that whoever reloads has it tried
        again.
        """
        rests = resting(self.workspace)
        keys = {path: (path.name, sha, rests) if (sha := _sha(path)) else None for path in paths}
        with self._lock:
            job = self._asked({key for key in keys.values() if key})
            return [self._draft(path, key) for path, key in keys.items()], job

    def _asked(self, wanted: set[Key]) -> Job | None:
        """What answers for those not known: at work already, just failed, or begun."""
        failed = self._harvest(wanted)
        unknown = wanted - self._found.keys()
        if failed or not unknown:
            return failed
        if rest := unknown.difference(*(keys for keys, _ in self._jobs)):
            names = tuple(sorted(name for name, _, _ in rest))
            self._jobs.append((frozenset(rest), self.worker.begin(TASK, "", workspace=self.workspace, nama=names)))
            failed = self._harvest(wanted)
        return failed or next((job for keys, job in self._jobs if keys & unknown), None)

    def _harvest(self, wanted: set[Key]) -> Job | None:
        """Keep what the worker has found meanwhile; a job about those wanted that failed."""
        ended = [one for one in self._jobs if not one[1].open]
        self._jobs = [one for one in self._jobs if one not in ended]
        for keys, job in ended:
            self._found |= job.result or {}
            if job.state is State.DIBATALKAN:
                self._patience.allows(keys, job)
        while len(self._found) > _MOST:
            del self._found[next(iter(self._found))]
        return next((job for keys, job in ended if job.state is State.GAGAL and keys & wanted), None)

    def _draft(self, path: Path, key: Key | None) -> Draft:
        known = self._found.get(key) if key else None
        if known is not None:
            self._last[path.name] = known
        found = self._last.get(path.name, ())
        state = Keadaan.SALAH if _wrong(found) else Keadaan.BAIK
        if known is None:
            state = Keadaan.BELUM if key else Keadaan.TERKUNCI
        return Draft(path, key[1] if key else "", state, found, _saved(path), is_open_in_word(path))


def resting(workspace: Workspace) -> str:
    """The digest of what a check of a template rests on beside the template."""
    return digest_of(workspace.ground())


def users(rules: Rulebook | None) -> Mapping[str, list[Dokumen]]:
    """The documents made from each template, by its file's name."""
    found: dict[str, list[Dokumen]] = {}
    for one in rules.dokumen.values() if rules else ():
        found.setdefault(one.templat, []).append(one)
    return found


def place(found: Found) -> str:
    """Where it stands."""
    return found.problem.lokasi.sel or "seluruh berkas"


def told(found: Found) -> str:
    """What is wrong, without the sentence that the page shows beside it."""
    return found.problem.pesan.replace(f": «{found.problem.nilai}»", "") if found.kalimat else found.problem.pesan


def apart(text: str, word: str) -> Iterator[tuple[str, bool]]:
    """A sentence in pieces, each with whether it is the word that is wrong."""
    pieces = text.split(word) if word else [text]
    for number, piece in enumerate(pieces):
        if number:
            yield word, True
        if piece:
            yield piece, False


def flat(found: Iterable[Draft], rules: Rulebook | None) -> list[dict[str, str]]:
    """The templates for a file."""
    by = users(rules)
    return [
        {
            "nama": one.nama,
            "untuk": "; ".join(dokumen.judul for dokumen in by.get(one.nama, ())),
            "keadaan": str(one.keadaan),
            "temuan": "; ".join(f"{place(item)}: {item.problem.pesan}" for item in one.temuan),
        }
        for one in found
    ]


def _wrong(found: Iterable[Found]) -> int:
    return sum(one.problem.tingkat is Severity.GALAT for one in found)


def _sha(path: Path) -> str:
    """The digest of a file; empty where it cannot be read now, as while Word saves it."""
    try:
        return file_digest(path)
    except OSError:
        return ""


def _saved(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None
