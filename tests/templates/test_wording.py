"""What the printed documents say, sample by sample."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.templates import contoh_konteks as contoh
from tests.templates.cetak import SAMPLES, W, lines, paragraph_text, part, render, sample_text, style_of, text

SURAT, NOTA, NOTA_BIRO = "surat-penjelasan.docx", "nota-penjelasan.docx", "nota-biro.docx"
PENGANTAR, LAPORAN, KEPUTUSAN = "nota-pengantar-laporan.docx", "laporan-capaian.docx", "keputusan-penghargaan.docx"
IDS = [f"{name}-{sample}" for name, sample, _ in SAMPLES]

_JANGAN = (
    r"\bSKPD\b|\bOPD\b|pencapaian|realisir|\bPK\b|taging|cut-off|\bTW\b|T\.A\.|SiRUP|Nontender|Non Tender|e-Catalogue"
    r"|\bemail\b|website|Walikota|hari efektif|\bCC\b|Kepada Yth|Kepbup|dibawah|diatas|prosen|Rp\.|Rp |milyar|trilyun"
    r"|\bttd\b"
)


@pytest.mark.parametrize(("name", "sample", "make"), SAMPLES, ids=IDS)
def test_nothing_is_left_over_and_nothing_is_blank(name: str, sample: str, make: Any) -> None:
    printed = sample_text(name, make)
    assert not re.search(r"\{\{|\{%|%\}|None|Undefined|Decimal\(", printed)
    assert not re.search(r"(?<!\$)[{}]", re.sub(r"\$\{\w+\}", "", printed))
    assert not re.search(r"  | [,;.](?!\w)|\(\)|,,|\.\.(?!\w)", printed)


@pytest.mark.parametrize(("name", "sample", "make"), SAMPLES, ids=IDS)
def test_the_spelling_is_the_agreed_one(name: str, sample: str, make: Any) -> None:
    assert re.findall(_JANGAN, sample_text(name, make)) == []


@pytest.mark.parametrize(("name", "sample", "make"), SAMPLES, ids=IDS)
def test_the_anchor_is_printed_once(name: str, sample: str, make: Any) -> None:
    assert sample_text(name, make).count("#") == (name not in contoh.TANPA_JANGKAR)


def test_a_letter_below_the_limit_says_how_much_is_wanting() -> None:
    printed = text(SURAT, contoh.surat_di_bawah())
    assert "Capaian tersebut berada di bawah 80% dan belum mencapai target yang diperjanjikan" in printed
    assert "dengan kekurangan sebesar Rp186.772.400.000,00 belanja produk dalam negeri." in printed
    assert "Belum tercapainya target disebabkan oleh hal sebagai berikut:" in printed
    assert "a. pompa pengendali banjir" in printed
    assert "ditetapkan; dan\nb. nilai produk" in printed
    assert "lebih dari 100%" not in printed


def test_a_letter_above_the_limit_speaks_of_the_excess_and_prints_a_single_reason_without_letter() -> None:
    printed = text(SURAT, contoh.surat_melebihi())
    assert "melebihi angka pada baris “Realisasi pembayaran belanja pengadaan” sebesar Rp1,50." in printed
    assert "Terlampauinya 100% disebabkan" in printed
    assert "\nPompa pengendali banjir" in printed
    assert "100,000000000004%" in printed
    assert "di bawah 80%" not in printed
    assert "Nomor : e-0123/PP.01.02" in printed


def test_a_unit_that_reached_its_own_lower_target_is_told_so() -> None:
    printed = text(NOTA, contoh.nota_biro())
    assert "di bawah 80%, namun telah mencapai target yang diperjanjikan sebesar 70,00%." in printed
    assert "Belum tercapainya batas 80% disebabkan" in printed
    assert "4,80 poin persen di atas target" in printed


def test_the_report_names_the_units_whose_declared_imports_are_too_high() -> None:
    konteks, without = contoh.laporan_dki(), text(LAPORAN, contoh.laporan_tanpa_biro())
    printed = text(LAPORAN, konteks)
    assert "Pada 2 (dua) unit, kebutuhan impor yang dinyatakan melampaui 5%." in printed
    assert "unit dengan kebutuhan impor melampaui 5% mengganti barang impornya" in printed
    assert "melampaui" not in without
    konteks["kelompok"]["porsi_impor"]["melampaui"] = [{"nama": "Dinas Kesehatan"}]
    assert "Pada Dinas Kesehatan, kebutuhan impor yang dinyatakan melampaui 5%." in text(LAPORAN, konteks)


def test_a_biro_asks_the_units_below_for_their_report_and_tells_of_those_above() -> None:
    printed = text(NOTA_BIRO, contoh.pemantauan())
    assert "6 (enam) Perangkat Daerah dan Biro Sekretariat Daerah di bawah koordinasi Biro Pembangunan" in printed
    below, above = printed.split("Capaian lebih dari 100%")
    row = ("Dinas Sumber Daya Air", "80,00%", "Rp29.528.138.000.000,00", "Rp37.143.638.000.000,00", "79,50%")
    assert "\n".join((*row, "Rp186.772.400.000,00")) in below
    assert "79,995%\nRp5,00" in below
    assert "Sebanyak 2 (dua) unit tersebut telah kami koordinasikan agar membuat laporan" in below
    assert "paling lambat tanggal 31 Desember 2024. Laporannya belum diterima." in below
    assert "125,00%\nRp250.000.000,00" in above
    assert "Unit tersebut disampaikan sebagai hasil pemantauan; kewajiban melaporkan" in above
    assert "a. Dinas Perumahan Rakyat dan Kawasan Permukiman: tidak dapat dihitung (penyebutnya nol); dan" in above
    assert "b. Badan Contoh yang Datanya Rusak: datanya masih harus diperbaiki." in above
    assert "Dinas Bina Marga berada dalam rentang 80% sampai dengan 100%." in above
    assert "Capaian Biro Pembangunan dan Lingkungan Hidup sendiri sebesar 83,60% (80% sampai dengan 100%)." in above


def test_before_the_cut_off_a_biro_asks_for_more_speed_and_no_report() -> None:
    printed = text(NOTA_BIRO, contoh.menjelang_batas())
    assert "Evaluasi Capaian Peningkatan Penggunaan Produk Dalam Negeri 20 Desember 2024" in printed
    assert "Unit tersebut kami minta mempercepat realisasi" in printed
    assert "sebelum batas waktu data (cut off) tanggal 30 Desember 2024." in printed
    assert "Sebanyak 2 (dua) unit lainnya berada dalam rentang" in printed
    assert "membuat laporan" not in printed


def test_a_biro_whose_units_all_lie_within_the_limits_says_that_none_need_report() -> None:
    printed = text(NOTA_BIRO, contoh.seluruhnya_dalam_batas())
    assert "Seluruh 3 (tiga) unit berada dalam rentang 80% sampai dengan 100%, sehingga tidak terdapat unit" in printed
    assert "sebagaimana dimaksud dalam diktum KESATU huruf g angka 2." in printed
    assert "Unit lainnya" not in printed


def test_a_biro_that_coordinates_itself_alone_writes_about_itself() -> None:
    printed = text(NOTA_BIRO, contoh.tentang_diri_sendiri())
    assert "(P3DN) Biro Pembangunan dan Lingkungan Hidup, menurut keadaan data" in printed
    assert "beserta alasan dan kronologinya telah kami sampaikan." in printed
    assert "Capaian Biro Pembangunan dan Lingkungan Hidup sendiri" not in printed


@pytest.mark.parametrize("name", [SURAT, NOTA, NOTA_BIRO])
def test_a_closing_calls_the_addressee_by_the_data(name: str) -> None:
    konteks = {SURAT: contoh.surat_di_bawah, NOTA: contoh.nota_biro, NOTA_BIRO: contoh.pemantauan}[name]()
    assert "Atas perhatian dan arahan Bapak, kami ucapkan terima kasih." in text(name, konteks)
    konteks["tujuan"] = {**konteks["tujuan"], "sebutan": "Asisten Pemerintahan"}
    assert "Atas perhatian dan arahan Asisten Pemerintahan, kami ucapkan terima kasih." in text(name, konteks)


def test_a_signer_of_a_second_quality_names_it_in_the_heading_and_above_the_signature() -> None:
    konteks = contoh.surat_di_bawah()
    konteks["penanda_tangan"] = {**konteks["penanda_tangan"], "selaku": "Ketua Harian Tim P3DN"}
    printed = text(SURAT, konteks)
    assert "Kepala Dinas Sumber Daya Air\nselaku Ketua Harian Tim P3DN,\n#" in printed
    assert "selaku Ketua Harian" not in text(SURAT, contoh.surat_di_bawah())


def test_an_account_the_instruction_calls_otherwise_has_its_note_in_the_letter_too() -> None:
    printed = text(SURAT, contoh.surat_di_bawah())
    assert "Belanja Modal Aset Lainnya *)" in printed
    assert "*) Nomenklatur bagan akun: Belanja Modal Aset Lainnya; dalam Instruksi" in printed
    assert "tertulis Belanja Modal Lainnya." in printed


def test_the_chronology_and_its_evidence_stand_in_one_annex() -> None:
    printed = lines(render(SURAT, contoh.surat_di_bawah()))
    annexes = [line.replace("\u00a0", " ") for line in printed if re.fullmatch(r"Lampiran\s[IVX]+", line)]
    assert annexes == ["Lampiran I", "Lampiran II"]
    assert sum("Notula Contoh-04" in line for line in printed) == 1


def test_a_biro_without_units_below_asks_nobody() -> None:
    printed = text(NOTA_BIRO, contoh.tanpa_di_bawah())
    assert "kami koordinasikan" not in printed
    assert "Capaian di bawah" not in printed
    assert "Belum dapat dinilai" not in printed
    assert "Unit lainnya" not in printed
    assert "(P3DN) Dinas Contoh, yang berada di bawah koordinasi Biro Pembangunan dan Lingkungan Hidup," in printed
    assert "Dinas Contoh\ntidak ada data\nRp1.250.000.000,00" in printed


def test_the_nota_dinas_has_its_heading_table_and_no_list_of_copies_below() -> None:
    printed = lines(render(NOTA, contoh.nota_biro()))
    heading = printed[: next(at for at, line in enumerate(printed) if line.startswith("Melaksanakan"))]
    labels = ["Yth.", "Dari", "Tembusan", "Tanggal", "Nomor", "Sifat", "Lampiran", "Hal"]
    assert [line for line in heading if line in labels] == labels
    assert "Tembusan:" not in printed
    assert "Plt. Kepala Biro Umum dan Administrasi Sekretariat Daerah," in printed


def test_what_is_wanting_is_named_in_its_place() -> None:
    printed = text(SURAT, contoh.surat_tanpa_isian())
    for nama in (
        "alasan",
        "tindak_lanjut",
        "batas_waktu",
        "penanggung_jawab",
        "tanggal",
        "peristiwa",
        "bukti",
        "asisten",
        "nip",
        "pangkat",
    ):
        assert f"[LENGKAPI: {nama}]" in printed
    assert "Tembusan" not in printed
    assert "Telepon" not in printed
    assert "Tidak ada data pembayaran menurut kode rekening untuk Dinas Sumber Daya Air." in printed


def test_a_payment_of_nothing_is_zero_and_a_missing_one_is_no_data() -> None:
    nol = contoh.surat_tanpa_isian()
    assert "Rp0,00" in text(SURAT, nol)
    nol["capaian_perkin"] = contoh.indikator(None, "1", "di_bawah", target=None)
    assert "Rp0,00" not in text(SURAT, nol)
    assert "tidak ada data" in text(SURAT, nol)


def test_remarks_on_the_data_are_printed_only_where_there_are_any() -> None:
    sentence = "Angka tersebut dipengaruhi oleh keadaan data berikut:"
    assert sentence in text(SURAT, contoh.surat_di_bawah())
    assert sentence not in text(SURAT, contoh.surat_melebihi())


def test_several_remarks_are_a_list_and_one_is_a_sentence() -> None:
    konteks = contoh.surat_di_bawah()
    one, other = konteks["keadaan_data"]
    assert f"a. {one['pesan'][0].lower()}{one['pesan'][1:]}; dan\nb. data pembayaran" in text(SURAT, konteks)
    konteks["keadaan_data"] = [other]
    assert _style_of_line(konteks, f"{other['pesan']}.") == "Isi"


def _style_of_line(konteks: contoh.Konteks, line: str) -> str:
    with zipfile.ZipFile(io.BytesIO(render(SURAT, konteks))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return next(style_of(node) for node in root.iter(f"{W}p") if paragraph_text(node) == line)


def test_a_simulation_is_not_carried_out_but_assumed() -> None:
    printed = text(SURAT, contoh.surat_simulasi())
    assert "Dalam rangka Simulasi Kabupaten Bandung Tahun 2025" in printed
    assert "Melaksanakan" not in printed
    assert "Nilai pengadaan tercatat" in printed
    assert "Realisasi pembayaran belanja pengadaan" not in printed


@pytest.mark.parametrize("name", [PENGANTAR, LAPORAN])
def test_a_region_without_biro_reads_without_biro(name: str) -> None:
    printed = text(name, contoh.laporan_tanpa_biro())
    assert not re.search(r"\bBiro\b|Jakarta|impor\b.*5%|jadwal", printed)
    assert "Biro" in text(name, contoh.laporan_dki())


def test_the_laporan_has_its_five_parts_and_twelve_annexes() -> None:
    printed = lines(render(LAPORAN, contoh.laporan_dki()))
    parts = ["Pendahuluan", "Kegiatan yang Dilaksanakan", "Hasil yang Dicapai", "Simpulan dan Saran", "Penutup"]
    assert [line for line in printed if line in parts] == parts
    annexes = [line.replace("\u00a0", " ") for line in printed if re.fullmatch(r"Lampiran\s[IVX]+", line)]
    numerals = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
    assert annexes == [f"Lampiran {numeral}" for numeral in numerals]
    simulated = lines(render(LAPORAN, contoh.laporan_tanpa_biro()))
    assert sum(bool(re.fullmatch(r"Lampiran\s[IVX]+", line)) for line in simulated) == 8


def test_the_laporan_names_the_law_it_rests_on_as_a_list_the_higher_first() -> None:
    printed = text(LAPORAN, contoh.laporan_dki())
    assert "Laporan ini disusun berdasarkan:\na. Instruksi Gubernur Nomor 6 Tahun 2023 tentang" in printed
    assert "; dan\nb. Instruksi Sekretaris Daerah" in printed
    assert "Laporan ini disusun berdasarkan Simulasi" in text(LAPORAN, contoh.laporan_tanpa_biro())


def test_the_laporan_tells_every_stage_by_its_figures() -> None:
    printed = text(LAPORAN, contoh.laporan_dki())
    for sentence in (
        "sebesar Rp32.440.650.000.000,00 atau 99,75% dari anggaran belanja pengadaan pada DPA APBD-P sebesar "
        "Rp32.521.701.000.000,00; Rp81.051.000.000,00 belum tercantum.",
        "Dari 2.003 (dua ribu tiga) paket penyedia, 1.957 (seribu sembilan ratus lima puluh tujuh) paket telah "
        "ditandai, yaitu 97,70% menurut jumlah paket dan 98,90% menurut pagu; 46 (empat puluh enam) paket dengan pagu "
        "Rp304.504.937.000,00 belum ditandai.",
        "Data rating kanal e-Order belum diserahkan, sehingga penyelesaiannya belum dapat dihitung.",
        "Pembayaran sebesar Rp2.799.140.842.000,00 atau 9,49% dari realisasi pembayaran belanja pengadaan tidak memuat",
        "Pembayaran sebesar Rp1.250.000.000,00 memuat kode paket yang tidak terdapat pada data realisasi pengadaan.",
        "Data transaksi SIPLah belum diserahkan oleh Dinas Pendidikan",
        "Dari 40 (empat puluh) rekomendasi, 34 (tiga puluh empat) telah tuntas (85,00%).",
        "dituangkan dalam Berita Acara Nomor BA-Contoh-01/2024 tanggal 31 Desember 2024.",
        "untuk pembayaran melalui penyedia dan swakelola pada 8 (delapan) kode rekening",
    ):
        assert sentence in printed
    without = text(LAPORAN, contoh.laporan_tanpa_biro())
    assert not re.search("SIPLah|rekomendasi BPKP|kode paket|Berita Acara|swakelola pada", without)


def test_the_laporan_tells_a_stage_that_is_whole_or_above_or_without_data() -> None:
    konteks = contoh.laporan_dki()
    seluruh = konteks["seluruh"]
    seluruh["penandaan_menurut_paket"] = contoh.indikator("2003", "2003", "", target=None)
    seluruh["kelengkapan_rup"] = contoh.indikator("110", "100", "", target=None)
    seluruh["porsi_tanpa_kode_paket"] = contoh.indikator("0", "100", "", target=None)
    seluruh["siplah_menurut_nilai"] = contoh.indikator("70", "100", "", target=None)
    seluruh["tindak_lanjut_rekomendasi"] = contoh.indikator("0", "0", "", target=None)
    printed = text(LAPORAN, konteks)
    assert "Seluruh 2.003 (dua ribu tiga) paket penyedia telah ditandai." in printed
    assert "lebih besar Rp10,00 daripada anggaran; unitnya tercantum dalam Lampiran IX." in printed
    assert "Seluruh pembayaran memuat kode paket." in printed
    assert "paling sedikit Rp30,00 belum dicatat." in printed
    assert "Tidak terdapat rekomendasi BPKP atau APIP." in printed


def test_parts_of_a_count_that_are_nothing_are_not_written() -> None:
    konteks = contoh.laporan_dki()
    assert "(nol)" not in text(PENGANTAR, konteks)
    rows = konteks["ringkasan_status"]
    konteks["unit_ditahan"], konteks["jumlah"]["unit"] = [], 46
    for row, jumlah in zip(rows, (6, 40, 0, 0), strict=True):
        row["jumlah"] = jumlah
    assert "capaian 6 (enam) di bawah 80% dan 40 (empat puluh) dalam rentang 80% sampai dengan 100%." in text(
        LAPORAN, konteks
    )
    rows[0]["jumlah"], rows[1]["jumlah"] = 0, 46
    assert (
        "Capaian seluruh 46 (empat puluh enam) Perangkat Daerah dan Biro Sekretariat Daerah dalam rentang 80% sampai"
        in text(PENGANTAR, konteks)
    )


def test_a_finished_draft_is_no_report_delivered() -> None:
    konteks = contoh.laporan_dki()
    wajib = konteks["jumlah"]["penjelasan_wajib"]
    konteks["jumlah"] |= {"penjelasan_diterima": 2, "penjelasan_belum_diterima": wajib - 2}
    assert "2 (dua) telah menyampaikan laporan dan" in text(PENGANTAR, konteks)
    konteks["jumlah"] |= {"penjelasan_diterima": 0, "penjelasan_belum_diterima": wajib}
    assert "belum ada yang menyampaikannya." in text(LAPORAN, konteks)
    printed = text(LAPORAN, contoh.laporan_dki())
    assert "Nomor e-0123/PN.01.02 tanggal 31 Desember 2024" in printed
    assert "belum diterima" in printed


@pytest.mark.parametrize("name", [LAPORAN, PENGANTAR])
def test_another_signer_is_not_called_ketua_harian(name: str) -> None:
    konteks = contoh.laporan_dki()
    konteks["penanda_tangan"] = {**konteks["penanda_tangan"], "jabatan": "Sekretaris Daerah", "selaku": ""}
    assert "selaku Ketua Harian" not in text(name, konteks)
    assert "Sekretaris Daerah,\n#" in text(name, konteks)


def test_the_laporan_lists_every_unit_and_names_the_instructions_own_account_name() -> None:
    konteks = contoh.laporan_dki()
    printed = text(LAPORAN, konteks)
    assert all(f"\n{unit['nomor']}.\n{unit['nama']}\n" in printed for unit in konteks["daftar_unit"])
    assert printed.count("Belanja Modal Aset Lainnya *)") == 2
    assert printed.count("tertulis Belanja Modal Lainnya.") == 2


def test_the_laporan_says_so_where_a_list_is_empty() -> None:
    printed = text(LAPORAN, contoh.laporan_tanpa_biro())
    for sentence in (
        "Tidak terdapat unit dengan capaian lebih dari 100%.",
        "Tidak ada data pembayaran menurut kode rekening.",
        "Tidak terdapat temuan data.",
        "Tidak terdapat penafsiran lain yang mengubah hasil pada laporan ini.",
    ):
        assert sentence in printed


def test_a_withheld_unit_is_listed_without_its_figures() -> None:
    printed = text(LAPORAN, contoh.laporan_dki())
    row = printed.split("\nDinas Kebudayaan\n")[1].split("\n")[:8]
    assert row == ["Biro Pembangunan dan Lingkungan Hidup", "80,00%", *["ditahan"] * 6]
    assert "Ditahan, lihat Lampiran VIII" in printed


def test_a_reason_nobody_has_sent_is_said_to_be_missing() -> None:
    konteks = contoh.laporan_dki()
    below = konteks["menurut_pita"]["di_bawah"]
    assert text(LAPORAN, konteks).count("belum disampaikan") >= sum(not unit["alasan_ringkas"] for unit in below) > 0


def test_nobody_to_explain_is_said_in_a_sentence() -> None:
    konteks = contoh.laporan_dki()
    konteks["jumlah"] = {**konteks["jumlah"], "penjelasan_wajib": 0, "penjelasan_belum_diterima": 0}
    assert "Tidak terdapat Perangkat Daerah atau Biro Sekretariat Daerah yang wajib" in text(PENGANTAR, konteks)
    assert "Tidak terdapat Perangkat Daerah atau Biro Sekretariat Daerah yang wajib" in text(LAPORAN, konteks)


def test_an_annex_that_lists_nobody_is_not_referred_to_as_if_it_did() -> None:
    konteks = contoh.laporan_dki()
    konteks["jumlah"] = {**konteks["jumlah"], "melebihi": 0}
    printed = text(LAPORAN, konteks)
    assert "di bawah 80% tercantum dalam Lampiran II; tidak terdapat unit dengan capaian lebih dari 100%." in printed
    konteks["jumlah"] = {**konteks["jumlah"], "di_bawah": 0}
    assert "Tidak terdapat unit dengan capaian di bawah 80% atau lebih dari 100%." in text(LAPORAN, konteks)


def _diktum(konteks: contoh.Konteks) -> list[str]:
    return [line for line in lines(render(KEPUTUSAN, konteks)) if re.fullmatch(r"KE[A-Z ]+", line)]


def test_the_diktum_are_numbered_by_what_there_is() -> None:
    assert _diktum(contoh.keputusan()) == ["KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM"]
    assert _diktum(contoh.keputusan_satu_kelompok()) == ["KESATU", "KEDUA", "KETIGA", "KEEMPAT"]


def test_references_between_diktum_follow_the_numbering() -> None:
    dua, satu = text(KEPUTUSAN, contoh.keputusan()), text(KEPUTUSAN, contoh.keputusan_satu_kelompok())
    assert "sebagaimana dimaksud dalam diktum KESATU dan diktum KEDUA diberikan dalam bentuk trofi dan piagam." in dua
    assert "penghargaan sebagaimana dimaksud dalam diktum KETIGA dan melaporkan" in dua
    assert "sebagaimana dimaksud dalam diktum KESATU diberikan" in satu
    assert "penghargaan sebagaimana dimaksud dalam diktum KEDUA dan melaporkan" in satu
    assert "Biaya yang timbul" not in satu


def test_one_group_has_an_annex_without_numeral() -> None:
    satu = lines(render(KEPUTUSAN, contoh.keputusan_satu_kelompok()))
    assert [line for line in satu if line.startswith("Lampiran")] == ["Lampiran"]
    assert "Produsen" not in satu


def test_every_mengingat_item_ends_with_a_semicolon() -> None:
    printed = lines(render(KEPUTUSAN, contoh.keputusan()))
    listed = printed[printed.index("Mengingat") + 1 : printed.index("Memperhatikan")]
    items = [line for line in listed if line != ":"]
    assert len(items) == len(contoh.keputusan()["mengingat"])
    assert all(re.match(rf"{nomor}\. .*;$", line) for nomor, line in enumerate(items, 1))


def test_memperhatikan_goes_on_counting_after_the_instruments() -> None:
    printed = text(KEPUTUSAN, contoh.keputusan())
    assert (
        "2. Keputusan Bupati Pandeglang Nomor 500/Kep.10-Huk/2024 tanggal 2 Januari 2024 tentang Pembentukan" in printed
    )
    assert "4. Berita Acara Penilaian Akhir Nomor 500/12-BA/2025 tanggal 20 Januari 2025;" in printed
    assert "[LENGKAPI: ba_penilaian_awal.nomor]" in printed


def test_the_phrase_of_grace_and_the_paraf_are_printed_on_request_alone() -> None:
    rahmat, paraf = "Dengan rahmat Tuhan Yang Maha Esa", "Paraf koordinasi:"
    konsep, asli = text(KEPUTUSAN, contoh.keputusan()), text(KEPUTUSAN, contoh.keputusan_satu_kelompok())
    assert (rahmat in konsep, paraf in konsep) == (False, True)
    assert (rahmat in asli, paraf in asli) == (True, False)


def test_the_keputusan_prints_the_name_without_degrees_and_nip() -> None:
    printed = text(KEPUTUSAN, contoh.keputusan())
    assert printed.count("Contoh Bupati") == 3
    assert "Dr." not in printed
    assert "NIP" not in printed


def test_a_tie_is_named_and_no_predikat_is_given() -> None:
    printed = lines(render(KEPUTUSAN, contoh.keputusan()))
    assert "Dua calon memperoleh nilai akhir yang sama." in printed
    assert not any("Predikat" in line or "Terbaik" in line for line in printed)
    categories = [line for line in printed if re.match(r"[AB]\. ", line)]
    assert categories == ["A. Kategori Industri Menengah", "B. Kategori Industri Kecil"]
    assert printed.count("Urutan") == 1


def test_only_the_two_industries_are_categories() -> None:
    printed = text(KEPUTUSAN, contoh.keputusan())
    assert "Menetapkan penerima penghargaan bagi pengguna Produk Dalam Negeri Tahun Anggaran" in printed
    assert "Menetapkan penerima penghargaan bagi produsen Produk Dalam Negeri Tahun Anggaran" in printed
    assert "Kategori Pengguna" not in printed
    assert "Kategori Produsen" not in printed


def test_the_considerations_name_both_stages_and_the_categories_left_out() -> None:
    printed = text(KEPUTUSAN, contoh.keputusan_dengan_kategori_dikeluarkan())
    assert re.search(
        r"d\. bahwa Tim P3DN .* penilaian awal .* dan penilaian akhir .* tanggal 20 Januari 2025;", printed
    )
    assert (
        "e. bahwa produsen kategori industri menengah tidak dinilai lebih lanjut karena nominasinya kurang" in printed
    )
    assert "kurang dari 3 (tiga) calon sebagaimana dimaksud dalam Pasal 27 ayat (3) Peraturan Bupati" in printed
    assert "f. bahwa pengguna tidak dinilai lebih lanjut karena nominasinya kurang dari 3 (tiga) calon" in printed
    assert "g. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, huruf b, huruf c," in printed
    assert "huruf c, huruf d, huruf e, dan huruf f, perlu menetapkan" in printed
    whole = text(KEPUTUSAN, contoh.keputusan())
    assert (
        "e. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, huruf b, huruf c, dan huruf d, perlu"
        in whole
    )


def test_the_number_keeps_its_own_letters_on_a_line_of_capitals() -> None:
    for paragraph in part(KEPUTUSAN).iter(f"{W}p"):
        for run in paragraph.findall(f"{W}r"):
            if "naskah.nomor" in paragraph_text(run):
                style = run.find(f"{W}rPr/{W}rStyle")
                assert style is not None
                assert style.get(f"{W}val") == "ApaAdanya"


@pytest.mark.soffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang")
def test_the_covering_note_is_one_page(tmp_path: Path) -> None:
    (tmp_path / "nota.docx").write_bytes(render(PENGANTAR, contoh.laporan_dki()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "nota.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", (tmp_path / "nota.pdf").read_bytes())) == 1
