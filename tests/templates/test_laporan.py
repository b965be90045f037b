"""What the Laporan says of the stages beside the capaian, state by state, and what its later annexes hold."""

from __future__ import annotations

from typing import Any

import pytest

from tests.templates import contoh_konteks as contoh
from tests.templates.cetak import text
from tests.templates.contoh_tahapan import pemantauan

LAPORAN = "laporan-capaian.docx"
DIAM = [{"nama": "Inspektorat"}, {"nama": "Dinas Kesehatan"}]


@pytest.fixture(scope="module")
def printed() -> str:
    return text(LAPORAN, contoh.laporan_dki())


def _annex(printed: str, numeral: str) -> list[str]:
    """The lines of one annex."""
    return printed.split(f"\nLampiran {numeral}\n")[1].split("\nLampiran ", maxsplit=1)[0].split("\n")


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (pemantauan(40, 0), "Dokumen 40 (empat puluh) paket yang dipantau telah lengkap."),
        (
            {**pemantauan(91, 5), "belum_disampaikan": DIAM[:1]},
            "Dari 91 (sembilan puluh satu) paket yang dipantau, dokumen 5 (lima) paket belum lengkap (Lampiran X). "
            "Hasil pemantauan paket belum disampaikan oleh Inspektorat.",
        ),
        (
            {**pemantauan(91, 5, kosong=2), "belum_disampaikan": DIAM},
            "dokumen 5 (lima) paket belum lengkap (Lampiran X). Keadaan dokumen 2 (dua) paket lainnya belum diisi. "
            "Hasil pemantauan paket belum disampaikan oleh 2 (dua) Perangkat Daerah.",
        ),
        (pemantauan(1, 1), "Dokumen 1 (satu) paket yang dipantau belum lengkap (Lampiran X)."),
        (pemantauan(3, 3), "Dokumen seluruh 3 (tiga) paket yang dipantau belum lengkap (Lampiran X)."),
        (
            {**pemantauan(24, 0), "terisi": 0, "belum_disampaikan": DIAM},
            "Hasil pemantauan 24 (dua puluh empat) paket dengan nilai anggaran terbesar belum disampaikan",
        ),
        (
            {**pemantauan(0, 0), "sebab": "tabel Rencana Umum Pengadaan tidak ada"},
            "Paket yang dipantau belum dapat ditentukan karena tabel Rencana Umum Pengadaan tidak ada.",
        ),
        (pemantauan(0, 0), "Tidak terdapat paket yang dipantau."),
    ],
)
def test_the_largest_packages_are_told_in_every_state(isi: Any, kalimat: str) -> None:
    konteks = contoh.laporan_dki()
    konteks["pemantauan"]["perangkat_daerah"]["paket_besar"] = isi
    assert kalimat in text(LAPORAN, konteks)


