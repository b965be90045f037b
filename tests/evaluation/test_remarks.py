"""The remarks of the evaluation: who is told what, once, in which words."""

from __future__ import annotations

import string
from decimal import Decimal
from typing import Any

import pytest

from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.messages.results import HASIL
from p3dn_reports.problems import Severity
from p3dn_reports.rules import Scope
from tests.evaluation.factory import filled, paid, recorded, scope_of, unit

Rows = dict[str, list[dict[str, Any]]]

TWO = [unit("A", "Dinas A"), unit("B", "Dinas B")]


def assess(scope: Scope | None = None, **rows: list[dict[str, Any]]) -> Assessment:
    scope = scope or scope_of()
    with filled({"satker": TWO, **rows}) as tables:
        units, _ = organisation(tables, scope)
        return evaluate(tables, scope, units)


def told(assessment: Assessment) -> list[tuple[str, ...]]:
    return [(found.kode, *found.unit) for found in assessment.problems]


def test_unit_without_rows_is_told_only_where_others_have_some() -> None:
    rows: Rows = {"realisasi_bayar": [paid("A", "1"), paid("B", "1")], "realisasi_inaproc": [recorded("A", "1", "1")]}
    found = [one for one in assess(None, **rows).problems if one.kode == "unit-tanpa-baris"]
    assert [(one.unit, one.tabel, one.tingkat) for one in found] == [(("B",), "realisasi_inaproc", Severity.PERINGATAN)]
    assert found[0].pesan == (
        "Dinas B tidak mempunyai satu baris pun pada tabel realisasi_inaproc, "
        "sehingga Capaian Perkin dihitung dengan nol."
    )
    assert ("unit-tanpa-baris", "B") not in told(assess(None, **{**rows, "realisasi_inaproc": []}))


def test_missing_rows_that_make_a_figure_impossible_are_told_once() -> None:
    rows: Rows = {"realisasi_bayar": [paid("A", "1")], "realisasi_inaproc": []}
    assert [kode for kode, *units in told(assess(None, **rows)) if units == ["B"]] == [
        "tidak-dapat-dihitung",
    ]


def test_row_that_does_not_count_is_still_a_row() -> None:
    rows: Rows = {"realisasi_bayar": [paid("A", "1"), paid("B", "1", rekening="5.9")], "realisasi_inaproc": []}
    assert ("unit-tanpa-baris", "B") not in told(assess(None, **rows))
    assert ("tidak-dapat-dihitung", "B") in told(assess(None, **rows))


def test_zero_denominator_names_what_is_zero() -> None:
    rows: Rows = {"realisasi_bayar": [paid("A", "0"), paid("B", "1")], "realisasi_inaproc": []}
    found = [one for one in assess(None, **rows).problems if one.kode == "tidak-dapat-dihitung"]
    assert [one.pesan for one in found] == [
        "Capaian Perkin Dinas A tidak dapat dihitung: penyebut nol (Realisasi pembayaran)."
    ]


def test_numerator_that_the_region_leaves_out_is_told_with_what_it_would_do() -> None:
    # Counted: A 85 of 100 = 85%. With B's 20 and C's 5: (85 + 20 + 5) / 100 = 110%, above the band of 100%.
    units = [*TWO, unit("C", "Dinas C")]
    pdn = [recorded("A", "90", "85"), recorded("B", "20", "20"), recorded("C", "5", "5")]
    found = assess(satker=units, realisasi_bayar=[paid("A", "100")], realisasi_inaproc=pdn)
    out = found.seluruh.indikator["capaian_perkin"].tidak_ikut
    assert out is not None
    assert [*out.unit, str(out.jumlah), out.tampil, out.pita] == ["B", "C", "25", "110,00%", "melebihi"]
    assert next(one.pesan for one in found.problems if one.kode == "tidak-dapat-dihitung") == (
        "Capaian Perkin Dinas B tidak dapat dihitung: penyebut nol (Realisasi pembayaran). Realisasi PDN unit itu "
        "Rp20,00 tidak ikut dalam angka seluruh daerah 85,00%; bila ikut bersama 1 satuan kerja lain yang demikian, "
        "angka itu menjadi 110,00% dan statusnya menjadi lebih dari 100%."
    )


def test_what_an_unjudged_figure_of_the_region_leaves_out_is_told_once() -> None:
    # Counted: A 45 of 90 = 50%. With B's 5 of 0: 50 of 90 = 55,56%.
    rows: Rows = {
        "realisasi_bayar": [paid("A", "100"), paid("B", "100")],
        "realisasi_inaproc": [recorded("A", "90", "45"), recorded("B", "0", "5")],
    }
    found = [one for one in assess(None, **rows).problems if one.kode == "pembilang-tidak-ikut"]
    assert [(one.unit, one.tabel, one.tingkat) for one in found] == [(("B",), "realisasi_inaproc", Severity.CATATAN)]
    assert found[0].pesan == (
        "Rp5,00 (Realisasi PDN) dari Dinas B tidak ikut dalam Porsi PDN tercatat seluruh daerah 50,00%, karena di sana "
        "tidak ada nilai tercatat yang menjadi pembaginya; bila ikut, angka itu menjadi 55,56%."
    )


