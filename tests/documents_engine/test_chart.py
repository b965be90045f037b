"""A native chart, filled: what is drawn and what "Edit Data" opens agree, to the last decimal."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from lxml import etree
from openpyxl import load_workbook

from p3dn_reports.documents.word.chart import MOST_BARS, Angka, Bentuk, ChartData, chart_height, plain_number, workbook
from p3dn_reports.documents.word.new_chart import BATANG, TITIK, Form, insert_chart
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import Rendered, Stamp, Template
from p3dn_reports.errors import ProblemsError
from tests.documents_engine.drafts import draft, parts_of, texts

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NAMES = ["Dinas Pendidikan", "Dinas Bina Marga", "Badan <A> & B", "Inspektorat"]
VALUES = [Decimal("79.995"), None, Decimal("100.0001"), 80]
DATA = ChartData(NAMES, {"Capaian (%)": VALUES, "80%": [80] * 4, "100%": [100] * 4})


@pytest.fixture(scope="module")
def template() -> Template:
    source = draft("Grafik 1. {{ judul }}", "[grafik_capaian]", "sesudah")
    return Template.compile(insert_chart(source, "[grafik_capaian]", "grafik_capaian"))


def filled(template: Template, data: ChartData = DATA, name: str = "grafik_capaian") -> Rendered:
    return template.render_document({"judul": "Capaian"}, Stamp(grafik={name: data}))


def cached(content: bytes, tag: str) -> list[list[str | None]]:
    """The cached points of every series: `cat` or `val`."""
    chart = etree.fromstring(parts_of(content)["word/charts/chart1.xml"])
    found = []
    for cache in chart.iter(f"{C}{tag}"):
        count = int(next(cache.iter(f"{C}ptCount")).get("val", "0"))
        points = {int(point.get("idx", "0")): point.findtext(f"{C}v") for point in cache.iter(f"{C}pt")}
        found.append([points.get(at) for at in range(count)])
    return found


def test_the_caches_hold_the_data(template: Template) -> None:
    content = filled(template).content
    assert cached(content, "cat") == [NAMES] * 3
    assert cached(content, "val") == [["79.995", None, "100.0001", "80"], ["80"] * 4, ["100"] * 4]
    assert check_document(content, "a.docx") == []


def test_a_name_that_no_xml_may_hold_breaks_nothing(template: Template) -> None:
    names = ["Dinas\x0bSatu", "Dinas\x1b[31m", "Dinas\ufffe", "\ud800"]
    content = filled(template, ChartData(names, {caption: [1] * 4 for caption in DATA.series})).content
    shown = ["Dinas\ufffdSatu", "Dinas\ufffd[31m", "Dinas\ufffd", "\ufffd"]
    assert cached(content, "cat") == [shown] * 3
    sheet = load_workbook(io.BytesIO(parts_of(content)["word/embeddings/grafik1.xlsx"])).active
    assert sheet is not None
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == shown
    assert check_document(content, "a.docx") == []


def test_the_embedded_workbook_holds_the_same(template: Template) -> None:
    content = filled(template).content
    sheet = load_workbook(io.BytesIO(parts_of(content)["word/embeddings/grafik1.xlsx"])).active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0] == [None, "Capaian (%)", "80%", "100%"]
    assert [row[0] for row in rows[1:]] == NAMES
    for column, points in enumerate(cached(content, "val"), start=1):
        written = [row[column] for row in rows[1:]]
        assert [None if value is None else str(value) for value in written] == points


def test_the_formulas_point_at_the_cells(template: Template) -> None:
    chart = etree.fromstring(parts_of(filled(template).content)["word/charts/chart1.xml"])
    assert [node.text for node in chart.iter(f"{C}f")][:6] == [
        *("Sheet1!$B$1", "Sheet1!$A$2:$A$5", "Sheet1!$B$2:$B$5"),
        *("Sheet1!$C$1", "Sheet1!$A$2:$A$5", "Sheet1!$C$2:$C$5"),
    ]


def test_the_chart_grows_with_its_longest_name_up_to_a_page(template: Template) -> None:
    short, long = ChartData(["A"], {"a": [1]}), ChartData(["A" * 20], {"a": [1]})
    tallest = ChartData(["A" * 999], {"a": [1]})
    heights = [chart_height(one) or 0 for one in (short, long, tallest)]
    assert heights == sorted(heights)
    assert heights[2] == 5_400_000
    document = parts_of(filled(template).content)["word/document.xml"].decode()
    assert f'cy="{chart_height(DATA)}"' in document


def test_axis_ids_are_positive_and_lines_lie_over_columns(template: Template) -> None:
    chart = etree.fromstring(parts_of(filled(template).content)["word/charts/chart1.xml"])
    assert all(int(node.get("val", "0")) > 0 for node in chart.iter(f"{C}axId"))
    assert len(list(next(chart.iter(f"{C}barChart")).iter(f"{C}ser"))) == 1
    assert len(list(next(chart.iter(f"{C}lineChart")).iter(f"{C}ser"))) == 2


def test_two_fillings_are_byte_identical_and_leave_the_template_alone(template: Template) -> None:
    first, other = filled(template).content, filled(template, ChartData(["x"], {"a": [1], "b": [2], "c": [3]})).content
    assert first == filled(template).content
    assert first != other
    assert workbook(DATA) == workbook(DATA)


def test_a_chart_that_is_not_there_or_has_other_series_is_a_problem(template: Template) -> None:
    assert template.charts() == {"grafik_capaian", "Grafik capaian menurut unit"}
    assert [found.kode for found in filled(template, name="grafik_lain").problems] == ["grafik-tidak-ada"]
    few = filled(template, ChartData(["x"], {"a": [1]}))
    assert [found.kode for found in few.problems] == ["grafik-beda-seri"]
    assert "3 seri" in few.problems[0].pesan


def test_the_description_binds_too(template: Template) -> None:
    assert filled(template, name="Grafik capaian menurut unit").problems == ()


def test_the_text_around_the_chart_stays(template: Template) -> None:
    assert texts(filled(template).content) == ["Grafik 1. Capaian", "", "sesudah"]


def test_two_charts_in_one_document() -> None:
    source = insert_chart(draft("[a]", "[b]"), "[a]", "grafik_a")
    template = Template.compile(insert_chart(source, "[b]", "grafik_b"))
    content = template.render_document({}, Stamp(grafik={"grafik_b": DATA})).content
    parts = parts_of(content)
    assert b"Inspektorat" in parts["word/charts/chart2.xml"]
    assert b"Inspektorat" not in parts["word/charts/chart1.xml"]
    assert check_document(content, "a.docx") == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (80, "80"),
        (Decimal("80.00"), "80"),
        (Decimal("1E+2"), "100"),
        (Decimal("0.50"), "0.5"),
        (Decimal("-1.10"), "-1.1"),
    ],
)
def test_numbers_are_written_without_noise(value: Decimal | int, text: str) -> None:
    assert plain_number(value) == text


def test_series_must_be_as_long_as_the_names() -> None:
    with pytest.raises(ValueError, match="1 values for 2"):
        ChartData(["a", "b"], {"x": [1]})


def of_form(form: Form, *paragraphs: str) -> Template:
    return Template.compile(insert_chart(draft("[x]", *paragraphs), "[x]", "grafik_x", form))


def lying(count: int) -> ChartData:
    blank: list[Angka] = [None] * count
    series: dict[str, list[Angka]] = {
        "bawah": [Decimal("70.5")] * count,
        "dalam": blank,
        "atas": blank,
        "80%": [80] * count,
        "100%": [100] * count,
    }
    return ChartData([f"Dinas {number} & <Rekan>" for number in range(count)], series, Bentuk.BATANG, 140)


def test_lying_bars_more_than_one_chart_holds_go_on_in_further_charts_of_the_same_look() -> None:
    template = of_form(BATANG, "sesudah")
    data = lying(2 * MOST_BARS + 1)
    made = template.render_document({}, Stamp(grafik={"grafik_x": data}))
    parts = parts_of(made.content)
    charts = sorted(name for name in parts if name.startswith("word/charts/chart"))
    assert charts == [f"word/charts/chart{number}.xml" for number in (1, 2, 3)]
    names = [[point.text for point in etree.fromstring(parts[name]).iter(f"{C}v")] for name in charts]
    assert [sum(one.count(f"Dinas {number} & <Rekan>") for one in names) for number in (0, 26, 52)] == [5, 5, 5]
    assert {node.get("val") for name in charts for node in etree.fromstring(parts[name]).iter(f"{C}max")} == {"140"}
    assert len({parts[f"word/embeddings/grafik{number}.xlsx"] for number in (1, 2, 3)}) == 3
    document = etree.fromstring(parts["word/document.xml"])
    drawn = [node.get("id") for node in document.iter("{*}docPr")]
    assert len(drawn) == len(set(drawn)) == 3
    heights = [int(node.get("cy", "0")) for node in document.iter("{*}extent")]
    assert heights == [chart_height(page) for page in data.pages()]
    assert texts(made.content)[-1] == "sesudah"
    assert check_document(made.content, "a.docx") == []
    assert made.content == template.render_document({}, Stamp(grafik={"grafik_x": data})).content


@pytest.mark.parametrize("count", [0, 1, MOST_BARS])
def test_few_lying_bars_stand_in_one_chart_as_high_as_they_need(count: int) -> None:
    data = lying(count)
    made = of_form(BATANG).render_document({}, Stamp(grafik={"grafik_x": data}))
    assert [page.categories for page in data.pages()] == [data.categories]
    assert f'cy="{chart_height(data)}"' in parts_of(made.content)["word/document.xml"].decode()
    assert check_document(made.content, "a.docx") == []


def test_points_take_numbers_for_places_and_keep_the_height_the_drafter_gave() -> None:
    template = of_form(TITIK)
    data = ChartData(
        (Decimal("55.1"), 104, 80, 80, 100, 100),
        {
            "bawah": (3, None, None, None, None, None),
            "dalam": (None,) * 6,
            "atas": (None, 3, None, None, None, None),
            "80%": (None, None, 0, 9, None, None),
            "100%": (None, None, None, None, 0, 9),
        },
        Bentuk.TETAP,
        120,
    )
    content = template.render_document({}, Stamp(grafik={"grafik_x": data})).content
    assert cached(content, "xVal") == [["55.1", "104", "80", "80", "100", "100"]] * 5
    assert cached(content, "yVal")[3] == [None, None, "0", "9", None, None]
    assert cached(content, "cat") == []
    assert chart_height(data) is None
    sheet = load_workbook(io.BytesIO(parts_of(content)["word/embeddings/grafik1.xlsx"])).active
    assert sheet is not None
    assert [cell.value for cell in sheet["A"]][1:3] == [55.1, 104]
    assert check_document(content, "a.docx") == []


def test_a_chart_that_a_condition_has_left_out_is_no_problem() -> None:
    source = insert_chart(draft("{%p if ada %}", "[x]", "{%p endif %}", "akhir"), "[x]", "grafik_x", BATANG)
    template = Template.compile(source)
    stamp = Stamp(grafik={"grafik_x": lying(0)})
    assert template.render_document({"ada": False}, stamp).problems == ()
    assert template.render_document({"ada": True}, stamp).problems == ()


def test_a_placeholder_must_be_there() -> None:
    with pytest.raises(ValueError, match="Tidak ada alinea"):
        insert_chart(draft("isi"), "[grafik]", "grafik")
    with pytest.raises(ProblemsError):
        insert_chart(b"x", "[grafik]", "grafik")
