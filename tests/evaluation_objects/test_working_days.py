"""Thirty working days, the holiday tables of the rulebook, and an independent calendar beside them."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from p3dn_reports.rules.days_off import UnknownYearError, working_day_after
from tests.evaluation_objects.book import rules

TABLES = rules().hari_libur
YEARS = (2024, 2025, 2026)


@pytest.mark.parametrize(
    ("letter", "due"),
    [
        (date(2024, 12, 24), date(2025, 2, 12)),
        (date(2025, 3, 3), date(2025, 4, 24)),
        (date(2025, 5, 5), date(2025, 6, 24)),
        (date(2026, 2, 10), date(2026, 4, 2)),
    ],
)
def test_thirty_working_days(letter: date, due: date) -> None:
    assert working_day_after(letter, 30, TABLES).tanggal == due


def test_the_day_after_the_letter_is_the_first() -> None:
    assert working_day_after(date(2024, 7, 1), 1, TABLES).tanggal == date(2024, 7, 2)
    assert working_day_after(date(2024, 7, 5), 1, TABLES).tanggal == date(2024, 7, 8)
    assert working_day_after(date(2024, 7, 6), 1, TABLES).tanggal == date(2024, 7, 8)
    assert working_day_after(date(2024, 7, 1), 0, TABLES).tanggal == date(2024, 7, 1)


def test_the_days_passed_over_are_told_but_not_weekends() -> None:
    found = working_day_after(date(2024, 12, 24), 1, TABLES)
    assert [(one.tanggal, one.jenis) for one in found.dilewati] == [
        (date(2024, 12, 25), "libur_nasional"),
        (date(2024, 12, 26), "cuti_bersama"),
    ]
    assert working_day_after(date(2024, 8, 16), 1, TABLES).dilewati == ()


@pytest.mark.parametrize(
    ("start", "tahun"), [(date(2026, 12, 1), 2027), (date(2023, 12, 1), 2023), (date(2027, 3, 1), 2027)]
)
def test_a_year_without_a_table_is_never_guessed(start: date, tahun: int) -> None:
    with pytest.raises(UnknownYearError) as raised:
        working_day_after(start, 30, TABLES)
    assert raised.value.tahun == tahun


@pytest.mark.parametrize("tahun", YEARS)
def test_the_tables_are_those_of_an_independent_calendar(tahun: int) -> None:
    (table,) = (one for one in TABLES.values() if one.tahun == tahun)
    public = set(holidays.country_holidays("ID", years=tahun, categories=("public",)))
    shared = set(holidays.country_holidays("ID", years=tahun, categories=("government",)))
    assert {one.tanggal for one in table.hari if one.jenis == "libur_nasional"} == public
    assert {one.tanggal for one in table.hari if one.jenis == "cuti_bersama"} == shared - public


def test_each_table_cites_the_joint_decree_of_its_year() -> None:
    for table in TABLES.values():
        (cited,) = table.dasar
        source = rules().sumber_hukum[cited.sumber]
        assert str(table.tahun) in source.judul
        assert source.berlaku_sejak.year == table.tahun - 1


@given(start=st.dates(date(2024, 1, 1), date(2026, 6, 30)), banyak=st.integers(1, 60))
def test_exactly_so_many_working_days_lie_behind(start: date, banyak: int) -> None:
    off = holidays.country_holidays("ID", years=YEARS, categories=("public", "government"))
    due = working_day_after(start, banyak, TABLES).tanggal
    passed = [start + timedelta(days=n) for n in range(1, (due - start).days + 1)]
    assert sum(day.weekday() < 5 and day not in off for day in passed) == banyak
    assert due.weekday() < 5
    assert due not in off
