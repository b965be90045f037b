"""Who reports, who is rolled up, who is out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from p3dn_reports.evaluation.assessment import Organisasi
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.problems import Problem, Severity
from p3dn_reports.rules import Indikator, Rujukan, Ukuran
from tests.evaluation.factory import filled, paid, rulebook, scope_of, unit

PD = "1.02.0.00.0.00.01.0000"


def organise(satker: list[dict[str, Any]], **rows: list[dict[str, Any]]) -> tuple[Organisasi, tuple[Problem, ...]]:
    with filled({"satker": satker, **rows}) as tables:
        return organisation(tables, scope_of())


def test_members_stand_behind_their_unit_in_table_order() -> None:
    satker = [unit(PD[:-4] + "0002", jenis="unit"), unit("X", jenis="unit", induk=PD), unit(PD)]
    organisasi, problems = organise(satker)
    assert problems == ()
    assert organisasi.pelapor[0].anggota == (PD, PD[:-4] + "0002", "X")
    assert organisasi.pelapor_of == dict.fromkeys([PD, PD[:-4] + "0002", "X"], PD)


def test_units_report_in_the_order_of_the_table() -> None:
    organisasi, _ = organise([unit("Z"), unit("A"), unit("M", jenis="biro")])
    assert [one.kode_satker for one in organisasi.pelapor] == ["Z", "A", "M"]
    assert [one.jenis for one in organisasi.pelapor] == ["perangkat_daerah", "perangkat_daerah", "biro"]


def test_parent_as_written_goes_before_the_code() -> None:
    organisasi, _ = organise([unit(PD), unit("B"), unit(PD[:-4] + "0001", jenis="unit", induk="B")])
    assert organisasi.pelapor_of[PD[:-4] + "0001"] == "B"


def test_unit_may_lie_below_a_biro() -> None:
    organisasi, _ = organise([unit("B1", jenis="biro"), unit("U", jenis="unit", induk="B1")])
    assert organisasi.pelapor_of["U"] == "B1"


@pytest.mark.parametrize("induk", ["TIDAK-ADA", None])
def test_unknown_parent_is_a_fault_of_that_unit(induk: str | None) -> None:
    organisasi, problems = organise([unit("A"), unit("U", "UPT Satu", jenis="unit", induk=induk)])
    assert [(one.kode, one.unit, one.tingkat) for one in problems] == [
        ("satker-induk-tidak-dikenal", ("U",), Severity.GALAT)
    ]
    assert "UPT Satu (U)" in problems[0].pesan
    assert (induk or "(kosong)") in problems[0].pesan
    assert "U" not in organisasi.pelapor_of


def test_perangkat_daerah_code_of_a_unit_is_not_its_own_parent() -> None:
    _, problems = organise([unit(PD, jenis="unit")])
    assert [one.kode for one in problems] == ["satker-induk-tidak-dikenal"]


def test_circle_is_told_once_with_everyone_caught_in_it() -> None:
    satker = [
        unit("A", jenis="unit", induk="B"),
        unit("B", jenis="unit", induk="A"),
        unit("C", jenis="unit", induk="A"),
    ]
    organisasi, problems = organise([*satker, unit("D"), unit("E", jenis="unit", induk="E")])
    assert [(one.kode, one.unit, one.nilai) for one in problems] == [
        ("satker-induk-berputar", ("A", "B", "C"), "A, B"),
        ("satker-induk-berputar", ("E",), "E"),
    ]
    assert organisasi.pelapor_of == {"D": "D"}


def test_bukan_pemda_and_what_lies_below_it_are_out_and_listed() -> None:
    satker = [unit("01", "PDAM", jenis="bukan_pemda"), unit("01.1", "Cabang", jenis="unit", induk="01")]
    organisasi, problems = organise(satker)
    assert (organisasi.pelapor, problems) == ((), ())
    assert [(out.kode_satker, out.sebab) for out in organisasi.dikeluarkan] == [
        ("01", "bukan unit pemerintah daerah"),
        ("01.1", "di bawah PDAM, bukan unit pemerintah daerah"),
    ]


SETDA = [unit("S", "Sekretariat Daerah"), unit("S.1", jenis="biro", induk="S"), unit("S.9", jenis="unit", induk="S")]


def test_sekretariat_with_biro_does_not_report_without_rows() -> None:
    organisasi, _ = organise(SETDA, realisasi_bayar=[paid("S.1", "1")])
    assert [one.kode_satker for one in organisasi.pelapor] == ["S.1"]
    assert [out.kode_satker for out in organisasi.dikeluarkan] == ["S", "S.9"]


@pytest.mark.parametrize(
    "rows",
    [
        {"realisasi_bayar": [paid("S", "1")]},
        {"realisasi_bayar": [paid("S.9", "1")]},
        {"perkin": [{"kode_satker": "S"}]},
    ],
    ids=["own row", "row of a unit below", "target alone"],
)
def test_sekretariat_reports_with_rows_of_its_own(rows: dict[str, list[dict[str, Any]]]) -> None:
    organisasi, _ = organise(SETDA, **rows)
    assert [one.kode_satker for one in organisasi.pelapor] == ["S", "S.1"]


def test_table_that_no_rule_adds_up_does_not_make_it_report() -> None:
    organisasi, _ = organise(SETDA, nilai_pengguna=[{"peserta": "S"}])
    assert [one.kode_satker for one in organisasi.pelapor] == ["S.1"]


@pytest.mark.parametrize("tabel", ["deklarasi", "penilaian", "pantauan"])
def test_table_that_only_figures_without_status_rest_on_does_not_make_it_report(tabel: str) -> None:
    base = rulebook()
    counted = {**base.ukuran, "banyak": Ukuran("banyak", "Banyaknya baris", tabel, None, ("rup",))}
    share = {**base.indikator, "bagian": Indikator("bagian", "Bagian", Rujukan("banyak"), Rujukan("banyak"))}
    scope = scope_of(replace(base, ukuran=counted, indikator=share))
    with filled({"satker": SETDA, tabel: [{"kode_satker": "S"}]}) as tables:
        organisasi, _ = organisation(tables, scope)
    assert [one.kode_satker for one in organisasi.pelapor] == ["S.1"]


def test_repeated_code_counts_once() -> None:
    organisasi, _ = organise([unit("A", "Satu"), unit("A", "Dua")])
    assert [one.nama for one in organisasi.pelapor] == ["Satu"]


def test_without_satker_nobody_reports() -> None:
    with filled({}) as tables:
        organisasi, problems = organisation(tables, scope_of())
    assert (organisasi.pelapor, problems) == ((), ())
