"""The units that get no document because nobody has written down anything for them: each kind told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from p3dn_reports.documents.asking import left_out
from p3dn_reports.documents.conditions import filled, has_status, is_kind
from p3dn_reports.documents.plan import Planner
from p3dn_reports.documents.subjects import KINDS
from p3dn_reports.formatting import angka, daftar_kata
from p3dn_reports.problems import Problem, problem
from p3dn_reports.rules import Dokumen

_FEW = 5
"""So many units are named; of more only how many there are, besides."""


@dataclass(frozen=True, slots=True)
class Unwritten:
    """What is told of documents that one table's rows ask for, with the documents' ids."""

    dokumen: frozenset[str]
    problem: Problem


def unwritten(planner: Planner) -> Iterator[Unwritten]:
    """By the tables that must hold rows of a unit, the units of which they hold none.

    Tables that nobody has handed in are a note, since a folder may do without them.
    """
    tables, due = planner.around.tables, planner.scope.dokumen
    unwanted = left_out(planner.scope, tables, due)
    groups: dict[tuple[str, ...], list[Dokumen]] = {}
    for dokumen in due:
        asked = tuple(name for name, wanted in dokumen.bila_tabel.items() if wanted == "ada")
        if asked and dokumen not in unwanted:
            groups.setdefault(asked, []).append(dokumen)
    for asked, of_tables in groups.items():
        yield from _told(planner, asked, of_tables)


def _told(planner: Planner, asked: tuple[str, ...], dokumen: list[Dokumen]) -> Iterator[Unwritten]:
    tables, ids = planner.around.tables, frozenset(one.id for one in dokumen)
    naskah = daftar_kata(list(dict.fromkeys(one.judul for one in dokumen)))
    absent = [tables.schemas[name].title for name in asked if name not in tables.present]
    if absent:
        yield Unwritten(ids, problem("naskah-tanpa-tabel", naskah=naskah, diharapkan=daftar_kata(absent)))
        return
    units = dict(unit for one in dokumen for unit in _without(planner, one))
    if units:
        judul = daftar_kata([tables.schemas[name].title for name in asked])
        slots = {"naskah": naskah, "judul": judul, "banyak": angka(len(units)), "satker": _named(list(units.values()))}
        yield Unwritten(ids, problem("naskah-tanpa-baris", tabel=asked[0], unit=units, **slots))  # type: ignore[arg-type]


def _without(planner: Planner, dokumen: Dokumen) -> Iterator[tuple[str, str]]:
    """The units that the document is for, but for the rows they lack."""
    for subject in KINDS[dokumen.untuk_setiap].each(planner.around, dokumen):
        unit = subject.unit
        if unit is None or not is_kind(dokumen, subject) or not has_status(dokumen.bila_status, unit):
            continue
        if not filled(planner.around, dokumen, subject):
            yield unit.unit.kode_satker, unit.unit.nama


def _named(names: list[str]) -> str:
    more = len(names) - _FEW
    return f"{', '.join(names[:_FEW])}, dan {angka(more)} lainnya" if more > 0 else daftar_kata(names)
