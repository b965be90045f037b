"""The sender's own workbook comes back with its faults marked, and with nothing else changed."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from p3dn_reports.inputs.folder import read_inputs
from p3dn_reports.inputs.workbook.annotate import Annotated, annotate
from p3dn_reports.inputs.workbook.places import MOST_COMMENTS
from p3dn_reports.problems import Problem
from tests.inputs.cases import COMMON, SCHEMAS
from tests.inputs.workbooks import raw_workbook, worksheet
from tests.workbooks.senders import ROWS, by_openpyxl, by_xlsxwriter, finding, opened, parts_of, raw_parts, with_macros

RED, YELLOW = "FFFFC7CE", "FFFFEB9C"
STYLES = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders><border/></borders><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="10" fillId="0"><alignment wrapText="1"/></xf></cellXfs></styleSheet>'
)


def marked(source: Path, *problems: Problem) -> Annotated:
    return annotate(source, problems, source.parent, "jadi")


def sheet_rows(path: Path, name: str = "Data") -> list[list[object]]:
    return [[cell.value for cell in row] for row in opened(path)[name].iter_rows()]


def fills(path: Path, name: str = "Data") -> dict[str, str]:
    rows = opened(path)[name].iter_rows()
    return {
        cell.coordinate: str(cell.fill.fgColor.rgb) for row in rows for cell in row if cell.fill.fill_type == "solid"
    }


@pytest.mark.parametrize("make", [by_openpyxl, by_xlsxwriter, with_macros])
def test_only_the_parts_that_must_change_do(make: Callable[[Path], Path], tmp_path: Path) -> None:
    source = make(tmp_path / ("a.xlsm" if make is with_macros else "a.xlsx"))
    done = marked(source, finding("C2"))
    assert done.utuh
    assert done.path.suffix == source.suffix
    before, after = raw_parts(source), raw_parts(done.path)
    may_change = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
                  "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels"}  # fmt: skip
    if make is by_openpyxl:
        may_change |= {"xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml"}
    assert {name for name in before if before[name] != after.get(name)} <= may_change
    assert {name for name in after if name not in before} >= {"xl/worksheets/pemeriksaan1.xml"}
    assert parts_of(done.path).keys() == after.keys()


@pytest.mark.parametrize("make", [by_openpyxl, by_xlsxwriter])
def test_cells_keep_value_and_number_format_and_gain_a_colour(make: Callable[[Path], Path], tmp_path: Path) -> None:
    source = make(tmp_path / "a.xlsx")
    done = marked(source, finding("C2"), finding("B3:B5", kode="jumlah-bertitik-tunggal"), finding("B4"))
    assert sheet_rows(done.path) == sheet_rows(source)
    assert fills(done.path) == {"C2": RED, "B3": YELLOW, "B4": RED, "B5": YELLOW}
    before, after = (opened(path)["Data"] for path in (source, done.path))
    assert after["C2"].number_format == before["C2"].number_format != "General"
    assert after["C2"].font.b == before["C2"].font.b


def test_a_blank_cell_is_put_in_its_place_in_the_style_of_its_column(tmp_path: Path) -> None:
    done = marked(by_xlsxwriter(tmp_path / "a.xlsx"), finding("C4"), finding("A4"), finding("C9"), finding("ZZ2"))
    assert fills(done.path) == {"A4": RED, "C4": RED, "C9": RED, "ZZ2": RED}
    sheet = opened(done.path)["Data"]
    assert (sheet["C9"].number_format, sheet["C9"].font.b) == ("#,##0.00", True)
    xml = parts_of(done.path)["xl/worksheets/sheet1.xml"].decode()
    rows = [int(row.split('"')[1]) for row in xml.split("<row r=")[1:]]
    assert rows == sorted(rows)


def test_every_finding_is_commented_listed_and_linked(tmp_path: Path) -> None:
    done = marked(by_xlsxwriter(tmp_path / "a.xlsx"), finding("C2"), finding("C2", kode="titik-desimal"), finding(None))
    book = opened(done.path)
    assert book.sheetnames == ["Data", "Grafik", "Pemeriksaan", "Pemeriksaan (2)"]
    comment = book["Data"]["C2"].comment
    assert comment is not None
    assert comment.text.count("GALAT") == 2
    listed = book["Pemeriksaan (2)"]
    assert listed["A1"].value == "Pemeriksaan a.xlsx"
    assert [listed.cell(row, 9).value for row in (5, 6, 7)] == ["bukan-angka", "titik-desimal", "bukan-angka"]
    links = [listed[f"D{row}"].hyperlink for row in (5, 6, 7)]
    assert [link.location for link in links if link] == ["'Data'!C2", "'Data'!C2", "'Data'!A1"]


def test_comments_of_the_sender_stay(tmp_path: Path) -> None:
    done = marked(by_openpyxl(tmp_path / "a.xlsx"), finding("B2"), finding("C2"))
    sheet = opened(done.path)["Data"]
    texts = [cell.comment.text for cell in (sheet["B2"], sheet["C2"]) if cell.comment]
    assert texts[0] == "Catatan pengirim"
    assert texts[1].startswith("GALAT: Kolom Nilai berisi")


def test_hostile_words_are_words(tmp_path: Path) -> None:
    hostile = '=HYPERLINK("http://x")</t></is></c><script>\x00\x0b_x0041_\'!'
    done = marked(by_openpyxl(tmp_path / "a.xlsx"), finding("C2", nilai=hostile), finding("C3", lembar="Tidak' ada"))
    listed = opened(done.path)["Pemeriksaan"]
    assert listed["F5"].data_type in {"s", "inlineStr"}
    assert str(listed["F5"].value).startswith('=HYPERLINK("http://x")</t></is></c><script>')
    link = listed["D6"].hyperlink
    assert link is not None
    assert link.location == "'Tidak'' ada'!C3"


def test_the_same_findings_give_the_same_bytes(tmp_path: Path) -> None:
    source = by_openpyxl(tmp_path / "a.xlsx")
    first = marked(source, finding("C2")).path.read_bytes()
    assert marked(source, finding("C2")).path.read_bytes() == first


def test_comments_have_a_limit_and_colours_go_on(tmp_path: Path) -> None:
    found = [finding(f"A{row}") for row in range(1, MOST_COMMENTS + 51)]
    sheet = opened(marked(by_openpyxl(tmp_path / "a.xlsx"), *found).path)["Data"]
    assert sum(sheet.cell(row, 1).comment is not None for row in range(1, 600)) == MOST_COMMENTS
    assert sheet.cell(MOST_COMMENTS + 50, 1).fill.fgColor.rgb == RED


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ('<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>', {"A1": RED, "C2": RED}),
        ('<row spans="1:1" r="1"/><row r="2" s="1" customFormat="1"><c s="1" r="C2"/></row>', {"A1": RED, "C2": RED}),
        ("", {"A1": RED, "C2": RED}),
    ],
)
def test_rows_of_several_shapes(rows: str, shown: dict[str, str], tmp_path: Path) -> None:
    source = workbook_of(worksheet(rows), tmp_path)
    done = marked(source, finding("A1", "Lembar1"), finding("C2", "Lembar1"))
    assert done.utuh
    assert fills(done.path, "Lembar1") == shown


@pytest.mark.parametrize(
    "sheet",
    [
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/></x:worksheet>',
        worksheet("<row><c><v>1</v></c></row>"),
        worksheet('<row r="2"/><row r="1"/>'),
        worksheet('<row r="1"><c r="B1"/><!-- <row r="9"> --></row>'),
        worksheet('<row r="1"><c><v>1</v></c></row>'),
        '<?xml version="1.0" encoding="ISO-8859-1"?>' + worksheet('<row r="1"/>').partition("?>")[2],
    ],
)
def test_xml_of_an_unknown_shape_is_not_guessed_at(sheet: str, tmp_path: Path) -> None:
    done = marked(workbook_of(sheet, tmp_path), finding("A1", "Lembar1"))
    assert not done.utuh
    assert opened(done.path)["Pemeriksaan"]["I5"].value == "bukan-angka"
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".baru")]


def workbook_of(sheet: str, folder: Path) -> Path:
    """A workbook of one sheet, which has styles."""
    source = raw_workbook(folder / "a.xlsx", sheet, {"xl/styles.xml": STYLES})
    parts = parts_of(source)
    relation = '<Relationship Id="s" Type="{}/styles" Target="styles.xml"/></Relationships>'
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = parts["xl/_rels/workbook.xml.rels"].decode().replace("</Relationships>", relation.format(space))
    sml = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{sml}.{kind}+xml"/>'
        for name, kind in (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("styles", "styles"))
    )
    types = parts["[Content_Types].xml"].decode().replace("</Types>", f"{overrides}</Types>")
    parts |= {"xl/_rels/workbook.xml.rels": rels.encode(), "[Content_Types].xml": types.encode()}
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return source


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.sets(st.tuples(st.integers(1, 12), st.integers(0, 5)), min_size=1))
def test_whatever_cells_are_marked_the_values_stay(cells: set[tuple[int, int]], tmp_path: Path) -> None:
    source = by_openpyxl(tmp_path / "a.xlsx")
    names = {f"{'ABCDEF'[column]}{row}" for row, column in cells}
    done = marked(source, finding(", ".join(sorted(names))))
    assert set(fills(done.path)) == names
    rows = [[value for value in row if value is not None] for row in sheet_rows(done.path)]
    assert [row for row in rows if row] == [[value for value in row if value is not None] for row in ROWS if row]


def test_every_cell_of_a_finding_is_marked_however_many(tmp_path: Path) -> None:
    folder = shutil.copytree(COMMON, tmp_path / "masukan")
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "anggaran"
    sheet.append(["kode_satker", "kode_rekening", "anggaran_perubahan"])
    for number in range(40):
        sheet.append(["1.01.0.00.0.00.01.0000", "5.1.02", None if number % 2 else "seribu"])
    book.save(folder / "anggaran.xlsx")
    with read_inputs(folder, SCHEMAS) as read:
        found = [one for one in read.problems if one.lokasi.berkas == "anggaran.xlsx"]
    done = annotate(folder / "anggaran.xlsx", found, tmp_path, "jadi")
    assert set(fills(done.path, "anggaran")) >= {f"C{row}" for row in range(2, 42)}


LINES = ("Pengirim: BPKD & Co. Batas perbaikan: 27 Desember 2024.", "Kirim kembali kepada Dinas <Contoh>.")


@pytest.mark.parametrize("make", [by_openpyxl, by_xlsxwriter])
@pytest.mark.parametrize("at_fault", ["Data", "Lain"])
def test_it_opens_on_the_findings_and_no_other_sheet_is_chosen(
    make: Callable[[Path], Path], at_fault: str, tmp_path: Path
) -> None:
    """What is typed into a chosen sheet goes into all of them."""
    source = make(tmp_path / "a.xlsx")
    book = opened(source)
    other = book.create_sheet("Lain")
    other.append(["kode_satker"])
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = True
    book.active = 0
    book.save(source)
    done = annotate(source, [finding("A1", lembar=at_fault)], source.parent, "jadi", LINES)
    assert done.utuh
    after = opened(done.path)
    told = after.worksheets[-1]
    assert told.title.startswith("Pemeriksaan")
    assert after.active is told
    assert [sheet.title for sheet in after.worksheets if sheet.sheet_view.tabSelected] == [told.title]
    assert [told.cell(row, 1).value for row in (2, 3, 6)] == [*LINES, "No."]
    assert told.freeze_panes == "A7"
