"""What the berita acara of verification says in each state of the reconciliation."""

from __future__ import annotations

import pytest

from tests.templates.cetak import text
from tests.templates.contoh_berita_acara import asistensi, tafsiran, verifikasi

BERITA_ACARA = "berita-acara-verifikasi.docx"


def printed(*hasil: str, bigbox: str | None = "25052301740000", pdn: str = "25051051740000") -> str:
    return text(BERITA_ACARA, verifikasi(*hasil, bigbox=bigbox, pdn=pdn)).replace("\u00a0", " ")


def test_three_parties_are_named_with_their_part_and_sign_in_one_table() -> None:
    found = printed("sesuai", "disesuaikan", "belum_sesuai")
    opening, rest = found.split("telah melaksanakan verifikasi dan validasi")
    assert "Selasa, tanggal tiga puluh satu, bulan Desember" in opening
    assert "bertempat di Ruang Rapat Contoh, kami yang bertanda tangan di bawah ini:" in opening
    assert "Koperasi, Usaha Kecil dan Menengah, selaku pelaksana verifikasi dan validasi;" in opening
    assert "Badan Pengelolaan Keuangan Daerah, selaku penyedia data APBD-P dan realisasi pembayaran; dan" in opening
    assert "Barang/Jasa, selaku penyedia data rencana umum pengadaan, transaksi, dan pencatatan," in opening
    signed = rest.split("dalam rangkap 3 (tiga) untuk")[1].split("Lampiran I\n")[0]
    assert signed.count("NIP 19700101 199503 1 001") == 3
    assert "#" not in found


def test_what_is_not_yet_right_is_agreed_upon_with_its_day() -> None:
    """51 units in turns: 17 of each."""
    found = printed("sesuai", "disesuaikan", "belum_sesuai")
    assert "17 (tujuh belas) unit sesuai, 17 (tujuh belas) unit sesuai setelah perbaikan data, dan 17" in found
    assert "Capaian 2 (dua) unit belum dapat divalidasi:\na. Dinas Kebudayaan: jumlah bersih negatif; dan" in found
    assert "b. unit yang belum sesuai atau belum dapat divalidasi menyelesaikan perbaikan datanya" in found
    assert "c. perubahan setelah tanggal 30 Desember 2024 dituangkan" in found


def test_where_all_agree_nothing_is_put_off() -> None:
    found = printed("sesuai")
    assert "Menurut unit (Lampiran IV), seluruh 51 (lima puluh satu) unit sesuai." in found
    assert "Penggunaan Produk Dalam Negeri; dan\nb. perubahan setelah tanggal" in found


@pytest.mark.parametrize(
    ("bigbox", "pdn", "sentence"),
    [
        ("25052301740000", "25051051740000", "sebesar Rp25.051.051.740.000,00, selisih Rp1.250.000.000,00."),
        ("25051051740000", "25052301740000", "sebesar Rp25.052.301.740.000,00, selisih Rp1.250.000.000,00."),
        ("100", "100", "menurut LKPP Bigbox sama dengan menurut transaksi dan pencatatan Badan Pelayanan"),
        (None, "100", "Data LKPP Bigbox belum diserahkan, sehingga rekonsiliasi dilakukan atas data Badan"),
    ],
)
def test_lkpp_bigbox_is_held_against_the_records(bigbox: str | None, pdn: str, sentence: str) -> None:
    assert sentence in printed("sesuai", bigbox=bigbox, pdn=pdn)


@pytest.mark.parametrize(
    ("hasil", "sentence"),
    [
        (("sesuai", "disesuaikan"), ": 26 (dua puluh enam) unit sesuai dan 25 (dua puluh lima) unit sesuai setelah"),
        (("belum_sesuai",), "Menurut unit (Lampiran IV): 51 (lima puluh satu) unit belum sesuai."),
        (("disesuaikan", ""), "unit sesuai setelah perbaikan data dan 25 (dua puluh lima) unit belum diisi hasilnya."),
        (("sesuai", "belum_sesuai", ""), "unit sesuai, 17 (tujuh belas) unit belum sesuai, dan 17 (tujuh belas) unit"),
    ],
)
def test_only_what_there_is_is_counted(hasil: tuple[str, ...], sentence: str) -> None:
    assert sentence in printed(*hasil)


def test_each_unit_has_its_line_with_what_remains() -> None:
    annex = printed("disesuaikan", "belum_sesuai").split("Rekonsiliasi per unit")[1]
    line = ("2.210.000.000.000", "2.208.750.000.000", "1.250.000.000", "2.309.218.470.000", "3.100.000.000.000")
    assert "\n".join((*line, "-790.781.530.000", "sesuai setelah perbaikan data", "satu paket pada LKPP")) in annex
    assert "belum sesuai\nmembukukan pembayaran" in annex
    assert annex.count("tidak ada data") == 4  # payments of the last unit, LKPP Bigbox of the one before


@pytest.mark.parametrize(
    ("hasil", "sentence"),
    [
        (("sesuai", "sesuai"), "atas 2 (dua) paket, dengan hasil 2 (dua) paket sesuai, sebagaimana tercantum"),
        (("sesuai", "diubah"), "dengan hasil 1 (satu) paket sesuai dan 1 (satu) paket diubah, sebagaimana"),
        (("ditunda", "diubah"), "dengan hasil 1 (satu) paket diubah dan 1 (satu) paket ditunda, sebagaimana"),
        (("sesuai", "diubah", "ditunda"), "1 (satu) paket sesuai, 1 (satu) paket diubah, dan 1 (satu) paket ditunda,"),
    ],
)
def test_assistance_with_a_plan_tells_only_the_results_there_are(hasil: tuple[str, ...], sentence: str) -> None:
    found = text("berita-acara-asistensi.docx", asistensi(*hasil)).replace("\u00a0", " ")
    assert sentence in found
    assert found.count("tidak ada data") == 1
    assert "50000001\nPaket contoh 1\nRp100.000.000,00\n55,50%" in found


def test_a_settled_tkdn_is_signed_by_those_who_were_present() -> None:
    found = text("berita-acara-tafsiran.docx", tafsiran())
    assert "1. pendapat produsen atau penyedia: memakai sertifikat lama, nilai 40,00%;" in found
    assert "nilai TKDN sebesar 30,00%, karena sertifikat telah berakhir." in found
    assert "1.\nSatu\nNIP" in found
    assert "Kepala Contoh Dua" not in found
    others = text("berita-acara-tafsiran.docx", tafsiran(hadir=False))
    assert "Sekretaris Daerah" in others
    assert "Kepala Dinas Pekerjaan Umum" in others
