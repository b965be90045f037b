"""The drafter's own Word chart, filled: the caches that are drawn and the embedded workbook behind "Edit Data".

A chart is bound by the alt-text title, description or name of its drawing. Values arrive as the numbers to be printed
(already rounded so that none crosses a threshold), as Decimal or int; None leaves a gap.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from xml.sax.saxutils import escape

import xlsxwriter
from lxml import etree

from p3dn_reports.documents.word.package import Parts, parse_xml, relationships, serialize
from p3dn_reports.formatting import printable
from p3dn_reports.problems import Problem, problem

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NS = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'

_PLOT = 3_960_000  # 11 cm for columns and legend
_PER_LETTER = 46_800  # 1.3 mm of height for each letter of the longest name, turned, at 7 points
_TALLEST = 5_400_000  # 15 cm: room on the same A4 page for a paragraph, a small table and the heading

Angka = Decimal | int | None


@dataclass(frozen=True, slots=True)
class ChartData:
    """What a chart shows: the names along its axis, and each series by its caption, one value per name."""

    categories: Sequence[str]
    series: Mapping[str, Sequence[Angka]]

    def __post_init__(self) -> None:
        for caption, values in self.series.items():
            if len(values) != len(self.categories):
                raise ValueError(f"{caption}: {len(values)} values for {len(self.categories)} categories")


def chart_height(data: ChartData) -> int:
    """The height in EMU the chart needs: it grows with its longest name, up to one A4 page."""
    longest = max((len(name) for name in data.categories), default=0)
    return min(_PLOT + _PER_LETTER * longest, _TALLEST)


def fill_chart(parts: Parts, name: str, data: ChartData, document: str = "word/document.xml") -> list[Problem]:
    """Fill the chart called `name` in place: caches, embedded workbook, height of its drawing.

    Returns a problem when the document has no such chart, or one with another number of series.
    """
    drawing = re.search(_drawing_pattern(name), parts[document].decode("utf-8"), re.DOTALL)
    rel_id = drawing and re.search(r'<c:chart\b[^>]*\br:id="([^"]+)"', drawing[0])
    if not drawing or not rel_id:
        return [problem("grafik-tidak-ada", nilai=name)]
    part = relationships(parts, document)[rel_id[1]][1]
    chart = parse_xml(parts[part])
    found = sorted(chart.iter(f"{_C}ser"), key=_order)
    if len(found) != len(data.series):
        return [problem("grafik-beda-seri", nilai=name, ada=len(found), perlu=len(data.series))]
    for index, series in enumerate(found):
        _fill_series(series, data, index)
    parts[part] = serialize(chart)
    for kind, target in relationships(parts, part).values():
        if kind == "package":
            parts[target] = workbook(data)
    parts[document] = _resize(parts[document], drawing, chart_height(data))
    return []


def chart_names(parts: Parts, document: str = "word/document.xml") -> frozenset[str]:
    """Every name a chart of the document may be bound by: title, description and name of its drawing."""
    names = set()
    for properties in parse_xml(parts[document]).iter(f"{_WP}docPr"):
        drawing = properties.getparent()
        if drawing is not None and next(drawing.iter(f"{_C}chart"), None) is not None:
            names |= {properties.get(key, "") for key in ("title", "descr", "name")}
    return frozenset(names - {""})


def workbook(data: ChartData) -> bytes:
    """The workbook behind the chart: names in column A, one series per column, the same bytes every time."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})  # noqa: DTZ001 - a fixed date, of no zone
        sheet = book.add_worksheet("Sheet1")
        for row, name in enumerate(data.categories, start=1):
            sheet.write_string(row, 0, printable(name))
        for column, (caption, values) in enumerate(data.series.items(), start=1):
            sheet.write_string(0, column, printable(caption))
            for row, value in enumerate(values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value)
    return content.getvalue()


def series_xml(data: ChartData, index: int, look: str) -> str:
    """One whole `c:ser` element; `look` stands between its caption and its data."""
    smooth = '<c:smooth val="0"/>' if index else ""  # a line's last child; columns have none
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{_caption(data, index)}{look}'
        f"{_categories(data)}{_values(data, index)}{smooth}</c:ser>"
    )


def _order(series: etree._Element) -> int:
    order = series.find(f"{_C}order")
    return int(order.get("val", "0")) if order is not None else 0


def _fill_series(series: etree._Element, data: ChartData, index: int) -> None:
    for tag, xml in (("tx", _caption(data, index)), ("cat", _categories(data)), ("val", _values(data, index))):
        fresh = etree.fromstring(xml.replace(">", f" {_NS}>", 1))
        old = series.find(f"{_C}{tag}")
        if old is not None:
            series.replace(old, fresh)
    etree.cleanup_namespaces(series)


def _caption(data: ChartData, index: int) -> str:
    caption = f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(printable(list(data.series)[index]))}</c:v></c:pt>'
    return f"<c:tx><c:strRef><c:f>Sheet1!${_column(index)}$1</c:f><c:strCache>{caption}</c:strCache></c:strRef></c:tx>"


def _categories(data: ChartData) -> str:
    points = _points([escape(printable(name)) for name in data.categories])
    cells = f"Sheet1!$A$2:$A${len(data.categories) + 1}"
    return f"<c:cat><c:strRef><c:f>{cells}</c:f><c:strCache>{points}</c:strCache></c:strRef></c:cat>"


def _values(data: ChartData, index: int) -> str:
    values = list(data.series.values())[index]
    points = _points([None if value is None else plain_number(value) for value in values])
    column = _column(index)
    return (
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${len(values) + 1}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{points}</c:numCache></c:numRef></c:val>"
    )


def _points(texts: Sequence[str | None]) -> str:
    points = (f'<c:pt idx="{at}"><c:v>{text}</c:v></c:pt>' for at, text in enumerate(texts) if text is not None)
    return f'<c:ptCount val="{len(texts)}"/>{"".join(points)}'


def plain_number(value: Decimal | int) -> str:
    """The number as XML writes it: a point, no exponent, no idle zeros."""
    text = format(Decimal(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _column(index: int) -> str:
    return chr(ord("B") + index)


def _drawing_pattern(name: str) -> str:
    bound = rf'<wp:docPr\b[^>]*\b(?:title|descr|name)="{re.escape(escape(name))}"'
    return rf"<wp:(inline|anchor)\b(?:(?!</wp:\1>).)*?{bound}.*?</wp:\1>"


def _resize(document: bytes, drawing: re.Match[str], height: int) -> bytes:
    resized = re.sub(r'(<wp:extent\b[^>]*\bcy=")\d+', rf"\g<1>{height}", drawing[0], count=1)
    return document.decode("utf-8").replace(drawing[0], resized, 1).encode("utf-8")
