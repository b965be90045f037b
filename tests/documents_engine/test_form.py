"""The office's paper, typeface and margins in a template that was drawn otherwise, and what no page may part."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from p3dn_reports.documents.forms import form_of
from p3dn_reports.documents.word.form import Form
from p3dn_reports.documents.word.package import write_package
from p3dn_reports.documents.word.template import Template
from p3dn_reports.rules import Bentuk
from tests.documents_engine.drafts import draft

TEMPLATES = sorted((Path(__file__).parents[2] / "templates" / "docx").glob("*.docx"))
LETTER = next(path for path in TEMPLATES if path.stem == "surat-penjelasan")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MM = {name: Decimal(length) for name, length in (("atas", 20), ("bawah", 20), ("kiri", 40), ("kanan", 30))}


def part(form: Form | None, name: str = "word/document.xml", source: Path | bytes = LETTER) -> etree._Element:
    return etree.fromstring(Template.compile(source, "surat.docx", form=form).parts()[name])


def measures(root: etree._Element, name: str, *keys: str) -> list[tuple[str, ...]]:
    return [tuple(node.get(f"{W}{key}", "") for key in keys) for node in root.iter(f"{W}{name}")]


def test_a_form_that_says_nothing_leaves_pages_and_typeface_as_they_are_drawn() -> None:
    drawn, formed = part(None), part(form_of(Bentuk()))
    assert measures(formed, "pgSz", "w", "h") == measures(drawn, "pgSz", "w", "h")
    assert measures(formed, "gridCol", "w") == measures(drawn, "gridCol", "w")
    assert (
        Template.compile(LETTER, form=Form()).parts()["word/styles.xml"]
        == (Template.compile(LETTER).parts()["word/styles.xml"])
    )


@pytest.mark.parametrize(("kertas", "width", "height"), [("F4", "12189", "18709"), ("210 x 330", "11906", "18709")])
def test_paper_is_changed_and_a_page_that_lies_stays_so(kertas: str, width: str, height: str) -> None:
    found = measures(part(form_of(Bentuk(kertas=kertas))), "pgSz", "w", "h", "orient")
    assert found == [(width, height, ""), (height, width, "landscape")]


def test_margins_of_upright_pages_are_changed_and_their_tables_fit_between() -> None:
    root = part(form_of(Bentuk(margin=MM)))
    upright, lying = measures(root, "pgMar", "top", "bottom", "left", "right")
    assert upright == ("1134", "1134", "2268", "1701")
    assert lying == measures(part(None), "pgMar", "top", "bottom", "left", "right")[1]
    room = 11906 - 2268 - 1701
    widths = [sum(int(one[0]) for one in measures(grid, "gridCol", "w")) for grid in root.iter(f"{W}tblGrid")]
    first_lying = next(at for at, width in enumerate(widths) if width > room + 20)
    assert abs(max(widths[:first_lying]) - room) <= 8
    assert (
        widths[first_lying:]
        == [sum(int(one[0]) for one in measures(grid, "gridCol", "w")) for grid in part(None).iter(f"{W}tblGrid")][
            first_lying:
        ]
    )


def test_the_typeface_is_changed_wherever_the_template_names_its_own() -> None:
    form = form_of(Bentuk(huruf="Bookman Old Style", ukuran_huruf=Decimal(11)))
    styles = part(form, "word/styles.xml")
    named = {value for node in styles.iter(f"{W}rFonts") for value in node.attrib.values()}
    assert named == {"Bookman Old Style"}
    assert [node.get(f"{W}val") for node in styles.iterfind(f"{W}docDefaults//{W}sz")] == ["22"]


def test_the_same_template_in_two_forms_is_two_and_each_the_same_bytes_twice() -> None:
    forms = [form_of(Bentuk(kertas=kertas)) for kertas in ("A4", "F4", "A4")]
    first, other, again = (write_package(Template.compile(LETTER, form=form).parts()) for form in forms)
    assert first == again != other


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_signature_copies_and_the_last_sentence_stay_on_one_page(path: Path) -> None:
    root = part(Form(), source=path)
    assert all(
        row.find(f"{W}trPr/{W}cantSplit") is not None or row.find(f"{W}trPr/{W}trHeight") is not None
        for row in root.iter(f"{W}tr")
    )
    body = list(root.iterfind(f"{W}body/*"))
    text = ["".join(one.text or "" for one in node.iter(f"{W}t")) for node in body]
    signed = [at for at, line in enumerate(text) if "{{ jangkar }}" in line]
    for at in signed:
        before = next(node for node, line in zip(body[at - 1 :: -1], text[at - 1 :: -1], strict=True) if line)
        assert before.find(f".//{W}keepNext") is not None
        copies = [one for one in range(at, len(text)) if re.search(r"for \w+ in tembusan", text[one])]
        assert all(node.find(f".//{W}keepNext") is not None for one in copies[:1] for node in body[at : one + 2])


def test_what_stands_above_a_loop_heads_every_page_but_no_first_line_of_a_frame() -> None:
    table = [["No.", "Nama"], ["{%tr for u in unit %}", ""], ["{{ u }}", "x"], ["{%tr endfor %}", ""]]
    frame = [["Menetapkan", ":"], *table[1:]]
    for rows, repeated in ((table, [True, False, False, False]), (frame, [False] * 4)):
        root = part(Form(), source=draft("awal", rows))
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in root.iter(f"{W}tr")] == repeated
