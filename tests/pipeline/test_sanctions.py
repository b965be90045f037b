"""Letters of sanctions from tables that are old, half filled in, or about people nobody may judge here."""

from __future__ import annotations

import pytest

from p3dn_reports import pipeline
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.pipeline import BuildResult
from p3dn_reports.pipeline.records import DocumentRecord
from tests.pipeline.folders import folder_of, workspace

_PANJANG = "Pengadaan Alat <Uji> & Kalibrasi " + "Laboratorium Kesehatan Daerah " * 3
TABLES = {
    "meta": "kunci;nilai\npemda;Kabupaten Pandeglang\nkd_klpd;D51\ntahun_anggaran;2024\ntanggal_cutoff;2024-12-31\n",
    "satker": """\
kode_satker;nama_satker;jabatan_pimpinan;jenis;kode_induk
1.02.0.00.0.00.04.0000;Dinas Kesehatan;Kepala Dinas Kesehatan;perangkat_daerah;
1.02.0.00.0.00.04.0003;Laboratorium Daerah;Kepala Laboratorium Daerah;unit;1.02.0.00.0.00.04.0000
badan-usaha;Badan Usaha Contoh;Direktur Utama;bukan_pemda;
""",
    "pejabat": """\
jabatan;sebutan_jabatan;nama;nip;pangkat
kepala_1.02.0.00.0.00.04.0000;Kepala Dinas Kesehatan;Nama Kepala Dinas;000000000000000001;Pembina
kepala_1.02.0.00.0.00.04.0003;Kepala Laboratorium Daerah;Nama Kepala Lab;000000000000000002;Penata
""",
    # An older sheet: the required `pejabat` under its other name, none of the newer columns.
    "pelanggaran": """\
Nama Pejabat;kode_satker;tanggal;ketentuan;nomor_kontrak;nilai_kontrak;sumber_dana;rekomendasi_apip;\
rekomendasi_pengawas;rekomendasi_tim;nomor_surat
PPK-A;1.02.0.00.0.00.04.0003;2024-01-08;9(1);K-1;1000;APBD;A-1;;T-1;
PPK-A;1.02.0.00.0.00.04.0003;2024-02-05;9(1);K-2;1000;APBD;A-2;;T-2;
PPK-A;1.02.0.00.0.00.04.0003;2024-03-04;9(1);K-3;1000;APBD;A-3;;T-3;
PPK-A;1.02.0.00.0.00.04.0003;2024-04-01;9(1);K-4;90000000000;;A-4;;T-4;D-4/2024
PPK-B;1.02.0.00.0.00.04.0000;2024-01-09;9(1);K-5;1000;APBD;A-5;;T-5;
PPK-B;1.02.0.00.0.00.04.0000;2024-02-06;9(1);K-6;1000;APBD;A-6;;T-6;
PPK-B;1.02.0.00.0.00.04.0000;2024-03-05;9(1);K-7;1000;APBD;A-7;;T-7;
PPK-B;1.02.0.00.0.00.04.0000;2024-04-02;9(1);K-8;;APBD;A-8;;T-8;
PPK-C;badan-usaha;2024-05-06;9(2);K-9;1000;APBD;;P-9;T-9;
""",
    "pelanggaran_produsen": f"""\
kode_pelanggaran;produsen;kode_satker;tanggal;ketentuan;nama_paket;tkdn_tawar;tkdn_realisasi;nilai_pembayaran;sumber_dana
PP-1;Produsen <Contoh> & Rekan;1.02.0.00.0.00.04.0003;2024-06-03;9(5);{_PANJANG.strip()};50;40;1000000;APBD
""",
    "naskah": "dokumen;kunci;nomor;tanggal\nsurat_denda;PPK-A / 1 April 2024 / 9(1) / K-4;D-9/2024;2024-05-02\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    place = tmp_path_factory.mktemp("sanksi")
    masukan = place / "masukan"
    masukan.mkdir()
    for name, text in TABLES.items():
        (masukan / f"{name}.csv").write_text(text, "utf-8")
    return pipeline.build(workspace(place / "outputs"), masukan)


def of(built: BuildResult, dokumen: str, kunci: str) -> DocumentRecord:
    (found,) = [one for one in built.dokumen if one.id == dokumen and kunci in (one.kunci or "")]
    return found


def text_of(built: BuildResult, record: DocumentRecord) -> str:
    return outline((folder_of(built) / record.berkas).read_bytes()).replace("\u00a0", " ")


def test_an_older_sheet_makes_drafts_that_name_the_columns_to_fill_in(built: BuildResult) -> None:
    first = of(built, "surat_peringatan", "K-1")
    assert first.status == "konsep"
    assert first.berkas == "Peringatan/Peringatan tertulis pertama - PPK-A - 8 Januari 2024 - 9(1) - K-1.docx"
    assert [one for one in first.isian if "nama_pejabat" in one and "uraian" in one]
    assert "[LENGKAPI: nama_pejabat]" in text_of(built, first)


def test_the_head_of_the_perangkat_daerah_imposes_where_a_unit_below_it_offends(built: BuildResult) -> None:
    text = text_of(built, of(built, "surat_peringatan", "K-1"))
    assert "Kepala Dinas Kesehatan," in text
    assert "Nama Kepala Lab" not in text


def test_a_fine_without_its_account_or_source_of_funds_leaves_both_open(built: BuildResult) -> None:
    text = text_of(built, of(built, "surat_denda", "K-4"))
    assert "Rp500.000.000,00 (lima ratus juta rupiah), yaitu nilai paling tinggi" in text
    assert "Denda disetor ke «[LENGKAPI: sumber_dana]»" in text
    assert "paling lambat tanggal" not in text


def test_a_number_that_two_tables_give_differently_is_told(built: BuildResult) -> None:
    fine = of(built, "surat_denda", "K-4")
    assert "D-4/2024" in text_of(built, fine)
    assert any("berbeda dari tabel pelanggaran" in sebab for sebab in fine.sebab)


def test_no_fine_goes_out_without_the_contract_it_is_a_share_of(built: BuildResult) -> None:
    fine = of(built, "surat_denda", "K-8")
    assert fine.status == "ditahan"
    assert any("belum dapat dihitung: kolom Nilai kontrak kosong" in sebab for sebab in fine.sebab)


def test_nobody_imposes_on_a_business_body_whose_paying_office_is_not_named(built: BuildResult) -> None:
    warning = of(built, "surat_peringatan", "K-9")
    assert warning.status == "ditahan"
    assert any("pimpinan_instansi_pembiaya, belum ada pada tabel pejabat" in sebab for sebab in warning.sebab)


def test_a_producer_not_yet_heard_gets_drafts_with_its_name_as_it_is(built: BuildResult) -> None:
    fine = of(built, "denda_produsen_selisih", "PP-1")
    assert fine.status == "konsep"
    text = text_of(built, fine)
    assert "Produsen <Contoh> & Rekan" in text
    assert "Rp100.000,00 (seratus ribu rupiah)" in text  # (50 - 40)% x 1.000.000
    assert "Kepala Dinas Kesehatan," in text
    assert "pengurangan pembayaran pada pembayaran berikutnya" in text
    assert any("sudah_dibayar" in sebab for sebab in fine.sebab)
