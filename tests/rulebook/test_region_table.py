"""Many regions as one table of text: a line a region, every fault at its line, the rest as if written as profiles."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports import rulebook
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.region_table import compose_table
from p3dn_reports.rules import Rulebook
from p3dn_reports.rules.in_force import digest_in_force
from p3dn_reports.vocabulary import Periode
from tests.aturan import ROOT, change, lay
from tests.rulebook.kasus import RULES_SCHEMA, in_lines

SCHEMAS = load_schemas(ROOT / "schemas")
HEAD = "kd_klpd;nama;jenis;ibu_kota;instrumen\n"
TABLE = (
    HEAD
    + "D901;Kabupaten Contoh Satu;kabupaten;Contoh;insekda-48-2024 ingub-6-2023\n"
    + "D902;Kota Contoh Dua;kota;Contoh Dua;\n"
)


def load(rules: Path, *, ending: bool = False) -> tuple[Rulebook | None, tuple[Problem, ...]]:
    return rulebook.load(rules, SCHEMAS, RULES_SCHEMA, ending=ending)


def with_table(folder: Path, table: str = TABLE) -> tuple[Rulebook | None, list[str]]:
    found, problems = load(lay_table(folder, table))
    return found, in_lines(problems)


def lay_table(folder: Path, table: str) -> Path:
    rules = lay(folder, ("  - aturan/daerah.yaml", "  - aturan/daerah.yaml\n  - aturan/daftar-daerah.csv"))
    (folder / "aturan" / "daftar-daerah.csv").write_text(table, encoding="utf-8")
    return rules


def test_a_line_is_a_profile(tmp_path: Path) -> None:
    rules, told = with_table(tmp_path)
    assert rules is not None
    assert told == []
    one, two = rules.daerah["kabupaten-contoh-satu"], rules.daerah["kota-contoh-dua"]
    assert (one.kd_klpd, one.jenis, one.menerapkan) == ("D901", "kabupaten", ("insekda-48-2024", "ingub-6-2023"))
    assert (one.nama[0].nilai, one.nama_pemda) == ("Kabupaten Contoh Satu", "Pemerintah Kabupaten Contoh Satu")
    assert (one.kepala_daerah, two.kepala_daerah) == ("Bupati Contoh Satu", "Wali Kota Contoh Dua")
    assert (two.menerapkan, two.ibu_kota) == ((), "Contoh Dua")


def test_a_column_may_be_any_key_of_a_profile(tmp_path: Path) -> None:
    table = "\ufeffKD KLPD,Nama,Jenis,Ibu Kota,Instrumen,kepala_daerah,dinas_pembina\n"
    table += "D901,Kota Contoh,Kota,Contoh,,Penjabat Wali Kota Contoh,\n,,,,,,\n"
    rules, told = with_table(tmp_path, table)
    assert rules is not None, told
    found = rules.daerah["kota-contoh"]
    assert (found.kepala_daerah, found.dinas_pembina, found.jenis) == ("Penjabat Wali Kota Contoh", None, "kota")


@pytest.mark.parametrize(
    ("table", "kode", "place"),
    [
        ("kd_klpd;nama;jenis;ibu_kota\nD1;Kota A;kota;A\n", "aturan-tabel-judul", "1:1 tidak ada kolom instrumen"),
        (HEAD.replace("ibu_kota", "ibu_kota;nama"), "aturan-tabel-judul", "1:1 kolom nama ada dua kali"),
        ("\n\n", "aturan-tabel-judul", "1:1 tidak ada kolom kd_klpd"),
        (f"{HEAD}D1;Kota A;kota;A\n", "aturan-tabel-baris", "2:1 baris ini berisi 4 sel, sedangkan judulnya 5"),
        (f'{HEAD}D1;"Kota A";kota;A;\n', "aturan-tabel-baris", "2:1 baris ini memuat tanda kutip"),
        (f"{HEAD}D1;Kab. A;kabupaten;A;\n", "aturan-tabel-nama", "2:1 nama Kab. A tidak diawali jenisnya"),
        (f"{HEAD}D1;Kota A;kota;A;\nD2;Kota A;kota;A;\n", "aturan-id-ganda", "3:1 kota-a sudah ditulis pada baris 2"),
    ],
)
def test_what_is_no_table_is_told_at_its_line(table: str, kode: str, place: str) -> None:
    root, problems = compose_table(table, "aturan/d.csv")
    assert root is None
    (told,) = in_lines(problems)
    assert told.startswith(f"{kode} aturan/d.csv {place}")


@pytest.mark.parametrize(
    ("line", "kode"),
    [
        ("D69;Kota A;kota;A;", "aturan-kd-klpd-ganda"),
        ("69;Kota A;kota;A;", "aturan-pola-salah"),
        ("D901;Kota A;kota;;", "aturan-kunci-kurang"),
        ("D901;Kota A;kota;A;insekda-48-2025", "aturan-sumber-tidak-ada"),
        ("D901;Desa A;desa;A;", "aturan-kata-salah"),
        ("D107;Kabupaten Bandung;kabupaten;Soreang;", "aturan-id-ganda"),
    ],
)
def test_a_wrong_cell_is_told_as_in_a_profile_at_its_line(tmp_path: Path, line: str, kode: str) -> None:
    rules, told = with_table(tmp_path, f"{HEAD}{line}\n")
    assert rules is None
    assert len(told) == 1
    assert told[0].startswith(f"{kode} aturan/daftar-daerah.csv 2:1 ")


def test_a_gap_that_many_regions_share_is_told_once(tmp_path: Path) -> None:
    lines = [f"D{901 + one};Kota Contoh {one};kota;Contoh;insekda-48-2024" for one in range(9)]
    _, problems = load(lay_table(tmp_path, HEAD + "\n".join(lines)), ending=True)
    (found,) = (one for one in problems if one.kode == "aturan-celah-setelah-instrumen" and "kota-contoh" in one.pesan)
    assert "kota-contoh-3, kota-contoh-4, dan 4 daerah lain" in found.pesan


def test_what_the_lists_say_counts_for_a_region_without_law(tmp_path: Path) -> None:
    """Its figures rest on others' lists, so that a build under other lists is another build."""
    texts = lay_table(tmp_path, TABLE)
    before, _ = load(texts)
    change(texts, "PAKET DIBATALKAN", "PAKET BATAL")
    after, _ = load(texts)
    assert before is not None
    assert after is not None
    one, other = (digest_in_force(book, book.daerah["kota-contoh-dua"], Periode(2025, 3)) for book in (before, after))
    assert one != other
