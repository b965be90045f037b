"""The whole way of one number."""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from p3dn_reports.errors import UsageError
from p3dn_reports.evaluation.assessment import Organisasi
from p3dn_reports.evaluation.explain import explain
from p3dn_reports.evaluation.explanation import Explanation, decimal_text
from p3dn_reports.evaluation.organisation import organisation
from p3dn_reports.evaluation.wording import term_in_words
from p3dn_reports.rules import Op, Term
from p3dn_reports.tables import Tables
from tests.evaluation.factory import SCHEMAS, filled, paid, recorded, scope_of, unit

ROWS = {
    "satker": [unit("A", "Dinas Satu"), unit("A1", jenis="unit", induk="A"), unit("01", "PDAM", jenis="bukan_pemda")],
    "perkin": [{"kode_satker": "A", "target": Decimal(85), "satuan": "persen"}],
    "realisasi_bayar": [
        paid("A", "100"),
        paid("A1", "300", setoran="50"),
        paid("A", "5000", rekening="5.2.020"),
        paid("A", "40", tanggal_sp2d=date(2024, 12, 31)),
        paid("A", "60", rekening="5.9", tanggal_sp2d=date(2025, 1, 1)),
        paid("01", "9999"),
    ],
    "realisasi_inaproc": [recorded("A", "80", "70"), recorded("A", "90", "90", status_paket="gagal")],
}

Quarter = tuple[Tables, Organisasi]


@pytest.fixture
def quarter() -> Iterator[Quarter]:
    with filled(ROWS) as tables:
        yield tables, organisation(tables, scope_of())[0]


def of(quarter: Quarter, kode: str = "A", indikator: str = "capaian_perkin", baris: int = 20) -> Explanation:
    return explain(quarter[0], scope_of(), quarter[1], kode, indikator, baris)


def test_sums_rows_and_places(quarter: Quarter) -> None:
    pembilang, penyebut = of(quarter).asal
    assert [(one.peran, one.nilai, one.baris_unit, one.baris_dihitung) for one in (pembilang, penyebut)] == [
        ("pembilang", Decimal(70), 2, 1),
        ("penyebut", Decimal(350), 5, 2),
    ]
    assert [(row.berkas, row.lembar, row.baris, row.nilai) for row in penyebut.terbesar] == [
        ("realisasi_bayar.xlsx", "Sheet1", 3, Decimal(250)),
        ("realisasi_bayar.xlsx", "Sheet1", 2, Decimal(100)),
    ]
    assert penyebut.terbesar[0].kolom == "nilai_realisasi - nilai_setoran"


def test_every_row_that_did_not_count_has_its_term(quarter: Quarter) -> None:
    penyebut = of(quarter).asal[1]
    assert [(one.memenuhi, one.tidak, one.ditolak, one.nilai_ditolak) for one in penyebut.syarat] == [
        (3, 2, 2, Decimal(5060)),
        (5, 0, 0, Decimal(0)),
        (3, 2, 1, Decimal(40)),
    ]
    assert [(row.baris, row.penolak) for row in penyebut.ditolak_terbesar] == [
        (4, "kode_rekening termasuk Daftar rekening: 5.1.02, 5.2.02, 5.2.06"),
        (6, "kode_rekening termasuk Daftar rekening: 5.1.02, 5.2.02, 5.2.06"),
        (5, "tanggal_sp2d paling lambat 30 Desember 2024"),
    ]


def test_rows_shown_are_limited_and_counts_are_not(quarter: Quarter) -> None:
    penyebut = of(quarter, baris=1).asal[1]
    assert [row.baris for row in penyebut.terbesar] == [3]
    assert [row.baris for row in penyebut.ditolak_terbesar] == [4]
    assert penyebut.baris_dihitung == 2


def test_law_values_formula_and_readings(quarter: Quarter) -> None:
    found = of(quarter)
    assert found.rumus == "Realisasi PDN / Realisasi pembayaran x 100%"
    assert [(one.sumber, one.tempat) for one in found.klausul] == [
        ("Instruksi Nomor 48 Tahun 2024", "diktum KESATU huruf a angka 6")
    ]
    assert [(one.id, one.nilai, one.berlaku_sejak) for one in found.parameter] == [
        ("ambang_bawah", "80%", date(2024, 11, 26)),
        ("ambang_atas", "100%", date(2024, 11, 26)),
    ]
    assert [(one.id, one.nilai) for one in found.daftar] == [
        ("kanal", "Tender, Non Tender"),
        ("status_mati", "PAKET DIBATALKAN, GAGAL"),
        ("rekening", "5.1.02, 5.2.02, 5.2.06"),
    ]
    assert [(one.tafsir, one.pilihan) for one in found.bacaan] == [("basis", "rasio"), ("penyebut", "pembayaran")]
    assert [(row.berkas, row.baris, row.nilai) for row in found.target] == [("perkin.xlsx", 2, Decimal(85))]


