"""What one file yields: its sheets' rows in the tables, and beside them everything there is to say about it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import Any, Self

from p3dn_reports.inputs.files.kinds import TEXTS, WORKBOOKS
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.files.reader import read_file
from p3dn_reports.inputs.sheets.arrange import arrange
from p3dn_reports.inputs.sheets.edition import outdated, tables_of
from p3dn_reports.inputs.sheets.findings import Told
from p3dn_reports.inputs.sheets.footers import Total
from p3dn_reports.inputs.sheets.load import Sink, load_sheet
from p3dn_reports.inputs.sheets.own_sheets import is_own_sheet, is_results
from p3dn_reports.inputs.sheets.recognise import Captions, recognise
from p3dn_reports.inputs.sheets.sheet_layout import Layout
from p3dn_reports.problems import Location, Problem, Severity, problem
from p3dn_reports.tables import TableSchema

Schemas = Mapping[str, TableSchema]


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One recognised sheet: how it was read, how many rows it gave, the faults of its cells, its rows of totals."""

    layout: Layout
    rows: int
    told: tuple[Told, ...]
    totals: tuple[Total, ...] = ()

    def as_json(self) -> dict[str, object]:
        """A form for files."""
        told, totals = [told.as_json() for told in self.told], [total.as_json() for total in self.totals]
        return {"layout": _layout_json(self.layout), "rows": self.rows, "told": told, "totals": totals}

    @classmethod
    def from_json(cls, found: Mapping[str, Any], schemas: Schemas) -> Self:
        """What `as_json` wrote."""
        told, totals = map(Told.from_json, found["told"]), map(Total.from_json, found["totals"])
        return cls(_layout(found["layout"], schemas), found["rows"], tuple(told), tuple(totals))


@dataclass(slots=True)
class FileReading:
    """One file, read: sheets in their order, and the problems of the file and of sheets as a whole."""

    problems: list[Problem] = field(default_factory=list)
    sheets: list[SheetReading] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """A form for files."""
        return {
            "problems": [dataclasses.asdict(found) for found in self.problems],
            "sheets": [item.as_json() for item in self.sheets],
        }


def reading_from_json(found: Mapping[str, Any], schemas: Schemas) -> FileReading:
    """What `FileReading.as_json` wrote."""
    sheets = [SheetReading.from_json(item, schemas) for item in found["sheets"]]
    return FileReading([problem_from_json(item) for item in found["problems"]], sheets)


def read_one(path: Path, berkas: str, schemas: Schemas, captions: Captions, sink: Sink) -> FileReading:
    """Read one file, called `berkas`, handing its rows on to `sink` sheet by sheet."""
    if path.suffix.casefold() in WORKBOOKS and is_results(path):
        return FileReading([problem("keluaran-di-masukan", Location(berkas=berkas), nilai=berkas)])
    reading = FileReading()
    for item in read_file(path, berkas):
        if isinstance(item, Problem):
            reading.problems.append(spoiling(item, berkas, schemas))
        else:
            _read_sheet(item, schemas, captions, sink, reading)
    _heed_text(reading)
    _heed_edition(path, schemas, reading)
    _heed_disguise(path, berkas, reading)
    if not reading.sheets and not reading.problems:
        reading.problems.append(problem("berkas-tanpa-isi", Location(berkas=berkas)))
    return reading


_OF_THE_TEXT = frozenset({"kutip-tidak-ditutup", "kutip-menelan-baris", "satu-halaman-saja"})


def _heed_text(reading: FileReading) -> None:
    """What a text says of itself touches its table alone; that no row is left is said with the quotation mark."""
    kinds = {found.kode for found in reading.problems}
    if "kutip-tidak-ditutup" in kinds:
        reading.problems = [found for found in reading.problems if found.kode != "tabel-tanpa-baris"]
    tables = {sheet.layout.schema.name for sheet in reading.sheets}
    if len(tables) == 1 and not kinds.isdisjoint(_OF_THE_TEXT):
        (tabel,) = tables
        reading.problems = [
            replace(found, tabel=tabel) if found.kode in _OF_THE_TEXT else found for found in reading.problems
        ]


def _heed_disguise(path: Path, berkas: str, reading: FileReading) -> None:
    """What only bears the name of a workbook, and holds no table of ours, is refused and not passed over."""
    isi = next((found.nilai for found in reading.problems if found.kode == "ekspor-terbaca"), None)
    if isi and not reading.sheets:
        place = Location(berkas=berkas)
        reading.problems = [problem("akhiran-tidak-sesuai", place, semua_unit=True, akhiran=path.suffix, isi=isi)]


def _heed_edition(path: Path, schemas: Schemas, reading: FileReading) -> None:
    """In a fill-in workbook of ours, a sheet left empty says nothing; one of an older edition is told."""
    if path.suffix.casefold() not in WORKBOOKS or any(found.semua_unit for found in reading.problems):
        return
    ours = tables_of(path)
    empty = {sheet.layout.lembar for sheet in reading.sheets if not sheet.rows and sheet.layout.schema.name in ours}
    reading.sheets = [sheet for sheet in reading.sheets if sheet.layout.lembar not in empty]
    reading.problems = [found for found in reading.problems if found.lokasi.lembar not in empty]
    if old := outdated(path, schemas):
        reading.problems.append(old)


def spoiling(found: Problem, berkas: str, schemas: Schemas) -> Problem:
    """An unreadable text file named after a table spoils that table alone."""
    path = PurePath(berkas)
    named = path.stem in schemas and path.suffix.casefold() in TEXTS
    return replace(found, tabel=path.stem) if found.semua_unit and named else found


def _read_sheet(raw: RawSheet, schemas: Schemas, captions: Captions, sink: Sink, reading: FileReading) -> None:
    if is_own_sheet(raw):
        return
    sheet, remarks = arrange(raw, schemas)
    reading.problems.extend(remarks)
    if sheet is None:
        return
    layout, problems = recognise(sheet, schemas, captions)
    reading.problems.extend(problems)
    if layout is None:
        return
    if sheet.hidden:
        place = Location(sheet.berkas, sheet.lembar)
        reading.problems.append(problem("lembar-tersembunyi", place, tabel=layout.schema.name))
    loaded = load_sheet(sheet, layout, sink)
    reading.problems.extend(loaded.remarks)
    reading.sheets.append(SheetReading(layout, loaded.rows, tuple(loaded.findings.told()), loaded.totals))


def _layout_json(layout: Layout) -> dict[str, object]:
    found: dict[str, object] = {item.name: getattr(layout, item.name) for item in dataclasses.fields(layout)}
    return found | {"schema": layout.schema.name}


def _layout(found: Mapping[str, Any], schemas: Schemas) -> Layout:
    return Layout(**{**found, "schema": schemas[found["schema"]]})


def problem_from_json(found: Mapping[str, Any]) -> Problem:
    """A problem from the fields `dataclasses.asdict` gave."""
    fixed = {
        "tingkat": Severity(found["tingkat"]),
        "lokasi": Location(**found["lokasi"]),
        "unit": tuple(found["unit"]),
    }
    return Problem(**{**found, **fixed})
