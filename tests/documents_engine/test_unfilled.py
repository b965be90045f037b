"""Tags are filled in every part with text, whatever it is called, and told where nothing fills them."""

from __future__ import annotations

import pytest

from p3dn_reports.documents.word.package import write_package
from p3dn_reports.documents.word.template import Template, check_template
from tests.documents_engine.bodies import package
from tests.documents_engine.drafts import parts_of

BODY = "<p>isi {{ nama }}</p>"
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

# the part, what it holds, and what a person calls it
ELSEWHERE = {
    "a chart's title": (
        "word/charts/chart1.xml",
        f"<c {_A}><a:p><a:r><a:t>Capaian {{{{ na</a:t></a:r><a:r><a:t>ma }}}}</a:t></a:r></a:p></c>",
        "tulisan grafik",
    ),
    "SmartArt": ("word/diagrams/data2.xml", f"<d {_A}><a:t>{{{{ nama }}}}</a:t></d>", "SmartArt"),
    "a bound store": ("customXml/item1.xml", "<r><a>{{ nama }}</a></r>", "data XML kustom"),
    "a property": ("docProps/custom.xml", "<p><v>{{ nama }}</v></p>", "properti berkas"),
    "a list's numbers": ("word/numbering.xml", '<n><lvlText val="{{ nama }}."/></n>', "bentuk penomoran"),
    "a link": (
        "word/_rels/document.xml.rels",
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="l" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        'Target="https://contoh.go.id/%7B%7B%20nama%20%7D%7D" TargetMode="External"/></Relationships>',
        "alamat tautan",
    ),
}


def with_(name: str, content: str) -> bytes:
    return write_package({**parts_of(package(body=BODY)), name: content.encode()})


@pytest.mark.parametrize("case", ELSEWHERE)
def test_a_tag_that_nothing_fills_is_told(case: str) -> None:
    name, content, where = ELSEWHERE[case]
    (found,) = check_template(with_(name, content), "surat.docx")
    assert (found.kode, found.lokasi.sel) == ("templat-tag-tidak-diisi", where)
    assert "{{ nama }}" in found.pesan


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("customXml/item1.xml", '<r>{"a":{"b":{}}} {{</r>'),
        ("docProps/app.xml", "<P><TitlesOfParts><v>{{ nama }}</v></TitlesOfParts></P>"),
        ("word/glossary/document.xml", "<d>{{ nama }}</d>"),
    ],
)
def test_what_is_no_tag_or_never_printed_is_left_alone(name: str, content: str) -> None:
    assert check_template(with_(name, content)) == []


def test_a_header_of_any_name_is_filled() -> None:
    parts = parts_of(package(body=BODY, header1="<p>kop {{ nama }}</p>"))
    parts["word/kopSurat.xml"] = parts.pop("word/header1.xml")
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        parts[name] = parts[name].replace(b"header1.xml", b"kopSurat.xml")
    content = Template.compile(write_package(parts)).render({"nama": "Dinas X"})
    assert "kop Dinas X" in parts_of(content)["word/kopSurat.xml"].decode()


def test_properties_of_another_name_are_those_of_the_file() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ nama }}</dc:title></cp:coreProperties>'
    )
    parts = parts_of(package(body=BODY))
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>", f'<Relationship Id="c" Type="{kind}" Target="docProps/inti.xml"/></Relationships>'.encode()
    )
    rendered = parts_of(
        Template.compile(write_package({**parts, "docProps/inti.xml": core.encode()})).render({"nama": "X"})
    )
    assert "<dc:title>X</dc:title>" in rendered["docProps/core.xml"].decode()
    assert "docProps/inti.xml" not in rendered
