"""What the small parts of a workbook say: its sheets, its styles, its epoch, its tables with a row of totals."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from xml.etree import ElementTree as ET

from p3dn_reports.inputs.files.scan import Percent, percent_styles
from p3dn_reports.inputs.files.unpacking import RefusedError, Watched

_MOST_PARSED = 64 << 20


def with_slashes(package: zipfile.ZipFile) -> zipfile.ZipFile:
    """The package with its parts under names as the standard writes them; some programs write a backslash."""
    for part in package.infolist():
        part.filename = part.filename.replace("\\", "/")
    package.NameToInfo = {part.filename: part for part in package.infolist()}
    return package


def counts_from_1904(package: zipfile.ZipFile) -> bool:
    """Whether the workbook counts its days from 1904, as Excel for Mac once did."""
    told = _parsed(package, _workbook_part(package)).find("{*}workbookPr")
    return told is not None and told.attrib.get("date1904") in {"1", "true", "on"}


def marked_totals(package: zipfile.ZipFile, sheet: str) -> Iterator[int]:
    """The rows (from 1) of a sheet that are the row of totals of one of its tables."""
    rels = PurePosixPath(sheet).parent / "_rels" / f"{PurePosixPath(sheet).name}.rels"
    if str(rels) not in package.NameToInfo:
        return
    for item in _parsed(package, str(rels)).iterfind("{*}Relationship"):
        part = _resolved(PurePosixPath(sheet).parent, item.attrib.get("Target", ""))
        if item.attrib.get("Type", "").endswith("/table") and part in package.NameToInfo:
            told = _parsed(package, part).attrib
            last = re.fullmatch(r"\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?(\d+)", told.get("ref", ""))
            if last and told.get("totalsRowCount", "0") != "0":
                yield int(last[1])


def _parsed(package: zipfile.ZipFile, part: str) -> ET.Element:
    """A small part as a tree. DTDs are refused once more: the part may bear any name."""
    with package.open(_member(package, part)) as stream:
        data = Watched(stream, _MOST_PARSED).read(_MOST_PARSED + 1)
    return ET.fromstring(data)  # noqa: S314 (without a DTD there is nothing to expand)


def _member(package: zipfile.ZipFile, part: str) -> zipfile.ZipInfo:
    try:
        return package.getinfo(part)
    except KeyError as error:
        raise RefusedError("bagian-berkas-hilang", bagian=part) from error


def worksheets(package: zipfile.ZipFile) -> dict[str, str]:
    """The part of each worksheet, by sheet name; sheets of charts and macros are left out."""
    targets = {identity: part for kind, identity, part in _relationships(package) if kind == "worksheet"}
    sheets = {}
    listed = _parsed(package, _workbook_part(package)).findall("{*}sheets/{*}sheet")
    if not listed:
        raise RefusedError("bukan-buku-kerja")
    for sheet in listed:
        if sheet.attrib["name"] in sheets:
            raise RefusedError("lembar-bernama-kembar", lembar=sheet.attrib["name"])
        identity = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        if part := targets.get(identity):
            sheets[sheet.attrib["name"]] = part
    return sheets


def _workbook_part(package: zipfile.ZipFile) -> str:
    for item in _parsed(package, "_rels/.rels").iterfind("{*}Relationship"):
        if item.attrib.get("Type", "").endswith("/officeDocument"):
            return item.attrib["Target"].lstrip("/")
    raise KeyError("officeDocument")


def needed(package: zipfile.ZipFile) -> frozenset[str]:
    """The parts a reader of cells asks for."""
    return frozenset({_workbook_part(package), *(part for _, _, part in _relationships(package))})


def _relationships(package: zipfile.ZipFile) -> Iterator[tuple[str, str, str]]:
    """Kind, name and part of what the workbook rests on: sheets, their strings, the styles."""
    book = PurePosixPath(_workbook_part(package))
    for item in _parsed(package, str(book.parent / "_rels" / f"{book.name}.rels")).iterfind("{*}Relationship"):
        kind = item.attrib.get("Type", "").rpartition("/")[2]
        if kind in {"worksheet", "sharedStrings", "styles"}:
            part = _resolved(book.parent, item.attrib["Target"])
            if kind != "styles":
                _member(package, part)
            yield kind, item.attrib["Id"], part


def _resolved(folder: PurePosixPath, target: str) -> str:
    return normpath(target.lstrip("/") if target.startswith("/") else str(folder / target))


def percent_of(package: zipfile.ZipFile) -> Percent:
    """The styles of the workbook that show a percentage."""
    names = {name.casefold(): name for name in package.namelist()}
    part = names.get("xl/styles.xml")
    if part is None:
        return frozenset()
    root = _parsed(package, part)
    formats = {
        int(item.attrib["numFmtId"]): item.attrib["formatCode"] for item in root.iterfind("{*}numFmts/{*}numFmt")
    }
    return percent_styles(formats, [int(item.attrib.get("numFmtId", 0)) for item in root.iterfind("{*}cellXfs/{*}xf")])
