"""Reads a whole inputs folder: every sheet of every file into typed tables, every problem beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from p3dn_reports.inputs.cells import letters
from p3dn_reports.inputs.checks.all_checks import check_tables
from p3dn_reports.inputs.checks.hits import Context, RowPlace
from p3dn_reports.inputs.checks.leftover import Place, is_on, leftover_sheets, take_out
from p3dn_reports.inputs.checks.leftover import told as told_leftover
from p3dn_reports.inputs.checks.marking import mark_faulty
from p3dn_reports.inputs.checks.meta import read_meta
from p3dn_reports.inputs.checks.money import worth
from p3dn_reports.inputs.checks.quotes import without_swallowed
from p3dn_reports.inputs.checks.sums import check_sums
from p3dn_reports.inputs.checks.units import resolve_units
from p3dn_reports.inputs.checks.years import leave_out_other_years
from p3dn_reports.inputs.files.kinds import (
    Mirrored,
    files_below,
    has_a_name,
    input_files,
    is_conflict_copy,
    is_input,
    mirrored,
)
from p3dn_reports.inputs.files.paging import without_whole
from p3dn_reports.inputs.files.receipt import is_part
from p3dn_reports.inputs.intake.kept import Checked, KeptFolders
from p3dn_reports.inputs.intake.lake import read_part
from p3dn_reports.inputs.intake.shelf import file_digest
from p3dn_reports.inputs.intake.taking import InputFile, Manner, still_is, take_in
from p3dn_reports.inputs.sheets.findings import unit_sql
from p3dn_reports.inputs.sheets.reading import FileReading, SheetReading
from p3dn_reports.inputs.sheets.recognise import captions_of
from p3dn_reports.inputs.sheets.sheet_layout import Layout
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import Meta, Source, TableSchema
from p3dn_reports.tables.duck import DuckTables, memory_tables

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Inputs:
    """One inputs folder, read. A context manager: leaving it closes the tables. `meta` is None where it is at fault."""

    tables: DuckTables
    meta: Meta | None
    problems: tuple[Problem, ...]
    files: tuple[InputFile, ...]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.tables.__exit__(kind, error, trace)


def read_inputs(folder: Path, schemas: Mapping[str, TableSchema], manner: Manner = Manner()) -> Inputs:  # noqa: B008
    """Read all input files directly in `folder`, in the order of their names, then those of mirrors within it.

    Faults of files, sheets and cells are problems of the result; a cell at fault is NULL and its row stays. Money is
    in rupiah, percentages on 0-100. `manner` says where readings are kept and which files are read in a process of
    their own; it never changes the result. A quarter of a lake is read from there instead. Raises UsageError without
    such a folder, ProblemsError where a lake's quarter is not what its receipt says.
    """
    if is_part(folder):
        checked, taken = read_part(folder, schemas)
        return Inputs(checked.tables, checked.meta, tuple(checked.problems), tuple(taken))
    inputs = read_files(input_files(folder), schemas, manner)
    return replace(inputs, problems=(*_aside(folder), *inputs.problems))


def read_files(found: Mapping[str, Path], schemas: Mapping[str, TableSchema], manner: Manner = Manner()) -> Inputs:  # noqa: B008
    """The same of these files, by the names they go by."""
    paths = [*found.values()]
    files = [InputFile(berkas, file_digest(path)) for berkas, path in found.items()]
    kept = _kept(paths, schemas, manner)
    if kept and (known := kept.load(files)):
        return Inputs(known.tables, known.meta, tuple(known.problems), tuple(files))
    inputs = _read(paths, files, schemas, manner)
    changed = tuple(_changed(paths, files))
    if kept and not changed:
        kept.store(files, Checked(inputs.tables, inputs.meta, inputs.problems))
    return replace(inputs, problems=(*changed, *inputs.problems))


def _changed(paths: Sequence[Path], files: Sequence[InputFile]) -> Iterator[Problem]:
    """Files saved anew since their digests were taken: what was read of them may be neither."""
    for path, file in zip(paths, files, strict=True):
        if not still_is(path, file):
            place = Location(berkas=file.berkas)
            yield problem("berkas-berubah-saat-dibaca", place, semua_unit=True, nilai=file.berkas)


def _kept(paths: Sequence[Path], schemas: Mapping[str, TableSchema], manner: Manner) -> KeptFolders | None:
    """Where a folder large enough is kept as a whole."""
    if manner.cache is None or sum(path.stat().st_size for path in paths) < manner.whole_from:
        return None
    return KeptFolders(manner.cache, schemas)


def _read(
    paths: Sequence[Path], files: Sequence[InputFile], schemas: Mapping[str, TableSchema], manner: Manner
) -> Inputs:
    tables = memory_tables(schemas)
    try:
        return _Reader(tables, manner).read(paths, files)
    except BaseException:
        tables.connection.close()
        raise


@dataclass(slots=True)
class _Reader:
    """Gathers what one pass over the files yields."""

    tables: DuckTables
    manner: Manner
    problems: list[Problem] = field(default_factory=list)
    layouts: dict[tuple[str, str, str | None], Layout] = field(default_factory=dict)
    findings: list[tuple[SheetReading, int]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    sources: list[Source] = field(default_factory=list)
    first_with: dict[str, str] = field(default_factory=dict)

    def read(self, paths: Sequence[Path], files: Sequence[InputFile]) -> Inputs:
        own = [(path, file) for path, file in zip(paths, files, strict=True) if not mirrored(file.berkas)]
        deeper = [(path, file) for path, file in zip(paths, files, strict=True) if mirrored(file.berkas)]
        self._take(own)
        taken = [*own, *self._take(self._of_this_folder(deeper) if deeper else ())]
        self.problems = without_whole(self.problems)
        self._note_presence()
        meta = self._check(frozenset(file.berkas for _, file in taken))
        return Inputs(self.tables, meta, tuple(self.problems), tuple(files))

    def _take(self, files: Sequence[tuple[Path, InputFile]]) -> Sequence[tuple[Path, InputFile]]:
        """Take files in, but for those with the content of one before them."""
        twins = self._twins(files)
        once = [(path, file) for path, file in files if file.berkas not in twins]
        readings = take_in(once, self.tables, captions_of(self.tables.schemas), self.manner)
        for _, file in files:
            if file.berkas in twins:
                self.problems.append(_twin(file.berkas, twins[file.berkas]))
            else:
                self._add(next(readings), file)
        readings.close()
        return files

    def _twins(self, files: Sequence[tuple[Path, InputFile]]) -> dict[str, str]:
        """Files with the content of one before them, and the name of that one; empty files are no twins."""
        twins = {}
        for path, file in files:
            first = self.first_with.setdefault(file.sha256, file.berkas) if path.stat().st_size else file.berkas
            if first != file.berkas:
                twins[file.berkas] = first
        return twins

    def _of_this_folder(self, files: Sequence[tuple[Path, InputFile]]) -> Sequence[tuple[Path, InputFile]]:
        """The files of a mirror that are of the region and year of `meta`; without it, whose they are is not known."""
        meta, _ = read_meta(self.tables, self.layouts)
        if meta is None:
            return ()
        wanted = Mirrored(meta.kd_klpd, meta.periode.tahun)
        others = [place for _, file in files if (place := mirrored(file.berkas)) and place != wanted]
        if others:
            self.problems.append(_others(others, wanted, files[0][1].berkas))
        return [(path, file) for path, file in files if mirrored(file.berkas) == wanted]

    def _add(self, reading: FileReading, file: InputFile) -> None:
        """Take in a file whose rows stand in the tables."""
        self.problems.extend(reading.problems)
        for sheet in reading.sheets:
            layout, name = sheet.layout, sheet.layout.schema.name
            self.layouts[name, layout.berkas, layout.lembar] = layout
            self.findings.append((sheet, self.counts[name]))
            self.counts[name] += sheet.rows
            self.sources.append(Source(layout.berkas, file.sha256, name, layout.lembar, sheet.rows))

    def _note_presence(self) -> None:
        columns: dict[str, set[str]] = {}
        for (table, _, _), layout in self.layouts.items():
            columns.setdefault(table, set()).update(layout.positions)
        self.tables.present = frozenset(columns)
        self.tables.columns_present = {table: frozenset(names) for table, names in columns.items()}
        self.tables.sources = tuple(self.sources)
        self.tables.letters = {
            place: {name: letters(layout.column_of(name)) for name in layout.positions if layout.has_letter(name)}
            for place, layout in self.layouts.items()
        }

    def _check(self, files: frozenset[str]) -> Meta | None:
        meta, problems = read_meta(self.tables, self.layouts)
        units = _Units(self.tables)
        units.know([schema.name for schema in self.tables.schemas.values() if schema.years_column])
        years = [*leave_out_other_years(self._context(meta, files))]
        context = self._context(meta, files)
        leftover = leftover_sheets(context)
        places = {sheet.place for sheet in leftover}
        names = [*years, *resolve_units(context)]
        kept = [(sheet, start) for sheet, start in self.findings if _place_of(sheet) not in places]
        amounts = partial(worth, self.tables.connection)
        cells = [told.problem(sheet.layout, start, units, amounts) for sheet, start in kept for told in sheet.told]
        sums = check_sums(self.tables, [sheet for sheet, _ in kept])
        mark_faulty(self.tables, [sheet for sheet, _ in kept])
        left_over = list(told_leftover(context, leftover))
        take_out(context, leftover)
        found = [*self.problems, *cells, *problems, *names, *sums, *check_tables(context)]
        found = without_swallowed(found)
        self.problems = [*(one for one in found if not is_on(one, places)), *left_over]
        return meta

    def _context(self, meta: Meta | None, files: frozenset[str]) -> Context:
        return Context(self.tables, self.layouts, meta, files, _names(self.tables), self._faulty)

    def _faulty(self, table: str, column: str) -> Set[RowPlace]:
        """The rows of a table whose cell in `column` could not be read."""
        readings = [sheet for sheet, _ in self.findings if sheet.layout.schema.name == table]
        return {
            (sheet.layout.berkas, sheet.layout.lembar, row)
            for sheet in readings
            for told in sheet.told
            if told.column == column and told.is_error
            for row in told.hits.rows
        }


def _place_of(sheet: SheetReading) -> Place:
    return sheet.layout.schema.name, sheet.layout.berkas, sheet.layout.lembar


@dataclass(slots=True)
class _Units:
    """The unit of every row of a table, asked of the database once per table."""

    tables: DuckTables
    known: dict[str, list[str | None]] = field(default_factory=dict)

    def know(self, tables: Iterable[str]) -> None:
        """Ask for tables whose rows are about to be left out in part: places are counted with them."""
        for table in tables:
            self(table)

    def __call__(self, table: str) -> list[str | None]:
        if table not in self.known:
            sql = f'SELECT {unit_sql(self.tables.schemas[table])} FROM "{table}" ORDER BY rowid'
            self.known[table] = [unit for (unit,) in self.tables.connection.execute(sql).fetchall()]
        return self.known[table]


def _names(tables: DuckTables) -> dict[str, str]:
    sql = "SELECT kode_satker, nama_satker FROM satker WHERE kode_satker IS NOT NULL AND nama_satker IS NOT NULL"
    return dict(tables.connection.execute(sql).fetchall())


def _aside(folder: Path) -> Iterator[Problem]:
    """Files that have no name in any writing, and folders within the folder, whose files nobody reads."""
    for path in sorted(folder.iterdir()):
        if is_input(path) and not has_a_name(path):
            nilai = path.name.encode("utf-8", "replace").decode()
            yield problem("nama-berkas-rusak", Location(berkas=nilai), nilai=nilai, semua_unit=True)
        if is_conflict_copy(path):
            yield problem("isian-kembar", Location(berkas=path.name), nilai=path.name)
    yield from _deeper(folder)


def _deeper(folder: Path) -> Iterator[Problem]:
    left = Counter(name.partition("/")[0] for name in files_below(folder) if not mirrored(name))
    for name, count in left.items():
        yield problem("folder-di-dalam", Location(berkas=name), nilai=name, banyak=count)


def _others(places: Sequence[Mirrored], wanted: Mirrored, berkas: str) -> Problem:
    named = ", ".join(dict.fromkeys(f"{place.kd_klpd} tahun {place.tahun}" for place in places[:_MOST_NAMED]))
    more = ", ..." if len({*places}) > len({*places[:_MOST_NAMED]}) else ""
    return problem(
        "cermin-bukan-miliknya",
        Location(berkas=berkas.partition("/")[0]),
        banyak=len(places),
        nilai=f"{named}{more}",
        diharapkan=f"{wanted.kd_klpd} tahun {wanted.tahun}",
    )


def _twin(berkas: str, kembaran: str) -> Problem:
    return problem("berkas-kembar", Location(berkas=berkas), kembaran=kembaran, nilai=berkas)
