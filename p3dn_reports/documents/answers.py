"""Which units have answered, the same wherever it is asked: in every table that their papers are whole by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from p3dn_reports.documents.plan import Planned
from p3dn_reports.tables import Tables


def still_wanting(tables: Tables, planned: Iterable[Planned]) -> Mapping[str, tuple[str, ...]]:
    """By the code of each unit that is to answer, the tables without a row of it (`lengkap_bila`); none: it has."""
    wanted: dict[str, dict[str, None]] = {}
    for one in planned:
        if one.dokumen.lengkap_bila and one.unit is not None:
            wanted.setdefault(one.unit.unit.kode_satker, {}).update(dict.fromkeys(one.dokumen.lengkap_bila))
    come = {name: tables.distinct(name, "kode_satker") for names in wanted.values() for name in names}
    return {kode: tuple(name for name in names if kode not in come[name]) for kode, names in wanted.items()}
