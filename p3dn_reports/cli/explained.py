"""The pieces that every explanation is written with: numbered sources of law, sections, wrapped lines, readings."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from p3dn_reports.cli.report import printable

if TYPE_CHECKING:
    from p3dn_reports.evaluation.explanation import Bacaan, Klausul

WIDTH = 100
INDENT = "  "


class Law:
    """The sources of law met on the way, numbered as they are first cited, so that each is named in full once."""

    def __init__(self) -> None:
        self._titles: dict[str, str] = {}

    def cite(self, klausul: Iterable[Klausul]) -> str:
        """`[1] diktum KESATU huruf a angka 5; [2] Pasal 22`."""
        return "; ".join(f"[{self._number(one)}] {one.tempat}".rstrip() for one in klausul)

    def register(self) -> Iterator[str]:
        """Every source cited so far with its number and title."""
        for number, title in enumerate(self._titles.values(), start=1):
            yield f"[{number}] {title}"

    def _number(self, klausul: Klausul) -> int:
        self._titles.setdefault(klausul.sumber, f"{klausul.sumber} tentang {klausul.judul}")
        return list(self._titles).index(klausul.sumber) + 1


def section(title: str, lines: Iterable[str]) -> str:
    """A titled list; nothing where there is nothing to say."""
    told = [wrapped("- ", line) for line in lines]
    return "\n".join([title, *told]) if told else ""


def wrapped(mark: str, text: str) -> str:
    """One item of a list within the width of the page."""
    return textwrap.fill(
        printable(text),
        WIDTH,
        initial_indent=INDENT + mark,
        subsequent_indent=INDENT + " " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )


def reading(bacaan: Bacaan) -> str:
    """One reading with its state."""
    approval = "sudah disahkan" if bacaan.disahkan else "belum disahkan"
    chosen = f" {bacaan.pilihan}," if bacaan.pilihan else ""
    return f"{bacaan.tafsir}:{chosen} {approval}. {bacaan.dipakai}".rstrip()
