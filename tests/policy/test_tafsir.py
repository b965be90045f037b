"""Every open reading is on record, governs something, and waits for approval where it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.inputs.schema import load_schemas
from p3dn_reports.rulebook import load
from p3dn_reports.rules import Rulebook
from tests.policy.conftest import ROOT

READINGS = (Path(__file__).parent / "tafsir.txt").read_text(encoding="utf-8").split()


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    schemas = ROOT / "schemas"
    loaded, problems = load(ROOT / "rules.yaml", load_schemas(schemas), schemas / "rules.schema.json")
    assert problems == ()
    assert loaded is not None
    return loaded


def test_every_listed_reading_is_there(rules: Rulebook) -> None:
    assert sorted(set(READINGS) - set(rules.tafsir)) == []


def test_the_readings_that_keep_documents_drafts(rules: Rulebook) -> None:
    assert {name for name, one in rules.tafsir.items() if one.wajib_disahkan} == {"skala", "sub-kriteria", "seri"}


def test_none_is_approved_as_delivered(rules: Rulebook) -> None:
    assert [name for name, one in rules.tafsir.items() if one.pengesahan] == []


def test_each_reading_cites_what_it_reads_and_says_why(rules: Rulebook) -> None:
    assert [name for name, one in rules.tafsir.items() if not one.dasar] == []
    assert [name for name, one in rules.tafsir.items() if one.alasan == one.dipakai] == []
