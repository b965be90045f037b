"""Any document is a .docx and an entry under `dokumen`: made here for subjects of every kind, without Python."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from p3dn_reports import drafter, pipeline
from p3dn_reports.documents.word.outline import outline
from p3dn_reports.pipeline import BuildResult
from tests.aturan import lay
from tests.documents_engine.drafts import draft
from tests.pipeline.folders import BASE, ROOT, folder_of, workspace

VIOLATIONS = """\
pejabat;kode_satker;tanggal;ketentuan;nomor_kontrak;nilai_kontrak;rekomendasi_apip;rekomendasi_tim
PPK-A;1.02.0.00.0.00.04.0000;05-02-2024;9(1);K-1;100000000;R-1;T-1
PPK-A;1.02.0.00.0.00.04.0000;06-05-2024;9(1);K-2;200000000;R-2;T-2
PPK-B;1.02.0.00.0.00.04.0000;07-05-2024;9(2);K-3;300000000;R-3;
"""
ENTRIES = """\
dokumen:
  surat_teguran:
    judul: Surat peringatan
    dasar: [perbup-46-2023/30.4]
    untuk_setiap: {putusan: sanksi_pejabat}
    bila: {putusan: {sanksi_pejabat: [peringatan_pertama, peringatan_kedua]}}
    periode: tahun
    templat: peringatan.docx
    berkas: Teguran/{putusan.tampil} - {kunci}.docx
    penanda_tangan: kepala_unit
    tujuan: {kolom: pejabat}
  surat_kontrak_besar:
    judul: Surat tentang kontrak besar
    dasar: [perbup-46-2023/30.4]
    untuk_setiap: {tabel: pelanggaran}
    bila: {tabel: {satker: ada}, kondisi: [{nilai: nilai_kontrak, lebih_dari: "150000000"}]}
    periode: tahun
    templat: kontrak.docx
    berkas: kontrak/{baris.nomor_kontrak}.docx
    penanda_tangan: [{unit: 1.02.0.00.0.00.04.0000}, bupati]
    jangkar: tidak
  piagam_contoh:
    judul: Piagam penghargaan
    dasar: [perbup-46-2023/29]
    untuk_setiap: {penerima: [pengguna, produsen]}
    periode: tahun
    templat: piagam-contoh.docx
    berkas: Piagam contoh - {penerima.nama}.docx
    penanda_tangan: bupati
  matriks:
    judul: Matriks paket terbesar
    dasar: [insekda-48-2024/KESATU.a.3]
    untuk_setiap: {peringkat: [paket_terbesar, paket_konstruksi_terbesar]}
    bila: {jenis: [perangkat_daerah]}
    periode: triwulan
    templat: matriks.docx
    berkas: Matriks paket terbesar - {unit.nama}.docx
    penanda_tangan: kepala_unit
  rekap_kronologi:
    judul: Rekap kronologi
    dasar: [insekda-48-2024/KESATU.a.5]
    untuk_setiap: daerah
    periode: triwulan
    templat: rekap.docx
    berkas: Rekap kronologi.docx
    penanda_tangan: ketua_harian
  pengingat:
    judul: Nota pengingat
    dasar: [insekda-48-2024/KESATU.a.5]
    untuk_setiap: {jadwal: semua}
    periode: triwulan
    templat: pengingat.docx
    berkas: Pengingat - {kegiatan.id}.docx
    penanda_tangan: ketua_harian
