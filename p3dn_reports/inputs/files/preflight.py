"""Looks a workbook over before any reader opens it: refuses bombs and broken zips, scans the sheets.

The limits stand far above real files (an export of 200,000 rows packs 6.5 : 1 and takes 22 MB).
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET
from xml.parsers import expat

from p3dn_reports.inputs.files.disguise import disguised_workbook, package_kind
from p3dn_reports.inputs.files.parts import (
    counts_from_1904,
    marked_totals,
    needed,
    percent_of,
    with_slashes,
    worksheets,
)
from p3dn_reports.inputs.files.readingcopy import ReadingCopy
from p3dn_reports.inputs.files.scan import Marks, Percent, UnusualShapeError, scan_fast, scan_slow
from p3dn_reports.inputs.files.unpacking import RefusedError, Unpacking
from p3dn_reports.problems import Location, Problem, problem

_MB = 1 << 20
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 18


class Limits(NamedTuple):
    """What a file may hold at most: sizes in bytes, used area of a sheet in cells."""

    file_size: int = 100 * _MB
    parts: int = 2000
    unpacked: int = 1536 * _MB
    ratio: int = 100
    ratio_from: int = 10 * _MB
    cells: int = 40_000_000
    shared_strings: int = 300 * _MB


@dataclass(frozen=True, slots=True)
class Preflight:
    """The scan of each worksheet by sheet name, or the problems that forbid reading. Remarks may stand beside.

    `copied`: the copy that was asked for is made. `from_1904`: the workbook counts its days from 1904.
    """

    problems: tuple[Problem, ...] = ()
    sheets: Mapping[str, Marks] = field(default_factory=dict)
    readable: bool = False
    copied: bool = False
    from_1904: bool = False

    @property
    def needs_copy(self) -> bool:
        """Whether the reader would stumble over a sheet as it stands, and not over a copy of it."""
        return not self.copied and any(marks.has_odd_dimension for marks in self.sheets.values())


def preflight(path: Path, limits: Limits = Limits(), copy: ReadingCopy | None = None) -> Preflight:  # noqa: B008
    """Look over the .xlsx or .xlsm at `path`, making a copy for the reader on the way; never raises for its content."""
    place = Location(berkas=path.name)
    try:
        check_size(path, limits)
        with _opened(path) as package:
            unpacking = Unpacking(package, copy)
            remarks = _check_package(unpacking, path, limits)
            sheets = _scan_sheets(unpacking, limits)
            copied = copy is not None and copy.finish(needed(package))
            from_1904 = counts_from_1904(package)
    except RefusedError as refused:
        return Preflight((problem(refused.kode, place, semua_unit=True, **refused.isi),))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ET.ParseError, expat.ExpatError, LookupError,
            ValueError, NotImplementedError, RuntimeError):  # fmt: skip
        if copy:  # the disk may be full: only what happens without a copy is the file's own fault
            copy.drop()
            return preflight(path, limits)
        return Preflight((problem("berkas-rusak", place, semua_unit=True),))
    told = tuple(problem(kode, place, **isi) for kode, isi in remarks)
    return Preflight(told, sheets, readable=True, copied=copied, from_1904=from_1904)


def _opened(path: Path) -> zipfile.ZipFile:
    """The zip. Its table of contents stands at the end: without one, the end is missing."""
    try:
        return with_slashes(zipfile.ZipFile(path))
    except zipfile.BadZipFile as error:
        raise RefusedError("berkas-terpotong") from error


def check_size(path: Path, limits: Limits) -> None:
    """Refuse an empty or oversized file, and one that is no zip although its name says so."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(8)
    if size == 0:
        raise RefusedError("berkas-kosong")
    if size > limits.file_size:
        raise RefusedError("berkas-terlalu-besar", ukuran=size // _MB, batas=limits.file_size // _MB)
    if not head.startswith(b"PK"):
        kind = disguised_workbook(path)
        if kind is None:
            raise RefusedError("berkas-bersandi" if head == _OLE2 else "bukan-buku-kerja")
        raise RefusedError("akhiran-tidak-sesuai", akhiran=path.suffix, isi=kind)


def _check_package(unpacking: Unpacking, path: Path, limits: Limits) -> list[tuple[str, dict[str, Any]]]:
    """Refuse what the package must not hold; returns the remarks that do not stop the reading."""
    parts = unpacking.package.infolist()
    if kind := package_kind(frozenset(part.filename.casefold() for part in parts)):
        raise RefusedError("akhiran-tidak-sesuai", akhiran=path.suffix, isi=kind)
    _check_names(parts, limits)
    _check_declared(parts, limits)
    remarks: list[tuple[str, dict[str, Any]]] = []
    names = [part.filename.casefold() for part in parts]
    if any("vbaproject" in name for name in names):
        if path.suffix.casefold() != ".xlsm":
            raise RefusedError("berkas-memuat-makro")
        remarks.append(("makro-diabaikan", {}))
    if any("activex" in name or "/embeddings/" in name for name in names):
        raise RefusedError("berkas-memuat-objek")
    if any("externallinks/" in name for name in names):
        remarks.append(("tautan-luar", {}))
    for part in parts:
        if _is_text(part.filename) and not _is_worksheet(part.filename):
            _stream_part(unpacking, part.filename)
    return remarks


def check_parts(package: zipfile.ZipFile, limits: Limits, marker: str) -> None:
    """Refuse a package with a hostile part, or without the part `marker` that says what kind of package it is."""
    parts = package.infolist()
    _check_names(parts, limits, marker)
    _check_declared(parts, limits)
    for part in parts:
        if _is_text(part.filename):
            _stream_part(Unpacking(package), part.filename)


def _check_names(parts: list[zipfile.ZipInfo], limits: Limits, marker: str = "[content_types].xml") -> None:
    names = [part.filename for part in parts]
    if len(names) > limits.parts:
        raise RefusedError("isi-berkas-berlebihan")
    if len({name.casefold() for name in names}) != len(names) or not all(map(_is_safe, names)):
        raise RefusedError("bagian-berkas-berbahaya")
    if marker not in {name.casefold() for name in names}:
        raise RefusedError("bukan-buku-kerja")
    if any(part.flag_bits & 0x1 for part in parts):
        raise RefusedError("berkas-bersandi")


def _is_safe(name: str) -> bool:
    return not name.startswith("/") and ":" not in name and ".." not in PurePosixPath(name).parts


def _check_declared(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if unpacked > limits.unpacked or unpacked > max(2 * limits.ratio_from, limits.ratio * packed):
        raise RefusedError("isi-berkas-berlebihan")
    for part in parts:
        if part.file_size > limits.ratio_from and part.file_size > limits.ratio * max(1, part.compress_size):
            raise RefusedError("isi-berkas-berlebihan")
        if part.filename.casefold().endswith("sharedstrings.xml") and part.file_size > limits.shared_strings:
            raise RefusedError("isi-berkas-berlebihan")


def _is_text(name: str) -> bool:
    return name.casefold().endswith((".xml", ".rels", ".vml"))


def _is_worksheet(name: str) -> bool:
    """Whether the part is probably unpacked by the scan of the sheets, and need not be unpacked twice."""
    return name.casefold().startswith("xl/worksheets/") and name.casefold().endswith(".xml")


def _stream_part(unpacking: Unpacking, part: str) -> None:
    """Unpack one XML part for its checksum, its true size and a DTD."""
    with unpacking.part(part) as stream:
        while stream.read(_CHUNK):
            pass


def _scan_sheets(unpacking: Unpacking, limits: Limits) -> dict[str, Marks]:
    """The scan of every worksheet, each once; parts beside them that look like worksheets are unpacked as well."""
    package = unpacking.package
    styles = percent_of(package)
    sheets = worksheets(package)
    scans = {part: _scan(unpacking, part, styles, name, limits) for name, part in sheets.items()}
    for part in package.namelist():
        if _is_worksheet(part) and part not in scans:
            _stream_part(unpacking, part)
    for part, marks in scans.items():
        marks.totals.update(marked_totals(package, part))
    return {name: scans[part] for name, part in sheets.items()}


def _scan(unpacking: Unpacking, part: str, styles: Percent, sheet: str, limits: Limits) -> Marks:
    try:
        with unpacking.part(part) as stream:
            marks = scan_fast(stream, styles)
    except UnusualShapeError:
        unpacking.drop_copy()
        _check_encoding(unpacking.package, part, sheet)
        with unpacking.part(part) as stream:
            marks = scan_slow(stream, styles)
    if marks.last_row * marks.columns > limits.cells:
        raise RefusedError("sel-terlalu-jauh", lembar=sheet)
    return marks


def _check_encoding(package: zipfile.ZipFile, part: str, sheet: str) -> None:
    """The reader takes a sheet in UTF-16 for an empty one."""
    with package.open(part) as stream:
        if b"\0" in stream.read(64):
            raise RefusedError("pengodean-lembar-asing", lembar=sheet)
