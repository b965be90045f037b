"""Duties, the register of clauses and what is left out of it, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from p3dn_reports.formatting import kapital_awal
from p3dn_reports.rulebook.carriers import Carried, carried
from p3dn_reports.rulebook.prose.words import clause, clauses, title_of_rule
from p3dn_reports.rules import Ketentuan, Kewajiban, Rulebook, TakTerkodekan
from p3dn_reports.tables import TableSchema

Schemas = Mapping[str, TableSchema]


def kewajiban(rulebook: Rulebook, schemas: Schemas, one: Kewajiban) -> Iterator[str]:
    """Who, when, leaving which paper."""
    yield f"Pelaksana: {one.pelaksana}."
    yield f"Waktu: {one.waktu or 'tidak disebut'}."
    if one.keluaran:
        yield f"Keluaran: {one.keluaran}."
    if one.catatan:
        yield f"Catatan: {one.catatan}"


def ketentuan(rulebook: Rulebook, schemas: Schemas, one: Ketentuan) -> Iterator[str]:
    """What kind of thing the clause asks for, which rules carry it, and what it asks for that none gives."""
    yield f"Sifatnya: {', '.join(one.sifat)}."
    found = next(found for found in carried(rulebook) if found.ketentuan == one)
    yield from _carriers(rulebook, found)
    if found.kurang:
        yield f"Diminta tetapi belum ada pada aturan: {', '.join(found.kurang)}."
    if found.tafsir:
        yield f"Dibaca menurut tafsir: {', '.join(found.tafsir)}."
    yield from misprints(rulebook, one)
    if one.dahulu:
        yield f"Dahulu bernama {', '.join(one.dahulu)}."


def misprints(rulebook: Rulebook, one: Ketentuan) -> Iterator[str]:
    """Its cross-references that point wrong, each with the place meant."""
    for wrong in one.rujukan_keliru:
        meant = clause(rulebook, wrong.dibaca)
        yield f"Mencetak rujukan {wrong.tercetak}; yang dimaksud {meant} (tafsir {wrong.tafsir})."


def _carriers(rulebook: Rulebook, found: Carried) -> Iterator[str]:
    """One line for each rule, document, row of the schedule or duty; else the reason why there is none."""
    if not found.pemuat:
        yield f"Termuat pada: {'; '.join(found.catatan)}."
        return
    yield "Termuat pada:"
    for section, name in found.pemuat:
        yield f"- {section} {name}: {title_of_rule(rulebook, section, name)}"
    yield from (f"Sebagian tidak dikodekan: {reason}" for reason in found.alasan)


def tak_terkodekan(rulebook: Rulebook, schemas: Schemas, one: TakTerkodekan) -> Iterator[str]:
    """Why the clauses are not computed."""
    yield f"{kapital_awal(clauses(rulebook, one.dasar))} tidak dihitung."
    yield f"Sebabnya: {one.alasan}"
