"""Nominees: as the Tim wrote, else by the mapping of the first data, else nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from p3dn_reports.evaluation.alternatives import evaluate
from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.problems import Problem
from p3dn_reports.rules import KolomTabel, Op, Rulebook, Syarat, Term
from p3dn_reports.vocabulary import Periode
from tests.evaluation.factory import filled, rulebook, scope_of

MAPPED = Syarat("terdaftar", "Terdaftar", "peserta_penghargaan", (
    Term("nama", Op.ADA_PADA, pada=KolomTabel("deklarasi", "kode_rup")),
))  # fmt: skip
FILLED = Syarat("beralamat", "Beralamat", "peserta_penghargaan", (Term("alamat", Op.TERISI),))
LISTED: list[dict[str, Any]] = [{"kode_rup": " pt satu "}, {"kode_rup": "PT Dua"}, {"kode_rup": None}]


def rules(*pemetaan: str) -> Rulebook:
    base = rulebook()
    award = replace(base.penghargaan["produsen"], pemetaan=pemetaan)
    syarat = {**base.syarat, "terdaftar": MAPPED, "beralamat": FILLED}
    return replace(base, syarat=syarat, penghargaan={**base.penghargaan, "produsen": award})


def assess(rows: dict[str, list[dict[str, Any]]], book: Rulebook) -> Assessment:
    view = scope_of(book, daerah="kabupaten-pandeglang", periode=Periode(2024), data_per=date(2024, 12, 30))
    with filled({"satker": [], "nilai_produsen": [], **rows}) as tables:
        units, _ = organisation(tables, view)
        return evaluate(tables, view, units)


def participants(*given: tuple[str | None, bool | None]) -> list[dict[str, Any]]:
    """One producer per (name, what the Tim wrote)."""
    return [
        {"peserta": f"P{number}", "nama": nama, "kelompok": "produsen", "kategori": "kecil", "nominasi": wrote}
        for number, (nama, wrote) in enumerate(given)
    ]


def outcome(assessment: Assessment) -> list[tuple[bool | None, bool, bool]]:
    (award,) = assessment.penghargaan
    return [(one.terpetakan, one.nominasi, one.diberikan) for one in award.penilaian_awal]


def _but_categories(found: Assessment) -> list[Problem]:
    return [one for one in found.problems if one.kode != "kategori-dikeluarkan"]


@pytest.mark.parametrize(
    ("nama", "wrote", "expected"),
    [
        ("PT Satu", None, (True, True, False)),
        ("pt dua", None, (True, True, False)),
        ("PT Tiga", None, (False, False, False)),
        (None, None, (False, False, False)),
        ("PT Satu", False, (True, False, True)),
        ("PT Satu", True, (True, True, True)),
        ("PT Tiga", True, (False, True, True)),
    ],
)
def test_what_is_written_wins_and_a_blank_follows_the_mapping(
    nama: str | None, wrote: bool | None, expected: tuple[bool | None, bool, bool]
) -> None:
    rows = {"peserta_penghargaan": participants((nama, wrote)), "deklarasi": LISTED}
    assert outcome(assess(rows, rules("terdaftar"))) == [expected]


def test_without_a_mapping_a_blank_nominates_nobody() -> None:
    rows = {"peserta_penghargaan": participants(("PT Satu", None), ("PT Dua", True))}
    assert outcome(assess(rows, rules())) == [(None, False, False), (None, True, True)]


def test_a_mapping_without_its_table_is_not_judged_and_says_so() -> None:
    rows = {"peserta_penghargaan": participants(("PT Satu", None), ("PT Tiga", True))}
    found = assess(rows, rules("terdaftar"))
    assert outcome(found) == [(None, False, False), (None, True, True)]
    (told,) = _but_categories(found)
    assert (told.kode, told.tabel) == ("pemetaan-tidak-dapat-dinilai", "peserta_penghargaan")
    assert told.pesan.startswith("1 peserta ")
    assert "tabel deklarasi tidak ada" in told.pesan


def test_where_the_tim_wrote_all_a_mapping_without_its_table_is_not_missed() -> None:
    rows = {"peserta_penghargaan": participants(("PT Satu", False), ("PT Tiga", True))}
    assert _but_categories(assess(rows, rules("terdaftar"))) == []


def test_all_conditions_of_the_mapping_must_hold() -> None:
    rows = participants(("PT Satu", None), ("PT Dua", None))
    rows[1]["alamat"] = "Jalan A"
    tables = {"peserta_penghargaan": rows, "deklarasi": LISTED}
    assert [one[1] for one in outcome(assess(tables, rules("terdaftar", "beralamat")))] == [False, True]


def test_a_nominee_outside_the_mapping_is_told_at_its_row() -> None:
    rows = {"peserta_penghargaan": participants(("PT Dua", True), ("PT Tiga", True)), "deklarasi": LISTED}
    (problem,) = _but_categories(assess(rows, rules("terdaftar")))
    assert (problem.kode, problem.nilai, problem.tingkat) == ("calon-tidak-terpetakan", "PT Tiga", "peringatan")
    assert (problem.lokasi.berkas, problem.lokasi.baris, problem.lokasi.kolom) == (
        "peserta_penghargaan.xlsx",
        3,
        "nominasi",
    )


def test_only_nominees_are_counted_for_a_category() -> None:
    rows = {
        "peserta_penghargaan": participants(("PT Satu", None), ("PT Dua", None), ("PT Tiga", None)),
        "deklarasi": LISTED,
    }
    category = assess(rows, rules("terdaftar")).penghargaan[0].kategori[1]
    assert category.kategori == "kecil"
    assert [one.nama for one in category.peserta] == ["PT Satu", "PT Dua"]
    assert category.sebab == "baru 2 calon, paling sedikit 3"
