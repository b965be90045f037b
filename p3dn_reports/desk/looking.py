"""What a waiting file is, and what accepting it would do: read in its place, beside the inputs, before anybody accepts.

`look` writes nothing among the inputs: it reads them in a folder of its own, in which the file already lies.
`look_at_all` does so for all that waits, and tells who is to send what; `taking.take_in` accepts what was looked at.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Self

from p3dn_reports import pipeline
from p3dn_reports.desk.editions import Edition
from p3dn_reports.desk.inbox import Arrived, input_name, namesake
from p3dn_reports.desk.places import Desk
from p3dn_reports.desk.recognising import Recognised, recognise
from p3dn_reports.desk.returning import Compared, compare
from p3dn_reports.documents.readings import changes_in_words
from p3dn_reports.documents.weighing import documents_changed
from p3dn_reports.errors import ProblemsError
from p3dn_reports.evaluation.changes import changes
from p3dn_reports.inputs.files.kinds import NOT_YET, input_files, is_input
from p3dn_reports.inputs.folder import read_inputs
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.inputs.sheets.recognise import nearest
from p3dn_reports.pipeline.quarter import Assessed
from p3dn_reports.problems import Problem, Severity
from p3dn_reports.rules import Rulebook
from p3dn_reports.tables import Source, TableSchema

INPUT, LETTER, PDF, UNKNOWN = "masukan", "naskah", "pdf", "tidak dikenal"
_PDF = b"%PDF-"


@dataclass(frozen=True, slots=True)
class Table:
    """A table that a file feeds, with the rows it brings."""

    tabel: str
    judul: str
    baris: int


@dataclass(frozen=True, slots=True)
class Looked:
    """A waiting file as it would be taken in.

    `jenis` is INPUT, LETTER (`naskah` says which), PDF (it may be one signed), or UNKNOWN: then `kolom` are the
    captions that could be read, `mirip` the table that is nearest and `kurang` what it lacks. `menggantikan` is the
    input it takes the place of, with the SHA-256 that `accept` asks for; `calon` are others that feed the same tables.
    `temuan` are the findings in the file itself, held in `banding` against those of the file it replaces; `akibat` says
    in sentences what comes out otherwise. `ditolak`: the file as a whole is not safe, or not readable, and cannot be
    accepted.
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
    kolom: tuple[str, ...] = ()
    mirip: str | None = None
    kurang: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Expected:
    """A file of the inputs, or one that table `sumber_data` names and that is not there (`ada`).

    `tabel` is what it feeds, `galat` and `peringatan` count what was found in it.
    """

    berkas: str
    sumber: str | None
    pemilik: str | None
    data_per: date | None
    ada: bool
    tabel: tuple[Table, ...]
    galat: int
    peringatan: int


@dataclass(frozen=True, slots=True)
class LookedAtAll:
    """All that waits by its id, what comes of taking in all of it (`akibat`), and what is there and is expected."""

    dilihat: dict[str, Looked]
    akibat: tuple[str, ...]
    diharapkan: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    problems: tuple[Problem, ...]
    sources: tuple[Source, ...]
    assessed: Assessed | None
    sumber_data: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class _Beside:
    """What waiting files are held against: the inputs as they are, and the words they are read with."""

    desk: Desk
    schemas: dict[str, TableSchema]
    rules: Rulebook | None
    before: _Reading

    @classmethod
    def of(cls, desk: Desk) -> Self:
        schemas = load_schemas(desk.workspace.schemas)
        rules, _ = pipeline.load_rules(desk.workspace, schemas)
        return cls(desk, schemas, rules, _read(desk, desk.masukan, schemas, rules))

    def read_with(self, taken: Sequence[_Taken]) -> _Reading:
        """The inputs as if the files had been taken in."""
        with _as_if(self.desk, taken) as folder:
            return _read(self.desk, folder, self.schemas, self.rules)


class _Taken(NamedTuple):
    """A waiting file under the name it gets, in the place of `lama`."""

    arrived: Arrived
    name: str
    lama: Path | None


def look(desk: Desk, arrived: Arrived, found: Sequence[Edition], menggantikan: str | None = None) -> Looked:
    """What a waiting file is, and what would come of it in the place of `menggantikan` (else of its namesake)."""
    return _no_input(arrived, found) or _looked(_Beside.of(desk), _taken(desk, arrived, menggantikan))


def look_at_all(desk: Desk, arrived: Sequence[Arrived], found: Sequence[Edition]) -> LookedAtAll:
    """As `look` each of what waits, of one reading of the inputs; and who is to send what."""
    beside = _Beside.of(desk)
    looked = {one.id: other for one in arrived if (other := _no_input(one, found))}
    taken = [_taken(desk, one) for one in arrived if one.id not in looked]
    looked |= {one.arrived.id: _looked(beside, one) for one in taken}
    useful = [one for one in taken if not looked[one.arrived.id].ditolak]
    names = {one.name.casefold() for one in useful}
    together = beside.read_with(useful) if len(names) == len(useful) > 1 else None
    akibat = _consequence(beside.before, together, beside.rules) if together else ()
    return LookedAtAll(looked, tuple(akibat), tuple(_expected(beside)))


