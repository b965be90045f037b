"""Numbers, dates and words in Indonesian form, exactly: no float, no rounding but the one named.

Money and percentages arrive as int, Decimal or Fraction. None raises TypeError, as does a float: what is missing is not
zero and must be said to be missing before it is printed. Forms follow UU 12/2011 Lampiran II numbers 86 and 255.
Names of days and months are Babel's; its numbers are not used, because they round by the global decimal context.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from babel.dates import format_date

from p3dn_reports.vocabulary import Periode

Angka = int | Decimal | Fraction

_SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_KELIPATAN = (
    (10**15, "kuadriliun"),
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (1_000, "ribu"),
    (100, "ratus"),
    (10, "puluh"),
)
_ROMAWI = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """`text` with U+FFFD in the place of every character that no XML, and so no Word or Excel file, may hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def rupiah(nilai: Angka) -> str:
    """`Rp1.234.567,00`, negative `-Rp1.234,00`; rounded half up to the sen."""
    text = _fixed(round_half_up(_exact(nilai), 2), 2)
    return f"-Rp{text[1:]}" if text.startswith("-") else f"Rp{text}"


def angka(nilai: Angka) -> str:
    """`1.234` or `1.234,5`: as many decimals as the number has; one without end is rounded half up to two."""
    exact = _exact(nilai)
    places = _decimal_places(exact)
    return _fixed(exact, places) if places is not None else _fixed(round_half_up(exact, 2), 2)


def desimal(nilai: Angka, tempat: int) -> str:
    """`nilai` with exactly `tempat` decimals, half up: `1.234,50`."""
    return _fixed(round_half_up(_exact(nilai), tempat), tempat)


def persen(nilai: Angka, ambang: Iterable[Angka] = ()) -> str:
    """`79,92%`: `nilai` (0 to 100 and above) with two decimals, half up, never across a threshold in `ambang`.

    Where two decimals would print it on a threshold it is not on, or beyond one, decimals are added until the printed
    number stands on the true side: 79.995 below 80 is `79,995%`, 100.0001 above 100 is `100,0001%`.
    """
    exact = _exact(nilai)
    places = _true_places(exact, ambang)
    return f"{_fixed(round_half_up(exact, places), places)}%"


def printable_percent(nilai: Angka, ambang: Iterable[Angka] = ()) -> Decimal:
    """The number `persen` prints, as a number without idle zeros: what a chart or a spreadsheet shows."""
    exact = _exact(nilai)
    places = _true_places(exact, ambang)
    rounded = round_half_up(exact, places)
    return Decimal(_plain(rounded, _decimal_places(rounded) or 0))


def round_half_up(nilai: Fraction, desimal: int) -> Fraction:
    """`nilai` rounded to `desimal` places, halves away from zero."""
    scale = 10**desimal
    whole = (abs(nilai) * scale * 2 + 1) // 2
    return Fraction(whole if nilai >= 0 else -whole, scale)


def tanggal(nilai: date) -> str:
    """`31 Desember 2024`."""
    return _written(_date(nilai), "d MMMM y")


def hari(nilai: date) -> str:
    """The day's name: `Selasa`."""
    return _written(_date(nilai), "EEEE")


def hari_tanggal(nilai: date) -> str:
    """`Selasa, 31 Desember 2024`."""
    return f"{hari(nilai)}, {tanggal(nilai)}"


def terbilang(nilai: Angka) -> str:
    """The number in words: `satu juta seribu`; decimals digit by digit: `tujuh koma dua lima`. Below 10^18.

    Raises ValueError for a larger number and for a fraction without an end.
    """
    exact = _exact(nilai)
    places = _decimal_places(exact)
    if places is None or abs(exact) >= 10**18:
        raise ValueError(f"{nilai} tidak dapat ditulis dengan huruf")
    whole, _, decimals = _plain(abs(exact), places).partition(".")
    words = [_words(int(whole))]
    if decimals:
        words += ["koma", *(_SATUAN[int(digit)] for digit in decimals)]
    return " ".join(["minus", *words] if exact < 0 else words)


