"""Texts of the rulebook with parameters in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from p3dn_reports.documents.fields.common import number
from p3dn_reports.evaluation.wording import filled
from p3dn_reports.rulebook.diff import differences
from p3dn_reports.rulebook.prose.words import told
from p3dn_reports.vocabulary import Periode
from tests.evaluation.factory import PERBUP, parameter, rulebook, scope_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("di bawah {ambang_bawah} atau lebih dari {ambang_atas}", "di bawah 80% atau lebih dari 100%"),
        ("{ambang_bawah}{ambang_bawah}", "80%80%"),
        ("tanpa isian", "tanpa isian"),
        ("", ""),
    ],
)
def test_the_value_in_force_stands_in_the_text(text: str, words: str) -> None:
    assert filled(text, scope_of()) == words


def test_where_no_value_is_in_force_the_parameter_is_named() -> None:
    rules = rulebook()
    titled = replace(rules.parameter["ambang_bawah"], judul="Ambang bawah capaian")
    rules = replace(rules, parameter={**rules.parameter, "ambang_bawah": titled})
    scope = scope_of(rules, daerah="kabupaten-pandeglang", periode=Periode(2024), data_per=date(2024, 12, 30))
    assert filled("di bawah {ambang_bawah}", scope) == "di bawah ambang bawah capaian"


def test_units_are_written_as_such() -> None:
    rules = rulebook()
    more = {
        "denda": parameter("denda", "500000000", satuan="rupiah"),
        "calon": parameter("calon", "3", PERBUP, "jumlah"),
    }
    rules = replace(rules, parameter={**rules.parameter, **more})
    assert filled("{denda}", scope_of(rules)) == "Rp500.000.000,00"
    assert told(rules, "{calon} calon, {lain}") == "3 calon, {lain}"


def test_a_threshold_with_a_half_is_written_the_same_everywhere() -> None:
    """In a band's words, in a template's field, in what-if: 79,5% and never 79,50%."""
    rules = rulebook(parameter={**rulebook().parameter, "ambang_bawah": parameter("ambang_bawah", "79.50")})
    assert filled("di bawah {ambang_bawah}", scope_of(rules)) == "di bawah 79,5%"
    printed, spelled = (number(rules.parameter["ambang_bawah"], spelled=spelled) for spelled in (False, True))
    assert printed.get(scope_of(rules)) == "79,5%"
    assert spelled.get(scope_of(rules)) == "79,5% (tujuh puluh sembilan koma lima persen)"
    assert "79,5%" in {change.sesudah for change in differences(rulebook(), rules)}


def test_told_without_a_region_a_parameter_of_several_values_keeps_its_name() -> None:
    rules = rulebook()
    (value,) = rules.parameter["ambang_bawah"].nilai
    two = replace(rules.parameter["ambang_bawah"], nilai=(value, replace(value, nilai=value.nilai + 1)))
    rules = replace(rules, parameter={**rules.parameter, "ambang_bawah": two})
    assert told(rules, "{ambang_bawah} dan {ambang_atas}") == "ambang_bawah dan 100%"