def _no_input(arrived: Arrived, found: Sequence[Edition]) -> Looked | None:
    """What a file is that is never read as an input; None for one that may be."""
    suffix = arrived.path.suffix.casefold()
    if suffix == ".docx" and (ours := recognise(arrived.path.read_bytes(), arrived.nama, found)):
        return Looked(arrived, LETTER, naskah=ours)
    if suffix == ".pdf" and _begins_as_pdf(arrived.path):
        return Looked(arrived, PDF, ditolak=True)
    return None if is_readable(arrived) else Looked(arrived, UNKNOWN, ditolak=True)


def _begins_as_pdf(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(_PDF)) == _PDF


def _taken(desk: Desk, arrived: Arrived, menggantikan: str | None = None) -> _Taken:
    name = input_name(arrived)
    return _Taken(arrived, name, namesake(desk, name, menggantikan))


def _looked(beside: _Beside, taken: _Taken) -> Looked:
    looked = _told(beside, taken, beside.read_with([taken]))
    if looked.ditolak or looked.jenis is not UNKNOWN:
        return looked
    kolom, mirip, kurang = nearest(taken.arrived.path, beside.schemas)
    return replace(looked, kolom=tuple(kolom), mirip=mirip, kurang=tuple(kurang))


def _expected(beside: _Beside) -> Iterator[Expected]:
    """What `sumber_data` names, a line for each of its sources, then what lies there unnamed."""
    reading, there = beside.before, input_files(beside.desk.masukan) if beside.desk.masukan.is_dir() else {}
    named = [row for row in reading.sumber_data if row["berkas"]]
    told = {str(row["berkas"]) for row in named}
    unnamed = [{"berkas": one, "sumber": None, "pemilik": None, "data_per": None} for one in there if one not in told]
    for row in (*named, *unnamed):
        berkas = str(row["berkas"])
        faults = Counter(one.tingkat for one in reading.problems if one.lokasi.berkas == berkas)
        yield Expected(
            berkas,
            row["sumber"],
            row["pemilik"],
            row["data_per"],
            berkas in there,
            _tables(reading.sources, berkas, beside.schemas),
            faults[Severity.GALAT],
            faults[Severity.PERINGATAN],
        )


def is_readable(arrived: Arrived) -> bool:
    """Whether a waiting file is of a kind that is read as an input."""
    suffix = arrived.path.suffix.casefold()
    return is_input(arrived.path) and suffix not in NOT_YET - {".xml"}


def _told(beside: _Beside, taken: _Taken, after: _Reading) -> Looked:
    (arrived, name, old), before = taken, beside.before
    own = tuple(one for one in after.problems if one.lokasi.berkas == name)
    theirs = [one for one in before.problems if old is not None and one.lokasi.berkas == old.name]
    tables = _tables(after.sources, name, beside.schemas)
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
        akibat=tuple(_consequence(before, after, beside.rules)),
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
    for status, told in (("ditahan", "naskah menjadi ditahan"), ("lengkap", "naskah menjadi lengkap")):
        if many := sum(one.sesudah == status and one.sebelum is not None for one in papers):
            yield f"{many} {told}"
    yield from changes_in_words(moved, [one for one in papers if None in (one.sebelum, one.sesudah)])


def _read(desk: Desk, folder: Path, schemas: dict[str, TableSchema], rules: Rulebook | None) -> _Reading:
    """The inputs of a folder, assessed where they can be."""
    if not folder.is_dir():
        return _Reading((), (), None)
    with read_inputs(folder, schemas, pipeline.manner(desk.workspace)) as read:
        sources, named = read.tables.sources, read.tables.rows("sumber_data")
        if rules is None or read.meta is None:
            return _Reading(read.problems, sources, None, named)
        try:
            assessed = pipeline.assess(pipeline.quarter_of(rules, read), otherwise=False)
        except ProblemsError as error:
            return _Reading(error.problems, sources, None, named)
        return _Reading(assessed.problems, sources, assessed, named)


@contextmanager
def _as_if(desk: Desk, taken: Sequence[_Taken]) -> Iterator[Path]:
    """The inputs with waiting files among them, in a folder that goes again; nothing is copied where it need not."""
    with tempfile.TemporaryDirectory(prefix="p3dn-") as temporary:
        inputs = input_files(desk.masukan) if desk.masukan.is_dir() else {}
        gone = {one.lama for one in taken}
        for berkas, path in inputs.items():
            if path not in gone:
                _lay(path, Path(temporary, berkas))
        for one in taken:
            _lay(one.arrived.path, Path(temporary, one.name))
        yield Path(temporary)


def _lay(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that knows no links
        shutil.copyfile(source, target)
