"""What is said of a template as a whole: the signature's place, others' tags, fields of other documents, its layout."""

from __future__ import annotations

import pytest

from p3dn_reports.documents.word.shapes import Elsewhere, Shape
from p3dn_reports.documents.word.template import check_template, find_mistakes
from tests.documents_engine.bodies import package
from tests.documents_engine.drafts import draft

KNOWN = {**dict.fromkeys(("jangkar", "nama", "ya"), Shape()), "dua": Shape("daftar teks")}


def told(*blocks: str) -> list[tuple[str, str]]:
    return [(found.kode, str(found.tingkat)) for found in check_template(draft(*blocks), "surat.docx", KNOWN)]


@pytest.mark.parametrize(
    ("blocks", "kode", "tingkat"),
    [
        (["{{ jangkar }}"], None, ""),
        (["{% if ya %}{{ jangkar }}{% else %}a {{ jangkar }}{% endif %}"], None, ""),
        (["{%p for d in dua %}", "{{ jangkar }}", "{%p endfor %}"], "templat-jangkar-berulang", "galat"),
        (["{{ nama }}"], "naskah-jangkar-tidak-tunggal", "galat"),
        (["{{ jangkar }}", "{{ jangkar }}"], "naskah-jangkar-tidak-tunggal", "galat"),
        (["{{ nama }}", "{% if ya %}{{ jangkar }}{% endif %}"], "templat-jangkar-bersyarat", "peringatan"),
        (["{{ jangkar }}", "{% if ya %}{{ jangkar }}{% endif %}"], "templat-jangkar-bersyarat", "peringatan"),
    ],
)
def test_the_place_of_the_signature_is_printed_once(blocks: list[str], kode: str | None, tingkat: str) -> None:
    assert told(*blocks) == ([(kode, tingkat)] if kode else [])


def test_a_template_of_another_program_is_told() -> None:
    found = check_template(draft("Nomor: ${nosurat}", [["Nama: ${nama_pejabat}", "${nosurat}"]]), "surat.docx", KNOWN)
    assert [item.kode for item in found] == ["templat-tag-asing", "templat-tanpa-field"]
    assert "2 tag ${...}" in found[0].pesan
    assert "${nosurat}, ${nama_pejabat}" in found[0].pesan


def test_a_field_of_another_document_is_said_to_be_that() -> None:
    elsewhere = Elsewhere("naskah_unit", {"grafik": ("Laporan dan nota untuk seluruh daerah",)})
    (found,) = find_mistakes(draft("{{ jangkar }}", "{{ grafik }}"), "surat.docx", KNOWN, elsewhere)
    assert found.problem.kode == "templat-isian-naskah-lain"
    assert "Laporan dan nota untuk seluruh daerah" in found.problem.pesan
    assert "--jenis naskah_unit" in found.problem.saran


SECTION = '<p><pPr><sectPr><pgSz w="16838" h="11906"/></sectPr></pPr>{}</p>'
LAYOUT = {
    "a break of the pages before": (
        f"<p>depan</p><p>{{%p if ya %}}</p><p>x</p>{SECTION.format('y')}<p>{{%p endif %}}</p><p>z</p>",
        ["templat-pemisah-bersyarat"],
    ),
    "a section of its own": (
        f"<p>depan</p>{SECTION.format('a')}<p>{{%p if ya %}}</p><p>x</p>{SECTION.format('y')}<p>{{%p endif %}}</p>",
        [],
    ),
    "a break at the tag that opens": (f"<p>depan</p>{SECTION.format('{%p if ya %}')}<p>x</p><p>{{%p endif %}}</p>", []),
    "a break at an else": (
        f"<p>a</p><p>{{%p if ya %}}</p><p>x</p>{SECTION.format('{%p else %}')}<p>y</p><p>{{%p endif %}}</p>",
        ["templat-pemisah-di-else"],
    ),
    "a list in two loops": (
        "<p>{%p for d in dua %}</p><p>{{ d }}</p><p>{%p for e in dua %}</p>"
        '<p><pPr><numPr><ilvl val="0"/><numId val="3"/></numPr></pPr>{{ e }}</p>'
        "<p>{%p endfor %}</p><p>{%p endfor %}</p>",
        ["templat-nomor-berlanjut"],
    ),
    "a list in one loop": (
        "<p>{%p for e in dua %}</p>"
        '<p><pPr><numPr><ilvl val="0"/><numId val="3"/></numPr></pPr>{{ e }}</p><p>{%p endfor %}</p>',
        [],
    ),
}


@pytest.mark.parametrize("name", LAYOUT)
def test_what_happens_to_pages_and_lists_is_told(name: str) -> None:
    body, codes = LAYOUT[name]
    assert [found.kode for found in check_template(package(body=body), "surat.docx")] == codes
