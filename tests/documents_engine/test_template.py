"""One strict wrapper: what renders, what is refused and with which words, and that threads and runs never differ."""

from __future__ import annotations

import io
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from p3dn_reports.documents.word.marks import Wanting
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.documents.word.package import write_package
from p3dn_reports.documents.word.structure import check_document
from p3dn_reports.documents.word.template import MOST_COMPILED, Stamp, Template, check_template
from p3dn_reports.errors import ProblemsError
from p3dn_reports.problems import Problem
from tests.documents_engine.drafts import body_xml, cells, draft, parts_of, texts, with_part
from tests.documents_engine.images import placeholder


def problems_of(template: bytes, context: dict[str, Any]) -> list[Problem]:
    with pytest.raises(ProblemsError) as caught:
        Template.compile(template, "surat.docx").render(context)
    return list(caught.value.problems)


def test_a_file_is_compiled_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "surat.docx"
    path.write_bytes(draft("Halo {{ nama }}"))
    template = Template.compile(path)
    assert template.nama == "surat.docx"
    assert len(template.sha256) == 64
    assert texts(template.render({"nama": "A"})) == ["Halo A"]


def test_markup_in_data_is_text() -> None:
    hostile = "A & B <c> \"d\" 'e' </w:t></w:r> {{ nama }} {% if %}"
    assert texts(Template.compile(draft("{{ nama }}")).render({"nama": hostile})) == [hostile]


def test_a_hyphen_that_must_not_break_is_word_s_own() -> None:
    content = Template.compile(draft("Nomor {{ n }}")).render({"n": "500/BA.0\u2011Ek/2025"})
    assert "500/BA.0</w:t><w:noBreakHyphen/><w:t" in body_xml(content)
    assert "Nomor 500/BA.0-Ek/2025" in outline(content)
    assert check_document(content, "a.docx") == []


def _loop_over_bookmark(name: str) -> bytes:
    """A paragraph repeated by a loop that holds a bookmark, as Word leaves one where it was last at work."""
    start, end = f'<w:bookmarkStart w:id="4" w:name="{name}"/>', '<w:bookmarkEnd w:id="4"/>'
    source = draft("{%p for k in daftar %}", "isi {{ k }}", "{%p endfor %}")
    marked = f"{start}{end}<w:r><w:t>isi"
    return with_part(source, "word/document.xml", lambda xml: xml.replace("<w:r><w:t>isi", marked))


@pytest.mark.parametrize(("name", "kept"), [("_GoBack", 0), ("Rujukan1", 1)])
def test_a_loop_does_not_repeat_a_bookmark(name: str, kept: int) -> None:
    template = Template.compile(_loop_over_bookmark(name))
    for content in (template.render({"daftar": ["a", "b"]}), template.render_document({"daftar": ["a", "b"]}).content):
        assert texts(content) == ["isi a", "isi b"]
        assert body_xml(content).count("<w:bookmarkStart") == body_xml(content).count("<w:bookmarkEnd") == kept
        assert check_document(content, "a.docx") == []


@pytest.mark.parametrize("colour", ["FFF2CC", "#fff2cc", "auto"])
def test_a_cell_takes_a_colour(colour: str) -> None:
    content = Template.compile(draft([["{% cellbg warna %}isi"]])).render({"warna": colour})
    assert f'w:fill="{colour.removeprefix("#")}"' in body_xml(content)


@pytest.mark.parametrize("colour", ["kuning", "FFF", "FFF2CC80", "", '"/><w:x'])
def test_a_cell_takes_nothing_but_a_colour(colour: str) -> None:
    template = Template.compile(draft([["{% cellbg warna %}isi"]]))
    with pytest.raises(ProblemsError) as raised:
        template.render({"warna": colour})
    assert [found.kode for found in raised.value.problems] == ["templat-nilai-tidak-cocok"]
    assert "bukan warna" in raised.value.problems[0].pesan


def test_breaks_tabs_and_control_characters() -> None:
    content = Template.compile(draft("a {{ teks }} z")).render(
        {"teks": "satu\r\ndua\rtiga\tempat\x00\x01\x03\x0b\ufffe!"}
    )
    assert texts(content) == ["a satu\ndua\ntiga\tempat! z"]
    assert body_xml(content).count("<w:br/>") == 2
    assert check_document(content, "a.docx") == []


