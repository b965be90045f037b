"""The quick scan of a sheet finds what the slow one finds, wherever its blocks are cut, and bounds the same area."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p3dn_reports.inputs.cells import ErrorCell, UncachedFormula, letters
from p3dn_reports.inputs.files import scan
from p3dn_reports.inputs.files.scan import Marks, UnusualShapeError, scan_fast, scan_slow

from .workbooks import worksheet

PERCENT = frozenset({"2", "12"})
KINDS = {
    "number": '<c r="{at}"><v>5</v></c>',
    "text": '<c r="{at}" s="1" t="inlineStr"><is><t>f! t=e</t></is></c>',
    "error": '<c r="{at}" s="2" t="e"><v>#REF!</v></c>',
    "formula": '<c r="{at}" s="3"><f>A1+1</f><v></v></c>',
    "calculated": '<c r="{at}"><f>A1+1</f><v>2</v></c>',
    "formula of text": '<c r="{at}" t="str"><f>A1</f></c>',
    "percent": '<c r="{at}" s="12"><v>0.5</v></c>',
    "blank percent": '<c r="{at}" s="2"/>',
}
COLUMNS = st.one_of(st.integers(0, 25), st.integers(0, 60), st.integers(0, 16383))
ROWS = st.one_of(st.integers(1, 9), st.integers(999_990, 1_048_576))
CELLS = st.dictionaries(st.tuples(ROWS, COLUMNS), st.sampled_from(sorted(KINDS)), max_size=25)


def sheet(cells: dict[tuple[int, int], str], before: str = "") -> bytes:
    rows: dict[int, str] = {}
    for (row, column), kind in sorted(cells.items()):
        rows[row] = rows.get(row, "") + KINDS[kind].format(at=f"{letters(column)}{row}")
    text = worksheet("".join(f'<row r="{row}">{inner}</row>' for row, inner in rows.items()))
    return text.replace("<sheetData>", f"{before}<sheetData>").encode()


def area(marks: Marks) -> int:
    return marks.last_row * marks.columns


@settings(max_examples=150)
@given(cells=CELLS, cut=st.integers(60, 400), before=st.sampled_from(["", '<cols><col min="1" max="3"/></cols>']))
def test_both_scans_agree(cells: dict[tuple[int, int], str], cut: int, before: str) -> None:
    data = sheet(cells, before)
    slow = scan_slow(io.BytesIO(data), PERCENT)
    with pytest.MonkeyPatch.context() as patch:
        for size in (cut, 1 << 20):
            patch.setattr(scan, "_CHUNK", max(size, data.index(b"<sheetData")))
            fast = scan_fast(io.BytesIO(data), PERCENT)
            assert (fast.cells, fast.percent) == (slow.cells, slow.percent)
            assert fast.last_row == slow.last_row
            assert area(slow) <= area(fast) <= slow.last_row * max(52, slow.columns)


@pytest.mark.parametrize("column", [0, 25, 26, 51, 52, 701, 702, 16383])
@pytest.mark.parametrize("row", [1, 999_999, 1_000_000, 9_999_999])
def test_a_lone_far_cell_is_seen(row: int, column: int) -> None:
    marks = scan_fast(io.BytesIO(sheet({(1, 0): "number", (row, column): "number"})), frozenset())
    assert marks.last_row == row
    assert column < marks.columns <= max(52, column + 1)


def test_a_far_row_above_a_near_one_is_seen() -> None:
    """Rows out of their order are found where they could make the area too large."""
    data = worksheet('<row r="9999999"><c r="B9999999"><v>1</v></c></row><row r="2"><c r="B2"><v>1</v></c></row>')
    assert scan_fast(io.BytesIO(data.encode()), frozenset()).last_row == 9_999_999


@pytest.mark.parametrize("cell", ["<c><v>1</v></c>", '<c s="1" r="A1"/>', "<c r='A1'/>", '<c r="a1"/>', "<c/>"])
def test_a_cell_the_patterns_do_not_know_is_left_to_the_slow_scan(cell: str) -> None:
    with pytest.raises(UnusualShapeError):
        scan_fast(io.BytesIO(worksheet(f'<row r="1">{cell}</row>').encode()), frozenset())


@pytest.mark.parametrize("length", [100, 500, 5000])
def test_a_cell_longer_than_a_block_is_not_split(length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    formula = f'<c r="A1"><f>{"A1+" * length}1</f><v>5</v></c><c r="B1" t="e"><v>#REF!</v></c>'
    monkeypatch.setattr(scan, "_CHUNK", 200)
    marks = scan_fast(io.BytesIO(worksheet(f'<row r="1">{formula}</row>').encode()), frozenset())
    assert marks.cells == {1: {1: ErrorCell("#REF!")}}
    monkeypatch.setattr(scan, "_LONGEST_CELL", 250)
    with pytest.raises(UnusualShapeError):
        scan_fast(io.BytesIO(worksheet(f'<row r="1">{formula}</row>').encode()), frozenset())


def test_many_marks_of_a_block_are_found_like_few(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = {(row, column): kind for row in range(1, 9) for column, kind in enumerate(["error", "formula", "percent"])}
    few = scan_fast(io.BytesIO(sheet(cells)), PERCENT)
    monkeypatch.setattr(scan, "_MANY", 0)
    many = scan_fast(io.BytesIO(sheet(cells)), PERCENT)
    assert (few.cells, few.percent) == (many.cells, many.percent)
    assert few.cells[8] == {0: ErrorCell("#REF!"), 1: UncachedFormula("=A1+1")}
    assert few.percent[8] == {0, 2}
