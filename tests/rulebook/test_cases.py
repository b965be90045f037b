"""Right and wrong rulebooks as text. A case that finds other problems than masalah.txt says is a changed promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.messages import MESSAGES
from p3dn_reports.problems import has_errors
from tests.rulebook.kasus import SINI, Case, in_lines, load_text, wrong_cases

RIGHT = sorted((SINI / "kasus_benar").glob("*.yaml"))
WRONG = wrong_cases()


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: path.stem)
def test_right_rulebook_loads_without_any_problem(path: Path, tmp_path: Path) -> None:
    loaded, problems = load_text(path.read_bytes(), tmp_path)
    assert in_lines(problems) == []
    assert loaded is not None


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case.folder.name)
def test_wrong_rulebook_is_told_what_and_where(case: Case, tmp_path: Path) -> None:
    loaded, problems = case.load(tmp_path)
    assert in_lines(problems) == case.expected
    assert problems
    assert (loaded is None) == has_errors(problems)


def test_every_wrong_case_has_both_files_and_its_own_change() -> None:
    assert len(WRONG) >= 30
    for case in WRONG:
        assert {path.name for path in case.folder.iterdir()} - {"berkas"} == {"ubah.yaml", "masalah.txt"}
    alone = [case.text for case in WRONG if not (case.folder / "berkas").is_dir()]
    assert len(set(alone)) == len(alone)


def test_every_code_of_the_rulebook_is_tried() -> None:
    """What a change of text cannot show is tried in test_loader.py, test_conformity.py and test_gaps.py."""
    in_folders = {line.split()[0] for case in WRONG for line in case.expected}
    elsewhere = {
        "aturan-tidak-terbaca",
        "aturan-terlalu-besar",
        "aturan-bukan-utf8",
        "aturan-terlalu-dalam",
        "aturan-isi-meluas",
        "aturan-bentuk-salah",
        "aturan-celah-setelah-instrumen",
        "aturan-celah-setelah-hukum",
        "aturan-hari-libur-belum-didaftar",
    }
    ours = {kode for kode in MESSAGES if kode.startswith("aturan-")}
    assert ours - in_folders == elsewhere


def test_problems_stand_in_reading_order(tmp_path: Path) -> None:
    case = Case(SINI / "kasus_salah" / "banyak-kesalahan")
    _, problems = load_text(case.text, tmp_path)
    lines = [problem.lokasi.baris or 0 for problem in problems]
    assert len(lines) == 3
    assert lines == sorted(lines)


def test_text_repeated_by_an_alias_is_blamed_once(tmp_path: Path) -> None:
    text = (SINI / "kasus_benar" / "jangkar.yaml").read_text(encoding="utf-8")
    _, problems = load_text(
        text.replace("dasar: [perda-1-2020]}\n    nama_pemda", "dasar: [perda-9]}\n    nama_pemda"), tmp_path
    )
    assert [problem.kode for problem in problems] == ["aturan-sumber-tidak-ada"]


def test_missing_template_is_not_looked_for_without_a_folder(tmp_path: Path) -> None:
    from p3dn_reports import rulebook
    from tests.rulebook.kasus import RULES_SCHEMA, TABLES

    path = tmp_path / "rules.yaml"
    path.write_text(Case(SINI / "kasus_salah" / "templat-tidak-ada").text, encoding="utf-8")
    loaded, problems = rulebook.load(path, TABLES, RULES_SCHEMA)
    assert loaded is not None
    assert problems == ()


def test_injection_in_text_fields_is_inert(tmp_path: Path) -> None:
    """Text is text: neither a placeholder of ours nor a template's tag nor SQL in it is looked at."""
    hostile = "'; DROP TABLE paket; -- {0} {nilai} {{ ''.__class__ }} %(x)s ${jndi}"
    text = (SINI / "kasus_benar" / "lengkap.yaml").read_text(encoding="utf-8")
    loaded, problems = load_text(text.replace("ibu_kota: B", f'ibu_kota: "{hostile}"'), tmp_path)
    assert problems == ()
    assert loaded is not None
    assert loaded.daerah["kota-b"].ibu_kota == hostile


def test_hostile_wrong_word_is_shown_as_it_is(tmp_path: Path) -> None:
    text = (SINI / "kasus_benar" / "lengkap.yaml").read_text(encoding="utf-8")
    _, problems = load_text(text.replace("sifat: Segera", 'sifat: "{nilai!r} {0}"'), tmp_path)
    assert "{nilai!r} {0}" in problems[0].pesan
    assert problems[0].nilai == "{nilai!r} {0}"
