"""A paragraph or row that holds only a block tag disappears without its prefix, and the checker notes it."""

from __future__ import annotations

from typing import Any

import pytest

from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import Template, check_template
from tests.documents_engine.drafts import Rows, canonical, cells, draft, parts_of, texts

CONTEXT: dict[str, Any] = {"ya": True, "tidak": False, "baris": ["satu", "dua"]}


def noted(content: bytes) -> list[tuple[str, str | None]]:
    return [(found.kode, found.lokasi.sel) for found in check_template(content)]


def test_paragraphs_disappear_as_with_the_prefix() -> None:
    lone = draft("a", "{% if ya %}", "b", "{% else %}", "c", "{% endif %}", "d")
    written = draft("a", "{%p if ya %}", "b", "{%p else %}", "c", "{%p endif %}", "d")
    own, theirs = (parts_of(Template.compile(one).render(CONTEXT))["word/document.xml"] for one in (lone, written))
    assert canonical(own) == canonical(theirs)
    assert [kode for kode, _ in noted(lone)] == ["templat-tanpa-awalan"] * 3
    assert noted(written) == []
    (first, *_) = check_template(lone)
    assert str(first.tingkat) == "catatan"
    assert "{%p if ya %}" in first.pesan


def test_rows_disappear_as_with_the_prefix() -> None:
    rows = [["No.", "Isi"], ["{% for b in baris %}", ""], ["{{ loop.index }}", "{{ b }}"], ["{% endfor %}", ""]]
    content = Template.compile(draft(rows, "akhir")).render(CONTEXT)
    assert cells(content) == [["No.", "Isi"], ["1", "satu"], ["2", "dua"]]
    assert check_document(content, "a.docx") == []
    assert noted(draft(rows))[0] == ("templat-tanpa-awalan", "isi, tabel 1 baris 2 kolom 1")


@pytest.mark.parametrize(
    "blocks",
    [
        ["{% if ya %}", "b", "c {% endif %}"],
        ["{% if ya %}a", "{% endif %}"],
        ["{%- if ya -%}", "b", "{%- endif -%}"],
        ["{% if ya %}b{% endif %}"],
        [[["{% if ya %}", "b"], ["a", "{% endif %}"]]],
    ],
)
def test_what_does_not_stand_alone_is_left_as_it_is(blocks: list[str | Rows]) -> None:
    assert "templat-tanpa-awalan" not in [kode for kode, _ in noted(draft(*blocks))]


def test_a_cell_is_never_left_without_a_paragraph() -> None:
    def fill(document: Any) -> None:
        cell = document.tables[0].cell(0, 0)
        cell.text = "{% if tidak %}"
        for text in ("isi", "{% endif %}"):
            cell.add_paragraph(text)

    content = draft([["", "b"]], then=fill)
    assert check_document(Template.compile(content).render(CONTEXT), "a.docx") == []


def test_inner_blocks_are_read_by_themselves() -> None:
    content = draft("{% for b in baris %}", "{% if ya %}", "{{ b }}", "{% endif %}", "{% endfor %}")
    assert texts(Template.compile(content).render(CONTEXT)) == ["satu", "dua"]


def test_a_page_break_beside_a_tag_is_kept() -> None:
    def break_page(document: Any) -> None:
        document.paragraphs[0].add_run().add_break()

    content = draft("{% if ya %}", "b", "{% endif %}", then=break_page)
    assert "templat-tanpa-awalan" not in [kode for kode, _ in noted(content)]
