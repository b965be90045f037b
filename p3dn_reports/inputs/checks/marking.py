"""Marks the cells told of, so that nobody tells them again, or takes those that could not be read for blanks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from p3dn_reports.inputs.checks.hits import Hit, by_sheet
from p3dn_reports.inputs.sheets.reading import SheetReading
from p3dn_reports.tables import TOLD
from p3dn_reports.tables.duck import DuckTables


def mark_faulty(tables: DuckTables, sheets: Iterable[SheetReading]) -> None:
    """Mark every cell of the sheets that holds nothing because of a fault; a blank that is wanting is a blank."""
    for sheet in sheets:
        layout = sheet.layout
        for told in sheet.told:
            if told.is_error and told.fault.nilai:
                place = (layout.schema.name, told.column, layout.berkas, layout.lembar)
                _mark(tables, place, told.hits.rows)


def mark_hits(tables: DuckTables, tabel: str, kolom: str, hits: Iterable[Hit]) -> None:
    """Mark the cells in one column of rows that a check has told of."""
    for (berkas, lembar), group in by_sheet(hits):
        _mark(tables, (tabel, kolom, berkas, lembar), [hit.baris for hit in group])


def _mark(tables: DuckTables, place: tuple[str, str, str, str | None], rows: Sequence[int]) -> None:
    tables.connection.execute(f'INSERT INTO "{TOLD}" SELECT ?, ?, ?, ?, unnest(?)', [*place, list(rows)])
