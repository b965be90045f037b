"""Formulas over rows and groups: exact, blanks told with their cell, dates that choose."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from p3dn_reports.evaluation.objects.assess import find, object_tables, objects, tables_of
from p3dn_reports.evaluation.objects.calculator import Titik
from p3dn_reports.evaluation.objects.steps import Langkah
from p3dn_reports.evaluation.objects.verdicts import Judge
from p3dn_reports.rules import Jenis, Kata, Nama, Operasi, Rumus, Tetapan
from tests.evaluation_objects.book import calculator, rules, scope, tables

VIOLATIONS = """
pejabat | tanggal    | ketentuan | nomor_kontrak | nilai_kontrak
PPK-1   | 2024-03-01 | 9(1)      | K-1           | 1000
"""


def figure(name: str, sebutan: str, data_per: date = date(2024, 12, 31), **texts: str) -> Langkah:
    with tables(**texts) as made:
        at = calculator(made, scope(data_per))
        rule = rules().hitungan[name]
        (objek,) = find(at, rule, sebutan)
        return at.figure(rule, objek, data_per)


def leaves(step: Langkah) -> list[Langkah]:
    return [step] if not step.bagian else [leaf for part in step.bagian for leaf in leaves(part)]


def test_a_figure_shows_its_way_down_to_cell_and_clause() -> None:
    step = figure("denda_pejabat", "PPK-1", pelanggaran=VIOLATIONS)
    assert (step.nilai, step.tampil) == (Fraction(10), "Rp10,00")
    assert [str(one) for one in step.dasar] == ["perbup-46-2023/30.6"]
    tarif, kontrak, batas = leaves(step)
    assert (tarif.tampil, kontrak.tampil, batas.tampil) == ("1%", "Rp1.000,00", "Rp500.000.000,00")
    assert str(kontrak.sel) == "pelanggaran.csv, E2"
    assert step.bagian[0].bagian[0].uraian == "1% dari Nilai kontrak"


@pytest.mark.parametrize(
    ("kontrak", "denda"),
    [
        ("10000000000", "Rp100.000.000,00"),
        ("49999999999.99", "Rp499.999.999,00"),
        ("50000000000", "Rp500.000.000,00"),
        ("50000000000.01", "Rp500.000.000,00"),
        ("80000000000", "Rp500.000.000,00"),
        ("99.99", "Rp0,00"),
        ("0", "Rp0,00"),
    ],
)
def test_the_fine_is_one_percent_cut_to_the_rupiah_and_capped(kontrak: str, denda: str) -> None:
    assert figure("denda_pejabat", "PPK-1", pelanggaran=VIOLATIONS.replace("1000\n", f"{kontrak}\n")).tampil == denda


def test_a_blank_is_told_with_its_cell_and_is_not_nought() -> None:
    step = figure("denda_pejabat", "PPK-1", pelanggaran=VIOLATIONS.replace("1000\n", "\n"))
    assert (step.nilai, step.tampil) == (None, "belum dapat dihitung")
    assert step.sebab == "kolom Nilai kontrak kosong (pelanggaran.csv, E2)"


def test_a_column_no_file_holds_is_wanting_and_is_not_nought() -> None:
    certificates = "nomor_tanda_sah | produsen | jenis_produk | nilai_tkdn\nS-1 | P | meja | 40\n"
    step = figure("tkdn_dan_bmp", "S-1", sertifikat_tkdn=certificates)
    assert (step.nilai, step.sebab) == (None, "kolom Nilai BMP tidak ada")
    filled = certificates.replace("nilai_tkdn", "nilai_tkdn | nilai_bmp").replace("40", "40 |")
    assert figure("tkdn_dan_bmp", "S-1", sertifikat_tkdn=filled).nilai == 40


def test_a_table_not_handed_in_is_wanting_where_no_payment_is_nought() -> None:
    letter = VIOLATIONS.replace("nilai_kontrak", "nilai_kontrak | nomor_surat").replace("1000\n", "1000 | D-1\n")
    step = figure("denda_pejabat_terutang", "PPK-1", pelanggaran=letter)
    sebab = "tabel Pembayaran denda tidak ada (isi lembar pembayaran_denda, tanpa baris bila memang belum ada isinya)"
    assert (step.nilai, step.sebab) == (None, sebab)
    payments = "nomor_surat | tanggal | nilai\nD-9 | 2024-06-01 | 5\n"
    step = figure("denda_pejabat_terutang", "PPK-1", pelanggaran=letter, pembayaran_denda=payments)
    assert step.nilai == 10
    paid = step.bagian[0].bagian[1].bagian[0]
    assert paid.sebab == "tidak ada baris pada tabel Pembayaran denda dengan Nomor surat denda D-1"


def test_a_share_is_printed_on_its_side_of_the_threshold() -> None:
    certificates = """
