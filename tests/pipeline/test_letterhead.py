"""The kop is that of the office that signs, whoever that is: looked at on the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports import pipeline
from p3dn_reports.documents.word.outline import outline
from tests.aturan import holding, lay
from tests.pipeline.folders import CASES, laid_over, workspace

PEMBINA = "Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil dan Menengah"


def letter(tmp_path: Path, role: str) -> Path:
    """The first unit's letter of explanation, signed by another role than its own head."""
    book = lay(tmp_path)
    own = "\n  surat_penjelasan:\n    golongan_naskah:"
    place = holding(book, own)
    rules = place.read_text("utf-8")
    at = rules.index("penanda_tangan: kepala_unit", rules.index(own))
    place.write_text(rules[:at] + rules[at:].replace("kepala_unit", role, 1), "utf-8")
    masukan, space = laid_over(CASES / "bersih", tmp_path / "in"), workspace(tmp_path / "out", book)
    result = pipeline.build(space, masukan, only=frozenset({"surat_penjelasan"}))
    assert result.folder is not None
    return next(result.folder / record.berkas for record in result.dokumen if record.berkas)


@pytest.mark.parametrize(
    ("role", "office", "address", "signs"),
    [
        ("sekda", "Sekretariat Daerah", False, "Sekretaris Daerah Provinsi Daerah Khusus Ibukota Jakarta, /"),
        ("ketua_harian", PEMBINA, True, f"Kepala {PEMBINA} / [TandaTangan] selaku Ketua Harian Tim"),
    ],
)
def test_the_kop_is_that_of_who_signs_and_the_quality_his_own(
    tmp_path: Path, role: str, office: str, address: bool, signs: str
) -> None:
    lines = outline(letter(tmp_path, role).read_bytes()).splitlines()
    assert lines[0] == "[KopPemerintah] [gambar: lambang]Pemerintah Provinsi Daerah Khusus Ibukota Jakarta"
    assert lines[1] == f"[KopPerangkatDaerah] {office}"
    assert [line for line in lines if "Dinas Satu" in line and "Kop" in line] == []
    assert ("[KopAlamat] Jalan Contoh Nomor 4" in lines) is address
    (signed,) = (line for line in lines if "TandaTangan" in line)
    assert signs in signed
    assert ("selaku" in signed) is (role == "ketua_harian")
