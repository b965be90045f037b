"""Whatever a template holds is refused or printed in bounded time: lengths, numbers and turns have limits."""

from __future__ import annotations

import pytest

from p3dn_reports.documents.word.template import Template, check_template
from p3dn_reports.errors import ProblemsError
from tests.documents_engine.drafts import draft, texts

LONG = {
    "braces": "{" * 20_000,
    "opened outputs": "{{" * 10_000,
    "opened blocks": "{%" * 10_000,
    "opened names": "{{ x " * 5_000,
    "a literal": '{{ "' + "a" * 200_000 + '" }}',
}


@pytest.mark.parametrize("name", LONG)
def test_a_paragraph_nobody_wrote_is_not_read(name: str) -> None:
    (found,) = check_template(draft("awal", LONG[name]), "surat.docx")
    assert (found.kode, found.lokasi.sel) == ("templat-paragraf-berlebihan", "isi, paragraf 2")
    assert len(found.pesan) < 500


def test_a_long_text_and_many_tags_are_read() -> None:
    many = " ".join(["{{ nama }}"] * 400)
    assert check_template(draft("kata " * 20_000, many)) == []
    assert texts(Template.compile(draft(many)).render({"nama": "x"})) == [" ".join(["x"] * 400)]


@pytest.mark.parametrize(
    ("text", "kode", "said"),
    [
        ("{{ " + "9" * 6_000 + " }}", "templat-tag-salah", "30 angka"),
        ("{% if ya > (" + "9" * 6_000 + ") %}a{% endif %}", "templat-tag-salah", "tidak dapat dibaca"),
        ("{% if ya > (0x" + "f" * 6_000 + ") %}a{% endif %}", "templat-ungkapan-dilarang", "bilangan sebesar itu"),
        ("{{ 1e999 }}", "templat-tag-salah", "tanpa huruf e"),
        ("{{ -1E+999|rupiah }}", "templat-tag-salah", "tanpa huruf e"),
        ("{% if ya > (1e999) %}a{% endif %}", "templat-ungkapan-dilarang", "bilangan sebesar itu"),
        ("{% for i in range(1e999) %}a{% endfor %}", "templat-ungkapan-dilarang", ""),
    ],
)
def test_a_number_nobody_means_is_refused_at_its_place(text: str, kode: str, said: str) -> None:
    found = check_template(draft("awal", text), "surat.docx")
    assert found[0].kode == kode
    assert {item.lokasi.sel for item in found} == {"isi, paragraf 2"}
    assert said in found[0].pesan
    with pytest.raises(ProblemsError):
        Template.compile(draft("awal", text))


@pytest.mark.parametrize("innermost", ["{% for c in d %}{% endfor %}", "{% for c in d if c > 1000 %}{% endfor %}"])
def test_loops_that_print_nothing_end_too(innermost: str) -> None:
    template = Template.compile(draft("{% for a in d %}{% for b in d %}" + innermost + "{% endfor %}{% endfor %}"))
    with pytest.raises(ProblemsError) as caught:
        template.render({"d": list(range(400))})
    assert [(found.kode, found.lokasi.sel) for found in caught.value.problems] == [
        ("templat-terlalu-besar", "isi, paragraf 1")
    ]


def test_many_open_comments_and_lone_tags_are_told_once_each() -> None:
    comments = check_template(draft(*["{# a"] * 500))
    assert [found.kode for found in comments] == ["templat-tag-salah"] * 500
