"""What drafters bring along from docxtpl: its oracle says what is printed where both understand it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate

from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.documents.word.source import Source
from p3dn_reports.documents.word.template import Template, check_template
from p3dn_reports.errors import ProblemsError
from tests.documents_engine.drafts import draft, texts

CONTEXT: dict[str, Any] = {"nama": "Dinas X", "hampa": "", "unit": {"a": "satu", "b": "dua"}, "daftar": ["x", "y"]}
LIKE_DOCXTPL = [
    '{{ nama|default("-") }}',
    '{{ hampa|default("-") }}|{{ hampa|default("-", true) }}',
    "{{ daftar|count }} {{ daftar|length }} {{ nama|count }}",
    "{% for k, v in unit.items() %}{{ k }}={{ v }} {{ loop.index }};{% endfor %}",
    "{% for k, v in unit|items %}{{ k }}={{ v }};{% endfor %}",
    "kurung { { biasa } dan {% if nama %}ya{% endif %} 100 % } akhir",
]


@pytest.mark.parametrize("text", LIKE_DOCXTPL)
def test_it_is_printed_as_docxtpl_prints_it(text: str) -> None:
    document = DocxTemplate(io.BytesIO(draft(text)))
    document.render(CONTEXT, autoescape=True)
    content = io.BytesIO()
    document.save(content)
    assert texts(Template.compile(draft(text)).render(CONTEXT)) == texts(content.getvalue())
    assert [found for found in check_template(draft(text)) if found.tingkat != "catatan"] == []


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ('{{ x|default("-") }}', None, "-"),
        ('{{ x|rupiah|default("-") }}', None, "-"),
        ('{{ x|default("-")|rupiah }}', None, "-"),
        ("{{ x|default(0)|rupiah }}", None, "Rp0,00"),
        ('{{ x|rupiah|default("-") }}', 5, "Rp5,00"),
        ('{{ x|rupiah|default("-") }}', 0, "Rp0,00"),
        ('{{ x|default("-") }}', Wanting("x"), "[LENGKAPI: x]"),
        ("{{ x|default }}", None, ""),
    ],
)
def test_a_default_stands_for_what_is_empty_alone(text: str, value: object, printed: str) -> None:
    assert texts(Template.compile(draft(text)).render({"x": value})) == [printed]


@pytest.mark.parametrize("text", ['{{ y|default("-") }}', "{% for k, v in y.items() %}{% endfor %}"])
def test_an_unknown_field_stays_a_mistake(text: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        Template.compile(draft(text)).render({"x": 1})
    assert {found.kode for found in caught.value.problems} == {"templat-isian-tidak-dikenal"}


def test_items_are_those_of_a_group() -> None:
    with pytest.raises(ProblemsError):
        Template.compile(draft("{% for k, v in x.items() %}{{ k }}{% endfor %}")).render({"x": [("a", "b")]})


def test_a_template_is_read_from_whatever_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(draft("{{ nama }}"))
    with path.open("rb") as opened:
        sources: list[Source] = [str(path), path, path.read_bytes(), io.BytesIO(path.read_bytes()), opened]
        compiled = [Template.compile(source) for source in sources]
    assert {template.sha256 for template in compiled} == {compiled[0].sha256}
    assert [template.nama for template in compiled] == [
        *("surat.docx", "surat.docx", "templat.docx", "templat.docx", "surat.docx")
    ]
