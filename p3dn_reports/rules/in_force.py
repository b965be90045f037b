"""What of a rulebook can matter to one region: its own profile, and the values of the law it applies."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from p3dn_reports.rules.book import Rulebook
from p3dn_reports.rules.law import Daftar, Dated, Parameter
from p3dn_reports.rules.papers import Daerah

Isi = TypeVar("Isi")
Holder = TypeVar("Holder", Parameter, Daftar)


def digest_in_force(rulebook: Rulebook, daerah: Daerah) -> str:
    """SHA-256 of what the rulebook says for a region: comments, other regions and their values are not in it."""
    own = replace(
        rulebook,
        sha256="",
        daerah={daerah.id: daerah},
        parameter=_of_values(rulebook.parameter, daerah),
        daftar=_of_values(rulebook.daftar, daerah),
        putusan={key: replace(one, versi=_applied(one.versi, daerah)) for key, one in rulebook.putusan.items()},
    )
    return hashlib.sha256(repr(own).encode()).hexdigest()


def _of_values(records: Mapping[str, Holder], daerah: Daerah) -> dict[str, Holder]:
    return {key: replace(one, nilai=_applied(one.nilai, daerah)) for key, one in records.items()}


def _applied(values: Iterable[Dated[Isi]], daerah: Daerah) -> tuple[Dated[Isi], ...]:
    """The values of law that the region applies, whenever: an act is judged by the law of its day."""
    applied = frozenset(daerah.menerapkan)
    return tuple(one for one in values if not applied.isdisjoint(cited.sumber for cited in one.dasar))