def test_fields_are_dotted_names_wherever_they_stand() -> None:
    content = draft(
        "{{ unit.nama }} {% if ada and jumlah.a > 3 %}{{ nilai|persen }}{% endif %}",
        "{%p for k in kronologi %}",
        "{{ loop.index }} {{ k.tanggal|tanggal }} {% for b in k.bukti %}{{ b.nama }}{% endfor %}",
        "{%p endfor %}",
        "{% set p = pejabat.kepala %}{{ p.nip }} {{ p['nama'] }} {{ daftar[0].isi }}",
        header="{{ kop.nama }}",
    )
    assert Template.compile(content).fields() == {
        *("unit.nama", "ada", "jumlah.a", "nilai", "kronologi", "kronologi.tanggal", "kronologi.bukti"),
        *("kronologi.bukti.nama", "pejabat.kepala", "pejabat.kepala.nip", "pejabat.kepala.nama", "daftar.isi"),
        "kop.nama",
    }


def test_every_unknown_field_is_named_at_once_with_its_place_and_a_suggestion() -> None:
    template = draft(
        "awal", [["No.", "{{ unit.nmaa }}"]], "{%p if ya %}", "{{ tangal }}", "{%p endif %}", header="{{ kop }}"
    )
    found = problems_of(template, {"unit": {"nama": "A"}, "ya": True, "tanggal": "x"})
    assert [(item.kode, str(item.lokasi)) for item in found] == [
        ("templat-isian-tidak-dikenal", "surat.docx, isi, tabel 1 baris 1 kolom 2"),
        ("templat-isian-tidak-dikenal", "surat.docx, isi, paragraf 3"),
        ("templat-isian-tidak-dikenal", "surat.docx, kepala halaman, paragraf 1"),
    ]
    assert "Field unit.nmaa" in found[0].pesan
    assert "mungkin maksud Anda unit.nama" in found[0].saran
    assert "mungkin maksud Anda tanggal" in found[1].saran
    assert "{{ unit.nmaa }}" in found[0].pesan


@pytest.mark.parametrize(
    ("text", "value", "kode"),
    [
        ("{{ a.b }}", None, "templat-isian-kosong"),
        ("{{ a.b|rupiah }}", None, "templat-isian-kosong"),
        ("{{ a.b|tanggal }}", None, "templat-isian-kosong"),
        ("{{ a.b }}", True, "templat-isian-tanpa-filter"),
        ("{{ a.b }}", Decimal("1.5"), "templat-isian-tanpa-filter"),
        ("{{ a.b }}", date(2024, 1, 1), "templat-isian-tanpa-filter"),
        ("{{ a.b }}", [1], "templat-isian-tanpa-filter"),
        ("{{ a.b }}", 1.5, "templat-isian-tanpa-filter"),
        ("{{ a.b|rupiah }}", 1.5, "templat-nilai-tidak-cocok"),
        ("{{ a.b|rupiah }}", "seribu", "templat-nilai-tidak-cocok"),
        ("{{ a.b|romawi }}", 5000, "templat-nilai-tidak-cocok"),
        ("{% if a.b > 3 %}x{% endif %}", "teks", "templat-nilai-tidak-cocok"),
        ("{% for c in a.b %}x{% endfor %}", 5, "templat-nilai-tidak-cocok"),
        ("{{ a.c }}", 1, "templat-isian-tidak-dikenal"),
        ("{{ a.c|rupiah }}", 1, "templat-isian-tidak-dikenal"),
        ("{% if a.c %}x{% endif %}", 1, "templat-isian-tidak-dikenal"),
        ("{{ a.b.c }}", 5, "templat-isian-tidak-dikenal"),
        ("{{ a.b.c }}", None, "templat-isian-tidak-terbaca"),
        ("{{ a.b[3] }}", [1], "templat-isian-tidak-terbaca"),
    ],
)
def test_what_cannot_be_printed_is_named(text: str, value: object, kode: str) -> None:
    (found,) = problems_of(draft("awal", "tengah", text), {"a": {"b": value}})
    assert found.kode == kode
    assert str(found.lokasi) == "surat.docx, isi, paragraf 3"
    assert "a." in found.pesan
    assert "None" not in found.saran


