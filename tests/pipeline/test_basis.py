"""A build rests on the rules in force for its region: what says nothing here makes no new build, what does, does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from p3dn_reports import pipeline
from p3dn_reports.rulebook.compose import read_book
from p3dn_reports.rules import Rulebook
from p3dn_reports.rules.in_force import digest_in_force
from p3dn_reports.workspace import Workspace
from tests.aturan import lay
from tests.pipeline.folders import BASE, ROOT, folder_of, workspace

SAME = {
    "komentar": ("parameter:\n", "parameter:\n  # catatan biro hukum\n"),
    "nilai daerah lain": ('nilai: "25", dasar: [22.3.a]', 'nilai: "30", dasar: [22.3.a]'),
    "profil daerah lain": ("nama_pemda: Pemerintah Kabupaten Pandeglang", "nama_pemda: Pemkab Pandeglang"),
}
OTHER = {
    "nilai sendiri": ('nilai: "80"\n        dasar: [KESATU', 'nilai: "75"\n        dasar: [KESATU'),
    "kata pita": ('tampil: "di bawah {ambang_bawah_perkin}"', 'tampil: "kurang dari {ambang_bawah_perkin}"'),
    "tafsir": ("dipakai: Pita {ambang_bawah_perkin} dan", "dipakai: Batas {ambang_bawah_perkin} dan"),
}


def rulebook(path: Path) -> Rulebook:
    from p3dn_reports.rulebook.build import build

    source, problems = read_book(path)
    assert source is not None, problems
    return build(source)


def of_dki(path: Path) -> str:
    rules = rulebook(path)
    return digest_in_force(rules, rules.daerah["dki-jakarta"])


def in_one_file(folder: Path) -> Path:
    """The whole rulebook as people had it before: one file, its sections in another order."""
    source, problems = read_book(ROOT / "rules.yaml")
    assert source is not None, problems
    data = {name: source.data[name] for name in reversed(source.data) if name != "memuat"}
    path = folder / "rules.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, default_style='"', sort_keys=False), encoding="utf-8")
    return path


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_says_nothing_here_is_no_part_of_the_basis(tmp_path: Path, change: tuple[str, str]) -> None:
    assert of_dki(lay(tmp_path, change)) == of_dki(ROOT / "rules.yaml")


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER)
def test_what_is_read_or_printed_here_is(tmp_path: Path, change: tuple[str, str]) -> None:
    assert of_dki(lay(tmp_path, change)) != of_dki(ROOT / "rules.yaml")


def test_in_which_file_a_section_stands_is_no_part_of_the_basis(tmp_path: Path) -> None:
    assert of_dki(in_one_file(tmp_path)) == of_dki(ROOT / "rules.yaml")


def test_every_region_has_a_basis_of_its_own() -> None:
    rules = rulebook(ROOT / "rules.yaml")
    assert len({digest_in_force(rules, daerah) for daerah in rules.daerah.values()}) == len(rules.daerah)


def test_a_comment_builds_nothing_and_a_threshold_does(tmp_path: Path) -> None:
    rules = lay(tmp_path)
    place: Workspace = replace(workspace(tmp_path / "out", rules), root=tmp_path)
    first = pipeline.build(place, BASE)
    for change in (SAME["komentar"], ("tafsir:\n", "tafsir:   # catatan\n")):
        lay(tmp_path, change)
        again = pipeline.build(place, BASE)
        assert (again.baru, again.folder) == (False, first.folder)
    lay(tmp_path, OTHER["nilai sendiri"])
    other = pipeline.build(place, BASE)
    assert (other.baru, folder_of(other) != folder_of(first)) == (True, True)


@pytest.mark.parametrize("kept", [None, "", "rusak", "é"])
def test_without_what_was_kept_the_build_is_found_all_the_same(tmp_path: Path, kept: str | None) -> None:
    place: Workspace = replace(workspace(tmp_path / "out"), root=tmp_path)
    first = pipeline.build(place, BASE, only=frozenset({"catatan_penafsiran"}))
    for path in (tmp_path / ".p3dn-cache" / "berlaku").iterdir():
        path.unlink() if kept is None else path.write_text(kept, encoding="utf-8")
    again = pipeline.build(place, BASE, only=frozenset({"catatan_penafsiran"}))
    assert (again.baru, again.folder) == (False, first.folder)
