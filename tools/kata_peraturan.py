"""Words of a regulation as hashes: what the test of the clauses' words is held against.

    python tools/kata_peraturan.py insekda-48-2024 NASKAH.txt >> tests/policy/kata_peraturan.txt

One line for each paragraph of the text: the source's id, how many words, and their hash. Marks of a scan (Markdown's
stars, headings and dashes of lists, tags of italics) are no words. `--sampai` names the last line that is taken, for a
text that goes on with what is not the regulation's.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

_HEADING = re.compile(r"^\s*(#+|-)\s+")
_TAG = re.compile(r"</?i>|\*\*|<(?=https?:)|(?<=[0-9a-z/])>(?=\))")
_ITALIC = re.compile(r"(?<![\w*])\*(?=\S)(.+?)(?<=\S)\*(?![\w*])")


def words(line: str) -> list[str]:
    """The words of a line without the marks of a scan."""
    return _ITALIC.sub(r"\1", _TAG.sub("", _HEADING.sub("", line))).split()


def digest(found: Sequence[str]) -> str:
    """A hash of words, whatever stood between them."""
    return hashlib.sha256(" ".join(found).encode()).hexdigest()[:16]


def paragraphs(text: str, sampai: str | None = None) -> Iterator[list[str]]:
    """The words of each line that has any, up to the line `sampai`."""
    for line in text.splitlines():
        if found := words(line):
            yield found
        if sampai is not None and " ".join(found) == sampai:
            return


def main() -> None:
    """Print the lines of one source."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("sumber")
    parser.add_argument("naskah", type=Path)
    parser.add_argument("--sampai")
    asked = parser.parse_args()
    for found in paragraphs(asked.naskah.read_text(encoding="utf-8"), asked.sampai):
        print(asked.sumber, len(found), digest(found))


if __name__ == "__main__":
    main()
