"""A status in doubt is settled by what the unit itself declared, and by nothing less."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from p3dn_reports.cli.account_text import account_text
from p3dn_reports.evaluation.account import Penjelasan
from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.evaluation.withholding import figure_tables, side_tables, withholding
from p3dn_reports.problems import problem
from tests.evaluation.explaining import explained, parts
from tests.evaluation.factory import filled, scope_of, unit

Rows = dict[str, list[dict[str, Any]]]


def plan(kode: str, rup: str, nilai: str, pdn: str = "PDN") -> dict[str, Any]:
    return {"kode_satker": kode, "kode_rup": rup, "produk_dalam_negeri": pdn, "total_nilai": Decimal(nilai)}


def declared(*codes: str) -> list[dict[str, Any]]:
    return [{"kode_satker": "A", "kode_rup": kode} for kode in codes]


PLANS = [plan("A", "R1", "90"), plan("A", "R2", "5", "Non-PDN"), plan("A", "R3", "5", "Non-PDN")]


def assess(rows: Rows, cacat: dict[str, frozenset[str]] | None = None) -> Assessment:
    with filled({"satker": [unit("A"), unit("B")], **rows}) as tables:
        return evaluate(tables, scope_of(), organisation(tables, scope_of())[0], frozenset(), cacat or {})


def impor(rows: Rows) -> Penjelasan:
    with filled({"satker": [unit("A")], **rows}) as tables:
        return explained(tables, scope_of(), "A", "porsi_impor")


@pytest.mark.parametrize(
    ("declarations", "pita", "value"),
    [
        (("R2",), "memenuhi", "5,00%"),
        (("R2", "R3"), "melampaui", "10,00%"),
        (("R1",), "melampaui", "90,00%"),
        ((), "perlu_penegasan", "0,00%"),
        (("R9",), "perlu_penegasan", "0,00%"),
    ],
)
def test_declarations_settle_where_the_unit_has_some(declarations: tuple[str, ...], pita: str, value: str) -> None:
    rows = {"rup": PLANS, "deklarasi": declared(*declarations)}
    figures = assess(rows).unit[0].figures.indikator
    assert figures["porsi_impor"].tampil == "10,00%"
    assert figures["porsi_impor"].pita == pita
    assert figures["impor_dinyatakan"].tampil == value
    assert impor(rows).hasil == figures["porsi_impor"]


def test_without_the_table_the_doubt_stays_and_is_no_remark() -> None:
    assessment = assess({"rup": [*PLANS, plan("B", "R4", "1")]})
    assert assessment.unit[0].figures.indikator["porsi_impor"].pita == "perlu_penegasan"
    assert assessment.unit[0].figures.indikator["impor_dinyatakan"].sebab == "tabel deklarasi tidak ada"
    assert [found.kode for found in assessment.problems] == []


def test_what_settles_another_is_not_remarked_upon_twice() -> None:
    assessment = assess({"rup": PLANS, "deklarasi": []})
    told = [found.pesan for found in assessment.problems]
    assert len(told) == 1
    assert "Porsi impor" in told[0]


def test_a_figure_that_is_sure_is_not_settled() -> None:
    figures = assess({"rup": [plan("A", "R1", "95"), plan("A", "R2", "5", "Tidak")], "deklarasi": declared("R1")})
    assert figures.unit[0].figures.indikator["porsi_impor"].pita == "memenuhi"
    assert figures.unit[0].figures.indikator["porsi_impor"].penegasan is None


def test_the_region_keeps_its_upper_bound() -> None:
    region = assess({"rup": PLANS, "deklarasi": declared("R2")}).seluruh.indikator["porsi_impor"]
    assert (region.pita, region.penegasan) == ("perlu_penegasan", None)


def test_a_fault_in_the_declarations_settles_nothing_and_leaves_the_rest() -> None:
    result = assess({"rup": PLANS, "deklarasi": declared("R2")}, {"deklarasi": frozenset({"A"})})
    assert result.unit[0].indikator_ditahan == {"impor_dinyatakan"}
    assert not result.unit[0].ditahan
    assert result.unit[0].figures.indikator["porsi_impor"].pita == "perlu_penegasan"
    assert result.seluruh.indikator["porsi_impor"].nilai == 10
    assert result.seluruh.indikator["impor_dinyatakan"].sebab == "tidak ada unit yang dapat dihitung"
    assert result.seluruh.ukuran["pagu_dinyatakan"] == 0


def test_faults_of_side_tables_are_known_by_table_and_unit() -> None:
    scope = scope_of()
    assert side_tables(scope) == {"deklarasi", "pantauan"}
    assert "deklarasi" not in figure_tables(scope)
    with filled({"satker": [unit("A"), unit("B")]}) as tables:
        units, _ = organisation(tables, scope)
    own = problem("satker-induk-tidak-dikenal", tabel="deklarasi", unit=("A",), nama="A", kode_unit="A", induk="x")
    anyone = problem("satker-induk-tidak-dikenal", tabel="deklarasi", unit=("?",), nama="?", kode_unit="?", induk="x")
    elsewhere = problem("satker-induk-tidak-dikenal", tabel="rup", unit=("B",), nama="B", kode_unit="B", induk="x")
    assert withholding([own, elsewhere], units).faulty(side_tables(scope)) == {"deklarasi": {"A"}}
    assert withholding([own, anyone], units).faulty(side_tables(scope)) == {"deklarasi": {"A", "B"}}
    assert withholding([elsewhere], units).faulty(side_tables(scope)) == {}


def test_the_explanation_tells_what_settled_it() -> None:
    found = impor({"rup": PLANS, "deklarasi": declared("R2")})
    (settled,) = parts(found, "Status ditegaskan")
    (other,) = settled.bagian
    assert other.nilai == Fraction(5)
    text = " ".join(account_text(found).split())
    assert "Hasil 10,00% (paling banyak 5% menurut deklarasi)" in text
    assert "Status ditegaskan oleh indikator lain = ya: semula lebih dari 5%, menjadi paling banyak 5%" in text
    assert "Pembilang: Pagu dinyatakan impor = Rp5,00" in text
    assert found.as_json()["hasil"]["penegasan"]["pita_semula"] == "perlu_penegasan"


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ({"rup": PLANS, "deklarasi": declared("R9")}, "tidak ada baris unit ini di sana"),
        ({"rup": PLANS}, "tabel deklarasi tidak ada"),
    ],
)
def test_the_explanation_tells_why_nothing_settled_it(rows: Rows, why: str) -> None:
    text = " ".join(account_text(impor(rows)).split())
    assert "Hasil 10,00% (lebih dari 5%)" in text
    assert f"Status ditegaskan oleh indikator lain = tidak: {why}" in text