def test_the_way_to_each_threshold_is_exact(quarter: Quarter) -> None:
    """80% of 350 is 280, and 350 itself: of the 70 recorded 210 and 280 are wanting."""
    assert [(one.parameter, str(one.ambang), str(one.selisih), one.satuan) for one in of(quarter).jarak] == [
        ("ambang_bawah", "80", "210", "rupiah"),
        ("ambang_atas", "100", "280", "rupiah"),
    ]


def test_the_way_to_a_threshold_is_that_of_the_ratio_judged() -> None:
    """Against the target: 85% of 350 is 297,5; 80% of that is 238, so 168 are wanting."""
    scope = scope_of(pilihan={"basis": "terhadap_target"})
    with filled(ROWS) as tables:
        found = explain(tables, scope, organisation(tables, scope)[0], "A", "capaian_perkin")
    assert [one.selisih for one in found.jarak] == [168, Fraction(455, 2)]


def test_why_it_cannot_be_trusted_is_asked_of_the_tables_it_rests_on(quarter: Quarter) -> None:
    asked: list[tuple[str, frozenset[str]]] = []

    def faults(kode: str, tables: Set[str]) -> tuple[str, ...]:
        asked.append((kode, frozenset(tables)))
        return ("bayar.csv, C5: rusak. Perbaiki.",)

    found = explain(quarter[0], scope_of(), quarter[1], "A", "capaian_perkin", faults=faults)
    assert found.ditahan == ("bayar.csv, C5: rusak. Perbaiki.",)
    assert asked == [("A", frozenset({"satker", "realisasi_bayar", "realisasi_inaproc"}))]


def test_formula_with_target() -> None:
    scope = scope_of(pilihan={"basis": "terhadap_target"})
    with filled(ROWS) as tables:
        found = explain(tables, scope, organisation(tables, scope)[0], "A", "capaian_perkin")
    assert found.rumus == "(Realisasi PDN / Realisasi pembayaran x 100%) / Target Perkin x 100%"
    assert found.hasil.nilai == Fraction(70 * 100 * 100, 350 * 85)
    assert len(found.target) == 1


def test_figure_that_cannot_be_had_says_why(quarter: Quarter) -> None:
    found = of(quarter, indikator="porsi_impor")
    assert [(one.nilai, one.sebab, one.terbesar) for one in found.asal] == [(None, "tabel rup tidak ada", ())] * 2
    assert found.hasil.tampil == "tidak dapat dihitung"


@pytest.mark.parametrize("kode", ["A", "A1", "dinas satu"])
def test_unit_by_code_member_or_name(quarter: Quarter, kode: str) -> None:
    assert of(quarter, kode).unit.kode_satker == "A"


@pytest.mark.parametrize(
    ("kode", "indikator", "text"),
    [
        ("Dinas Sat", "capaian_perkin", "Tidak ada unit pelapor dengan kode atau nama Dinas Sat. "
                                        "Mungkin maksud Anda: Dinas Satu."),
        ("zzzz", "capaian_perkin", "Tidak ada unit pelapor dengan kode atau nama zzzz. Yang ada: A, Dinas Satu."),
        ("01", "capaian_perkin", "PDAM (01) tidak melapor: bukan unit pemerintah daerah. "
                                 "Pilih unit lain; daftarnya ada pada hasil p3dn evaluate."),
        ("A", "capaian_perkn", "Tidak ada indikator, hitungan, putusan, peringkat, atau penghargaan bernama "
                                     "capaian_perkn. "
                                    "Mungkin maksud Anda: capaian_perkin."),
    ],
    ids=["name", "nothing like it", "out", "indicator"],
)  # fmt: skip
def test_what_is_not_there_is_a_usage_error(quarter: Quarter, kode: str, indikator: str, text: str) -> None:
    with pytest.raises(UsageError) as caught:
        of(quarter, kode, indikator)
    assert str(caught.value) == text


