"""Awards: who receives, who shares a rank, who cannot be ranked. The hand-worked vectors stand in kasus/."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.awarded import KategoriPenghargaan
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.rules import Aspek, Rulebook, Skala, SubKriteria
from p3dn_reports.vocabulary import Periode
from tests.evaluation.factory import PERBUP, filled, parameter, rulebook, scope_of, unit

ASPEK = {"nilai_tkdn": "sertifikat", "penerimaan": "penggunaan", "kampanye": "sosialisasi"}


def assess(rows: dict[str, list[dict[str, Any]]], rules: Rulebook | None = None, **scope: Any) -> Assessment:
    view = scope_of(rules, **{"daerah": "kabupaten-pandeglang", "periode": Periode(2024), **scope})
    with filled({"satker": [], **rows}) as tables:
        units, _ = organisation(tables, view)
        return evaluate(tables, view, units)


def producers(scores: list[Any], sub: list[str | None] | None = None) -> dict[str, list[dict[str, Any]]]:
    """One middle-sized producer per score, the same score in every aspect."""
    names = [f"P{number}" for number in range(len(scores))]
    nominees = [
        {"peserta": name, "nama": name, "kelompok": "produsen", "kategori": "Menengah", "nominasi": True,
         "sub_kategori": sub[index] if sub else None}
        for index, name in enumerate(names)
    ]  # fmt: skip
    values = [
        {"peserta": name, "tahap": "akhir", "aspek": aspek, "sub_kriteria": one, "nilai": score}
        for name, score in zip(names, scores, strict=True)
        for aspek, one in ASPEK.items()
    ]
    return {"peserta_penghargaan": nominees, "nilai_produsen": values}


def category(assessment: Assessment, index: int = 0) -> KategoriPenghargaan:
    return assessment.penghargaan[0].kategori[index]


def with_recipients(count: int) -> Rulebook:
    base = rulebook()
    more = parameter("penerima", str(count), PERBUP, "jumlah")
    return replace(base, parameter={**base.parameter, "penerima": more})


@pytest.mark.parametrize(
    ("scores", "recipients", "ranks", "receive", "tied"),
    [
        ([10, 30, 20], 1, [1, 2, 3], 1, False),
        ([30, 30, 20], 1, [1, 1, 3], 0, True),
        ([30, 30, 20], 2, [1, 1, 3], 2, False),
        ([30, 20, 20], 2, [1, 2, 2], 1, True),
        ([30, 20, 20], 1, [1, 2, 2], 1, False),
        ([30, 20, 10], 5, [1, 2, 3], 3, False),
        ([50, 50, 50, 50], 3, [1, 1, 1, 1], 0, True),
    ],
)
def test_ranks_ties_and_recipients(
    scores: list[int], recipients: int, ranks: list[int], receive: int, tied: bool
) -> None:
    found = category(assess(producers(scores), with_recipients(recipients)))
    assert [one.peringkat for one in found.peserta] == ranks
    assert sum(one.penerima for one in found.peserta) == receive
    assert found.ada_seri is tied
    assert [one.seri for one in found.peserta] == [ranks.count(rank) > 1 for rank in ranks]


def test_tie_is_exact() -> None:
    third = Decimal("33.333333333333")
    found = category(assess(producers([third, third + Decimal("0.000000000001"), Decimal(0)])))
    assert [one.peserta for one in found.peserta] == ["P1", "P0", "P2"]
    assert found.peserta[0].penerima
    assert not found.ada_seri


def test_sub_categories_stand_apart() -> None:
    sub = ["Pangan", None, "Pangan", "Pangan", "Kriya"]
    found = assess(producers([1, 2, 3, 4, 5], sub)).penghargaan[0].kategori
    assert [(one.kategori, one.sub_kategori, len(one.peserta), one.sebab) for one in found] == [
        ("menengah", None, 1, "baru 1 calon, paling sedikit 3"),
        ("menengah", "Kriya", 1, "baru 1 calon, paling sedikit 3"),
        ("menengah", "Pangan", 3, None),
        ("kecil", None, 0, "baru 0 calon, paling sedikit 3"),
    ]


def test_aspect_nobody_was_scored_in_is_not_zero() -> None:
    rows = producers([10, 20, 30])
    rows["nilai_produsen"] = [row for row in rows["nilai_produsen"] if row["aspek"] != "penerimaan"]
    found = category(assess(rows))
    assert found.sebab == "nilai belum lengkap: P0, P1, P2"
    assert {one.sebab for one in found.peserta} == {"aspek belum dinilai: Penerimaan"}
    assert all(one.nilai_akhir is None and one.peringkat is None for one in found.peserta)


def test_aspect_with_a_sub_criterion_wanting_has_no_mean() -> None:
    scored = [("program", 40), ("rencana", 60), ("pilihan", 1), ("rekap", 1), ("sosialisasi", 1)]
    aspek = {"program": "perencanaan", "rencana": "perencanaan", "pilihan": "realisasi", "rekap": "evaluasi"}
    rows = {
        "peserta_penghargaan": [{"peserta": name, "kelompok": "pengguna", "nominasi": True} for name in "ABC"],
        "nilai_pengguna": [
            {"peserta": name, "tahap": "akhir", "aspek": aspek.get(sub, "kampanye"), "sub_kriteria": sub, "nilai": one}
            for name in "ABC"
            for sub, one in scored
            if (name, sub) != ("C", "rencana")
        ],
    }
    found = {one.peserta: one for one in category(assess(rows)).peserta}
    assert (found["A"].aspek["perencanaan"], found["C"].aspek["perencanaan"]) == (Fraction(50), None)
    assert found["C"].aspek["realisasi"] == 1


def test_score_fault_stands_at_its_row() -> None:
    rows = producers([10, 20, Decimal("-0.01")])
    found = [one for one in assess(rows).problems if one.kode == "nilai-di-luar-skala"]
    assert len(found) == 3
    assert (str(found[0].lokasi), found[0].nilai) == ("nilai_produsen.xlsx, Sheet1, baris 8, kolom nilai", "-0.01")
    assert found[0].lokasi.baris == 8


def test_ends_of_the_scale_are_scores() -> None:
    found = category(assess(producers([0, 100, 50])))
    assert [one.nilai_akhir for one in found.peserta] == [100, 50, 0]


def test_weights_travel_with_the_result() -> None:
    group = assess(producers([1, 2, 3])).penghargaan[0]
    assert group.bobot == {"nilai_tkdn": 50, "penerimaan": 30, "kampanye": 20}
    assert group.dasar == PERBUP


@pytest.mark.parametrize(
    "scope", [{"daerah": "dki-jakarta"}, {"data_per": date(2023, 10, 23)}], ids=["other region", "before the law"]
)
def test_award_not_in_force_is_told_and_not_scored(scope: dict[str, Any]) -> None:
    rows = producers([1, 2, 3])
    assessment = assess(rows, **scope)
    assert assessment.penghargaan == ()
    assert [one.kode for one in assessment.problems] == ["penghargaan-tidak-berlaku"]


def test_without_tables_there_is_no_award_and_no_remark() -> None:
    assessment = assess({})
    assert (assessment.penghargaan, assessment.problems) == ((), ())


scores = st.decimals(min_value=0, max_value=100, places=3)


@settings(max_examples=25)
@given(st.lists(st.tuples(scores, scores, scores), min_size=3, max_size=5))
def test_final_score_is_the_weighted_mean(given_scores: list[tuple[Decimal, Decimal, Decimal]]) -> None:
    rows = producers([0] * len(given_scores))
    flat = [one for scores in given_scores for one in scores]
    rows["nilai_produsen"] = [{**row, "nilai": one} for row, one in zip(rows["nilai_produsen"], flat, strict=True)]
    found = category(assess(rows))
    expected = {
        f"P{number}": (50 * Fraction(a) + 30 * Fraction(b) + 20 * Fraction(c)) / 100
        for number, (a, b, c) in enumerate(given_scores)
    }
    assert {one.peserta: one.nilai_akhir for one in found.peserta} == expected
    best = max(expected.values())
    winners = [name for name, value in expected.items() if value == best]
    assert [one.peserta for one in found.peserta if one.penerima] == (winners if len(winners) == 1 else [])


def decided(rules: Rulebook | None = None, **changes: Any) -> Rulebook:
    """The rulebook with the Tim's decisions on the producers' award."""
    base = rules or rulebook()
    return replace(base, penghargaan={**base.penghargaan, "produsen": replace(base.penghargaan["produsen"], **changes)})


def with_aspect(scores: dict[str, list[dict[str, Any]]], name: str, **values: int) -> dict[str, list[dict[str, Any]]]:
    """The same with other scores of one aspect."""
    rows = [
        {**row, "nilai": values.get(row["peserta"], row["nilai"])} if row["aspek"] == name else row
        for row in scores["nilai_produsen"]
    ]
    return {**scores, "nilai_produsen": rows}


# 50 x tkdn + 30 x penerimaan + 20 x kampanye: P0 and P1 both 50, from different aspects; P2 far below.
TIED = with_aspect(with_aspect(producers([50, 50, 0]), "penerimaan", P0=70, P1=50), "kampanye", P0=20, P1=50)


@pytest.mark.parametrize(
    ("urutan", "first"),
    [((), None), (("penerimaan",), "P0"), (("kampanye", "penerimaan"), "P1"), (("nilai_tkdn",), None)],
)
def test_aspects_part_equal_scores_in_the_order_decided(urutan: tuple[str, ...], first: str | None) -> None:
    found = category(assess(TIED, decided(urutan_seri=urutan)))
    assert {one.nilai_akhir for one in found.peserta[:2]} == {Fraction(50)}
    assert [one.peserta for one in found.peserta if one.penerima] == ([first] if first else [])
    assert found.ada_seri is (first is None)
    assert [one.peringkat for one in found.peserta] == ([1, 2, 3] if first else [1, 1, 3])


@pytest.mark.parametrize(("recipients", "receive"), [(1, 2), (2, 2), (3, 3)])
def test_equals_receive_together_where_the_team_decided_so(recipients: int, receive: int) -> None:
    found = category(assess(TIED, decided(with_recipients(recipients), seri_bersama=True)))
    assert sum(one.penerima for one in found.peserta) == receive
    assert not found.ada_seri
    assert [one.seri for one in found.peserta] == [True, True, False]


def test_order_first_then_together() -> None:
    rules = decided(urutan_seri=("nilai_tkdn",), seri_bersama=True)
    assert [one.penerima for one in category(assess(TIED, rules)).peserta] == [True, True, False]


def weighted(**bobot: str | None) -> tuple[Aspek, ...]:
    """The producers' aspects, the first with these sub-criteria and shares."""
    first, *others = rulebook().penghargaan["produsen"].aspek
    sub = {name: SubKriteria(name, name, None if share is None else Decimal(share)) for name, share in bobot.items()}
    return (replace(first, sub_kriteria=sub), *others)


