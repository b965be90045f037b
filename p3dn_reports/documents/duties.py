"""The tasks an instrument gives each addressee, with what its unit has written down of them.

Data: the duties of the rulebook that have `bagi`, and table `pelaksanaan_instruksi`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from p3dn_reports.documents.material import Row
from p3dn_reports.formatting import daftar_kata
from p3dn_reports.problems import Location, Problem, problem
from p3dn_reports.rules import Bagi, Kewajiban, Scope
from p3dn_reports.tables import Tables

TABEL = "pelaksanaan_instruksi"
_STEP = re.compile(r"[a-z]+|\d+")
_WORDS = frozenset({"diktum", "kesatu", "huruf", "angka"})


@dataclass(frozen=True, slots=True)
class Task:
    """One task of one unit; `row` is what the unit has written down of it, None where nothing."""

    kewajiban: Kewajiban
    tempat: tuple[str, ...]
    row: Row | None


@dataclass(frozen=True, slots=True)
class Addressed:
    """A reporting unit as an instrument addresses it."""

    kode: str
    nama: str
    jenis: str
    koordinator: bool

    def owes(self, bagi: Bagi | None) -> bool:
        """Whether a duty is this unit's task."""
        if bagi is None:
            return False
        named = self.nama.casefold() in map(str.casefold, bagi.satker)
        return named or self.jenis in bagi.jenis or (bagi.koordinator and self.koordinator)


def coordinators(master: Iterable[Row]) -> frozenset[str]:
    """The Biro that coordinate other units than themselves, by their codes."""
    return frozenset(str(row["biro_koordinator"]) for row in master if row["biro_koordinator"] != row["kode_satker"])


def tasks(scope: Scope, sumber: str, unit: Addressed, rows: Iterable[Row]) -> list[Task]:
    """The unit's tasks under one instrument, in the rulebook's order, each with the unit's first row on it."""
    owed = list(_owed(scope, sumber, unit))
    found: dict[str, Row] = {}
    for row in rows:
        if (name := task_of(owed, str(row["ketentuan"]))) is not None:
            found.setdefault(name, row)
    return [Task(duty, tuple(places), found.get(duty.id)) for duty, places in owed]


def unknown_tasks(scope: Scope, tables: Tables) -> Iterator[Problem]:
    """A warning for every row that would be printed nowhere: on no task of its unit, or on one told already.

    A row that is twice the same is a matter of the table's key.
    """
    seen: dict[tuple[str, str], str] = {}
    known = {unit.kode: unit for unit in _addressed(tables)} if TABEL in tables.present else {}
    for row in tables.iter_rows(TABEL) if known else ():
        unit, ketentuan = known.get(str(row["kode_satker"])), str(row["ketentuan"] or "")
        if unit is None or not ketentuan:
            continue
        owed = list(_owed(scope, None, unit))
        task = task_of(owed, ketentuan)
        first = seen.setdefault((unit.kode, task or ketentuan), ketentuan)
        if task is None or first != ketentuan:
            yield _unknown(tables, row, unit, owed)


def _unknown(tables: Tables, row: Row, unit: Addressed, owed: Iterable[tuple[Kewajiban, list[str]]]) -> Problem:
    berkas, lembar, baris = row["_berkas"], row["_lembar"], row["_baris"]
    sel = tables.cell(TABEL, berkas, lembar, baris, "ketentuan")  # type: ignore[arg-type]
    place = Location(berkas, lembar, sel, baris, "ketentuan")  # type: ignore[arg-type]
    places = [".".join(steps(first)) for _, (first, *_) in owed]
    slots: dict[str, Any] = {"satker": unit.nama, "diharapkan": daftar_kata(places) if places else "tidak ada"}
    return problem("tugas-tidak-dikenal", place, nilai=str(row["ketentuan"]), tabel=TABEL, unit=[unit.kode], **slots)


def _addressed(tables: Tables) -> Iterator[Addressed]:
    rows = tables.rows("satker")
    known = coordinators(rows)
    for row in rows:
        kode = str(row["kode_satker"])
        yield Addressed(kode, str(row["nama_satker"]), str(row["jenis"]), kode in known)


def _owed(scope: Scope, sumber: str | None, unit: Addressed) -> Iterator[tuple[Kewajiban, list[str]]]:
    """The unit's duties with their places; under one instrument, or (`sumber` None) all that hold here."""
    for duty in scope.rulebook.kewajiban.values():
        places = [one.tempat for one in scope.citations(duty.dasar) if sumber in (None, one.sumber)]
        if places and unit.owes(duty.bagi):
            yield duty, places


def task_of(owed: Iterable[tuple[Kewajiban, list[str]]], ketentuan: str) -> str | None:
    """The duty that a place names as people write it, `a.2.b).1)`; one further up stands for the only one below it."""
    wanted, below = steps(ketentuan), dict[str, None]()
    for duty, places in owed:
        for place in map(steps, places):
            if place == wanted:
                return duty.id
            if wanted and place[: len(wanted)] == wanted:
                below[duty.id] = None
    return next(iter(below)) if len(below) == 1 else None


def steps(tempat: str) -> tuple[str, ...]:
    """A place step by step, without the diktum: `KESATU.a.2.b.1` and `huruf a angka 2 huruf b) angka 1)` alike."""
    return tuple(step for step in _STEP.findall(tempat.casefold()) if step not in _WORDS)
