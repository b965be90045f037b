"""The Pandeglang folder is a clean award year: enough nominees, every score, no tie."""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction

import pytest

from p3dn_reports.pipeline.looking import evaluate
from p3dn_reports.workspace import Workspace

from .folders import PANDEGLANG, Row, exact, first_sheet, parts, run_tool, sheet

MASTER = PANDEGLANG / "00-master-penghargaan.xlsx"
PENILAIAN = PANDEGLANG / "penilaian-penghargaan.xlsx"

PENGGUNA = {
    "perencanaan": (10, {"penyusunan_program", "pencatatan_rencana", "syarat_tkdn_kak"}),
    "realisasi": (70, {"pilihan_tkdn_di_atas_25", "pilihan_pdn_lain", "preferensi_harga", "tkdn_konstruksi"}),
    "evaluasi": (10, {"rekapitulasi", "mekanisme_evaluasi", "aktivitas_tim_dan_apip", "penanganan_masalah"}),
    "kampanye": (10, {"sosialisasi_internal", "sosialisasi_eksternal"}),
}
PRODUSEN = {
    "nilai_tkdn": (50, {"jumlah_produk_bersertifikat", "rata_rata_tkdn", "kepemilikan_bmp"}),
    "penerimaan": (30, {"penggunaan_produk", "kepuasan_pengguna"}),
    "kampanye": (20, {"sosialisasi_internal", "sosialisasi_masyarakat"}),
}
Aspects = dict[str, tuple[int, set[str]]]
KINDS: list[tuple[str, Aspects]] = [("nilai_pengguna", PENGGUNA), ("nilai_produsen", PRODUSEN)]


def participants() -> dict[str, Row]:
    return {row["peserta"]: row for row in sheet(PENILAIAN, "peserta_penghargaan")}


def recap() -> tuple[Row, ...]:
    return sheet(PANDEGLANG / "bagian-pbj-realisasi-inaproc.xlsx", "realisasi_inaproc")


def certificates() -> tuple[Row, ...]:
    return sheet(PANDEGLANG / "daftar-sertifikat-tkdn.xlsx", "sertifikat_tkdn")


def means(table: str) -> dict[str, dict[str, Fraction]]:
    """The mean of the final scores, by participant and aspect."""
    scores: dict[str, dict[str, list[Fraction]]] = defaultdict(lambda: defaultdict(list))
    for row in sheet(PENILAIAN, table):
        if row["tahap"] == "akhir":
            scores[row["peserta"]][row["aspek"]].append(exact(row["nilai"]))
    return {who: {aspek: sum(all_) / Fraction(len(all_)) for aspek, all_ in of.items()} for who, of in scores.items()}


def final(table: str, aspects: Aspects) -> dict[str, Fraction]:
    return {
        who: sum((of[aspek] * weight for aspek, (weight, _) in aspects.items()), Fraction(0)) / 100
        for who, of in means(table).items()
    }


def test_the_first_sheet_says_that_the_award_is_invented() -> None:
    name, text = first_sheet(MASTER)
    assert name == "Baca dahulu"
    assert "DIKARANG" in text


def test_meta_is_an_award_year() -> None:
    meta = {row["kunci"]: row["nilai"] for row in sheet(MASTER, "meta")}
    assert (meta["kd_klpd"], meta["tahun_anggaran"]) == ("D51", "2024")
    assert "triwulan" not in meta
    assert str(meta["tanggal_cutoff"].date()) == "2024-12-31"
    assert meta["bentuk_penghargaan"] == "trofi dan piagam penghargaan"
    assert meta["tahun_pembebanan"] == "2025"
    assert meta["perangkat_daerah_pembebanan"] in {row["nama_satker"] for row in sheet(MASTER, "satker")}


def test_every_file_has_a_source() -> None:
    assert {row["berkas"] for row in sheet(MASTER, "sumber_data")} == {path.name for path in PANDEGLANG.iterdir()}


def test_the_documents_have_numbers_and_dates() -> None:
    rows = {row["dokumen"]: row for row in sheet(MASTER, "naskah")}
    assert rows.keys() >= {"keputusan_tim", "ba_penilaian_awal", "ba_penilaian_akhir", "keputusan_penghargaan"}
    assert rows["keputusan_tim_lama"]["tanggal"] < rows["keputusan_tim"]["tanggal"]
    assert rows["keputusan_tim"]["tanggal"] < rows["ba_penilaian_awal"]["tanggal"]
    assert rows["keputusan_penghargaan"]["nomor"] == "400.6/Kep.000-Huk/2025"
    assert str(rows["keputusan_penghargaan"]["tanggal"].date()) == "2025-03-10"
    assert rows["ba_penilaian_awal"]["tanggal"] < rows["ba_penilaian_akhir"]["tanggal"]
    assert rows["ba_penilaian_akhir"]["tanggal"] < rows["keputusan_penghargaan"]["tanggal"]


def test_nominees_in_every_category() -> None:
    count = Counter((r["kelompok"], r["kategori"], r["nominasi"]) for r in participants().values())
    assert count["pengguna", None, "ya"] >= 5
    assert count["produsen", "menengah", "ya"] >= 3
    assert count["produsen", "kecil", "ya"] >= 4
    assert count["pengguna", None, "tidak"] > 0
    assert count["produsen", "kecil", "tidak"] > 0


