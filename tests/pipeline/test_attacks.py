"""What a folder may do to a build: change under its hands, or bring codes that no file name can bear."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports import pipeline
from p3dn_reports.errors import ProblemsError
from tests.pipeline.folders import CASES, laid_over, workspace

UNIT = "1.01.0.00.0.00.01.0000"


@pytest.mark.parametrize("change", ["saved", "added", "deleted"])
def test_inputs_that_change_during_a_build_leave_nothing(tmp_path: Path, change: str) -> None:
    masukan, place = laid_over(CASES / "bersih", tmp_path / "in"), workspace(tmp_path / "out")
    bayar = masukan / "realisasi_bayar.csv"

    def meanwhile(done: int, _total: int, _what: str) -> None:
        if done == 1 and change == "deleted":
            bayar.unlink()
        elif done == 1:
            target = bayar if change == "saved" else masukan / "tambahan.csv"
            target.write_bytes(bayar.read_bytes().replace(b"000000", b"900000"))

    with pytest.raises(ProblemsError) as caught:
        pipeline.build(place, masukan, progress=meanwhile)
    assert {found.kode for found in caught.value.problems} == {"bahan-berubah"}
    assert list((tmp_path / "out").rglob("*.docx")) == []


@pytest.mark.parametrize("code", ["\u00e9" * 130, "CON", "../../luar", "a/b"])
def test_no_code_of_one_unit_costs_another_its_letter(tmp_path: Path, code: str) -> None:
    masukan = laid_over(CASES / "bersih", tmp_path / "in")
    for path in masukan.glob("*.csv"):
        text = path.read_text("utf-8").replace(UNIT, code)
        path.write_text(text.replace("Kepala Suku Dinas Satu;unit;", f"Kepala Suku Dinas Satu;unit;{code}"), "utf-8")
    result = pipeline.build(workspace(tmp_path / "out"), masukan)
    assert result.folder is not None
    made = {path.relative_to(result.folder).as_posix() for path in result.folder.rglob("*.docx")}
    assert made == {record.berkas for record in result.dokumen if record.status != "ditahan"}
    assert {"laporan-capaian.docx", "nota-penjelasan/4.01.0.00.0.00.01.0001.docx"} < made
    assert all(len(part.encode()) <= 255 for name in made for part in name.split("/"))
    assert list(tmp_path.glob("*.docx")) == []
