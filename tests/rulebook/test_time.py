"""Values over time: both ends count, the newest of those that hold is read, and what was superseded may come back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from p3dn_reports.rules import Citation, Dated, Rulebook, SumberHukum, newest
from p3dn_reports.vocabulary import Periode
from tests.rulebook.kasus import LENGKAP, load_text

ENDED = 'berlaku_sampai: "2024-12-31", nilai: "80"'


def chosen(rules: Rulebook, on: str) -> str | None:
    scope = rules.scope(rules.daerah["kota-a"], Periode(2024), date.fromisoformat(on))
    value = scope.parameter("ambang_bawah")
    return None if value is None else str(value.nilai)


def loaded(folder: Path, *changes: tuple[str, str]) -> Rulebook:
    text = LENGKAP.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    rules, problems = load_text(text, folder)
    assert problems == ()
    assert rules is not None
    return rules


@pytest.mark.parametrize(
    ("on", "value"),
    [("2024-01-09", None), ("2024-01-10", "80"), ("2024-12-31", "80"), ("2025-01-01", "75"), ("2025-12-31", "75")],
)
def test_the_first_and_the_last_day_both_count(tmp_path: Path, on: str, value: str | None) -> None:
    assert chosen(loaded(tmp_path), on) == value


def test_law_ends_with_its_last_day(tmp_path: Path) -> None:
    assert chosen(loaded(tmp_path), "2026-01-01") is None


def test_a_newer_value_supersedes_without_a_word_on_the_old_one(tmp_path: Path) -> None:
    rules = loaded(tmp_path, (ENDED, 'nilai: "80"'))
    assert [chosen(rules, on) for on in ("2024-12-31", "2025-01-01", "2025-06-30")] == ["80", "75", "75"]


def test_the_old_value_holds_again_where_the_newer_one_ends(tmp_path: Path) -> None:
    short = '{berlaku_sejak: "2025-01-01", berlaku_sampai: "2025-03-31", nilai: "75"'
    rules = loaded(tmp_path, (ENDED, 'nilai: "80"'), ('{berlaku_sejak: "2025-01-01", nilai: "75"', short))
    assert [chosen(rules, on) for on in ("2025-03-31", "2025-04-01")] == ["75", "80"]


def test_a_newer_name_supersedes(tmp_path: Path) -> None:
    rules = loaded(tmp_path, ('berlaku_sampai: "2024-06-30", nilai: Kota A,', "nilai: Kota A,"))
    names = [rules.daerah["kota-a"].nama_pada(date(2024, 6, day)) for day in (29, 30)]
    assert [*names, rules.daerah["kota-a"].nama_pada(date(2024, 7, 1))] == ["Kota A", "Kota A", "Kota A Baru"]
    with pytest.raises(LookupError, match="1999-12-31"):
        rules.daerah["kota-a"].nama_pada(date(1999, 12, 31))


def test_a_list_of_words_is_superseded_too(tmp_path: Path) -> None:
    item = "{kode: Tender, nama: Tender}"
    newer = f'      - {{berlaku_sejak: "2024-06-01", dasar: [instruksi-1-2024/KESATU.f], isi: [{item}]}}\n'
    rules = loaded(tmp_path, ("\nkolom_turunan:", f"{newer}\nkolom_turunan:"))
    scopes = [rules.scope(rules.daerah["kota-a"], Periode(2024), date(2024, month, 31)) for month in (5, 7)]
    found = [scope.daftar("kanal") for scope in scopes]
    assert [[item.kode for item in value.nilai] for value in found if value] == [["Tender", "Toko Daring"], ["Tender"]]


def test_one_day_of_force_is_enough(tmp_path: Path) -> None:
    rules = loaded(tmp_path, (ENDED, 'berlaku_sampai: "2024-01-10", nilai: "80"'), ('"2025-01-01"', '"2024-01-11"'))
    assert [chosen(rules, on) for on in ("2024-01-10", "2024-01-11")] == ["80", "75"]


def test_of_no_values_none_is_newest() -> None:
    assert newest(()) is None


def test_the_last_day_of_the_calendar_is_no_end() -> None:
    law = SumberHukum("x", "Perda", "1", 2024, "X", date(2024, 1, 1), berlaku_sampai=date.max)
    assert law.in_force(date.max)
    assert Dated(date(2024, 1, 1), "a", (Citation("x"),)).in_force(date.max)