def test_absent_table_is_not_told_unit_by_unit() -> None:
    assert told(assess(realisasi_bayar=[paid("A", "1"), paid("B", "1")])) == []


def test_nothing_is_remarked_where_nothing_is_judged() -> None:
    scope = scope_of(daerah="kabupaten-pandeglang")
    assert told(assess(scope, realisasi_inaproc=[recorded("A", "1", None)])) == [("daftar-tidak-berlaku",)] * 2
    assert told(assess(scope)) == []


def test_indicator_without_bands_in_force_is_told_once() -> None:
    scope = scope_of(daerah="kabupaten-pandeglang")
    plan = {"tipe_paket": "Penyedia", "total_nilai": 1}
    found = assess(scope, rup=[{"kode_satker": "A", **plan}, {"kode_satker": "B", **plan}]).problems
    assert [one.pesan for one in found] == [
        "Porsi impor dihitung, tetapi tidak dinilai: tidak ada aturan yang berlaku di daerah ini pada "
        "30 Desember 2024 untuk batas_impor."
    ]


def test_missing_and_unusual_targets() -> None:
    rows = [{"kode_satker": "A", "target": 85, "satuan": "persen"}, {"kode_satker": "B", "target": 5, "satuan": "?"}]
    found = assess(perkin=rows).problems
    assert [(one.kode, one.unit, one.tingkat, one.nilai, one.diharapkan) for one in found] == [
        ("target-tidak-lazim", ("A",), Severity.CATATAN, "85%", "80%"),
        ("target-tidak-ada", ("B",), Severity.PERINGATAN, None, None),
    ]
    assert found[0].pesan == "Target Perkin Dinas A adalah 85%, sedangkan yang lazim 80%."


def test_unusual_target_needs_a_usual_one_in_force() -> None:
    rows = [{"kode_satker": kode, "target": 85, "satuan": "persen"} for kode in "AB"]
    assert told(assess(scope_of(daerah="kabupaten-pandeglang"), perkin=rows)) == []


def test_check_speaks_per_unit_with_count_and_rupiah() -> None:
    rows = [recorded("A", "1000.5", None), recorded("A", "2", None), recorded("B", "3", "3")]
    found = [one for one in assess(realisasi_inaproc=rows).problems if one.kode == "pdn-kosong"]
    assert [(one.pesan, one.saran, one.unit, one.tabel, one.tingkat) for one in found] == [
        ("2 paket Dinas A senilai Rp1.002,50 tanpa Nilai PDN.", "Isi Nilai PDN.", ("A",), "realisasi_inaproc",
         Severity.PERINGATAN)
    ]  # fmt: skip


@pytest.mark.parametrize("kode", sorted(HASIL))
def test_texts_are_whole_sentences(kode: str) -> None:
    message = HASIL[kode]
    assert message.pesan.endswith(".")
    assert message.saran.endswith((".", ".{usul}")) or message.saran == "{usulan}"
    assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(message.pesan))


def test_a_promise_of_nothing_is_told_and_not_held_to_be_reached() -> None:
    rows: Rows = {
        "realisasi_bayar": [paid("A", "1"), paid("B", "1")],
        "realisasi_inaproc": [recorded("A", "1", "1"), recorded("B", "1", "1")],
        "perkin": [
            {"kode_satker": kode, "target": Decimal(nilai), "satuan": "persen"}
            for kode, nilai in (("A", "0"), ("B", "80"))
        ],
    }
    found = assess(None, **rows)
    assert ("target-nol", "A") in told(found)
    stands = {one.unit.kode_satker: one.figures.indikator["capaian_perkin"].target for one in found.unit}
    assert stands["A"] is not None
    assert stands["A"].tercapai is None
    assert stands["B"] is not None
    assert stands["B"].tercapai is True


@pytest.mark.parametrize(
    ("pembina", "found"),
    [("Dinas Pembinaan Industri", 0), ("Dinas Pembinan Industri", 1), ("Badan Lain Sama Sekali", 0)],
)
def test_the_leading_office_spelt_otherwise_is_told_once(pembina: str, found: int) -> None:
    scope = scope_of(dinas_pembina=pembina)
    with filled({"satker": [unit("A", "Dinas Pembinaan Industri"), unit("B", "Dinas B")]}) as tables:
        units, _ = organisation(tables, scope)
        problems = [one for one in evaluate(tables, scope, units).problems if one.kode == "dinas-pembina-berbeda"]
    assert len(problems) == found
    assert all("yang mirip Dinas Pembinaan Industri" in one.pesan for one in problems)
