"""KONSEP and SIMULASI stand on every page, whatever headers a template has."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from p3dn_reports.documents.word.marks import Wanting, mark_pages, resolve
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import Stamp, Template
from p3dn_reports.documents.word.watermark import add_watermark
from tests.documents_engine.drafts import body_xml, draft, parts_of


def _first_page(document: Any) -> None:
    document.sections[0].different_first_page_header_footer = True


def _first_page_with_header(document: Any) -> None:
    _first_page(document)
    document.sections[0].first_page_header.paragraphs[0].text = "Kop"


def _even_pages(document: Any) -> None:
    document.settings.odd_and_even_pages_header_footer = True


def _two_sections(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "Satu"
    section = document.add_section()
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = "Dua"
    section.different_first_page_header_footer = True
    document.add_paragraph("bagian dua")


def _both_headers(document: Any) -> None:
    document.sections[0].header.paragraphs[0].text = "- 2 -"
    _first_page_with_header(document)


def _shared_header(document: Any) -> None:
    _both_headers(document)
    document.add_section().header.is_linked_to_previous = False
    document.add_paragraph("bagian dua")


SHAPES: dict[str, Callable[[Any], None] | None] = {
    "no header": None,
    "first page alone": _first_page,
    "first page with a header": _first_page_with_header,
    "even pages": _even_pages,
    "two sections": _two_sections,
    "ordinary and first header": _both_headers,
    "sections with headers of their own": _shared_header,
}


def headers(section: Any) -> list[Any]:
    """The headers a section prints, those it inherits among them."""
    found = [section.header]
    found += [section.first_page_header] if section.different_first_page_header_footer else []
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_every_kind_of_page_carries_the_words(shape: str) -> None:
    source = draft("isi {{ nama }}", then=SHAPES[shape])
    rendered = Template.compile(source).render_document({"nama": "A"}, Stamp(tanda=("KONSEP", "SIMULASI")))
    document = Document(io.BytesIO(rendered.content))
    for section in document.sections:
        for header in headers(section):
            assert header.paragraphs[0].text == "KONSEP · SIMULASI"
    if document.settings.odd_and_even_pages_header_footer:
        assert document.sections[0].even_page_header.paragraphs[0].text == "KONSEP · SIMULASI"
    assert check_document(rendered.content, "a.docx") == []


@pytest.mark.parametrize("shape", SHAPES)
def test_no_page_carries_the_words_twice(shape: str) -> None:
    template = Template.compile(draft("isi", then=SHAPES[shape]))
    parts = parts_of(template.render_document({}, Stamp(tanda=("KONSEP",))).content)
    headers = {name: text for name, text in parts.items() if name.startswith("word/header")}
    assert {name: text.count(b">KONSEP<") for name, text in headers.items()} == dict.fromkeys(headers, 1)
    assert {name: text.count(b'string="KONSEP"') for name, text in headers.items()} == dict.fromkeys(headers, 1)
    shapes = re.findall(rb'<v:shape id="(\w+)"', b"".join(headers.values()))
    assert len(shapes) == len(set(shapes)) == len(headers)
    for section in re.findall(rb"<w:sectPr\b[^>]*/>|<w:sectPr\b.*?</w:sectPr>", parts["word/document.xml"], re.DOTALL):
        kinds = re.findall(rb'<w:headerReference\b[^>]*w:type="(\w+)"', section)
        assert len(kinds) == len(set(kinds)), kinds


def test_what_a_header_said_stays() -> None:
    content = Template.compile(draft("isi", header="Kop")).render_document({}, Stamp(tanda=("KONSEP",))).content
    texts = [paragraph.text for paragraph in Document(io.BytesIO(content)).sections[0].header.paragraphs]
    assert texts == ["KONSEP", "Kop"]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("<w:hdr><w:p><w:r/></w:p></w:hdr>", "<w:hdr><w:p><w:r/>{}</w:p></w:hdr>"),
        ('<w:hdr><w:p w:rsidR="1" />\n</w:hdr>', '<w:hdr><w:p w:rsidR="1">{}</w:p>\n</w:hdr>'),
        ("<w:hdr><w:p/><w:sdt/></w:hdr>", "<w:hdr><w:p/><w:sdt/></w:hdr>"),
    ],
    ids=["a full paragraph", "an empty one", "none at the end"],
)
def test_the_watermark_hangs_on_the_last_paragraph(header: str, expected: str) -> None:
    marked = add_watermark(header, "A & B", 7)
    run = re.search(r"<w:r><w:rPr>.*</w:pict></w:r>", marked)
    assert marked == expected.format(run[0] if run else "")
    assert ('string="A &amp; B"' in marked) == ("{}" in expected)


def test_without_words_nothing_changes() -> None:
    parts = parts_of(draft("isi"))
    mark_pages(parts, ())
    assert parts == parts_of(draft("isi"))


def test_a_body_without_section_gets_one() -> None:
    parts = parts_of(draft("isi"))
    document = parts["word/document.xml"].decode()
    start, end = document.index("<w:sectPr"), document.index("</w:sectPr>") + len("</w:sectPr>")
    parts["word/document.xml"] = (document[:start] + document[end:]).encode()
    mark_pages(parts, ("KONSEP",))
    assert "<w:sectPr><w:headerReference" in parts["word/document.xml"].decode()


def test_a_wanting_value_is_false_and_its_members_are_wanting() -> None:
    value = Wanting("pejabat")
    assert not value
    assert str(value.member("nama")) == "[LENGKAPI: pejabat.nama]"
    assert list(value) == [value]
    assert len(value) == 1


@pytest.mark.parametrize(
    ("xml", "resolved"),
    [
        ("<w:r><w:t>a\x01b</w:t></w:r>", '<w:r><w:t>a</w:t><w:br/><w:t xml:space="preserve">b</w:t></w:r>'),
        ("<a>x\x01y\x02z\x03nama\x04</a>", "<a>x y z[LENGKAPI: nama]</a>"),
        (
            '<w:r><w:t>a</w:t></w:r><w:shd w:fill="\x03warna\x04"/>',
            '<w:r><w:t>a</w:t></w:r><w:shd w:fill="[LENGKAPI: warna]"/>',
        ),
        ("tanpa tanda", "tanpa tanda"),
    ],
)
def test_control_characters_become_words_markup_or_plain_text(xml: str, resolved: str) -> None:
    assert resolve(xml)[0] == resolved


def test_a_highlight_of_the_run_itself_is_replaced() -> None:
    xml = '<w:r><w:rPr><w:b/><w:highlight w:val="green"/></w:rPr><w:t>\x03x\x04</w:t></w:r>'
    text, wanting = resolve(xml)
    assert wanting == ["x"]
    assert '<w:rPr><w:b/><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">[LENGKAPI: x]' in text


@pytest.mark.soffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on the PATH")
def test_konsep_is_printed_on_every_page_of_the_pdf(tmp_path: Path) -> None:
    def pages(document: Any) -> None:
        _two_sections(document)
        document.add_page_break()
        document.add_paragraph("halaman tiga")

    content = Template.compile(draft("isi", then=pages)).render_document({}, Stamp(tanda=("KONSEP",))).content
    (tmp_path / "a.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    printed = text.rstrip("\f").split("\f")
    assert len(printed) == 3
    assert all("KONSEP" in page for page in printed)


def test_the_mark_lies_outside_the_text() -> None:
    content = Template.compile(draft("isi")).render_document({}, Stamp(tanda=("KONSEP",))).content
    assert "KONSEP" not in body_xml(content)
    assert b"<w:framePr" in parts_of(content)["word/header_tanda_default.xml"]
