"""Every word click can say has its Indonesian twin, and the compiled catalogue is the written one."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def test_no_word_of_click_is_left_in_a_usage_line() -> None:
    from p3dn_reports.cli.app import p3dn

    usages = list(usage_lines(click.Context(p3dn, info_name="p3dn")))
    assert len(usages) > 20
    assert [line for line in usages if re.search("OPTIONS|COMMAND|ARGS|INTEGER|TEXT|PATH|FILE", line)] == []


def usage_lines(context: click.Context) -> Iterator[str]:
    """The usage of a command and of every one below it, with the words for what its options take."""
    yield context.get_usage()
    for parameter in context.command.params:
        yield parameter.make_metavar(context)
    if isinstance(context.command, click.Group):
        for name, command in context.command.commands.items():
            yield from usage_lines(click.Context(command, info_name=name, parent=context))


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
