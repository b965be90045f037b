"""Records in JSON, as programs answer: .json."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.inputs.files import jsonfile, paging
from p3dn_reports.inputs.files.formats.texts import read_text
from p3dn_reports.inputs.files.raw import RawSheet, Read
from p3dn_reports.problems import Location, problem


def read(path: Path) -> Read:
    """Its one sheet: the names of the fields, and a row for each record."""
    return read_text(path, _records, "json-rusak")


def _records(berkas: str, text: str) -> Read:
    table = jsonfile.read(text)
    if table.page:
        yield paging.told(table.page, berkas)
    if table.halves:
        number, name = table.halves[0]
        place = Location(berkas, sel=f"rekaman {number}", baris=number, kolom=name)
        yield problem("huruf-rusak", place, banyak=len(table.halves))
    yield RawSheet(berkas, None, table.rows)