def romawi(nilai: int) -> str:
    """The Roman numeral of 1 to 3999: `IV`."""
    rest, letters = _whole(nilai, 1, 3999), ""
    for value, letter in _ROMAWI:
        letters += letter * (rest // value)
        rest %= value
    return letters


def triwulan(nilai: int) -> str:
    """`Triwulan IV` for 4."""
    return f"Triwulan {romawi(_whole(nilai, 1, 4))}"


def tahun_anggaran(nilai: Periode) -> str:
    """`Triwulan IV Tahun Anggaran 2024`, or the year alone."""
    quarter = f"{triwulan(nilai.triwulan)} " if nilai.triwulan else ""
    return f"{quarter}Tahun Anggaran {nilai.tahun}"


def diktum(nilai: int) -> str:
    """The ordinal of a diktum: `KESATU`, `KEDUA`, ..., `KEDUA BELAS`, `KEDUA PULUH SATU`."""
    return f"KE{_words(_whole(nilai, 1, 99)).upper()}"


def urutan_kata(nilai: Angka) -> str:
    """The ordinal in running text: `pertama`, `kedua`, ..., `kedua belas`."""
    count = int(_exact(nilai)) if _exact(nilai).denominator == 1 else 0
    return "pertama" if count == 1 else f"ke{_words(_whole(count, 1, 999))}"


def pasal(rujukan: str) -> str:
    """A clause as tables write it, in words: `Pasal 9 ayat (1)` for `9(1)`."""
    nomor, _, ayat = _text(rujukan).partition("(")
    return f"Pasal {nomor.strip()} ayat ({ayat}" if ayat else f"Pasal {nomor.strip()}"


def huruf(nilai: int) -> str:
    """The letter of a list item: 1 is `a`, 26 is `z`, 27 is `aa`."""
    rest, letters = _whole(nilai, 1, 10_000), ""
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def nilai_bersatuan(nilai: Angka, satuan: str) -> str:
    """`80%`, `Rp500.000.000,00`, `3`: a number of the law with its unit (persen, rupiah or another)."""
    if satuan == "rupiah":
        return rupiah(nilai)
    return f"{angka(nilai)}%" if satuan == "persen" else angka(nilai)


def kapital_awal(teks: str) -> str:
    """The text with its first letter a capital, the rest as written."""
    return _text(teks)[:1].upper() + teks[1:]


def kecil_awal(teks: str) -> str:
    """The text with its first letter small, as an item of a list in running text has it (UU 12/2011 Lampiran II 92).

    What looks like a name or an abbreviation keeps its capital: `TKDN ...`, `Dinas Kesehatan ...`, one capital word
    followed by another.
    """
    first, _, rest = _text(teks).partition(" ")
    is_name = first[1:2].isupper() or (rest[:1].isupper() and rest[1:2].islower())
    return teks if is_name else teks[:1].lower() + teks[1:]


def kata(pilihan: str) -> str:
    """A choice of a sheet as words: `belum_ada` is `belum ada`."""
    return _text(pilihan).replace("_", " ")


def angka_terbilang(nilai: Angka) -> str:
    """`4 (empat)`: a count in a sentence; no line ends before the words."""
    return f"{angka(nilai)}\u00a0({terbilang(nilai)})"


def rupiah_terbilang(nilai: Angka) -> str:
    """`Rp500.000,00 (lima ratus ribu rupiah)`: a sum that somebody owes; the sen in words too."""
    exact = round_half_up(_exact(nilai), 2)
    whole, sen = divmod(exact, 1) if exact >= 0 else (exact, Fraction(0))
    words = f"{terbilang(whole)} rupiah" + (f" {terbilang(sen * 100)} sen" if sen else "")
    return f"{rupiah(nilai)} ({words})"


def daftar_kata(kata: Sequence[str]) -> str:
    """`a`, `a dan b`, `a, b, dan c`. Raises ValueError for an empty list, which would print a blank."""
    if isinstance(kata, str) or not all(isinstance(item, str) for item in kata):
        raise TypeError("daftar_kata memerlukan daftar teks")
    if not kata:
        raise ValueError("daftar kosong tidak dapat ditulis")
    if len(kata) < 3:
        return " dan ".join(kata)
    return f"{', '.join(kata[:-1])}, dan {kata[-1]}"


def _true_places(exact: Fraction, ambang: Iterable[Angka]) -> int:
    """The least number of decimals, from two on, that prints `exact` on its own side of every threshold."""
    limits, places = [_exact(limit) for limit in ambang], 2
    while _crosses(exact, round_half_up(exact, places), limits):
        places += 1
    return places


def _crosses(exact: Fraction, printed: Fraction, limits: list[Fraction]) -> bool:
    """Whether `printed` is not on the same side of some limit as `exact`; a limit `exact` stands on binds nothing."""
    return any(
        exact != limit and (exact < limit, exact > limit) != (printed < limit, printed > limit) for limit in limits
    )


def _exact(nilai: Angka) -> Fraction:
    if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal | Fraction):
        raise TypeError(f"diperlukan bilangan pasti, bukan {nilai!r}")
    if isinstance(nilai, Decimal) and not nilai.is_finite():
        raise ValueError(f"{nilai} bukan bilangan")
    return Fraction(nilai)


def _whole(nilai: int, least: int, most: int) -> int:
    exact = _exact(nilai)
    if exact.denominator != 1 or not least <= exact <= most:
        raise ValueError(f"diperlukan bilangan bulat {least} sampai dengan {most}, bukan {nilai}")
    return int(exact)


@lru_cache(maxsize=4096)
def _written(nilai: date, pattern: str) -> str:
    """Remembered, since Babel reads its pattern anew every time and the same days are written over and over."""
    return format_date(nilai, pattern, locale="id_ID")


def _date(nilai: date) -> date:
    if not isinstance(nilai, date):
        raise TypeError(f"diperlukan tanggal, bukan {nilai!r}")
    return nilai


def _text(nilai: str) -> str:
    if not isinstance(nilai, str):
        raise TypeError(f"diperlukan teks, bukan {nilai!r}")
    return nilai


def _decimal_places(exact: Fraction) -> int | None:
    """How many decimals write the number to its end; None where there is no end."""
    rest, places = exact.denominator, {2: 0, 5: 0}
    for prime in places:
        while rest % prime == 0:
            rest //= prime
            places[prime] += 1
    return max(places.values()) if rest == 1 else None


def _plain(exact: Fraction, places: int) -> str:
    """A number of `places` decimals with a point and no grouping."""
    digits = str(abs(exact.numerator) * (10**places // exact.denominator)).rjust(places + 1, "0")
    sign = "-" if exact < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def _fixed(exact: Fraction, places: int) -> str:
    """A number of `places` decimals, dots between thousands, a decimal comma."""
    whole, _, decimals = _plain(exact, places).partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    sign = "-" if exact < 0 and int(whole) == 0 else ""
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def _words(nilai: int) -> str:
    if nilai < 12:
        return _SATUAN[nilai]
    if nilai < 20:
        return f"{_SATUAN[nilai - 10]} belas"
    size, name = next((size, name) for size, name in _KELIPATAN if nilai >= size)
    count, rest = divmod(nilai, size)
    head = f"se{name}" if count == 1 and size in (100, 1_000) else f"{_words(count)} {name}"
    return f"{head} {_words(rest)}" if rest else head
