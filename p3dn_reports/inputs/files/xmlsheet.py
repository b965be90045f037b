"""Reads Excel 2003 XML (SpreadsheetML), which reporting programs export as `.xls`: values as typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from xml.parsers import expat

from p3dn_reports.inputs.cells import Cell, ErrorCell, PercentCell, Row

MARK = b"urn:schemas-microsoft-com:office:spreadsheet"
"""Its namespace, which stands near the beginning of every such file."""

_SPACE = MARK.decode() + " "
_MOST_ROWS, _MOST_COLUMNS, _MOST_CELLS = 1_048_576, 16_384, 8_000_000


@dataclass(slots=True)
class XmlSheet:
    """A sheet's name, whether it is hidden, whether its days count from 1904, and its rows from the first on."""

    name: str
    hidden: bool = False
    from_1904: bool = False
    rows: list[Row] = field(default_factory=list)


def parse(data: bytes) -> list[XmlSheet]:
    """All sheets. Raises ValueError for what is no such file, brings a DTD, or spreads over too many cells."""
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text.append
    parser.StartDoctypeDeclHandler = reading.refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError) as error:
        raise ValueError("XML rusak") from error
    return reading.sheets


class _Reading:
    """What the parser has met so far."""

    def __init__(self) -> None:
        self.sheets: list[XmlSheet] = []
        self.text: list[str] = []
        self._percent: set[str] = set()
        self._style = self._cell_style = self._type = ""
        self._row: list[Cell] = []
        self._across = self._cells = 0
        self._aside = self._from_1904 = False

    def refuse(self, *_declared: object) -> None:
        """No program writes a DTD here."""
        raise ValueError("DTD")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        found = {key.removeprefix(_SPACE): value for key, value in attributes.items()}
        tag = name.removeprefix(_SPACE)
        if tag == "Style":
            self._style = found.get("ID", "")
        elif tag == "NumberFormat" and "%" in found.get("Format", "").replace("Percent", "%"):
            self._percent.add(self._style)
        elif tag.endswith(" Date1904"):
            self._from_1904 = True
        elif tag == "Worksheet":
            self.sheets.append(XmlSheet(found.get("Name", ""), from_1904=self._from_1904))
        elif tag == "Row" and self.sheets:
            self._skip_to(found, self.sheets[-1].rows)
            self._row = []
        elif tag == "Cell":
            self._cell(found)
        elif tag in {"Data", "Comment"} or tag.endswith(" Visible"):
            self._type, self.text[:] = found.get("Type", "String"), []
            self._aside = self._aside or tag == "Comment"

    def end(self, name: str) -> None:
        """An element closes."""
        tag = name.removeprefix(_SPACE)
        if tag == "Comment":
            self._aside = False
        elif tag == "Data" and not self._aside:
            self._put(_value("".join(self.text), self._type, percent=self._cell_style in self._percent))
        elif tag == "Cell":
            self._put_blanks(self._across)
        elif tag == "Row" and self.sheets:
            self.sheets[-1].rows.append(self._row)
        elif tag.endswith(" Visible") and self.sheets:
            self.sheets[-1].hidden = "".join(self.text).strip() in {"SheetHidden", "SheetVeryHidden"}

    def _skip_to(self, found: dict[str, str], rows: list[Row]) -> None:
        wanted = _number(found, "Index", len(rows) + 1, _MOST_ROWS)
        self._count(wanted - len(rows))
        rows.extend([] for _ in range(len(rows) + 1, wanted))

    def _cell(self, found: dict[str, str]) -> None:
        self._put_blanks(_number(found, "Index", len(self._row) + 1, _MOST_COLUMNS) - len(self._row) - 1)
        self._cell_style = found.get("StyleID", "")
        self._across = _number(found, "MergeAcross", 0, _MOST_COLUMNS)
        self._put_blanks(1)

    def _put(self, value: Cell) -> None:
        if self._row:
            self._row[-1] = value

    def _put_blanks(self, count: int) -> None:
        self._count(max(0, count))
        self._row.extend([None] * count)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > _MOST_CELLS:
            raise ValueError("terlalu banyak sel")


def _number(found: dict[str, str], name: str, otherwise: int, most: int) -> int:
    text = found.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) < 9):
        return otherwise
    if int(text) > most:
        raise ValueError("di luar lembar")
    return int(text)


def _value(text: str, kind: str, *, percent: bool) -> Cell:
    if kind == "Number":
        try:
            return PercentCell(float(text)) if percent else float(text)
        except ValueError:
            return text
    if kind == "DateTime":
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return text
    if kind == "Error":
        return ErrorCell(text or "#N/A")
    return text.strip() == "1" if kind == "Boolean" else text or None
