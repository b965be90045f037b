"""One shape of a result: what is told of a record, what a fact is called, and which facts two results differ in."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.result import Difference, differences, fact, paths, plain, result
from tests.outputs.assessments import assessment, indikator
from tests.outputs.test_ranking_sheet import LISTED, with_lists

PITA = ("unit", "1.01", "indikator", "capaian_perkin", "pita")


def moved(before: Assessment) -> Assessment:
    """The same quarter, its first unit with 961 of 1200."""
    first, *others = before.unit
    figures = replace(first.figures, indikator={"capaian_perkin": indikator(Fraction(961), Fraction(1200), "dalam")})
    return replace(before, unit=(replace(first, figures=figures), *others))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (PITA, "di_bawah"),
        ((*PITA[:-1], "nilai"), "79.916666666667"),
        ((*PITA[:-1], "nilai_pasti"), "959/12"),
        ((*PITA[:-1], "target", "tercapai"), "tidak"),
        ((*PITA[:-1], "ambang"), "80; 100"),
        (("unit", "1.01", "ukuran", "pagu_rup"), None),
        (("unit", "1.01", "rincian", "menurut_cara", "penyedia", "jumlah", "nilai"), "959.5"),
        (("seluruh", "indikator", "capaian_perkin", "pembilang"), "4959"),
        (("penghargaan", "produsen", "kategori", "kecil", "peserta", "p1", "penerima"), "ya"),
        (("dikeluarkan", "01", "sebab"), "bukan perangkat daerah"),
    ],
    ids=lambda value: value[-1] if isinstance(value, tuple) else "",
)
def test_a_fact_has_one_name_in_records_and_in_hasil_json(path: tuple[str, ...], text: str | None) -> None:
    found = assessment(penghargaan=True)
    assert paths(found)[path] == text
    assert paths(json.loads(json.dumps(result(found))))[path] == text
    assert plain(fact(found, path[:3])) is not None


def test_records_and_their_json_hold_the_same_facts() -> None:
    found = with_lists(LISTED)
    assert paths(found) == paths(json.loads(json.dumps(result(found))))
    assert differences_of(found, json.loads(json.dumps(result(found)))) == []


def differences_of(old: object, new: object) -> list[Difference]:
    return list(differences(old, new))


def test_what_differs_is_told_fact_by_fact() -> None:
    before = assessment()
    found = {one.fakta: (one.sebelum, one.sesudah) for one in differences(before, moved(before))}
    assert found[PITA] == ("di_bawah", "dalam")
    assert found[(*PITA[:-1], "pembilang")] == ("959", "961")
    assert found[(*PITA[:-1], "target", "nilai")] == ("85.5", None)
    assert {path[:4] for path in found} == {PITA[:4]}


def test_a_unit_that_comes_or_goes_differs_in_every_fact() -> None:
    before = assessment()
    without = replace(before, unit=before.unit[1:])
    gone = {one.fakta[:2]: one.sesudah for one in differences(before, without)}
    assert gone == {("unit", "1.01"): None}


def test_a_standing_file_of_version_1_is_read_by_the_same_names() -> None:
    """Version 1 had neither exact values nor keys of findings; findings of one code are numbered."""
    old: Any = json.loads(json.dumps(result(assessment())))
    for unit in old["unit"]:
        del unit["indikator"]["capaian_perkin"]["nilai_pasti"]
    old["masalah"] = [{"kode": "pdn-kosong", "sel": sel} for sel in ("D4", "D5")]
    found = paths(old)
    assert found[PITA] == "di_bawah"
    assert (found["masalah", "pdn-kosong", "sel"], found["masalah", "pdn-kosong (2)", "sel"]) == ("D4", "D5")
    named = {one.fakta[-1] for one in differences(old, assessment()) if one.fakta[0] == "unit"}
    assert named == {"nilai_pasti"}


def test_there_is_no_fact_of_another_name() -> None:
    with pytest.raises(KeyError):
        fact(assessment(), ("unit", "9.99", "indikator"))


def test_the_way_to_the_thresholds_is_told_in_what_is_divided() -> None:
    """959 of 1200 is 1 short of 80%, 960; 1201 would be 1 above 100%."""
    batas = (("bawah", Fraction(80)), ("atas", Fraction(100)))
    below, above = (replace(indikator(Fraction(n), Fraction(1200)), batas=batas) for n in (959, 1201))
    told = [(plain(one)["kekurangan_ambang"], plain(one)["kelebihan_ambang"]) for one in (below, above)]
    assert told == [("1", "0"), ("0", "1")]
    assert plain(below)["batas"] == {"bawah": "80", "atas": "100"}
    assert indikator(Fraction(959), Fraction(1200)).kekurangan_ambang is None
    assert replace(indikator(None, Fraction(0)), batas=batas).kelebihan_ambang is None
