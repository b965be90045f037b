"""The words of a formula, one row each: what their parts must be, what they make of them, how they read.

The check of units, the calculation, its steps and the prose all read `WORDS`: a new word is a line of `Kata`, a row
here and its property in rules.schema.json.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum, StrEnum
from fractions import Fraction
from typing import Any, NamedTuple

from p3dn_reports.rules.days_off import Due, HariLibur, working_day_after
from p3dn_reports.tables.schema import Kind

Isi = Fraction | date | str | None
"""What a step of a calculation can hold; None: nothing yet."""

Units = Sequence[str]
"""The units of a word's parts: persen, rupiah, jumlah, tanggal, teks, or `angka` for a number written in the rule."""

SATUAN: Mapping[Kind, str] = {
    Kind.RUPIAH: "rupiah",
    Kind.PERSEN: "persen",
    Kind.ANGKA: "jumlah",
    Kind.BULAT: "jumlah",
    Kind.TANGGAL: "tanggal",
}
"""The unit of a column by its kind; any other holds text."""

_NUMBERS = frozenset({"persen", "rupiah", "jumlah", "angka"})
_COUNTS = frozenset({"jumlah", "angka"})


class Kata(StrEnum):
    """The words of a formula."""

    JUMLAH = "jumlah"
    SELISIH = "selisih"
    KALI = "kali"
    PERSEN_DARI = "persen_dari"
    PERSENTASE = "persentase"
    TERKECIL = "terkecil"
    TERBESAR = "terbesar"
    NOL_BILA_KOSONG = "nol_bila_kosong"
    YANG_TERISI = "yang_terisi"
    TAHUN_SETELAH = "tahun_setelah"
    HARI_KERJA_SETELAH = "hari_kerja_setelah"
    TOTAL = "total"
    TERTINGGI = "tertinggi"
    ISI_TUNGGAL = "isi_tunggal"
    BANYAK_BARIS = "banyak_baris"


class Blank(Enum):
    """What a word makes of a part that is not there: no value, nought, or it looks at the others."""

    WANTED = "wanted"
    NOUGHT = "nought"
    PASSED_OVER = "passed over"


class Word(NamedTuple):
    """One word. `fits` says whether parts of such units will do, `unit` what comes out (None: the unit of the parts).

    `step` is its line in a calculation, of parts with `uraian` and `tampil`; `reads` is the prose of parts in words,
    `{semua}` all of them and `{ditambah}` added up. `per_baris`: it runs over all rows of a group. `memilih`: what
    comes out is one of its parts.

    `value` is of parts that are there, None where they are not alike. It raises ZeroDivisionError for a share of
    nought, OverflowError for a day that the calendar has not, UnknownYearError for one without its days off,
    ValueError where there is no part.
    """

    fits: Callable[[Units], bool]
    value: Callable[[Sequence[Any], Mapping[str, HariLibur]], Isi | Due]
    step: str
    reads: str
    unit: str | None = None
    blank: Blank = Blank.WANTED
    per_baris: bool = False
    memilih: bool = False


def alike(units: Units) -> bool:
    """Whether all are of one unit; a plain number is of any but a day's and a text's."""
    return len({unit for unit in units if unit != "angka"}) <= 1 and not (
        "angka" in units and bool({"tanggal", "teks"} & set(units))
    )


def unit_of(units: Units) -> str:
    """The unit of parts that fit: of the first that is no plain number, else that of a number."""
    telling = [unit for unit in units if unit not in _COUNTS]
    return telling[0] if telling else "angka" if set(units) == {"angka"} else "jumlah"


def _amounts(units: Units) -> bool:
    return bool(units) and alike(units) and set(units) <= _NUMBERS


def _ordered(units: Units) -> bool:
    return alike(units) and "teks" not in units


def _product(units: Units) -> bool:
    return bool(_COUNTS & set(units)) and set(units) <= _NUMBERS


def _percent_of(units: Units) -> bool:
    return units[0] in ("persen", "angka") and units[1] == "rupiah"


def _days_on(units: Units) -> bool:
    return units[0] == "tanggal" and units[1] in _COUNTS


