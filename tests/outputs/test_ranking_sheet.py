"""The largest packages and settled statuses, in hasil.json and in the workbook."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import jsonschema
import openpyxl

from p3dn_reports.evaluation.assessment import Assessment, Penegasan, PeringkatBaris, PeringkatResult
from p3dn_reports.outputs.hasil import hasil_json
from p3dn_reports.outputs.workbook import hasil_xlsx
from p3dn_reports.rules import Citation

from .assessments import assessment
from .test_hasil import SCHEMA
from .test_workbook import records

ROWS = (
    PeringkatBaris(
        1, Decimal("9.50"), {"kode_rup": "R1", "nama_paket": "=1+1"}, {"status_kak": "ada"}, "a.xlsx", "S", 4
    ),
    PeringkatBaris(
        1, Decimal("9.50"), {"kode_rup": "R2", "nama_paket": None}, {"status_kak": None}, "a.csv", None, 7, "K7"
    ),
)
LISTED = PeringkatResult(
    peringkat="paket_terbesar",
    judul="Paket terbesar",
    kolom={"kode_rup": "Kode RUP", "nama_paket": "Nama paket", "status_kak": "Status KAK"},
    diminta=20,
    jumlah_baris=2,
    baris=ROWS,
    catatan="hanya ada 2, semuanya didaftar",
    sebab=None,
    dasar=(Citation("insekda-48-2024", "KESATU.a.3"),),
)
WANTING = replace(LISTED, diminta=None, jumlah_baris=0, baris=(), catatan=None, sebab="tabel RUP tidak ada")


def with_lists(*lists: PeringkatResult, ditahan: bool = False) -> Assessment:
    """An assessment whose first unit has these lists, and a status that another indicator settled."""
    base = assessment()
    unit, *others = base.unit
    result = unit.figures.indikator["capaian_perkin"]
    settled = replace(result, penegasan=Penegasan("dinyatakan", Fraction(5), "perlu_penegasan", "lebih dari 5%"))
    figures = replace(unit.figures, indikator={**unit.figures.indikator, "capaian_perkin": settled})
    by_id = {f"daftar_{number}": one for number, one in enumerate(lists)}
    changed = replace(
        unit,
        figures=figures,
        peringkat=by_id,
        ditahan=ditahan,
        indikator_ditahan=frozenset({"porsi", "capaian_perkin"}),
    )
    return replace(base, unit=(changed, *others))


def content(*lists: PeringkatResult, ditahan: bool = False) -> dict[str, Any]:
    return hasil_json(with_lists(*lists, ditahan=ditahan), [], [])


def book(*lists: PeringkatResult, ditahan: bool = False) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(hasil_xlsx(content(*lists, ditahan=ditahan))))


def test_hasil_json_with_lists_meets_its_schema() -> None:
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(content(LISTED, WANTING))) == []


def test_a_line_says_place_amount_and_row() -> None:
    listed = content(LISTED)["unit"][0]["peringkat"]["daftar_0"]
    assert (listed["diminta"], listed["jumlah_baris"], listed["dasar"]) == (20, 2, ["insekda-48-2024/KESATU.a.3"])
    assert listed["baris"][1] == {
        "urutan": 1,
        "nilai": "9.5",
        "isi": {"kode_rup": "R2", "nama_paket": None},
        "pemantauan": {"status_kak": None},
        "keterangan": None,
        "berkas": "a.csv",
        "lembar": None,
        "baris": 7,
        "sel": "K7",
    }


def test_what_settled_a_status_is_said() -> None:
    unit = content()["unit"][0]
    assert unit["indikator"]["capaian_perkin"]["penegasan"] == {
        "indikator": "dinyatakan",
        "nilai": "5.000000000000",
        "pita_semula": "perlu_penegasan",
        "tampil_pita_semula": "lebih dari 5%",
    }
    assert unit["indikator_ditahan"] == ["capaian_perkin", "porsi"]
    (row, *_) = records(book()["Capaian"])
    assert (
        row["Keterangan"] == "ditahan: datanya belum dapat dipercaya; semula lebih dari 5%; ditegaskan oleh dinyatakan"
    )


def test_the_sheet_lists_row_after_row() -> None:
    sheets = book(WANTING, LISTED)
    assert sheets.sheetnames[:3] == ["Capaian", "Rincian", "Paket terbesar"]
    first, second = records(sheets["Paket terbesar"])
    assert list(first) == [
        *("Daftar", "Kode satuan kerja", "Satuan kerja", "Urutan", "Kode RUP", "Nama paket"),
        *("Nilai (Rp)", "Status KAK", "Catatan", "Berkas", "Lembar", "Sel", "Baris"),
    ]
    assert (first["Urutan"], first["Nama paket"], first["Nilai (Rp)"], first["Status KAK"]) == (1, "=1+1", 9.5, "ada")
    assert (second["Nama paket"], second["Status KAK"]) == (None, "belum diisi")
    assert (first["Berkas"], first["Lembar"], first["Sel"], first["Baris"]) == ("a.xlsx", "S", None, 4)
    assert (second["Berkas"], second["Lembar"], second["Sel"], second["Baris"]) == ("a.csv", None, "K7", 7)
    assert first["Catatan"] == "hanya ada 2, semuanya didaftar"


def test_a_text_never_becomes_a_formula() -> None:
    cell = book(LISTED)["Paket terbesar"]["F2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_unit_that_is_withheld_says_so_on_every_line() -> None:
    rows = records(book(LISTED, ditahan=True)["Paket terbesar"])
    assert {row["Catatan"].partition(";")[0] for row in rows} == {"ditahan: datanya belum dapat dipercaya"}


def test_without_a_list_there_is_no_sheet() -> None:
    assert "Paket terbesar" not in book(WANTING).sheetnames
