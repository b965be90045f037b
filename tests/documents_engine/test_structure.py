"""Broken documents, one fault each; LibreOffice opens nearly all of them without a word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from p3dn_reports.documents.word.package import write_package
from p3dn_reports.documents.word.structure import check_document
from tests.documents_engine.drafts import draft, parts_of, with_part

DOCUMENT = "word/document.xml"
TABLE = [["a", "b"], ["c", "d"]]
DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="7" name="x"/></wp:inline></w:drawing></w:r>'
)


def body(change: Callable[[str], str]) -> bytes:
    return with_part(draft("isi", TABLE, "akhir"), DOCUMENT, change)


def without(part: str) -> bytes:
    return write_package({name: content for name, content in parts_of(draft("isi")).items() if name != part})


def rows_gone(xml: str) -> str:
    return xml[: xml.index("<w:tr>")] + xml[xml.rindex("</w:tr>") + len("</w:tr>") :]


BROKEN: dict[str, tuple[str, bytes]] = {
    "not XML": ("naskah-paket-ditolak", body(lambda xml: xml.replace("</w:body>", ""))),
    "a part that a relationship names is gone": ("naskah-rujukan-putus", without("word/styles.xml")),
    "a part without content type": (
        "naskah-jenis-isi-hilang",
        write_package({**parts_of(draft("isi")), "word/data.aneh": b"x"}),
    ),
    "no content types at all": ("naskah-jenis-isi-hilang", without("[Content_Types].xml")),
    "an id no relationship has": (
        "naskah-rujukan-putus",
        body(lambda xml: xml.replace("<w:pgSz", '<w:headerReference w:type="default" r:id="rId99"/><w:pgSz', 1)),
    ),
    "a relationship twice": (
        "naskah-id-ganda",
        with_part(draft("isi"), "word/_rels/document.xml.rels", lambda xml: xml.replace('Id="rId2"', 'Id="rId1"')),
    ),
    "a cell without a paragraph": (
        "naskah-sel-tanpa-paragraf",
        body(lambda xml: xml.replace("<w:p><w:r><w:t>a</w:t></w:r></w:p>", "")),
    ),
    "a cell that ends with a table": (
        "naskah-sel-tanpa-paragraf",
        body(
            lambda xml: xml.replace("</w:tc>", "<w:tbl><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc>", 1)
        ),
    ),
    "a table without rows": ("naskah-tabel-kosong", body(rows_gone)),
    "a row without cells": ("naskah-tabel-kosong", body(lambda xml: xml.replace("<w:tr>", "<w:tr/><w:tr>", 1))),
    "a table without a grid": (
        "naskah-susunan-salah",
        body(lambda xml: xml[: xml.index("<w:tblGrid>")] + xml[xml.index("</w:tblGrid>") + len("</w:tblGrid>") :]),
    ),
    "drawings with one id": ("naskah-id-ganda", body(lambda xml: xml.replace("<w:r>", f"{DRAWING}{DRAWING}<w:r>", 1))),
    "a run in a run": (
        "naskah-susunan-salah",
        body(lambda xml: xml.replace("<w:t>isi", "<w:r><w:t>x</w:t></w:r><w:t>isi")),
    ),
    "a paragraph in a paragraph": ("naskah-susunan-salah", body(lambda xml: xml.replace("<w:r>", "<w:p/><w:r>", 1))),
    "text between paragraphs": ("naskah-susunan-salah", body(lambda xml: xml.replace("<w:tbl>", "lepas<w:tbl>", 1))),
    "a leftover tag": ("naskah-sisa-tag", body(lambda xml: xml.replace("isi", "{{ nama }}"))),
    "a leftover block in a header": ("naskah-sisa-tag", draft("isi", header="{% if %}")),
    "None printed": ("naskah-isian-kosong", body(lambda xml: xml.replace("isi", "sebesar None rupiah"))),
}


@pytest.mark.parametrize("name", BROKEN)
def test_every_fault_is_found(name: str) -> None:
    kode, content = BROKEN[name]
    found = check_document(content, "surat.docx")
    assert kode in {item.kode for item in found}
    assert len(found) <= 2
    assert {item.lokasi.berkas for item in found} == {"surat.docx"}


def test_a_sound_document_has_none() -> None:
    assert check_document(draft("isi ${nomor_naskah}", TABLE, "Nonesuch", header="a", footer="b"), "a.docx") == []
