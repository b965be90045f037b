"""Looks over a workbook in Excel's old format (.xls), and finds what the reader does not tell: errors and percents."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from p3dn_reports.inputs.cells import ErrorCell
from p3dn_reports.inputs.files.compound import MAGIC, CompoundError, CompoundFile
from p3dn_reports.inputs.files.disguise import disguised_workbook
from p3dn_reports.inputs.files.preflight import Limits, Preflight
from p3dn_reports.inputs.files.scan import Marks, percent_styles
from p3dn_reports.problems import Location, Problem, problem

_LOCKED, _FORMAT, _XF, _SHEET, _EPOCH = 0x002F, 0x041E, 0x00E0, 0x0085, 0x0022
_FORMULA, _NUMBER, _RK, _MULRK, _BOOLERR = 0x0006, 0x0203, 0x027E, 0x00BD, 0x0205
_START, _END = 0x0809, 0x000A
_CELLS = frozenset({_FORMULA, _NUMBER, _RK, _BOOLERR, 0x00FD, 0x0204, 0x00D6})
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_MOST_AREA = 8_000_000


class Record(NamedTuple):
    """One record of the stream: its kind and its bytes."""

    kind: int
    body: bytes


def preflight(path: Path, limits: Limits = Limits()) -> Preflight:  # noqa: B008 (an immutable record)
    """Look over the .xls at `path`. Never raises for what the file holds."""
    place = Location(berkas=path.name)
    if found := _size_problem(path, limits, place) or _kind_problem(path, place):
        return Preflight((found,))
    try:
        container = CompoundFile(path.read_bytes())
        stream = container.stream("Workbook" if "Workbook" in container.names else "Book")
        if any(record.kind == _LOCKED for record in _records(stream, 0)):
            return Preflight((problem("berkas-bersandi", place, semua_unit=True),))
        sheets = _scan(stream)
        from_1904 = any(kind == _EPOCH and body[:1] == b"\1" for kind, body in _records(stream, 0))
    except KeyError:
        locked = "EncryptedPackage" in container.names
        return Preflight((problem("berkas-bersandi" if locked else "bukan-buku-kerja", place, semua_unit=True),))
    except (CompoundError, ValueError, struct.error, IndexError):
        return Preflight((problem("berkas-rusak", place, semua_unit=True),))
    far = next((name for name, marks in sheets.items() if marks.last_row * marks.columns > _MOST_AREA), None)
    if far is not None:
        return Preflight((problem("sel-terlalu-jauh", place, semua_unit=True, lembar=far),))
    macros = "_VBA_PROJECT_CUR" in container.names
    return Preflight((problem("makro-diabaikan", place),) if macros else (), sheets, readable=True, from_1904=from_1904)


def _size_problem(path: Path, limits: Limits, place: Location) -> Problem | None:
    size = path.stat().st_size
    if size == 0:
        return problem("berkas-kosong", place, semua_unit=True)
    if size > limits.file_size:
        return problem("berkas-terlalu-besar", place, semua_unit=True, ukuran=size >> 20, batas=limits.file_size >> 20)
    return None


def _kind_problem(path: Path, place: Location) -> Problem | None:
    """Many systems name a web page, a text or a newer workbook .xls: Excel opens those, with a warning."""
    with path.open("rb") as stream:
        head = stream.read(8)
    if head == MAGIC:
        return None
    isi = "buku kerja .xlsx atau arsip ZIP" if head.startswith(b"PK") else disguised_workbook(path)
    if isi is None:
        return None
    return problem("akhiran-tidak-sesuai", place, semua_unit=True, akhiran=".xls", isi=isi)


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """The records of the part that begins at `start`, up to its end; charts within a sheet are passed over."""
    depth = 0
    while start + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, start)
        depth += (kind == _START) - (kind == _END)
        if depth == 1:
            yield Record(kind, stream[start + 4 : start + 4 + length])
        elif depth <= 0:
            return
        start += 4 + length
    raise CompoundError("tidak berakhir")


def _scan(stream: bytes) -> dict[str, Marks]:
    formats: dict[int, str] = {}
    styles: list[int] = []
    sheets: dict[str, int] = {}
    for kind, body in _records(stream, 0):
        if kind == _FORMAT and len(body) > 5:
            formats[struct.unpack_from("<H", body)[0]] = _text(body[5:], body[4])
        elif kind == _XF:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _SHEET and body[5] == 0:
            sheets[_text(body[8:], body[7])[: body[6]]] = struct.unpack_from("<I", body)[0]
    percent = {int(style) for style in percent_styles(formats, styles)}
    return {name: _marks(_records(stream, start), percent) for name, start in sheets.items()}


def _text(data: bytes, flags: int) -> str:
    return data.decode("utf-16-le" if flags & 1 else "latin-1", "replace")


def _marks(records: Iterator[Record], percent: set[int]) -> Marks:
    marks = Marks()
    for kind, body in records:
        if kind in _CELLS:
            row, column, style = struct.unpack_from("<HHH", body)
            marks.last_row, marks.columns = max(marks.last_row, row + 1), max(marks.columns, column + 1)
            error = _error(kind, body)
            if error is not None:
                marks.put(row + 1, column, ErrorCell(_ERRORS.get(error, "#N/A")))
            elif style in percent and kind in (_FORMULA, _NUMBER, _RK):
                marks.percent.setdefault(row + 1, set()).add(column)
        elif kind == _MULRK:
            _see_run(marks, body, percent)
    return marks


def _see_run(marks: Marks, body: bytes, percent: set[int]) -> None:
    row, first = struct.unpack_from("<HH", body)
    last = first + (len(body) - 6) // 6
    marks.last_row, marks.columns = max(marks.last_row, row + 1), max(marks.columns, last)
    for column in range(first, last):
        if struct.unpack_from("<H", body, 4 + (column - first) * 6)[0] in percent:
            marks.percent.setdefault(row + 1, set()).add(column)


def _error(kind: int, body: bytes) -> int | None:
    """The error a cell shows, None for a cell that shows a value."""
    if kind == _BOOLERR:
        return body[6] if body[7] else None
    if kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        return body[8]
    return None
