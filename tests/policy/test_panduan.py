"""The guide for policy owners does what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aturan import lay
from tests.policy.conftest import Run
from tests.policy.guide import Step, commands, edit, sections

SECTIONS = sections()


def test_the_guide_shows_each_kind_of_change() -> None:
    assert [title.partition(".")[0] for title in SECTIONS] == ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
    assert all(any(step.bahasa == "sh" for step in steps) for steps in SECTIONS.values())


@pytest.mark.parametrize("title", SECTIONS)
def test_the_steps_of_a_section_work_as_written(title: str, kerja: Path, p3dn: Run) -> None:
    lay(kerja / "lama")
    before: Step | None = None
    for step in SECTIONS[title]:
        if step.bahasa == "sh":
            for arguments in commands(step):
                ended = p3dn(*arguments)
                assert ended.code == 0, f"p3dn {' '.join(arguments)}\n{ended.out}{ended.err}"
        elif step.perintah.startswith("berkas "):
            Path(step.perintah.removeprefix("berkas ")).write_text(step.isi, encoding="utf-8")
        elif step.perintah != "ganti":
            edit(kerja / "rules.yaml", before, step)
        before = step


@pytest.mark.parametrize("title", [title for title in SECTIONS if title[0] != "5"])
def test_the_cases_of_a_section_fail_without_its_change(title: str, kerja: Path, p3dn: Run) -> None:
    files = [step for step in SECTIONS[title] if step.perintah.startswith("berkas ")]
    assert files
    paths = [Path(step.perintah.removeprefix("berkas ")) for step in files]
    for path, step in zip(paths, files, strict=True):
        path.write_text(step.isi, encoding="utf-8")
    assert p3dn("rules", "test", *map(str, paths)).code == 1