nomor_tanda_sah | produsen | jenis_produk | nilai_tkdn | nilai_bmp | tanggal_terbit | masa_berlaku_tahun
S-1             | P        | meja         | 29.999     | 10        | 2024-01-01     | 5
"""
    assert figure("tkdn_bmp_tertinggi", "meja", sertifikat_tkdn=certificates).tampil == "39,999%"
    assert figure("tkdn_dan_bmp", "S-1", sertifikat_tkdn=certificates).tampil == "40,00%"


def test_texts_are_compared_without_capitals_and_outer_blanks() -> None:
    shares = """
perusahaan | pemegang_saham | kepemilikan | persen_saham
PT A       | A              | nasional    | 30
pt a       | B              | NASIONAL    | 21
"""
    step = figure("saham_nasional", "PT A", kepemilikan_saham=shares)
    assert step.nilai == 51
    assert step.bagian[0].uraian == "jumlah seluruh barisnya (2 dari 2)"


def test_the_objects_own_date_chooses_the_parameter() -> None:
    early = VIOLATIONS.replace("2024-03-01", "2023-10-23")
    assert figure("denda_pejabat", "PPK-1", pelanggaran=early).sebab == (
        "Tarif denda pejabat pengadaan tidak berlaku pada 23 Oktober 2023"
    )
    assert figure("denda_pejabat", "PPK-1", pelanggaran=early.replace("10-23", "10-24")).nilai == 10


def test_violations_of_one_day_keep_their_order_in_the_file() -> None:
    same = VIOLATIONS + "PPK-1 | 2024-03-01 | 9(2) | K-2 | 1\nPPK-2 | 2024-03-01 | 9(2) | K-2 | 1\n"
    names = ("PPK-1 / K-1", "PPK-1 / K-2", "PPK-2")
    assert [figure("pelanggaran_ke", name, pelanggaran=same).nilai for name in names] == [1, 2, 1]


def test_a_region_that_does_not_apply_the_law_has_no_verdict_and_no_figure() -> None:
    with tables(pelanggaran=VIOLATIONS, kepemilikan_saham="perusahaan | persen_saham\nA | 5\n") as made:
        found = objects(made, scope(daerah="dki-jakarta"), {})
    assert (found.hitungan, found.putusan) == ((), ())


def test_only_figures_that_stand_for_themselves_are_listed() -> None:
    parts = """
