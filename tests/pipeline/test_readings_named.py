"""What another reading would bring or take away is named with its document and unit, before anybody reads it so."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from p3dn_reports import pipeline
from p3dn_reports.outputs.workbook import hasil_xlsx
from tests.outputs.test_workbook import records
from tests.pipeline.folders import CASES, laid_over, workspace

LETTER = "Surat penjelasan capaian"
PPKUKM = "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah"


@pytest.fixture(scope="module")
def hasil(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("bacaan")
    masukan = laid_over(CASES / "tafsir-belum-disahkan", folder / "in")
    return pipeline.evaluate(workspace(folder / "out"), masukan).hasil


def way(hasil: dict[str, Any], tafsir: str, opsi: str) -> dict[str, Any]:
    (found,) = (one for one in hasil["penafsiran"] if one["id"] == tafsir)
    (other,) = (one for one in found["bacaan_lain"] if one["opsi"] == opsi)
    return dict(other)


def test_a_document_that_exists_only_under_another_reading_is_named_so(hasil: dict[str, Any]) -> None:
    """Shares over the target: Inspektorat 100 / 0,8 = 125, PPKUKM 90 / 0,8 = 112,5, Dinas Satu 79,995 / 0,8 = 99,99."""
    other = way(hasil, "basis-capaian", "terhadap_target")
    told = {(one["judul"], one["nama"], one["sebelum"] is None, one["sesudah"] is None) for one in other["dokumen"]}
    assert (LETTER, "Inspektorat", True, False) in told
    assert (LETTER, PPKUKM, True, False) in told
    assert (LETTER, "Dinas Satu", False, True) in told
    assert not any(nama == "Dinas Dua" for _, nama, _, _ in told)  # 80 / 0,8 = 100: within by either reading
    assert f"naskah yang baru diminta: {LETTER} (Inspektorat dan {PPKUKM})" in other["akibat"]
    assert f"naskah yang tidak lagi diminta: {LETTER} (Dinas Satu)" in other["akibat"]
    planned = {(one["judul"], one["nama_unit"]) for one in hasil["dokumen"]}
    assert (LETTER, "Inspektorat") not in planned
    assert (LETTER, "Dinas Satu") in planned


def test_the_workbook_tells_an_unapproved_reading_and_each_status_it_would_move(hasil: dict[str, Any]) -> None:
    book = openpyxl.load_workbook(BytesIO(hasil_xlsx(hasil)))
    rows = [row for row in records(book["Penafsiran"]) if row["Tafsir"] == "basis-capaian"]
    moved = {
        row["Satuan kerja"]: (row["Status sebelum"], row["Status sesudah"]) for row in rows if row["Status sesudah"]
    }
    assert {row["Pengesahan"] for row in rows} == {"belum disahkan"}
    assert moved["Inspektorat"] == ("80% sampai dengan 100%", "lebih dari 100%")
    assert moved["Dinas Satu"] == ("di bawah 80%", "80% sampai dengan 100%")
