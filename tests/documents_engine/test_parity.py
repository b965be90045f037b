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

from p3dn_reports import formatting
from p3dn_reports.documents.word.template import Template
from tests.documents_engine.drafts import canonical, draft, parts_of

CONTEXT: dict[str, Any] = {
    "nama": "Dinas Pendidikan & Kebudayaan <DKI>",
    "kutipan": "kata \"asing\" dan 'lain'",
    "kosong": "",
    "alamat": "Jalan A\nLantai 2\tBlok B",
    "nilai": Decimal("1234567.5"),
    "hari_ini": date(2024, 12, 31),
    "ya": True,
    "tidak": False,
    "banyak": 3,
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
    from lxml import etree

    document.paragraphs[1]._p.append(etree.fromstring(drawing))


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
    "cell colour": draft([["{% cellbg unit.nama %}{{ nama }}", "biasa"]]),
    "merged down": draft(
        [["{%tr for b in baris %}", ""], ["{% vm %}{{ unit.nama }}", "{{ b.no }}"], ["{%tr endfor %}", ""]]
    ),
    "a table in a cell": draft(then=_nested_table),
    "header and footer": draft("isi {{ nama }}", header="Kop {{ unit.nama }}", footer="Kaki {{ nama }} {{ alamat }}"),
    "drawings in a loop": draft(then=_drawings),
    "smart quotes": draft("{% if unit[‘nama’] == “Biro Hukum” %}sama{% endif %}"),
    "e-office tags": draft("Nomor ${nomor_naskah} tanggal ${tanggal_naskah} {{ nama }}"),
    "escaped braces": draft("{_{ bukan tag }_} {{ nama }}"),
}


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


def test_the_corpus_is_wide() -> None:
    assert len(TEMPLATES) >= 30