def with_second(scores: list[int], second: list[int | None]) -> dict[str, list[dict[str, Any]]]:
    """Another sub-criterion `bmp` of the first aspect."""
    rows = producers(scores)
    more = [
        {"peserta": f"P{number}", "tahap": "akhir", "aspek": "nilai_tkdn", "sub_kriteria": "bmp", "nilai": one}
        for number, one in enumerate(second)
        if one is not None
    ]
    return {**rows, "nilai_produsen": [*rows["nilai_produsen"], *more]}


def test_shares_inside_an_aspect_weigh_its_mean() -> None:
    """P0: 80 x 25% + 40 x 75% = 50; the plain mean would be 60."""
    rows = with_second([80, 10, 20], [40, 10, 20])
    plain = category(assess(rows, decided(aspek=weighted(sertifikat=None, bmp=None))))
    shared = category(assess(rows, decided(aspek=weighted(sertifikat="25", bmp="75"))))
    assert plain.peserta[0].aspek["nilai_tkdn"] == 60
    assert shared.peserta[0].aspek["nilai_tkdn"] == 50
    assert shared.peserta[0].nilai_akhir == 25 + 24 + 16


def test_a_weighted_sub_criterion_nobody_was_scored_in_is_wanting() -> None:
    found = category(assess(producers([80, 10, 20]), decided(aspek=weighted(sertifikat="25", bmp="75"))))
    assert {one.sebab for one in found.peserta} == {"sub-kriteria belum dinilai: bmp"}


