"""The repository's own rulebook: sound, and saying what the instruments say."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from p3dn_reports import rulebook
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.rulebook.loader import read
from p3dn_reports.rules import Rulebook
from p3dn_reports.vocabulary import Periode
from tests.aturan import change, lay, names
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


@pytest.mark.parametrize("path", names(RULES), ids=lambda path: path.name)
def test_first_line_tells_editors_where_the_schema_is(path: Path) -> None:
    """Each file is of the form its own schema asks for, whatever the others hold."""
    head, _, place = path.read_text(encoding="utf-8").splitlines()[0].partition("=")
    assert head == "# yaml-language-server: $schema"
    source, _ = read(path)
    assert source is not None
    named = path.parent / place
    assert named.samefile(RULES_SCHEMA if path == RULES else RULES_SCHEMA.with_name("aturan.schema.json"))
    assert [error.message for error in _validator(named).iter_errors(source.data)] == []


def _validator(path: Path) -> Draft202012Validator:
    known = [json.loads(one.read_text(encoding="utf-8")) for one in (RULES_SCHEMA, path)]
    registry = Registry().with_resources([(one["$id"], Resource.from_contents(one)) for one in known])
    return Draft202012Validator(known[1], registry=registry)


def test_the_schema_of_included_files_has_every_section() -> None:
    whole, part = (
        json.loads(RULES_SCHEMA.with_name(f"{name}.schema.json").read_text(encoding="utf-8"))["properties"]
        for name in ("rules", "aturan")
    )
    assert list(part) == [name for name in whole if name != "versi_skema"]
    assert {one["$ref"] for one in part.values()} == {f"rules.schema.json#/properties/{name}" for name in part}


def test_no_file_beside_the_rulebook_is_left_out() -> None:
    assert sorted((ASAL / "aturan").glob("*.yaml")) == sorted(names(RULES)[1:])


def test_a_sub_criterion_is_told_in_the_words_of_its_clause(rules: Rulebook) -> None:
    realisasi = next(one for one in rules.penghargaan["pengguna"].aspek if one.id == "realisasi").sub_kriteria
    assert realisasi["pilihan_pdn_lain"].kata == "pemilihan Produk Dalam Negeri selain kondisi tersebut"
    assert realisasi["preferensi_harga"].kata == (
        "penerapan preferensi harga dalam pengadaan barang/jasa yang memiliki nilai TKDN"
    )


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
    path = lay(tmp_path)
    change(path, 'nilai: "80"', 'nilai: "75"', -1)
    loaded, problems = rulebook.load(path, load_schemas(ASAL / "schemas"), RULES_SCHEMA)
    assert problems == ()
    assert loaded is not None
    chosen = loaded.scope(loaded.daerah["dki-jakarta"], TW4, CUT_OFF).parameter("ambang_bawah_perkin")
    assert chosen is not None
    assert chosen.nilai == 75
