"""The largest rows of a unit: ties at the last place, fewer than asked, their watching, and the way back to the row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import PeringkatResult
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.evaluation.withholding import side_tables
from p3dn_reports.rules import Scope
from p3dn_reports.vocabulary import Periode
from tests.evaluation.factory import filled, parameter, rulebook, scope_of, unit
from tests.evaluation.test_sums import HOSTILE

Rows = dict[str, list[dict[str, Any]]]


def package(rup: str | None, nilai: str | None, kode: str = "A", **more: Any) -> dict[str, Any]:
    return {"kode_satker": kode, "kode_rup": rup, "total_nilai": None if nilai is None else Decimal(nilai), **more}


def listed(rows: Rows, scope: Scope | None = None, kode: str = "A", **cacat: frozenset[str]) -> PeringkatResult:
    """The list of unit A, of the two largest packages."""
    scope = scope or scope_of()
    with filled({"satker": [unit("A"), unit("B"), unit("A.1", jenis="unit", induk="A")], **rows}) as tables:
        found = evaluate(tables, scope, organisation(tables, scope)[0], frozenset(), cacat).unit_result(kode)
    assert found is not None
    return found.peringkat["terbesar"]


def places(found: PeringkatResult) -> list[tuple[int, str | None]]:
    return [(row.urutan, row.isi["kode_rup"]) for row in found.baris]


@pytest.mark.parametrize(
    ("amounts", "expected", "note"),
    [
        ("9 8 7", [(1, "R1"), (2, "R2")], None),
        ("7 8 9", [(1, "R3"), (2, "R2")], None),
        ("9 8 8 8 7", [(1, "R1"), (2, "R2"), (2, "R3"), (2, "R4")], "4 didaftar, karena ada yang sama"),
        ("9 9 9", [(1, "R1"), (1, "R2"), (1, "R3")], "3 didaftar, karena ada yang sama nilainya dengan urutan ke-2"),
        ("9 9 8", [(1, "R1"), (1, "R2")], None),
        ("9", [(1, "R1")], "hanya ada 1, semuanya didaftar"),
        ("", [], "tidak ada satu pun"),
        ("0.01 0", [(1, "R1"), (2, "R2")], None),
        ("8.00 8", [(1, "R1"), (1, "R2")], None),
    ],
)
def test_places(amounts: str, expected: list[tuple[int, str]], note: str | None) -> None:
    found = listed({"rup": [package(f"R{number}", one) for number, one in enumerate(amounts.split(), 1)]})
    assert places(found) == expected
    assert found.jumlah_baris == len(amounts.split())
    assert (found.catatan or "").startswith(note or "")
    assert (found.catatan is None) is (note is None)


def test_rows_of_units_below_count_and_those_of_others_do_not() -> None:
    rows = [package("R1", "5", "A.1"), package("R2", "4"), package("R3", "9", "B"), package("R4", "99", "asing")]
    assert places(listed({"rup": rows})) == [(1, "R1"), (2, "R2")]
    assert places(listed({"rup": rows}, kode="B")) == [(1, "R3")]


def test_what_meets_no_condition_or_has_no_amount_is_not_ranked() -> None:
    rows = [package("R1", None), package("R2", "9", tipe_paket="PDS"), package("R3", "1", tipe_paket="Penyedia")]
    found = listed({"rup": rows})
    assert places(found) == [(1, "R3")]
    assert found.jumlah_baris == 1


def test_a_line_leads_back_to_its_row() -> None:
    (line,) = listed({"rup": [package("R1", None), package("R2", "9.50")]}).baris
    assert (line.berkas, line.lembar, line.baris, line.nilai) == ("rup.xlsx", "Sheet1", 3, Decimal("9.50"))


def test_watching_is_the_units_own_row_with_the_same_code() -> None:
    rows: Rows = {
        "rup": [package("R1", "9"), package("R2", "8")],
        "pantauan": [
            {"kode_satker": "B", "kode_rup": "R1", "status": "ada"},
            {"kode_satker": "A.1", "kode_rup": "r2 ", "status": "belum_ada", "tanggal": date(2024, 12, 1)},
            {"kode_satker": "A", "kode_rup": "R2", "status": "ada"},
            {"kode_satker": "A", "kode_rup": None, "status": "ada"},
        ],
    }
    first, second = listed(rows).baris
    assert first.pemantauan == {"status": None, "tanggal": None}
    assert second.pemantauan == {"status": "belum_ada", "tanggal": "2024-12-01"}


def test_a_blank_code_is_watched_by_nobody() -> None:
    rows: Rows = {
        "rup": [package(None, "9"), package(" ", "8")],
        "pantauan": [{"kode_satker": "A", "kode_rup": " ", "status": "ada"}],
    }
    assert [row.pemantauan["status"] for row in listed(rows).baris] == [None, None]


def test_a_fault_in_the_watching_hides_it_and_says_so() -> None:
    rows: Rows = {"rup": [package("R1", "9")], "pantauan": [{"kode_satker": "A", "kode_rup": "R1", "status": "ada"}]}
    assert "pantauan" in side_tables(scope_of())
    found = listed(rows, pantauan=frozenset({"A"}))
    assert found.baris[0].pemantauan["status"] is None
    assert found.catatan == "hanya ada 1, semuanya didaftar; data pemantauannya belum dapat dipercaya"
    assert listed(rows, pantauan=frozenset({"B"})).baris[0].pemantauan["status"] == "ada"


def test_without_the_table_or_the_law_there_is_no_list_and_the_reason() -> None:
    assert listed({}).sebab == "tabel rup tidak ada"
    outside = listed({"rup": [package("R1", "9")]}, scope_of(periode=Periode(2024, 3)))
    assert (outside.sebab, outside.baris) == ("parameter pantau tidak berlaku pada 30 Desember 2024", ())
    assert outside.catatan is None


def test_none_asked_is_none_listed() -> None:
    base = rulebook()
    none = {**base.parameter, "pantau": parameter("pantau", "0", satuan="jumlah")}
    assert listed({"rup": [package("R1", "9")]}, scope_of(replace(base, parameter=none))).baris == ()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_text(hostile: str) -> None:
    rows: Rows = {
        "rup": [package(hostile, "9", tipe_paket=hostile)],
        "pantauan": [{"kode_satker": "A", "kode_rup": hostile, "status": hostile}],
    }
    (line,) = listed(rows).baris
    assert line.isi["kode_rup"] == hostile.strip()
    assert line.pemantauan["status"] == hostile.strip()


def test_hostile_unit_codes_are_text() -> None:
    rows = {"satker": [unit(text) for text in HOSTILE], "rup": [package("R1", "9", kode=text) for text in HOSTILE]}
    with filled(rows) as tables:
        found = evaluate(tables, scope_of(), organisation(tables, scope_of())[0])
    assert [len(result.peringkat["terbesar"].baris) for result in found.unit] == [1] * len(HOSTILE)
