"""hasil.json: everything a build found, for programs and auditors. Every number is text, exact as it was computed.

Its JSON Schema is schemas/hasil.schema.json; keys may be added there and in `evaluation/shapes.py`, never renamed.
Version 2 has every key of version 1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.evaluation.result import result
from p3dn_reports.problems import Problem, as_records

VERSION = "2"


def hasil_json(
    assessment: Assessment,
    dokumen: Sequence[Mapping[str, object]],
    masalah: Sequence[Problem],
    penafsiran: Sequence[Mapping[str, object]] = (),
    ringkasan: Mapping[str, object] | None = None,
) -> dict[str, object]:
    """The content of hasil.json.

    `dokumen` (id, unit, berkas, status, sebab, dasar), `penafsiran`, the open readings with what they would change, and
    `ringkasan`, the period on one page, are plain records, as given.
    """
    return {
        "versi": VERSION,
        **result(assessment),
        "ringkasan": dict(ringkasan) if ringkasan is not None else None,
        "penafsiran": [dict(record) for record in penafsiran],
        "dokumen": [dict(record) for record in dokumen],
        "masalah": as_records(masalah),
    }
