"""How the parts of a workbook hang together: content types, relationships, the list of sheets."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from p3dn_reports.inputs.workbook.container import UnpatchableError
from p3dn_reports.inputs.workbook.text import escaped

TYPES = "[Content_Types].xml"
_LARGEST = 1 << 26
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_SML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
WORKSHEET, COMMENTS = f"{_SML}.worksheet+xml", f"{_SML}.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_NEW_RELATIONS = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_REL}"></Relationships>'
)


@dataclass(slots=True)
class Package:
    """The parts of a workbook that name others, read, and as they are to be written."""

    zip: zipfile.ZipFile
    changed: dict[str, bytes] = field(default_factory=dict)
    workbook: str = ""

    def __post_init__(self) -> None:
        self.workbook = self.target("", "officeDocument")

    def text(self, name: str) -> bytes:
        """A part as it stands now, whole. Raises UnpatchableError for a large one or one that is not there."""
        if name in self.changed:
            return self.changed[name]
        if name not in self.zip.NameToInfo or self.zip.getinfo(name).file_size > _LARGEST:
            raise UnpatchableError(name)
        data = self.zip.read(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise UnpatchableError(name)
        return data

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self.changed or name in self.zip.NameToInfo

    def relations(self, part: str) -> list[Mapping[str, str]]:
        """The relationships of a part."""
        name = _relations_of(part)
        return [element.attrib for element in ET.fromstring(self.text(name))] if self.has(name) else []  # noqa: S314

    def target(self, part: str, kind: str) -> str:
        """The first of `targets`. Raises UnpatchableError without one."""
        found = self.targets(part, kind)
        if not found:
            raise UnpatchableError(kind)
        return found[0]

    def targets(self, part: str, kind: str) -> list[str]:
        """The parts that `part` names in its relationships of type `kind`."""
        return [_resolved(part, one["Target"]) for one in self.relations(part) if one["Type"] == f"{_DOC}/{kind}"]

    def names(self) -> set[str]:
        """The names of all sheets, charts too, in lower case."""
        elements = ET.fromstring(self.text(self.workbook)).iter()  # noqa: S314
        return {element.get("name", "").casefold() for element in elements if element.tag.endswith("}sheet")}

    def sheets(self) -> dict[str, str]:
        """The worksheet part of every sheet by its name."""
        targets = {one["Id"]: one for one in self.relations(self.workbook)}
        found = {}
        for element in ET.fromstring(self.text(self.workbook)).iter():  # noqa: S314
            relation = targets.get(element.get(f"{{{_DOC}}}id", ""))
            if element.tag.endswith("}sheet") and relation and relation["Type"] == f"{_DOC}/worksheet":
                found[element.get("name", "")] = _resolved(self.workbook, relation["Target"])
        return found

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relationship to `part`; returns its id."""
        name = _relations_of(part)
        taken = {one["Id"] for one in self.relations(part)}
        identifier = next(f"rIdP3dn{number}" for number in range(1, 1000) if f"rIdP3dn{number}" not in taken)
        text = self.text(name).decode("utf-8") if self.has(name) else _NEW_RELATIONS
        one = f'<Relationship Id="{identifier}" Type="{_DOC}/{kind}" Target="/{escaped(target)}"/>'
        self.changed[name] = _grown(text, "Relationships", one)
        return identifier

    def declare(self, part: str, kind: str) -> None:
        """Say what a new part holds."""
        one = f'<Override PartName="/{escaped(part)}" ContentType="{kind}"/>'
        self.changed[TYPES] = _grown(self.text(TYPES).decode("utf-8"), "Types", one)

    def declare_drawings(self) -> None:
        """Say what parts ending in .vml hold."""
        text = self.text(TYPES).decode("utf-8")
        if not re.search(r'Extension="vml"', text, re.IGNORECASE):
            self.changed[TYPES] = _grown(text, "Types", f'<Default Extension="vml" ContentType="{_VML}"/>')

    def new_name(self, pattern: str) -> str:
        """`pattern` with the first number that no part bears."""
        taken = {name.casefold() for name in (*self.zip.namelist(), *self.changed)}
        names = (pattern.format(number) for number in range(1, 10_000))
        return next(name for name in names if name.casefold() not in taken)

    def add_sheet(self, name: str, part: str) -> None:
        """Put a sheet after the last one; the workbook opens on it."""
        text = self.text(self.workbook).decode("utf-8")
        identifier = self.relate(self.workbook, "worksheet", part)
        number = max(map(int, re.findall(r'\bsheetId="(\d+)"', text)), default=0) + 1
        one = f'<sheet xmlns:r="{_DOC}" name="{escaped(name)}" sheetId="{number}" r:id="{identifier}"/>'
        place = len(re.findall(r"<sheet\b", text))
        self.changed[self.workbook] = _grown(_opening_on(text, place), "sheets", one)
        self.declare(part, WORKSHEET)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(part: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")


def _opening_on(text: str, place: int) -> str:
    """The workbook's text with the sheet at a place (from 0) on top as it opens."""
    view = re.search(r"<workbookView\b([^>]*?)\s*(/?)>", text)
    if view is None:
        return re.sub(r"<sheets\b", f'<bookViews><workbookView activeTab="{place}"/></bookViews><sheets', text, count=1)
    others = re.sub(r"""\s(?:activeTab|firstSheet)=["']\d+["']""", "", view[1])
    return f'{text[: view.start()]}<workbookView{others} activeTab="{place}"{view[2]}>{text[view.end() :]}'


def _grown(text: str, element: str, more: str) -> bytes:
    """`text` with `more` at the end of the one `element`. Raises UnpatchableError where it bears a prefix."""
    text = re.sub(rf"<{element}(\b[^>]*?)\s*/>", rf"<{element}\1></{element}>", text)
    if text.count(f"</{element}>") != 1:
        raise UnpatchableError(element)
    return text.replace(f"</{element}>", f"{more}</{element}>").encode()
