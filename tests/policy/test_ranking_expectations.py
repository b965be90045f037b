"""A case's expectation of a list can fail, in every part of it."""

from __future__ import annotations

from typing import Any

import pytest

from p3dn_reports.policy.ranking_expectations import differences
from tests.outputs.test_ranking_sheet import LISTED, WANTING, with_lists

HEAD = "urutan | kode_rup | status_kak"
RIGHT = f"{HEAD}\n1 | R1 | ada\n1|R2|"


def differing(name: str = "daftar_0", kode: str = "1.01", **expected: str) -> list[Any]:
    found = with_lists(LISTED, WANTING)
    return list(differences(found, {name: {kode: expected}}))


def test_what_is_as_expected_does_not_differ() -> None:
    assert differing(baris=RIGHT, catatan="Hanya ada 2", sebab="tidak ada") == []
    assert differing(name="daftar_1", sebab="tabel RUP", baris=HEAD, catatan="tidak ada") == []


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("baris", HEAD),
        ("baris", f"{HEAD}\n1 | R1 | ada"),
        ("baris", f"{HEAD}\n1 | R2 |\n1 | R1 | ada"),
        ("baris", f"{HEAD}\n1 | R1 | ada\n2 | R2 |"),
        ("baris", f"{HEAD}\n1 | R1 | \n1 | R2 |"),
        ("baris", "urutan | tidak_ada\n1 | x\n1 | x"),
        ("catatan", "hanya ada 3"),
        ("sebab", "tabel"),
    ],
)
def test_what_is_otherwise_differs(field: str, text: str) -> None:
    (found,) = differing(**{field: text})
    assert found.letak == ("daftar_0", "1.01", field)
    assert found.diharapkan != found.dihasilkan


def test_a_unit_or_list_that_is_not_there_differs() -> None:
    assert [one.dihasilkan for one in differing(kode="9.99", baris=HEAD)] == [
        "tidak ada unit pelapor atau peringkat itu"
    ]
    assert [one.dihasilkan for one in differing(name="lain", baris=HEAD)] == [
        "tidak ada unit pelapor atau peringkat itu"
    ]
