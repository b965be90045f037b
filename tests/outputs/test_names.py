from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p3dn_reports.outputs import digest_of, safe_path
from p3dn_reports.outputs.names import is_scratch


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


def test_scratch_files_are_known() -> None:
    assert is_scratch("~$surat.docx")
    assert not is_scratch("surat.docx")


def test_a_digest_hangs_on_names_and_values_not_on_their_order() -> None:
    assert digest_of({"a": "1", "b": "2"}) == digest_of({"b": "2", "a": "1"})
    assert len({digest_of(parts) for parts in ({"a": "1"}, {"a": "2"}, {"b": "1"}, {"a": "1", "b": ""})}) == 4
