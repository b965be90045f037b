"""A text once found to be of the right form is not held against the schema again, and nothing else is taken for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from p3dn_reports import rulebook
from p3dn_reports.problems import Problem
from p3dn_reports.rulebook import loading
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.crosscheck import crosscheck
from p3dn_reports.rulebook.source import Keys, Source
from p3dn_reports.rules import Rulebook
from p3dn_reports.verdicts import MOST_KEPT, Verdicts
from tests.rulebook.kasus import LENGKAP, RULES_SCHEMA, TABLES

AGAIN = """
import sys
from pathlib import Path
from p3dn_reports import rulebook
from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.verdicts import Verdicts
path, folder, form = map(Path, sys.argv[1:])
rules, problems = rulebook.load(path, load_schemas(form.parent), form, verdicts=Verdicts(folder))
assert rules is not None, problems
sys.exit(20 + ("jsonschema" in sys.modules))
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copy(LENGKAP, tmp_path / "rules.yaml"))


@pytest.fixture
def verdicts(tmp_path: Path) -> Verdicts:
    return Verdicts(tmp_path / "baik")


def loaded(path: Path, verdicts: Verdicts, schema: Path = RULES_SCHEMA) -> tuple[Rulebook | None, list[str]]:
    """The rulebook and the codes of its problems, as a run of its own would have them."""
    loading._LOADED.clear()
    book, problems = rulebook.load(path, TABLES, schema, verdicts=verdicts)
    return book, [found.kode for found in problems]


def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often the form is looked at from here on."""
    from p3dn_reports.rulebook import conformity

    count: list[int] = []
    whole = conformity.check_form

    def counted(source: Source, schema: Mapping[str, Any]) -> tuple[Problem, ...]:
        count.append(1)
        return whole(source, schema)

    monkeypatch.setattr(conformity, "check_form", counted)
    return count


def test_the_same_text_is_looked_at_once(rules: Path, verdicts: Verdicts, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = looks(monkeypatch)
    first, second = loaded(rules, verdicts), loaded(rules, verdicts)
    assert first == second
    assert first[0] is not None
    assert len(looked) == 1


def test_another_text_or_schema_is_looked_at_anew(
    rules: Path, verdicts: Verdicts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(rules, verdicts)
    looked = looks(monkeypatch)
    other = tmp_path / "lain.schema.json"
    other.write_text(RULES_SCHEMA.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    loaded(rules, verdicts, other)
    rules.write_text(rules.read_text(encoding="utf-8").replace("satuan: persen", "satuan: persn", 1), encoding="utf-8")
    wrong = loaded(rules, verdicts)
    assert wrong == (None, ["aturan-kata-salah"])
    assert len(looked) == 2


def test_what_is_at_fault_is_told_every_time(rules: Path, verdicts: Verdicts) -> None:
    rules.write_text(rules.read_text(encoding="utf-8").replace("satuan: persen", "satuan: persn", 1), encoding="utf-8")
    assert loaded(rules, verdicts) == loaded(rules, verdicts) == (None, ["aturan-kata-salah"])


def test_a_supposition_is_held_against_the_schema(rules: Path, verdicts: Verdicts) -> None:
    known, _ = loaded(rules, verdicts)
    assert known is not None
    supposed: dict[Keys, str] = {("parameter", next(iter(known.parameter)), "satuan"): "persn"}
    book, problems = rulebook.load(rules, TABLES, RULES_SCHEMA, ubah=supposed, verdicts=verdicts)
    assert book is None
    assert [found.kode for found in problems] == ["aturan-kata-salah"]


def test_no_folder_for_verdicts_costs_nothing_but_the_look(rules: Path, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    assert loaded(rules, Verdicts(tmp_path / "berkas" / "baik"))[0] is not None
    assert loaded(rules, Verdicts())[0] is not None


def test_the_oldest_verdicts_go(tmp_path: Path) -> None:
    kept = Verdicts(tmp_path / "baik")
    for number in range(MOST_KEPT + 3):
        kept.keep("bentuk", [str(number).encode()])
    assert len(list((tmp_path / "baik").iterdir())) == MOST_KEPT
    assert kept.stands("bentuk", [str(MOST_KEPT + 2).encode()])
    assert not kept.stands("bentuk", [str(MOST_KEPT + 2).encode(), b""])


def test_a_known_text_needs_no_validator(tmp_path: Path) -> None:
    root = RULES_SCHEMA.parent.parent
    command = [sys.executable, "-c", AGAIN, str(root / "rules.yaml"), str(tmp_path / "baik"), str(RULES_SCHEMA)]
    assert [subprocess.run(command, check=False).returncode for _ in range(2)] == [21, 20]


def checks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often a whole rulebook is checked from here on."""
    count: list[int] = []
    whole = crosscheck

    def counted(subject: Subject) -> tuple[Problem, ...]:
        count.append(1)
        return whole(subject)

    monkeypatch.setattr(loading, "crosscheck", counted)
    return count


def test_a_text_without_any_fault_is_checked_once_and_is_the_same_rulebook(
    rules: Path, verdicts: Verdicts, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = checks(monkeypatch)
    assert loaded(rules, verdicts) == loaded(rules, verdicts) == loaded(rules, Verdicts())
    assert len(checked) == 2


def test_a_remark_is_told_every_time(rules: Path, verdicts: Verdicts, monkeypatch: pytest.MonkeyPatch) -> None:
    rules.write_text(rules.read_text("utf-8").replace("Ketua Harian", "Ketua Harain"), "utf-8")
    checked = checks(monkeypatch)
    first, second = loaded(rules, verdicts), loaded(rules, verdicts)
    assert first == second
    assert first[1] == ["aturan-jabatan-mirip"]
    assert len(checked) == 2


def test_kept_data_that_is_not_whole_is_not_read(
    rules: Path, verdicts: Verdicts, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = loaded(rules, verdicts)
    assert verdicts.folder is not None
    (kept,) = verdicts.folder.glob("aturan-*")
    kept.write_bytes(kept.read_bytes().replace(b"37.5", b"47.5"))
    checked = checks(monkeypatch)
    assert loaded(rules, verdicts) == sound
    assert len(checked) == 1


def test_only_the_section_that_was_changed_is_held_against_the_schema(
    rules: Path, verdicts: Verdicts, monkeypatch: pytest.MonkeyPatch
) -> None:
    from p3dn_reports.rulebook import conformity

    loaded(rules, verdicts)
    asked: list[set[str]] = []
    whole = conformity.check_form

    def seen(source: Source, schema: Mapping[str, Any]) -> tuple[Problem, ...]:
        asked.append({name for name, one in schema["properties"].items() if set(one) != {"description"}})
        return whole(source, schema)

    monkeypatch.setattr(conformity, "check_form", seen)
    rules.write_text(rules.read_text("utf-8").replace("judul: Ambang atas", "judul: Batas atas"), "utf-8")
    assert loaded(rules, verdicts)[1] == []
    assert asked[0] & {"parameter", "daftar", "syarat", "versi_skema"} == {"parameter", "versi_skema"}
    rules.write_text(rules.read_text("utf-8").replace("\ndaftar:\n", "\ndaftr:\n"), "utf-8")
    assert loaded(rules, verdicts) == (None, ["aturan-kunci-tak-dikenal"])
