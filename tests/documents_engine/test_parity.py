"""docxtpl's own render is the oracle: the same template and data give C14N-equal parts."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import jinja2
import pytest
from docx.shared import RGBColor
from docxtpl import DocxTemplate
from lxml import etree

from p3dn_reports import formatting
from p3dn_reports.documents.word.places import W
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import Template
from tests.documents_engine.drafts import canonical, draft, parts_of

CONTEXT: dict[str, Any] = {
    "nama": "Dinas Pendidikan & Kebudayaan <DKI>",
    "kutipan": "kata \"asing\" dan 'lain'",
    "kosong": "",
    "halaman": "satu\adua\n\tdua lagi\ftiga",
    "alamat": "Jalan A\nLantai 2\tBlok B",
    "nilai": Decimal("1234567.5"),
    "hari_ini": date(2024, 12, 31),
    "ya": True,
    "tidak": False,
    "banyak": 3,
    "warna": "FFF2CC",
    "unit": {"nama": "Biro Hukum", "anak": {"nama": "Bagian A"}},
    "baris": [
        {"no": 1, "nama": "Satu", "butir": ["a", "b"], "tampil": True},
        {"no": 2, "nama": "Dua", "butir": [], "tampil": False},
        {"no": 3, "nama": "Tiga & <tiga>", "butir": ["c"], "tampil": True},
    ],
}


def _split_runs(document: Any) -> None:
    paragraph = document.add_paragraph()
    for piece in ("Halo {", "{ un", "it.na", "ma }", "} selesai"):
        paragraph.add_run(piece).bold = len(piece) % 2 == 0


def _styled(document: Any) -> None:
    run = document.add_paragraph("Nama: ").add_run("{{ alamat }}")
    run.bold, run.font.color.rgb = True, RGBColor(0xC0, 0, 0)
    document.add_paragraph("{{ nama }} dan {{ unit.anak.nama }}", style="List Bullet")


def _run_tags(document: Any) -> None:
    paragraph = document.add_paragraph("awal ")
    for text in ("{%r if ya %}", "tebal {{ nama }}", "{%r endif %}", "{%r if tidak %}", "hilang", "{%r endif %}"):
        paragraph.add_run(text).bold = True
    paragraph.add_run(" akhir")


def _drawings(document: Any) -> None:
    for text in ("{%p for b in baris %}", "gambar {{ b.nama }}", "{%p endfor %}"):
        document.add_paragraph(text)
    drawing = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:drawing><wp:inline'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="1" cy="1"/><wp:docPr id="7" name="x"/></wp:inline></w:drawing></w:r>'
    )
    document.paragraphs[1]._p.append(etree.fromstring(drawing))


def _merged_cells(document: Any) -> None:
    table = document.add_table(rows=2, cols=4)
    for at, text in enumerate(("{%tc for i in [1, 2] %}", "", "", "{%tc endfor %}")):
        table.cell(0, at).text = text
    for at, text in enumerate(("{%tc for i in [1, 2] %}", "{{ i }}", "b", "{%tc endfor %}")):
        table.cell(1, at).text = text
    table.cell(0, 1).merge(table.cell(0, 2)).text = "{% hm %}Judul"


def _titled(document: Any) -> None:
    for name in ("title", "author", "subject", "comments"):
        setattr(document.core_properties, name, f"{name} {{{{ unit.nama }}}}")


_TEXT_BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pict>'
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>{%p if ya %}</w:t></w:r></w:p><w:p><w:r><w:t>{{ nama }}</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def _text_box(document: Any) -> None:
    document.add_paragraph("{{ nama }} ")._p.append(etree.fromstring(_TEXT_BOX))


def _content_control(document: Any) -> None:
    paragraph = document.add_paragraph("{{ unit.nama }}")._p
    control = etree.fromstring(
        '<w:sdt xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:sdtPr/><w:sdtContent/></w:sdt>'
    )
    paragraph.addprevious(control)
    control[1].append(paragraph)


def _nested_table(document: Any) -> None:
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    inner = cell.add_table(rows=3, cols=1)
    for at, text in enumerate(("{%tr for b in baris %}", "{{ b.nama }}", "{%tr endfor %}")):
        inner.cell(at, 0).text = text
    cell.add_paragraph("sesudah")


TEMPLATES: dict[str, bytes] = {
    "a field": draft("Kepada {{ nama }} di {{ unit.nama }}."),
    "members of members": draft("{{ unit.anak.nama }} {{ unit['nama'] }} {{ baris[0].nama }}"),
    "quotes and blanks": draft("{{ kutipan }}|{{ kosong }}|{{ banyak }}"),
    "filters": draft("{{ nilai|rupiah }} {{ nilai|angka }} {{ hari_ini|tanggal }} {{ banyak|terbilang }}"),
    "breaks and tabs": draft("Alamat: {{ alamat }} selesai"),
    "styled runs": draft(then=_styled),
    "tags split over runs": draft(then=_split_runs),
    "if and else in one paragraph": draft("{% if ya %}ada {{ nama }}{% else %}tidak{% endif %} titik"),
    "elif": draft("{% if tidak %}a{% elif banyak > 2 and not tidak %}b{% else %}c{% endif %}"),
    "in a list of constants": draft(
        "{% if banyak in [1, 3] %}ya{% endif %}{% if nama not in ('x', 'y') %}!{% endif %}"
    ),
    "conditional expression": draft("{{ unit.nama if ya else nama }}"),
    "paragraph tags": draft("awal", "{%p if ya %}", "isi {{ nama }}", "{%p else %}", "lain", "{%p endif %}", "akhir"),
    "paragraph loop": draft("{%p for b in baris %}", "{{ loop.index }}. {{ b.nama }}", "{%p endfor %}", "akhir"),
    "loop over nothing": draft(
        "{%p for b in baris[1].butir %}", "{{ b }}", "{%p else %}", "tidak ada", "{%p endfor %}"
    ),
    "nested loops": draft(
        *("{%p for b in baris %}", "{{ b.no }} {{ b.nama }}", "{%p for t in b.butir %}", "- {{ t }} {{ b.no + 1 }}"),
        *("{%p endfor %}", "{%p endfor %}"),
    ),
    "loop with a condition": draft(
        "{% for b in baris if b.tampil %}{{ b.nama }}{% if not loop.last %}; {% endif %}{% endfor %}"
    ),
    "set": draft("{% set u = unit.anak %}{{ u.nama }}"),
    "comments": draft("a{# catatan perancang #}b", "{#p alinea ini hilang #}", "c {{ nama }}"),
    "whitespace control": draft("a {{- nama -}} b", "{%- if ya -%} c {%- endif -%}"),
    "run tags": draft(then=_run_tags),
    "table rows": draft(
        [["No.", "Nama"], ["{%tr for b in baris %}", ""], ["{{ b.no }}", "{{ b.nama }}"], ["{%tr endfor %}", ""]],
        "akhir",
    ),
    "table rows with a condition": draft(
        [
            *(["{%tr for b in baris %}"], ["{%tr if b.tampil %}"], ["{{ b.nama }}"], ["{%tr else %}"], ["-"]),
            *(["{%tr endif %}"], ["{%tr endfor %}"]),
        ]
    ),
    "table columns": draft([["Nama", "{%tc for b in baris %}", "{{ b.nama }}", "{%tc endfor %}"]], "akhir"),
    "cells of loops": draft([["{% for b in baris %}{{ b.nama }}, {% endfor %}", "{{ nama }}"]]),
    "merged down": draft(
        [["{%tr for b in baris %}", ""], ["{% vm %}{{ unit.nama }}", "{{ b.no }}"], ["{%tr endfor %}", ""]]
    ),
    "a table in a cell": draft(then=_nested_table),
    "header and footer": draft("isi {{ nama }}", header="Kop {{ unit.nama }}", footer="Kaki {{ nama }} {{ alamat }}"),
    "drawings in a loop": draft(then=_drawings),
    "smart quotes": draft("{% if unit[‘nama’] == “Biro Hukum” %}sama{% endif %}"),
    "e-office tags": draft("Nomor ${nomor_naskah} tanggal ${tanggal_naskah} {{ nama }}"),
    "escaped braces": draft("{_{ bukan tag }_} {{ nama }}"),
    "new paragraphs and pages in a value": draft("a {{ halaman }} z", [["{{ halaman }}"]], header="{{ halaman }}"),
    "escaped by hand": draft("{{ nama|e }} {{ kutipan | e }}"),
    "a range of numbers": draft(
        "{%p for i in range(3) %}", "{{ i }}", "{%p endfor %}", "{% for i in range(1, 6, 2) %}x{% endfor %}"
    ),
    "merged down in two loops": draft(
        [
            *(["{%tr for b in baris %}", "", ""], ["{%tr for i in range(2) %}", "", ""]),
            *(["{% vm %}{{ b.nama }}", "{% vm %}x", "{{ i }}"], ["{%tr endfor %}", "", ""], ["{%tr endfor %}", "", ""]),
        ]
    ),
    "a text split over paragraphs": draft(
        *("Rumah saya", "{%- if ya -%}", " di kota", "{%- else -%}", " di desa", "{%- endif -%}", " dan baik.")
    ),
    "properties of the file": draft("{{ nama }}", then=_titled),
    "a text box": draft(then=_text_box),
    "wrapped in a content control": draft(then=_content_control),
}

WIDENED = {
    "fewer cells than columns": draft([["{%tc for i in range(1) %}", "{{ i }}", "a", "{%tc endfor %}"]]),
    "more cells than columns": draft([["{%tc for i in range(3) %}", "{{ i }}", "a", "{%tc endfor %}"]]),
    "merged across": draft(
        [
            ["{%tc for i in range(4) %}", "{% hm %}Judul", "{%tc endfor %}"],
            ["{%tc for i in range(4) %}", "{{ i }}", "{%tc endfor %}"],
        ]
    ),
    "merged across merged cells": draft(then=_merged_cells),
    "comments of every kind": draft(
        "a {# satu #} b", "{#p alinea #}", [["x", "{#tc sel #}"], ["{#tr baris #}", ""]], header="kop {# c #}"
    ),
}
"""docxtpl repairs the grid of such a table and leaves its cells as wide as they were: they run off the page."""

REORDERED = {
    "cell colour": draft([["{% cellbg warna %}{{ nama }}", "biasa"]]),
    "cell span": draft([["{% colspan banyak %}{{ nama }}", "biasa"], ["a", "b"]]),
}
"""docxtpl puts `w:shd` and `w:gridSpan` first among a cell's properties, where the standard does not want them."""