"""
SIGNED = "{{ penanda_tangan.jabatan }}, {{ jangkar }}, {{ penanda_tangan.nama }}"
TEMPLATES = {
    "peringatan.docx": draft(
        "Nomor {{ naskah.nomor }}, Yth. {{ tujuan.jabatan }}",
        "{{ putusan.tampil }} atas kontrak {{ baris.nomor_kontrak }} sebesar {{ baris.nilai_kontrak|rupiah }} "
        "({{ putusan.rujukan }}) di {{ unit.nama }}, surat {{ baris.nomor_surat }}",
        SIGNED,
    ),
    "kontrak.docx": draft(
        "Kontrak {{ baris.nomor_kontrak }}",
        [["{%tr for p in para_penanda_tangan %}"], ["{{ p.nomor }}. {{ p.jabatan }}"], ["{%tr endfor %}"]],
    ),
    "piagam-contoh.docx": draft("Kepada {{ penerima.nama }} sebagai {{ kategori.sebutan }}", SIGNED),
    "matriks.docx": draft(
        "{{ unit.nama }}",
        [
            ["{%tr for b in peringkat.paket_terbesar.baris %}", ""],
            ["{{ b.urutan }}. {{ b.nama_paket }}", "{{ b.nilai|rupiah }}"],
            ["{%tr endfor %}", ""],
        ],
        SIGNED,
    ),
    "rekap.docx": draft(
        "{% for b in tabel.kronologi %}{% if b.peristiwa %}{{ b.peristiwa }}{% endif %} {% endfor %}", SIGNED
    ),
    "pengingat.docx": draft("{{ kegiatan.aktivitas }}: {{ kegiatan.selesai|tanggal }}", SIGNED),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh workspace's rules and templates, with five kinds of document more."""
    place = tmp_path_factory.mktemp("kerja")
    shutil.copytree(ROOT / "templates/docx", place / "templates")
    for name, content in TEMPLATES.items():
        (place / "templates" / name).write_bytes(content)
    lay(place, ("\ntafsir:\n", f"\n{ENTRIES}\ntafsir:\n"))
    return place


def test_their_templates_have_no_mistakes(place: Path) -> None:
    whole = workspace(place / "outputs", place / "rules.yaml", place / "templates")
    found = drafter.check(whole, [place / "templates" / name for name in TEMPLATES])
    assert [str(one.problem.pesan) for ones in found.values() for one in ones] == []
    (place / "templates" / "piagam-contoh.docx").write_bytes(draft("{{ baris.nomor_kontrak }}", SIGNED))
    (wrong,) = drafter.check(whole, [place / "templates" / "piagam-contoh.docx"]).values()
    (place / "templates" / "piagam-contoh.docx").write_bytes(TEMPLATES["piagam-contoh.docx"])
    assert [one.problem.kode for one in wrong] == ["templat-isian-naskah-lain"]


def built(place: Path, masukan: Path) -> BuildResult:
    return pipeline.build(workspace(place / "outputs", place / "rules.yaml", place / "templates"), masukan)


def text_of(result: BuildResult, berkas: str) -> str:
    return outline((folder_of(result) / berkas).read_bytes())


@pytest.fixture(scope="module")
def year(place: Path) -> BuildResult:
    masukan = place / "tahun"
    shutil.copytree(ROOT / "inputs/contoh-pandeglang-2024", masukan)
    (masukan / "pelanggaran.csv").write_text(VIOLATIONS, "utf-8")
    papers = "dokumen;kunci;nomor;tanggal\nsurat_teguran;PPK-A / 5 Februari 2024 / 9(1) / K-1;SP-1/2024;10-03-2025\n"
    (masukan / "naskah.csv").write_text(papers, "utf-8")
    return built(place, masukan)


def test_a_warning_letter_for_each_violation_of_the_right_rung(year: BuildResult) -> None:
    letters = {one.berkas: one for one in year.dokumen if one.id == "surat_teguran"}
    first = "Teguran/Peringatan tertulis pertama - PPK-A - 5 Februari 2024 - 9(1) - K-1.docx"
    assert sorted(letters) == [
        "Teguran/Peringatan tertulis kedua - PPK-A - 6 Mei 2024 - 9(1) - K-2.docx",
        first,
        "Teguran/Peringatan tertulis pertama - PPK-B - 7 Mei 2024 - 9(2) - K-3.docx",
    ]
    text = text_of(year, first)
    assert "Nomor SP-1/2024, Yth. PPK-A" in text
    assert "Peringatan tertulis pertama atas kontrak K-1 sebesar Rp100.000.000,00 (Pasal 30 ayat" in text
    withheld = next(one for name, one in letters.items() if "PPK-B" in name)
    assert withheld.status == "ditahan"
    assert any("Tim" in sebab for sebab in withheld.sebab), withheld.sebab


