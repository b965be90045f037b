"""What of a rulebook can matter to one region and period: its profile, and what rests on the law it applies then."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from typing import TypeVar

from p3dn_reports.rules.book import Rulebook
from p3dn_reports.rules.continuing import ancestors
from p3dn_reports.rules.law import Citation, Daftar, Dated, Parameter
from p3dn_reports.rules.papers import Daerah
from p3dn_reports.vocabulary import Periode

Isi = TypeVar("Isi")
Holder = TypeVar("Holder", Parameter, Daftar)


def digest_in_force(rulebook: Rulebook, daerah: Daerah, periode: Periode | None = None) -> str:
    """SHA-256 of what the rulebook says for a region, in a period: comments, other regions and quarters are not in it.

    Nor is the order of what is only looked up by its name.
    """
    heard = _heard(rulebook, daerah, periode)
    applied = heard.intersection(rulebook.diterapkan(daerah)) or heard  # without law, figures rest on others' lists
    own = replace(
        rulebook,
        sha256="",
        versi_skema="",
        daerah={daerah.id: replace(daerah, menerapkan=tuple(one for one in daerah.menerapkan if one in heard))},
        sumber_hukum=_by_name({key: one for key, one in rulebook.sumber_hukum.items() if key in heard}),
        penerus={},
        ketentuan=_by_name(_resting(rulebook.ketentuan, heard)),
        hari_libur=_by_name(rulebook.hari_libur),
        parameter=_by_name(_of_values(rulebook.parameter, applied)),
        daftar=_by_name(_of_values(rulebook.daftar, applied)),
        jadwal=_resting(rulebook.jadwal, heard),
        kewajiban=_resting(rulebook.kewajiban, heard),
        dokumen=_resting(rulebook.dokumen, heard),
        putusan={key: replace(one, versi=_applied(one.versi, applied)) for key, one in rulebook.putusan.items()},
    )
    return hashlib.sha256(repr(own).encode()).hexdigest()


def _heard(rulebook: Rulebook, daerah: Daerah, periode: Periode | None) -> frozenset[str]:
    """The sources that can count in the period: instruments for others do not, but for those that are carried on.

    Where none speaks of the period, what others say is read for want of it.
    """
    register = rulebook.sumber_hukum
    bound = {key for key, one in register.items() if one.untuk is not None}
    here = {key for key in bound if periode is not None and register[key].covers(periode)}
    if here.isdisjoint(rulebook.diterapkan(daerah)):
        return frozenset(register)
    carried = {one for key in here for one in ancestors(register, key)}
    return frozenset((register.keys() - bound) | here | carried)


def _resting(records: Mapping[str, Isi], heard: Set[str]) -> dict[str, Isi]:
    """The records of which some clause is of these sources; those that cite none stay."""
    cited: dict[str, tuple[Citation, ...]] = {key: getattr(one, "dasar", ()) for key, one in records.items()}
    return {key: one for key, one in records.items() if not cited[key] or _of(cited[key], heard)}


def _of(dasar: Iterable[Citation], sources: Set[str]) -> bool:
    return any(one.sumber in sources for one in dasar)


def _of_values(records: Mapping[str, Holder], applied: Set[str]) -> dict[str, Holder]:
    """Those with a value there; one that has none says nothing."""
    kept = {key: replace(one, nilai=_applied(one.nilai, applied)) for key, one in records.items()}
    return {key: one for key, one in kept.items() if one.nilai or not records[key].nilai}


def _applied(values: Iterable[Dated[Isi]], applied: Set[str]) -> tuple[Dated[Isi], ...]:
    """The values of law that the region applies, whenever: an act is judged by the law of its day."""
    return tuple(one for one in values if _of(one.dasar, applied))


def _by_name(records: Mapping[str, Isi]) -> dict[str, Isi]:
    return dict(sorted(records.items()))
