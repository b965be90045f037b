"""The mistakes drafters make, each found before rendering and put at its place, in the body, a header and a table."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from p3dn_reports.documents.word.comments import with_comments
from p3dn_reports.documents.word.shapes import Shape
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import check_template, find_mistakes
from tests.documents_engine.drafts import draft

KNOWN = {
    **dict.fromkeys(["unit", "kop"], Shape("kelompok")),
    **dict.fromkeys(["unit.nama", "kronologi.tanggal", "kop.nama"], Shape()),
    "kronologi": Shape("daftar"),
    "ya": Shape("ya/tidak"),
    "pagu": Shape("bilangan"),
    "paket": Shape("banyaknya"),
    "target": Shape("bilangan", kadang_kosong=True),
}

# what is written (paragraphs), the code, which of the paragraphs is named (from 0), a piece of the advice
MISTAKES: dict[str, tuple[list[str], str, int, str]] = {
    "missing endif": (["{%p if ya %}", "isi"], "templat-blok-terbuka", 0, "{%p endif %}"),
    "typo in a field": (["isi", "{{ unit.nmaa }}"], "templat-isian-tidak-dikenal", 1, "mungkin maksud Anda unit.nama"),
    "unclosed tag": (["{{ unit.nama", "isi"], "templat-tag-salah", 0, "Tulis ulang"),
    "curly quotes": (["{% if unit.nama == “A” %}a{% endif %}"], "templat-kutip-lengkung", 0, "kutip lurus"),
    "unknown filter": (["{{ pagu|rupaih }}"], "templat-filter-tidak-dikenal", 0, "mungkin maksud Anda rupiah"),
    "p if closed by endif": (["{%p if ya %}", "isi", "{% endif %}"], "templat-beda-tingkat", 2, "{%p endif %}"),
    "a blank before the prefix": (["{% p if ya %}"], "templat-tag-tidak-dikenal", 0, "tanpa spasi"),
    "a filter on what may be empty": (
        ["isi", "{{ target|persen }}"],
        "templat-isian-kadang-kosong",
        1,
        "{% if target %}",
    ),
    "two p tags in a paragraph": (["{%p if ya %}{%p endif %}"], "templat-tag-berdempetan", 0, "tersendiri"),
    "text beside a p tag": (["{%p if ya %} hilang", "{%p endif %}"], "templat-teks-hilang", 0, "Pindahkan"),
    "a method": (["{{ unit.items }}"], "templat-ungkapan-dilarang", 0, "Pakai hanya nama field"),
    "a typo of a whole field": (["{{ kpo.nama }}"], "templat-isian-tidak-dikenal", 0, "mungkin maksud Anda kop"),
    "a member of a loop": (
        ["{%p for k in kronologi %}", "{{ k.tangal }}", "{%p endfor %}"],
        *("templat-isian-tidak-dikenal", 1, "mungkin maksud Anda kronologi.tanggal"),
    ),
    "a list's member outside its loop": (["{{ kronologi.tanggal }}"], "templat-daftar-tanpa-for", 0, "kronologi"),
    "a loop over what is no list": (["{% for h in unit.nama %}a{% endfor %}"], "templat-bukan-daftar", 0, "daftar"),
    "an amount without a filter": (["isi", "{{ pagu }}"], "templat-isian-tanpa-filter", 1, "|rupiah"),
    "a group printed whole": (["{{ unit }}"], "templat-isian-tanpa-filter", 0, "filter"),
    "a blank between the braces": (["{ { unit.nama } }"], "templat-tag-salah", 0, "Tulis ulang"),
    "crossed blocks": (["{% if ya %}{% for k in kronologi %}a{% endif %}"], "templat-blok-terbuka", 0, "{% endfor %}"),
    "an end without a start": (["isi", "{% endfor %}"], "templat-tanpa-pembuka", 1, "Tambahkan for"),
}


def _in_header(lines: list[str]) -> bytes:
    def write(document: Any) -> None:
        header = document.sections[0].header
        for number, line in enumerate(lines):
            (header.paragraphs[0] if number == 0 else header.add_paragraph()).text = line

    return draft("isi", then=write)


@pytest.mark.parametrize("name", MISTAKES)
@pytest.mark.parametrize("where", ["body", "header", "table"])
def test_a_mistake_is_found_at_its_place(name: str, where: str) -> None:
    lines, kode, at, advice = MISTAKES[name]
    if where == "body":
        content, place = draft("awal", *lines), f"isi, paragraf {at + 2}"
    elif where == "header":
        content, place = _in_header(lines), f"kepala halaman, paragraf {at + 1}"
    else:
        cells = "\n".join(lines)
        content = draft("awal", [["", "Isi"]], then=lambda document: _fill(document.tables[0].cell(0, 1), cells))
        place = "isi, tabel 1 baris 1 kolom 2"
    found = check_template(content, "surat.docx", KNOWN)
    assert [(item.kode, str(item.lokasi)) for item in found if item.kode == kode] == [(kode, f"surat.docx, {place}")]
    assert {item.kode for item in found} == {kode}
    assert advice in found[0].saran


def _fill(cell: Any, lines: str) -> None:
    first, *others = lines.split("\n")
    cell.text = first
    for line in others:
        cell.add_paragraph(line)


def test_a_loop_across_cells_is_found_at_its_end() -> None:
    content = draft([["No.", "Tanggal"], ["{% for k in kronologi %}1", "{{ k.tanggal }}{% endfor %}"]])
    (found,) = check_template(content, "surat.docx", KNOWN)
    assert found.kode == "templat-beda-sel"
    assert str(found.lokasi) == "surat.docx, isi, tabel 1 baris 2 kolom 2"
    assert "isi, tabel 1 baris 2 kolom 1" in found.pesan
    assert "{%tr for" in found.saran


def test_a_row_loop_without_its_end_is_found_where_it_begins() -> None:
    rows = [["No.", "Tanggal"], ["{%tr for k in kronologi %}", ""], ["1", "{{ k.tanggal }}"]]
    (found,) = check_template(draft(rows), "surat.docx", KNOWN)
    assert (found.kode, found.lokasi.sel) == ("templat-blok-terbuka", "isi, tabel 1 baris 2 kolom 1")
    assert "{%tr endfor %}" in found.saran


def test_row_tags_outside_a_table_are_told_which_prefix_to_take() -> None:
    found = check_template(draft("{%tr for k in kronologi %}", "{{ k.tanggal }}", "{%tr endfor %}"), "a.docx", KNOWN)
    assert [(item.kode, item.lokasi.sel) for item in found] == [
        ("templat-di-luar-tabel", "isi, paragraf 1"),
        ("templat-di-luar-tabel", "isi, paragraf 3"),
    ]
    assert "{%p for" in found[0].saran


def test_row_tags_end_in_their_own_table() -> None:
    rows = [["{%tr for k in kronologi %}"], ["{{ k.tanggal }}"]]
    content = draft(rows, "antara", [["{%tr endfor %}"]])
    assert [found.kode for found in check_template(content, "surat.docx", KNOWN)] == ["templat-beda-sel"]


def test_a_row_that_holds_more_than_its_tag_loses_it() -> None:
    rows = [["{%tr for k in kronologi %}", "Nama"], ["{{ k.tanggal }}", ""], ["{%tr endfor %}", ""]]
    (found,) = check_template(draft(rows), "surat.docx", KNOWN)
    assert (found.kode, str(found.lokasi)) == ("templat-teks-hilang", "surat.docx, isi, tabel 1 baris 1 kolom 1")
    assert "«Nama»" in found.pesan


def test_all_mistakes_are_found_at_once_in_order() -> None:
    content = draft("{{ unit.nmaa }}", "{{ pagu|rupaih }}", [["{% p if ya %}"]], "{{ kop", header="{{ tangal }}")
    assert [(item.kode, item.lokasi.sel) for item in check_template(content, "surat.docx", KNOWN)] == [
        ("templat-isian-tidak-dikenal", "isi, paragraf 1"),
        ("templat-filter-tidak-dikenal", "isi, paragraf 2"),
        ("templat-tag-tidak-dikenal", "isi, tabel 1 baris 1 kolom 1"),
        ("templat-tag-salah", "isi, paragraf 3"),
        ("templat-isian-tidak-dikenal", "kepala halaman, paragraf 1"),
    ]


def test_what_is_guarded_by_a_condition_may_be_empty() -> None:
    assert check_template(draft("{% if target %}{{ target|persen }}{% endif %}"), "a.docx", KNOWN) == []
    assert check_template(draft("{{ target|persen if ya else unit.nama }}"), "a.docx", KNOWN) == []


def test_local_names_are_known_where_they_hold_and_nowhere_else() -> None:
    items = "{% for k in kronologi if ya %}{{ k.tanggal }}{% endfor %}{{ kronologi[0].tanggal }}{{ kronologi|length }}"
    assert check_template(draft(items), "a.docx", KNOWN) == []
    inside = draft(
        "{% set u = unit %}{{ u.nama }}", "{% for k in kronologi %}{{ loop.index }} {{ k.tanggal }}{% endfor %}"
    )
    assert check_template(inside, "a.docx", KNOWN) == []
    (found,) = check_template(draft("{% for k in kronologi %}a{% endfor %}", "{{ k.tanggal }}"), "a.docx", KNOWN)
    assert (found.kode, found.lokasi.sel) == ("templat-isian-tidak-dikenal", "isi, paragraf 2")


def test_a_method_is_refused_where_no_field_is_known() -> None:
    (found,) = check_template(draft("{{ unit.items }}"), "a.docx")
    assert found.kode == "templat-ungkapan-dilarang"


def test_mistakes_become_comments_in_word_at_their_places() -> None:
    content = draft("awal", "{{ unit.nmaa }}", [["a", "{{ pagu|rupaih }}"]], header="{{ tangal }}")
    found = find_mistakes(content, "surat.docx", KNOWN)
    marked = with_comments(content, found)
    document: Any = Document(io.BytesIO(marked))
    comments = list(document.comments)
    assert [comment.text.split("\n")[0] for comment in comments] == [item.problem.pesan for item in found]
    assert "mungkin maksud Anda unit.nama" in comments[0].text
    xml = document.element.xml
    body = [paragraph._p.xml for paragraph in document.paragraphs]
    assert "commentRangeStart" in body[1]
    assert "commentRangeStart" in document.tables[0].cell(0, 1).paragraphs[0]._p.xml
    assert "commentRangeStart" in body[0]  # what stands in a header can only be told in the body
    assert xml.count("commentReference") == 3
    assert with_comments(content, found) == marked
    faults = check_document(marked, "a.docx")
    assert {fault.kode for fault in faults} <= {"naskah-sisa-tag"}  # it is a template still


CASES = [
    [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", line)]
    for line in (Path(__file__).parent / "salah.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]


@pytest.mark.parametrize(("written", "codes", "said"), CASES, ids=[case[0] for case in CASES])
def test_what_a_drafter_may_write_is_told_in_a_drafters_words(written: str, codes: str, said: str) -> None:
    found = check_template(draft(*written.split("¶")), "surat.docx", KNOWN)
    assert [item.kode for item in found] == codes.split()
    assert said in " ".join(f"{item.pesan} {item.saran}" for item in found)
    assert {item.lokasi.sel for item in found} <= {"isi, paragraf 1", None}  # None: said of the template as a whole
