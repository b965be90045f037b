"""What has nothing in force, and from when: told by cause and region, with what it is."""

from __future__ import annotations

from pathlib import Path

from p3dn_reports import rulebook
from p3dn_reports.problems import Problem
from tests.rulebook.kasus import LENGKAP, RULES_SCHEMA, TABLES

TEXT = LENGKAP.read_text(encoding="utf-8")
LAW = 'berlaku_sejak: "2023-05-01"\n    perubahan:'


def notes(text: str, folder: Path, *, ending: bool = True) -> list[Problem]:
    path = folder / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    loaded, problems = rulebook.load(path, TABLES, RULES_SCHEMA, ending=ending)
    assert loaded is not None, problems
    return list(problems)


def test_what_merely_ends_is_noted_only_where_that_is_asked(tmp_path: Path) -> None:
    assert notes(TEXT, tmp_path, ending=False) == []
    told = {(problem.kode, problem.lokasi.baris) for problem in notes(TEXT, tmp_path)}
    assert told == {("aturan-celah-setelah-instrumen", 5), ("aturan-hari-libur-belum-didaftar", line("hari_libur:"))}


def line(words: str) -> int:
    return TEXT[: TEXT.index(words)].count("\n") + 1


def test_after_the_last_instrument_all_that_rests_on_it_alone_is_listed(tmp_path: Path) -> None:
    (found,) = (one for one in notes(TEXT, tmp_path) if one.kode == "aturan-celah-setelah-instrumen")
    assert "setelah 2024 tidak ada instrumen yang berlaku di kota-a (yang terakhir instruksi-1-2024)" in found.pesan
    assert "parameter ambang_bawah, ambang_atas; daftar rekening, kanal; naskah laporan, surat." in found.pesan


def test_a_law_without_bond_that_ends_is_noted_once_with_every_region_that_applies_it(tmp_path: Path) -> None:
    ended = TEXT.replace(LAW, f'berlaku_sampai: "2026-06-30"\n    {LAW}', 1)
    found = [one for one in notes(ended, tmp_path) if one.kode == "aturan-celah-setelah-hukum"]
    (here,) = (one for one in found if " di kota-a dan kota-b " in one.pesan)
    assert "perda-7-2023 berakhir; sejak 2026-07-01" in here.pesan
    assert "parameter bobot_rencana, bobot_belanja, paling_sedikit; putusan sanksi." in here.pesan


def test_a_year_between_two_tables_of_days_off_is_told(tmp_path: Path) -> None:
    day = "{tanggal: 2027-01-01, nama: A, jenis: libur_nasional}"
    later = f"  tahun-2027: {{tahun: 2027, dasar: [perda-7-2023/5], hari: [{day}]}}"
    text = TEXT.replace("\nhari_libur:\n", f"\nhari_libur:\n{later}\n", 1)
    years = {word for one in notes(text, tmp_path) for word in one.pesan.split() if one.kode.startswith("aturan-hari")}
    assert {"2025", "2028"} <= years