@pytest.mark.parametrize(
    ("blocks", "kode", "paragraph"),
    [
        (["a", "{% if x %}", "b"], "templat-blok-terbuka", None),
        (["{%p for x in y %}", "{{ x }}"], "templat-blok-terbuka", None),
        (["a", "b {{ x", "c"], "templat-tag-salah", None),
        (["a", "{% endif %}"], "templat-tanpa-pembuka", 2),
        (["a", "{% p if x %}"], "templat-tag-tidak-dikenal", 2),
        (["a", "{{ x | rupaih }}"], "templat-filter-tidak-dikenal", 2),
        (["a", "{{ x y }}"], "templat-tag-salah", 2),
        (["a", "{{ }}"], "templat-tag-salah", 2),
        (["{{ x.items() }}"], "templat-ungkapan-dilarang", 1),
    ],
)
def test_mistakes_are_found_before_rendering(blocks: list[str], kode: str, paragraph: int | None) -> None:
    found = check_template(draft(*blocks), "surat.docx")
    assert [item.kode for item in found] == [kode]
    if paragraph:
        assert str(found[0].lokasi) == f"surat.docx, isi, paragraf {paragraph}"


def test_an_unknown_filter_comes_with_the_nearest_known_one() -> None:
    (found,) = check_template(draft("{{ x|rupaih }}"))
    assert "mungkin maksud Anda rupiah" in found.saran


def test_persen_keeps_to_the_thresholds_of_the_stamp() -> None:
    template = Template.compile(draft("{{ c|persen }}"))
    context = {"c": Decimal("79.995")}
    assert texts(template.render(context)) == ["80,00%"]
    assert texts(template.render_document(context, Stamp(ambang=(80, 100))).content) == ["79,995%"]


def test_wanting_values_are_marked_and_named_once() -> None:
    template = Template.compile(
        draft(
            "Nip {{ pejabat.nip }} {{ pejabat.nip|kapital_awal }}{% if pejabat %}tidak{% endif %}",
            [
                ["Tanggal", "Peristiwa"],
                ["{%tr for k in kronologi %}", ""],
                ["{{ k.tanggal|tanggal }}", "{{ k.isi }}"],
                ["{%tr endfor %}", ""],
            ],
            header="{{ alasan }}",
        )
    )
    rendered = template.render_document({name: Wanting(name) for name in ("pejabat", "kronologi", "alasan")})
    assert rendered.wanting == ("pejabat.nip", "kronologi.tanggal", "kronologi.isi", "alasan")
    assert texts(rendered.content) == ["Nip [LENGKAPI: pejabat.nip] [LENGKAPI: pejabat.nip]"]
    assert cells(rendered.content)[1:] == [["[LENGKAPI: kronologi.tanggal]", "[LENGKAPI: kronologi.isi]"]]
    assert check_document(rendered.content, "a.docx") == []


def test_a_wanting_run_keeps_its_own_look_and_is_yellow() -> None:
    def styled(document: Any) -> None:
        run = document.add_paragraph("a ").add_run("{{ x }} z")
        run.bold, run.underline, run.font.name = True, True, "Arial"

    content = Template.compile(draft(then=styled)).render({"x": Wanting("x")})
    runs = [run for run in Document(io.BytesIO(content)).paragraphs[0].runs if run.text]
    assert [(run.text, run.bold, run.font.name, run.font.highlight_color) for run in runs] == [
        ("a ", None, None, None),
        ("[LENGKAPI: x]", True, "Arial", 7),
        (" z", True, "Arial", None),
    ]
    properties = runs[1]._r.rPr
    assert properties is not None
    assert [child.tag.rpartition("}")[2] for child in properties] == ["rFonts", "b", "highlight", "u"]


