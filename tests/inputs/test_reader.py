"""Rows come with the numbers Excel shows, and what the workbook reader hides stands in them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from p3dn_reports.inputs.cells import ErrorCell, PercentCell, UncachedFormula, address, column_index, letters, ranges
from p3dn_reports.inputs.files import textfile
from p3dn_reports.inputs.files.kinds import is_input
from p3dn_reports.inputs.files.preflight import preflight
from p3dn_reports.inputs.files.raw import RawSheet
from p3dn_reports.inputs.files.reader import read_file

from .workbooks import MAIN, raw_workbook, worksheet

PERCENT_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="0.0%"/>'
    '<numFmt numFmtId="171" formatCode="0&quot;%&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="9"/></cellXfs></styleSheet>'
)


def sheets(path: Path) -> list[RawSheet]:
    found = list(read_file(path))
    assert all(isinstance(item, RawSheet) for item in found), found
    return [item for item in found if isinstance(item, RawSheet)]


def only(path: Path) -> RawSheet:
    (sheet,) = sheets(path)
    return sheet


def test_rows_and_columns_keep_their_places(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book["Sheet"]["C4"], book["Sheet"]["D6"] = "a", "b"
    book.save(tmp_path / "a.xlsx")
    sheet = only(tmp_path / "a.xlsx")
    assert (sheet.rows[3][0], sheet.rows[5][1], sheet.first_column) == ("a", "b", 2)


def test_empty_sheets_charts_and_private_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_chartsheet("grafik")
    book.create_sheet("_meta")["A1"] = "x"
    book.create_sheet("sembunyi").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    assert [(sheet.lembar, sheet.rows, sheet.hidden) for sheet in sheets(tmp_path / "a.xlsx")] == [
        ("Sheet", [], False),
        ("sembunyi", [], True),
    ]


FAST = worksheet(
    '<row r="2"><c r="B2" t="e"><v>#REF!</v></c><c r="C2" t="e"><f>A1&amp;"x"</f><v>#N/A</v></c>'
    '<c r="D2"><f>SUM(A1:A2)</f></c><c r="E2"><f>1+1</f><v></v></c><c r="F2"><f>1+1</f><v>2</v></c>'
    '<c r="G2" t="str"><f>""</f><v></v></c><c r="H2"><f t="shared" si="0"/><v>3</v></c>'
    '<c r="I2"><f t="shared" si="0"/></c>'
    '<c r="J2" s="1"><v>0.8</v></c><c r="K2" s="2"><v>0.8</v></c><c r="L2" s="3"><v>1</v></c></row>'
    '<row r="5"><c r="A5"><f>A4</f><v/></c></row>'
)
PREFIXED = (
    FAST.replace("<row", "<x:row").replace("</row", "</x:row").replace("<c ", "<x:c ").replace("</c>", "</x:c>")
    .replace("<v>", "<x:v>").replace("</v>", "</x:v>").replace("<v/>", "<x:v/>").replace("<f", "<x:f")
    .replace("</f>", "</x:f>").replace("<worksheet ", f'<worksheet xmlns:x="{MAIN}" ')
)  # fmt: skip
SPACED = FAST.replace("><", ">\n  <")
SINGLE = FAST.replace('t="e"', "t='e'")


@pytest.mark.parametrize("part", [FAST, SPACED, SINGLE, PREFIXED], ids=["fast", "spaced", "single", "prefix"])
def test_error_cells_formulas_without_result_and_percents(tmp_path: Path, part: str) -> None:
    marks = preflight(raw_workbook(tmp_path / "a.xlsx", part, {"xl/styles.xml": PERCENT_STYLES})).sheets["Lembar1"]
    assert marks.cells == {
        2: {
            1: ErrorCell("#REF!"),
            2: ErrorCell("#N/A"),
            3: UncachedFormula("=SUM(A1:A2)"),
            4: UncachedFormula("=1+1"),
            8: UncachedFormula("="),
        },
        5: {0: UncachedFormula("=A4")},
    }
    assert marks.percent == {2: {9, 11}}


def test_marks_stand_in_the_rows(tmp_path: Path) -> None:
    sheet = only(raw_workbook(tmp_path / "a.xlsx", FAST, {"xl/styles.xml": PERCENT_STYLES}))
    row = sheet.rows[1]
    assert sheet.first_column == 0
    assert (row[1], row[3], row[5]) == (ErrorCell("#REF!"), UncachedFormula("=SUM(A1:A2)"), 2.0)
    assert (row[9], row[10], row[11]) == (PercentCell(0.8), 0.8, PercentCell(1.0))
    assert sheet.rows[4][0] == UncachedFormula("=A4")


def test_cells_without_an_address_are_counted(tmp_path: Path) -> None:
    part = worksheet('<row><c><v>1</v></c><c t="e"><v>#REF!</v></c></row>')
    assert preflight(raw_workbook(tmp_path / "a.xlsx", part)).sheets["Lembar1"].cells == {1: {1: ErrorCell("#REF!")}}


def test_a_scan_across_blocks_loses_no_cell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="B{n}"><f>A{n}*2</f></c></row>' for n in range(1, 300))
    monkeypatch.setattr("p3dn_reports.inputs.files.scan._CHUNK", 97)
    marks = preflight(raw_workbook(tmp_path / "a.xlsx", worksheet(rows))).sheets["Lembar1"]
    assert marks.cells == {n: {1: UncachedFormula(f"=A{n}*2")} for n in range(1, 300)}
    assert marks.last_row == 299


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("nama;nilai\nCafé “É”;1,5\n".encode(encoding))
    assert only(path).rows == [["nama", "nilai"], ["Café “É”", "1,5"]]


def test_binary_under_a_text_name_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n\0\x01\x02,3\n")
    (found,) = read_file(path)
    assert not isinstance(found, RawSheet)
    assert found.kode == "teks-tidak-terbaca"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("a;b;c\n1,5;2,5;3\n4,5;5,5;6\n", ["1,5", "2,5", "3"]),
        ('a,b,c\n"1,5",2,3\n', ["1,5", "2", "3"]),
        ("a\tb\n1,5\t2\n", ["1,5", "2"]),
        ("Laporan, Triwulan IV, 2024\na;b\n1;2\n3;4\n5;6\n", ["a", "b"]),
        ("sep=;\na;b\n", ["a", "b"]),
    ],
)
def test_separators(text: str, row: list[str]) -> None:
    assert textfile.parse(text)[1] == row


def test_quoted_line_breaks_count_as_one_row() -> None:
    assert textfile.parse('a,b\n"x\ny",2\nz,3\n')[2] == ["z", "3"]


@pytest.mark.parametrize(
    ("name", "looked_at"),
    [("a.xlsx", True), ("a.CSV", True), ("a.ods", True), ("~$a.xlsx", False), (".a.csv", False), ("README.md", False)],
)
def test_which_files_are_looked_at(tmp_path: Path, name: str, looked_at: bool) -> None:
    (tmp_path / name).write_text("x")
    assert is_input(tmp_path / name) is looked_at


def test_addresses() -> None:
    assert [letters(index) for index in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert all(column_index(letters(index)) == index for index in range(2000))
    assert address(14, 3) == "D14"


def test_ranges() -> None:
    assert ranges([14], 3) == "D14"
    assert ranges([16, 14, 15, 31, 14], 3) == "D14:D16, D31"
    assert ranges(range(1, 60, 2), 0).endswith("A19 dan 20 sel lain")
