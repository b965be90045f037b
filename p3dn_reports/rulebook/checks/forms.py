"""The form of documents: paper that leaves room for text, roles and fields that exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from p3dn_reports.problems import Problem
from p3dn_reports.rulebook.checks.documents import REGION_FIELDS, unknown_fields
from p3dn_reports.rulebook.checks.subject import Subject
from p3dn_reports.rulebook.source import Keys, is_near, suggestion
from p3dn_reports.rules import KERTAS, ROLES, Bentuk, Dated, Rulebook

_LEAST = Decimal(80)
"""Millimetres that a line or a page of text is given at least."""
_USUAL = Decimal(25)
"""The margin taken where another level says it."""

Dates = tuple[Dated[Bentuk], ...]


def dated_forms(rulebook: Rulebook) -> Iterator[tuple[Keys, Dates]]:
    """The forms of all regions and of each, over time, with the way to them."""
    for key, one in rulebook.bentuk.items():
        yield ("bentuk", key, "nilai"), one.nilai
    for key, daerah in rulebook.daerah.items():
        for kind, values in daerah.bentuk.items():
            yield ("daerah", key, "bentuk", kind), values


def check_forms(subject: Subject) -> Iterator[Problem]:
    """Every form, wherever it stands."""
    for keys, values in dated_forms(subject.rulebook):
        for index, dated in enumerate(values):
            yield from _form(subject, (*keys, index, "isi"), dated.nilai)
    for key, dokumen in subject.rulebook.dokumen.items():
        yield from _form(subject, ("dokumen", key, "bentuk"), dokumen.bentuk)


def _form(subject: Subject, keys: Keys, one: Bentuk) -> Iterator[Problem]:
    yield from _room(subject, keys, one)
    yield from _roles(subject, (*keys, "tanpa_gelar"), one.tanpa_gelar)
    yield from _roles(subject, (*keys, "tanpa_nip"), one.tanpa_nip)
    for index, line in enumerate(one.tembusan):
        yield from unknown_fields(subject, (*keys, "tembusan", index), line, REGION_FIELDS)


def _room(subject: Subject, keys: Keys, one: Bentuk) -> Iterator[Problem]:
    """What is left for text between the margins, upright and lying."""
    width, height = one.ukuran_kertas or KERTAS["A4"]
    pages = (("margin", one.margin, width, height), ("margin_mendatar", one.margin_mendatar, height, width))
    for name, margins, across, down in pages:
        room = min(_left(across, margins, "kiri", "kanan"), _left(down, margins, "atas", "bawah"))
        if room < _LEAST and (margins or name == "margin"):
            at = (*keys, name) if margins else (*keys, "kertas")
            yield subject.source.problem("aturan-bentuk-sempit", at, key=True, nilai=f"{room:f}", paling_sedikit=_LEAST)


def _left(length: Decimal, margins: Mapping[str, Decimal], before: str, after: str) -> Decimal:
    return length - margins.get(before, _USUAL) - margins.get(after, _USUAL)


def _roles(subject: Subject, keys: Keys, roles: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """A role is free; one that is nearly a role of the regulations is a slip."""
    for role in roles:
        if role not in ROLES and (near := [one for one in ROLES if is_near(role, one)]):
            dugaan = suggestion(role, near)
            yield subject.source.problem("aturan-peran-mirip", (*keys, role), key=True, nilai=role, dugaan=dugaan)
