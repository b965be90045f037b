"""What helps a person write a case: the schema's words, the editor's settings, the copy in a new folder of work."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from p3dn_reports.rulebook.compose import read_book
from p3dn_reports.rulebook.loader import read
from tests.policy.conftest import ROOT, Run

SCHEMA = json.loads((ROOT / "schemas" / "aturan-uji.schema.json").read_text(encoding="utf-8"))


def nodes(schema: Any, way: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for group in ("properties", "$defs"):
        for name, node in schema.get(group, {}).items():
            yield f"{way}/{name}", node
            yield from nodes(node, f"{way}/{name}")
    if isinstance(schema.get("additionalProperties"), dict):
        yield from nodes(schema["additionalProperties"], f"{way}/*")


def test_the_schema_is_sound_and_explains_every_key() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    wanting = [way for way, node in nodes(SCHEMA) if not (node.get("title") and node.get("description"))]
    assert wanting == []


def test_the_editor_knows_both_schemas() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for schema, files in settings["yaml.schemas"].items():
        assert (ROOT / schema).is_file()
        assert list(ROOT.glob(files))
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))
    assert [task["command"] for task in tasks["tasks"]] == ["p3dn rules check", "p3dn rules test"]


def test_the_editor_finds_the_place_of_a_fault(kerja: Path, p3dn: Run) -> None:
    import re

    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]
    text = Path("rules.yaml").read_text(encoding="utf-8")
    Path("rules.yaml").write_text(text.replace("satuan: persen", "satuan: persn", 1), encoding="utf-8")
    found = re.match(pattern["regexp"], p3dn("rules", "check").out.splitlines()[0])
    assert found
    assert found[pattern["file"]] == "rules.yaml"
    assert text.splitlines()[int(found[pattern["line"]]) - 1].strip() == "satuan: persen"
    assert found[pattern["message"]]


CASES = sorted((ROOT / "aturan-uji").glob("*.yaml"))


@pytest.fixture(scope="module")
def register() -> set[str]:
    rules, _ = read_book(ROOT / "rules.yaml")
    assert rules is not None
    return set(rules.data["sumber_hukum"])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_names_clauses_of_the_register(path: Path, register: set[str]) -> None:
    case, _ = read(path)
    assert case is not None
    assert {cited.partition("/")[0] for cited in case.data["dasar"]} <= register


def test_a_new_folder_of_work_has_the_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, p3dn: Run) -> None:
    """All of them, as they are here; that they hold is tried here, and of one that it is tried there."""
    monkeypatch.chdir(tmp_path)
    assert p3dn("init", "kerja").code == 0
    monkeypatch.chdir(tmp_path / "kerja")
    there = {path.name: path.read_bytes() for path in Path("aturan-uji").glob("*.yaml")}
    assert there == {path.name: path.read_bytes() for path in CASES}
    ended = p3dn("rules", "test", f"aturan-uji/{CASES[0].name}")
    assert ended.code == 0, ended.out + ended.err
