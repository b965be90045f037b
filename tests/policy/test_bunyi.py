"""The clauses' words are those of the two regulations, all of them and in their order.

kata_peraturan.txt holds, paragraph by paragraph, how many words each text has and their hash (tools/kata_peraturan.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from p3dn_reports.rules import Ketentuan, Rulebook
from tools.kata_peraturan import digest, paragraphs

Words = list[tuple[str, str]]
"""Words with the clause they stand in."""

PARAGRAPHS = [
    (sumber, int(banyak), kata)
    for sumber, banyak, kata in map(str.split, (Path(__file__).parent / "kata_peraturan.txt").read_text().splitlines())
]
SOURCES = sorted({sumber for sumber, _, _ in PARAGRAPHS})


def words_of(clauses: Iterable[Ketentuan], sumber: str) -> Words:
    return [(word, one.id) for one in clauses if one.dasar[0].sumber == sumber for word in (one.teks or "").split()]


def different(words: Words, sumber: str) -> list[str]:
    """The clauses at the paragraphs that have other words, and those whose words the text does not have."""
    found, at = [], 0
    for banyak, kata in ((banyak, kata) for source, banyak, kata in PARAGRAPHS if source == sumber):
        piece = words[at : at + banyak]
        if digest([word for word, _ in piece]) != kata:
            found.append(piece[0][1] if piece else "kurang")
        at += banyak
    return [*found, *(name for _, name in words[at:])]


@pytest.mark.parametrize("sumber", SOURCES)
def test_every_word_of_the_regulation_stands_in_its_clauses(rules: Rulebook, sumber: str) -> None:
    assert different(words_of(rules.ketentuan.values(), sumber), sumber) == []


def test_both_regulations_are_held_against_their_texts(rules: Rulebook) -> None:
    assert set(SOURCES) == {one.dasar[0].sumber for one in rules.ketentuan.values()}
    assert sum(banyak for _, banyak, _ in PARAGRAPHS) > 5_400
    assert all(one.teks for one in rules.ketentuan.values())


def changed(words: Words, at: int) -> Words:
    return [*words[:at], (f"{words[at][0]}x", words[at][1]), *words[at + 1 :]]


def without(words: Words, at: int) -> Words:
    return [*words[:at], *words[at + 1 :]]


def left_out(words: Words, at: int) -> Words:
    return [one for one in words if one[1] != words[at][1]]


@pytest.mark.parametrize("sumber", SOURCES)
@pytest.mark.parametrize("fault", [changed, without, left_out])
def test_a_word_or_a_clause_that_is_wrong_shows(rules: Rulebook, sumber: str, fault: object) -> None:
    words = words_of(rules.ketentuan.values(), sumber)
    assert callable(fault)
    for at in (0, len(words) // 2, len(words) - 1):
        assert different(fault(words, at), sumber), (sumber, words[at])
    assert different([*words, ("lagi", "JKT-a1")], sumber)


def test_a_word_that_changed_is_named_with_its_clause(rules: Rulebook) -> None:
    words = words_of(rules.ketentuan.values(), "perbup-46-2023")
    at = next(index for index, (word, name) in enumerate(words) if name == "PDG-p9-2" and word == "25%")
    assert different(changed(words, at), "perbup-46-2023") == ["PDG-p9-2"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- a. **Kepala** *tagging* dan\n\n#### Pasal 1\n", [["a.", "Kepala", "tagging", "dan"], ["Pasal", "1"]]),
        ("WAKTU\t<i>Cut off</i> 5%\nNIP 1\n", [["WAKTU", "Cut", "off", "5%"]]),
    ],
)
def test_marks_of_a_scan_are_no_words(text: str, words: Sequence[list[str]]) -> None:
    assert list(paragraphs(text, sampai="WAKTU Cut off 5%")) == words
