"""The guides in docs/ read as instructions: their fenced blocks, by section, done to a copy of the workspace."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from p3dn_reports.rulebook.loader import read
from tests.aturan import change, names, whole

DOCS = Path(__file__).parents[2] / "docs"
KEBIJAKAN, SEKRETARIAT = DOCS / "panduan-kebijakan.md", DOCS / "panduan-sekretariat.md"

_FENCE = re.compile(r"^```(\w+) ?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """One fenced block: `yaml ganti`, `yaml menjadi`, `yaml di-bawah PATH`, `yaml berkas NAME`, `sh`, ..."""

    bahasa: str
    perintah: str
    isi: str


def sections(page: Path = KEBIJAKAN) -> dict[str, list[Step]]:
    """The steps under each heading of a guide that has any."""
    parts = re.split(r"^## (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = {
        title: [Step(*match) for match in _FENCE.findall(text)]
        for title, text in zip(parts[1::2], parts[2::2], strict=True)
    }
    return {title: steps for title, steps in found.items() if steps}


def commands(step: Step) -> list[list[str]]:
    return [shlex.split(line)[1:] for line in step.isi.splitlines() if line.startswith("p3dn ")]


def edit(rules: Path, before: Step | None, step: Step) -> None:
    """Put one block of the page into the file of the rulebook in which its place is."""
    if step.perintah == "menjadi":
        assert before is not None
        assert before.perintah == "ganti"
        assert whole(rules).count(before.isi) == 1, before.isi
        change(rules, before.isi, step.isi)
        return
    kind, _, path = step.perintah.partition(" ")
    assert kind == "di-bawah", step.perintah
    for place in names(rules):
        source, problems = read(place)
        assert source is not None, problems
        if (mark := source.key_marks.get(tuple(path.split(".")))) is not None:
            lines = place.read_text(encoding="utf-8").splitlines(keepends=True)
            place.write_text("".join([*lines[: mark.baris], step.isi, *lines[mark.baris :]]), encoding="utf-8")
            return
    raise AssertionError(path)
