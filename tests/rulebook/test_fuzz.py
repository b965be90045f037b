"""Whatever a person's hand does to the text, the answer is problems, never an exception."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from p3dn_reports.problems import Problem, has_errors
from p3dn_reports.rulebook.files import gather
from tests.rulebook.kasus import LENGKAP, RULES, load_text

FILES = gather(RULES)[0]
TEXTS = [*(one.content.decode() for one in FILES), LENGKAP.read_text(encoding="utf-8")]
INCLUDING = "memuat: [bagian.yaml]\n"
WORDS = [
    "",
    "ya",
    "tidak",
    "5.10",
    "[]",
    "{}",
    "*x",
    "&x",
    "!!int 1",
    "2024-02-30",
    "- ",
    ": ",
    "\t",
    "'",
    '"',
    "\x00",
    "é",
]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A rulebook with up to four lines deleted, doubled, moved, shifted or changed in a word."""
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        index = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["delete", "double", "move", "shift", "value", "word", "cut"])):
            case "delete":
                del lines[index]
            case "double":
                lines.insert(index, lines[index])
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(index))
            case "shift":
                lines[index] = " " * draw(st.integers(0, 9)) + lines[index].lstrip()
            case "value":
                key, _, _ = lines[index].partition(":")
                lines[index] = f"{key}: {draw(st.sampled_from(WORDS))}"
            case "word":
                words = lines[index].split(" ")
                words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS) | st.text(max_size=5))
                lines[index] = " ".join(words)
            case _:
                lines[index] = lines[index][: draw(st.integers(0, len(lines[index])))]
    return "\n".join(lines)


def answer(content: str | bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for one in FILES:
            (Path(folder) / one.nama).parent.mkdir(exist_ok=True)
            (Path(folder) / one.nama).write_bytes(one.content)
        loaded, problems = load_text(content, Path(folder))
    told(loaded, problems)


def answer_beside(text: str) -> None:
    """The text in place of a file that rules.yaml includes."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "bagian.yaml").write_bytes(text.encode("utf-8", "replace"))
        loaded, problems = load_text(LENGKAP.read_text(encoding="utf-8") + INCLUDING, Path(folder))
    told(loaded, problems)


def told(loaded: object, problems: tuple[Problem, ...]) -> None:
    assert (loaded is None) == has_errors(problems)
    for problem in problems:
        assert problem.lokasi.berkas in {"rules.yaml", "bagian.yaml", *(one.nama for one in FILES)}
        assert problem.lokasi.baris is not None
        assert problem.saran.strip()


@settings(max_examples=120)
@given(damaged())
def test_damaged_text(text: str) -> None:
    answer(text.encode("utf-8", "replace"))
    answer_beside(text)


@settings(max_examples=60)
@given(st.data())
def test_damaged_bytes(data: st.DataObject) -> None:
    content = bytearray(LENGKAP.read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(content)))
        content[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    answer(bytes(content))


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    answer(text.encode("utf-8", "replace"))


@settings(max_examples=40)
@given(
    st.recursive(st.text("ab:{}[]*&!|>-'\"\n ", max_size=6), lambda inner: st.lists(inner, max_size=4), max_leaves=20)
)
def test_any_flow_sequence(tree: object) -> None:
    answer(f"versi_skema: {tree}\n")
