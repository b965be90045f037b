"""Whole columns are read as their cells are read one by one, whatever stands in them and however they are cut."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p3dn_reports.inputs.cells import Cell, ErrorCell, PercentCell, UncachedFormula
from p3dn_reports.inputs.files.rows import StreamedRows, row_blocks
from p3dn_reports.inputs.values.coerce import coerce
from p3dn_reports.inputs.values.columns import ColumnReader
from p3dn_reports.inputs.values.faults import Fault
from p3dn_reports.tables import Column, Kind

AMOUNTS = st.one_of(
    st.integers(-(10**16), 10**16).map(lambda sen: sen / 100),
    st.floats(),
    st.sampled_from([0.0, -0.0, 1.0, 1e13, -1e13, 9999999999999.99, 0.005, 0.30000000000000004, 1e300]),
)
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", " ", "-", "null", "#REF!", "1.234", "1.234,50", "Rp 5", "123.0", "12345678.0", "1.01.0.00.0",
                     " 5.1.02 ", "2024-01-02", "31 Desember 2024", "ya", "Kode Panjang", "nul\0", "Café Panjang"]),
)  # fmt: skip
CELLS: st.SearchStrategy[Cell] = st.one_of(
    TEXTS,
    AMOUNTS,
    st.booleans(),
    st.none(),
    st.integers(-5, 5),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001
    st.sampled_from([ErrorCell("#REF!"), UncachedFormula("=A1"), PercentCell(0.5)]),
)
COLUMNS = st.lists(st.one_of(st.lists(TEXTS), st.lists(AMOUNTS), st.lists(CELLS)), min_size=1, max_size=3)


def column(kind: Kind, **more: object) -> Column:
    return Column("nilai", kind, "Nilai", "Nilai", example="x", **more)  # type: ignore[arg-type]


KINDS = [
    *(column(kind) for kind in Kind),
    column(Kind.RUPIAH, required=True, minimum=Decimal(0), maximum=Decimal(1000)),
    column(Kind.KODE, required=True, allow_number=True),
    column(Kind.TEKS, choices=("a", "b")),
    column(Kind.TEKS, known_values=("Tender",)),
    column(Kind.KODE, pattern="^[0-9]+$"),
]


def one_by_one(known: Column, cell: Cell) -> tuple[str | None, Fault | None]:
    text, fault = coerce(known, cell)
    if text is None and fault is None and known.required:
        fault = Fault("wajib-diisi", diharapkan="misalnya x")
    return text, fault


def exact(known: Column, text: str | None) -> object:
    """Two texts of one amount are the same: DuckDB casts them alike."""
    return Decimal(text) if text is not None and known.kind is Kind.RUPIAH else text


@pytest.mark.parametrize("known", KINDS, ids=str)
@settings(max_examples=60)
@given(blocks=COLUMNS)
def test_a_column_is_read_as_its_cells_are(known: Column, blocks: list[list[Cell]]) -> None:
    reader = ColumnReader(known)
    for cells in (*blocks, [cell for block in blocks for cell in block] * 9):
        if not cells:
            continue
        texts = reader.read(cells)
        expected = [one_by_one(known, cell) for cell in cells]
        assert [exact(known, text) for text in texts] == [exact(known, text) for text, _ in expected]
        assert all(text == "0" for text in texts if exact(known, text) == 0 and known.kind is Kind.RUPIAH)
        found = dict(reader.at_fault(cells))
        assert found == {place: fault for place, (_, fault) in enumerate(expected) if fault}


@given(st.lists(st.lists(st.integers())), st.integers(0, 9), st.integers(1, 5), st.integers(0, 9))
def test_streamed_rows_are_those_of_a_list(rows: list[list[Cell]], start: int, size: int, looked: int) -> None:
    streamed = StreamedRows(iter(rows))
    assert streamed[:looked] == rows[:looked]
    assert [*row_blocks(streamed, start, size)] == [*row_blocks(rows, start, size)]


def test_streamed_rows_are_read_no_further_than_asked() -> None:
    source = iter([[1], [2], [3]])
    rows = StreamedRows(source)
    assert rows[0] == [1]
    assert next(source) == [2]
    assert len(rows) == 2