def test_users_are_perangkat_daerah_of_the_folder() -> None:
    codes = {row["kode_satker"]: row["nama_satker"] for row in sheet(MASTER, "satker")}
    users = {who: row["nama"] for who, row in participants().items() if row["kelompok"] == "pengguna"}
    assert users == codes


@pytest.mark.parametrize(("table", "aspects"), KINDS)
def test_every_nominee_has_every_final_score_once(table: str, aspects: Aspects) -> None:
    rows = [row for row in sheet(PENILAIAN, table) if row["tahap"] == "akhir"]
    kelompok = table.removeprefix("nilai_")
    nominees = {who for who, row in participants().items() if row["kelompok"] == kelompok and row["nominasi"] == "ya"}
    wanted = {(who, aspek, sub) for who in nominees for aspek, (_, subs) in aspects.items() for sub in subs}
    assert Counter((row["peserta"], row["aspek"], row["sub_kriteria"]) for row in rows) == Counter(wanted)
    assert all(0 <= row["nilai"] <= 100 and row["bukti"] for row in rows)


@pytest.mark.parametrize(("table", "aspects"), KINDS)
def test_preliminary_scores_use_the_same_words(table: str, aspects: Aspects) -> None:
    rows = [row for row in sheet(PENILAIAN, table) if row["tahap"] == "awal"]
    assert rows
    assert all(row["sub_kriteria"] in aspects[row["aspek"]][1] for row in rows)
    assert {row["peserta"] for row in rows} <= participants().keys()


def test_no_tie_in_any_category() -> None:
    scores = final("nilai_pengguna", PENGGUNA) | final("nilai_produsen", PRODUSEN)
    by_category: dict[tuple[str, str | None], list[Fraction]] = defaultdict(list)
    for who, score in scores.items():
        row = participants()[who]
        by_category[row["kelompok"], row["kategori"]].append(score)
    assert len(by_category) == 3
    assert all(len(set(found)) == len(found) for found in by_category.values())


def test_the_two_worked_examples() -> None:
    kesehatan = next(who for who, row in participants().items() if row["nama"] == "Dinas Kesehatan")
    assert list(means("nilai_pengguna")[kesehatan].values()) == [80, 90, 70, 60]
    assert final("nilai_pengguna", PENGGUNA)[kesehatan] == 84
    assert list(means("nilai_produsen")["produsen-d"].values()) == [80, 70, 50]
    assert final("nilai_produsen", PRODUSEN)["produsen-d"] == 71


def test_officials_are_invented() -> None:
    officials = {row["jabatan"]: row for row in sheet(MASTER, "pejabat")}
    assert officials["bupati"]["nama"] == "Nama Bupati"
    assert {"ketua_tim", "ketua_harian"} <= officials.keys()
    assert all((row["nip"] or "00000000 000000 0 000").startswith("00000000 000000 0 ") for row in officials.values())


def test_producers_are_invented() -> None:
    makers = [row for row in participants().values() if row["kelompok"] == "produsen"]
    assert all(row["nama"].startswith("Produsen Contoh ") for row in makers)
    assert all(row["alamat"].startswith("Jalan Contoh ") and row["produk"] for row in makers)


def test_the_recap_maps_the_nominees_and_nobody_else() -> None:
    """Users by a package of goods with PDN, producers by a certificate in force on 31 December 2024 (Pasal 27(2))."""
    goods = (row for row in recap() if row["Jenis Pengadaan"] == "Barang" and row["Nilai PDN (Rp)"])
    nominated = [row["nama"] for row in participants().values() if row["nominasi"] == "ya"]
    assert {row["Nama Satuan Kerja"] for row in goods} == {
        name for name in nominated if not name.startswith("Produsen")
    }
    last = {row["produsen"]: row["tanggal_terbit"].year + row["masa_berlaku_tahun"] for row in certificates()}
    in_force = {name for name, year in last.items() if year > 2024}
    assert in_force == {name for name in nominated if name.startswith("Produsen")}


def test_the_worked_example_of_the_recap() -> None:
    # Kesehatan: (380 + 1.420) / (400 + 1.600) juta = 1.800 / 2.000 = 90%.
    # Semua: PDN 380 + 1.420 + 855 + 95 + 450 + 240 + 200 + 0 + 190 = 3.830 juta; total 400 + 1.600 + 900 + 100 + 500
    # + 300 + 250 + 150 + 200 = 4.400 juta; 3.830 / 4.400 = 87,0454...%, dicetak 87,05%.
    result = evaluate(Workspace.at(PANDEGLANG.parents[1]), PANDEGLANG)
    assert result.assessment is not None
    kesehatan = result.assessment.unit_result("1.02.0.00.0.00.04.0000")
    assert kesehatan is not None
    assert kesehatan.figures.indikator["porsi_pdn"].nilai == 90
    whole = result.assessment.seluruh.indikator["porsi_pdn"]
    assert [str(whole.pembilang), str(whole.penyebut), whole.tampil] == ["3830000000", "4400000000", "87,05%"]


def test_the_generator_writes_the_committed_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    target = tmp_path_factory.mktemp("pandeglang")
    run_tool("contoh_pandeglang.py", target)
    assert {path.name for path in target.iterdir()} == {path.name for path in PANDEGLANG.iterdir()}
    for path in PANDEGLANG.iterdir():
        assert parts(target / path.name) == parts(path), path.name
