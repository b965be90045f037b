"""What a waiting file is, and what accepting it would do: read in its place, beside the inputs, before anybody accepts.

`look` writes nothing among the inputs: it reads them in a folder of its own, in which the file already lies.
`take_in` accepts what was looked at.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from p3dn_reports import pipeline
from p3dn_reports.desk import events
from p3dn_reports.desk.editions import Edition, editions
from p3dn_reports.desk.inbox import Arrived, accept, input_name, namesake, reject
from p3dn_reports.desk.letters import adopt, letters
from p3dn_reports.desk.people import Petugas
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.recognising import Recognised, recognise
from p3dn_reports.desk.returning import Compared, compare
from p3dn_reports.documents.readings import changes_in_words
from p3dn_reports.documents.weighing import documents_changed
from p3dn_reports.errors import ProblemsError, UsageError
from p3dn_reports.evaluation.changes import changes
from p3dn_reports.inputs.files.kinds import NOT_YET, input_files, is_input
from p3dn_reports.inputs.folder import read_inputs
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.pipeline.quarter import Assessed
from p3dn_reports.problems import Problem, Severity
from p3dn_reports.rules import Rulebook
from p3dn_reports.tables import Source, TableSchema

INPUT, LETTER, UNKNOWN = "masukan", "naskah", "tidak dikenal"


@dataclass(frozen=True, slots=True)
class Table:
    """A table that a file feeds, with the rows it brings."""

    tabel: str
    judul: str
    baris: int


@dataclass(frozen=True, slots=True)
class Looked:
    """A waiting file as it would be taken in.

    `jenis` is INPUT, LETTER (`naskah` says which) or UNKNOWN. `menggantikan` is the input it takes the place of, with
    the SHA-256 that `accept` asks for; `calon` are others that feed the same tables. `temuan` are the findings in the
    file itself, held in `banding` against those of the file it replaces; `akibat` says in sentences what comes out
    otherwise. `ditolak`: the file as a whole is not safe, or not readable, and cannot be accepted.
    """

    arrived: Arrived
    jenis: str
    naskah: Recognised | None = None
    tabel: tuple[Table, ...] = ()
    menggantikan: str | None = None
    sha_lama: str | None = None
    calon: tuple[str, ...] = ()
    temuan: tuple[Problem, ...] = ()
    banding: Compared = field(default_factory=lambda: Compared((), (), ()))
    akibat: tuple[str, ...] = ()
    ditolak: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    problems: tuple[Problem, ...]
    sources: tuple[Source, ...]
    assessed: Assessed | None


def look(desk: Desk, arrived: Arrived, found: Sequence[Edition], menggantikan: str | None = None) -> Looked:
    """What a waiting file is, and what would come of it in the place of `menggantikan` (else of its namesake)."""
    content = arrived.path.read_bytes()
    if arrived.nama.casefold().endswith(".docx") and (ours := recognise(content, arrived.nama, found)):
        return Looked(arrived, LETTER, naskah=ours)
    name = input_name(arrived)
    if not is_readable(arrived):
        return Looked(arrived, UNKNOWN, ditolak=True)
    old = namesake(desk, name, menggantikan)
    schemas = load_schemas(desk.workspace.schemas)
    rules, _ = pipeline.load_rules(desk.workspace, schemas)
    before = _read(desk, desk.masukan, schemas, rules)
    with _as_if(desk, arrived, name, old) as folder:
        after = _read(desk, folder, schemas, rules)
    return _told(arrived, name, old, before, after, schemas, rules)


def is_readable(arrived: Arrived) -> bool:
    """Whether a waiting file is of a kind that is read as an input."""
    suffix = arrived.path.suffix.casefold()
    return is_input(arrived.path) and suffix not in NOT_YET - {".xml"}


def _told(
    arrived: Arrived,
    name: str,
    old: Path | None,
    before: _Reading,
    after: _Reading,
    schemas: dict[str, TableSchema],
    rules: Rulebook | None,
) -> Looked:
    own = tuple(one for one in after.problems if one.lokasi.berkas == name)
    theirs = [one for one in before.problems if old is not None and one.lokasi.berkas == old.name]
    tables = _tables(after.sources, name, schemas)
    names = {one.tabel for one in tables}
    others = dict.fromkeys(
        one.berkas for one in before.sources if one.tabel in names and one.berkas != (old.name if old else None)
    )
    return Looked(
        arrived,
        INPUT if tables else UNKNOWN,
        tabel=tables,
        menggantikan=old.name if old else None,
        sha_lama=file_digest(old) if old else None,
        calon=tuple(others),
        temuan=own,
        banding=compare(_weighty(theirs), _weighty(own)),
        akibat=tuple(_consequence(before, after, rules)),
        ditolak=any(one.tingkat is Severity.GALAT and one.lokasi.lembar is None and not _has_row(one) for one in own),
    )


def _has_row(one: Problem) -> bool:
    return one.lokasi.sel is not None or one.lokasi.baris is not None or one.lokasi.kolom is not None


def _weighty(problems: Sequence[Problem]) -> list[dict[str, object]]:
    return [one.as_json() for one in problems if one.tingkat is not Severity.CATATAN]


def _tables(sources: Sequence[Source], name: str, schemas: dict[str, TableSchema]) -> tuple[Table, ...]:
    rows: dict[str, int] = {}
    for one in sources:
        if one.berkas == name:
            rows[one.tabel] = rows.get(one.tabel, 0) + one.jumlah_baris
    return tuple(Table(tabel, schemas[tabel].title, count) for tabel, count in rows.items())


def _consequence(before: _Reading, after: _Reading, rules: Rulebook | None) -> Iterator[str]:
    """What comes out otherwise: figures, verdicts and documents, and the documents that are withheld or set free."""
    faults = [sum(one.tingkat is Severity.GALAT for one in side.problems) for side in (before, after)]
    if faults[0] != faults[1]:
        yield f"galat menjadi {faults[1]}, tadinya {faults[0]}"
    if after.assessed is None:
        yield "capaian belum dapat dihitung"
        return
    if before.assessed is None or rules is None:
        units = len(after.assessed.assessment.unit)
        yield f"capaian {units} satuan kerja dapat dihitung, {len(after.assessed.planned)} naskah diminta"
        return
    titles = {name: one.judul for name, one in rules.indikator.items()}
    moved = changes(before.assessed.assessment, after.assessed.assessment, titles)
    papers = tuple(documents_changed(before.assessed.planned, after.assessed.planned))
    yield from changes_in_words(moved, [one for one in papers if None in (one.sebelum, one.sesudah)])
    for status, told in (("ditahan", "naskah menjadi ditahan"), ("lengkap", "naskah menjadi lengkap")):
        if many := sum(one.sesudah == status and one.sebelum is not None for one in papers):
            yield f"{many} {told}"


def _read(desk: Desk, folder: Path, schemas: dict[str, TableSchema], rules: Rulebook | None) -> _Reading:
    """The inputs of a folder, assessed where they can be."""
    if not folder.is_dir():
        return _Reading((), (), None)
    with read_inputs(folder, schemas, pipeline.manner(desk.workspace)) as read:
        if rules is None or read.meta is None:
            return _Reading(read.problems, read.tables.sources, None)
        try:
            assessed = pipeline.assess(pipeline.quarter_of(rules, read), otherwise=False)
        except ProblemsError as error:
            return _Reading(error.problems, read.tables.sources, None)
        return _Reading(assessed.problems, read.tables.sources, assessed)


@contextmanager
def _as_if(desk: Desk, arrived: Arrived, name: str, old: Path | None) -> Iterator[Path]:
    """The inputs with the waiting file among them, in a folder that goes again; nothing is copied where it need not."""
    with tempfile.TemporaryDirectory(prefix="p3dn-") as temporary:
        inputs = input_files(desk.masukan) if desk.masukan.is_dir() else {}
        for berkas, path in inputs.items():
            if path != old:
                _lay(path, Path(temporary, berkas))
        _lay(arrived.path, Path(temporary, name))
        yield Path(temporary)


def _lay(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that knows no links
        shutil.copyfile(source, target)


def take_in(desk: Desk, petugas: Petugas, looked: Looked) -> Path:
    """Accept what was looked at: an input into the inputs, a letter of ours among the working copies; where it lies.

    Raises UsageError for what cannot be accepted, and as `inbox.accept` does.
    """
    arrived = looked.arrived
    if looked.naskah is not None:
        log = events.read(desk)
        standing = letters(desk, editions(desk, log), log)
        place = adopt(desk, arrived.path.read_bytes(), looked.naskah, arrived.nama, standing)
        reject(desk, petugas, arrived, catatan=f"disimpan sebagai salinan kerja {place.name}")
        return place
    if looked.ditolak:
        why = "; ".join(one.pesan for one in looked.temuan) or "bukan jenis berkas yang dibaca"
        raise UsageError(f"{arrived.nama} tidak dapat diterima: {why}")
    event = accept(desk, petugas, arrived, looked.menggantikan, looked.sha_lama)
    return desk.masukan / str(event.data["berkas"])
