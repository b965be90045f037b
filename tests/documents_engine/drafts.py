"""Templates as a drafter would write them, built with python-docx."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from lxml import etree

from p3dn_reports.documents.word.package import Parts, read_package, write_package

Rows = Sequence[Sequence[str]]


def draft(*blocks: str | Rows, header: str = "", footer: str = "", then: Callable[[Any], None] | None = None) -> bytes:
    """A .docx: a text is a paragraph, a list of rows is a table; `then` may change the python-docx document."""
    document = Document(io.BytesIO(_blank()))
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            _add_table(document, block)
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        section.footer.paragraphs[0].text = footer
    if then:
        then(document)
    return saved(document)


@cache
def _blank() -> bytes:
    """python-docx's empty document without its hundred table styles, twice 350 kB that every reading goes through."""
    document: Any = Document()
    (effects,) = (key for key, rel in document.part.rels.items() if rel.reltype.endswith("stylesWithEffects"))
    del document.part.rels[effects]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in ("TableNormal", "TableGrid"):
            styles.remove(style)
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document."""
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def parts_of(content: bytes) -> Parts:
    """The parts of a .docx that must be readable."""
    parts, problems = read_package(content, "uji.docx")
    assert problems == []
    return parts


def body_xml(content: bytes) -> str:
    """document.xml as text."""
    return parts_of(content)["word/document.xml"].decode("utf-8")


def with_part(content: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The .docx with one part rewritten."""
    parts = parts_of(content)
    parts[name] = change(parts[name].decode("utf-8")).encode("utf-8")
    return write_package(parts)


def canonical(xml: bytes) -> bytes:
    """C14N of one part."""
    return etree.tostring(etree.fromstring(xml), method="c14n")


def texts(content: bytes) -> list[str]:
    """The text of every paragraph of the body, tables left out."""
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def cells(content: bytes) -> list[list[str]]:
    """The texts of the first table."""
    return [[cell.text for cell in row.cells] for row in Document(io.BytesIO(content)).tables[0].rows]


def _add_table(document: Any, rows: Rows) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