def test_json_is_plain_and_exact(quarter: Quarter) -> None:
    plain = of(quarter).as_json()
    again = json.loads(json.dumps(plain))
    assert again == plain
    assert again["versi"] == "2"
    assert again["periode"] == "2024-TW4"
    assert again["hasil"]["tampil"] == "20,00%"
    assert again["hasil"]["nilai"] == "20"
    assert again["asal"][1]["terbesar"][0] == {
        "berkas": "realisasi_bayar.xlsx",
        "lembar": "Sheet1",
        "baris": 3,
        "sel": None,
        "kolom": "nilai_realisasi - nilai_setoran",
        "nilai": "250",
        "penolak": None,
    }
    assert again["klausul"][0]["rujukan"] == "insekda/KESATU.a.6"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(959, 12), "79.916666666667"),
        (Fraction(-1, 3), "-0.333333333333"),
        (Fraction(10**18 + 1, 100), "10000000000000000.01"),
        (Fraction(1, 2 * 10**12), "0"),
        (Fraction(3, 2 * 10**12), "0.000000000002"),
        (Fraction(-1, 10**15), "0"),
        (Fraction(100), "100"),
    ],
)
def test_numbers_as_text(value: Fraction, text: str) -> None:
    assert decimal_text(value) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**20), max_value=10**20))
def test_money_as_text_is_the_money(value: Decimal) -> None:
    assert Fraction(decimal_text(Fraction(value))) == Fraction(value)


def test_largest_rows_go_by_size_whatever_the_sign() -> None:
    rows = {"satker": [unit("A")], "realisasi_bayar": [paid("A", "5"), paid("A", "1", setoran="10"), paid("A", "7")]}
    with filled(rows) as tables:
        found = explain(tables, scope_of(), organisation(tables, scope_of())[0], "A", "capaian_perkin", 2)
    assert [row.nilai for row in found.asal[1].terbesar] == [Decimal(-9), Decimal(7)]


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (Term("cara", Op.TERISI), "cara terisi"),
        (Term("bersih", Op.TERISI, ya=False), "Realisasi bersih kosong"),
        (Term("cara", Op.BUKAN, isi=("PDS", "x")), "cara bukan PDS, x"),
        (Term("cara", Op.SALAH_SATU, daftar="kanal"), "cara salah satu dari Daftar kanal: Tender, Non Tender"),
        (Term("tanggal_sp2d", Op.PALING_AWAL, tanggal="awal_tahun"), "tanggal_sp2d paling awal 1 Januari 2024"),
        (Term("tanggal_sp2d", Op.SETELAH, tanggal="data_per"), "tanggal_sp2d setelah 30 Desember 2024"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_terms_in_words(term: Term, words: str) -> None:
    assert term_in_words(term, scope_of(), SCHEMAS, "realisasi_bayar") == words


def test_row_with_a_blank_is_refused_by_the_term_that_reads_it() -> None:
    rows = {
        "satker": [unit("A")],
        "realisasi_bayar": [paid("A", "1", rekening=None), paid("A", "2", tanggal_sp2d=None), paid("A", "4")],  # type: ignore[arg-type]
    }
    with filled(rows) as tables:
        source = explain(tables, scope_of(), organisation(tables, scope_of())[0], "A", "capaian_perkin").asal[1]
    assert (source.nilai, source.baris_dihitung) == (Decimal(4), 1)
    assert [(one.memenuhi, one.tidak, one.ditolak, one.nilai_ditolak) for one in source.syarat] == [
        (2, 1, 1, Decimal(1)),
        (2, 1, 1, Decimal(2)),
        (2, 1, 0, Decimal(0)),
    ]


def test_target_is_the_units_own() -> None:
    perkin = [{"kode_satker": kode, "target": target, "satuan": "persen"} for kode, target in (("A", 85), ("B", 60))]
    rows = {"satker": [unit("A"), unit("B")], "perkin": perkin, "realisasi_bayar": [paid("A", "1")]}
    scope = scope_of(pilihan={"penyebut_perkin": "tercatat"})
    with filled({**rows, "realisasi_inaproc": [recorded("A", "100", "70")]}) as tables:
        found = explain(tables, scope, organisation(tables, scope)[0], "A", "capaian_perkin")
    assert found.hasil.target is not None
    assert [found.hasil.target.persen, found.hasil.target.selisih] == [Fraction(85), Fraction(-15)]
