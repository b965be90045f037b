"""docs/panduan-perancang.md is tried as it is written: its commands run, its tags print, its mistakes are found."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from p3dn_reports import drafter, workspace
from p3dn_reports.documents.fields.document import kind_of
from p3dn_reports.documents.fields.field import ALL
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.documents.word.shapes import Shape
from p3dn_reports.documents.word.template import Template, check_template
from p3dn_reports.documents.word.values import FILTERS
from p3dn_reports.workspace import Workspace
from tests.documents_engine.drafts import Rows, draft
from tests.drafter.conftest import ROOT, Command, Fields

TEXT = (ROOT / "docs/panduan-perancang.md").read_text("utf-8")


def fences(kind: str) -> list[str]:
    """The blocks of one kind, their indentation taken away."""
    found = re.findall(rf"^( *)```{kind}\n(.*?)^ *```", TEXT, re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", body, flags=re.MULTILINE) for indent, body in found]


COMMANDS = [line for body in fences("sh") for line in body.splitlines()]
SNIPPETS = [body.splitlines() for body in fences("templat")]
TABLES: list[Rows] = [
    [[cell.strip() for cell in re.split(r"\s\|(?=\s|$)", line)] for line in body.splitlines()]
    for body in fences("tabel")
]
MISTAKES = [
    tuple(cell.replace("\\|", "|") for cell in found)
    for found in re.findall(r"^\| `(.+?)` \| `(.+?)` \| .+ \|$", TEXT, re.MULTILINE)
    if found[0] not in FILTERS
]


@pytest.fixture(scope="module")
def context(place: Workspace) -> dict[str, Any]:
    found = drafter.samples(place, ROOT / "inputs/contoh-dki-2024-tw4")
    return next(
        fields.of("naskah_unit").value(at, ALL) for at, fields in found if kind_of(at.planned.dokumen) == "naskah_unit"
    )


def test_there_is_something_to_try() -> None:
    assert (len(COMMANDS), len(SNIPPETS), len(TABLES), len(MISTAKES)) >= (6, 6, 1, 9)


def test_the_commands_run_in_a_new_workspace(p3dn: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("p3dn_reports.pdf.find_program", lambda: None)
    workspace.init(tmp_path / "kerja")
    monkeypatch.chdir(tmp_path / "kerja")
    monkeypatch.delenv("P3DN_WORKSPACE")
    for line in COMMANDS:
        program, *arguments = shlex.split(line)
        code, _, err = p3dn(*arguments)
        assert (program, code) == ("p3dn", 0), f"{line}\n{err}"


def _known(fields: Fields) -> dict[str, Shape]:
    """The fields of a letter, but for the signature's place: of a few lines none is asked for."""
    return {
        entry.nama: Shape(entry.jenis, entry.kadang_kosong)
        for entry in fields["naskah_unit"]
        if entry.nama != "jangkar"
    }


@pytest.mark.parametrize("block", [*SNIPPETS, *TABLES], ids=range(len(SNIPPETS) + len(TABLES)))
def test_the_tags_have_no_mistakes_and_print(block: Any, fields: Fields, context: dict[str, Any]) -> None:
    content = draft(*block) if isinstance(block[0], str) else draft(block)
    assert check_template(content, "panduan.docx", _known(fields)) == []
    printed = outline(Template.compile(content).render(context))
    assert printed.strip()
    assert "{" not in printed


@pytest.mark.parametrize(("wrong", "right"), MISTAKES)
def test_the_mistakes_are_found_and_what_is_right_is_not(wrong: str, right: str, fields: Fields) -> None:
    known = _known(fields)
    assert check_template(draft(wrong), "panduan.docx", known)
    assert check_template(draft(right), "panduan.docx", known) == []


def test_every_filter_is_named() -> None:
    assert sorted(name for name in FILTERS if f"`{name}`" not in TEXT) == ["items"]


def test_links_and_pictures_are_there() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", TEXT)
    assert len(targets) >= 4
    assert [target for target in targets if not (ROOT / "docs" / target).is_file()] == []


def test_the_git_setting_is_the_one_the_attributes_name() -> None:
    (line,) = fences("git")
    assert line.strip() == 'git config diff.p3dn.textconv "p3dn templates text"'
    assert "*.docx binary diff=p3dn" in (ROOT / ".gitattributes").read_text("utf-8")
