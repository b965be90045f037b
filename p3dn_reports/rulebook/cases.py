"""Cases of aturan-uji/*.yaml: small tables and what the rulebook must make of them, as a policy owner writes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.conformity import check_form
from p3dn_reports.rulebook.crosscheck import in_reading_order
from p3dn_reports.rulebook.loader import read
from p3dn_reports.rulebook.source import Keys, Source
from p3dn_reports.vocabulary import Periode


@dataclass(frozen=True, slots=True)
class TableText:
    """A table as written: its columns, and its rows with the line each stands on."""

    kolom: tuple[str, ...]
    baris: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Kasus:
    """One case. `harapan` is the expectation as written; `source` says where every node of it stands."""

    berkas: str
    judul: str
    kd_klpd: str
    periode: Periode
    data_per: date
    pilihan: Mapping[str, str]
    tabel: Mapping[str, TableText]
    harapan: Mapping[str, Any]
    source: Source

    def baris(self, *keys: str) -> int:
        """The line of a node below `harapan`."""
        return self.source.mark(("harapan", *keys), key=True).baris


def read_case(path: Path, schema: Path) -> tuple[Kasus | None, tuple[Problem, ...]]:
    """The case at `path`; None with the problems where it is not strict YAML or not as `schema` says."""
    source, problems = read(path)
    if source is None:
        return None, problems
    if form := check_form(source, json.loads(schema.read_text(encoding="utf-8"))):
        return None, in_reading_order(form, source)
    return _case(source), ()


def _case(source: Source) -> Kasus:
    data = source.data
    return Kasus(
        berkas=source.nama,
        judul=data["judul"].strip(),
        kd_klpd=data["meta"]["kd_klpd"].strip(),
        periode=Periode.of(data["meta"]["periode"]),
        data_per=date.fromisoformat(data["meta"]["data_per"]),
        pilihan=dict(data.get("pilihan", {})),
        tabel={name: _table(source, ("tabel", name), words) for name, words in data["tabel"].items()},
        harapan=data["harapan"],
        source=source,
    )


def _table(source: Source, keys: Keys, words: str) -> TableText:
    """Bars part the cells. The rows of a literal block stand on the lines below its mark."""
    first = source.mark(keys).baris + 1
    lines = [(first + number, line) for number, line in enumerate(words.splitlines()) if line.strip()]
    rows = [(number, tuple(cell.strip() for cell in line.split("|"))) for number, line in lines]
    return TableText(rows[0][1], tuple(rows[1:]))
