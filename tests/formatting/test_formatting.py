"""Indonesian forms: what each filter prints, and what it refuses."""

from __future__ import annotations

import decimal
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from p3dn_reports import formatting as f


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1_234_567, "Rp1.234.567,00"),
        (0, "Rp0,00"),
        (-1234, "-Rp1.234,00"),
        (Decimal("-0.50"), "-Rp0,50"),
        (Decimal("-0.001"), "Rp0,00"),
        (Decimal("0.005"), "Rp0,01"),
        (Decimal("0.0049"), "Rp0,00"),
        (Fraction(1, 3), "Rp0,33"),
        (Decimal("12345678901234567890.12"), "Rp12.345.678.901.234.567.890,12"),
    ],
)
def test_rupiah(value: f.Angka, text: str) -> None:
    assert f.rupiah(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234, "1.234"),
        (0, "0"),
        (Decimal("1234.50"), "1.234,5"),
        (Decimal("-0.25"), "-0,25"),
        (Decimal("80.00"), "80"),
        (Decimal("1E+3"), "1.000"),
        (Fraction(1, 3), "0,33"),
        (Fraction(-2, 3), "-0,67"),
        (Fraction(1, 8), "0,125"),
    ],
)
def test_angka(value: f.Angka, text: str) -> None:
    assert f.angka(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(959, 12), "79,92%"),
        (Decimal("79.995"), "79,995%"),
        (Decimal("79.9949"), "79,99%"),
        (Decimal("79.99999999"), "79,99999999%"),
        (Decimal("79.999999996"), "79,999999996%"),
        (80, "80,00%"),
        (Decimal("80.0001"), "80,0001%"),
        (Decimal("80.005"), "80,01%"),
        (Decimal("100.0001"), "100,0001%"),
        (100, "100,00%"),
        (Decimal("99.996"), "99,996%"),
        (Decimal("1234.5"), "1.234,50%"),
        (0, "0,00%"),
    ],
)
def test_persen_never_prints_across_80_or_100(value: f.Angka, text: str) -> None:
    assert f.persen(value, (80, 100)) == text


def test_persen_without_thresholds_rounds_half_up() -> None:
    assert f.persen(Decimal("79.995")) == "80,00%"
    assert f.persen(Decimal("0.125")) == "0,13%"
    assert f.persen(Decimal("-0.125")) == "-0,13%"


def test_a_threshold_without_end_is_kept_too() -> None:
    third = Fraction(100, 3)
    assert f.persen(Fraction(33_334, 1000), [third]) == "33,334%"
    assert f.persen(third, [third]) == "33,33%"


@pytest.mark.parametrize(
    ("value", "number"), [(80, "80"), (Decimal("79.995"), "79.995"), (Fraction(959, 12), "79.92"), (0, "0")]
)
def test_printable_percent_is_what_persen_prints(value: f.Angka, number: str) -> None:
    assert str(f.printable_percent(value, (80, 100))) == number


def test_the_global_decimal_context_changes_nothing() -> None:
    with decimal.localcontext(decimal.Context(prec=3, rounding=decimal.ROUND_DOWN)):
        assert f.rupiah(Decimal("1234567.895")) == "Rp1.234.567,90"
        assert f.persen(Decimal("79.995")) == "80,00%"
        assert str(f.printable_percent(Decimal("79.99999"), (80,))) == "79.99999"


@pytest.mark.parametrize(
    ("day", "text", "name"),
    [
        (date(2024, 12, 31), "31 Desember 2024", "Selasa"),
        (date(2025, 1, 2), "2 Januari 2025", "Kamis"),
        (date(2024, 5, 5), "5 Mei 2024", "Minggu"),
        (date(2024, 11, 29), "29 November 2024", "Jumat"),
    ],
)
def test_dates(day: date, text: str, name: str) -> None:
    assert (f.tanggal(day), f.hari(day)) == (text, name)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (19, "sembilan belas"),
        (100, "seratus"),
        (1_000, "seribu"),
        (1_100, "seribu seratus"),
        (2_001, "dua ribu satu"),
        (1_001_000, "satu juta seribu"),
        (101_000, "seratus satu ribu"),
        (21_111, "dua puluh satu ribu seratus sebelas"),
        (500_000_000, "lima ratus juta"),
        (10**15, "satu kuadriliun"),
        (999_000_000_000_001, "sembilan ratus sembilan puluh sembilan triliun satu"),
        (-5, "minus lima"),
        (Decimal("7.5"), "tujuh koma lima"),
        (Decimal("87.50"), "delapan puluh tujuh koma lima"),
        (Decimal("0.05"), "nol koma nol lima"),
        (Decimal("-0.5"), "minus nol koma lima"),
        (Decimal("5.25"), "lima koma dua lima"),
        (Decimal("30"), "tiga puluh"),
        (Fraction(1, 4), "nol koma dua lima"),
    ],
)
def test_terbilang(value: f.Angka, words: str) -> None:
    assert f.terbilang(value) == words