produsen | produk | jenis  | komponen       | biaya_dalam_negeri | biaya_luar_negeri
P        | M      | barang | bahan_langsung | 3                  | 1
"""
    with tables(komponen_tkdn=parts, pelanggaran=VIOLATIONS) as made:
        found = objects(made, scope(), {})
    assert {one.hitungan.id for one in found.hitungan} == {"tkdn_barang", "tkdn_jasa", "tkdn_gabungan"}
    assert [one.putusan.id for one in found.sanksi] == ["sanksi_pejabat"]


def test_a_fault_in_a_table_withholds_every_verdict_that_rests_on_it() -> None:
    with tables(pelanggaran=VIOLATIONS, pembayaran_denda="nomor_surat | tanggal | nilai\n") as made:
        sound = objects(made, scope(), {})
        faulty = objects(made, scope(), {"pembayaran_denda": ("bayar.csv: nilai bukan angka",)})
    assert [(one.putusan.id, one.ditahan) for one in sound.putusan] == [
        ("sanksi_pejabat", ()),
        ("pemberi_sanksi_pejabat", ()),
    ]
    result, other = faulty.putusan
    assert other.ditahan == ()
    assert result.ditahan == ("bayar.csv: nilai bukan angka",)
    assert not result.dapat_dijatuhkan
    rests_on = tables_of(rules(), rules().putusan["sanksi_pejabat"])
    assert rests_on == {"pelanggaran", "pembayaran_denda", "satker"}
    assert rests_on < object_tables(rules())


def test_an_object_is_named_by_any_part_of_its_key() -> None:
    with tables(pelanggaran=VIOLATIONS + "PPK-1 | 2024-04-01 | 9(2) | K-2 | 1\n") as made:
        at = calculator(made, scope())
        rule = rules().hitungan["denda_pejabat"]
        assert [one.sebutan for one in find(at, rule, "ppk-1 / k-2")] == ["PPK-1 / 1 April 2024 / 9(2) / K-2"]
        assert len(find(at, rule, "PPK-1")) == 2
        assert find(at, rule, "PPK") == ()
        assert len(find(at, rule, "PPK-1 / 1 April 2024 / 9(2) / K-2")) == 1


@pytest.mark.parametrize(
    ("kontrak", "dasar", "pilihan"),
    [
        ("2025-04-29", "perpres-12-2021/66.2", "tanpa_kewajiban"),
        ("2025-04-30", "perpres-46-2025/66.2.d", "tanpa_sertifikat_siinas"),
    ],
)
def test_a_later_version_takes_the_place_of_the_one_before(kontrak: str, dasar: str, pilihan: str) -> None:
    bought = f"""
