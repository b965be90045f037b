"""Profiles of many regions as one table of text (`.csv`), a line a region, made into the nodes of section `daerah`.

The columns are keys of a profile, but for `instrumen`: the sources the region applies, divided by blanks; none, and its
figures are computed while nothing is judged. What name and kind imply need not stand there. What is wrong in a cell is
for the rulebook's form to tell, at the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.joining import Keyed
from p3dn_reports.rulebook.nodes import Node, StopError
from p3dn_reports.rulebook.source import Mark, line_in_words, problem_at

ENDING = ".csv"
_COLUMNS = ("kd_klpd", "nama", "jenis", "ibu_kota", "instrumen")
"""Those that every table has."""
_HEADS = {"provinsi": "Gubernur", "kabupaten": "Bupati", "kota": "Wali Kota"}
_SINCE = "2000-01-01"
_LONGEST_ID = 60

Cells = Mapping[str, str]


def compose_table(text: str, nama: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The table as a tree with section `daerah`; None with the problems of its captions and lines."""
    first, *lines = [(Mark(number, 1, nama), line) for number, line in _written(text)] or [(Mark(1, 1, nama), "")]
    try:
        table = _Table(nama, *first)
    except StopError as stop:
        return None, (stop.problem,)
    for mark, line in lines:
        table.add(mark, line)
    root = Node(first[0], {"daerah": (first[0], Node(first[0], table.regions))})
    return (None, tuple(table.problems)) if table.problems else (root, ())


def _written(text: str) -> Iterator[tuple[int, str]]:
    """The lines with something in them, by their numbers."""
    return ((number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip(" ;,\t"))


class _Table:
    """The regions of the lines so far, by id."""

    def __init__(self, nama: str, mark: Mark, captions: str) -> None:
        self.nama = nama
        self.divider = max(";,\t", key=captions.count)
        self.columns = [re.sub(r"\s+", "_", one) for one in self._cells(captions.casefold())]
        self.regions: dict[str, Keyed] = {}
        self.problems: list[Problem] = []
        lacking = [one for one in _COLUMNS if one not in self.columns]
        twice = [one for one in dict.fromkeys(self.columns) if self.columns.count(one) > 1]
        if lacking or twice:
            wrong = ", ".join(lacking or twice)
            sebab = f"tidak ada kolom {wrong}" if lacking else f"kolom {wrong} ada dua kali"
            raise StopError(problem_at("aturan-tabel-judul", nama, mark, sebab=sebab, kolom="; ".join(_COLUMNS)))

    def add(self, mark: Mark, line: str) -> None:
        """The region of a line; what cannot be told apart or divided into cells is a problem."""
        cells = self._cells(line)
        told = dict(zip(self.columns, cells, strict=False))
        if '"' in line:
            self._note("aturan-tabel-baris", mark, sebab="memuat tanda kutip")
        elif len(cells) != len(self.columns):
            sebab = f"berisi {len(cells)} sel, sedangkan judulnya {len(self.columns)}"
            self._note("aturan-tabel-baris", mark, sebab=sebab)
        elif not told["nama"].casefold().startswith(f"{told['jenis'].casefold()} "):
            self._note("aturan-tabel-nama", mark, nilai=told["nama"], jenis=told["jenis"])
        elif (name := _id_of(told["nama"])) in self.regions:
            pertama = line_in_words(self.regions[name][0], self.nama, elsewhere=False)
            self._note("aturan-id-ganda", mark, nilai=name, pertama=pertama)
        else:
            self.regions[name] = (mark, _profile(told, mark))

    def _cells(self, line: str) -> Sequence[str]:
        return [one.strip() for one in line.split(self.divider)]

    def _note(self, kode: str, mark: Mark, nilai: str | None = None, **isi: object) -> None:
        self.problems.append(problem_at(kode, self.nama, mark, (), nilai=nilai, **isi))


def _profile(told: Cells, mark: Mark) -> Node:
    """What the cells say, and what name and kind imply where no cell says otherwise."""
    implied = {
        "nama_pemda": f"Pemerintah {told['nama']}",
        "kepala_daerah": f"{_HEADS.get(told['jenis'].casefold(), '')} {told['nama'].partition(' ')[2]}",
    }
    filled = {key: one for key, one in told.items() if one}
    texts = {key: Node(mark, one) for key, one in {**implied, **filled, "jenis": told["jenis"].casefold()}.items()}
    texts["nama"] = Node(mark, [_keyed(mark, {"berlaku_sejak": Node(mark, _SINCE), "nilai": texts["nama"]})])
    if instrumen := texts.pop("instrumen", None):
        texts["menerapkan"] = Node(mark, [Node(mark, one) for one in str(instrumen.isi).split()])
    return _keyed(mark, texts)


def _keyed(mark: Mark, nodes: Mapping[str, Node]) -> Node:
    return Node(mark, {key: (mark, node) for key, node in nodes.items()})


def _id_of(nama: str) -> str:
    """`Kabupaten Bandung` is kabupaten-bandung."""
    return re.sub(r"[^a-z0-9]+", "-", nama.casefold())[:_LONGEST_ID].strip("-")
