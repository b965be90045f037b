"""The guide for policy owners does what it says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from tests.aturan import lay
from tests.documents_engine.drafts import draft
from tests.policy.conftest import ROOT, Run
from tests.policy.guide import Step, commands, edit, sections

SECTIONS = sections()


def test_the_guide_shows_each_kind_of_change() -> None:
    assert [title.partition(".")[0] for title in SECTIONS] == [str(number) for number in range(1, 13)]
    assert all(any(step.bahasa == "sh" for step in steps) for steps in SECTIONS.values())


@pytest.mark.parametrize("title", [title for title in SECTIONS if title[:3] != "10."])
def test_the_steps_of_a_section_work_as_written(title: str, kerja: Path, p3dn: Run) -> None:
    follow(title, kerja, p3dn)


def test_another_law_is_data_alone(kerja: Path, p3dn: Run) -> None:
    """Inpres 2/2022: an indicator, a band and a letter; each letter is of a unit below 40%, and names its share."""
    (title,) = (title for title in SECTIONS if title[:3] == "10.")
    follow(title, kerja, p3dn)
    (hasil,) = (kerja / "outputs").glob("**/hasil.json")
    content = json.loads(hasil.read_text(encoding="utf-8"))
    below = {
        one["kode_satker"]: one["indikator"]["porsi_umk_inpres"]["tampil"]
        for one in content["unit"]
        if one["indikator"]["porsi_umk_inpres"]["pita"] == "kurang"
    }
    letters = {one["unit"]: hasil.parent / one["berkas"] for one in content["dokumen"] if one["id"] == "surat_umk"}
    assert 0 < len(below) < len(content["unit"])
    assert letters.keys() == below.keys()
    for kode, tampil in below.items():
        assert f"{tampil}, di bawah 40%." in plain(letters[kode])


def plain(path: Path) -> str:
    """The words of a document."""
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def follow(title: str, kerja: Path, p3dn: Run) -> None:
    """Do what a section says, step by step."""
    lay(kerja / "lama")
    before: Step | None = None
    for step in SECTIONS[title]:
        if step.bahasa == "sh":
            for arguments in commands(step):
                ended = p3dn(*arguments)
                assert ended.code == 0, f"p3dn {' '.join(arguments)}\n{ended.out}{ended.err}"
        elif step.perintah.startswith("berkas "):
            Path(step.perintah.removeprefix("berkas ")).write_text(step.isi, encoding="utf-8")
        elif step.perintah.startswith("templat "):
            lay_template(kerja, step.perintah.removeprefix("templat "), step.isi)
        elif step.perintah != "ganti":
            edit(kerja / "rules.yaml", before, step)
        before = step


def lay_template(kerja: Path, name: str, text: str) -> None:
    """A template of these paragraphs beside the repository's, in a folder of the test's own."""
    templates = kerja / "templates"
    if templates.is_symlink():
        templates.unlink()
        shutil.copytree(ROOT / "templates", templates)
    (templates / "docx" / name).write_bytes(draft(*text.splitlines()))


@pytest.mark.parametrize("title", [title for title in SECTIONS if title.split(".")[0] not in ("5", "12")])
def test_the_cases_of_a_section_fail_without_its_change(title: str, kerja: Path, p3dn: Run) -> None:
    files = [step for step in SECTIONS[title] if step.perintah.startswith("berkas aturan-uji/")]
    assert files
    paths = [Path(step.perintah.removeprefix("berkas ")) for step in files]
    for path, step in zip(paths, files, strict=True):
        path.write_text(step.isi, encoding="utf-8")
    assert p3dn("rules", "test", *map(str, paths)).code == 1
