"""The readable form of a document that snapshots hold."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from syrupy.assertion import SnapshotAssertion

from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.documents.word.outline import outline, part_digests
from p3dn_reports.documents.word.template import Stamp, Template
from p3dn_reports.errors import ProblemsError
from tests.documents_engine.drafts import draft, parts_of, saved


def _rich(document: Any) -> None:
    document.add_heading("A. PENDAHULUAN", level=1)
    document.add_paragraph("butir", style="List Bullet")
    document.add_paragraph("atas").add_run("{{ nip }}").bold = True
    document.add_page_break()
    cell = document.add_table(rows=1, cols=2).cell(0, 0)
    cell.text = "satu"
    cell.add_paragraph("dua")
    cell.add_table(rows=1, cols=1).cell(0, 0).text = "dalam"


def test_an_outline_shows_styles_tables_marks_and_margins(snapshot: SnapshotAssertion) -> None:
    source = draft("Halo {{ nama }}", [["No.", "Nama"], ["1", "{{ nama }}"]], header="Kop", footer="Kaki", then=_rich)
    content = Template.compile(source).render_document(
        {"nama": "A & B\nbaris dua", "nip": Wanting("nip")}, Stamp(tanda=("KONSEP",))
    )
    assert outline(content.content) == snapshot


def test_digests_do_not_depend_on_how_the_zip_was_written() -> None:
    source = draft("isi")
    again = saved(Document(io.BytesIO(source)))
    assert part_digests(source)["word/styles.xml"] == part_digests(again)["word/styles.xml"]
    assert set(part_digests(source)) == set(parts_of(source))
    assert part_digests(source) != part_digests(draft("lain"))


def test_what_is_no_document_has_no_outline() -> None:
    with pytest.raises(ProblemsError):
        outline(b"x")
    with pytest.raises(ProblemsError):
        part_digests(b"x")