@pytest.mark.parametrize(
    ("nama", "pecahan", "kalimat"),
    [
        (
            "kelengkapan_rup",
            ("100", "100"),
            "sebesar Rp100,00, sesuai dengan anggaran belanja pengadaan pada DPA APBD-P.",
        ),
        ("kelengkapan_rup", (None, None), "terhadap DPA APBD-P belum dapat dihitung karena penyebutnya nol."),
        ("penandaan_menurut_paket", ("1", "1"), "Satu-satunya paket penyedia telah ditandai."),
        (
            "penandaan_menurut_paket",
            ("0", "9"),
            "Dari 9 (sembilan) paket penyedia dengan pagu Rp304.504.937.000,00, belum",
        ),
        (
            "penandaan_menurut_paket",
            (None, None),
            "Cakupan penandaan (tagging) produk dalam negeri belum dapat dihitung",
        ),
        (
            "porsi_tanpa_kode_paket",
            (None, None),
            "Pembayaran tanpa kode paket belum dapat dihitung karena penyebutnya nol.",
        ),
        ("siplah_menurut_nilai", ("9", "8"), "Pencatatan Non-Tender sebesar Rp9,00 tidak kurang dari transaksi SIPLah"),
        ("siplah_menurut_nilai", ("0", "0"), "Tidak terdapat transaksi SIPLah."),
        ("tindak_lanjut_rekomendasi", ("1", "1"), "Satu-satunya rekomendasi telah tuntas."),
        ("tindak_lanjut_rekomendasi", ("0", "4"), "Dari 4 (empat) rekomendasi, belum ada yang tuntas."),
        ("tindak_lanjut_rekomendasi", (None, None), "Data tindak lanjut rekomendasi BPKP dan APIP belum diserahkan."),
    ],
)
def test_a_stage_is_told_in_every_state(nama: str, pecahan: tuple[str | None, str | None], kalimat: str) -> None:
    konteks = contoh.laporan_dki()
    konteks["seluruh"][nama] = contoh.indikator(*pecahan, "", target=None)
    if nama == "kelengkapan_rup":
        konteks["seluruh"][nama]["judul_penyebut"] = "Anggaran belanja pengadaan pada DPA APBD-P"
    assert kalimat in text(LAPORAN, konteks)


def test_late_recommendations_are_told_and_none_are_not(printed: str) -> None:
    assert "Sebanyak 2 (dua) rekomendasi melewati batas waktunya. Rinciannya tercantum dalam Lampiran XII." in printed
    konteks = contoh.laporan_dki()
    konteks["seluruh"]["ukuran"]["rekomendasi_lewat_batas"] = 0
    konteks["tabel"]["tindak_lanjut"] = []
    without = text(LAPORAN, konteks)
    assert "batas waktunya." not in without
    assert "Data tindak lanjut rekomendasi BPKP dan APIP belum diserahkan." in _annex(without, "XII")


def test_without_a_package_on_spse_the_laporan_says_so() -> None:
    konteks = contoh.laporan_dki()
    konteks["seluruh"]["rincian"]["penyelesaian_per_kanal"] = []
    konteks["seluruh"]["penyelesaian_spse"] = contoh.indikator("0", "0", "", target=None)
    assert "Tidak terdapat paket pada kanal SPSE." in text(LAPORAN, konteks)
    konteks["seluruh"]["penyelesaian_spse"] = contoh.indikator(None, None, "", target=None)
    assert "Penyelesaian tahapan pada SPSE belum dapat dihitung karena penyebutnya nol." in text(LAPORAN, konteks)


def test_the_annexes_of_the_stages_hold_every_unit(printed: str) -> None:
    ix, x, xi, xii = (_annex(printed, numeral) for numeral in ("IX", "X", "XI", "XII"))
    at = ix.index("Dinas Kesehatan")
    assert ix[at : at + 8] == [
        *("Dinas Kesehatan", "Rp4.001.000.000,00", "Rp4.000.000.000,00", "99,98%", "5", "4", "80,00%", "10,00%"),
    ]
    assert ix.count("ditahan") == 7
    assert "Biro Hukum" in ix
    assert "Biro Hukum" not in x
    at = x.index("Dinas Kesehatan")
    assert x[at : at + 6] == ["Dinas Kesehatan", "20", "4", "1", "1", "1"]
    assert x[x.index("Dinas Bina Marga") + 3] == "belum disampaikan"
    at = xi.index("Dinas Kesehatan")
    assert xi[at + 1 : at + 9] == ["Tender", "e-Order", "345", "12", "310", "tidak ada data", "35", "tidak ada data"]
    assert xi[at + 9] == "Rp4.000.000,00"
    assert xi[xi.index("Dinas Sumber Daya Air") + 1] == "tidak ada paket"
    at = xii.index("Dinas Contoh & Rekan")
    assert xii[at + 3 : at + 5] == ["30 September 2024", "Selesai, 4 November 2024"]
    assert xii[-2:] == ["tidak disebut", "Dalam proses"]