def test_a_sub_criterion_of_no_weight_does_not_count() -> None:
    rows = with_second([80, 10, 20], [0, None, None])
    found = category(assess(rows, decided(aspek=weighted(sertifikat="100", bmp="0"))))
    assert [one.nilai_akhir for one in found.peserta] == [80, 20, 10]


@pytest.mark.parametrize(("score", "fault"), [("5", False), ("5.01", True), ("1", False), ("0.99", True)])
def test_the_scale_is_the_one_decided(score: str, fault: bool) -> None:
    rules = decided(skala=Skala(Decimal(1), Decimal(5)))
    found = assess(producers([2, 3, Decimal(score)]), rules).problems
    problems = [one for one in found if one.kode != "kategori-dikeluarkan"]
    assert bool(problems) is fault
    assert {one.diharapkan for one in problems} <= {"1 sampai dengan 5"}


def test_a_participant_without_a_name_goes_by_that_of_its_unit_or_by_its_code() -> None:
    rows = producers([10, 30, 20])
    for nominee in rows["peserta_penghargaan"]:
        nominee["nama"] = None
    found = category(assess({**rows, "satker": [unit("P0", "Dinas Nol")]}))
    assert sorted(one.nama for one in found.peserta) == ["Dinas Nol", "P1", "P2"]


def test_a_participant_without_a_name_is_told_by_its_code() -> None:
    rows = producers([10, 30, 20])
    rows["peserta_penghargaan"][1] |= {"nama": None, "kategori": "Raksasa"}
    (told,) = [one for one in assess(rows).problems if one.kode == "kategori-tidak-dikenal"]
    assert "P1" in told.pesan
    assert "None" not in told.pesan
