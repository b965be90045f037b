"""What a screen reader and Word's own checker look for: the language, a title, header rows, words for pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.validity.conftest import Made


@pytest.fixture(scope="session")
def documents(written: Made) -> dict[str, Any]:
    """The Word files the program lays out itself, opened; a commented copy is its drafter's."""
    paths = {
        name: path for name, path in written.items() if path.suffix == ".docx" and not name.startswith("komentar/")
    }
    return {name: Document(io.BytesIO(Path(path).read_bytes())) for name, path in paths.items()}


def test_the_language_is_indonesian(documents: dict[str, Any]) -> None:
    for name, document in documents.items():
        languages = {node.get(qn("w:val")) for node in document.styles.element.iter(qn("w:lang"))}
        assert (name, languages, document.core_properties.language) == (name, {"id-ID"}, "id-ID")


def test_every_document_has_a_title(documents: dict[str, Any]) -> None:
    assert [name for name, document in documents.items() if not document.core_properties.title] == []


def test_header_rows_repeat_on_every_page(documents: dict[str, Any]) -> None:
    heads = [(name, row) for name, document in documents.items() for row in _head_rows(document)]
    assert len(heads) > len(documents)
    assert {name for name, row in heads if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None} == set()


def test_no_row_breaks_over_a_page_and_pictures_have_words(documents: dict[str, Any]) -> None:
    for name, document in documents.items():
        body = document.element.body
        written = (row for row in body.iter(qn("w:tr")) if any(node.text for node in row.iter(qn("w:t"))))
        broken = [row for row in written if row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None]
        # a reading with all its effects may be longer than a page: its row must break
        assert (name, len(broken)) == (name, 0) or "catatan" in name
        assert all(node.get("descr") and node.get("title") for node in body.iter(qn("wp:docPr")))


def _head_rows(document: Any) -> Iterator[Any]:
    """Rows at the top of a table of which every cell is in the style of table heads."""
    for table in document.element.body.iter(qn("w:tbl")):
        rows = table.iterchildren(qn("w:tr"))
        styled = ((row, {node.get(qn("w:val")) for node in row.iter(qn("w:pStyle"))}) for row in rows)
        yield from (row for row, _ in takewhile(lambda one: one[1] == {"TabelKepala"}, styled))
