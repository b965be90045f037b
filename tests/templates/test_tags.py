"""What the templates say to the engine: tags, fields, filters."""

from __future__ import annotations

import re
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from p3dn_reports.documents.word.sandbox import ENVIRONMENT, faults, fields
from tests.templates.cetak import FOLDER, SAMPLES, W, paragraph_text, part, parts_with_text, render
from tests.templates.contoh_konteks import LEMBAR, NASKAH, TANPA_JANGKAR

NAMES = sorted(NASKAH)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


def _parsed(name: str, inside: str) -> Any:
    source = DocxTemplate(FOLDER / name).patch_xml(etree.tostring(part(name, inside), encoding="unicode"))
    return ENVIRONMENT.parse(source)


def _known(path: tuple[str, ...], data: Any) -> bool:
    """Whether `path` leads to something in a sample; a list stands for each of its items."""
    if not path:
        return True
    if isinstance(data, list):
        return any(_known(path, item) for item in data)
    return isinstance(data, dict) and path[0] in data and _known(path[1:], data[path[0]])


def test_the_folder_holds_the_templates_of_the_samples_and_no_other() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.docx")) == sorted([*NAMES, *LEMBAR])


@pytest.mark.parametrize(("name", "sample", "make"), SAMPLES, ids=[f"{name}-{sample}" for name, sample, _ in SAMPLES])
def test_plain_docxtpl_prints_every_sample(name: str, sample: str, make: Any) -> None:
    assert render(name, make())


@pytest.mark.parametrize("name", NAMES)
def test_only_the_allowed_expressions_are_used(name: str) -> None:
    for inside in parts_with_text(name):
        assert faults(_parsed(name, inside)) == [], inside


@pytest.mark.parametrize("name", NAMES)
def test_every_field_stands_in_some_sample(name: str) -> None:
    contexts = [make() for make in NASKAH[name].values()]
    named = {field.path for inside in parts_with_text(name) for field in fields(_parsed(name, inside))}
    assert named
    assert [path for path in sorted(named) if not any(_known(path, context) for context in contexts)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_tag_is_split_over_runs(name: str) -> None:
    for inside in parts_with_text(name):
        for paragraph in part(name, inside).iter(f"{W}p"):
            whole = _TAG.findall(paragraph_text(paragraph))
            by_run = [tag for node in paragraph.iter(f"{W}t") for tag in _TAG.findall(node.text or "")]
            assert by_run == whole


@pytest.mark.parametrize("name", NAMES)
def test_a_paragraph_tag_and_a_row_tag_stand_alone(name: str) -> None:
    for paragraph in part(name).iter(f"{W}p"):
        text = paragraph_text(paragraph)
        if re.search(r"\{%(p|tr) ", text):
            assert re.fullmatch(r"\{%(p|tr) [^{}]+ %\}", text), text
    for row in part(name).iter(f"{W}tr"):
        texts = [paragraph_text(paragraph) for paragraph in row.iter(f"{W}p")]
        if any("{%tr " in text for text in texts):
            assert len(texts) == 1


@pytest.mark.parametrize("name", NAMES)
def test_tags_use_straight_quotes_and_one_blank_inside_their_braces(name: str) -> None:
    for inside in parts_with_text(name):
        for paragraph in part(name, inside).iter(f"{W}p"):
            for tag in _TAG.findall(paragraph_text(paragraph)):
                assert not set(tag) & set("“”‘’\u00a0"), tag
                assert re.fullmatch(r"\{\{ \S(.*\S)? \}\}|\{%(p|tr)? \S.*\S %\}", tag), tag


@pytest.mark.parametrize("name", NAMES)
def test_the_signature_anchor_stands_once(name: str) -> None:
    body = "\n".join(paragraph_text(paragraph) for paragraph in part(name).iter(f"{W}p"))
    assert body.count("{{ jangkar }}") == (name not in TANPA_JANGKAR)
    assert "#" not in body
