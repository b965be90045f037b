"""No document leaves broken: every branch is tried at check time, every distinct outcome looked at in a build."""

from __future__ import annotations

from dataclasses import replace

import pytest

from p3dn_reports.documents.word.dialect import PartSource
from p3dn_reports.documents.word.inspection import Inspector
from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import Template, check_template
from p3dn_reports.errors import ProblemsError
from tests.documents_engine.bodies import package
from tests.documents_engine.drafts import draft

LINK = '<hyperlink r:id="a">{}</hyperlink>'

# bodies in which a block takes half of an element with it, and the paragraph that is named
HALVES = {
    "out of a link": f"<p>a</p><p>{LINK.format('{% if ya %}x')}y{{% endif %}}</p>",
    "into a link": f"<p>a</p><p>{{% if ya %}}y{LINK.format('x{% endif %}')}</p>",
    "a loop out of a link": f"<p>a</p><p>{LINK.format('{% for d in dua %}x')}y{{% endfor %}}</p>",
    "two that cancel out": f"<p>a</p><p>{LINK.format('{% if ya %}x')}y{{% endif %}}</p>"
    f"<p>{{% if ya %}}y{LINK.format('x{% endif %}')}</p>",
}
WHOLE = {
    "over paragraphs": "<p>{% if ya %}a</p><p>b{% else %}c</p><p>d{% endif %}</p>",
    "within a link": f"<p>{LINK.format('{% if ya %}x{% endif %}')}</p>",
    "in an attribute": "<tbl><tr><tc><p>{%tr for i in dua %}</p></tc></tr>"
    "<tr><tc><tcPr/><p>{% vm %}{{ i }}</p></tc></tr><tr><tc><p>{%tr endfor %}</p></tc></tr></tbl><p>a</p>",
}


def sources(content: bytes) -> tuple[PartSource, ...]:
    return Template.compile(content)._sources


@pytest.mark.parametrize("name", HALVES)
def test_a_block_that_takes_half_an_element_is_refused_at_its_place(name: str) -> None:
    (found, *_) = check_template(package(body=HALVES[name]), "surat.docx")
    assert (found.kode, found.lokasi.sel) == ("templat-blok-memutus", "isi, paragraf 2")


@pytest.mark.parametrize("name", WHOLE)
def test_a_block_that_takes_whole_elements_passes(name: str) -> None:
    assert "galat" not in {found.tingkat for found in check_template(package(body=WHOLE[name]))}


def test_the_trials_go_through_every_branch() -> None:
    body = (
        "<p>{%p if a %}</p><p>satu</p><p>{%p elif b %}</p><p>dua</p><p>{%p if c %}</p><p>tiga</p><p>{%p endif %}</p>"
        "<p>{%p else %}</p><p>empat</p><p>{%p endif %}</p><p>{%p for d in e %}</p><p>lima</p><p>{%p endfor %}</p>"
    )
    (source,) = sources(package(body=body))
    tried = [{word for word in ("satu", "dua", "tiga", "empat", "lima") if word in xml} for xml in source.trials()]
    assert len(tried) == 4
    for one in ({"satu", "lima"}, {"dua", "tiga"}, {"dua"}, {"empat"}):
        assert any(one <= other for other in tried)
    assert any("lima" not in other for other in tried)


def test_a_branch_that_breaks_word_is_found_without_data() -> None:
    fields = "<p>{% if ya %}</p><p><r><fldChar fldCharType='begin'/></r></p><p>{% endif %}</p>"
    found = check_template(package(body=f"<p>a</p>{fields}<p><r><fldChar fldCharType='end'/></r>b</p>"), "surat.docx")
    assert {(item.kode, str(item.lokasi)) for item in found if item.tingkat == "galat"} == {
        ("naskah-rujukan-putus", "surat.docx, isi")
    }


def test_a_document_is_looked_at_once_for_each_set_of_branches() -> None:
    template = Template.compile(draft("{% if ya %}a{% endif %} {{ nama }}"))
    first, second, other = (
        template.render_document({"ya": ya, "nama": nama}) for ya, nama in ((1, "x"), (1, "y"), (0, "x"))
    )
    assert first.cabang == second.cabang != other.cabang
    inspector = Inspector()
    assert inspector.faults(template, first) == ()
    cell = b"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc></w:tc></w:tr></w:tbl>"
    broken = {
        **other.parts,
        "word/document.xml": other.parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + cell),
    }
    assert [found.kode for found in inspector.faults(template, replace(other, parts=broken))] == [
        "naskah-sel-tanpa-paragraf"
    ]
    assert inspector.faults(template, other) != ()  # remembered, and not looked at again
    assert inspector.faults(template, second) == ()


@pytest.mark.parametrize("width", ["dua", 0, -1, True, None])
def test_a_width_that_is_none_is_refused(width: object) -> None:
    template = Template.compile(draft([["{% colspan lebar %}{{ nama }}", "b"]]))
    with pytest.raises(ProblemsError):
        template.render({"lebar": width, "nama": "x"})
    assert check_document(template.render({"lebar": Wanting("lebar"), "nama": "x"}), "a.docx") == []


def test_what_word_has_saved_so_is_no_fault_of_the_document() -> None:
    odd = package(body='<p><pPr><jc val="right"/><keepNext/></pPr>{{ nama }}</p>')
    template = Template.compile(odd)
    assert Inspector().faults(template, template.render_document({"nama": "x"})) == ()
    assert check_template(odd) == []
