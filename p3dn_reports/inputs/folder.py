"""Reads a whole inputs folder: every sheet of every file into typed tables, every problem beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from p3dn_reports.errors import UsageError
from p3dn_reports.inputs.cells import letters
from p3dn_reports.inputs.checks import Context, check_tables
from p3dn_reports.inputs.findings import CellFindings, unit_sql
from p3dn_reports.inputs.load import Counts, load_sheet
from p3dn_reports.inputs.meta import read_meta
from p3dn_reports.inputs.reader import TEXTS, RawSheet, is_input, read_file
from p3dn_reports.inputs.recognise import Captions, Layout, captions_of, recognise
from p3dn_reports.inputs.units import resolve_units
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import Meta, Source, Tables, TableSchema, memory_tables


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of the folder that was looked at, with the SHA-256 of its bytes."""

    berkas: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Inputs:
    """One inputs folder, read. A context manager: leaving it closes the tables. `meta` is None where it is at fault."""

    tables: Tables
    meta: Meta | None
    problems: tuple[Problem, ...]
    files: tuple[InputFile, ...]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.tables.__exit__(kind, error, trace)


def input_files(folder: Path) -> list[Path]:
    """The files of `folder` that are read, in the order of their names. Raises UsageError without such a folder."""
    if not folder.is_dir():
        raise UsageError(f"Folder masukan {folder} tidak ada.")
    return sorted(filter(is_input, folder.iterdir()))


def read_inputs(folder: Path, schemas: Mapping[str, TableSchema]) -> Inputs:
    """Read all input files directly in `folder`, in the order of their names.

    Faults of files, sheets and cells are problems of the result; a cell at fault is NULL and its row stays. Money is
    in rupiah, percentages on 0-100. Raises UsageError where there is no such folder.
    """
    paths = input_files(folder)
    tables = memory_tables(schemas)
    try:
        return _Reader(tables, captions_of(schemas)).read(paths)
    except BaseException:
        tables.connection.close()
        raise


@dataclass(slots=True)
class _Reader:
    """Gathers what one pass over the files yields."""

    tables: Tables
    captions: Captions
    problems: list[Problem] = field(default_factory=list)
    layouts: dict[tuple[str, str, str | None], Layout] = field(default_factory=dict)
    findings: CellFindings = field(default_factory=CellFindings)
    counts: Counts = field(default_factory=Counts)
    sources: list[Source] = field(default_factory=list)

    def read(self, paths: Sequence[Path]) -> Inputs:
        files = [InputFile(path.name, _digest(path)) for path in paths]
        first_with: dict[str, str] = {}
        for path, file in zip(paths, files, strict=True):
            twin = first_with.setdefault(file.sha256, file.berkas) if path.stat().st_size else file.berkas
            if twin != file.berkas:
                self.problems.append(_twin(file.berkas, twin))
            else:
                self._read_file(path, file)
        self._note_presence()
        meta = self._check(frozenset(file.berkas for file in files))
        return Inputs(self.tables, meta, tuple(self.problems), tuple(files))

    def _read_file(self, path: Path, file: InputFile) -> None:
        for item in read_file(path):
            if isinstance(item, Problem):
                self.problems.append(self._of_table(item, path))
            else:
                self._read_sheet(item, file)

    def _of_table(self, found: Problem, path: Path) -> Problem:
        """An unreadable text file named after a table spoils that table alone."""
        named = path.stem in self.tables.schemas and path.suffix.casefold() in TEXTS
        return replace(found, tabel=path.stem) if found.semua_unit and named else found

    def _read_sheet(self, sheet: RawSheet, file: InputFile) -> None:
        layout, problems = recognise(sheet, self.tables.schemas, self.captions)
        self.problems.extend(problems)
        if layout is None:
            return
        name = layout.schema.name
        self.layouts[name, sheet.berkas, sheet.lembar] = layout
        if sheet.hidden:
            self.problems.append(problem("lembar-tersembunyi", Location(sheet.berkas, sheet.lembar), tabel=name))
        rows, remarks = load_sheet(sheet, layout, self.tables, self.findings, self.counts)
        self.problems.extend(remarks)
        self.sources.append(Source(sheet.berkas, file.sha256, name, sheet.lembar, rows))

    def _note_presence(self) -> None:
        columns: dict[str, set[str]] = {}
        for (table, _, _), layout in self.layouts.items():
            columns.setdefault(table, set()).update(layout.positions)
        self.tables.present = frozenset(columns)
        self.tables.columns_present = {table: frozenset(names) for table, names in columns.items()}
        self.tables.sources = tuple(self.sources)
        self.tables.letters = {
            place: {name: letters(layout.column_of(name)) for name in layout.positions}
            for place, layout in self.layouts.items()
        }

    def _check(self, files: frozenset[str]) -> Meta | None:
        meta, problems = read_meta(self.tables, self.layouts)
        context = Context(self.tables, self.layouts, meta, files)
        names = resolve_units(context)
        self.problems.extend(self.findings.problems(_Units(self.tables)))
        self.problems.extend([*problems, *names, *check_tables(context)])
        return meta


@dataclass(slots=True)
class _Units:
    """The unit of every row of a table, asked of the database once per table."""

    tables: Tables
    known: dict[str, list[str | None]] = field(default_factory=dict)

    def __call__(self, table: str) -> list[str | None]:
        if table not in self.known:
            sql = f'SELECT {unit_sql(self.tables.schemas[table])} FROM "{table}" ORDER BY rowid'
            self.known[table] = [unit for (unit,) in self.tables.connection.execute(sql).fetchall()]
        return self.known[table]


def _twin(berkas: str, kembaran: str) -> Problem:
    return problem("berkas-kembar", Location(berkas=berkas), kembaran=kembaran, nilai=berkas)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
