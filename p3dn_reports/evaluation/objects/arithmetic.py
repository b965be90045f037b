"""The words of a formula on values that are there: exact, no rounding but the one named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from p3dn_reports.evaluation.objects.steps import Isi, Langkah
from p3dn_reports.rules import Kata

_NUMBERS: Mapping[Kata, Callable[[Sequence[Fraction]], Fraction]] = {
    Kata.JUMLAH: lambda parts: sum(parts, Fraction(0)),
    Kata.SELISIH: lambda parts: parts[0] - parts[1],
    Kata.KALI: lambda parts: parts[0] * parts[1],
    Kata.PERSEN_DARI: lambda parts: parts[0] * parts[1] / 100,
    Kata.PERSENTASE: lambda parts: parts[0] / parts[1] * 100,
    Kata.TERKECIL: min,
    Kata.TERBESAR: max,
    Kata.NOL_BILA_KOSONG: lambda parts: parts[0],
}
UNIT_OF: Mapping[Kata, str] = {
    Kata.PERSEN_DARI: "rupiah",
    Kata.PERSENTASE: "persen",
    Kata.TAHUN_SETELAH: "tanggal",
    Kata.HARI_KERJA_SETELAH: "tanggal",
    Kata.BANYAK_BARIS: "jumlah",
}
"""The unit of a word's value where it is not that of its parts."""


def told(kata: Kata, parts: Sequence[Langkah]) -> str:
    """The word with its parts in it, for the step's own line: `1,00% dari Nilai kontrak`."""
    names = [part.uraian for part in parts]
    match kata:
        case Kata.PERSEN_DARI:
            return f"{parts[0].tampil} dari {names[1]}"
        case Kata.KALI:
            return f"{names[0]} ({parts[0].tampil}) kali {names[1]}"
        case Kata.SELISIH:
            return f"{names[0]} dikurangi {names[1]}"
        case Kata.PERSENTASE:
            return f"{names[0]} dibagi {names[1]}, dikali 100%"
        case Kata.TAHUN_SETELAH:
            return f"{parts[1].tampil} tahun setelah {names[0]}"
        case Kata.HARI_KERJA_SETELAH:
            return f"{parts[1].tampil} hari kerja setelah {names[0]}; hari berikutnya hari pertama"
    return kata.judul


def combined(kata: Kata, parts: Sequence[Langkah]) -> Fraction | date:
    """The word's value of parts that all have one.

    Raises ZeroDivisionError for a share of nought, OverflowError for a day that the calendar does not have.
    """
    if kata is Kata.TAHUN_SETELAH:
        return _years_after(parts[0].nilai, parts[1].nilai)
    dates = [part.nilai for part in parts if isinstance(part.nilai, date)]
    if dates:
        return min(dates) if kata is Kata.TERKECIL else max(dates)
    return _NUMBERS[kata]([part.nilai for part in parts if isinstance(part.nilai, Fraction)])


def _years_after(day: Isi, years: Isi) -> date:
    """The same day so many years on; 29 February becomes 1 March where the year has none."""
    assert isinstance(day, date)  # noqa: S101 - the rulebook's checks hold both parts to their kinds
    assert isinstance(years, Fraction)  # noqa: S101
    year = day.year + int(years)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def whole_rupiah(nilai: Fraction) -> Fraction:
    """Cut down to the whole rupiah, towards nought."""
    return Fraction(int(nilai))
