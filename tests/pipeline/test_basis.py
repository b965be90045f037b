"""A build rests on the rules in force for its region: what says nothing here makes no new build, what does, does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from p3dn_reports import pipeline
from p3dn_reports.rulebook.loader import read
from p3dn_reports.rules import Rulebook
from p3dn_reports.rules.in_force import digest_in_force
from p3dn_reports.workspace import Workspace
from tests.pipeline.folders import BASE, ROOT, folder_of, workspace

TEXT = (ROOT / "rules.yaml").read_text(encoding="utf-8")
SAME = {
    "komentar": ("parameter:\n", "parameter:\n  # catatan biro hukum\n"),
    "nilai daerah lain": ('nilai: "25", dasar: [perbup-46-2023/22.3.a]', 'nilai: "30", dasar: [perbup-46-2023/22.3.a]'),
    "profil daerah lain": ("nama_pemda: Pemerintah Kabupaten Pandeglang", "nama_pemda: Pemkab Pandeglang"),
}
OTHER = {
    "nilai sendiri": ('nilai: "80", dasar: [insekda-48-2024/', 'nilai: "75", dasar: [insekda-48-2024/'),
    "kata pita": ('tampil: "di bawah {ambang_bawah_perkin}"', 'tampil: "kurang dari {ambang_bawah_perkin}"'),
    "tafsir": ("dipakai: Pita {ambang_bawah_perkin} dan", "dipakai: Batas {ambang_bawah_perkin} dan"),
}


def changed(old: str, new: str) -> bytes:
    assert TEXT.count(old) >= 1, old
    return TEXT.replace(old, new, 1).encode()


def rulebook(path: Path, content: bytes) -> Rulebook:
    from p3dn_reports.rulebook.build import build

    path.write_bytes(content)
    source, problems = read(path)
    assert source is not None, problems
    return build(source)


def of_dki(path: Path, content: bytes) -> str:
    rules = rulebook(path, content)
    return digest_in_force(rules, rules.daerah["dki-jakarta"])


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_what_says_nothing_here_is_no_part_of_the_basis(tmp_path: Path, change: tuple[str, str]) -> None:
    path = tmp_path / "rules.yaml"
    assert of_dki(path, changed(*change)) == of_dki(path, TEXT.encode())


@pytest.mark.parametrize("change", OTHER.values(), ids=OTHER)
def test_what_is_read_or_printed_here_is(tmp_path: Path, change: tuple[str, str]) -> None:
    path = tmp_path / "rules.yaml"
    assert of_dki(path, changed(*change)) != of_dki(path, TEXT.encode())


def test_every_region_has_a_basis_of_its_own(tmp_path: Path) -> None:
    rules = rulebook(tmp_path / "rules.yaml", TEXT.encode())
    assert len({digest_in_force(rules, daerah) for daerah in rules.daerah.values()}) == len(rules.daerah)


def test_a_comment_builds_nothing_and_a_threshold_does(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text(TEXT, encoding="utf-8")
    place: Workspace = replace(workspace(tmp_path / "out", rules), root=tmp_path)
    first = pipeline.build(place, BASE)
    for content in (changed(*SAME["komentar"]), TEXT.encode()):
        rules.write_bytes(content)
        again = pipeline.build(place, BASE)
        assert (again.baru, again.folder) == (False, first.folder)
    rules.write_bytes(changed(*OTHER["nilai sendiri"]))
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
