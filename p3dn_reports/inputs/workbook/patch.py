"""Marks the findings in the sender's own workbook: coloured cells, comments, a linked list. All else stays as it was.

The workbook is a zip; parts that are not touched are copied as they are packed, the touched ones are rewritten while
they stream by. Nothing is loaded and saved, so nothing a library does not know can be lost.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree as ET

from p3dn_reports.inputs.files.parts import with_slashes
from p3dn_reports.inputs.sheets.own_sheets import FINDINGS
from p3dn_reports.inputs.workbook.comments_xml import comments_part, drawing_part
from p3dn_reports.inputs.workbook.container import UnpatchableError, Writer
from p3dn_reports.inputs.workbook.findings_sheet import findings_sheet
from p3dn_reports.inputs.workbook.places import SheetMarks, marks_by_sheet, told
from p3dn_reports.inputs.workbook.relations import COMMENTS, Package
from p3dn_reports.inputs.workbook.sheet_xml import SheetPatch, Unchosen, is_chosen
from p3dn_reports.inputs.workbook.styles_xml import Styles
from p3dn_reports.problems import Problem

PATCHABLE = frozenset({".xlsx", ".xlsm"})


def patch(source: Path, target: BinaryIO, problems: Sequence[Problem], lines: Sequence[str] = ()) -> None:
    """Write the workbook `source`, marked, to `target`; `lines` stand above the list of findings, on which it opens.

    Raises UnpatchableError where that is not certain.
    """
    with _unpatchable(), source.open("rb") as stream, with_slashes(zipfile.ZipFile(stream)) as package:
        _Patch(Package(package), problems, lines).write(stream, target)


@contextmanager
def _unpatchable() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, ET.ParseError, UnicodeDecodeError, KeyError, EOFError, RuntimeError,
            NotImplementedError, ValueError) as error:  # fmt: skip
        raise UnpatchableError(str(error)) from error


@dataclass(slots=True)
class _Patch:
    """One workbook on its way."""

    package: Package
    problems: Sequence[Problem]
    lines: Sequence[str]
    styles: Styles = field(init=False)
    styles_name: str = field(init=False)

    def __post_init__(self) -> None:
        self.styles_name = self.package.target(self.package.workbook, "styles")
        self.styles = Styles(self.package.text(self.styles_name))

    def write(self, source: BinaryIO, target: BinaryIO) -> None:
        writer, package = Writer(target), self.package
        patches = self._patches()
        self._add_findings()
        later = {*package.changed, self.styles_name}
        for part in package.zip.infolist():
            if part.filename in patches:
                with package.zip.open(part) as stream:
                    writer.write(part.filename, patches[part.filename].pieces(stream))
            elif part.filename not in later:
                writer.copy(source, part)
        package.changed[self.styles_name] = self.styles.data()
        for name, data in sorted(package.changed.items()):
            writer.write(name, [data])
        writer.close()

    def _patches(self) -> dict[str, SheetPatch | Unchosen]:
        marks = marks_by_sheet(self.problems)
        patches: dict[str, SheetPatch | Unchosen] = {}
        for name, part in self.package.sheets().items():
            if found := marks.get(name):
                patches[part] = SheetPatch(found.rows(), self.styles.painted, self._comment(part, found))
            elif self._is_chosen(part):
                patches[part] = Unchosen()
        return patches

    def _is_chosen(self, part: str) -> bool:
        """Whether the sender's workbook opens with the sheet chosen: what is typed into one goes into all chosen."""
        if part not in self.package.zip.NameToInfo:
            return False
        with self.package.zip.open(part) as stream:
            return is_chosen(stream)

    def _comment(self, sheet: str, marks: SheetMarks) -> str | None:
        """Add the comments of a sheet; returns the id of a new drawing, None where the sheet has one already."""
        package = self.package
        texts: Mapping[tuple[int, int], str] = {place: told(found) for place, found in marks.comments.items()}
        comments = next(iter(package.targets(sheet, "comments")), None)
        drawing = next(filter(self._holds_notes, package.targets(sheet, "vmlDrawing")), None)
        name = comments or package.new_name("xl/comments{}.xml")
        data, places = comments_part(package.text(name) if comments else None, texts)
        package.changed[name] = data
        if comments is None:
            package.relate(sheet, "comments", name)
            package.declare(name, COMMENTS)
        shapes = drawing or package.new_name("xl/drawings/vmlDrawing{}.vml")
        package.changed[shapes] = drawing_part(package.text(shapes) if drawing else None, places)
        package.declare_drawings()
        return None if drawing else package.relate(sheet, "vmlDrawing", shapes)

    def _holds_notes(self, drawing: str) -> bool:
        """Whether a drawing is that of the cells; the other kind holds pictures of the page's head and foot."""
        return b"ClientData" in self.package.text(drawing)

    def _add_findings(self) -> None:
        taken = self.package.names()
        names = (FINDINGS, *(f"{FINDINGS} ({number})" for number in range(2, 1000)))
        part = self.package.new_name("xl/worksheets/pemeriksaan{}.xml")
        berkas = next((one.lokasi.berkas for one in self.problems if one.lokasi.berkas), "berkas")
        unmarked = sum(marks.unmarked for marks in marks_by_sheet(self.problems).values())
        self.package.changed[part] = findings_sheet(berkas, self.problems, self.styles, unmarked, self.lines)
        self.package.add_sheet(next(name for name in names if name.casefold() not in taken), part)