# The other differences, each for a reason. docProps/core.xml: docxtpl adds the empty elements dc:identifier and
# dc:language, and escapes a value there twice. Headers and footers: docxtpl leaves doubled docPr ids there as they are,
# and takes out the blanks within an inline picture. A block tag alone in its paragraph or row takes it away without the
# prefix. A bookmark within a tag is kept. numbering.xml of a subdocument: docxcompose draws its w:nsid by lot. Refused
# where docxtpl goes on: unknown fields (it prints a blank), None and numbers or dates without a filter, calls but for a
# short range, filters of one's own, sums of texts, tests with `is`, tags over two paragraphs, blocks ended on another
# level; other delimiters, and OLE objects and macros in the file.


def oracle(template: bytes) -> bytes:
    environment = jinja2.Environment(autoescape=True)
    for name in ("rupiah", "angka", "tanggal", "terbilang"):
        function: Callable[[Any], str] = getattr(formatting, name)
        environment.filters[name] = function
    document = DocxTemplate(io.BytesIO(template))
    document.render(CONTEXT, environment, autoescape=True)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


@pytest.mark.parametrize("name", TEMPLATES)
def test_parts_equal_docxtpls(name: str) -> None:
    own = parts_of(Template.compile(TEMPLATES[name]).render(CONTEXT))
    theirs = parts_of(oracle(TEMPLATES[name]))
    for part in own:
        if part.startswith(("word/document", "word/header", "word/footer")):
            assert canonical(own[part]) == canonical(theirs[part]), part


