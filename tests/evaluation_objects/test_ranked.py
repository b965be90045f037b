"""A place in a list explains itself: how many were asked for, each row's cell, each score's share of the final one."""

from __future__ import annotations

from collections.abc import Set
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from p3dn_reports.errors import UsageError
from p3dn_reports.evaluation.account import Penjelasan
from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.objects.ranked import explain_nominee, explain_ranking
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.vocabulary import Periode
from tests.evaluation.factory import filled, scope_of, unit

PACKAGES = {
    "satker": [unit("A", "Dinas Satu"), unit("A.1", jenis="unit", induk="A")],
    "rup": [
        {"kode_satker": kode, "kode_rup": rup, "total_nilai": Decimal(nilai)}
        for kode, rup, nilai in (("A", "R1", "7"), ("A.1", "R2", "9"), ("A", "R3", "8"), ("A", "R4", "8"))
    ],
}
# Perencanaan (80 + 70) / 2 = 75 x 10% = 7,5; Realisasi 90 x 70% = 63; Evaluasi 60 x 10% = 6; Kampanye 50 x 10% = 5.
# Nilai akhir 7,5 + 63 + 6 + 5 = 81,5.
SCORES = {
    "perencanaan": {"program": 80, "rencana": 70},
    "realisasi": {"pilihan": 90},
    "evaluasi": {"rekap": 60},
    "kampanye": {"sosialisasi": 50},
}


def nothing(kode: str, tables: Set[str]) -> tuple[str, ...]:
    return ()


def ranking(satker: str = "A") -> Penjelasan:
    scope = scope_of()
    with filled(PACKAGES) as tables:
        found = evaluate(tables, scope, organisation(tables, scope)[0], otherwise=False)
        return explain_ranking(tables, scope, found, satker, "terbesar", nothing)


def _score(name: str, value: int) -> int:
    return value if name == "P" else 10


def nominee(peserta: str, others: int = 2, **changed: Any) -> Penjelasan:
    """The explanation of one nominee: P scores as above, each other one 10 in everything."""
    names = ["P", *(f"L{number}" for number in range(others))]
    people = [
        {"peserta": name, "nama": f"Dinas {name}", "kelompok": "pengguna", "nominasi": True, **changed}
        for name in names
    ]
    scores = [
        {
            "peserta": name,
            "tahap": "akhir",
            "aspek": aspek,
            "sub_kriteria": sub,
            "nilai": Decimal(value if name == "P" else 10),
        }
        for name in names
        for aspek, subs in SCORES.items()
        for sub, value in subs.items()
    ]
    scope = scope_of(daerah="kabupaten-pandeglang", periode=Periode(2024))
    rows = {"satker": [], "peserta_penghargaan": people, "nilai_pengguna": scores}
    with filled(rows) as tables:
        found = evaluate(tables, scope, organisation(tables, scope)[0], otherwise=False)
        return explain_nominee(tables, scope, found, peserta, "pengguna", nothing)


def step_of(explanation: Penjelasan) -> Langkah:
    assert explanation.langkah is not None
    return explanation.langkah


def test_a_list_names_what_was_asked_what_there_was_and_every_row_with_its_place() -> None:
    step = step_of(ranking())
    asked, there, *lines = step.bagian
    assert [one.tampil for one in (step, asked, there)] == ["3", "2", "4"]
    assert [(line.uraian.split(".")[0], line.tampil, str(line.sel)) for line in lines] == [
        ("1", "Rp9,00", "rup.xlsx, Sheet1, baris 3"),
        ("2", "Rp8,00", "rup.xlsx, Sheet1, baris 4"),
        ("2", "Rp8,00", "rup.xlsx, Sheet1, baris 5"),
    ]


def test_a_list_of_a_unit_below_is_that_of_the_unit_it_reports_in() -> None:
    assert ranking("A.1").objek.sebutan == "Dinas Satu"
    assert ranking("dinas satu").objek.unit == "A"


def test_the_final_score_is_the_sum_of_its_steps() -> None:
    found = nominee("P")
    step = step_of(found)
    aspects = step.bagian[:4]
    assert (
        step.nilai == Fraction(163, 2) == sum(Fraction(one.nilai) for one in aspects if isinstance(one.nilai, Fraction))
    )
    assert [one.nilai for one in aspects] == [Fraction(15, 2), 63, 6, 5]
    weight, mean = aspects[0].bagian
    assert (weight.tampil, mean.tampil) == ("10%", "75")
    assert [(one.tampil, str(one.sel)) for one in mean.bagian] == [
        ("80", "nilai_pengguna.xlsx, Sheet1, baris 2"),
        ("70", "nilai_pengguna.xlsx, Sheet1, baris 3"),
    ]
    assert [one.tampil for one in step.bagian[4:]] == ["1", "ya"]
    assert found.as_json()["langkah"]


def test_one_of_several_equals_is_told_so() -> None:
    assert [one.tampil for one in step_of(nominee("dinas l0")).bagian[4:]] == [
        "2",
        "tidak; nilainya sama dengan calon lain",
    ]


def test_a_category_left_out_says_why_there_is_no_rank() -> None:
    (rank,) = step_of(nominee("P", others=0)).bagian[4:]
    assert rank.sebab == "kategori tidak dinilai: baru 1 calon, paling sedikit 3"


def test_who_is_not_nominated_is_told_by_whom() -> None:
    assert step_of(nominee("P", nominasi=False)).sebab == "tidak dinominasikan menurut keputusan Tim P3DN"


def test_somebody_who_did_not_take_part_is_unknown() -> None:
    with pytest.raises(UsageError, match=r"bernama Dinas PP\. Mungkin maksud Anda: Dinas P"):
        nominee("Dinas PP")
