"""A case's expectation of a list can fail, in every part of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from p3dn_reports.pipeline import Assessed
from p3dn_reports.policy.expectations import Comparison, Expected
from p3dn_reports.rulebook.cases import Kasus
from tests.outputs.test_ranking_sheet import LISTED, WANTING, with_lists

HEAD = "urutan | kode_rup | status_kak"
RIGHT = f"{HEAD}\n1 | R1 | ada\n1|R2|"


def differing(name: str = "daftar_0", kode: str = "1.01", **wanted: str) -> list[Expected]:
    case = SimpleNamespace(harapan={"peringkat": {name: {kode: wanted}}})
    rules = SimpleNamespace(peringkat=("daftar_0", "daftar_1"))
    assessed = Assessed(with_lists(LISTED, WANTING), (), ())
    expected = Comparison(cast("Kasus", case), assessed, cast("Any", rules), cast("Any", None)).expected()
    return [one for one in expected if not one.found.holds(one.wanted)]


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
    assert found.way == ("peringkat", "daftar_0", "1.01", field)
    assert found.found.shown(found.wanted) != text


@pytest.mark.parametrize(
    ("name", "kode", "words"),
    [
        ("daftar_0", "9.99", "tidak ada unit pelapor atau peringkat itu"),
        ("lain", "1.01", "tidak ada aturan itu"),
    ],
)
def test_a_unit_or_list_that_is_not_there_differs(name: str, kode: str, words: str) -> None:
    (found,) = differing(name, kode, baris=HEAD)
    assert found.found.shown("").startswith(words)
