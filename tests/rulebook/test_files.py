"""The set of files: found by their names without reading the whole, none from outside, each the rulebook's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.rulebook.compose import read_book
from p3dn_reports.rulebook.files import gather, included
from p3dn_reports.rulebook.source import Mark
from p3dn_reports.workspace import Workspace


def lay(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "rules.yaml"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("memuat: [a.yaml, 'b.yaml']\n", ["a.yaml", "b.yaml"]),
        ("x: {memuat: [c.yaml]}\ny: [[memuat, [d.yaml]]]\nmemuat:\n  - a.yaml # memuat: [e.yaml]\n", ["a.yaml"]),
        ("# memuat: [a.yaml]\nx: memuat\n", []),
        ("\ufeff---\nmemuat: [a.yaml]\n", ["a.yaml"]),
        ('"\\x6demuat": [a.yaml]\n', ["a.yaml"]),
        ("memuat: a.yaml\n", []),
        ("memuat: {a.yaml: b}\n", []),
        ("memuat: [a.yaml, {b: c}, d.yaml]\n", ["a.yaml"]),
        ("memuat: [a.yaml\nb: c\n", []),
        ("- memuat\n", []),
        ("? [memuat]\n: x\n", []),
        ("memuat", []),
        ("", []),
    ],
)
def test_the_names_are_those_of_the_first_level(text: str, names: list[str]) -> None:
    assert [name for name, _ in included(text.encode())] == names


def test_what_is_no_text_names_nothing() -> None:
    assert included(b"memuat: [\xff]\n") == ()


def test_every_node_keeps_its_file(tmp_path: Path) -> None:
    rules = lay(
        tmp_path, rules="memuat: [a/b.yaml]\nparameter:\n  satu: x\n", a__b="parameter:\n  dua: {y: z}\ntafsir: {}\n"
    )
    source, problems = read_book(rules)
    assert problems == ()
    assert source is not None
    assert source.data == {"memuat": ["a/b.yaml"], "parameter": {"satu": "x", "dua": {"y": "z"}}, "tafsir": {}}
    assert source.mark(("parameter", "satu")) == Mark(3, 9)
    assert source.mark(("parameter", "dua", "y")) == Mark(2, 12, "a/b.yaml")
    assert source.problem("aturan-kosong", ("tafsir",)).pesan.startswith("a/b.yaml baris 3 kolom 9: ")


def test_an_anchor_is_of_its_own_file(tmp_path: Path) -> None:
    rules = lay(tmp_path, rules="memuat: [b.yaml]\nparameter: &p {satu: x}\n", b="tafsir: *p\n")
    assert [one.kode for one in read_book(rules)[1]] == ["aturan-jangkar-tidak-ada"]


def test_the_section_that_an_alias_repeats_is_not_added_to(tmp_path: Path) -> None:
    rules = lay(tmp_path, rules="memuat: [b.yaml]\nsyarat: &p {satu: x}\nukuran: *p\n", b="ukuran: {dua: y}\n")
    source, _ = read_book(rules)
    assert source is not None
    assert (source.data["syarat"], source.data["ukuran"]) == ({"satu": "x"}, {"satu": "x", "dua": "y"})


@pytest.mark.parametrize("linked", ["berkas", "folder"])
def test_a_link_that_leads_out_is_no_part(tmp_path: Path, linked: str) -> None:
    outside = tmp_path / "luar"
    lay(outside, b="tafsir: {}\n")
    rules = lay(tmp_path / "kerja", rules="memuat: [dalam/b.yaml]\n")
    (rules.parent / "dalam").symlink_to(outside) if linked == "folder" else (rules.parent / "dalam").mkdir()
    if linked == "berkas":
        (rules.parent / "dalam" / "b.yaml").symlink_to(outside / "b.yaml")
    assert [one.kode for one in read_book(rules)[1]] == ["aturan-memuat-di-luar"]


def test_a_file_under_two_names_is_one(tmp_path: Path) -> None:
    rules = lay(tmp_path, rules="memuat: [b.yaml, c.yaml]\n", b="tafsir: {}\n")
    (tmp_path / "c.yaml").symlink_to(tmp_path / "b.yaml")
    assert [one.kode for one in read_book(rules)[1]] == ["aturan-memuat-dua-kali"]


@pytest.mark.parametrize("name", ["aturan", "", ".", '"a\\0b"', f"{'x' * 300}.yaml", "~/x.yaml", "aturan\\b.yaml"])
def test_a_name_that_no_file_has(tmp_path: Path, name: str) -> None:
    rules = lay(tmp_path, rules=f"memuat:\n  - {name}\n", aturan__b="tafsir: {}\n")
    if not name:
        rules.write_text('memuat: [""]\n', encoding="utf-8")
    (found,) = read_book(rules)[1]
    assert (found.kode, found.lokasi.baris) == ("aturan-memuat-tidak-ada", 2 if name else 1)


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    rules = lay(tmp_path, rules="memuat: [b.yaml, x.yaml]\na: 1\na: 2\n", b="c: !!int 3\n")
    assert [(one.kode, one.lokasi.berkas) for one in read_book(rules)[1]] == [
        ("aturan-memuat-tidak-ada", "rules.yaml"),
        ("aturan-kunci-ganda", "rules.yaml"),
        ("aturan-tag-dilarang", "b.yaml"),
    ]


def test_a_build_rests_on_every_file_wherever_it_lies(tmp_path: Path) -> None:
    """Those of aturan/ that nobody includes are no part of it."""
    lay(tmp_path, rules="memuat: [kantor/b.yaml]\n", kantor__b="tafsir: {}\n", aturan__c="tafsir: {}\n")
    before = Workspace.at(tmp_path).digests({})
    assert {"aturan/rules.yaml", "aturan/kantor/b.yaml"} == {name for name in before if name.startswith("aturan/")}
    lay(tmp_path, kantor__b="tafsir: {x: y}\n", aturan__c="tafsir: {x: y}\n")
    after = Workspace.at(tmp_path).digests({})
    assert {name for name in after if after[name] != before[name]} == {"aturan/kantor/b.yaml"}


def test_a_rulebook_that_is_a_link_includes_what_lies_beside_the_file_itself(tmp_path: Path) -> None:
    rules = lay(tmp_path / "asal", rules="memuat: [b.yaml]\n", b="tafsir: {}\n")
    (tmp_path / "rules.yaml").symlink_to(rules)
    files, problems = gather(tmp_path / "rules.yaml")
    assert ([one.nama for one in files], problems) == (["rules.yaml", "b.yaml"], ())
