"""How the templates are made: page, styles, tables, properties."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from p3dn_reports.documents.word.chart import ChartData, fill_chart
from p3dn_reports.documents.word.package import read_package
from tests.templates.cetak import FOLDER, W, attribute, cells, paragraph_text, part, parts_with_text, style_of
from tests.templates.contoh_konteks import NASKAH

NAMES = sorted(NASKAH)
KEPUTUSAN = "keputusan-penghargaan.docx"
LAPORAN = "laporan-capaian.docx"
A4, F4 = {11906, 16838}, {12189, 18709}


def _sections(name: str) -> list[etree._Element]:
    return list(part(name).iter(f"{W}sectPr"))


def _text_width(section: etree._Element) -> int:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    return int(attribute(size, "w")) - int(attribute(margins, "left")) - int(attribute(margins, "right"))


def _tables(name: str) -> Iterator[tuple[etree._Element, int]]:
    """Every table with the text width of the section it stands in."""
    pending: list[etree._Element] = []
    body = part(name)[0]
    for block in body:
        pending += [block] if block.tag == f"{W}tbl" else []
        section = block if block.tag == f"{W}sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            yield from ((table, _text_width(section)) for table in pending)
            pending = []


def _styles(name: str) -> dict[str, etree._Element]:
    return {attribute(style, "styleId"): style for style in part(name, "word/styles.xml").iter(f"{W}style")}


@pytest.mark.parametrize("name", NAMES)
def test_the_paper_is_f4_for_the_keputusan_and_a4_for_the_rest(name: str) -> None:
    for section in _sections(name):
        size = section.find(f"{W}pgSz")
        width, height = int(attribute(size, "w")), int(attribute(size, "h"))
        assert {width, height} == (F4 if name.startswith("keputusan-") else A4)
        assert (attribute(size, "orient") == "landscape") == (width > height)


@pytest.mark.parametrize("name", NAMES)
def test_the_page_number_stands_on_every_page_but_the_first(name: str) -> None:
    first, *later = _sections(name)
    assert first.find(f"{W}titlePg") is not None
    assert {attribute(node, "type") for node in first.iter(f"{W}headerReference")} == {"default", "first"}
    for section in later:
        assert section.find(f"{W}titlePg") is None
        assert section.find(f"{W}headerReference") is None
    assert paragraph_text(part(name, "word/header1.xml")) == "- 2 -"
    assert "PAGE" in etree.tostring(part(name, "word/header1.xml"), encoding="unicode")
    assert paragraph_text(part(name, "word/header2.xml")) == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_footer_stands_under_the_laporan_alone(name: str) -> None:
    assert any("footer" in inside for inside in parts_with_text(name)) == (name == LAPORAN)


def test_the_footer_names_law_and_cut_off_and_digests_stand_in_an_annex() -> None:
    for inside in ("word/footer1.xml", "word/footer2.xml"):
        text = "".join(paragraph_text(node) for node in part(LAPORAN, inside).iter(f"{W}p"))
        assert text == "{{ dasar_utama.sebutan }}; data per {{ tanggal_cutoff|tanggal }}"
    for name in (LAPORAN, "berita-acara-verifikasi.docx"):
        notes = [paragraph_text(node) for node in part(name).iter(f"{W}p") if "jejak." in paragraph_text(node)]
        assert len(notes) == 1
        assert all(f"jejak.{field}" in notes[0] for field in ("digest", "masukan", "aturan", "templat", "versi"))


@pytest.mark.parametrize("name", NAMES)
def test_font_and_language_are_set_once_in_the_styles(name: str) -> None:
    defaults = part(name, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    fonts = defaults.find(f"{W}rFonts")
    expected = "Bookman Old Style" if name.startswith("keputusan-") else "Arial"
    assert {attribute(fonts, key) for key in ("ascii", "hAnsi", "cs", "eastAsia")} == {expected}
    assert attribute(defaults.find(f"{W}lang"), "val") == "id-ID"
    assert attribute(defaults.find(f"{W}sz"), "val") == ("22" if name == "nota-pengantar-laporan.docx" else "24")


@pytest.mark.parametrize("name", NAMES)
def test_every_paragraph_has_a_defined_style_and_no_run_a_font_of_its_own(name: str) -> None:
    styles = _styles(name)
    for inside in parts_with_text(name):
        root = part(name, inside)
        for paragraph in root.iter(f"{W}p"):
            assert style_of(paragraph) in styles, paragraph_text(paragraph)
        for run in root.iter(f"{W}rPr"):
            assert run.find(f"{W}rFonts") is None
            assert run.find(f"{W}sz") is None


@pytest.mark.parametrize("name", NAMES)
def test_every_style_has_what_it_is_based_on_and_its_numbering(name: str) -> None:
    styles = _styles(name)
    numbers = {attribute(node, "numId") for node in part(name, "word/numbering.xml").findall(f"{W}num")}
    for style in styles.values():
        based = attribute(style.find(f"{W}basedOn"), "val")
        assert not based or based in styles
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        assert number is None or attribute(number, "val") in numbers


@pytest.mark.parametrize("name", NAMES)
def test_every_table_agrees_with_its_grid_and_fits_the_page(name: str) -> None:
    tables = list(_tables(name))
    assert tables
    for table, room in tables:
        grid = [int(attribute(column, "w")) for column in table.iter(f"{W}gridCol")]
        assert int(attribute(table.find(f"{W}tblPr/{W}tblW"), "w")) == sum(grid) <= room
        assert attribute(table.find(f"{W}tblPr/{W}tblLayout"), "type") == "fixed"
        for row in table.findall(f"{W}tr"):
            start = 0
            for span, width in cells(row):
                assert width == sum(grid[start : start + span])
                start += span
            assert start == len(grid)


@pytest.mark.parametrize("name", NAMES)
def test_no_row_splits_and_every_ruled_table_repeats_its_header(name: str) -> None:
    for table, _ in _tables(name):
        rows = table.findall(f"{W}tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        ruled = attribute(table.find(f"{W}tblPr/{W}tblStyle"), "val") == "TabelGaris"
        headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert headers == [ruled, *[False] * (len(rows) - 1)]


@pytest.mark.parametrize("name", NAMES)
def test_figures_stand_to_the_right(name: str) -> None:
    styles = _styles(name)
    for paragraph in part(name).iter(f"{W}tc"):
        for inner in paragraph.iter(f"{W}p"):
            if re.fullmatch(r"\{\{ [\w.]+\|(rupiah|angka) \}\}", paragraph_text(inner)):
                assert attribute(styles[style_of(inner)].find(f"{W}pPr/{W}jc"), "val") == "right"


@pytest.mark.parametrize("name", NAMES)
def test_a_money_column_is_wide_enough_for_a_province(name: str) -> None:
    # 23 signs of Rp37.143.638.000.000,00 are 99 points wide in Arial 8, 112 in Arial 9
    for table, _ in _tables(name):
        for row in table.findall(f"{W}tr"):
            for cell in row.findall(f"{W}tc"):
                texts = [(paragraph_text(node), style_of(node)) for node in cell.iter(f"{W}p")]
                for text, style in texts:
                    if "|rupiah }}" in text and not re.search(r"\w \{\{", re.sub(r"\{%.*?%\}", "", text)):
                        needed = 99 if "Rapat" in style else 112
                        assert int(attribute(cell.find(f"{W}tcPr/{W}tcW"), "w")) >= needed * 20 + 114, text


@pytest.mark.parametrize("name", NAMES)
def test_headings_and_signature_block_hold_on_to_what_follows(name: str) -> None:
    styles = _styles(name)
    held = [
        key
        for key in styles
        if key.startswith(("Judul", "NomorLampiran", "KepalaLampiran", "TandaTangan", "TempatJangkar"))
    ]
    assert "TandaTangan" in held
    for key in held:
        own = styles[key].find(f"{W}pPr/{W}keepNext")
        based = styles.get(attribute(styles[key].find(f"{W}basedOn"), "val"))
        assert own is not None or (based is not None and based.find(f"{W}pPr/{W}keepNext") is not None), key


@pytest.mark.parametrize("name", NAMES)
def test_capitals_are_a_format_and_not_the_text(name: str) -> None:
    allowed = {
        "P3DN",
        "NIP",
        "SHA",
        "PDN",
        "KESATU",
        "SIRUP",
        "RUP",
        "GRC",
        "KAK",
        "BAST",
        "No",
        "APBD",
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        *("IX", "X", "XI", "XII"),
        "TKDN",
        "BMP",
        *("DPA", "SPSE", "BPKP", "APIP", "LKPP", "BPPBJ", "BPKD"),
    }
    for paragraph in part(name).iter(f"{W}p"):
        words = re.findall(r"[A-Za-z0-9]+", re.sub(r"\{[{%].*?[}%]\}", "", paragraph_text(paragraph)))
        assert [word for word in words if word.isupper() and len(word) > 1 and word not in allowed] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_file_names_a_title_and_no_person(name: str) -> None:
    core = etree.tostring(part(name, "docProps/core.xml"), encoding="unicode")
    assert re.search(r"<dc:title>[^<{]+</dc:title>", core)
    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]*)<", core) == ["p3dn-reports", "p3dn-reports"]
    with zipfile.ZipFile(FOLDER / name) as archive:
        assert not [item for item in archive.namelist() if re.search(r"comments|people|custom|thumbnail", item)]


def test_the_chart_is_in_the_laporan_alone_and_takes_a_series_for_each_band_and_threshold() -> None:
    bands = {"di bawah": (79, None, None), "dalam": (None, 90, None), "melebihi": (None, None, 101)}
    data = ChartData(("A", "B", "C"), {**bands, "80%": (80, 80, 80), "100%": (100, 100, 100)})
    for name in NAMES:
        parts, problems = read_package((FOLDER / name).read_bytes(), name)
        assert problems == []
        found = fill_chart(parts, "grafik_capaian_batang", data)
        assert [problem.kode for problem in found] == ([] if name == LAPORAN else ["grafik-tidak-ada"])


def test_the_keputusan_leaves_an_exact_place_for_the_emblem() -> None:
    first = next(part(KEPUTUSAN).iter(f"{W}p"))
    assert (style_of(first), paragraph_text(first)) == ("TempatLambang", "")
    spacing = _styles(KEPUTUSAN)["TempatLambang"].find(f"{W}pPr/{W}spacing")
    assert (attribute(spacing, "line"), attribute(spacing, "lineRule")) == ("1134", "exact")


def test_the_signature_of_the_keputusan_never_stands_on_a_page_without_its_last_diktum() -> None:
    rows = [row for row in part(KEPUTUSAN).iter(f"{W}tr") if "mulai berlaku pada tanggal ditetapkan" in _row_text(row)]
    assert len(rows) == 1
    assert all(paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in rows[0].iter(f"{W}p"))


def _row_text(row: etree._Element) -> str:
    return " ".join(paragraph_text(paragraph) for paragraph in row.iter(f"{W}p"))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.docx")), ids=lambda path: path.stem)
def test_every_relation_that_the_body_names_is_there_with_its_part(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        body, names = archive.read("word/document.xml").decode(), set(archive.namelist())
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    targets = {one.get("Id"): f"word/{one.get('Target')}" for one in relations}
    named = set(re.findall(r' r:(?:embed|id|link)="([^"]+)"', body))
    assert named <= targets.keys()
    assert {targets[name] for name in named} <= names
