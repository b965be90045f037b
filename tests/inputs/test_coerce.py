"""Cells become typed values by their own type; what could mean two things is never taken for one in silence."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from p3dn_reports.inputs.cells import Cell, ErrorCell, PercentCell, UncachedFormula
from p3dn_reports.inputs.values.accounts import read_account
from p3dn_reports.inputs.values.amounts import read_float, read_number, writes_decimal_point, written
from p3dn_reports.inputs.values.coerce import coerce
from p3dn_reports.inputs.values.dates import MONTH_NUMBERS, read_date, spelled
from p3dn_reports.inputs.values.writing import Writing
from p3dn_reports.messages import MESSAGES
from p3dn_reports.tables import Column, Kind
from p3dn_reports.vocabulary import POLA_KODE_REKENING


def column(kind: Kind, **more: object) -> Column:
    return Column("k", kind, "k", "K", example="contoh", **more)  # type: ignore[arg-type]


def read(kind: Kind, cell: Cell, **more: object) -> tuple[str | None, str | None]:
    text, fault = coerce(column(kind, **more), cell)
    return text, fault and fault.kode


@pytest.mark.parametrize(
    ("cell", "text", "kode"),
    [
        ("1.234,50", "1234.50", "jumlah-sebagai-teks"),
        ("1.234.567", "1234567", "jumlah-sebagai-teks"),
        ("1234567", "1234567", "jumlah-sebagai-teks"),
        ("Rp 1.234.567,00", "1234567.00", "jumlah-sebagai-teks"),
        ("Rp1.234.567,-", "1234567", "jumlah-sebagai-teks"),
        ("(1.234.567)", "-1234567", "jumlah-sebagai-teks"),
        ("-5", "-5", "jumlah-sebagai-teks"),
        ("  12\xa0", "12", "jumlah-sebagai-teks"),
        ("1.234", "1234", "jumlah-bertitik-tunggal"),
        ("1234.5", None, "titik-desimal"),
        ("1,234.50", None, "titik-desimal"),
        ("1,234,567", None, "titik-desimal"),
        ("1,234", None, "titik-desimal"),
        ("0.500", None, "titik-desimal"),
        ("1.23.456", None, "bukan-angka"),
        ("1_000", None, "bukan-angka"),
        ("1e5", None, "bukan-angka"),
        ("١٢", None, "bukan-angka"),
        ("1 234", None, "bukan-angka"),
        ("1,2345", None, "pecahan-sen"),
        ("null", None, None),
        ("-", None, None),
        (" ", None, None),
        (None, None, None),
        (1234.5, "1234.5", None),
        (0.1 + 0.2, "0.3", None),
        (9999999999999.99, "9999999999999.99", None),
        (1234567.891, None, "pecahan-sen"),
        (1e15, None, "jumlah-terlalu-besar"),
        (float("nan"), None, "bukan-angka"),
        (float("inf"), None, "bukan-angka"),
        (True, None, "bukan-angka"),
        (date(2024, 5, 1), None, "tanggal-di-kolom-angka"),
        (time(1, 2), None, "tanggal-di-kolom-angka"),
        (timedelta(days=2), None, "tanggal-di-kolom-angka"),
        (ErrorCell("#DIV/0!"), None, "sel-galat-excel"),
        ("#REF!", None, "sel-galat-excel"),
        (UncachedFormula("=A1"), None, "rumus-belum-dihitung"),
    ],
)
def test_rupiah(cell: Cell, text: str | None, kode: str | None) -> None:
    assert read(Kind.RUPIAH, cell) == (text, kode)


def test_remedies_name_what_was_meant() -> None:
    assert coerce(column(Kind.RUPIAH), "1,234.50")[1] == ("titik-desimal", "1,234.50", *_more("1,234.50"))
    single = coerce(column(Kind.RUPIAH), "1.234").fault
    assert single
    assert single.usul == "1.234 atau 1,234"
    number = coerce(column(Kind.KODE), 5.1).fault
    assert number
    assert number.usul == "5.1, 5.10, atau 5 Januari"


def _more(_written: str) -> tuple[str, str]:
    return "jumlah rupiah, misalnya 1.234.567,50", "1.234,50"


@pytest.mark.parametrize(
    ("cell", "text", "kode"),
    [
        (PercentCell(0.8), "80", None),
        (PercentCell(0.79995), "79.995", None),
        (80.0, "80", None),
        (0.8, "0.8", "persen-meragukan"),
        (1.0, "1", "persen-meragukan"),
        (0.0, "0", None),
        ("80%", "80", None),
        ("79,5 %", "79.5", None),
        ("0,8%", "0.8", None),
        ("0,8", "0.8", "persen-meragukan"),
        ("79.5", None, "titik-desimal"),
        ("delapan puluh", None, "bukan-angka"),
    ],
)
def test_persen(cell: Cell, text: str | None, kode: str | None) -> None:
    found, fault = read(Kind.PERSEN, cell)
    assert (found and Decimal(found), fault) == (text and Decimal(text), kode)


@pytest.mark.parametrize(
    ("cell", "text", "kode"),
    [
        ("31 Desember 2024", "2024-12-31", None),
        ("Selasa, 31 Desember 2024", "2024-12-31", None),
        ("1 Peb 2024", "2024-02-01", None),
        ("31-12-2024", "2024-12-31", None),
        ("31/12/2024", "2024-12-31", None),
        ("31/12/2024 10:20:30", "2024-12-31", None),
        ("2024-12-31", "2024-12-31", None),
        ("2024-12-31T10:00:01.679000Z", "2024-12-31", None),
        (date(2024, 12, 31), "2024-12-31", None),
        (datetime(2024, 12, 31, 23, 59), "2024-12-31", None),  # noqa: DTZ001
        ("31-12-24", None, "tahun-dua-angka"),
        ("31 Des 24", None, "tahun-dua-angka"),
        ("12/31/2024", None, "bukan-tanggal"),
        ("30 Februari 2024", None, "bukan-tanggal"),
        ("31 December 2024", None, "bukan-tanggal"),
        ("31-12/2024", None, "bukan-tanggal"),
        ("besok", None, "bukan-tanggal"),
        (45657.0, None, "tanggal-sebagai-angka"),
        (7.0, None, "bukan-tanggal"),
        (True, None, "bukan-tanggal"),
        (time(10, 0), None, "bukan-tanggal"),
    ],
)
def test_tanggal(cell: Cell, text: str | None, kode: str | None) -> None:
    assert read(Kind.TANGGAL, cell) == (text, kode)


@pytest.mark.parametrize("cell", ["besok", "30 Februari 2024", 7.0, 60, True, time(10, 0)])
def test_a_remedy_for_what_is_no_date_shows_a_date(cell: Cell) -> None:
    fault = coerce(column(Kind.TANGGAL), cell).fault
    assert fault is not None
    assert fault.usul == "31 Desember 2024"


@pytest.mark.parametrize(
    ("cell", "text", "kode"),
    [
        ("5.1.02.01.01.0024", "5.1.02.01.01.0024", None),
        ("5.1.02", "5.1.02", None),
        ("5", "5", None),
        ("5.1.05.01.02.001", "5.1.05.01.02.0001", "kode-rekening-dinormalkan"),
        ("5.1.02.01.001.00024", "5.1.02.01.01.0024", "kode-rekening-dinormalkan"),
        ("5.1.5.01.02.0001", "5.1.05.01.02.0001", "kode-rekening-dinormalkan"),
        ("5.1.02.", "5.1.02", "kode-rekening-dinormalkan"),
        ("5.1.02.01.101.00024", None, "kode-rekening-salah"),
        ("5.1.02.01.001.0024", None, "kode-rekening-salah"),
        ("5.1.02.01.01.10024", None, "kode-rekening-salah"),
        ("5.1.2.1", None, "kode-rekening-salah"),
        ("5,1,02", None, "kode-rekening-salah"),
        (5.1, None, "kode-sebagai-angka"),
        (date(2024, 1, 5), None, "kode-sebagai-tanggal"),
    ],
)
def test_kode_rekening(cell: Cell, text: str | None, kode: str | None) -> None:
    assert read(Kind.KODE_REKENING, cell) == (text, kode)


def test_a_code_may_be_a_number_only_where_the_schema_says_so() -> None:
    assert read(Kind.KODE, 60832782.0) == (None, "kode-sebagai-angka")
    assert read(Kind.KODE, 60832782.0, allow_number=True) == ("60832782", None)
    assert read(Kind.KODE, "60832782.0", allow_number=True) == ("60832782", None)
    assert read(Kind.KODE, "60832782.0") == ("60832782.0", None)
    assert read(Kind.KODE, 5.5, allow_number=True) == (None, "kode-sebagai-angka")
    assert read(Kind.KODE, 1e17, allow_number=True) == (None, "kode-kehilangan-angka")
    assert read(Kind.KODE, " 0012 ") == ("0012", None)


@pytest.mark.parametrize("cell", ["Ya", "y", True, 1.0, "TRUE", "t"])
def test_ya(cell: Cell) -> None:
    assert read(Kind.YA_TIDAK, cell) == ("true", None)


@pytest.mark.parametrize("cell", ["tidak", False, 0.0, "f", "0"])
def test_tidak(cell: Cell) -> None:
    assert read(Kind.YA_TIDAK, cell) == ("false", None)


def test_words_and_whole_numbers() -> None:
    assert read(Kind.YA_TIDAK, "mungkin") == (None, "bukan-ya-tidak")
    assert read(Kind.BULAT, 2024.0) == ("2024", None)
    assert read(Kind.BULAT, "2024") == ("2024", None)
    assert read(Kind.BULAT, 2024.5) == (None, "bukan-bilangan-bulat")
    assert read(Kind.TEKS, 12.0) == ("12", None)
    assert read(Kind.TEKS, 1.5) == ("1,5", None)
    assert read(Kind.TEKS, date(2024, 1, 2)) == ("2024-01-02", None)
    assert read(Kind.TEKS, "  a\xa0b ") == ("a b", None)


def test_what_the_schema_asks() -> None:
    assert read(Kind.KODE, "Perangkat Daerah", choices=("perangkat_daerah",)) == ("perangkat_daerah", None)
    assert read(Kind.KODE, "dinas", choices=("perangkat_daerah",)) == (None, "pilihan-tidak-dikenal")
    assert read(Kind.TEKS, "TENDER", known_values=("Tender",)) == ("Tender", None)
    assert read(Kind.TEKS, "Lain", known_values=("Tender",)) == ("Lain", None)
    written = {"known_values": ("DIBATALKAN", "SELESAI"), "spellings": (("DIBATALKAN", "Batal"),)}
    assert read(Kind.TEKS, "  batal ", **written) == ("DIBATALKAN", None)
    assert read(Kind.TEKS, "Selesai;batal,Lain", several=True, **written) == ("SELESAI;DIBATALKAN;Lain", None)
    assert read(Kind.KODE, "%", choices=("persen",), spellings=(("persen", "%"),)) == ("persen", None)
    assert read(Kind.ANGKA, 101.0, maximum=Decimal(100)) == (None, "di-luar-batas")
    assert read(Kind.RUPIAH, -1.0, minimum=Decimal(0)) == (None, "di-luar-batas")
    assert read(Kind.KODE, "12", pattern=r"^\d{3}$") == (None, "pola-tidak-cocok")


def test_a_machine_written_column_is_told_by_the_whole_column() -> None:
    assert writes_decimal_point(["1234.5", "", "10"])
    assert writes_decimal_point(["1269963504.15"])
    assert not writes_decimal_point(["10", "20"])
    assert not writes_decimal_point(["1.234", "5.678"])
    assert not writes_decimal_point(["1234.5", "1.234,50"])
    assert coerce(column(Kind.RUPIAH), "1234.5", Writing(decimal_point=True)) == ("1234.5", None)


def indonesian(value: Decimal) -> str:
    return written(value)


@given(st.decimals(min_value=0, max_value=10**15, places=2))
def test_a_written_amount_is_read_back_exactly(value: Decimal) -> None:
    reading = read_number(f"Rp {indonesian(value)}")
    assert reading.value == value
    assert reading.wrong is None


@given(st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1))
def test_an_amount_in_sen_survives_a_spreadsheet(sen: int) -> None:
    value = Decimal(sen) / 100
    assert read_float(float(value)) == value


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_written_date_is_read_back(day: date) -> None:
    for text in (spelled(day), f"{day:%d-%m-%Y}", f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d} 10:00:00"):
        assert read_date(text).value == day


@given(st.from_regex(r"\A[1-9]\.[1-9]\.[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}\Z"))
def test_every_width_of_an_account_leads_to_the_current_one(code: str) -> None:
    groups = code.split(".")
    assert read_account(code) == code
    assert read_account(".".join([*groups[:4], "0" + groups[4], "0" + groups[5]])) == code
    if groups[5].startswith("0"):
        assert read_account(".".join([*groups[:5], groups[5][1:]])) == code
    if groups[2].startswith("0"):
        assert read_account(".".join([*groups[:2], groups[2][1:], *groups[3:]])) == code


@given(st.text(alphabet="0123456789.", max_size=20))
def test_whatever_is_accepted_as_an_account_is_canonical(text: str) -> None:
    code = read_account(text)
    assert code is None or POLA_KODE_REKENING.fullmatch(code) or code[0] not in "45"


CELLS = st.one_of(
    st.text(),
    st.text(alphabet="0123456789.,-()Rp% ", max_size=25),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.integers(),
    st.builds(PercentCell, st.floats()),
    st.builds(ErrorCell, st.text()),
    st.none(),
)


@example(Kind.TEKS, "\x08", False)
@given(st.sampled_from(list(Kind)), CELLS, st.booleans())
def test_no_cell_raises_and_every_fault_has_a_message(kind: Kind, cell: Cell, point: bool) -> None:
    bounded = kind in {Kind.RUPIAH, Kind.ANGKA, Kind.PERSEN, Kind.BULAT}
    text, fault = coerce(column(kind, minimum=Decimal(0) if bounded else None), cell, Writing(decimal_point=point))
    if fault:
        assert fault.kode in MESSAGES
        assert text is not None or MESSAGES[fault.kode].tingkat == "galat"
    if text is not None and kind is Kind.TANGGAL:
        date.fromisoformat(text)


def test_every_month_has_its_names() -> None:
    assert set(MONTH_NUMBERS.values()) == set(range(1, 13))
