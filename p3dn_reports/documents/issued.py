"""What counts as sent, the same wherever it is asked.

A paper has gone out once the office has numbered and dated it in table `naskah`: a finished draft is no report
delivered.
"""

from __future__ import annotations

from collections.abc import Mapping

from p3dn_reports.tables import Tables


def is_issued(row: Mapping[str, object]) -> bool:
    """Whether the paper of a row of `naskah` has a number and a date."""
    return bool(row.get("nomor") and row.get("tanggal"))


def issued(tables: Tables) -> frozenset[tuple[str, str]]:
    """The papers that have gone out, each by its document and what it is of ("": the region)."""
    rows = filter(is_issued, tables.iter_rows("naskah"))
    return frozenset((row["dokumen"], row["kunci"] or row["kode_satker"] or "") for row in rows)
