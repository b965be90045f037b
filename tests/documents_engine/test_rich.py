"""Values with markup of their own, printed as docxtpl prints them; docxtpl's render is the oracle."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph

from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import Stamp, Template
from p3dn_reports.errors import ProblemsError
from tests.documents_engine.drafts import body_xml, canonical, draft, parts_of, texts
from tests.documents_engine.images import png

Make = Callable[[DocxTemplate], dict[str, Any]]


def _runs(tpl: DocxTemplate) -> dict[str, Any]:
    rich = RichText("biasa ")
    rich.add("tebal & <miring>", bold=True, italic=True, color="#C00000", size=28)
    rich.add("\nbaris dua\tkolom\aalinea baru\fhalaman baru", underline="double", font="Arial")
    rich.add(RichText(" bersarang", strike=True))
    return {"teks": rich, "ya": True, "daftar": [RichText("satu", bold=True), RichText("dua")]}


def _link(tpl: DocxTemplate) -> dict[str, Any]:
    return {"teks": RichText("tautan", url_id=tpl.build_url_id("https://contoh.go.id")), "ya": True, "daftar": []}


def _paragraphs(tpl: DocxTemplate) -> dict[str, Any]:
    rich = RichTextParagraph("judul", parastyle="Heading1")
    rich.add(RichText("tebal", bold=True), parastyle="ListBullet")
    return {"alinea": rich}


def _listing(tpl: DocxTemplate) -> dict[str, Any]:
    return {"teks": Listing("satu\n<dua> &\ttiga\aempat\flima")}


def _images(tpl: DocxTemplate) -> dict[str, Any]:
    picture = InlineImage(tpl, io.BytesIO(png(20, 10)), width=Mm(20))
    rows = [{"isi": InlineImage(tpl, io.BytesIO(png(3 + at, 4)), height=Mm(9)), "nama": at} for at in range(3)]
    return {"gambar": picture, "baris": rows}


def _subdocument(tpl: DocxTemplate) -> dict[str, Any]:
    part = tpl.new_subdoc()
    part.add_paragraph("dari program ").add_run("miring").italic = True
    part.add_heading("Judul", 2)
    part.add_picture(io.BytesIO(png(5, 5)))
    part.add_table(rows=1, cols=2).cell(0, 0).text = "sel"
    return {"bagian": part}


def _numbered(document: Any) -> None:
    """Give the last paragraph a numbering of its own, as Word does, and not by its style."""
    properties = document.add_paragraph("bernomor", style="List Number")._p.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = 1


def _file(tpl: DocxTemplate) -> dict[str, Any]:
    def more(document: Any) -> None:
        document.add_paragraph("butir", style="List Bullet")
        document.add_picture(io.BytesIO(png(6, 5)))

        _numbered(document)

    return {"bagian": tpl.new_subdoc(io.BytesIO(draft("isi berkas lain", [["a", "b"]], then=more)))}


RICH: dict[str, tuple[bytes, Make]] = {
    "runs": (
        draft(
            "a {{r teks }} z",
            "{% if ya %}ada {{r teks }}{% endif %}",
            "{{r teks}}{{r teks }}",
            "{%p for d in daftar %}",
            "- {{r d }}",
            "{%p endfor %}",
            [["{{r teks }}", "b"]],
            header="{{r teks }}",
        ),
        _runs,
    ),
    "a link": (draft("a {{r teks }} z", "{% if ya %}x{% endif %}", "{% for d in daftar %}{{r d }}{% endfor %}"), _link),
    "paragraphs": (draft("awal", "{{p alinea }}", "akhir", [["{{p alinea }}\n", "b"]]), _paragraphs),
    "a listing": (draft("a {{ teks }} z", [["{{ teks }}"]]), _listing),
    "images": (
        draft(
            "a {{ gambar }} z",
            [["{%tr for b in baris %}", ""], ["{{ b.isi }}", "{{ b.nama }}"], ["{%tr endfor %}", ""]],
        ),
        _images,
    ),
    "a subdocument made by code": (draft("awal", "{{p bagian }}", "akhir"), _subdocument),
    "a subdocument from a file": (draft("awal", "{{p bagian }}", "akhir", header="{{ 'kop' }}"), _file),
}


def oracle(template: bytes, make: Make) -> bytes:
    tpl = DocxTemplate(io.BytesIO(template))
    tpl.render(make(tpl), autoescape=True)
    content = io.BytesIO()
    tpl.save(content)
    return content.getvalue()


def rendered(template: bytes, make: Make) -> bytes:
    compiled = Template.compile(template, "surat.docx")
    tpl = compiled.as_docxtpl()
    return compiled.render(make(tpl), tpl)


@pytest.mark.parametrize("name", [name for name in RICH if name != "a link"])  # a RichText names no document
def test_what_was_made_for_this_file_needs_no_more(name: str) -> None:
    template, make = RICH[name]
    context = make(DocxTemplate(io.BytesIO(template)))
    assert texts(Template.compile(template).render(context)) == texts(rendered(template, make))


def test_a_picture_without_a_docxtpl_document_is_printed() -> None:
    template = draft("a {{ gambar }} z")
    content = Template.compile(template).render({"gambar": InlineImage(None, io.BytesIO(png(20, 10)), width=Mm(20))})
    assert body_xml(content).count("<w:drawing>") == 1
    assert check_document(content, "a.docx") == []


@pytest.mark.parametrize("name", RICH)
def test_parts_equal_docxtpls(name: str) -> None:
    content = rendered(*RICH[name])
    own, theirs = parts_of(content), parts_of(oracle(*RICH[name]))
    for part in own:
        if part.startswith("word/") and not part.endswith("numbering.xml"):  # its nsid are drawn by lot
            assert part in theirs
            same = own[part] == theirs[part] if "media" in part else canonical(own[part]) == canonical(theirs[part])
            assert same, part
    assert check_document(content, "a.docx") == []


def test_the_same_subdocument_gives_the_same_bytes() -> None:
    template, make = RICH["a subdocument from a file"]
    assert rendered(template, make) == rendered(template, make)


def test_an_image_in_a_header_belongs_to_the_header() -> None:
    template = draft("{{ gambar }}", "{% for b in baris %}{{ b.nama }}{% endfor %}", header="{{ gambar }}")
    content = rendered(template, _images)
    assert "media" in parts_of(content)["word/_rels/header1.xml.rels"].decode()
    assert check_document(content, "a.docx") == []


def test_a_document_with_a_subdocument_is_stamped_like_any_other() -> None:
    compiled = Template.compile(draft("awal", "{{p bagian }}", header="kop"))
    tpl = compiled.as_docxtpl()
    stamp = Stamp(tanda=("KONSEP",), asal={"p3dn_daerah": "dki-jakarta"})
    first = compiled.render_document(_subdocument(tpl), stamp, tpl)
    assert "KONSEP" in parts_of(first.content)["word/header1.xml"].decode()
    assert check_document(first.content, "a.docx") == []


def test_runs_need_no_docxtpl_document() -> None:
    content = Template.compile(draft("a {{r teks }}")).render({"teks": RichText("b", bold=True)})
    assert texts(content) == ["a b"]


def test_a_wanting_value_is_marked_where_runs_or_paragraphs_stand() -> None:
    template = Template.compile(draft("a {{r teks }} b", "{{p alinea }}", [["{{p sel }}\n", ""]]))
    result = template.render_document({name: Wanting(name) for name in ("teks", "alinea", "sel")})
    assert result.wanting == ("teks", "alinea", "sel")
    assert texts(result.content) == ["a [LENGKAPI: teks] b", "[LENGKAPI: alinea]"]
    assert check_document(result.content, "a.docx") == []


def test_a_new_paragraph_within_a_link_is_a_line_break() -> None:
    def linked(document: Any) -> None:
        paragraph = document.add_paragraph("a ")
        run = paragraph.add_run("{{ teks }}")._r
        link = paragraph._p.makeelement(run.tag.replace("}r", "}hyperlink"), {})
        paragraph._p.append(link)
        link.append(run)

    content = Template.compile(draft(then=linked)).render({"teks": "satu\adua\ftiga"})
    assert body_xml(content).count("<w:br/>") == 2
    assert check_document(content, "a.docx") == []


def _other() -> DocxTemplate:
    return DocxTemplate(io.BytesIO(draft("berkas lain")))


@pytest.mark.parametrize(
    ("text", "make", "kode", "piece"),
    [
        ("{{r teks }}", lambda tpl: {"teks": "polos"}, "templat-keluaran-berawalan", "tanpa awalan"),
        ("{{p teks }}", lambda tpl: {"teks": 5}, "templat-keluaran-berawalan", "tanpa awalan"),
        ("{{r teks }}", lambda tpl: {"teks": None}, "templat-isian-kosong", "teks"),
        ("{{r teks }}", lambda tpl: {}, "templat-isian-tidak-dikenal", "teks"),
        ("{{ teks }}", lambda tpl: {"teks": RichText("a")}, "templat-nilai-tidak-cocok", "{{r ...}}"),
        ("{{ teks }}", lambda tpl: {"teks": tpl.new_subdoc()}, "templat-nilai-tidak-cocok", "{{p ...}}"),
        ("{{ teks }}", lambda _: {"teks": InlineImage(_other(), "a.png")}, "templat-nilai-tidak-cocok", "docxtpl"),
        ("{{p teks }}", lambda _: {"teks": _other().new_subdoc()}, "templat-nilai-tidak-cocok", "docxtpl"),
        ("{{r teks }}", lambda tpl: {"teks": RichText("a", url_id="rId99")}, "templat-nilai-tidak-cocok", "docxtpl"),
        ("{{r teks }}", lambda tpl: {"teks": RichText("a", color='"><b')}, "templat-nilai-tidak-cocok", "XML"),
    ],
)
def test_what_cannot_stand_there_is_refused_at_its_place(text: str, make: Make, kode: str, piece: str) -> None:
    compiled = Template.compile(draft("awal", text), "surat.docx")
    with pytest.raises(ProblemsError) as caught:
        compiled.render(make(compiled.as_docxtpl()))
    (found,) = caught.value.problems
    assert (found.kode, str(found.lokasi)) == (kode, "surat.docx, isi, paragraf 2")
    assert piece in found.pesan + found.saran


def test_a_picture_of_another_documents_docxtpl_is_refused() -> None:
    compiled = Template.compile(draft("{{ teks }}"))
    foreign = compiled.as_docxtpl()
    with pytest.raises(ProblemsError):
        compiled.render({"teks": InlineImage(foreign, io.BytesIO(png(1, 1)))}, compiled.as_docxtpl())
