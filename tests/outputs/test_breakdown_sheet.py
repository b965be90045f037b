"""The breakdowns in the workbook: every unit's lines with rows, then all of the region's, with titles and no zeroes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl

from p3dn_reports.evaluation.lines import JudulRincian, RincianBaris
from p3dn_reports.outputs.hasil import hasil_json
from p3dn_reports.outputs.workbook import hasil_xlsx

from .assessments import assessment
from .test_workbook import records

KANAL = JudulRincian("Penyelesaian menurut kanal", {"total": "Total nilai"}, {"selesai": "Paket yang dinilai"})
TENDER = RincianBaris("Tender", "=Tender", 3, {"total": Decimal("12345678901234567.89")}, {"selesai": 2})
TOKO = RincianBaris("Toko Daring", "Toko Daring", 1, {"total": Decimal("10.50")}, {"selesai": None})
KOSONG = RincianBaris("e-Order", "e-Order", 0, {"total": Decimal(0)}, {"selesai": None})


def rows() -> list[dict[str, Any]]:
    base = assessment()
    unit, *others = base.unit
    lines = {**unit.figures.rincian, "per_kanal": (TENDER, KOSONG)}
    changed = replace(unit, figures=replace(unit.figures, rincian=lines))
    rest = [
        replace(one, figures=replace(one.figures, rincian={**one.figures.rincian, "per_kanal": ()})) for one in others
    ]
    region = replace(base.seluruh, rincian={**base.seluruh.rincian, "per_kanal": (TENDER, TOKO, KOSONG)})
    titles = {**base.rincian, "per_kanal": KANAL}
    whole = replace(base, unit=(changed, *rest), seluruh=region, rincian=titles)
    return records(openpyxl.load_workbook(BytesIO(hasil_xlsx(hasil_json(whole, [], []))))["Rincian"])


def test_every_unit_then_the_region_by_breakdown() -> None:
    told = [(row["Rincian"], row["Satuan kerja"], row["Uraian"], row["Banyaknya baris"]) for row in rows()]
    assert told[0] == ("Pembayaran menurut cara", "Dinas Pendidikan", "Penyedia", 3)
    assert told[5] == ("Pembayaran menurut cara", "SELURUHNYA", "Penyedia", 3)
    assert told[6:] == [
        ("Penyelesaian menurut kanal", "Dinas Pendidikan", "=Tender", 3),
        ("Penyelesaian menurut kanal", "SELURUHNYA", "=Tender", 3),
        ("Penyelesaian menurut kanal", "SELURUHNYA", "Toko Daring", 1),
        ("Penyelesaian menurut kanal", "SELURUHNYA", "e-Order", 0),
    ]


def test_a_column_of_another_breakdown_is_blank_and_no_data_is_no_nought() -> None:
    cara, *_, tender, toko, _ = rows()
    assert (cara["Realisasi bersih (Rp)"], cara["Total nilai (Rp)"], cara["Paket yang dinilai"]) == (959.5, None, None)
    assert (tender["Realisasi bersih (Rp)"], tender["Paket yang dinilai"]) == (None, 2)
    assert (toko["Total nilai (Rp)"], toko["Paket yang dinilai"]) == (10.5, "tidak ada datanya")


def test_what_excel_rounds_stands_beside_in_full_and_withheld_units_say_so() -> None:
    found = rows()
    assert found[6]["Angka pasti"] == "Total nilai 12345678901234567.89"
    assert [row["Satuan kerja"] for row in found if row["Keterangan"]] == ["Dinas Bina Marga"]
