"""Long text files: their rows are the same however few cells are remembered, and amounts take a shorter way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p3dn_reports.inputs.files import textfile
from p3dn_reports.inputs.values import quantities
from p3dn_reports.inputs.values.coerce import coerce
from p3dn_reports.inputs.values.writing import Writing
from p3dn_reports.tables import Column, Kind

RUPIAH = Column("nilai", Kind.RUPIAH, "Nilai", "Nilai")
TEXT = "kode;nama\n1;Dinas\n2;Dinas\n3;Biro\n4;Dinas\n"


def test_a_cell_that_repeats_is_held_once() -> None:
    rows = textfile.parse(TEXT)
    assert rows[1][1] is rows[4][1]


@pytest.mark.parametrize("most", [0, 1, 3, 100])
@pytest.mark.parametrize("text", [TEXT, "sep=;\n" + TEXT, TEXT.replace(";", ",")])
def test_rows_do_not_depend_on_what_is_remembered(text: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textfile, "_MOST_KNOWN", most)
    data = [["kode", "nama"], ["1", "Dinas"], ["2", "Dinas"], ["3", "Biro"], ["4", "Dinas"]]
    assert textfile.parse(text) == ([[]] if text.startswith("sep") else []) + data


@pytest.mark.parametrize(
    ("row", "marked"), [(["a", "="], True), (["'1", "b"], True), (["a=", "b'"], False), ([None, 5.0, ""], False)]
)
def test_marked_rows_are_told_by_the_first_letter_of_a_cell(row: list[str | float | None], marked: bool) -> None:
    assert textfile._may_be_marked(row) is marked


@given(
    st.one_of(st.from_regex(r"-?0?[0-9]{1,19}(?:[.,][0-9]{0,4})?", fullmatch=True), st.text(max_size=8)), st.booleans()
)
def test_the_short_way_of_an_amount_leads_where_the_long_one_does(text: str, point: bool) -> None:
    short = coerce(RUPIAH, text, Writing(decimal_point=point))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quantities, "_PLAIN", dict.fromkeys((False, True), re.compile("(?!)")))
        assert coerce(RUPIAH, text, Writing(decimal_point=point)) == short
