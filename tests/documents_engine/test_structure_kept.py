"""What a template may leave empty or take away never breaks the file: `kasus_susunan/`, one file for each kind.

A case is a sentence, the body of a template, and the body that must come out of it (`bodies.expanded`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import Template
from tests.documents_engine.bodies import expanded, package
from tests.documents_engine.drafts import parts_of
from tests.validity import xsd

CASES = sorted((Path(__file__).parent / "kasus_susunan").glob("*.txt"))
CONTEXT: dict[str, Any] = {"nama": "Dinas X", "ya": True, "tidak": False, "kosong": [], "dua": ["a", "b"]}


def body_of(content: bytes, part: str = "word/document.xml") -> etree._Element:
    root = etree.fromstring(parts_of(content)[part])
    return next(iter(root)) if part == "word/document.xml" else root


def canonical(root: etree._Element) -> list[str]:
    root = etree.fromstring(etree.tostring(root, method="c14n"))
    etree.cleanup_namespaces(root)
    text = etree.tostring(root, method="c14n").decode().replace(' xml:space="preserve"', "")
    return text.replace("><w:", ">\n<w:").splitlines()


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_the_file_is_whole(case: Path, tmp_path: Path) -> None:
    written, wanted = _bodies(case)
    template = Template.compile(package(body=written))
    content = template.render(CONTEXT)
    assert canonical(body_of(content)) == canonical(expanded(wanted))
    assert check_document(content, "a.docx") == []
    assert template.render_document(CONTEXT).content == content
    path = tmp_path / "hasil.docx"
    path.write_bytes(content)
    assert case.stem == "kotak-teks" or xsd.faults(path) == []  # its box is but a frame


def _bodies(case: Path) -> tuple[str, str]:
    written, _, wanted = case.read_text("utf-8").partition("\n\n")[2].partition("\n=====\n")
    return written, wanted


@pytest.mark.parametrize("part", ["header1", "footer1"])
def test_headers_and_footers_keep_a_paragraph(part: str) -> None:
    content = package(body="<p>isi</p>", **{part: "<p>{%p if tidak %}</p><p>x</p><p>{%p endif %}</p>"})
    rendered = Template.compile(content).render(CONTEXT)
    assert [node.tag.rpartition("}")[2] for node in body_of(rendered, f"word/{part}.xml")] == ["p"]
    assert check_document(rendered, "a.docx") == []


def test_a_note_keeps_a_paragraph() -> None:
    note = '<footnote id="2"><p>{%p if tidak %}</p><p>x</p><p>{%p endif %}</p></footnote>'
    content = package(body='<p>isi<r><footnoteReference id="2"/></r></p>', footnotes=note)
    rendered = Template.compile(content).render(CONTEXT)
    (footnote,) = body_of(rendered, "word/footnotes.xml")
    assert len(footnote) == 1
    assert check_document(rendered, "a.docx") == []


def test_a_long_table_is_streamed_and_whole() -> None:
    rows = "<tr><tc><p>{%tr for i in baris %}</p></tc></tr><tr><tc><p>{%p if i.ada %}</p><p>{{ i.no }}</p>"
    rows += "<p>{%p endif %}</p></tc></tr><tr><tc><p>{%tr endfor %}</p></tc></tr>"
    template = Template.compile(package(body=f"<tbl>{rows}</tbl><p>akhir</p>"))
    content = template.render({"baris": [{"ada": at % 3 == 0, "no": at} for at in range(2_000)]})
    cells = list(body_of(content).iter("{*}tc"))
    assert [len(cell) for cell in cells] == [1] * 2_000
    assert check_document(content, "a.docx") == []