kode_satker | kode_paket | tanggal_kontrak | nama_barang | jenis_produk | tercatat_siinas
D           | L          | {kontrak}       | Meja        | meja         | true
"""
    with tables(barang_paket=bought, sertifikat_tkdn="nomor_tanda_sah | jenis_produk | nilai_tkdn\n") as made:
        at = calculator(made, scope(date(2025, 12, 31)))
        result = Judge(rules().putusan["prioritas_nasional"], at).result(at.sheets.rows("barang_paket")[0])
    assert result is not None
    assert (result.pilihan, [str(one) for one in result.dasar]) == (pilihan, [dasar])


# Random formulas against plain arithmetic

_COLUMNS = {"nilai_kontrak": "rupiah", "nilai_pembayaran": "rupiah", "nilai_impor": "rupiah"}
amounts = st.none() | st.integers(0, 10**14).map(lambda sen: Decimal(sen).scaleb(-2))
names = st.sampled_from(sorted(_COLUMNS)).map(lambda name: Nama(Jenis.KOLOM, name))
numbers = st.integers(0, 50).map(lambda n: Tetapan(Decimal(n)))


def _joined(parts: st.SearchStrategy[Rumus]) -> st.SearchStrategy[Rumus]:
    many = st.sampled_from([Kata.JUMLAH, Kata.TERKECIL, Kata.TERBESAR])
    two = st.sampled_from([Kata.SELISIH, Kata.KALI, Kata.PERSENTASE, Kata.PERSEN_DARI])
    return (
        st.builds(lambda kata, isi: Operasi(kata, tuple(isi)), many, st.lists(parts, min_size=2, max_size=3))
        | st.builds(lambda kata, a, b: Operasi(kata, (a, b)), two, parts, parts)
        | st.builds(lambda a: Operasi(Kata.NOL_BILA_KOSONG, (a,)), parts)
    )


formulas: st.SearchStrategy[Rumus] = st.recursive(names | numbers, _joined, max_leaves=6)


def plainly(rumus: Rumus, row: dict[str, Any]) -> Fraction | None:
    """What the formula comes to, by hand; a blank anywhere leaves nothing but where nought is asked for."""
    if isinstance(rumus, Tetapan):
        return Fraction(rumus.nilai)  # type: ignore[arg-type]
    if isinstance(rumus, Nama):
        return None if row[rumus.id] is None else Fraction(row[rumus.id])
    assert isinstance(rumus, Operasi)
    parts = [plainly(part, row) for part in rumus.isi]
    if rumus.kata is Kata.NOL_BILA_KOSONG and isinstance(rumus.isi[0], Nama) and parts[0] is None:
        return Fraction(0)
    if any(part is None for part in parts):
        return None
    known = [part for part in parts if part is not None]
    match rumus.kata:
        case Kata.JUMLAH:
            return sum(known, Fraction(0))
        case Kata.TERKECIL:
            return min(known)
        case Kata.TERBESAR:
            return max(known)
        case Kata.SELISIH:
            return known[0] - known[1]
        case Kata.KALI:
            return known[0] * known[1]
        case Kata.PERSENTASE:
            return known[0] * 100 / known[1] if known[1] else None
        case Kata.PERSEN_DARI:
            return known[0] * known[1] / 100
    return known[0]


@settings(max_examples=150)
@given(rumus=formulas, cells=st.fixed_dictionaries(dict.fromkeys(_COLUMNS, amounts)))
def test_random_formulas_come_to_what_arithmetic_says(rumus: Rumus, cells: dict[str, Any]) -> None:
    at = _calculator()
    objek = at.sheets.rows("pelanggaran_produsen")[0]
    row = replace(objek, baris={**objek.baris, **cells})
    step = at.value(rumus, Titik(row, date(2024, 1, 1)))
    assert step.nilai == plainly(rumus, cells)
    assert (step.sebab is None) == (step.nilai is not None)


_KEPT: list[Any] = []


def _calculator() -> Any:
    """One table with one row, made once: the formulas read the cells they are given."""
    if not _KEPT:
        head = " | ".join(["produsen", *_COLUMNS])
        opened = tables(pelanggaran_produsen=f"{head}\nP | 1 | 1 | 1\n")
        _KEPT.append((opened, calculator(opened.__enter__(), scope())))
    return _KEPT[0][1]


def test_a_verdict_without_its_day_says_so_and_is_no_verdict() -> None:
    goods = """
kode_satker | kode_paket | tanggal_kontrak | nama_barang | jenis_produk | nilai_tkdn
D           | P-1        |                 | Meja        | meja         | 40
D           | P-2        | 2023-01-01      | Kursi       | kursi        | 40
"""
    with tables(barang_paket=goods, sertifikat_tkdn="nomor_tanda_sah | produsen | jenis_produk\n") as made:
        found = {
            one.objek.sebutan: one for one in objects(made, scope(), {}).putusan if one.putusan.id == "kewajiban_tkdn"
        }
    assert [(one.tanggal, one.pilihan, one.sebab) for one in found.values()] == [
        (None, None, "tanggal kejadian kosong"),
        (date(2023, 1, 1), None, "tidak ada ketentuan yang berlaku pada 1 Januari 2023"),
    ]


def test_a_day_beyond_the_calendar_is_told_and_no_crash() -> None:
    certificates = """
nomor_tanda_sah | produsen | jenis_produk | nilai_tkdn | tanggal_terbit | masa_berlaku_tahun
S-1             | P        | meja         | 30         | 2024-01-01     | 99999
"""
    step = figure("sertifikat_berlaku_sampai", "S-1", sertifikat_tkdn=certificates)
    assert (step.nilai, step.sebab) == (None, "Masa berlaku (tahun) (99.999) terlalu besar")
