"""The folder of sanctions makes every letter of Pasal 10 and 30 to 33, with the figures calculated by hand."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from p3dn_reports import pipeline
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.pipeline import BuildResult
from tests.pipeline.folders import folder_of, workspace

from .folders import SANKSI, first_sheet, parts, run_tool, sheet


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    return pipeline.build(workspace(tmp_path_factory.mktemp("sanksi")), SANKSI)


@cache
def _text(path: Path) -> str:
    return outline(path.read_bytes()).replace("\u00a0", " ").replace("\u2011", "-")


def text_of(built: BuildResult, berkas: str) -> str:
    return _text(folder_of(built) / berkas)


def test_every_kind_is_made_and_only_what_lacks_something_is_no_finished_letter(built: BuildResult) -> None:
    made = Counter((one.id, str(one.status)) for one in built.dokumen)
    assert made == {
        ("catatan_penafsiran", "lengkap"): 1,
        ("keputusan_tim", "lengkap"): 1,
        ("surat_rekomendasi_apip", "lengkap"): 1,
        ("surat_rekomendasi_pengawas", "lengkap"): 1,
        ("surat_rekomendasi_tim", "lengkap"): 1,
        ("surat_peringatan", "lengkap"): 13,
        ("surat_peringatan", "ditahan"): 3,
        ("surat_denda", "lengkap"): 3,
        ("pengingat_denda", "lengkap"): 1,
        ("keputusan_pemberhentian", "lengkap"): 2,
        ("denda_produsen_selisih", "lengkap"): 1,
        ("denda_produsen_selisih", "konsep"): 1,
        ("denda_produsen_impor", "lengkap"): 1,
        ("pengingat_denda_selisih", "lengkap"): 1,
        ("pengingat_denda_impor", "lengkap"): 1,
        ("usulan_pencabutan_sertifikat", "lengkap"): 3,
        ("usulan_pencabutan_sertifikat", "konsep"): 1,
        ("usulan_daftar_hitam", "lengkap"): 3,
        ("usulan_daftar_hitam", "konsep"): 1,
        ("klarifikasi_tkdn", "lengkap"): 1,
        ("klarifikasi_tkdn", "konsep"): 1,
    }


def test_what_may_not_go_out_says_why(built: BuildResult) -> None:
    withheld = {one.kunci: one.sebab for one in built.dokumen if one.status == "ditahan"}
    assert withheld == {
        "PL-2025-003": ("Rekomendasi APIP belum ada", "Rekomendasi Tim P3DN belum ada"),
        "PL-2025-005": ("Rekomendasi pengawas belum ada",),
        "PL-2025-006": ("yang dikenai naskah ini adalah yang menandatanganinya",),
    }


# What each letter must say, and what it may not. The sums by hand:
# 1% x 12.345.678.900 = 123.456.789, due 30 working days after 3 March 2025: 24 April 2025 (as in
# aturan-uji/denda-jatuh-tempo); of it 23.456.789 is paid, 100.000.000 owed.
# 1% x 65.000.000.000 = 650.000.000, at most 500.000.000.
# 1% x 10.000.000.000 = 100.000.000, due 12 February 2025, nothing paid. 45% - 20% = 25, at most 15%: 15% x
# 2.000.000.000 = 300.000.000. 3 x 200.000.000 = 600.000.000, of it 200.000.000 paid.
# 38,5% - 31,25% = 7,25: 7,25% x 400.000.000 = 29.000.000, not yet fully paid. 47,5 - 42,15 = 5,35.
SAYS = {
    "Rekomendasi/Rekomendasi APIP - PL-2025-003.docx": (
        "merupakan pelanggaran pertama; dan",
        "berupa peringatan tertulis pertama sesuai dengan ketentuan Pasal 30 ayat (1) huruf a dan ayat (4)",
        "setelah rekomendasi Tim Peningkatan Penggunaan Produk Dalam Negeri juga Saudara terima.",
        "Inspektur Daerah,",
    ),
    "Rekomendasi/Rekomendasi Tim P3DN - PL-2025-003.docx": (
        "setelah rekomendasi Inspektur juga Saudara terima.",
        "selaku Ketua Tim Peningkatan Penggunaan Produk Dalam Negeri,",
    ),
    "Rekomendasi/Rekomendasi pengawas internal - PL-2025-005.docx": (
        "Yth. | [KepalaSurat] Kepala Badan Pengelola Keuangan Daerah",
        "huruf a dan ayat (4) Peraturan Bupati tersebut.",
    ),
    "Peringatan/Peringatan tertulis kedua - PL-2024-002.docx": (
        "merupakan pelanggaran kedua.",
        "Apabila Saudara kembali melakukan pelanggaran, kepada Saudara dikenakan peringatan tertulis ketiga.",
    ),
    "Peringatan/Peringatan tertulis ketiga - PL-2024-003.docx": (
        "900/SP-Contoh-03/2024",
        "Pasal 9 ayat (2) Peraturan Bupati Pandeglang Nomor 46 Tahun 2023 tentang",
        "denda administratif sebesar 1% (satu persen) dari nilai kontrak",
        "Rp500.000.000,00 (lima ratus juta rupiah) sebagaimana dimaksud dalam Pasal 30 ayat (5) dan ayat (6)",
    ),
    "Peringatan/Peringatan tertulis pertama - PL-2025-004.docx": (
        "[KopPerangkatDaerah] Badan Pengelola Keuangan Daerah",
        "Surat Rekomendasi Pejabat Pengawas Internal Nomor 700/REK-Contoh-19/2025",
    ),
    "Denda/Denda - PL-2024-004.docx": (
        "Rp12.345.678.900,00",
        "Rp123.456.789,00 (seratus dua puluh tiga juta empat ratus lima puluh enam ribu tujuh ratus delapan puluh "
        "sembilan rupiah).",
        "kas Daerah melalui Bank Contoh, rekening Nomor 000-000-000 atas nama RKUD Kabupaten Pandeglang",
        "30 (tiga puluh) hari kerja sejak surat ini ditetapkan, yaitu paling lambat tanggal 24 April 2025.",
    ),
    "Denda/Denda - PL-2025-001.docx": (
        "Rp650.000.000,00",
        "Rp500.000.000,00 (lima ratus juta rupiah), yaitu nilai paling tinggi",
        "hari kerja sejak surat ini ditetapkan. Bukti setor",
    ),
    "Denda/Denda - PL-2024-015.docx": (
        "kas negara melalui sistem penerimaan negara",
        "sebagai penerimaan negara bukan pajak",
        "Rp1.500.000,00 (satu juta lima ratus ribu rupiah).",
    ),
    "Pengingat denda/Pengingat denda - PL-2024-004.docx": (
        "Saudara telah menyetor Rp23.456.789,00",
        "Rp100.000.000,00 (seratus juta rupiah), paling lambat tanggal 24 April 2025",
    ),
    "Pemberhentian/Pemberhentian - PL-2024-008.docx": (
        "belum dibayar sebesar Rp100.000.000,00 sampai dengan tanggal 12 Februari 2025",
        "Pasal 31 ayat (4)",
        "KETIGA | [Label] : | [IsiDiktum] Pemberhentian sebagaimana dimaksud",
    ),
    "Pemberhentian/Pemberhentian - PL-2025-002.docx": (
        "melakukan pelanggaran kelima",
        "Peraturan Presiden Nomor 16 Tahun 2018",
        "KETIGA | [Label] : | [IsiDiktum] Keputusan ini mulai berlaku",
    ),
    "Denda produsen/Denda selisih TKDN - PP-2025-001.docx": (
        "25 poin persen",
        "Rp300.000.000,00 (tiga ratus juta rupiah)",
        "paling lambat tanggal 24 April 2025",
    ),
    "Denda produsen/Denda selisih TKDN - PP-2025-004.docx": (
        "7,25 poin persen",
        "Rp29.000.000,00 (dua puluh sembilan juta rupiah)",
        "pengurangan pembayaran pada pembayaran berikutnya dan disetor ke kas Daerah.",
        "[LENGKAPI: tanggal_klarifikasi]",
    ),
    "Denda produsen/Denda barang impor - PP-2024-002.docx": ("Rp600.000.000,00 (enam ratus juta rupiah)", "ayat (6)"),
    "Pengingat denda/Pengingat denda barang impor - PP-2024-002.docx": (
        "Rp400.000.000,00 (empat ratus juta rupiah), yang telah jatuh tempo pada tanggal 12 Februari 2025",
    ),
    "Pengingat denda/Pengingat denda selisih TKDN - PP-2025-001.docx": ("belum terdapat setoran", "24 April 2025"),
    "Pencabutan sertifikat/Usulan pencabutan sertifikat - PP-2025-003.docx": (
        "membuat dan/atau menyampaikan dokumen dan/atau keterangan lain yang tidak benar terkait dengan nilai TKDN",
        "Pasal 19 ayat (3)",
    ),
    "Daftar hitam/Usulan daftar hitam - PP-2025-003.docx": ("karena menyampaikan sertifikat TKDN", "arahan Bapak,"),
    "Klarifikasi TKDN/Klarifikasi TKDN - KL-01.docx": ("42,15%", "47,50%", "5,35 poin persen", "15 Mei 2025"),
}


@pytest.mark.parametrize("berkas", SAYS)
def test_a_letter_says_what_was_calculated_by_hand(built: BuildResult, berkas: str) -> None:
    text = text_of(built, berkas)
    assert [wanted for wanted in SAYS[berkas] if wanted not in text] == []


def test_letters_of_every_kind_read_as_before(built: BuildResult, snapshot: SnapshotAssertion) -> None:
    """One of each template and state, as text."""
    shown: dict[tuple[str, str], str] = {}
    for one in built.dokumen:
        if one.status != "ditahan" and one.id != "catatan_penafsiran":
            shown.setdefault((one.id, str(one.status)), one.berkas)
    for (kind, status), berkas in shown.items():
        assert text_of(built, berkas) == snapshot(name=f"{kind} {status}")


def test_no_finished_letter_shows_a_tag_or_an_open_place(built: BuildResult) -> None:
    for one in built.dokumen:
        if one.status == "lengkap" and one.id != "catatan_penafsiran":
            text = text_of(built, one.berkas)
            assert [piece for piece in ("{%", "{{ ", "[LENGKAPI", "None") if piece in text] == [], one.berkas


def test_everybody_in_it_is_invented() -> None:
    name, text = first_sheet(SANKSI / "00-master-sanksi.xlsx")
    assert name == "Baca dahulu"
    assert "DIKARANG" in text
    violations = sheet(SANKSI / "pelanggaran-dan-klarifikasi.xlsx", "pelanggaran")
    assert all(row["nama_pejabat"].startswith(("Nama Pelanggar ", "Nama Pejabat ")) for row in violations)
    assert all((row["nip"] or "00000000 000000 0").startswith("00000000 000000 0") for row in violations)
    producers = sheet(SANKSI / "pelanggaran-dan-klarifikasi.xlsx", "pelanggaran_produsen")
    assert all(row["produsen"].startswith("Produsen Contoh ") for row in producers)


def test_the_generator_writes_the_committed_folder(tmp_path: Path) -> None:
    run_tool("contoh_sanksi.py", tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in SANKSI.iterdir()}
    for path in SANKSI.iterdir():
        assert parts(tmp_path / path.name) == parts(path), path.name
