"""Captions in one row or two."""

from __future__ import annotations

from p3dn_reports.inputs.cells import Row
from p3dn_reports.inputs.sheets.headings import Known, double_headings, matches, single_headings

KNOWN = {"kodeskpd": "kode_satker", "nilairealisasi": "nilai", "tanggalsp2d": "tanggal", "nomor": "nomor"}


def best(rows: list[Row], *, double: bool) -> list[set[str]]:
    return [matches(heading, KNOWN) for heading in (double_headings if double else single_headings)(rows)]


def test_one_row() -> None:
    rows: list[Row] = [["Laporan"], ["KODE SKPD", None, "Nilai\nRealisasi", 5]]
    assert best(rows, double=False) == [set(), {"kode_satker", "nilai"}]


def test_a_wide_caption_reaches_over_the_blanks_to_its_right() -> None:
    rows: list[Row] = [["Kode SKPD", "SP2D", None, "Nilai", ""], [None, "Nomor", "Tanggal", "Realisasi", "Setoran"]]
    assert best(rows, double=True) == [{"kode_satker", "nomor", "tanggal", "nilai"}]


def test_a_wide_caption_ends_where_nothing_stands_below() -> None:
    rows: list[Row] = [["Nilai", None, None], ["Setoran", None, "Realisasi"]]
    assert best(rows, double=True) == [{"nilai"}]
    assert best([["Nilai", "x"], ["Setoran", "Realisasi"]], double=True) == [set()]


def test_a_row_of_data_below_adds_nothing() -> None:
    rows: list[Row] = [["Kode SKPD", "Nilai Realisasi", None], ["1.01", "Nilai Realisasi", "x"]]
    assert best(rows, double=True) == [{"kode_satker", "nilai"}]


def test_currency_and_short_words() -> None:
    rows: list[Row] = [["Kd. SKPD", "Nilai Realisasi (Rp)", "Tgl SP2D", "No"]]
    assert best(rows, double=False) == [{"kode_satker", "nilai", "tanggal"}]
    assert best([["Nilai Realisasi (%)", "Nilai Realisasi (Rp Juta)"]], double=False) == [set()]


def test_a_caption_of_a_newer_column_still_names_the_required_one_of_an_older_sheet() -> None:
    """`Nama Pejabat` was another name of the required `pejabat` before there was a column of that name."""
    known = Known({"pejabat": "pejabat", "namapejabat": "nama_pejabat", "tanggal": "tanggal"})
    known.second["namapejabat"] = "pejabat"
    old, new = single_headings([["Nama Pejabat", "Tanggal"], ["Pejabat", "Nama Pejabat"]])
    assert matches(old, known) == {"pejabat", "tanggal"}
    assert matches(new, known) == {"pejabat", "nama_pejabat"}
