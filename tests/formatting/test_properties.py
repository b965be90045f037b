"""Properties that hold for every number, each against a plain second way of saying the same."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words

from p3dn_reports.formatting import angka, huruf, persen, printable_percent, romawi, rupiah, terbilang

THRESHOLDS = (Fraction(80), Fraction(100))

near_a_threshold = st.builds(
    lambda limit, gap, power: limit + Fraction(gap, 10**power),
    st.sampled_from(THRESHOLDS),
    st.integers(-999, 999),
    st.integers(1, 12),
)
percentages = st.one_of(near_a_threshold, st.fractions(min_value=0, max_value=300, max_denominator=10**9))
rupiah_values = st.decimals(min_value=-(10**15), max_value=10**15, places=2, allow_nan=False)


def parsed(text: str) -> Fraction:
    """The number a printed Indonesian text states."""
    return Fraction(text.replace("Rp", "").rstrip("%").replace(".", "").replace(",", "."))


def side(value: Fraction, limit: Fraction) -> int:
    return (value > limit) - (value < limit)


@settings(max_examples=400)
@given(percentages)
def test_persen_stands_on_the_true_side_of_every_threshold(value: Fraction) -> None:
    printed = parsed(persen(value, THRESHOLDS))
    assert [side(printed, limit) for limit in THRESHOLDS] == [side(value, limit) for limit in THRESHOLDS]
    assert abs(printed - value) <= Fraction(5, 1000)
    assert printable_percent(value, THRESHOLDS) == printed


@settings(max_examples=200)
@given(percentages)
def test_persen_uses_no_more_decimals_than_it_must(value: Fraction) -> None:
    text = persen(value, THRESHOLDS)
    places = len(text.rstrip("%").partition(",")[2])
    assert places >= 2
    if places > 2:
        shorter = Fraction(int(value * 10 ** (places - 1) + Fraction(1, 2)), 10 ** (places - 1))
        assert any(side(shorter, limit) != side(value, limit) for limit in THRESHOLDS)


@given(rupiah_values)
def test_rupiah_says_the_very_amount(value: Decimal) -> None:
    assert parsed(rupiah(value)) == Fraction(value)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12))
def test_angka_says_the_very_number(value: Decimal) -> None:
    assert parsed(angka(value)) == Fraction(value)


UNITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
NAMES = ["", "ribu", "juta", "miliar", "triliun", "kuadriliun"]


def spelled(number: int) -> str:
    """An independent way: digits in groups of three, then the contractions Indonesian asks for."""
    if number == 0:
        return "nol"
    digits = str(number)
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    words = []
    for place, group in zip(reversed(range(len(groups))), groups, strict=True):
        if group == "000":
            continue
        words.append("seribu" if group == "001" and place == 1 else f"{hundreds(group)} {NAMES[place]}".strip())
    return " ".join(words)


def hundreds(group: str) -> str:
    ratus, puluh, satuan = (int(digit) for digit in group)
    words = []
    if ratus:
        words.append("seratus" if ratus == 1 else f"{UNITS[ratus]} ratus")
    if puluh == 1:
        words.append({0: "sepuluh", 1: "sebelas"}.get(satuan, f"{UNITS[satuan]} belas"))
    else:
        words += [f"{UNITS[puluh]} puluh"] if puluh else []
        words += [UNITS[satuan]] if satuan else []
    return " ".join(words)


@settings(max_examples=500)
@given(st.one_of(st.integers(0, 10**15), st.integers(0, 10**5), st.integers(0, 10**6).map(lambda n: n * 1000)))
def test_terbilang_agrees_with_an_independent_speller(number: int) -> None:
    assert terbilang(number) == spelled(number)


@given(st.integers(0, 999_999))
def test_terbilang_agrees_with_num2words_where_that_is_right(number: int) -> None:
    assert terbilang(number) == num2words(number, lang="id")


@given(st.integers(0, 10**6), st.text("0123456789", min_size=1, max_size=6))
def test_decimals_are_read_digit_by_digit(whole: int, decimals: str) -> None:
    spoken = [UNITS[int(digit)] for digit in decimals.rstrip("0")]
    expected = " ".join([spelled(whole), *(["koma", *spoken] if spoken else [])])
    assert terbilang(Decimal(f"{whole}.{decimals}")) == expected


@given(st.integers(1, 3999))
def test_romawi_reads_back(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [values[letter] for letter in romawi(number)]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    assert sum(-own if own < following else own for own, following in pairs) == number


@given(st.integers(1, 5000))
def test_huruf_counts_like_columns(number: int) -> None:
    value = 0
    for letter in huruf(number):
        value = value * 26 + ord(letter) - ord("a") + 1
    assert value == number
