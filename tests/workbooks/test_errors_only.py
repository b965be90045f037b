"""Files that cannot be marked themselves: their faulty rows in a workbook; and every report as a page."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from p3dn_reports.inputs.workbook.annotate import annotate
from p3dn_reports.inputs.workbook.html_report import html_report
from p3dn_reports.inputs.workbook.places import left_out, places_of
from p3dn_reports.problems import Location, Problem
from tests.workbooks.senders import finding, opened

RED = "FFFFC7CE"


def csv_file(folder: Path) -> Path:
    path = folder / "a.csv"
    rows = "".join(f"1.0{row};Dinas {row};=1+1\n" for row in range(1, 9))
    path.write_text(f"Rekap;;\nKode;Nama;Nilai\n{rows}", encoding="utf-8")
    return path


def at(sel: str) -> Problem:
    return finding(sel, lembar=None, berkas="a.csv")


def test_the_faulty_rows_of_a_csv_stand_under_its_captions(tmp_path: Path) -> None:
    done = annotate(csv_file(tmp_path), [at("C4"), at("C7, A9")], tmp_path, "jadi")
    assert not done.utuh
    assert done.path.name == "jadi.xlsx"
    sheet = opened(done.path)["Data"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Baris", "Kode", "Nama", "Nilai"],
        [4, "1.02", "Dinas 2", "=1+1"],
        [7, "1.05", "Dinas 5", "=1+1"],
        [9, "1.07", "Dinas 7", "=1+1"],
    ]
    assert sheet["D2"].data_type == "s"
    assert [sheet[cell].fill.fgColor.rgb for cell in ("D2", "D3", "B4")] == [RED] * 3
    assert sheet["D2"].comment is not None


def test_the_list_leads_to_the_rows(tmp_path: Path) -> None:
    listed = opened(annotate(csv_file(tmp_path), [at("C7")], tmp_path, "jadi").path)["Pemeriksaan"]
    assert listed["D5"].value == "C7"
    assert listed["D5"].hyperlink is not None
    assert listed["D5"].hyperlink.location == "'Data'!D2"


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.ods", "a.json"])
def test_a_file_that_was_refused_gets_a_list_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"bukan buku kerja")
    done = annotate(tmp_path / name, [finding(None, None, kode="berkas-rusak", berkas=name)], tmp_path, "jadi")
    assert not done.utuh
    assert opened(done.path).sheetnames == ["Pemeriksaan"]


def test_the_same_findings_give_the_same_bytes(tmp_path: Path) -> None:
    source = csv_file(tmp_path)
    first = annotate(source, [at("C4")], tmp_path, "satu").path.read_bytes()
    assert annotate(source, [at("C4")], tmp_path, "dua").path.read_bytes() == first


@pytest.mark.parametrize(
    ("sel", "places"),
    [
        ("D14", [((14, 3), (14, 3))]),
        ("D14:D20, D31", [((14, 3), (20, 3)), ((31, 3), (31, 3))]),
        ("A1, B2 dan 1200 sel lain", [((1, 0), (1, 0)), ((2, 1), (2, 1))]),
        ("D20:D14", []),
        ("XFE1", []),
        ("A0", []),
        ("A1048577", []),
        ("baris 4", []),
        (None, []),
    ],
)
def test_places(sel: str | None, places: list[object]) -> None:
    assert places_of(sel) == places


def test_cells_that_are_counted_alone() -> None:
    told = "A1, B2 dan 1200 sel lain"
    assert left_out(Location(sel=told)) == 1200
    assert left_out(Location(sel=told, semua_sel="A1:A1202")) == 0
    assert left_out(Location(sel="A1")) == 0


def test_every_cell_of_a_finding_that_is_told_in_few_words(tmp_path: Path) -> None:
    place = Location("a.csv", None, "C3, C5 dan 2 sel lain", semua_sel="C3, C5, C7, C9")
    done = annotate(csv_file(tmp_path), [at("C3").at(place)], tmp_path, "jadi")
    assert [row[0].value for row in opened(done.path)["Data"].iter_rows(min_row=2)] == [3, 5, 7, 9]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not {name for name, _ in attrs} & {"src", "href", "onclick", "style"}

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_whole_in_itself_and_inert() -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=y>"
    page = html_report("a&b.xlsx", [finding("C4", nilai=hostile), finding("C5", lembar="L<2>"), finding("A1", None)])
    parsed = _Page()
    parsed.feed(page)
    assert not set(parsed.tags) & {"script", "img", "link", "iframe"}
    assert parsed.tags.count("table") == 3
    assert hostile in parsed.text
    assert "a.xlsx – L<2>" in parsed.text
    assert "Pemeriksaan a&b.xlsx" in parsed.text


def test_a_page_without_findings_says_so() -> None:
    assert "Tidak ada temuan." in html_report("a.xlsx", [])
