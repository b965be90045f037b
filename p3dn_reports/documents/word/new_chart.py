"""Put a native Word chart into a template, once; from then on it is the drafter's own and is edited in Word.

    content = Path("laporan.docx").read_bytes()          # holds a paragraph whose text is [grafik_capaian]
    content = insert_chart(content, "[grafik_capaian]", "grafik_capaian", BATANG)
    Path("laporan.docx").write_bytes(content)

The chart is found again at rendering by its alt-text title (`grafik_capaian`) and filled with
`template.render_document(context, grafik={"grafik_capaian": ChartData(...)})`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from p3dn_reports.documents.word.chart import Bentuk, ChartData, chart_height, workbook
from p3dn_reports.documents.word.chart_forms import bars, columns, points
from p3dn_reports.documents.word.further_charts import OFFICE, Place, chart_part, join, next_id
from p3dn_reports.documents.word.package import (
    add_default_type,
    parse_xml,
    read_package,
    serialize,
    write_package,
)
from p3dn_reports.errors import ProblemsError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDTH = 5_760_000  # 16 cm, the text width of an A4 page of a letter
_HEIGHT = 1_800_000  # 5 cm, of a chart that its data do not make higher


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of chart: its looks, and a sample with as many series as it takes."""

    look: Callable[[ChartData], str]
    sample: ChartData
    width: int = _WIDTH


_UNITS = ("Unit A", "Unit B", "Unit C")
_ACROSS = {"Batas 80%": (80, 80, 80), "Batas 100%": (100, 100, 100)}
_BANDS = {"▼ di bawah 80%": (79, None, None), "● 80% sampai 100%": (None, 90, None), "▲ di atas": (None, None, 101)}
KOLOM = Form(columns, ChartData(_UNITS, {"Capaian (%)": (79, 90, 101), **_ACROSS}))
BATANG = Form(lambda data: bars(data, 3), ChartData(_UNITS, {**_BANDS, **_ACROSS}, Bentuk.BATANG))
TITIK = Form(
    lambda data: points(data, 3),
    ChartData(
        (79, 90, 101, 80, 80, 100, 100),
        {
            **{caption: (*values, *[None] * 4) for caption, values in _BANDS.items()},
            "Batas 80%": (None, None, None, 0, 2, None, None),
            "Batas 100%": (None, None, None, None, None, 0, 2),
        },
        Bentuk.TETAP,
    ),
)


def insert_chart(content: bytes, placeholder: str, name: str, form: Form = KOLOM) -> bytes:
    """The .docx with the paragraph whose whole text is `placeholder` turned into a chart called `name`.

    Series and values of the form's sample are replaced at rendering, so only their number matters. Raises
    ProblemsError for a file that is no .docx and ValueError where no such paragraph stands in the body.
    """
    parts, problems = read_package(content, name)
    if problems:
        raise ProblemsError(problems)
    number = 1 + sum(part.startswith("word/charts/chart") for part in parts)
    place = Place("word/document.xml", f"rIdGrafik{number}", chart_part(number))
    document = parse_xml(parts[place.document])
    number_of_its_own = next_id(parts[place.document].decode("utf-8"))
    _place(document, placeholder, _drawing(name, place.rel_id, number_of_its_own, form))
    parts[place.document] = serialize(document)
    parts[place.part] = form.look(form.sample).encode("utf-8")
    parts[f"word/embeddings/grafik{number}.xlsx"] = workbook(form.sample)
    join(parts, place, number)
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


def _drawing(name: str, rel_id: str, number: int, form: Form) -> str:
    height = chart_height(form.sample) or _HEIGHT
    return (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' xmlns:r="{OFFICE}"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{form.width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{name}" title="{name}" descr="Grafik capaian menurut unit"/>'
        "<wp:cNvGraphicFramePr/>"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
        f' r:id="{rel_id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
