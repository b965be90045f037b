from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from p3dn_reports.evaluation.numbers import exact_text, twelve_decimals
from p3dn_reports.outputs.hasil import hasil_json
from p3dn_reports.outputs.reports import report_files
from p3dn_reports.outputs.standing import read_build
from p3dn_reports.problems import Location, Problem, Severity

from .assessments import assessment
from .builds import DOKUMEN, MASALAH, RINGKASAN, place, publish_build

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).resolve().parents[2] / "schemas/hasil.schema.json").read_text(encoding="utf-8")
)


def content(*, penghargaan: bool = True) -> dict[str, Any]:
    return hasil_json(assessment(penghargaan=penghargaan), DOKUMEN, MASALAH, [], RINGKASAN)


def unit(kode: str) -> dict[str, Any]:
    result: dict[str, Any] = next(one for one in content()["unit"] if one["kode_satker"] == kode)
    return result


def test_the_figures_of_one_unit() -> None:
    result = unit("1.01")["indikator"]["capaian_perkin"]
    assert (result["pembilang"], result["penyebut"]) == ("959", "1200")
    assert (result["nilai"], result["tampil"], result["pita"]) == ("79.916666666667", "79,92%", "di_bawah")
    assert result["target"] == {
        "nilai": "85.5",
        "satuan": "persen",
        "persen": "85.500000000000",
        "tercapai": False,
        "selisih": "-0.333333333333",
    }
    assert result["dasar"] == ["insekda-48-2024/KESATU.a.6"]


def test_the_printed_value_stays_on_its_side_of_the_threshold() -> None:
    assert unit("1.02")["indikator"]["capaian_perkin"]["tampil"] == "79,995%"


def test_what_cannot_be_computed_is_null_with_the_reason() -> None:
    result = unit("1.03")["indikator"]["capaian_perkin"]
    assert (result["nilai"], result["pembilang"], result["penyebut"]) == (None, None, "0")
    assert (result["sebab"], result["tampil"]) == ("penyebut nol", "tidak dapat dihitung")
    assert unit("1.03")["ditahan"] is True


def test_exact_figures_keep_every_digit() -> None:
    assert unit("1.04")["indikator"]["capaian_perkin"]["pembilang"] == "123456789012345678.91"
    assert unit("1.05")["indikator"]["capaian_perkin"]["pembilang"] == "1/3"


def test_missing_is_not_zero() -> None:
    assert unit("1.01")["ukuran"] == {"realisasi_pdn": "959", "banyak_paket": "3", "pagu_rup": None}


def test_awards_and_those_left_out() -> None:
    (group,) = content()["penghargaan"]
    kecil, menengah = group["kategori"]
    assert [peserta["nilai_akhir"] for peserta in kecil["peserta"]] == ["66.666666666667", None]
    assert kecil["peserta"][1]["sebab"] == "nilai mutu belum diisi"
    assert menengah["sebab"] == "kurang dari tiga calon"
    assert content()["dikeluarkan"] == [{"kode_satker": "01", "nama": "PDAM", "sebab": "bukan perangkat daerah"}]


@pytest.mark.parametrize("penghargaan", [True, False])
def test_it_meets_its_schema(*, penghargaan: bool) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    assert list(validator.iter_errors(content(penghargaan=penghargaan))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("daerah",), None),
        (("periode",), "2024-TW5"),
        (("tambahan",), "x"),
        (("unit", 0, "indikator", "capaian_perkin", "nilai"), "79.92"),
        (("unit", 0, "indikator", "capaian_perkin", "nilai"), 79.92),
        (("unit", 0, "indikator", "capaian_perkin", "lain"), "x"),
        (("dokumen", 0, "status"), "selesai"),
        (("masalah", 0, "tingkat"), "bahaya"),
    ],
)
def test_its_schema_is_closed_and_typed(path: tuple[str | int, ...], value: object) -> None:
    wrong = json.loads(json.dumps(content()))
    node = wrong
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(wrong))


def test_its_schema_is_sound_and_describes_everything() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert [name for name, node in properties(SCHEMA) if "description" not in node and "$ref" not in node] == []


def properties(node: object) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        yield from node.get("properties", {}).items()
        for value in node.values():
            yield from properties(value)
    elif isinstance(node, list):
        for value in node:
            yield from properties(value)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20))
def test_exact_text_of_a_decimal_is_the_decimal(value: Decimal) -> None:
    assert Fraction(exact_text(Fraction(value))) == Fraction(value)


@given(st.fractions())
def test_twelve_decimals_are_the_nearest(value: Fraction) -> None:
    assert abs(Fraction(twelve_decimals(value)) - value) <= Fraction(1, 2 * 10**12)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 2 * 10**12), "0.000000000000"),
        (Fraction(3, 2 * 10**12), "0.000000000002"),
        (Fraction(-1, 3), "-0.333333333333"),
        (Fraction(80), "80.000000000000"),
    ],
)
def test_twelve_decimals_round_half_to_even(value: Fraction, text: str) -> None:
    assert twelve_decimals(value) == text


def test_the_report_files_are_the_same_bytes_each_time() -> None:
    def made() -> list[tuple[str, bytes]]:
        return report_files(assessment(penghargaan=True), DOKUMEN, MASALAH, [], RINGKASAN)

    assert made() == made()
    assert [name for name, _ in made()] == ["hasil.json", "hasil.xlsx", "masalah.json"]


def test_a_build_is_read_back_as_it_was(tmp_path: Path) -> None:
    at_cell = Problem(
        "sel-keliru",
        Severity.GALAT,
        "Salah.",
        "Perbaiki.",
        Location("a.xlsx", "Sheet1", "D14", 14, "Nilai"),
        nilai="1.234,5",
        unit=("1.01",),
        semua_unit=True,
    )
    found = [*MASALAH, at_cell]
    files = dict(report_files(assessment(), DOKUMEN, found, [], RINGKASAN))
    folder = publish_build(tmp_path, files=files)
    assert folder.name.endswith(place().digest[:7])
    assert read_build(folder) == (DOKUMEN, found)


def test_a_folder_that_is_no_build_cannot_be_read_back(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a build"):
        read_build(tmp_path)
