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

from p3dn_reports.inputs.scan import Marks, Percent, UnusualShapeError, percent_styles, scan_fast, scan_slow
from p3dn_reports.problems import Location, Problem, problem

_MB = 1 << 20
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1 << 22


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
    """The scan of each worksheet by sheet name, or the problems that forbid reading. Remarks may stand beside."""

    problems: tuple[Problem, ...] = ()
    sheets: Mapping[str, Marks] = field(default_factory=dict)
    readable: bool = False


class _RefusedError(Exception):
    """The file must not be read; carries the problem."""

    def __init__(self, kode: str, **isi: Any) -> None:
        super().__init__(kode)
        self.kode, self.isi = kode, isi


def preflight(path: Path, limits: Limits = Limits()) -> Preflight:  # noqa: B008 (an immutable record)
    """Look over the .xlsx or .xlsm at `path`. Never raises for what the file holds."""
    place = Location(berkas=path.name)
    try:
        check_size(path, limits)
        with zipfile.ZipFile(path) as package:
            remarks = _check_package(package, path, limits)
            sheets = _scan_sheets(package, limits)
    except _RefusedError as refused:
        return Preflight((problem(refused.kode, place, semua_unit=True, **refused.isi),))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ET.ParseError, expat.ExpatError, KeyError,
            ValueError, NotImplementedError, RuntimeError):  # fmt: skip
        return Preflight((problem("berkas-rusak", place, semua_unit=True),))
    return Preflight(tuple(problem(kode, place, **isi) for kode, isi in remarks), sheets, readable=True)


def check_size(path: Path, limits: Limits) -> None:
    """Refuse an empty or oversized file, and one that is no zip although its name says so."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        head = stream.read(8)
    if size == 0:
        raise _RefusedError("berkas-kosong")
    if size > limits.file_size:
        raise _RefusedError("berkas-terlalu-besar", ukuran=size // _MB, batas=limits.file_size // _MB)
    if head == _OLE2:
        raise _RefusedError("berkas-bersandi")
    if not head.startswith(b"PK"):
        raise _RefusedError("bukan-buku-kerja")


def _check_package(package: zipfile.ZipFile, path: Path, limits: Limits) -> list[tuple[str, dict[str, Any]]]:
    """Refuse what the package must not hold; returns the remarks that do not stop the reading."""
    parts = package.infolist()
    _check_names(parts, limits)
    _check_declared(parts, limits)
    remarks: list[tuple[str, dict[str, Any]]] = []
    names = [part.filename.casefold() for part in parts]
    if any("vbaproject" in name for name in names):
        if path.suffix.casefold() != ".xlsm":
            raise _RefusedError("berkas-memuat-makro")
        remarks.append(("makro-diabaikan", {}))
    if any("activex" in name or "/embeddings/" in name for name in names):
        raise _RefusedError("berkas-memuat-objek")
    if any("externallinks/" in name for name in names):
        remarks.append(("tautan-luar", {}))
    for part in parts:
        _stream_part(package, part, limits)
    return remarks


def _check_names(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    names = [part.filename for part in parts]
    if len(names) > limits.parts:
        raise _RefusedError("isi-berkas-berlebihan")
    if len({name.casefold() for name in names}) != len(names) or not all(map(_is_safe, names)):
        raise _RefusedError("bagian-berkas-berbahaya")
    if "[content_types].xml" not in {name.casefold() for name in names}:
        raise _RefusedError("bukan-buku-kerja")
    if any(part.flag_bits & 0x1 for part in parts):
        raise _RefusedError("berkas-bersandi")


def _is_safe(name: str) -> bool:
    return not name.startswith("/") and "\\" not in name and ":" not in name and ".." not in PurePosixPath(name).parts


def _check_declared(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    if sum(part.file_size for part in parts) > limits.unpacked:
        raise _RefusedError("isi-berkas-berlebihan")
    for part in parts:
        if part.file_size > limits.ratio_from and part.file_size > limits.ratio * max(1, part.compress_size):
            raise _RefusedError("isi-berkas-berlebihan")
        if part.filename.casefold().endswith("sharedstrings.xml") and part.file_size > limits.shared_strings:
            raise _RefusedError("isi-berkas-berlebihan")


def _stream_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, limits: Limits) -> None:
    """Unpack one XML part for its checksum, its true size and a DTD; worksheets are unpacked by their scan."""
    if not part.filename.casefold().endswith((".xml", ".rels", ".vml")):
        return
    seen, tail = 0, b""
    with package.open(part) as stream:
        while data := stream.read(_CHUNK):
            seen += len(data)
            window = tail + data
            if b"<!DOCTYPE" in window or b"<!ENTITY" in window or b"<\0!\0D\0O" in window or b"\0<\0!\0D\0O" in window:
                raise _RefusedError("berkas-memuat-dtd")
            if seen > part.file_size or seen > limits.unpacked:
                raise _RefusedError("isi-berkas-berlebihan")
            tail = data[-16:]


def _scan_sheets(package: zipfile.ZipFile, limits: Limits) -> dict[str, Marks]:
    styles = _percent_styles(package)
    return {name: _scan(package, part, styles, name, limits) for name, part in _worksheets(package).items()}


def _scan(package: zipfile.ZipFile, part: str, styles: Percent, sheet: str, limits: Limits) -> Marks:
    try:
        with package.open(part) as stream:
            marks = scan_fast(stream, styles)
    except UnusualShapeError:
        with package.open(part) as stream:
            marks = scan_slow(stream, styles)
    if marks.last_row * marks.columns > limits.cells:
        raise _RefusedError("sel-terlalu-jauh", lembar=sheet)
    return marks


def _worksheets(package: zipfile.ZipFile) -> dict[str, str]:
    """The part of each worksheet, by sheet name; sheets of charts and macros are left out."""
    targets = _relationships(package)
    sheets = {}
    for sheet in ET.fromstring(package.read(_workbook_part(package))).iterfind("{*}sheets/{*}sheet"):  # noqa: S314
        identity = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        if part := targets.get(identity):
            sheets[sheet.attrib["name"]] = part
    return sheets


def _workbook_part(package: zipfile.ZipFile) -> str:
    for item in ET.fromstring(package.read("_rels/.rels")).iterfind("{*}Relationship"):  # noqa: S314
        if item.attrib.get("Type", "").endswith("/officeDocument"):
            return item.attrib["Target"].lstrip("/")
    raise KeyError("officeDocument")


def _relationships(package: zipfile.ZipFile) -> dict[str, str]:
    book = PurePosixPath(_workbook_part(package))
    root = ET.fromstring(package.read(str(book.parent / "_rels" / f"{book.name}.rels")))  # noqa: S314
    return {
        item.attrib["Id"]: _resolved(book.parent, item.attrib["Target"])
        for item in root.iterfind("{*}Relationship")
        if item.attrib.get("Type", "").endswith("/worksheet")
    }


def _resolved(folder: PurePosixPath, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else str(folder / target)


def _percent_styles(package: zipfile.ZipFile) -> Percent:
    names = {name.casefold(): name for name in package.namelist()}
    part = names.get("xl/styles.xml")
    if part is None:
        return frozenset()
    root = ET.fromstring(package.read(part))  # noqa: S314 (DTDs were refused before)
    formats = {
        int(item.attrib["numFmtId"]): item.attrib["formatCode"] for item in root.iterfind("{*}numFmts/{*}numFmt")
    }
    return percent_styles(formats, [int(item.attrib.get("numFmtId", 0)) for item in root.iterfind("{*}cellXfs/{*}xf")])