def test_a_letter_for_each_row_that_meets_a_condition_signed_by_several(year: BuildResult) -> None:
    assert sorted(one.berkas for one in year.dokumen if one.id == "surat_kontrak_besar") == [
        "kontrak/K-2.docx",
        "kontrak/K-3.docx",
    ]
    text = text_of(year, "kontrak/K-2.docx")
    assert "1. " in text
    assert "2. Pj. Bupati Pandeglang" in text


def test_a_certificate_for_each_winner(year: BuildResult) -> None:
    names = sorted(one.berkas for one in year.dokumen if one.id == "piagam_contoh")
    assert len(names) >= 2
    assert "Piagam contoh - Dinas Kesehatan.docx" in names
    assert "Kepada Dinas Kesehatan sebagai pengguna" in text_of(year, "Piagam contoh - Dinas Kesehatan.docx")


def test_every_blank_is_told_with_the_row_that_would_fill_it(year: BuildResult) -> None:
    blanks = [found.pesan for found in year.problems if found.kode == "isian-kosong"]
    drafts = [one for one in year.dokumen if one.kurang]
    of_row = [one for one in drafts if one.kunci == "PPK-A / 5 Februari 2024 / 9(1) / K-1"]
    (letter,) = [one for one in of_row if one.id == "surat_teguran"]
    assert "tabel pelanggaran, baris pengenal PPK-A / 5 Februari 2024 / 9(1) / K-1, kolom nomor_surat" in letter.isian
    assert all(one.isian for one in drafts if one.kurang != ("lambang",))  # this workspace has no pictures
    assert all(any(row.split(", kolom")[0] in told for told in blanks) for one in drafts for row in one.isian)


def test_the_largest_packages_of_each_office_and_a_note_for_each_activity(place: Path) -> None:
    masukan = place / "triwulan"
    shutil.copytree(BASE, masukan)
    result = built(place, masukan)
    matrix = "Matriks paket terbesar - Dinas Satu.docx"
    assert [one.berkas for one in result.dokumen if one.id == "matriks"][:1] == [matrix]
    text = text_of(result, matrix)
    assert "1. Paket satu" in text
    assert "Rp95.000.000,00" in text
    notes = [one.berkas for one in result.dokumen if one.id == "pengingat"]
    assert len(notes) == 7
    assert "Verifikasi" in text_of(result, "Pengingat - verifikasi.docx")
    assert not [one for one in result.dokumen if one.id in ("surat_teguran", "piagam_contoh", "surat_kontrak_besar")]


@pytest.mark.parametrize(("tanggal", "status"), [("2024-12-02", "lengkap"), ("32-13-2024", "konsep")])
def test_what_is_at_fault_in_a_table_it_prints_leaves_it_a_draft(place: Path, tanggal: str, status: str) -> None:
    """Though no figure of its own rests on that table."""
    masukan = place / f"kronologi-{status}"
    shutil.copytree(BASE, masukan)
    rows = f"kode_satker;tanggal;peristiwa;bukti\n1.01.0.00.0.00.01.0000;{tanggal};Tender diulang;Berita acara\n"
    (masukan / "kronologi.csv").write_text(rows, "utf-8")
    result = pipeline.build(
        workspace(place / "outputs", place / "rules.yaml", place / "templates"),
        masukan,
        only=frozenset({"rekap_kronologi"}),
    )
    (found,) = result.dokumen
    assert found.status == status
    assert any("tanggal" in sebab for sebab in found.sebab) is (status == "konsep")


def test_sources_that_a_template_does_not_print_are_told(place: Path, tmp_path: Path) -> None:
    lay(
        tmp_path,
        (
            "        judul: Surat penjelasan capaian\n",
            "        judul: Surat penjelasan capaian\n        mengingat: [perbup-46-2023]\n",
        ),
    )
    found = pipeline.check(workspace(tmp_path, tmp_path / "rules.yaml"), BASE)
    told = [one.pesan for one in found.problems if one.kode == "sumber-tidak-dicetak"]
    assert told == [
        "Dokumen surat_penjelasan memuat mengingat, sedangkan templatnya, surat-penjelasan.docx, tidak mencetaknya."
    ]
