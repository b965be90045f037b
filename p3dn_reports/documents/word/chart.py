"""The drafter's own Word chart, filled: the caches that are drawn and the embedded workbook behind "Edit Data".

A chart is bound by the alt-text title, description or name of its drawing. Values arrive as the numbers to be printed
(already rounded so that none crosses a threshold), as Decimal or int; None leaves a gap.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import Enum
from xml.sax.saxutils import escape

import xlsxwriter
from lxml import etree

from p3dn_reports.documents.word.further_charts import Place, further, going_on
from p3dn_reports.documents.word.package import Parts, parse_xml, relationships, serialize
from p3dn_reports.formatting import printable
from p3dn_reports.problems import Problem, problem

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CHART = re.compile(r'<c:chart\b[^>]*\br:id="([^"]+)"')
_NS = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'

_PLOT = 3_960_000  # 11 cm for columns and legend
_PER_LETTER = 46_800  # 1.3 mm of height for each letter of the longest name, turned, at 7 points
_TALLEST = 5_400_000  # 15 cm: room on the same A4 page for a paragraph, a small table and the heading
_ABOVE, _PER_BAR, _BELOW = 270_000, 144_000, 54_000  # lying bars 4 mm apart, 7.5 mm for their axis above them
MOST_BARS = 26
"""So many lying bars stand in one chart: half a page, so that text and charts fill their pages."""

Angka = Decimal | int | None


class Bentuk(Enum):
    """How the height of a chart follows its data."""

    KOLOM = "kolom"
    """Standing columns: as high as the longest name, turned, wants."""
    BATANG = "batang"
    """Lying bars: so much for each; more than fit on a page go on in further charts."""
    TETAP = "tetap"
    """As high as the drafter has made it."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """What a chart shows: the names along its axis, and each series by its caption, one value per name.

    Numbers for names are the places of points along the axis. `skala` is where the axes end that have an end.
    """

    categories: Sequence[str] | Sequence[Decimal | int]
    series: Mapping[str, Sequence[Angka]]
    bentuk: Bentuk = Bentuk.KOLOM
    skala: int | None = None

    def __post_init__(self) -> None:
        for caption, values in self.series.items():
            if len(values) != len(self.categories):
                raise ValueError(f"{caption}: {len(values)} values for {len(self.categories)} categories")

    @property
    def has_places(self) -> bool:
        """Whether numbers tell the places of its points."""
        return bool(self.categories) and not isinstance(self.categories[0], str)

    def pages(self) -> Sequence[ChartData]:
        """As many charts as its bars need, of about the same length; of any other kind, itself."""
        count = -(-len(self.categories) // MOST_BARS) if self.bentuk is Bentuk.BATANG else 1
        if count < 2:
            return [self]
        size = -(-len(self.categories) // count)
        return [self._part(slice(start, start + size)) for start in range(0, len(self.categories), size)]

    def _part(self, part: slice) -> ChartData:
        return replace(
            self,
            categories=self.categories[part],
            series={caption: values[part] for caption, values in self.series.items()},
        )


def chart_height(data: ChartData) -> int | None:
    """The height in EMU the chart needs, up to one A4 page; None: as the drafter has it."""
    if data.bentuk is Bentuk.BATANG:
        return _ABOVE + _PER_BAR * len(data.categories) + _BELOW
    longest = max((len(str(name)) for name in data.categories), default=0)
    return min(_PLOT + _PER_LETTER * longest, _TALLEST) if data.bentuk is Bentuk.KOLOM else None


def fill_chart(parts: Parts, name: str, data: ChartData, document: str = "word/document.xml") -> list[Problem]:
    """Fill the chart called `name` in place: caches, embedded workbook, height of its drawing; go on in further ones.

    Returns a problem when the document has no such chart, or one with another number of series.
    """
    text = parts[document].decode("utf-8")
    drawing = re.search(_drawing_pattern(name), text, re.DOTALL)
    rel_id = drawing and _CHART.search(drawing[0])
    if not drawing or not rel_id:
        return [problem("grafik-tidak-ada", nilai=name)]
    first = Place(document, rel_id[1], relationships(parts, document)[rel_id[1]][1])
    found = len(list(parse_xml(parts[first.part]).iter(f"{_C}ser")))
    if found != len(data.series):
        return [problem("grafik-beda-seri", nilai=name, ada=found, perlu=len(data.series))]
    pages = data.pages()
    places = [first, *(further(parts, first) for _ in pages[1:])]
    for place, page in zip(places, pages, strict=True):
        _fill(parts, place.part, page)
    drawn = [_resized(drawing[0], chart_height(page)) for page in pages]
    parts[document] = going_on(text, drawing.span(), drawn, places).encode("utf-8")
    return []


def _fill(parts: Parts, part: str, data: ChartData) -> None:
    chart = parse_xml(parts[part])
    for index, series in enumerate(sorted(chart.iter(f"{_C}ser"), key=_order)):
        _fill_series(series, data, index)
    if data.skala is not None:
        for end in chart.iter(f"{_C}max"):
            end.set("val", str(data.skala))
    if data.bentuk is Bentuk.BATANG:
        _spread(chart, len(data.categories))
    parts[part] = serialize(chart)
    for kind, target in relationships(parts, part).values():
        if kind == "package":
            parts[target] = workbook(data)


def _spread(chart: etree._Element, count: int) -> None:
    """Lying bars between their axis and the lower edge, where the chart says where they stand at all."""
    full = _ABOVE + _PER_BAR * count + _BELOW
    for name, size in (("y", _ABOVE), ("h", _PER_BAR * count)):
        place = chart.find(f".//{_C}plotArea/{_C}layout/{_C}manualLayout/{_C}{name}")
        if place is not None:
            place.set("val", f"{size / full:.4f}")


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
            sheet.write(row, 0, printable(name) if isinstance(name, str) else name)
        for column, (caption, values) in enumerate(data.series.items(), start=1):
            sheet.write_string(0, column, printable(caption))
            for row, value in enumerate(values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value)
    return content.getvalue()


def series_xml(data: ChartData, index: int, look: str, end: str = "") -> str:
    """One whole `c:ser` element; `look` stands between its caption and its data, `end` behind them."""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{_caption(data, index)}{look}'
        f"{_categories(data)}{_values(data, index)}{end}</c:ser>"
    )


def _order(series: etree._Element) -> int:
    order = series.find(f"{_C}order")
    return int(order.get("val", "0")) if order is not None else 0


def _fill_series(series: etree._Element, data: ChartData, index: int) -> None:
    for tag, xml in zip(
        ("tx", *_tags(data)), (_caption(data, index), _categories(data), _values(data, index)), strict=True
    ):
        fresh = etree.fromstring(xml.replace(">", f" {_NS}>", 1))
        old = series.find(f"{_C}{tag}")
        if old is not None:
            series.replace(old, fresh)
    etree.cleanup_namespaces(series)


def _caption(data: ChartData, index: int) -> str:
    caption = f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(printable(list(data.series)[index]))}</c:v></c:pt>'
    return f"<c:tx><c:strRef><c:f>Sheet1!${_column(index)}$1</c:f><c:strCache>{caption}</c:strCache></c:strRef></c:tx>"


def _tags(data: ChartData) -> tuple[str, str]:
    """What the places and the values of a series are called."""
    return ("xVal", "yVal") if data.has_places else ("cat", "val")


def _categories(data: ChartData) -> str:
    cells, tag = _cells("A", data.categories), _tags(data)[0]
    if data.has_places:
        return f"<c:{tag}>{_numbers(cells, data.categories)}</c:{tag}>"
    points = _points([escape(printable(str(name))) for name in data.categories])
    return f"<c:{tag}><c:strRef><c:f>{cells}</c:f><c:strCache>{points}</c:strCache></c:strRef></c:{tag}>"


def _values(data: ChartData, index: int) -> str:
    values = list(data.series.values())[index]
    column, tag = _column(index), _tags(data)[1]
    return f"<c:{tag}>{_numbers(_cells(column, values), values)}</c:{tag}>"


def _cells(column: str, values: Sequence[object]) -> str:
    return f"Sheet1!${column}$2:${column}${max(len(values), 1) + 1}"


def _numbers(cells: str, values: Sequence[object]) -> str:
    points = _points([None if value is None else plain_number(value) for value in values])  # type: ignore[arg-type]
    cache = f"<c:numCache><c:formatCode>General</c:formatCode>{points}</c:numCache>"
    return f"<c:numRef><c:f>{cells}</c:f>{cache}</c:numRef>"


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


def _resized(drawing: str, height: int | None) -> str:
    return re.sub(r'(<wp:extent\b[^>]*\bcy=")\d+', rf"\g<1>{height}", drawing, count=1) if height else drawing
