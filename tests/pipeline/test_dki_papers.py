"""The papers of Biro, APIP and addressees in DKI's example quarter, held against figures reckoned by hand."""

from __future__ import annotations

import pytest

from p3dn_reports.documents.word.outline import outline
from p3dn_reports.pipeline import BuildResult
from tests.pipeline.folders import EXAMPLES, folder_of

DKI = EXAMPLES[0]
SDA = "Dinas Sumber Daya Air"
Builds = dict[str, BuildResult]

# Kebudayaan: 55,1% of Rp205.000 million is Rp112.955 million. Marked: 1.957 / 2.003 = 0,97703. Done: 34 / 40 = 0,85.
# Sumber Daya Air: 8 packages of construction of its own and 2 of its Suku Dinas; five papers wanting, 9 + 2 + 1 tasks.
# Inspektorat: twelve tasks of every perangkat daerah and its own four. Ten units owe a letter, two have sent it.
# Bigbox holds one package more, of Rp1.250 million; Biro Kepala Daerah has not booked its payments.
SENTENCES = {
    ("berita_acara_verifikasi", None): (
        "LKPP Bigbox sebesar Rp25.052.301.740.000,00 dan menurut transaksi dan pencatatan Badan Pelayanan Pengadaan",
        "sebesar Rp25.051.051.740.000,00, selisih Rp1.250.000.000,00.",
        "49\u00a0(empat puluh sembilan) unit sesuai, 1\u00a0(satu) unit sesuai setelah perbaikan data, dan 1",
        "2.210.000.000.000 | [TabelRapatAngka] 2.208.750.000.000 | [TabelRapatAngka] 1.250.000.000 |",
        "-790.781.530.000 | [TabelRapat] sesuai setelah perbaikan data | [TabelRapat] satu paket pada LKPP",
    ),
    ("permintaan_laporan", "Dinas Kebudayaan"): (
        "sebesar 55,10%, yaitu realisasi belanja produk dalam negeri sebesar Rp112.955.000.000,00 dari realisasi "
        "pembayaran belanja pengadaan sebesar Rp205.000.000.000,00",
        "paling lambat tanggal 31 Desember 2024",
    ),
    ("matriks_paket_terbesar", SDA): (
        "20\u00a0(dua puluh) paket selain pekerjaan konstruksi dan 10\u00a0(sepuluh) paket pekerjaan konstruksi",
        "meliputi 1\u00a0(satu) kerangka acuan kerja dan 4\u00a0(empat) berita acara serah terima; penjelasannya",
        "Paket pekerjaan konstruksi kurang dari 20 (dua puluh), sehingga seluruhnya dipantau.",
    ),
    ("matriks_paket_terbesar", "Dinas Bina Marga"): ("Seluruh dokumen yang diperlukan telah ada.",),
    ("laporan_reviu_apip", None): (
        "Dari 2.003 paket penyedia, 1.957 paket (97,70%) telah ditandai. Perhitungan TKDN diuji atas 25\u00a0(dua",
        "Kecuali atas 2\u00a0(dua) temuan pada huruf B",
    ),
    ("laporan_kepatuhan_apip", None): ("3\u00a0(tiga) satuan kerja, yaitu Dinas Bina Marga, Dinas Kebudayaan, dan",),
    ("laporan_tindak_lanjut_apip", None): (
        "Dari 40\u00a0(empat puluh) rekomendasi, 34\u00a0(tiga puluh empat) telah tuntas (85,00%)",
        "Tidak terdapat rekomendasi yang melewati batas waktunya.",
    ),
    ("laporan_evaluasi_apip", None): ("Dievaluasi 2\u00a0(dua) laporan",),
    ("laporan_pelaksanaan", SDA): (
        "dari 12\u00a0(dua belas) tugas, 9\u00a0(sembilan) telah dilaksanakan, 2\u00a0(dua) dilaksanakan sebagian, dan "
        "1\u00a0(satu) belum dilaksanakan",
        "Nomor e-Contoh-11/2024 tanggal 31 Desember 2024",
    ),
    ("laporan_pelaksanaan", "Inspektorat"): (
        "seluruh 16\u00a0(enam belas) tugas telah dilaksanakan",
        "LAP-Contoh-51/2024",
    ),
    ("laporan_pelaksanaan_biro", "Biro Pembangunan dan Lingkungan Hidup"): (
        "seluruh 3\u00a0(tiga) tugas telah dilaksanakan",
        "ND-Contoh-41/2024",
        "e-Contoh-42/2024",
    ),
    ("ringkasan", None): (
        "mencapai 84,94% dari pembayaran, di atas batas 80%",
        "10\u00a0(sepuluh) dari 51\u00a0(lima puluh satu) satuan kerja wajib menjelaskan; 8\u00a0(delapan)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("paper", "sentences"), SENTENCES.items(), ids=lambda one: str(one)[:60])
def test_a_paper_says_what_was_reckoned_by_hand(
    builds: Builds, paper: tuple[str, str | None], sentences: tuple[str, ...]
) -> None:
    kind, unit = paper
    (record,) = [one for one in builds[DKI].dokumen if one.id == kind and one.nama_unit == unit]
    assert record.status == "lengkap"
    text = outline((folder_of(builds[DKI]) / record.berkas).read_bytes())
    for sentence in sentences:
        assert sentence in text, sentence


def test_those_below_who_have_not_reported_are_asked_and_nobody_asks_himself(builds: Builds) -> None:
    """Six are below 80%: Sumber Daya Air has sent its letter, and Biro Umum coordinates itself."""
    asked = {one.nama_unit for one in builds[DKI].dokumen if one.id.startswith("permintaan_laporan")}
    assert asked == {
        "Dinas Kebudayaan",
        "Dinas Pariwisata dan Ekonomi Kreatif",
        "Dinas Pertamanan dan Hutan Kota",
        "Badan Kepegawaian Daerah",
    }


def test_units_without_any_row_are_told_once_for_each_kind(builds: Builds) -> None:
    """41 perangkat daerah, three of which watch packages; 51 units, seven of which report on the Instruksi."""
    told = [one for one in builds[DKI].problems if one.kode == "naskah-tanpa-baris"]
    assert [(one.tabel, len(one.unit)) for one in told] == [("paket_besar", 38), ("pelaksanaan_instruksi", 44)]