def test_four_threads_never_mix_recipients() -> None:
    template = Template.compile(
        draft("Yth. {{ nama }}", "{%p for b in baris %}", "{{ b }}", "{%p endfor %}", header="{{ nama }}")
    )

    def letter(number: int) -> str:
        content = template.render({"nama": f"Penerima {number}", "baris": [f"{number}-{row}" for row in range(3)]})
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = (archive.read(name).decode() for name in ("word/document.xml", "word/header1.xml"))
            return "|".join(re.findall(r"<w:t[^>]*>([^<]+)</w:t>", "".join(parts)))

    with ThreadPoolExecutor(4) as pool:
        for number, text in enumerate(pool.map(letter, range(200))):
            assert text == f"Yth. Penerima {number}|{number}-0|{number}-1|{number}-2|Penerima {number}"


def test_what_is_compiled_once_is_given_again() -> None:
    source = draft("{{ nama }}")
    assert Template.compile(source, "a.docx") is Template.compile(source, "a.docx")
    assert Template.compile(source, "b.docx").nama == "b.docx"
    for number in range(MOST_COMPILED + 1):
        Template.compile(draft(f"{number}"), "a.docx")
    again = Template.compile(source, "a.docx")
    assert texts(again.render({"nama": "A"})) == ["A"]


