"""A template once found sound is not searched for mistakes again; what guards the machine is asked every time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from p3dn_reports.documents.word import reading, template
from p3dn_reports.documents.word.checker import read_part
from p3dn_reports.documents.word.dialect import compile_part
from p3dn_reports.documents.word.form import Form
from p3dn_reports.documents.word.package import DOCUMENT
from p3dn_reports.documents.word.template import CLEAN, SOUND, Template, check_template
from p3dn_reports.documents.word.typeface import Typeface
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


@pytest.mark.parametrize("is_checked_before", [False, True])
def test_a_build_compiles_a_template_once(
    tmp_path: Path, forget: FORGET, monkeypatch: pytest.MonkeyPatch, *, is_checked_before: bool
) -> None:
    """In the form it is made in, whether it is known as sound or not."""
    content, verdicts, compiled = draft("{{ a }}"), Verdicts(tmp_path / "baik"), list[str]()
    if is_checked_before:
        check_template(content, "a.docx", verdicts=verdicts)
        forget()

    def compiling(berkas: str, part: str, *rest: object) -> object:
        compiled.append(part)
        return compile_part(berkas, part, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "compile_part", compiling)
    Template.compile(content, "a.docx", verdicts, Form(typeface=Typeface("Arial", 24)))
    assert compiled.count(DOCUMENT) == 1


def test_a_fault_is_told_at_its_place_as_drawn_whatever_the_form() -> None:
    drawn = [["tanda", "{{ jangkar }}"]], "{{ a", "{% if b %}"
    plain, formed = (_faults(draft(*drawn), form) for form in (None, Form()))
    assert plain == formed


def _faults(content: bytes, form: Form | None) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        Template.compile(content, "a.docx", form=form)
    return [f"{one.kode} {one.lokasi}" for one in caught.value.problems]


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
