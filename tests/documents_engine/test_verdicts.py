"""A template once found sound is not searched for mistakes again; what guards the machine is asked every time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from p3dn_reports.documents.word import reading, template
from p3dn_reports.documents.word.checker import read_part
from p3dn_reports.documents.word.template import CLEAN, SOUND, Template, check_template
from p3dn_reports.errors import ProblemsError
from p3dn_reports.verdicts import Verdicts, sources_of
from tests.documents_engine.drafts import draft

FORGET = Callable[[], None]


@pytest.fixture
def forget(monkeypatch: pytest.MonkeyPatch) -> FORGET:
    """A new run: nothing is remembered but the verdicts."""

    def anew() -> None:
        monkeypatch.setattr(template, "_COMPILED", {})
        monkeypatch.setattr(reading, "_READ", {})

    anew()
    return anew


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that were searched for mistakes."""
    seen: list[str] = []

    def searched(part: str, *rest: object) -> object:
        seen.append(part)
        return read_part(part, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read_part", searched)
    return seen


def test_the_second_run_looks_for_no_mistake_and_prints_the_same(
    tmp_path: Path, forget: FORGET, looked: list[str]
) -> None:
    content, verdicts = draft("{%p for b in baris %}", "{{ b }}", "{%p endfor %}"), Verdicts(tmp_path / "baik")
    first = Template.compile(content, "a.docx", verdicts).render({"baris": ["satu", "dua"]})
    assert check_template(content, "a.docx", verdicts=verdicts) == []
    assert looked
    looked.clear()
    forget()
    assert Template.compile(content, "a.docx", verdicts).render({"baris": ["satu", "dua"]}) == first
    assert check_template(content, "a.docx", verdicts=verdicts) == []
    assert looked == []
    forget()
    Template.compile(draft("{{ lain }}"), "a.docx", verdicts)
    assert looked, "other bytes are looked at"


def test_a_template_at_fault_gets_no_verdict_and_is_told_again(tmp_path: Path, forget: FORGET) -> None:
    verdicts = Verdicts(tmp_path / "baik")
    for _ in range(2):
        forget()
        with pytest.raises(ProblemsError):
            Template.compile(draft("{% if a %}"), "a.docx", verdicts)
        assert check_template(draft("{% if a %}"), "a.docx", verdicts=verdicts)
    assert not (tmp_path / "baik").exists()


def test_a_verdict_that_somebody_planted_lets_nothing_forbidden_pass(tmp_path: Path, forget: FORGET) -> None:
    verdicts, content = Verdicts(tmp_path / "baik"), draft("{{ a.__class__ }}")
    for name in (SOUND, CLEAN):
        verdicts.keep(name, (content, sources_of(Path(template.__file__).parent)))
    with pytest.raises(ProblemsError) as caught:
        Template.compile(content, "a.docx", verdicts)
    assert caught.value.problems[0].kode == "templat-ungkapan-dilarang"
