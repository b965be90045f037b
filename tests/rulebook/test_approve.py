"""An approval is one line more and nothing else."""

from __future__ import annotations

import difflib
from datetime import date

import pytest

from p3dn_reports.rulebook.approve import Approval, with_approval
from p3dn_reports.rulebook.loader import parse
from tests.aturan import holding
from tests.rulebook.kasus import RULES

TEXT = holding(RULES, "\ntafsir:\n").read_text(encoding="utf-8")
IDS = list(parse(TEXT, "rules.yaml")[0].data["tafsir"])  # type: ignore[union-attr]


SIDIK = "0123456789ab"
ITEM = (
    '{daerah: "dki-jakarta", oleh: "Ketua Tim", tanggal: "2024-12-16", dasar: "Berita Acara 1", sidik: "0123456789ab"}'
)


def approval(tafsir: str, oleh: str = "Ketua Tim", dasar: str = "Berita Acara 1") -> Approval:
    return Approval(tafsir, "dki-jakarta", oleh, date(2024, 12, 16), dasar, SIDIK)


@pytest.mark.parametrize("tafsir", IDS)
def test_one_line_more_at_the_end_of_the_reading(tafsir: str) -> None:
    written = with_approval(TEXT, approval(tafsir))
    assert written is not None
    changed = [line for line in difflib.ndiff(TEXT.splitlines(), written.splitlines()) if line[0] in "+-"]
    assert changed == [f"+     pengesahan: [{ITEM}]"]
    source, problems = parse(written, "rules.yaml")
    assert problems == ()
    assert source is not None
    assert list(source.data["tafsir"][tafsir])[-1] == "pengesahan"
    assert [name for name, node in source.data["tafsir"].items() if "pengesahan" in node] == [tafsir]


@pytest.mark.parametrize(
    "words", ['"; x: y', "a: b # c", "{a}, [b] & *c", "\\n \\", "it's 100%", "Ketua\nTim", "\u201ckutip\u201d – é"]
)
def test_any_words_stay_words(words: str) -> None:
    written = with_approval(TEXT, approval("skala", words, words))
    assert written is not None
    source, _ = parse(written, "rules.yaml")
    assert source is not None
    assert source.data["tafsir"]["skala"]["pengesahan"][0]["oleh"] == " ".join(words.split())


BLOCK = """\
tafsir:
  satu:
    pertanyaan: apa
    alasan: >-
      kalimat yang
      panjang

      # bukan komentar

  # tentang dua
  dua: {pertanyaan: apa, alasan: b}   # ekor
# penutup
lain: x
"""


def test_below_a_folded_text_and_above_the_comment_of_the_next() -> None:
    written = with_approval(BLOCK, approval("satu"))
    assert written is not None
    lines = written.splitlines()
    place = next(number for number, line in enumerate(lines) if "pengesahan" in line)
    assert lines[place - 1] == "      # bukan komentar"
    assert lines[place + 1 : place + 3] == ["", "  # tentang dua"]


def test_below_a_nested_block() -> None:
    written = with_approval("tafsir:\n  a:\n    x:\n      y: {z: b}\n  c: {alasan: d}\n", approval("a"))
    assert written == f"tafsir:\n  a:\n    x:\n      y: {{z: b}}\n    pengesahan: [{ITEM}]\n  c: {{alasan: d}}\n"


def test_inside_a_flow_mapping() -> None:
    written = with_approval(BLOCK, approval("dua"))
    assert written is not None
    assert "alasan: b, pengesahan: [{daerah:" in written
    assert written.count("# ekor") == 1
    source, _ = parse(written, "rules.yaml")
    assert source is not None
    assert source.data["tafsir"]["dua"]["pengesahan"][0]["tanggal"] == "2024-12-16"


def test_line_ends_stay_as_they_are() -> None:
    written = with_approval(BLOCK.replace("\n", "\r\n"), approval("satu"))
    assert written is not None
    assert written.count("\n") == written.count("\r\n") == BLOCK.count("\n") + 1


def test_a_file_without_a_last_line_end() -> None:
    written = with_approval("tafsir:\n  a:\n    alasan: b", approval("a"))
    assert written == f"tafsir:\n  a:\n    alasan: b\n    pengesahan: [{ITEM}]\n"


@pytest.mark.parametrize("text", ["tafsir: {}\n", "lain: x\n", "tafsir:\n  a: teks\n", "tafsir:\n  a: {}\n"])
def test_where_there_is_no_place_nothing_is_written(text: str) -> None:
    assert with_approval(text, approval("a")) is None


OTHERS = """\
tafsir:
  alir: {alasan: b, pengesahan: [{daerah: lain, oleh: x, tanggal: "2024-01-01", dasar: y}]}
  baris:
    alasan: b
    pengesahan:
      - {daerah: lain, oleh: x, tanggal: "2024-01-01", dasar: y}   # ekor
  lama:
    alasan: b
    pengesahan: {oleh: x, tanggal: "2024-01-01", dasar: y}
"""


@pytest.mark.parametrize("tafsir", ["alir", "baris"])
def test_beside_the_approval_of_another_region(tafsir: str) -> None:
    written = with_approval(OTHERS, approval(tafsir))
    assert written is not None
    source, _ = parse(written, "rules.yaml")
    assert source is not None
    assert [one["daerah"] for one in source.data["tafsir"][tafsir]["pengesahan"]] == ["lain", "dki-jakarta"]
    assert written.count("# ekor") == 1


def test_in_place_of_what_the_same_region_approved_before() -> None:
    once = with_approval(OTHERS, approval("baris", "Lama"))
    assert once is not None
    twice = with_approval(once, approval("baris"))
    assert twice is not None
    assert twice == once.replace("Lama", "Ketua Tim")


def test_beside_an_approval_for_all_regions_nothing_is_written() -> None:
    assert with_approval(OTHERS, approval("lama")) is None
