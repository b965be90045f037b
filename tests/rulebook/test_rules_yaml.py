"""The repository's own rulebook: sound, and saying what the instruments say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from p3dn_reports import rulebook
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.rules import Rulebook
from p3dn_reports.vocabulary import Periode
from tests.rulebook.kasus import ASAL, RULES, RULES_SCHEMA, in_lines

TEMPLATES = ASAL / "templates"
TW4 = Periode(2024, 4)
CUT_OFF = date(2024, 12, 30)


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    templates = TEMPLATES if any(TEMPLATES.rglob("*.docx")) else None
    loaded, problems = rulebook.load(RULES, load_schemas(ASAL / "schemas"), RULES_SCHEMA, templates)
    assert in_lines(problems) == []
    assert loaded is not None
    return loaded


def test_first_line_tells_editors_where_the_schema_is() -> None:
    first = RULES.read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=./schemas/rules.schema.json"
    assert (RULES.parent / first.split("=")[1]).samefile(RULES_SCHEMA)


def test_thresholds_hold_for_the_quarter_the_instruction_names(rules: Rulebook) -> None:
    jakarta = rules.daerah["dki-jakarta"]
    here = rules.scope(jakarta, TW4, CUT_OFF)
    values = {name: here.parameter(name) for name in ("ambang_bawah_perkin", "ambang_atas_perkin", "batas_impor")}
    assert {name: str(value.nilai) for name, value in values.items() if value} == {
        "ambang_bawah_perkin": "80",
        "ambang_atas_perkin": "100",
        "batas_impor": "5",
    }
    assert rules.scope(jakarta, Periode(2025, 1), date(2025, 3, 31)).parameter("ambang_bawah_perkin") is None
    assert rules.scope(jakarta, TW4, date(2024, 11, 25)).parameter("ambang_bawah_perkin") is None


def test_no_instrument_judges_a_region_that_does_not_apply_it(rules: Rulebook) -> None:
    pandeglang = rules.scope(rules.daerah["kabupaten-pandeglang"], TW4, CUT_OFF)
    assert pandeglang.parameter("ambang_bawah_perkin") is None
    assert pandeglang.daftar("kode_rekening_p3dn") is None
    assert not pandeglang.simulasi
    bandung = rules.scope(rules.daerah["kabupaten-bandung"], Periode(2025, 4), date(2025, 12, 31))
    assert bandung.parameter("ambang_bawah_perkin") is not None
    assert bandung.simulasi


def test_account_codes_are_the_eight_of_the_instruction(rules: Rulebook) -> None:
    codes = rules.scope(rules.daerah["dki-jakarta"], TW4, CUT_OFF).daftar("kode_rekening_p3dn")
    assert codes is not None
    assert [item.kode for item in codes.nilai] == [
        "5.1.02",
        "5.1.05.01.02.0001",
        "5.1.06.03.02.0001",
        "5.2.02",
        "5.2.03",
        "5.2.04",
        "5.2.05",
        "5.2.06",
    ]


@pytest.mark.parametrize(("award", "weights"), [("pengguna", [10, 70, 10, 10]), ("produsen", [50, 30, 20])])
def test_award_weights(rules: Rulebook, award: str, weights: list[int]) -> None:
    here = rules.scope(rules.daerah["kabupaten-pandeglang"], Periode(2024), date(2024, 12, 31))
    found = [here.parameter(aspek.bobot) for aspek in rules.penghargaan[award].aspek]
    assert [int(value.nilai) for value in found if value] == weights


def test_regions_choose_their_readings(rules: Rulebook) -> None:
    penyebut = rules.indikator["porsi_perkin"].penyebut
    assert penyebut is not None
    jakarta = rules.scope(rules.daerah["dki-jakarta"], TW4, CUT_OFF)
    bandung = rules.scope(rules.daerah["kabupaten-bandung"], Periode(2025, 4), date(2025, 12, 31))
    assert jakarta.resolve(penyebut) == "pembayaran_pengadaan"
    assert bandung.resolve(penyebut) == "nilai_tercatat"


def test_every_known_kind_of_procurement_is_goods_or_service(rules: Rulebook) -> None:
    services = rules.scope(rules.daerah["kabupaten-pandeglang"], Periode(2024), CUT_OFF).daftar("jenis_pengadaan_jasa")
    assert services is not None
    classed = {*_words(rules, "barang_pdn"), *(row.kode for row in services.nilai)}
    assert set(_known_kinds("realisasi_inaproc")) <= classed


@pytest.mark.parametrize("syarat", ["pekerjaan_konstruksi", "selain_pekerjaan_konstruksi"])
def test_every_known_kind_of_works_is_a_construction_package(rules: Rulebook, syarat: str) -> None:
    works = {kind for kind in _known_kinds("rup") if kind.startswith("Pekerjaan Konstruksi")}
    assert len(works) == 2
    assert works <= _words(rules, syarat)


def _known_kinds(tabel: str) -> tuple[str, ...]:
    column = load_schemas(ASAL / "schemas")[tabel].column("jenis_pengadaan")
    assert column is not None
    return column.known_values


def _words(rules: Rulebook, syarat: str) -> set[str]:
    return {word for term in rules.syarat[syarat].semua if term.kolom == "jenis_pengadaan" for word in term.isi}


def test_revoked_law_is_in_force_until_its_last_day(rules: Rulebook) -> None:
    source = rules.sumber_hukum["permenperin-16-2011"]
    assert source.in_force(date(2024, 12, 31))
    assert not source.in_force(date(2025, 12, 15))


def test_changed_threshold_needs_the_rulebook_alone(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    text = RULES.read_text(encoding="utf-8")
    path.write_text(text.replace('nilai: "80"', 'nilai: "75"'), encoding="utf-8")
    loaded, problems = rulebook.load(path, load_schemas(ASAL / "schemas"), RULES_SCHEMA)
    assert problems == ()
    assert loaded is not None
    chosen = loaded.scope(loaded.daerah["dki-jakarta"], TW4, CUT_OFF).parameter("ambang_bawah_perkin")
    assert chosen is not None
    assert chosen.nilai == 75
