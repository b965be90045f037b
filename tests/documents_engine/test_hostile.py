"""Templates are other people's files: nothing but fields, conditions, loops and listed filters gets through."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from p3dn_reports.documents.word.package import read_package, write_package
from p3dn_reports.documents.word.template import Template, check_template
from p3dn_reports.errors import ProblemsError
from tests.documents_engine.drafts import draft, parts_of, with_part

LINES = (Path(__file__).parent / "hostile.txt").read_text("utf-8").splitlines()
HOSTILE = [line for line in LINES if line and not line.startswith("# ")]


def test_the_corpus_is_wide() -> None:
    assert len(HOSTILE) >= 50


@pytest.mark.parametrize(
    ("expression", "where"), [*((text, "body") for text in HOSTILE), *((text, "header") for text in HOSTILE[::10])]
)
def test_hostile_expressions_are_refused_with_a_place(expression: str, where: str) -> None:
    content = draft("awal", expression) if where == "body" else draft("isi", header=expression)
    problems = check_template(content, "jahat.docx")
    assert problems
    place = "isi, paragraf 2" if where == "body" else "kepala halaman, paragraf 1"
    assert {str(found.lokasi) for found in problems} == {f"jahat.docx, {place}"}
    with pytest.raises(ProblemsError):
        Template.compile(content)


@pytest.mark.parametrize(
    "text",
    [
        "{{ unit.items }}",
        "{{ unit.keys }}",
        "{{ daftar.append }}",
        "{{ teks.upper }}",
        "{{ angka.numerator }}",
        "{% for d in daftar %}{{ loop.cycle }}{% endfor %}",
        "{% for d in daftar %}{{ loop.previtem }}{% endfor %}",
        "{% set l = teks %}{{ l.format }}",
        "{{ teks + teks }}",
        "{{ daftar + daftar }}",
        "{{ teks - 1 }}",
        "{{ benda.rahasia }}",
        "{{ benda }}",
    ],
)
def test_nothing_of_an_object_is_reached(text: str) -> None:
    class Benda:
        rahasia = "bocor"

    context = {"unit": {"a": 1}, "daftar": [1], "teks": "x", "angka": 5, "benda": Benda()}
    with pytest.raises(ProblemsError):
        Template.compile(draft(text)).render(context)


def test_a_template_that_multiplies_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("p3dn_reports.documents.word.dialect.LARGEST_OUTPUT", 100_000)
    text = "{% for a in d %}{% for b in d %}{% for c in d %}panjang{% endfor %}{% endfor %}{% endfor %}"
    with pytest.raises(ProblemsError) as caught:
        Template.compile(draft(text)).render({"d": list(range(100))})
    assert [found.kode for found in caught.value.problems] == ["templat-terlalu-besar"]


def _renamed(name: str, content: bytes = b"x") -> bytes:
    return write_package({**parts_of(draft("isi")), name: content})


REFUSED: dict[str, bytes] = {
    "no zip": b"bukan zip",
    "an empty zip": write_package({}),
    "a macro": _renamed("word/vbaProject.bin"),
    "an OLE object": _renamed("word/embeddings/oleObject1.bin"),
    "ActiveX": _renamed("word/activeX/activeX1.xml", b"<a/>"),
    "a climbing name": _renamed("../luar.xml", b"<a/>"),
    "an absolute name": _renamed("/etc/passwd"),
    "the same name twice": _renamed("WORD/document.xml", b"<a/>"),
    "a DTD": with_part(
        draft("isi"), "word/styles.xml", lambda xml: xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1)
    ),
    "broken XML": with_part(draft("isi"), "word/document.xml", lambda xml: xml.replace("</w:body>", "")),
    "an external template": with_part(
        draft("isi"),
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(
            "</Relationships>",
            '<Relationship Id="rIdX" TargetMode="External" Target="file:///C:/a.dotm"'
            ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>',
        ),
    ),
    "an image from outside": with_part(
        draft("isi"),
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace(
            "</Relationships>",
            '<Relationship Id="rIdX" TargetMode="External" Target="http://jejak.example/a.png"'
            ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>',
        ),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_packages_that_are_not_plain_documents_are_refused(name: str) -> None:
    problems = check_template(REFUSED[name], "jahat.docx")
    assert [found.kode for found in problems] in (["naskah-bukan-docx"], ["naskah-paket-ditolak"])


def test_an_ordinary_link_is_accepted() -> None:
    link = (
        '<Relationship Id="rIdX" TargetMode="External" Target="https://contoh.go.id"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>'
    )
    content = with_part(draft("isi"), "word/_rels/document.xml.rels", lambda xml: xml.replace("</Relationships>", link))
    assert check_template(content) == []


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (11 * 1024 * 1024))
    parts, problems = read_package(content.getvalue(), "bom.docx")
    assert parts == {}
    assert "mengembang" in problems[0].pesan


def test_too_many_parts_are_refused() -> None:
    content = write_package({f"word/a{number}.txt": b"" for number in range(2_001)})
    assert [found.kode for found in read_package(content, "bom.docx")[1]] == ["naskah-paket-ditolak"]
