"""Every mistake at the place a person finds it: in tables within tables, boxes, controls, links, revisions, notes."""

from __future__ import annotations

import re
from typing import Any

import pytest
from docx.enum.section import WD_SECTION

from p3dn_reports.documents.word.comments import with_comments
from p3dn_reports.documents.word.package import write_package
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import Template, check_template, find_mistakes
from p3dn_reports.errors import ProblemsError
from tests.documents_engine.drafts import draft, parts_of, texts, with_part
from tests.documents_engine.test_mistakes import KNOWN

WRONG = "{{ unit.nmaa }}"
CONTEXT: dict[str, Any] = {"unit": {"nama": "NAMA"}, "ya": True, "kronologi": [{"tanggal": "T"}], "pagu": 1}


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def line(*inner: str) -> str:
    return f"<w:p>{''.join(run(one) if not one.startswith('<') else one for one in inner)}</w:p>"


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1"/></w:tblGrid>{"".join(rows)}</w:tbl>'


def control(inner: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def box(inner: str) -> str:
    """A text box as Word writes it: once for itself and once, in old markup, for others."""
    content = f"<w:txbxContent>{inner}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="wps"><w:drawing><wps:txbx'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:textbox xmlns:v="urn:schemas-microsoft-com:vml">{content}</v:textbox></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def document(xml: str) -> bytes:
    """A document whose second paragraph or first table is `xml`."""
    return with_part(draft("awal"), "word/document.xml", lambda body: body.replace("<w:sectPr", f"{xml}<w:sectPr", 1))


def places(content: bytes) -> list[str | None]:
    return [found.lokasi.sel for found in check_template(content, "surat.docx", KNOWN)]


INNER = table(row(cell(line("a"))), row(cell(line("b")), cell(line(WRONG))))
PLACES = {
    "a cell": (table(row(cell(line("a")), cell(line(WRONG)))), "isi, tabel 1 baris 1 kolom 2"),
    "a merged cell": (
        table(row(cell(line("a"), '<w:gridSpan w:val="2"/>'), cell(line(WRONG)))),
        "isi, tabel 1 baris 1 kolom 2",
    ),
    "a second table": (table(row(cell(line("a")))) + table(row(cell(line(WRONG)))), "isi, tabel 2 baris 1 kolom 1"),
    "a table in a cell": (
        table(row(cell(line("a")), cell(INNER + line("")))),
        "isi, tabel 1 baris 1 kolom 2, tabel 1 di dalamnya baris 2 kolom 2",
    ),
    "after a table in a cell": (
        table(row(cell(INNER.replace(WRONG, "") + line(WRONG)))),
        "isi, tabel 1 baris 1 kolom 1",
    ),
    "a text box": (line("luar", box(line("a") + line(WRONG))), "isi, paragraf 2, kotak teks"),
    "a table in a text box": (
        line("luar", box(table(row(cell(line(WRONG)))))),
        "isi, paragraf 2, kotak teks, tabel 1 baris 1 kolom 1",
    ),
    "a text box in a cell": (
        table(row(cell(line("a", box(line(WRONG)))))),
        "isi, tabel 1 baris 1 kolom 1, kotak teks",
    ),
    "after a text box": (line("luar", box(line("a"))) + line(WRONG), "isi, paragraf 3"),
    "a control around paragraphs": (control(line("a") + line(WRONG)), "isi, paragraf 3"),
    "a control around runs": (f"<w:p>{control(run('{{ unit.') + run('nmaa }}'))}</w:p>", "isi, paragraf 2"),
    "a control around rows": (
        table(row(cell(line("a"))), control(row(control(cell(line(WRONG)))))),
        "isi, tabel 1 baris 2 kolom 1",
    ),
    "a link": (f"<w:p><w:hyperlink>{run('{{ unit.')}{run('nmaa }}')}</w:hyperlink></w:p>", "isi, paragraf 2"),
    "runs with marks between": (
        line(
            "{", '<w:proofErr w:type="spellStart"/>', "{ unit", '<w:bookmarkStart w:id="0" w:name="b"/>', ".nm"
        ).replace("</w:p>", "")
        + f'<w:bookmarkEnd w:id="0"/>{run("aa }")}<w:proofErr w:type="spellEnd"/>{run("}")}</w:p>',
        "isi, paragraf 2",
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_mistake_is_told_once_at_its_place(name: str) -> None:
    xml, place = PLACES[name]
    assert places(document(xml)) == [place]


@pytest.mark.parametrize("name", PLACES)
def test_a_mistake_seen_only_in_the_data_is_told_at_the_same_place(name: str) -> None:
    xml, place = PLACES[name]
    with pytest.raises(ProblemsError) as caught:
        Template.compile(document(xml), "surat.docx").render(CONTEXT)
    assert [found.lokasi.sel for found in caught.value.problems] == [place]


@pytest.mark.parametrize("name", PLACES)
def test_the_same_tag_without_the_mistake_prints(name: str) -> None:
    xml, _ = PLACES[name]
    printed = Template.compile(document(xml.replace("nm", "na").replace("aa }", "ma }"))).render(CONTEXT)
    body = parts_of(printed)["word/document.xml"].decode()
    assert "NAMA" in body
    assert "unit" not in body


def _two_sections(document: Any) -> None:
    first, second = document.sections[0], document.add_section(WD_SECTION.NEW_PAGE)
    first.different_first_page_header_footer = True
    first.header.paragraphs[0].text = "kop biasa"
    first.first_page_header.paragraphs[0].text = "kop pertama"
    document.settings.odd_and_even_pages_header_footer = True
    first.even_page_footer.paragraphs[0].text = "kaki genap"
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "kop kedua"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kop biasa", "kepala halaman, paragraf 1"),
        ("kop pertama", "kepala halaman pertama, paragraf 1"),
        ("kaki genap", "kaki halaman genap, paragraf 1"),
        ("kop kedua", "kepala halaman bagian 2, paragraf 1"),
    ],
)
def test_headers_and_footers_are_told_apart(text: str, place: str) -> None:
    parts = parts_of(draft("isi", then=_two_sections))
    changed = {name: content.replace(text.encode(), WRONG.encode()) for name, content in parts.items()}
    assert places(write_package(changed)) == [place]


def _notes(*bodies: str) -> bytes:
    """A document with footnotes, the line above them the first as in Word."""
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    rule = f'<w:footnote w:type="separator" w:id="-1">{line("")}</w:footnote>'
    notes = "".join(f'<w:footnote w:id="{at}">{body}</w:footnote>' for at, body in enumerate(bodies, start=1))
    xml = f'<w:footnotes xmlns:w="{namespace}">{rule}{notes}</w:footnotes>'
    return write_package({**parts_of(draft("isi")), "word/footnotes.xml": xml.encode()})


@pytest.mark.parametrize(
    ("bodies", "place"),
    [
        ((line(WRONG),), "catatan kaki 1"),
        ((line("a"), line(WRONG)), "catatan kaki 2"),
        ((line("a") + line(WRONG),), "catatan kaki 1, paragraf 2"),
        ((line("a"), table(row(cell(line(WRONG)))) + line("")), "catatan kaki 2, tabel 1 baris 1 kolom 1"),
    ],
)
def test_footnotes_are_numbered_as_on_paper(bodies: tuple[str, ...], place: str) -> None:
    assert places(_notes(*bodies)) == [place]


# The mistakes about levels and blocks, in rows and columns.
LEVELS: dict[str, tuple[str, str, str]] = {
    "a column loop without its end": (
        table(row(cell(line("{%tc for k in kronologi %}")), cell(line("{{ k.tanggal }}")))),
        *("templat-blok-terbuka", "isi, tabel 1 baris 1 kolom 1"),
    ),
    "a row loop ended as a paragraph": (
        table(*(row(cell(line(text))) for text in ("{%tr for k in kronologi %}", "{{ k.tanggal }}", "{%p endfor %}"))),
        *("templat-beda-tingkat", "isi, tabel 1 baris 3 kolom 1"),
    ),
    "a row loop ended in the table around": (
        table(
            row(cell(table(row(cell(line("{%tr for k in kronologi %}")))) + line(""))),
            row(cell(line("{%tr endfor %}"))),
        ),
        *("templat-beda-sel", "isi, tabel 1 baris 2 kolom 1"),
    ),
    "a text lost beside a row tag": (
        table(
            row(cell(line("No.")), cell(line("{%tr for k in kronologi %}"))),
            row(cell(line("{{ k.tanggal }}"))),
            row(cell(line("{%tr endfor %}"))),
        ),
        *("templat-teks-hilang", "isi, tabel 1 baris 1 kolom 2"),
    ),
    "a misspelt field of a row loop": (
        table(*(row(cell(line(text))) for text in ("{%tr for k in kronologi %}", "{{ k.tangal }}", "{%tr endfor %}"))),
        *("templat-isian-tidak-dikenal", "isi, tabel 1 baris 2 kolom 1"),
    ),
    "a misspelt field of a column loop": (
        table(row(*(cell(line(text)) for text in ("{%tc for k in kronologi %}", "{{ k.tangal }}", "{%tc endfor %}")))),
        *("templat-isian-tidak-dikenal", "isi, tabel 1 baris 1 kolom 2"),
    ),
    "a paragraph loop over rows": (
        table(*(row(cell(line(text))) for text in ("{%p for k in kronologi %}", "{{ k.tanggal }}", "{%p endfor %}"))),
        *("templat-beda-sel", "isi, tabel 1 baris 3 kolom 1"),
    ),
}


@pytest.mark.parametrize("name", LEVELS)
def test_a_wrong_level_is_found_at_its_place(name: str) -> None:
    xml, kode, place = LEVELS[name]
    found = check_template(document(xml), "surat.docx", KNOWN)
    assert [(item.kode, item.lokasi.sel) for item in found] == [(kode, place)]


@pytest.mark.parametrize(
    "name", [name for name in LEVELS if LEVELS[name][1] in {"templat-beda-sel", "templat-beda-tingkat"}]
)
def test_a_wrong_level_is_not_compiled(name: str) -> None:
    with pytest.raises(ProblemsError):
        Template.compile(document(LEVELS[name][0]))


def _inserted(text: str) -> str:
    return f'<w:ins w:id="1" w:author="a">{run(text)}</w:ins>'


def _deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="a">{run(text, "delText")}</w:del>'


@pytest.mark.parametrize(
    ("xml", "printed"),
    [
        (line(_inserted("{{ unit.nama }}")), ["awal", "NAMA"]),
        (line("{{ unit.nama }}", _deleted("{{ unit.lama }}")), ["awal", "NAMA"]),
        (line("{{ unit.", _deleted("lama }}"), _inserted("nama }}")), ["awal", "NAMA"]),
        (line(_inserted("{%p if ya %}")) + line("isi") + line("{%p endif %}"), ["awal", "isi"]),
    ],
)
def test_revisions_are_read_as_if_accepted_and_noted_once(xml: str, printed: list[str]) -> None:
    content = document(xml + line(_inserted("lagi")))
    (found,) = check_template(content, "surat.docx", KNOWN)
    assert (found.kode, str(found.tingkat)) == ("templat-sisa-suntingan", "peringatan")
    assert "2 paragraf" in found.pesan
    result = Template.compile(content).render(CONTEXT)
    body = parts_of(result)["word/document.xml"].decode()
    assert "unit" not in body
    for text in printed:
        assert f">{text}<" in body
    assert check_document(result, "a.docx") == []


def test_a_comment_left_in_the_template_is_noted() -> None:
    def commented(document: Any) -> None:
        document.add_comment(document.add_paragraph("isi").runs, text="periksa lagi", author="A", initials="A")

    (found,) = check_template(draft("awal", then=commented), "surat.docx", KNOWN)
    assert (found.kode, found.lokasi.sel) == ("templat-sisa-suntingan", "isi, paragraf 2")
    assert "komentar" in found.pesan


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u200b", "\ufeff", "\u00ad"])
def test_letters_no_one_sees_do_no_harm_in_tags(blank: str) -> None:
    lines = [
        f"{{{{{blank} unit.{blank}nama {blank}}}}}",
        f"{{%p{blank} if ya{blank} %}}",
        "isi",
        f"{{%p endif{blank} %}}",
    ]
    assert check_template(draft(*lines), "surat.docx", KNOWN) == []
    assert texts(Template.compile(draft(*lines)).render(CONTEXT)) == ["NAMA", "isi"]


def test_signs_of_the_tags_may_stand_in_their_texts() -> None:
    lines = [
        '{%p if unit.nama == "80%" or unit.nama != "a}b{" %}',
        "isi",
        "{%p endif %}",
        '{{ "100%" if ya else "}" }}',
    ]
    assert texts(Template.compile(draft(*lines)).render(CONTEXT)) == ["isi", "100%"]


LINK = "<w:hyperlink>{}</w:hyperlink>"
BOOKMARK = '<w:bookmarkStart w:id="7" w:name="b"/>', '<w:bookmarkEnd w:id="7"/>'


@pytest.mark.parametrize(
    ("xml", "kept"),
    [
        (line("{{ unit.", LINK.format(run("nama }} lanjut"))), "w:hyperlink"),
        (line(LINK.format(run("awal {{ unit.") + run("na")), "ma }} lanjut"), "w:hyperlink"),
        (line("{{ un", _inserted("it.nama }} lanjut")), "w:ins"),
        (line("{", _inserted("{ unit.nama }"), "} lanjut"), "NAMA"),
        (line("{{ un", BOOKMARK[0], "it.nama }} lanjut", BOOKMARK[1]), "w:bookmarkStart"),
        (line(BOOKMARK[0], "{{ unit.", BOOKMARK[1], "nama }} lanjut"), "w:bookmarkEnd"),
    ],
)
def test_a_tag_half_in_a_link_revision_or_bookmark_prints_and_leaves_them_whole(xml: str, kept: str) -> None:
    content = Template.compile(document(xml)).render(CONTEXT)
    body = parts_of(content)["word/document.xml"].decode()
    printed = "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", body.partition("awal</w:t></w:r></w:p>")[2]))
    assert printed.replace("awal ", "") == "NAMA lanjut"
    assert kept in body
    assert check_document(content, "a.docx") == []


def test_a_comment_on_a_text_box_stands_at_the_paragraph_it_hangs_on() -> None:
    content = document(PLACES["a text box in a cell"][0])
    marked = with_comments(content, find_mistakes(content, "surat.docx", KNOWN))
    body = parts_of(marked)["word/document.xml"].decode()
    assert body.count("commentReference") == 1
    assert "comment" not in "".join(re.findall(r"<w:txbxContent>.*?</w:txbxContent>", body, re.DOTALL))