def test_the_properties_of_the_file_are_docxtpls() -> None:
    own = parts_of(Template.compile(TEMPLATES["properties of the file"]).render(CONTEXT))["docProps/core.xml"]
    theirs = etree.fromstring(parts_of(oracle(TEMPLATES["properties of the file"]))["docProps/core.xml"])
    for empty in [node for node in theirs if node.tag.endswith(("identifier", "language")) and not node.text]:
        theirs.remove(empty)
    assert canonical(own) == etree.tostring(theirs, method="c14n")


@pytest.mark.parametrize("name", REORDERED)
def test_cell_properties_are_docxtpls_in_the_standards_order(name: str) -> None:
    content = Template.compile(REORDERED[name]).render(CONTEXT)
    theirs = etree.fromstring(parts_of(oracle(REORDERED[name]))["word/document.xml"])
    for properties in theirs.iter("{*}tcPr"):
        properties[:] = sorted(
            properties, key=lambda node: ("tcW", "gridSpan", "shd").index(etree.QName(node).localname)
        )
    assert canonical(parts_of(content)["word/document.xml"]) == etree.tostring(theirs, method="c14n")
    assert [found.kode for found in check_document(content, "a.docx")] == []


@pytest.mark.parametrize("name", WIDENED)
def test_tables_of_other_columns_are_docxtpls_with_cells_as_wide_as_their_grid(name: str) -> None:
    content = Template.compile(WIDENED[name]).render(CONTEXT)
    own, theirs = (etree.fromstring(parts_of(one)["word/document.xml"]) for one in (content, oracle(WIDENED[name])))
    for row in own.iter("{*}tr"):
        grid = sum(int(column.get(f"{W}w", "0")) for column in next(own.iter(f"{W}tblGrid")))
        assert abs(sum(int(width.get(f"{W}w", "0")) for width in row.iter(f"{W}tcW")) - grid) <= 6
    for width in [*own.iter(f"{W}tcW"), *theirs.iter(f"{W}tcW")]:
        width.attrib.clear()
    assert etree.tostring(own, method="c14n") == etree.tostring(theirs, method="c14n")
    assert check_document(content, "a.docx") == []


def test_the_corpus_is_wide() -> None:
    assert len(TEMPLATES) >= 30