def test_ordinals_and_numerals() -> None:
    assert [f.diktum(n) for n in (1, 2, 3, 10, 11, 12, 19, 20, 21)] == [
        *("KESATU", "KEDUA", "KETIGA", "KESEPULUH", "KESEBELAS", "KEDUA BELAS"),
        *("KESEMBILAN BELAS", "KEDUA PULUH", "KEDUA PULUH SATU"),
    ]
    assert [f.romawi(n) for n in (1, 4, 9, 14, 40, 90, 400, 1999, 2024)] == [
        *("I", "IV", "IX", "XIV", "XL", "XC", "CD", "MCMXCIX", "MMXXIV"),
    ]
    assert [f.triwulan(n) for n in (1, 2, 3, 4)] == ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"]
    assert [f.huruf(n) for n in (1, 2, 26, 27, 52, 53)] == ["a", "b", "z", "aa", "az", "ba"]


def test_words() -> None:
    assert f.kapital_awal("dinas Kesehatan DKI") == "Dinas Kesehatan DKI"
    assert f.kapital_awal("") == ""


@pytest.mark.parametrize(
    ("teks", "kecil"),
    [
        ("Pompa pengendali banjir", "pompa pengendali banjir"),
        ("Pembayaran SP2D tertunda", "pembayaran SP2D tertunda"),
        ("3 paket belum dicatat", "3 paket belum dicatat"),
        ("TKDN belum ditetapkan", "TKDN belum ditetapkan"),
        ("Dinas Kesehatan belum membayar", "Dinas Kesehatan belum membayar"),
        ("Menunggu", "menunggu"),
        ("A", "a"),
        ("", ""),
    ],
)
def test_an_item_of_a_list_begins_small_but_for_names_and_abbreviations(teks: str, kecil: str) -> None:
    assert f.kecil_awal(teks) == kecil


def test_a_count_in_a_sentence_has_its_words() -> None:
    assert f.angka_terbilang(4) == "4\u00a0(empat)"
    assert f.angka_terbilang(Decimal("2003")) == "2.003\u00a0(dua ribu tiga)"
    assert f.daftar_kata(["a"]) == "a"
    assert f.daftar_kata(["a", "b"]) == "a dan b"
    assert f.daftar_kata(["a", "b", "c"]) == "a, b, dan c"


NUMBERS: list[Callable[[Any], str]] = [
    *(f.rupiah, f.angka, f.persen, f.terbilang, f.romawi, f.triwulan, f.diktum, f.huruf),
]


@pytest.mark.parametrize("function", NUMBERS)
@pytest.mark.parametrize("value", [None, True, 1.5, "1"])
def test_what_is_no_exact_number_is_refused(function: Callable[[Any], str], value: object) -> None:
    with pytest.raises(TypeError):
        function(value)


@pytest.mark.parametrize("function", [f.tanggal, f.hari, f.kapital_awal, f.kecil_awal, f.daftar_kata])
def test_missing_dates_and_texts_are_refused(function: Callable[[Any], str]) -> None:
    with pytest.raises(TypeError):
        function(None)


@pytest.mark.parametrize(
    ("function", "value"),
    [
        (f.terbilang, 10**18),
        (f.terbilang, Fraction(1, 3)),
        (f.rupiah, Decimal("NaN")),
        (f.persen, Decimal("Infinity")),
        (f.romawi, 0),
        (f.romawi, 4000),
        (f.romawi, Decimal("1.5")),
        (f.triwulan, 5),
        (f.diktum, 0),
        (f.huruf, 0),
        (f.daftar_kata, []),
    ],
)
def test_values_out_of_range_are_refused(function: Callable[[Any], str], value: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        function(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal(500_000_000), "Rp500.000.000,00 (lima ratus juta rupiah)"),
        (Decimal("1250.75"), "Rp1.250,75 (seribu dua ratus lima puluh rupiah tujuh puluh lima sen)"),
        (1, "Rp1,00 (satu rupiah)"),
        (0, "Rp0,00 (nol rupiah)"),
    ],
)
def test_rupiah_terbilang(value: f.Angka, text: str) -> None:
    assert f.rupiah_terbilang(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(1, "pertama"), (Decimal(4), "keempat"), (12, "kedua belas"), (21, "kedua puluh satu")]
)
def test_urutan_kata(value: f.Angka, text: str) -> None:
    assert f.urutan_kata(value) == text


@pytest.mark.parametrize("value", [0, -1, Decimal("1.5")])
def test_urutan_kata_is_of_whole_numbers_from_one(value: f.Angka) -> None:
    with pytest.raises(ValueError, match="diperlukan bilangan bulat 1"):
        f.urutan_kata(value)


@pytest.mark.parametrize(
    ("value", "text"), [("9(1)", "Pasal 9 ayat (1)"), ("19(3)", "Pasal 19 ayat (3)"), ("20", "Pasal 20")]
)
def test_pasal(value: str, text: str) -> None:
    assert f.pasal(value) == text
