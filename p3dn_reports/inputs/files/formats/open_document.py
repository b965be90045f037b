"""OpenDocument spreadsheets: .ods."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports.inputs.files import opendocument
from p3dn_reports.inputs.files.preflight import Limits
from p3dn_reports.inputs.files.raw import RawSheet, Read
from p3dn_reports.inputs.files.unpacking import RefusedError
from p3dn_reports.problems import Location, problem


def read(path: Path) -> Read:
    """Its sheets, but those whose name begins with `_`."""
    try:
        found = opendocument.read(path, Limits())
    except RefusedError as refused:
        yield problem(refused.kode, Location(berkas=path.name), semua_unit=True, **refused.isi)
        return
    for sheet in found:
        if not sheet.name.startswith("_"):
            yield RawSheet(path.name, sheet.name, sheet.rows, 0, sheet.hidden, from_1904=sheet.from_1904)
