"""The result files beside the documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from p3dn_reports.evaluation.assessment import Assessment
from p3dn_reports.outputs.hasil import hasil_json
from p3dn_reports.outputs.manifest import json_bytes
from p3dn_reports.outputs.standing import HASIL, MASALAH
from p3dn_reports.outputs.workbook import hasil_xlsx
from p3dn_reports.problems import Problem, as_records

WORKBOOK = "hasil.xlsx"
VERSION = "1"


def report_files(
    assessment: Assessment,
    dokumen: Sequence[Mapping[str, object]],
    masalah: Sequence[Problem],
    penafsiran: Sequence[Mapping[str, object]],
    ringkasan: Mapping[str, object],
) -> list[tuple[str, bytes]]:
    """hasil.json, hasil.xlsx and masalah.json, each with its bytes."""
    hasil = hasil_json(assessment, dokumen, masalah, penafsiran, ringkasan)
    return [
        (HASIL, json_bytes(hasil)),
        (WORKBOOK, hasil_xlsx(hasil)),
        (MASALAH, masalah_json(masalah)),
    ]


def masalah_json(masalah: Sequence[Problem]) -> bytes:
    """The content of masalah.json: every problem, in the order found."""
    return json_bytes({"versi": VERSION, "masalah": as_records(masalah)})
