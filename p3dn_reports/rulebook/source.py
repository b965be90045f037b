"""The rulebook's text as plain data, with the line and column of every node, and problems said at their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, NamedTuple

from p3dn_reports.problems import Location, Problem, problem

Keys = tuple[str | int, ...]
"""The way to a node: mapping keys and list indexes from 0."""


# How alike two words must be (0 to 1), and how many words a sentence may list.
_NEAR = 0.6
_FEW = 20


class Mark(NamedTuple):
    """A place in a file, counted from 1; `berkas` is its name, "" where that is the file that was asked for."""

    baris: int
    kolom: int
    berkas: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What the loader read: every scalar is text. `marks` are the values' places, `key_marks` the keys'.

    `nama` is the file that was asked for, `berkas` are those it includes, in their order.
    """

    nama: str
    sha256: str
    data: Any
    marks: Mapping[Keys, Mark]
    key_marks: Mapping[Keys, Mark]
    berkas: tuple[str, ...] = ()

    def mark(self, keys: Keys, *, key: bool = False) -> Mark:
        """The place of a node, or (`key`) of its key; of the nearest node above where it has none."""
        if key and keys in self.key_marks:
            return self.key_marks[keys]
        while keys and keys not in self.marks:
            keys = keys[:-1]
        return self.marks.get(keys, Mark(1, 1))

    def problem(self, kode: str, keys: Keys, *, key: bool = False, nilai: str | None = None, **isi: object) -> Problem:
        """The problem `kode` at a node; its texts may use {tempat} and {jalur} beside `isi`."""
        return problem_at(kode, self.nama, self.mark(keys, key=key), keys, nilai=nilai, **isi)

    def place(self, keys: Keys, *, seen_from: Keys = (), key: bool = False) -> str:
        """Where a node stands, in words: `baris 12`, with the file where `seen_from` stands in another."""
        mark = self.mark(keys, key=key)
        return line_in_words(mark, self.nama, elsewhere=mark.berkas != self.mark(seen_from).berkas)


def set_value(source: Source, keys: Keys, value: str) -> None:
    """Put `value` where `keys` lead in the data; groups that are wanting on the way there are made."""
    node = source.data
    for key in keys[:-1]:
        node = node.setdefault(key, {}) if isinstance(node, dict) else node[key]
    node[keys[-1]] = value


def line_in_words(mark: Mark, nama: str, *, elsewhere: bool) -> str:
    """`baris 12`, or `aturan/libur.yaml baris 12`; `nama` is the file of a mark without one."""
    return f"{mark.berkas or nama} baris {mark.baris}" if elsewhere else f"baris {mark.baris}"


def problem_at(kode: str, nama: str, mark: Mark, keys: Keys = (), *, nilai: str | None = None, **isi: Any) -> Problem:
    """A problem at a place of its file; `nama` is that of a mark without one."""
    jalur = dotted(keys)
    nama = mark.berkas or nama
    return problem(
        kode,
        Location(berkas=nama, baris=mark.baris, kolom=jalur or None, huruf=mark.kolom),
        nilai=None if nilai is None else shortened(nilai),
        tempat=f"{nama} baris {mark.baris} kolom {mark.kolom}",
        jalur=jalur or nama,
        **isi,
    )


def dotted(keys: Keys) -> str:
    """`parameter.batas_impor.nilai[1]`: items counted from 1, as people do."""
    text = ""
    for key in keys:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return shortened(text, 200)


def shortened(text: str, limit: int = 80) -> str:
    """`text` on one line and not longer than `limit`."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def is_near(word: str, known: str) -> bool:
    """Whether `word` looks like a slip of the pen for `known`."""
    return bool(get_close_matches(word.casefold(), [known.casefold()], n=1, cutoff=_NEAR))


def suggestion(word: str, known: Iterable[str]) -> str:
    """A sentence for a word that is not known: the nearest known word, else all of them where they are few."""
    words = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), words, n=1, cutoff=_NEAR)
    if near:
        return f"Mungkin maksud Anda {words[near[0]]}."
    if not words:
        return "Belum ada satu pun yang didaftarkan."
    if len(words) > _FEW:
        return "Periksa ejaannya."
    return f"Yang dikenal: {', '.join(words.values())}."
