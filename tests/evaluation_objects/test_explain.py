"""An object explained: from the command line's text and JSON down to the cell; and its place in hasil.json."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook
from syrupy.assertion import SnapshotAssertion

from p3dn_reports import pipeline
from p3dn_reports.cli.account_text import account_text
from p3dn_reports.errors import UsageError
from p3dn_reports.evaluation.account import Penjelasan
from p3dn_reports.outputs.workbook import hasil_xlsx
from p3dn_reports.policy.whatif import Supposition, what_if
from p3dn_reports.workspace import Workspace
from tests.evaluation_objects.book import ROOT

FILES = {
    "meta.csv": """
        kunci;nilai
        pemda;Kabupaten Pandeglang
        kd_klpd;D51
        tahun_anggaran;2024
        tanggal_cutoff;2024-12-31
    """,
    "satker.csv": """
        kode_satker;nama_satker;jenis
        1.01.0.00.0.00.01.0000;Dinas Contoh;perangkat_daerah
    """,
    "pelanggaran.csv": """
        pejabat;kode_satker;tanggal;ketentuan;nomor_kontrak;nilai_kontrak;sumber_dana;rekomendasi_apip;rekomendasi_tim
        PPK-1;1.01.0.00.0.00.01.0000;2024-02-01;9(1);K-1;1000000;APBD;;
        PPK-1;1.01.0.00.0.00.01.0000;2024-03-01;9(1);K-2;1000000;APBD;;
        PPK-1;1.01.0.00.0.00.01.0000;2024-04-01;9(1);K-3;1000000;APBD;;
        PPK-1;1.01.0.00.0.00.01.0000;2024-05-01;9(2);K-4;80000000000;APBD;700/1;
    """,
    "kepemilikan.csv": """
        perusahaan;pemegang_saham;kepemilikan;persen_saham;didirikan_menurut_hukum;bekerja_di_indonesia;berkedudukan_di_indonesia
        PT Satu;A;nasional;50,01;ya;ya;ya
        PT Satu;B;asing;49,99;ya;ya;ya
    """,
    "komponen.csv": """
        produsen;produk;jenis;komponen;biaya_dalam_negeri;biaya_luar_negeri
        PT Satu;Meja;barang;bahan_langsung;75;25
    """,
}


@pytest.fixture(scope="module")
def masukan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pandeglang")
    for name, text in FILES.items():
        lines = [line.strip() for line in text.strip().splitlines()]
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.at(ROOT)


def explained(workspace: Workspace, masukan: Path, sebutan: str, aturan: str) -> Penjelasan:
    found = pipeline.explain(workspace, masukan, sebutan, aturan)
    assert isinstance(found, Penjelasan)
    return found


@pytest.mark.parametrize(
    ("sebutan", "aturan"),
    [
        ("PPK-1 / K-4", "sanksi_pejabat"),
        ("PPK-1 / K-4", "denda_pejabat"),
        ("PPK-1 / K-1", "penyetoran_denda_pejabat"),
        ("PT Satu", "perusahaan_jasa_dalam_negeri"),
        ("PPK-1 / K-4", "jatuh_tempo_denda_pejabat"),
    ],
)
def test_the_text_goes_from_the_result_down_to_the_cell(
    workspace: Workspace, masukan: Path, sebutan: str, aturan: str, snapshot: SnapshotAssertion
) -> None:
    assert account_text(explained(workspace, masukan, sebutan, aturan)) == snapshot


def test_the_json_holds_the_same_way(workspace: Workspace, masukan: Path) -> None:
    plain = json.loads(json.dumps(explained(workspace, masukan, "PPK-1 / K-4", "sanksi_pejabat").as_json()))
    assert plain["versi"] == "2"
    assert plain["objek"]["kunci"]["nomor_kontrak"] == "K-4"
    assert plain["hasil"]["pilihan"] == "denda"
    assert plain["hasil"]["kurang"] == ["Rekomendasi Tim P3DN belum ada"]
    fine, *_, tried = plain["langkah"]["bagian"]
    assert [one["nilai"] for one in tried["bagian"]] == ["tidak", "tidak", "tidak", "tidak", "tidak", "ya"]
    assert (fine["nilai"], fine["dasar"]) == ("500000000", ["perbup-46-2023/30.6"])
    assert plain["hasil"]["nilai"] == {name: fine[name] for name in plain["hasil"]["nilai"]}
    contract = fine["bagian"][0]["bagian"][0]["bagian"][1]
    while contract["bagian"]:
        (contract,) = contract["bagian"]
    assert contract["sel"] == {"berkas": "pelanggaran.csv", "lembar": None, "baris": 5, "sel": "F5"}
    cited = {one["rujukan"] for one in plain["klausul"]}
    assert {"perbup-46-2023/30.6", "perbup-46-2023/30.1.b"} <= cited


@pytest.mark.parametrize(
    ("sebutan", "aturan", "words"),
    [
        ("PPK-1", "denda_pejabat", "ada 4; harus tepat satu"),
        ("PPK-9", "denda_pejabat", "ada 0; harus tepat satu"),
        ("S-1", "tkdn_dan_bmp", "tabel Sertifikat TKDN tidak ada"),
        ("Dinas Contoh", "denda_pejabt", "Mungkin maksud Anda: denda_pejabat"),
    ],
)
def test_a_name_that_leads_nowhere_is_told_with_those_there_are(
    workspace: Workspace, masukan: Path, sebutan: str, aturan: str, words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        pipeline.explain(workspace, masukan, sebutan, aturan)


def test_verdicts_and_figures_stand_in_hasil_and_its_workbook(
    workspace: Workspace, masukan: Path, tmp_path: Path
) -> None:
    hasil = pipeline.evaluate(workspace, masukan).hasil
    schema = json.loads((ROOT / "schemas" / "hasil.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(hasil)
    sanksi, others, figures = (hasil[name] for name in ("sanksi", "putusan", "hitungan"))
    assert isinstance(sanksi, list)
    assert isinstance(others, list)
    assert isinstance(figures, list)
    assert [one["pilihan"] for one in sanksi] == [*(f"peringatan_{n}" for n in ("pertama", "kedua", "ketiga")), "denda"]
    assert sanksi[3]["nilai"]["nilai"] == "500000000"
    assert (sanksi[3]["dapat_dijatuhkan"], sanksi[3]["objek"]["baris"]) == (False, 5)
    assert [(one["putusan"], one["tampil"]) for one in others] == [
        ("penyetoran_denda_pejabat", "Kas daerah, sebagai penerimaan Daerah"),
        *[("pemberi_sanksi_pejabat", "Pimpinan perangkat Daerah")] * 4,
        ("perusahaan_jasa_dalam_negeri", "Perusahaan jasa dalam negeri"),
    ]
    assert others[5]["disertai"]["saham_nasional"]["tampil"] == "50,01%"
    assert [(one["hitungan"], one["nilai"]) for one in figures] == [
        ("tkdn_barang", "75"),
        ("tkdn_jasa", None),
        ("tkdn_gabungan", "75"),
    ]
    (tmp_path / "hasil.xlsx").write_bytes(hasil_xlsx(hasil))
    book = load_workbook(tmp_path / "hasil.xlsx")
    assert book.sheetnames == ["Ringkasan", "Capaian", "Putusan", "Hitungan", "Penafsiran", "Naskah", "Temuan"]
    rows = [[cell.value for cell in row] for row in book["Putusan"].iter_rows(min_row=2)]
    assert rows[3][4:6] == ["Denda administratif", 500000000]
    figures_shown = list(book["Hitungan"].iter_rows(min_row=2, values_only=True))
    assert [row[2] for row in figures_shown] == [75, "jumlah seluruh barisnya (0 dari 1) nol", 75]


def test_a_supposition_shows_whose_sanction_changes(workspace: Workspace, masukan: Path) -> None:
    found = what_if(workspace, masukan, Supposition(None, {"denda_pejabat_tertinggi": "600000000"}, {}))
    (change,) = found.akibat.objek
    assert (change.aturan, change.objek) == ("sanksi_pejabat", "PPK-1 / 1 Mei 2024 / 9(2) / K-4")
    assert (change.sebelum or "").startswith("Denda administratif; Rp500.000.000,00")
    assert (change.sesudah or "").startswith("Denda administratif; Rp600.000.000,00")
    assert found.berubah
