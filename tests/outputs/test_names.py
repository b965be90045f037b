from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p3dn_reports.outputs.manifest import digest_of
from p3dn_reports.outputs.names import LONGEST, is_scratch, safe_path, unique_paths


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("surat-penjelasan/1.01.0.00.0.00.01.0000.docx", "surat-penjelasan/1.01.0.00.0.00.01.0000.docx"),
        ("surat/Biro Hukum.docx", "surat/Biro Hukum.docx"),
        ("con", "_con"),
        ("surat/NUL.docx", "surat/_NUL.docx"),
        ("COM1.txt", "_COM1.txt"),
        ("COM10.txt", "COM10.txt"),
        ("console.docx", "console.docx"),
        ("../../etc/passwd", "_/_/etc/passwd"),
        ("/mutlak", "_/mutlak"),
        ("C:\\x", "C--x"),
        ('a<b>c|d?e*f"g', "a-b-c-d-e-f-g"),
        ("akhir. .", "akhir"),
        ("baris\nbaru", "baris-baru"),
        ("", "_"),
        ("surat/\u202excod.docx", "surat/xcod.docx"),
        ("a\u2067b\u200bc\ufeff", "abc"),
        ("\u202econ", "_con"),
        ("baris\u2028lain\x85", "baris-lain-"),
        ("CON .docx", "_CON .docx"),
        ("aux .x.docx", "_aux .x.docx"),
        ("CLOCK$.docx", "_CLOCK$.docx"),
        ("Dinas \u202excod.exe", "Dinas xcod.exe"),
        ("a\u200bb\ufeff.docx", "ab.docx"),
        ("\ud800.docx", "-.docx"),
    ],
)
def test_names_fit_for_windows(name: str, safe: str) -> None:
    assert safe_path(name) == safe


@given(st.text(max_size=40))
def test_a_safe_name_stays_as_it_is_and_never_climbs(name: str) -> None:
    safe = safe_path(name)
    assert safe_path(safe) == safe
    assert not safe.startswith("/")
    assert ".." not in safe.split("/")


@pytest.mark.parametrize(
    ("name", "second"),
    [(".0", ".0 (2)"), ("a/.x", "a/.x (2)"), ("a.b/c", "a.b/c (2)"), ("a.docx", "a (2).docx")],
)
def test_the_second_of_a_name_is_fit_too(name: str, second: str) -> None:
    assert unique_paths([name, name]) == [name, second]


def test_the_second_of_a_name_as_long_as_may_be_is_no_longer() -> None:
    name = f"{'n' * 200}.docx"
    first, second = unique_paths([name, name])
    assert first != second
    assert [safe_path(one) for one in (first, second)] == [first, second]


@given(st.lists(st.text(max_size=12), max_size=6))
def test_names_of_one_folder_never_meet(names: list[str]) -> None:
    unique = unique_paths(names)
    assert len({normalize("NFC", name).casefold() for name in unique}) == len(names)
    assert unique == [safe_path(name) for name in unique]


@given(st.text(min_size=100, max_size=400))
def test_a_long_name_fits_every_file_system(name: str) -> None:
    assert all(len(part) <= LONGEST and len(part.encode()) <= 255 for part in safe_path(name).split("/"))


def test_a_long_name_keeps_its_ending_and_what_tells_it_apart() -> None:
    first, second = (safe_path(f"surat/{'Dinas ' * 40}{end}.docx") for end in "AB")
    assert first != second
    assert first.startswith("surat/Dinas Dinas")
    assert first.endswith(".docx")


def test_the_later_of_equal_names_get_a_number() -> None:
    assert unique_paths(["surat/A.docx", "surat/a.docx", "nota/a.docx", "surat/A.docx"]) == [
        "surat/A.docx",
        "surat/a (2).docx",
        "nota/a.docx",
        "surat/A (3).docx",
    ]


def test_scratch_files_are_known() -> None:
    assert is_scratch("~$surat.docx")
    assert not is_scratch("surat.docx")


def test_a_digest_hangs_on_names_and_values_not_on_their_order() -> None:
    assert digest_of({"a": "1", "b": "2"}) == digest_of({"b": "2", "a": "1"})
    assert len({digest_of(parts) for parts in ({"a": "1"}, {"a": "2"}, {"b": "1"}, {"a": "1", "b": ""})}) == 4
