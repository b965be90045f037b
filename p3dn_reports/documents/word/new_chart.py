"""Put a native Word chart into a template, once; from then on it is the drafter's own and is edited in Word.

    content = Path("laporan.docx").read_bytes()          # holds a paragraph whose text is [grafik_capaian]
    content = insert_chart(content, "[grafik_capaian]", "grafik_capaian")
    Path("laporan.docx").write_bytes(content)

The chart is found again at rendering by its alt-text title (`grafik_capaian`) and filled with
`template.render_document(context, grafik={"grafik_capaian": ChartData(...)})`: one column per unit, then one line per
threshold. Columns stand upright with their names turned, since no program but Word draws a line across lying bars.
"""

from __future__ import annotations

from lxml import etree

from p3dn_reports.documents.word.chart import ChartData, chart_height, series_xml, workbook
from p3dn_reports.documents.word.package import (
    add_content_type,
    add_default_type,
    add_relationship,
    parse_xml,
    read_package,
    serialize,
    write_package,
)
from p3dn_reports.errors import ProblemsError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDTH = 5_940_000  # 16.5 cm, the text width of an A4 page with 2.25 cm margins

_COLORS = ("9DC3E6", "C00000", "2E7D32")
_FORMAT = "[$-421]0.00########"  # two decimals, further ones where the number has them, in Indonesian form
_SAMPLE = ChartData(("Unit A", "Unit B"), {"Capaian (%)": (79, 101), "80%": (80, 80), "100%": (100, 100)})


def insert_chart(content: bytes, placeholder: str, name: str, sample: ChartData = _SAMPLE) -> bytes:
    """The .docx with the paragraph whose whole text is `placeholder` turned into a chart called `name`.

    The first series of `sample` becomes columns, every further one a line; series and values are replaced at
    rendering, so only their number matters. Raises ProblemsError for a file that is no .docx and ValueError where
    no such paragraph stands in the body.
    """
    parts, problems = read_package(content, name)
    if problems:
        raise ProblemsError(problems)
    number = 1 + sum(part.startswith("word/charts/chart") for part in parts)
    document = parse_xml(parts["word/document.xml"])
    _place(document, placeholder, _drawing(name, f"rIdGrafik{number}", 900 + number, chart_height(sample)))
    parts["word/document.xml"] = serialize(document)
    chart, book = f"word/charts/chart{number}.xml", f"word/embeddings/grafik{number}.xlsx"
    parts[chart] = _chart(sample).encode("utf-8")
    parts[book] = workbook(sample)
    add_relationship(parts, "word/document.xml", f"rIdGrafik{number}", f"{_OFFICE}/chart", f"charts/chart{number}.xml")
    add_relationship(parts, chart, "rId1", f"{_OFFICE}/package", f"../embeddings/grafik{number}.xlsx")
    add_content_type(parts, chart, _CHART_TYPE)
    add_default_type(parts, "xlsx", _XLSX_TYPE)
    return write_package(parts)


def _place(document: etree._Element, placeholder: str, drawing: str) -> None:
    for paragraph in document.iter(f"{_W}p"):
        if "".join(node.text or "" for node in paragraph.iter(f"{_W}t")).strip() == placeholder:
            for child in list(paragraph):
                if child.tag != f"{_W}pPr":
                    paragraph.remove(child)
            paragraph.append(etree.fromstring(drawing))
            return
    raise ValueError(f"Tidak ada alinea yang berbunyi {placeholder}.")


def _drawing(name: str, rel_id: str, number: int, height: int) -> str:
    return (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' xmlns:r="{_OFFICE}"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{_WIDTH}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{name}" title="{name}" descr="Grafik capaian menurut unit"/>'
        "<wp:cNvGraphicFramePr/>"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        f' r:id="{rel_id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _chart(data: ChartData) -> str:
    columns, *lines = (series_xml(data, index, _look(index)) for index in range(len(data.series)))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' xmlns:r="{_OFFICE}"><c:date1904 val="0"/><c:lang val="id-ID"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{columns}<c:gapWidth val="25"/><c:axId val="111111111"/><c:axId val="111111112"/></c:barChart>'
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{"".join(lines)}<c:marker val="1"/><c:axId val="111111111"/><c:axId val="111111112"/></c:lineChart>'
        f"{_category_axis()}{_value_axis()}</c:plotArea>"
        f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{_text(800)}</c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _look(index: int) -> str:
    """Shape properties of a series: the first one filled columns with their values, the others plain lines."""
    color = f'<a:solidFill><a:srgbClr val="{_COLORS[index % len(_COLORS)]}"/></a:solidFill>'
    if index == 0:
        labels = (
            f'<c:dLbls><c:numFmt formatCode="{_FORMAT}" sourceLinked="0"/>'
            "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
            f'{_text(600, -5_400_000)}<c:dLblPos val="inBase"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
            '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
            '<c:showBubbleSize val="0"/></c:dLbls>'
        )
        return f'<c:spPr>{color}</c:spPr><c:invertIfNegative val="0"/>{labels}'
    return f'<c:spPr><a:ln w="15875" cap="flat">{color}</a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>'


def _category_axis() -> str:
    return (
        '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{_text(700, -5_400_000)}<c:crossAx val="111111112"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis() -> str:
    faint = (
        '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>'
    )
    return (
        '<c:valAx><c:axId val="111111112"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/>{faint}</c:majorGridlines>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{_text(700)}<c:crossAx val="111111111"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/><c:majorUnit val="20"/></c:valAx>'
    )


def _text(size: int, turn: int = 0) -> str:
    """Text properties: `size` in hundredths of a point, `turn` in 60,000ths of a degree."""
    return (
        f'<c:txPr><a:bodyPr rot="{turn}" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}">'
        '<a:latin typeface="Arial"/><a:cs typeface="Arial"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
    )