@pytest.mark.parametrize("size", [1, 2, 7])
def test_a_long_table_that_is_streamed_is_the_same_document(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr("p3dn_reports.documents.word.dialect.BATCH", size)
    rows = [["{%tr for b in baris %}", ""], ["{{ b.no }}", "{{ b.isi }}"], ["{%tr endfor %}", ""]]
    template = Template.compile(draft("{{ nama }}", rows, "akhir"))
    lines = [{"no": at, "isi": Wanting("isi") if at % 3 else "satu\ndua\ttiga & empat"} for at in range(20)]
    context = {"nama": Wanting("nama"), "baris": lines}
    assert parts_of(template.render(context)) == parts_of(template.render_document(context).content)


def test_problems_of_all_parts_are_told_at_once_when_streaming() -> None:
    template = Template.compile(draft("{{ a }}", header="{{ b }}"))
    with pytest.raises(ProblemsError) as caught:
        template.render({})
    assert len(caught.value.problems) == 2


def test_the_same_context_gives_the_same_bytes() -> None:
    source = draft("{{ nama }}", header="{{ nama }}")
    stamp = Stamp(tanggal=date(2024, 12, 31), tanda=("KONSEP",), asal={"p3dn_daerah": "dki-jakarta"})
    first, second = (Template.compile(source).render_document({"nama": "A"}, stamp).content for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr for entry in archive.infolist()} == {0}
        original = zipfile.ZipFile(io.BytesIO(source)).namelist()
        assert archive.namelist()[: len(original)] == original


def test_a_file_carries_its_date_and_where_its_figures_come_from() -> None:
    def titled(document: Any) -> None:
        document.core_properties.title = "Surat {{ nama }}"

    stamp = Stamp(tanggal=date(2024, 12, 31), asal={"p3dn_daerah": "dki-jakarta", "p3dn_digest": "a&b"})
    content = Template.compile(draft("isi", then=titled)).render_document({"nama": "A & B"}, stamp).content
    properties = Document(io.BytesIO(content)).core_properties
    assert properties.title == "Surat A & B"
    assert str(properties.created) == str(properties.modified) == "2024-12-31 00:00:00+00:00"
    custom = parts_of(content)["docProps/custom.xml"].decode()
    assert 'pid="2" name="p3dn_daerah"' in custom
    assert "<vt:lpwstr>a&amp;b</vt:lpwstr>" in custom
    again = Template.compile(content).render_document({}, Stamp(asal={"p3dn_daerah": "lain"})).content
    custom = parts_of(again)["docProps/custom.xml"].decode()
    assert custom.count("p3dn_daerah") == 1
    assert "dki-jakarta" not in custom
    assert check_document(again, "a.docx") == []


@pytest.mark.parametrize(
    ("blocks", "count"), [(["#"], 1), (["a"], 0), (["#", "{{ nomor }}"], 2), (["#", "&#35; \"kutip\" 'x'"], 2)]
)
def test_the_anchor_stands_exactly_once(blocks: list[str], count: int) -> None:
    rendered = Template.compile(draft(*blocks)).render_document({"nomor": "12#3"}, Stamp(jangkar="#"))
    assert [found.kode for found in rendered.problems] == ([] if count == 1 else ["naskah-jangkar-tidak-tunggal"])
    if rendered.problems:
        assert f"{count} kali" in rendered.problems[0].pesan


def test_e_office_tags_pass_untouched() -> None:
    lines = ["Nomor ${nomor_naskah}", "${ttd_pengirim} {{ nama }}"]
    content = Template.compile(draft(*lines)).render({"nama": "A"})
    assert texts(content) == ["Nomor ${nomor_naskah}", "${ttd_pengirim} A"]
    assert check_document(content, "a.docx") == []


def test_a_template_without_tags_renders_as_it_is() -> None:
    source = draft("tetap")
    assert parts_of(Template.compile(source).render({})) == parts_of(source)


def _renamed(content: bytes, name: str) -> bytes:
    """The .docx with its document part under another name, as Word for the web writes it."""
    old, new = "word/document.xml", f"word/{name}.xml"
    parts = {part.replace("document.xml", f"{name}.xml"): found for part, found in parts_of(content).items()}
    for part in ("[Content_Types].xml", "_rels/.rels"):
        parts[part] = parts[part].replace(old.encode(), new.encode())
    return write_package(parts)


def test_the_document_is_found_under_any_name() -> None:
    content = Template.compile(_renamed(draft("a {{ nama }}"), "document2")).render_document(
        {"nama": "A"}, Stamp(tanda=("KONSEP",))
    )
    assert texts(content.content) == ["a A"]
    assert check_document(content.content, "a.docx") == []


def test_a_file_saved_as_a_word_template_gives_documents() -> None:
    template = with_part(
        draft("{{ nama }}"), "[Content_Types].xml", lambda xml: xml.replace(".document.main+xml", ".template.main+xml")
    )
    content = Template.compile(template).render({"nama": "A"})
    assert ".template.main+xml" not in parts_of(content)["[Content_Types].xml"].decode()
    assert texts(content) == ["A"]


def test_the_strict_form_of_the_standard_is_refused() -> None:
    loose, strict = (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    content = with_part(draft("{{ nama }}"), "word/document.xml", lambda xml: xml.replace(loose, strict))
    (found,) = check_template(content, "a.docx")
    assert found.kode == "naskah-bukan-docx"
    assert "simpan kembali" in found.saran


def test_what_is_remembered_of_one_stamp_is_not_written_into_another() -> None:
    def titled(document: Any) -> None:
        document.core_properties.title = "Surat"

    template = Template.compile(draft("isi {{ nama }}", then=titled))
    stamps = [
        Stamp(tanggal=date(2024, 12, day), tanda=words, asal={"p3dn_daerah": region})
        for day, words, region in ((30, ("KONSEP",), "dki"), (31, (), "bandung"), (30, ("SIMULASI",), "dki"))
    ]
    first = [template.render_document({"nama": "A"}, stamp).content for stamp in stamps]
    again = [template.render_document({"nama": "A"}, stamp).content for stamp in reversed(stamps)]
    assert first == again[::-1]
    assert len(set(first)) == 3
    for content, word, region in zip(first, ("KONSEP", None, "SIMULASI"), ("dki", "bandung", "dki"), strict=True):
        parts = {name: part.decode("utf-8", "ignore") for name, part in parts_of(content).items()}
        headers = "".join(part for name, part in parts.items() if "header" in name)
        assert [mark for mark in ("KONSEP", "SIMULASI") if mark in headers] == ([word] if word else [])
        assert f"<vt:lpwstr>{region}</vt:lpwstr>" in parts["docProps/custom.xml"]


def test_drawings_of_all_parts_have_ids_of_their_own() -> None:
    def pictures(document: Any) -> None:
        for where in ("body", "body", "header"):
            placeholder("Lambang", where=where)(document)

    content = Template.compile(draft("{{ nama }}", header="{{ nama }}", then=pictures)).render({"nama": "A"})
    ids = [number for part in parts_of(content).values() for number in re.findall(rb'<wp:docPr id="(\d+)"', part)]
    assert len(ids) == len(set(ids)) == 3
    assert ids[:2] == [b"1001", b"1002"]
