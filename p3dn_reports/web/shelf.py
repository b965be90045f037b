"""What a quarter's screens read: the edition that stands, its figures, and the words of the rulebook for them.

Builds never change, so that what was read of one is kept under its folder; what is asked anew each time is only which
edition stands, and whether the inputs are still those it was made from.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from p3dn_reports import pipeline
from p3dn_reports.desk import editions, events, inbox
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.revisions import SentLetter, sent_letters
from p3dn_reports.desk.telling import Names
from p3dn_reports.documents.catalogue import Entry, catalogue
from p3dn_reports.documents.fields.document import Fields
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.outputs.manifest import digest_of
from p3dn_reports.outputs.standing import menjelaskan, read_hasil
from p3dn_reports.pipeline.digests import MASUKAN, digests_of
from p3dn_reports.problems import Severity
from p3dn_reports.rules import Rulebook
from p3dn_reports.web.helping import Term, glossary
from p3dn_reports.web.rulebook import Book
from p3dn_reports.web.titles import Titles
from p3dn_reports.workspace import Workspace

Record = Mapping[str, Any]
Kept = TypeVar("Kept")
_MOST = 500


@dataclass(frozen=True, slots=True)
class Edition:
    """One build as it was written: what the desk knows of it, and what hasil.json says."""

    asal: editions.Edition
    hasil: Record

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.asal.folder

    @property
    def nama(self) -> str:
        """What people call it."""
        return self.asal.nama

    @property
    def manifest(self) -> Record:
        """Its manifest."""
        return self.asal.manifest

    @property
    def susunan(self) -> str:
        """The beginning of its digest, by which an address names it."""
        return str(self.manifest["digest"])[:7]

    @property
    def menjelaskan(self) -> Mapping[str, Mapping[str, str]]:
        """By indicator the bands that must be explained, each `bawah` or `lebih`."""
        return menjelaskan(self.hasil)

    @property
    def problems(self) -> list[Record]:
        """The findings, galat first."""
        order = list(Severity)
        return sorted(self.hasil["masalah"], key=lambda one: order.index(one["tingkat"]))


@dataclass(frozen=True, slots=True)
class View:
    """A quarter as the screens show it: the inputs folder, the edition (None: nothing built yet), what has changed.

    `sha` holds the SHA-256 of the input files, `berubah` names those that are no longer those of the edition;
    `aturan_berubah` is true where anything else it rests on is another. `menunggu` are the files nobody has accepted
    yet, `bahan` the digest of all inputs and rules, `terkirim` the letters that are out with what is to be done about
    them.
    """

    desk: Desk
    log: events.Log
    edition: Edition | None
    semua: Sequence[editions.Edition]
    sha: Mapping[str, str]
    berubah: tuple[str, ...]
    aturan_berubah: bool
    titles: Titles
    menunggu: tuple[inbox.Arrived, ...]
    bahan: str
    terkirim: Sequence[SentLetter]

    @property
    def name(self) -> str:
        """The name in the address."""
        return self.desk.nama

    @property
    def names(self) -> Names:
        """What documents, units and builds are called."""
        return Names.of(self.semua)

    @property
    def berkas(self) -> tuple[str, ...]:
        """The names of the input files."""
        return tuple(self.sha)

    @property
    def current(self) -> bool:
        """Whether the edition is what the inputs and rules of now would give."""
        return self.edition is not None and not self.berubah and not self.aturan_berubah


class Shelf:
    """Reads what stands of a quarter. One for a server, used by several threads."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._reading, self._working = Lock(), Lock()
        self._book: tuple[str, Rulebook | None] = ("", None)
        self._kept: dict[tuple[Hashable, ...], Any] = {}

    def view(self, masukan: Path) -> View:
        """The quarter now."""
        desk = Desk.of(self._workspace, masukan)
        digests = digests_of(self._workspace, masukan, frozenset(), frozenset())
        files = {name.removeprefix(MASUKAN): sha for name, sha in digests.items() if name.startswith(MASUKAN)}
        log = events.read(desk)
        found = editions.editions(desk, log)
        stands = editions.newest(found)
        edition = Edition(stands, hasil_of(stands.folder)) if stands else None
        changed, rules = _changed(edition.manifest["bahan"], digests) if edition else ((), False)
        waits, titles, bahan = tuple(inbox.waiting(desk)), self.titles(digests), digest_of(digests)
        return View(
            desk, log, edition, found, files, changed, rules, titles, waits, bahan, self._sent(desk, log, found)
        )

    def _sent(self, desk: Desk, log: events.Log, found: Sequence[editions.Edition]) -> list[SentLetter]:
        """The letters that are out, held against the newest edition once for what was done and built."""
        done = tuple(one.nama for one in log.of(*editions.SENT, "dicabut"))
        key = ("terkirim", desk.nama, done, tuple((one.susunan, one.nama, one.terbaru) for one in found))
        return self._once(key, lambda: sent_letters(desk, log, found))

    def titles(self, digests: Mapping[str, str]) -> Titles:
        """The words of the rulebook as it lies there now; of one that does not load, none."""
        key = digest_of({name: one for name, one in digests.items() if name.startswith(("aturan/", "skema/"))})
        with self._reading:
            if self._book[0] != key:
                rules, _ = pipeline.load_rules(self._workspace, load_schemas(self._workspace.schemas))
                self._book = (key, rules)
            return Titles(self._book[1])

    def rulebook(self) -> Book:
        """The rulebook as it lies there now, with what is wrong in it."""
        digests = self._workspace.digests({})
        return self._once(("buku", digest_of(digests)), lambda: Book.of(self._workspace))

    def rules(self) -> Rulebook | None:
        """The rulebook as it lies there now; None where it does not load."""
        return self.titles(self._workspace.ground()).rules

    def fields(self, kind: str) -> tuple[Entry, ...]:
        """Every field that a document of a kind (`kind_of`) may print; none where the rulebook does not load."""
        ground, rules = digest_of(self._workspace.ground()), self.rules()
        if rules is None:
            return ()

        def every() -> tuple[Entry, ...]:
            return catalogue(Fields(rules, load_schemas(self._workspace.schemas)), (kind,))[kind]

        return self._once(("field", kind, ground), every)

    def glossary(self) -> Mapping[str, Sequence[Term]]:
        """The words of the work; none where the rulebook does not load."""
        book = self.rulebook()
        return glossary(book.desk) if book.desk else {}

    def _once(self, key: tuple[Hashable, ...], work: Callable[[], Kept]) -> Kept:
        """What `work` gives, worked out once for its key: all it rests on. The oldest gives way to the newest."""
        with self._working:
            if key not in self._kept:
                self._kept[key] = work()
            if len(self._kept) > _MOST:
                del self._kept[next(iter(self._kept))]
            found: Kept = self._kept[key]
            return found


def bahan_of(workspace: Workspace, masukan: Path) -> str:
    """The digest of all inputs and rules, by which a view names what it rests on (`View.bahan`)."""
    return digest_of(digests_of(workspace, masukan, frozenset(), frozenset()))


@lru_cache(maxsize=16)
def hasil_of(folder: Path) -> Record:
    """The content of hasil.json of a whole build, which never changes. Raises as `read_hasil` does."""
    return read_hasil(folder)


def _changed(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[tuple[str, ...], bool]:
    """The input files that differ, and whether the program, a template or a schema does.

    Of the rules only those in force count, which the manifest names by a digest of its own.
    """
    names = {name for name in {*then, *now} if then.get(name) != now.get(name) and not name.startswith("aturan/")}
    files = sorted(name.removeprefix(MASUKAN) for name in names if name.startswith(MASUKAN))
    return tuple(files), any(not name.startswith(MASUKAN) for name in names)