def _years_after(day: date, years: Fraction) -> date:
    """The same day so many years on; 29 February becomes 1 March where the year has none."""
    year = day.year + int(years)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _only(parts: Sequence[Isi]) -> Isi:
    """The one content of all parts, in whatever capitals; None where they differ."""
    first, *rest = parts
    return first if all(str(one).lower() == str(first).lower() for one in rest) else None


WORDS: Mapping[Kata, Word] = {
    Kata.JUMLAH: Word(_amounts, lambda parts, _: sum(parts, Fraction(0)), "jumlah", "{ditambah}"),
    Kata.SELISIH: Word(
        _amounts, lambda parts, _: parts[0] - parts[1], "{0.uraian} dikurangi {1.uraian}", "{0} dikurangi {1}"
    ),
    Kata.KALI: Word(
        _product, lambda parts, _: parts[0] * parts[1], "{0.uraian} ({0.tampil}) kali {1.uraian}", "{0} dikali {1}"
    ),
    Kata.PERSEN_DARI: Word(
        _percent_of,
        lambda parts, _: parts[0] * parts[1] / 100,
        "{0.tampil} dari {1.uraian}",
        "{0} persen dari {1}",
        unit="rupiah",
    ),
    Kata.PERSENTASE: Word(
        _amounts,
        lambda parts, _: parts[0] / parts[1] * 100,
        "{0.uraian} dibagi {1.uraian}, dikali 100%",
        "{0} dibagi {1}, dikali 100%",
        unit="persen",
    ),
    Kata.TERKECIL: Word(
        _ordered, lambda parts, _: min(parts), "yang terkecil di antaranya", "yang terkecil di antara {semua}"
    ),
    Kata.TERBESAR: Word(
        _ordered, lambda parts, _: max(parts), "yang terbesar di antaranya", "yang terbesar di antara {semua}"
    ),
    Kata.NOL_BILA_KOSONG: Word(
        _amounts, lambda parts, _: parts[0], "nol bila kosong", "{0}, nol bila kosong", blank=Blank.NOUGHT
    ),
    Kata.YANG_TERISI: Word(
        alike,
        lambda parts, _: parts[0],
        "yang pertama terisi di antaranya",
        "yang pertama terisi di antara {semua}",
        blank=Blank.PASSED_OVER,
    ),
    Kata.TAHUN_SETELAH: Word(
        _days_on,
        lambda parts, _: _years_after(*parts),
        "{1.tampil} tahun setelah {0.uraian}",
        "{1} tahun setelah {0}",
        unit="tanggal",
    ),
    Kata.HARI_KERJA_SETELAH: Word(
        _days_on,
        lambda parts, libur: working_day_after(parts[0], int(parts[1]), libur),
        "{1.tampil} hari kerja setelah {0.uraian}; hari berikutnya hari pertama",
        "{1} hari kerja setelah {0}",
        unit="tanggal",
    ),
    Kata.TOTAL: Word(
        _amounts, lambda parts, _: sum(parts, Fraction(0)), "jumlah seluruh barisnya", "jumlah {0}", per_baris=True
    ),
    Kata.TERTINGGI: Word(
        _ordered,
        lambda parts, _: max(parts),
        "nilai tertinggi di antara barisnya",
        "nilai tertinggi {0}",
        per_baris=True,
        memilih=True,
    ),
    Kata.ISI_TUNGGAL: Word(
        lambda units: len(units) == 1,
        lambda parts, _: _only(parts),
        "isi yang sama pada semua barisnya",
        "isi {0} yang sama",
        blank=Blank.PASSED_OVER,
        per_baris=True,
    ),
    Kata.BANYAK_BARIS: Word(
        lambda units: not units,
        lambda parts, _: Fraction(len(parts)),
        "banyaknya baris",
        "banyaknya baris",
        unit="jumlah",
        per_baris=True,
    ),
}
PADA_KELOMPOK = frozenset(kata for kata, word in WORDS.items() if word.per_baris)
"""The words that run over all rows of a group."""
