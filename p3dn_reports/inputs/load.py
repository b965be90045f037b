"""Puts a recognised sheet's rows into its table: column by column, each distinct value read once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from p3dn_reports.inputs.amounts import writes_decimal_point
from p3dn_reports.inputs.arrow import insert_text_columns
from p3dn_reports.inputs.cells import Cell, Row
from p3dn_reports.inputs.coerce import Fault, coerce
from p3dn_reports.inputs.findings import CellFindings
from p3dn_reports.inputs.reader import RawSheet
from p3dn_reports.inputs.recognise import Layout, squash
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.tables import Column, Kind, Tables

_BLOCK = 16_384
_TOTALS = frozenset({"jumlah", "total", "grandtotal", "jumlahtotal", "jumlahkeseluruhan", "totalkeseluruhan"})
_NUMBERS = frozenset({Kind.RUPIAH, Kind.PERSEN, Kind.ANGKA, Kind.BULAT})

Key = tuple[type, Cell]


@dataclass(slots=True)
class Counts:
    """How many rows each table holds so far."""

    rows: dict[str, int] = field(default_factory=dict)


class _Reading(dict[Key, str | None]):
    """The canonical text of each distinct cell of a column, by type and value: TRUE and 1.0 are not the same."""

    def __init__(self, column: Column, decimal_point: bool, only_text: bool) -> None:
        super().__init__()
        self._column, self._decimal_point = column, decimal_point
        self._unsaid = frozenset({"jumlah-sebagai-teks"} if only_text else ())
        self.faults: dict[Key, Fault] = {}

    def __missing__(self, key: Key) -> str | None:
        text, fault = coerce(self._column, key[1], decimal_point=self._decimal_point)
        if text is None and fault is None and self._column.required:
            fault = Fault("wajib-diisi", diharapkan=f"misalnya {self._column.example}")
        if fault and fault.kode not in self._unsaid:
            self.faults[key] = fault
        self[key] = text
        return text


def load_sheet(
    sheet: RawSheet, layout: Layout, tables: Tables, findings: CellFindings, counts: Counts
) -> tuple[int, list[Problem]]:
    """Append the sheet's rows to its table; returns how many, and remarks on the sheet. Cell faults go to `findings`.

    A faulty cell is NULL in the table and its row stays. Blank rows and rows of totals are left out, the latter said.
    """
    totals = 0
    loaded = 0
    points = _point_columns(sheet, layout)
    only_text = sheet.lembar is None
    readings = {name: _Reading(_column(layout, name), name in points, only_text) for name in layout.positions}
    for block in _blocks(sheet, layout):
        rows = [(number, row) for number, row in block if any(row)]
        kept = [(number, row) for number, row in rows if not _is_totals(row)]
        totals += len(rows) - len(kept)
        loaded += _load_block(kept, layout, readings, tables, findings, counts)
    return loaded, [*_point_remarks(layout, points), *_remarks(layout, loaded, totals)]


def _column(layout: Layout, name: str) -> Column:
    column = layout.schema.column(name)
    if column is None:
        raise KeyError(name)
    return column


def _blocks(sheet: RawSheet, layout: Layout) -> Iterator[list[tuple[int, Row]]]:
    first = layout.header + 1
    if first < len(sheet.rows) and _is_numbering(sheet.rows[first]):
        first += 1
    for start in range(first, len(sheet.rows), _BLOCK):
        yield list(enumerate(sheet.rows[start : start + _BLOCK], start=start + 1))


def _is_numbering(row: Row) -> bool:
    """Whether the row under the captions only counts the columns, 1 2 3 and on, as official forms do."""
    filled = [str(cell).removesuffix(".0").strip("() ") for cell in row if cell not in {None, ""}]
    return len(filled) >= 3 and filled == [str(number) for number in range(1, len(filled) + 1)]


def _is_totals(row: Row) -> bool:
    first = next((cell for cell in row if cell not in {None, ""}), None)
    return isinstance(first, str) and len(first) < 30 and squash(first) in _TOTALS


def _load_block(
    rows: Sequence[tuple[int, Row]],
    layout: Layout,
    readings: dict[str, _Reading],
    tables: Tables,
    findings: CellFindings,
    counts: Counts,
) -> int:
    keys = {name: _keys(rows, position) for name, position in layout.positions.items()}
    texts = {name: list(map(readings[name].__getitem__, column)) for name, column in keys.items()}
    kept = _kept(rows, texts, keys, readings)
    if len(kept) < len(rows):
        rows = [rows[index] for index in kept]
        keys = {name: [column[index] for index in kept] for name, column in keys.items()}
        texts = {name: [column[index] for index in kept] for name, column in texts.items()}
    name = layout.schema.name
    start = counts.rows.get(name, 0)
    _note_faults(rows, keys, readings, layout, findings, start)
    insert_text_columns(tables.connection, layout.schema, {**texts, **_provenance(rows, layout)}, len(rows))
    counts.rows[name] = start + len(rows)
    return len(rows)


def _keys(rows: Sequence[tuple[int, Row]], position: int) -> list[Key]:
    cells = [row[position] if position < len(row) else None for _, row in rows]
    return list(zip(map(type, cells), cells, strict=True))


def _kept(
    rows: Sequence[tuple[int, Row]],
    texts: dict[str, list[str | None]],
    keys: dict[str, list[Key]],
    readings: dict[str, _Reading],
) -> Sequence[int]:
    """The rows that say something in a column we know. One that holds only zeros there is a formula run too far."""
    if not texts or all(None not in column for column in texts.values()):
        return range(len(rows)) if texts else []
    return [
        index
        for index in range(len(rows))
        if any(
            column[index] not in {None, "0"} or _is_faulty(readings[name], keys[name][index])
            for name, column in texts.items()
        )
    ]


def _is_faulty(reading: _Reading, key: Key) -> bool:
    fault = reading.faults.get(key)
    return fault is not None and fault.kode != "wajib-diisi"


def _note_faults(
    rows: Sequence[tuple[int, Row]],
    keys: dict[str, list[Key]],
    readings: dict[str, _Reading],
    layout: Layout,
    findings: CellFindings,
    start: int,
) -> None:
    for name, column in keys.items():
        faults = readings[name].faults
        if not faults:
            continue
        for index, key in enumerate(column):
            if key in faults:
                findings.add(layout, name, faults[key], rows[index][0], start + index)


def _provenance(rows: Sequence[tuple[int, Row]], layout: Layout) -> dict[str, list[str | None]]:
    return {
        "_berkas": [layout.berkas] * len(rows),
        "_lembar": [layout.lembar] * len(rows),
        "_baris": [str(number) for number, _ in rows],
    }


def _point_columns(sheet: RawSheet, layout: Layout) -> frozenset[str]:
    """Columns of numbers that a machine wrote with decimal points; only in text files, a workbook has number cells."""
    if sheet.lembar is not None:
        return frozenset()
    rows = sheet.rows[layout.header + 1 :]
    return frozenset(
        name
        for name, position in layout.positions.items()
        if _column(layout, name).kind in _NUMBERS
        and writes_decimal_point([str(row[position]).strip() for row in rows if position < len(row)])
    )


def _point_remarks(layout: Layout, points: frozenset[str]) -> list[Problem]:
    return [
        problem("kolom-bertitik-desimal", layout.location(name), judul=layout.captions[name], tabel=layout.schema.name)
        for name in layout.positions
        if name in points
    ]


def _remarks(layout: Layout, loaded: int, totals: int) -> list[Problem]:
    place = Location(layout.berkas, layout.lembar)
    found = []
    if totals:
        found.append(problem("baris-jumlah-dilewati", place, banyak=totals, tabel=layout.schema.name))
    if not loaded:
        found.append(problem("tabel-tanpa-baris", place, tabel=layout.schema.name))
    return found
