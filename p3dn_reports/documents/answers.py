"""Which units have answered, the same wherever it is asked: in every table that their papers are whole by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from p3dn_reports.documents.plan import Planned
from p3dn_reports.tables import Tables


def asked_of(planned: Iterable[Planned]) -> Mapping[str, list[Planned]]:
    """By the code of each unit that is to answer its papers that are whole only once it has, in the order planned."""
    papers: dict[str, list[Planned]] = {}
    for one in planned:
        if one.dokumen.lengkap_bila and one.unit is not None:
            papers.setdefault(one.unit.unit.kode_satker, []).append(one)
    return papers


def still_wanting(tables: Tables, kode: str, papers: Iterable[Planned]) -> tuple[str, ...]:
    """The tables of a unit's papers that hold no row of it (`lengkap_bila`); none: it has answered."""
    names = dict.fromkeys(name for one in papers for name in one.dokumen.lengkap_bila)
    return tuple(name for name in names if kode not in tables.distinct(name, "kode_satker"))
