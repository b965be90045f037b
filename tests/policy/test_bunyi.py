"""The clauses' words are those of the two regulations, all of them and in their order.

kata_peraturan.txt holds, paragraph by paragraph, how many words each text has and their hash (tools/kata_peraturan.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from p3dn_reports.formatting import nilai_bersatuan
from p3dn_reports.rulebook.prose.describe import quoted
from p3dn_reports.rules import Citation, Ketentuan, Rulebook
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


def text_of(rules: Rulebook, dasar: Iterable[Citation]) -> str:
    """The words at these places and below them as they are read."""
    text = ""
    for one in (clause for found in quoted(rules, tuple(dasar)) for clause in found.ketentuan):
        read = one.teks or ""
        for wrong in one.koreksi:
            read = read.replace(wrong.tercetak, wrong.dibaca)
        text += f" {' '.join(read.split())}"
    return text


READ = {"jumlah_penerima", "jumlah_penerima_produsen", "hari_pengingat_denda"}
"""Numbers that the law does not print: "capaian tertinggi" is read as one, and a reminder is our own."""


def not_printed(rules: Rulebook) -> set[str]:
    """The thresholds whose number does not stand in the clauses they rest on, of law whose words are registered."""
    register = {one.dasar[0].sumber for one in rules.ketentuan.values()}
    wanting = set()
    for name, one in rules.parameter.items():
        for dated in one.nilai:
            printed = re.escape(nilai_bersatuan(dated.nilai, one.satuan).removesuffix(",00"))
            known = {cited.sumber for cited in dated.dasar} & register
            if known and not re.search(rf"(?<![\d.,]){printed}(?!\d)", text_of(rules, dated.dasar)):
                wanting.add(name)
    return wanting


def test_a_threshold_is_printed_in_the_clause_it_rests_on(rules: Rulebook) -> None:
    assert not_printed(rules) <= READ


def test_a_threshold_that_is_not_its_clause_s_shows(rules: Rulebook) -> None:
    one = rules.parameter["batas_tkdn"]
    other = replace(one, nilai=tuple(replace(dated, nilai=Decimal(26)) for dated in one.nilai))
    changed_rules = replace(rules, parameter={**rules.parameter, "batas_tkdn": other})
    assert not_printed(changed_rules) - READ == {"batas_tkdn"}


@pytest.mark.parametrize("name", ["pengertian_perbup", "kode_rekening_p3dn"])
def test_an_item_of_a_list_says_what_its_place_prints(rules: Rulebook, name: str) -> None:
    for dated in rules.daftar[name].nilai:
        for item in dated.nilai:
            assert not item.dasar or (item.nama_dalam_dokumen or item.nama) in text_of(rules, item.dasar), item.kode


POINTS_NOWHERE = re.compile(r"\bsebagaimana dimaksud pada huruf a\b")
"""On a score sheet there is no such letter; what it points to is named `tersebut` there."""


def test_a_score_sheet_prints_the_clauses_own_words(rules: Rulebook) -> None:
    clauses = {place: one.teks or "" for one in rules.ketentuan.values() for place in one.dasar}
    subs = [sub for award in rules.penghargaan.values() for aspek in award.aspek for sub in aspek.sub_kriteria.values()]
    assert len(subs) == 13 + 7
    for sub in subs:
        (place,) = sub.dasar
        words = POINTS_NOWHERE.sub("tersebut", clauses[place])
        assert re.fullmatch(rf"[a-d]\. {re.escape(sub.kata)}(; dan/atau|;|\.)", words), sub.id
