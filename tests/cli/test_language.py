"""Every word click can say has its Indonesian twin, and the compiled catalogue is the written one."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from p3dn_reports.cli.language import DOMAIN, LOCALE

PO = LOCALE / "id/LC_MESSAGES" / f"{DOMAIN}.po"


def catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="id")


def texts(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def translated() -> dict[str, tuple[str, ...]]:
    return {texts(message.id)[0]: texts(message.string) for message in catalogue() if message.id}


def test_every_word_of_the_installed_click_is_translated() -> None:
    folder = Path(click.__file__).parent
    found = {texts(message)[0] for _, _, message, _, _ in extract_from_dir(folder)}
    known = translated()
    assert len(found) > 50
    assert sorted(found - known.keys()) == []
    assert [word for word in found if not all(known[word])] == []


@pytest.mark.parametrize("word", sorted(translated()))
def test_a_translation_has_the_same_placeholders(word: str) -> None:
    message = catalogue().get(word)
    assert message is not None
    for original, ours in zip(texts(message.id), texts(message.string), strict=True):
        assert placeholders(ours) == placeholders(original)


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+|%\(\w+\)s", text))


def test_the_compiled_catalogue_is_up_to_date() -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert {texts(message.id)[0]: texts(message.string) for message in compiled if message.id} == translated()
