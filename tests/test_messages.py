"""The catalogue of messages: every code is used, every code used is there, every text can be filled."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from p3dn_reports import messages
from p3dn_reports.messages import MESSAGES

PACKAGE = Path(messages.__file__).parents[1]
SECTIONS = [
    value for name, value in vars(messages).items() if name.isupper() and name != "MESSAGES" and isinstance(value, dict)
]
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.parent.name != "messages")
QUOTED = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+)"', SOURCE))


def test_no_code_stands_in_two_sections() -> None:
    assert len(SECTIONS) > 3
    assert sum(len(section) for section in SECTIONS) == len(MESSAGES)


def test_every_code_is_used() -> None:
    assert sorted(set(MESSAGES) - QUOTED) == []


def test_every_code_given_to_problem_exists() -> None:
    given = set(re.findall(r'\bproblem\(\s*"([^"]+)"', SOURCE))
    assert given
    assert sorted(given - set(MESSAGES)) == []


@pytest.mark.parametrize("kode", sorted(MESSAGES))
def test_a_message_says_what_is_wrong_and_what_to_do(kode: str) -> None:
    message = MESSAGES[kode]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kode)
    for text in (message.pesan, message.saran):
        assert text.strip() == text
        assert text.endswith((".", "?", "}")), text
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(text))
