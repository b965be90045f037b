"""What one file yields: its sheets' rows in the tables, and beside them everything there is to say about it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from p3dn_reports.inputs.arrange import arrange
from p3dn_reports.inputs.findings import Told
from p3dn_reports.inputs.load import Sink, load_sheet
from p3dn_reports.inputs.reader import TEXTS, WORKBOOKS, RawSheet, read_file
from p3dn_reports.inputs.recognise import Captions, Layout, recognise
from p3dn_reports.inputs.workbook.edition import outdated, tables_of
from p3dn_reports.inputs.workbook.own_sheets import is_own_sheet
from p3dn_reports.problems import Location, Problem, Severity, problem
from p3dn_reports.tables import TableSchema

Schemas = Mapping[str, TableSchema]


@dataclass(frozen=True, slots=True)
class SheetReading:
    """One recognised sheet: how it was read, how many rows it gave, and the faults of its cells."""

    layout: Layout
    rows: int
    told: tuple[Told, ...]


@dataclass(slots=True)
class FileReading:
    """One file, read: sheets in their order, and the problems of the file and of sheets as a whole."""

    problems: list[Problem] = field(default_factory=list)
    sheets: list[SheetReading] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        """A form for files."""
        return {
            "problems": [dataclasses.asdict(found) for found in self.problems],
            "sheets": [
                {"layout": _layout_json(item.layout), "rows": item.rows, "told": [told.as_json() for told in item.told]}
                for item in self.sheets
            ],
        }


def reading_from_json(found: Mapping[str, Any], schemas: Schemas) -> FileReading:
    """What `FileReading.as_json` wrote."""
    sheets = [
        SheetReading(_layout(item["layout"], schemas), item["rows"], tuple(map(Told.from_json, item["told"])))
        for item in found["sheets"]
    ]
    return FileReading([_problem(item) for item in found["problems"]], sheets)


def read_one(path: Path, schemas: Schemas, captions: Captions, sink: Sink) -> FileReading:
    """Read one file, handing its rows on to `sink` sheet by sheet."""
    reading = FileReading()
    for item in read_file(path):
        if isinstance(item, Problem):
            reading.problems.append(spoiling(item, path, schemas))
        else:
            _read_sheet(item, schemas, captions, sink, reading)
    _heed_edition(path, schemas, reading)
    if not reading.sheets and not reading.problems:
        reading.problems.append(problem("berkas-tanpa-isi", Location(berkas=path.name)))
    return reading


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


def spoiling(found: Problem, path: Path, schemas: Schemas) -> Problem:
    """An unreadable text file named after a table spoils that table alone."""
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
    reading.sheets.append(SheetReading(layout, loaded.rows, tuple(loaded.findings.told())))


def _layout_json(layout: Layout) -> dict[str, object]:
    found: dict[str, object] = {item.name: getattr(layout, item.name) for item in dataclasses.fields(layout)}
    return found | {"schema": layout.schema.name}


def _layout(found: Mapping[str, Any], schemas: Schemas) -> Layout:
    return Layout(**{**found, "schema": schemas[found["schema"]]})


def _problem(found: Mapping[str, Any]) -> Problem:
    fixed = {
        "tingkat": Severity(found["tingkat"]),
        "lokasi": Location(**found["lokasi"]),
        "unit": tuple(found["unit"]),
    }
    return Problem(**{**found, **fixed})
